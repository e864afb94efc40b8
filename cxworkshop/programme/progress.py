"""Where the room stands: what each step still lacks, how far each part is, and how long a step may take."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import STEPS
from cxworkshop.programme.step import Part, Step

WORKING_MINUTES = {"half a day": 210, "one day": 420, "two days": 780}
"""Minutes at work, breaks left out, in each agenda of the company."""
_FIVE = 5
_ROUND = {"half a day": 2}
"""Half a day leaves less than five minutes for many a step."""


def missing(workshop: Workshop) -> dict[str, str | None]:
    """What each step still lacks, in words, by the step's key; None where it is done."""
    return {step.key: step.done(workshop) for step in STEPS.values()}


def is_draft(lacks: Mapping[str, str | None]) -> bool:
    """Whether a step of the day still lacks something, of what `missing` told; a review that is begun undoes no day."""
    return any(words and not STEPS[key].another_day for key, words in lacks.items())


def share_done(workshop: Workshop, part: Part) -> tuple[int, int]:
    """How many steps of a part are done, and how many it has."""
    return sum(step.done(workshop) is None for step in part.steps), len(part.steps)


def next_step(workshop: Workshop) -> Step | None:
    """The first step of the day that still lacks something; None when all are done."""
    return next((step for step in STEPS.values() if step.done(workshop)), None)


def minutes(step: Step, agenda: str | None) -> int:
    """How long a step may take, in minutes: a multiple of five, of two in half a day; where no agenda is chosen, in one day."""
    if step.another_day:
        return step.minutes
    return _schedule(agenda if agenda in WORKING_MINUTES else "one day")[step.key]


@cache
def _schedule(agenda: str) -> dict[str, int]:
    """Minutes that add up to the agenda's: five (or two) for all, then as many more to whoever lacks most."""
    round_to = _ROUND.get(agenda, _FIVE)
    total = WORKING_MINUTES[agenda]
    shared = {key: step.minutes for key, step in STEPS.items() if not step.another_day}
    whole = sum(shared.values())
    ideal = {key: own * total / whole for key, own in shared.items()}
    given = dict.fromkeys(shared, round_to)
    for _ in range((total - sum(given.values())) // round_to):
        given[max(given, key=lambda key: (ideal[key] - given[key], -given[key]))] += round_to
    return given

"""Every priority followed back to the customers, money and words that it came from, on to what came of it, and back again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from cxworkshop.analysis.clues import Clue, clues_of, cut
from cxworkshop.analysis.findings import money
from cxworkshop.analysis.merged import members, on_the_wall
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.trail_forward import came_of
from cxworkshop.analysis.trail_rows import origin, rows
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Decision
from cxworkshop.domain.workshop import Workshop

Read = Callable[[Record], tuple[Clue, ...]]

__all__ = ["Clue", "Trail", "led_to", "trail", "trails"]


@dataclass(frozen=True)
class Trail:
    """A candidate, its number among the priorities, what it rests on and what came of it."""

    candidate: Candidate
    merged: tuple[Candidate, ...]
    """What was merged into it; its clues are among these."""
    number: int | None
    """1 for the first priority; None where it does not begin now."""
    rests_on: tuple[Clue, ...]
    came_of: tuple[Clue, ...]

    def of(self, what: str) -> tuple[Clue, ...]:
        """What it rests on of one sort: `customers`, `money`, `words`, `promise` or `decision`."""
        return tuple(clue for clue in self.rests_on if clue.what == what)


def trails(workshop: Workshop) -> tuple[Trail, ...]:
    """The trail of every candidate that the room kept: the priorities by number, then the others as entered."""
    first = chosen(workshop)
    ids = {one.id for one in first}
    numbered = [(number, one) for number, one in enumerate(first, 1)]
    others = [(None, one) for one in on_the_wall(workshop) if one.id not in ids]
    # Many candidates rest on the same rows.
    read = cache(lambda row: clues_of(workshop, row))
    return tuple(_trail(workshop, one, number, read) for number, one in (*numbered, *others))


def trail(known: tuple[Trail, ...], candidate_id: str) -> Trail | None:
    """The trail of a candidate, or of the one that it was merged into; None where the room keeps no such candidate."""
    return next(
        (found for found in known if candidate_id in {one.id for one in (found.candidate, *found.merged)}),
        None,
    )


def led_to(known: tuple[Trail, ...], step: str, row: tuple[str, str] | None = None) -> tuple[Trail, ...]:
    """Which of some trails rest on anything in a step, or on one row of it."""
    return tuple(
        found
        for found in known
        if any(clue.step == step and row in (None, clue.row) for clue in found.rests_on)
    )


def _trail(workshop: Workshop, one: Candidate, number: int | None, read: Read) -> Trail:
    return Trail(
        candidate=one,
        merged=members(workshop, one)[1:],
        number=number,
        rests_on=tuple(dict.fromkeys(_rests_on(workshop, one, read))),
        came_of=tuple(came_of(workshop, one)),
    )


def _rests_on(workshop: Workshop, candidate: Candidate, read: Read) -> Iterator[Clue]:
    for row in rows(workshop, candidate):
        yield from read(row)
    for one in members(workshop, candidate):
        yield from _own_value(workshop, one)
        yield from _decided(workshop, one)


def _own_value(workshop: Workshop, one: Candidate) -> Iterator[Clue]:
    """The money that the room itself wrote beside a candidate."""
    if one.value:
        step, row = "priorities.candidates", (one.kind, one.id)
        yield Clue("money", f"The room puts {money(workshop, one.value)} a year at risk.", "", step, row)


def _decided(workshop: Workshop, one: Candidate) -> Iterator[Clue]:
    """What the room decided at the step that a candidate came from."""
    step = origin(workshop, one).step
    found = workshop.get(Decision, step) if step else None
    if found and found.decided:
        yield Clue(
            "decision", f"The room decided there: {cut(found.decided)}", "", step, (found.kind, found.id)
        )

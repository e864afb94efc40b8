"""What a leader promises for a priority: what belongs to it, and what in it has to be said aloud once more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from cxworkshop.analysis.findings import figure, in_words, listed, quoted, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.records import Candidate, Commitment, Company, Leader, Measure
from cxworkshop.domain.records.room import FUNCTIONS
from cxworkshop.domain.workshop import Workshop

REQUIRED = (
    "executive",
    "successor",
    "team",
    "first_action",
    "first_day",
    "outcome",
    "metric",
    "baseline",
    "target",
    "asset_number",
    "people",
    "money",
    "stops",
    "clears",
    "skills",
    "message",
    "review_day",
)
"""The fields of a commitment that may not stay blank. Source: docs/method.md 1.8.

A signature is asked for apart from them, and a state that nobody has written reads as not begun.
"""
SOON = timedelta(days=30)
_TASK = re.compile(
    r"(?:we (?:will )?|to )?(?:implement|launch|roll(?:ing)? out|introduc|deploy|install|set(?:ting)? up|establish|develop"
    r"|build|creat|migrat|automat|digiti[sz]|redesign|optimi[sz]|complet|finish|train|hir)(?:e|es|ing|ation of)?\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True)
class Owned:
    """A chosen priority and what its leader promises."""

    number: int
    """Its place among the priorities, from 1."""
    candidate: Candidate
    commitment: Commitment
    """Blank, under the priority's own id, where nothing is written yet."""
    written: bool
    signed: bool
    """Whether a leader who is listed answers for it and has signed it."""


def owned(workshop: Workshop) -> tuple[Owned, ...]:
    """Every chosen priority with its commitment, in the order of the priorities; of several the first counts."""
    made = {row.candidate: row for row in reversed(workshop.all(Commitment))}
    found = []
    for number, one in enumerate(chosen(workshop), 1):
        row = made.get(one.id) or Commitment(id=one.id, candidate=one.id)
        signed = bool(row.signed) and workshop.get(Leader, row.executive) is not None
        found.append(Owned(number, one, row, one.id in made, signed))
    return tuple(found)


def late(workshop: Workshop, commitment: Commitment) -> bool:
    """Whether the first action lies more than thirty days after the workshop. Source: docs/method.md 1.8."""
    held, first = workshop.one(Company).held_on, commitment.first_day
    return bool(held and first and first > held + SOON)


def measure_of(workshop: Workshop, one: Owned) -> Measure | None:
    """The measure of early warning that the commitment is measured by: that of the priority's moment which bears the same
    name, capitals and units in brackets apart; None where there is none."""
    metric = _plain(one.commitment.metric)
    return next(
        (
            measure
            for measure in workshop.all(Measure)
            if metric and measure.touchpoint == one.candidate.touchpoint and _plain(measure.name) == metric
        ),
        None,
    )


def flags(workshop: Workshop, one: Owned) -> tuple[str, ...]:
    """What in a commitment the room should say aloud once more before anybody signs it, a sentence each."""
    row = one.commitment
    found = (
        _task(row),
        f"The first action waits until {day_label(row.first_day)}, more than {in_words(SOON.days)} days: what can begin sooner?"
        if row.first_day and late(workshop, row)
        else None,
        _past(workshop, row),
        "The review comes before the first action: one of the two days is wrong."
        if row.review_day and row.first_day and row.review_day < row.first_day
        else None,
        _target(workshop, one),
        "Whoever answers for it would also carry on after leaving: name somebody else."
        if row.executive and row.executive == row.successor
        else None,
        _absent(workshop, row),
        _team(workshop, row),
    )
    return tuple(words for words in found if words)


def _past(workshop: Workshop, row: Commitment) -> str | None:
    """A day before the workshop is a slip of the pen, and would be missing among the days to come."""
    held = workshop.one(Company).held_on
    days = {"first action": row.first_day, "review": row.review_day}
    found = [f"the {what} on {day_label(day)}" for what, day in days.items() if held and day and day < held]
    if not held or not found:
        return None
    verb = "lies" if len(found) == 1 else "lie"
    return sentence(f"{listed(found)} {verb} before the workshop of {day_label(held)}: is the year right?")


def _task(row: Commitment) -> str | None:
    if not row.outcome or not _TASK.match(row.outcome):
        return None
    return f"{quoted(row.outcome, 60)} is a task, and it can be finished with nobody better off. Whose life improves, and how?"


def _target(workshop: Workshop, one: Owned) -> str | None:
    today, target = one.commitment.baseline, one.commitment.target
    if today is None or target is None:
        return None
    if today == target:
        return f"Today and target are both {figure(today)}: nothing is promised to change."
    measure = measure_of(workshop, one)
    if measure and measure.better and (target > today) != (measure.better == "higher"):
        return (
            f"The target of {figure(target, today)} is worse than today's {figure(today, target)}: "
            f"of this measure, {measure.better} is better."
        )
    return None


def _absent(workshop: Workshop, row: Commitment) -> str | None:
    leader = workshop.get(Leader, row.executive)
    if leader is None or leader.present or not any(other.present for other in workshop.all(Leader)):
        return None
    return f"{leader.name or leader.function or 'This leader'} is not in the room: nobody can promise it for somebody else."


def _team(workshop: Workshop, row: Commitment) -> str | None:
    """A team in which only one function can be recognised: by brackets, by a leader's name or by the function's own."""
    team = row.team or ""
    named = {words.strip().casefold() for words in _BRACKETED.findall(team)}
    known = [*FUNCTIONS, *(leader.function for leader in workshop.all(Leader) if leader.function)]
    named |= {one.casefold() for one in known if re.search(rf"\b{re.escape(one)}\b", team)}
    named |= {
        (leader.function or leader.name).casefold()
        for leader in workshop.all(Leader)
        if leader.name and leader.name in team
    }
    if len(named) != 1:
        return None
    return "The whole team comes from one function: who of the others has to be in it?"


def _plain(name: str | None) -> str:
    return " ".join(_BRACKETED.sub("", name or "").casefold().split())

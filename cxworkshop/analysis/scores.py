"""What a candidate is worth against what it takes, by four ways of weighing that can disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxworkshop.analysis.findings import listed
from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.together import reach_of, value_of
from cxworkshop.domain.record import title_of
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop

STOP = "stop doing"
"""What stops takes no effort to be weighed: it stands in no order of what to begin."""
METHODS = ("Money", "RICE", "ICE", "WSJF")
"""In the order of trust: money first, because it comes from customers."""
INPUTS = {
    "Money": ("value", "confidence", "effort"),
    "RICE": ("reach", "impact", "confidence", "effort"),
    "ICE": ("impact", "confidence", "ease"),
    "WSJF": ("worth", "urgency", "reduction", "effort"),
}
"""The fields of a candidate that each way of weighing asks for."""
FORMULAS = {
    "Money": "value at risk × confidence ÷ effort: a year's money saved by each person-month",
    "RICE": "reach × impact × confidence ÷ effort: customers helped by each person-month",
    "ICE": "impact × confidence × ease",
    "WSJF": "(value + time criticality + risk reduction) ÷ effort",
}


class Weighed(NamedTuple):
    """A candidate by every way of weighing; a score and its rank are None where something is lacking."""

    candidate: Candidate
    scores: dict[str, float | None]
    ranks: dict[str, int | None]
    """From 1, equal scores share the better; among those that the way of weighing has a score for."""
    apart: int | None
    """Places between the two ways that are furthest apart, among candidates that all ways in use have weighed."""


def score(workshop: Workshop, candidate: Candidate, method: str = "Money") -> float | None:
    """A candidate's score by one of METHODS; None while any of its inputs is blank.

    Reach is the customers who meet the moment where nobody typed another; the size of WSJF is the effort. Source:
    docs/method.md 1.7.
    """
    given = _inputs(workshop, candidate, method)
    if any(value is None for value in given) or (candidate.effort == 0 and method != "ICE"):
        return None
    numbers = [float(value or 0) for value in given]
    match method:
        case "RICE":
            reach, impact, confidence, effort = numbers
            return reach * impact * confidence / effort
        case "ICE":
            impact, confidence, ease = numbers
            return impact * confidence * ease
        case "WSJF":
            worth, urgency, reduction, size = numbers
            return (worth + urgency + reduction) / size
        case _:
            value, confidence, effort = numbers
            return value * confidence / effort


def lacks(workshop: Workshop, candidate: Candidate, method: str = "Money") -> str | None:
    """What keeps a candidate from being weighed: `not weighed yet: lacks effort`; None where it has a score."""
    given = _inputs(workshop, candidate, method)
    blank = [
        title_of(Candidate, name).lower()
        for name, value in zip(INPUTS[method], given, strict=True)
        if value is None
    ]
    return f"not weighed yet: lacks {listed(blank)}" if blank else None


def weighed(workshop: Workshop) -> tuple[Weighed, ...]:
    """Every candidate on the wall that is not to stop: those that the ways put furthest apart first, then in order."""
    everyone = [one for one in on_the_wall(workshop) if one.verdict != STOP]
    scores = {method: [score(workshop, one, method) for one in everyone] for method in METHODS}
    used = in_use(scores)
    all_of = [at for at in range(len(everyone)) if used and all(scores[way][at] is not None for way in used)]
    spread = {way: places([scores[way][at] for at in all_of]) for way in used}
    apart = {at: between([spread[way][number] for way in used]) for number, at in enumerate(all_of)}
    ranks = {method: ranked(found) for method, found in scores.items()}
    rows = [
        Weighed(
            one,
            {method: scores[method][at] for method in METHODS},
            {method: ranks[method][at] for method in METHODS},
            apart.get(at) if len(used) > 1 and len(all_of) > 1 else None,
        )
        for at, one in enumerate(everyone)
    ]
    return tuple(sorted(rows, key=lambda row: (row.apart is None, -(row.apart or 0))))


def in_use(scores: dict[str, list[float | None]]) -> tuple[str, ...]:
    """The ways of weighing that have weighed two candidates at least."""
    return tuple(method for method, found in scores.items() if sum(one is not None for one in found) > 1)


def ranked(values: Sequence[float | None]) -> list[int | None]:
    """Ranks from 1, the largest first; equal ones share the better, unknown ones have none."""
    return [
        None if own is None else 1 + sum(other is not None and other > own for other in values)
        for own in values
    ]


def places(values: Sequence[float | None]) -> list[tuple[int, int] | None]:
    """The first and the last place that each value could take, the largest first: equal ones share a span of places."""
    return [
        None if rank is None else (rank, rank + sum(other == own for other in values) - 1)
        for rank, own in zip(ranked(values), values, strict=True)
    ]


def between(spans: Sequence[tuple[int, int] | None]) -> int:
    """How many places lie between the spans that are furthest apart; 0 where all of them meet.

    Twelve without a dot share the places four to fifteen, so the one that is last by money is no matter of dispute.
    """
    known = [span for span in spans if span]
    return max(0, max(low for low, _ in known) - min(high for _, high in known)) if known else 0


def _inputs(workshop: Workshop, candidate: Candidate, method: str) -> list[float | int | str | None]:
    derived = {"value": value_of, "reach": reach_of}
    return [
        derived[name](workshop, candidate) if name in derived else getattr(candidate, name)
        for name in INPUTS[method]
    ]

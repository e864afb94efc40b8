"""Blind dots: how many each ballot has, and where they went once the room has opened the ballots together."""

from __future__ import annotations

import math
from collections import Counter

from cxworkshop.analysis.merged import stands_for
from cxworkshop.analysis.silent import opened, told_by_change
from cxworkshop.domain.records import Dot, Reveal
from cxworkshop.domain.workshop import Workshop

FEWEST, MOST, ON_ONE = 3, 5, 2


def dots_each(k: int) -> int:
    """How many dots each ballot has for k candidates: a quarter of them, at least 3, at most 5."""
    return min(MOST, max(FEWEST, math.ceil(k / 4)))


def ballots(workshop: Workshop) -> dict[int, Counter[str]]:
    """Ballot number -> dots per candidate id, never more than two on one; rows without a ballot or dots are drafts.

    Dots on a candidate that was merged into another count for the one that stands. Open or not: to be counted, never to
    be told.
    """
    standing = stands_for(workshop)
    found: dict[int, Counter[str]] = {}
    for dot in workshop.all(Dot):
        if dot.ballot and dot.candidate and dot.dots:
            ballot = found.setdefault(dot.ballot, Counter())
            on = standing.get(dot.candidate, dot.candidate)
            ballot[on] = min(ON_ONE, ballot[on] + dot.dots)
    return dict(sorted(found.items()))


def dots_open(workshop: Workshop) -> bool:
    """Whether the room has revealed the ballots and three or more are in."""
    reveal = workshop.one(Reveal)
    return opened(reveal.dots, len(ballots(workshop)), reveal.dots_seen)


def dots_changed(workshop: Workshop) -> str | None:
    """Why ballots that were open once must not be opened again now; None where they may."""
    return told_by_change("ballot", len(ballots(workshop)), workshop.one(Reveal).dots_seen)


def open_ballots(workshop: Workshop) -> dict[int, Counter[str]]:
    """The ballots that may be told of; none before they are revealed together."""
    return ballots(workshop) if dots_open(workshop) else {}


def dots_of(workshop: Workshop, candidate_id: str) -> int:
    """All ballots' dots on a candidate; 0 before they are revealed together."""
    return sum(ballot[candidate_id] for ballot in open_ballots(workshop).values())

"""Blind dots: how many each ballot has, and where they went."""

from __future__ import annotations

import math
from collections import Counter

from cxworkshop.analysis.merged import stands_for
from cxworkshop.domain.records import Dot
from cxworkshop.domain.workshop import Workshop

FEWEST, MOST, ON_ONE = 3, 5, 2
FEWEST_BALLOTS = 3


def dots_each(k: int) -> int:
    """How many dots each ballot has for k candidates: a quarter of them, at least 3, at most 5."""
    return min(MOST, max(FEWEST, math.ceil(k / 4)))


def ballots(workshop: Workshop) -> dict[int, Counter[str]]:
    """Ballot number -> dots per candidate id, never more than two on one; rows without a ballot or dots are drafts.

    Dots on a candidate that was merged into another count for the one that stands.
    """
    standing = stands_for(workshop)
    found: dict[int, Counter[str]] = {}
    for dot in workshop.all(Dot):
        if dot.ballot and dot.candidate and dot.dots:
            ballot = found.setdefault(dot.ballot, Counter())
            on = standing.get(dot.candidate, dot.candidate)
            ballot[on] = min(ON_ONE, ballot[on] + dot.dots)
    return dict(sorted(found.items()))


def dots_of(workshop: Workshop, candidate_id: str) -> int:
    """All ballots' dots on a candidate."""
    return sum(ballot[candidate_id] for ballot in ballots(workshop).values())


def dots_open(workshop: Workshop) -> bool:
    """Whether dots may be shown: three ballots at least, so that no breakdown gives anyone away."""
    return len(ballots(workshop)) >= FEWEST_BALLOTS

"""Whether what was promised fits the people: per leader against what theirs can give, and altogether."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.commitments import Owned, owned
from cxworkshop.analysis.findings import figure
from cxworkshop.domain.records import Governance, Leader
from cxworkshop.domain.workshop import Workshop

MOST_EACH = 2
"""Priorities that one leader can carry. Source: docs/method.md 1.8."""


@dataclass(frozen=True)
class Load:
    """What one leader answers for."""

    leader: Leader
    carries: tuple[Owned, ...]
    people: float
    """Person-months that the priorities ask for, as far as that is written."""
    capacity: float | None
    """Person-months that the leader's people can give until the review; None where nobody has said."""

    @property
    def heavy(self) -> bool:
        """Whether the leader answers for more priorities than one person carries."""
        return len(self.carries) > MOST_EACH

    @property
    def over(self) -> bool:
        """Whether more is asked of the leader's people than they can give."""
        return _over(self.people, self.capacity)


@dataclass(frozen=True)
class Asked:
    """What all priorities ask for together."""

    people: float
    money: float
    capacity: float | None
    unsaid: tuple[Owned, ...]
    """Priorities of which nobody has said how many people they take."""
    orphaned: tuple[Owned, ...]
    """Priorities that nobody who is listed answers for, so that they are on no leader's load."""

    @property
    def over(self) -> bool:
        """Whether more people are asked for than there are."""
        return _over(self.people, self.capacity)


def loads(workshop: Workshop) -> tuple[Load, ...]:
    """Every leader, those of whom most is asked first, then in their own order."""
    rows = owned(workshop)
    found = []
    for leader in (one for one in workshop.all(Leader) if one.filled):
        carries = tuple(one for one in rows if one.commitment.executive == leader.id)
        people = sum(one.commitment.people or 0 for one in carries)
        found.append(Load(leader, carries, people, leader.capacity))
    return tuple(sorted(found, key=lambda load: (-load.people, -len(load.carries))))


def asked(workshop: Workshop) -> Asked:
    """People and money of all chosen priorities against the capacity until the review."""
    rows = owned(workshop)
    return Asked(
        people=sum(one.commitment.people or 0 for one in rows),
        money=sum(one.commitment.money or 0 for one in rows),
        capacity=workshop.one(Governance).capacity,
        unsaid=tuple(one for one in rows if one.commitment.people is None),
        orphaned=tuple(one for one in rows if workshop.get(Leader, one.commitment.executive) is None),
    )


def _over(people: float, capacity: float | None) -> bool:
    """Too much is only what reads as more: sums of tenths are not exact, and a day in a year's work is nobody's overload."""
    return capacity is not None and people > capacity and figure(people, capacity) != figure(capacity, people)

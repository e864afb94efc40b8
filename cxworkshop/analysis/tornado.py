"""Which judgement moves the answer most: each from its low to its high end, with all others as judged."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.judgements import JUDGED, Judgement
from cxworkshop.analysis.risk import AtRisk, pipeline
from cxworkshop.analysis.risk_overlap import Loss, leavers, once
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Swing:
    """One judgement about one moment, and what all moments together lose at either end of it."""

    moment: AtRisk
    name: str
    """The judgement: `failure`, `rescued` or `leaving`."""
    judgement: Judgement
    at_least: Loss
    """With the judgement at its low end; for rescue this is the larger loss."""
    at_most: Loss
    """With the judgement at its high end."""

    @property
    def money(self) -> float:
        """The money between the two ends."""
        return abs(self.at_most.value - self.at_least.value)

    @property
    def people(self) -> float:
        """The customers between the two ends."""
        return abs(self.at_most.people - self.at_least.people)


def tornado(workshop: Workshop) -> tuple[Swing, ...]:
    """Every judgement that was given as a range, the one that moves the value at risk of all moments most first.

    Without the bound of the opening value, under which nothing would move any more.
    """
    found = pipeline(workshop)
    rows = [leavers(one) for one in found]

    def moved(at: int, share: float) -> Loss:
        other = leavers(found[at], found[at].met * share)
        return once([*rows[:at], other, *rows[at + 1 :]])

    swings = [
        Swing(one, name, judgement, *(moved(at, share) for share in one.judged.moved(name)))
        for at, one in enumerate(found)
        for name in JUDGED
        if (judgement := getattr(one.judged, name)).ranged
    ]
    return tuple(sorted(swings, key=lambda swing: -swing.money))


def as_judged(workshop: Workshop) -> Loss:
    """All moments together with every judgement as it is: what the swings move."""
    return once(leavers(one) for one in pipeline(workshop))


def exact(workshop: Workshop) -> tuple[tuple[AtRisk, tuple[str, ...]], ...]:
    """The judgements that have no range, by moment: the answer takes them as exact."""
    return tuple(
        (one, names)
        for one in pipeline(workshop)
        if (names := tuple(name for name in JUDGED if not getattr(one.judged, name).ranged))
    )

"""Which numbers would warn the company in time: those with a threshold, somebody whom it wakes, and a first move."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.domain.records import Leader, Measure, Touchpoint
from cxworkshop.domain.workshop import Workshop

WARNS = ("trigger", "owner", "response")
"""Without one of these a measure is only a number."""
WHOLE = ("standard", "owner", "trigger", "response", "rescue")
"""What a priority moment needs for the step to be done."""


@dataclass(frozen=True)
class Warned:
    """A moment with one of its measures, or without any; a measure without a moment has none."""

    moment: Touchpoint | None
    measure: Measure | None
    has: frozenset[str]
    """Which fields of the whole hold something, and `name`."""

    @property
    def lacks(self) -> tuple[str, ...]:
        """The fields of the whole that are blank, in order."""
        return tuple(name for name in ("name", *WHOLE) if name not in self.has)

    @property
    def warns(self) -> bool:
        """Whether it is a warning: named, with threshold, owner and response."""
        return self.has >= {"name", *WARNS}


def warned(workshop: Workshop) -> tuple[Warned, ...]:
    """Every measure of the priority moments in the order of the map, those moments that have none, then all other measures."""
    measures = [one for one in workshop.all(Measure) if one.filled]
    found: list[Warned] = []
    for moment in priority_moments(workshop):
        own = [one for one in measures if one.touchpoint == moment.id]
        found += [Warned(moment, one, _has(workshop, one)) for one in own] or [
            Warned(moment, None, frozenset())
        ]
    seen = {one.measure.id for one in found if one.measure}
    found += [
        Warned(workshop.get(Touchpoint, one.touchpoint), one, _has(workshop, one))
        for one in measures
        if one.id not in seen
    ]
    return tuple(found)


def priority_moments(workshop: Workshop) -> list[Touchpoint]:
    """The moments marked as priorities, in the order of the customer's life."""
    places = [*(stage.id for stage in ordered_stages(workshop)), None]
    return [moment for place in places for moment in touchpoints_of(workshop, place) if moment.priority]


def _has(workshop: Workshop, measure: Measure) -> frozenset[str]:
    filled = {name for name in ("name", *WHOLE) if getattr(measure, name) is not None}
    return frozenset(filled if workshop.get(Leader, measure.owner) else filled - {"owner"})

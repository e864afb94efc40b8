"""All measures at a glance: which chart needs somebody, which is steady and still short of the promise, which to leave alone."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.signals import Chart, misses_standard, of_measure, points_of
from cxworkshop.domain.records import Measure
from cxworkshop.domain.workshop import Workshop

FIRST = {"worse": 0, "changed": 1, "better": 3, "past": 4, "steady": 4, "no variation": 5, "early": 6}
SHORT = 2
"""Where a measure stands that is calm and misses what was promised: after those that changed."""
NOTHING = 7


@dataclass(frozen=True)
class Watched:
    """A measure with its chart, None while there is too little to draw."""

    measure: Measure
    chart: Chart | None
    points: int
    short: bool
    """Whether its recent average misses the standard although no signal calls anybody."""


def watched(workshop: Workshop) -> tuple[Watched, ...]:
    """Every named measure, those that need somebody first: worse, changed, calm but short, better, steady, early, none."""
    found = []
    for measure in workshop.all(Measure):
        if not measure.name:
            continue
        chart = of_measure(workshop, measure)
        calm = chart is not None and chart.state in ("steady", "past", "no variation")
        short = calm and chart is not None and bool(misses_standard(measure, chart))
        found.append(Watched(measure, chart, len(points_of(workshop, measure)), short))
    return tuple(sorted(found, key=_place))


def _place(one: Watched) -> int:
    return NOTHING if one.chart is None else SHORT if one.short else FIRST[one.chart.state]

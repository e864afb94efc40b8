"""Process behaviour charts of the workshop's measures: what varies by chance, and which points tell of a change."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cxworkshop.analysis.cadence import cadence
from cxworkshop.analysis.verdicts import State, effect, verdict
from cxworkshop.analysis.xmr import Variant, xmr
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.domain.workshop import Workshop

RECENT = 12


@dataclass(frozen=True)
class Chart:
    """An XmR chart: a value per point, in the measure's unit, its limits, and the rules that each point completes."""

    values: tuple[float, ...]
    dates: tuple[date | None, ...]
    ranges: tuple[float | None, ...]
    """Moving ranges; None at the first point and after a missing one."""
    mean: float
    """The centre line; the median in the median variant."""
    mean_range: float
    lower: float
    upper: float
    range_limit: float
    signals: tuple[tuple[int, ...], ...]
    """Per point: 1 outside a limit or jumped, 2 three of four nearer one limit than the centre, 3 eight on one side."""
    effects: tuple[str, ...]
    """Per point: `harm` or `good` where its signal has a side and the measure a better direction, else ``."""
    drawn_lower: float | None
    """The lower limit as drawn: None where it lies past a natural bound or no variation was recorded."""
    drawn_upper: float | None
    baseline: int
    """How many points the limits were computed from."""
    step: str
    """What one step of the series is: `month`, `week`, `day` ... or `point`."""
    state: State
    verdict: str
    middle: str
    """What the centre line is: the `average`, or the `median`."""
    earlier: tuple[tuple[date, float], ...] = ()
    """Points before the limits were made anew, in date order: they stay in sight and are judged by nothing."""


def chart(
    values: Sequence[float],
    dates: Sequence[date | None] | None = None,
    *,
    baseline: int | None = None,
    better: str = "",
    floor: float | None = None,
    ceiling: float | None = None,
    variant: Variant = "mean",
    name: str = "This measure",
    missing: Collection[int] = (),
) -> Chart | None:
    """The chart of a series in date order; None where no two of its points follow each other.

    `baseline` locks the limits on the first so many points; `better` is `higher`, `lower` or blank; `floor` and
    `ceiling` are bounds that the measure cannot pass. A date missing from a regular series breaks the moving range; a
    point on the centre belongs to neither side. `missing` are the indices of points before which one is known to lack.
    Source: docs/method.md 3.2.
    """
    when = tuple(dates) if dates else (None,) * len(values)
    rhythm = cadence(when)
    found = xmr(values, {*rhythm.gaps, *missing}, baseline, variant)
    if not found:
        return None
    state, said = verdict(name, found, when, rhythm.word, better, floor, ceiling)
    too_low = floor is not None and found.lower < floor
    too_high = ceiling is not None and found.upper > ceiling
    return Chart(
        values=found.values,
        dates=when,
        ranges=found.ranges,
        mean=found.centre,
        mean_range=found.typical,
        lower=found.lower,
        upper=found.upper,
        range_limit=found.range_limit,
        signals=found.signals,
        effects=tuple(effect(found, at, better) for at in range(len(values))),
        drawn_lower=None if too_low or not found.typical else found.lower,
        drawn_upper=None if too_high or not found.typical else found.upper,
        baseline=found.baseline,
        step=rhythm.word,
        state=state,
        verdict=said,
        middle=found.middle,
    )


def of_measure(workshop: Workshop, measure: Measure) -> Chart | None:
    """The chart of a measure's readings in date order; of readings without dates, in the order entered.

    Once any reading has a date, those without one are drafts and left out. Where the measure has new limits since a
    day, readings before it are only kept in sight. None while there is too little to chart.
    """
    points = points_of(workshop, measure)
    since = measure.since
    dated = [(day, value) for day, value in points if day is not None]
    earlier = tuple((day, value) for day, value in dated if since is not None and day < since)
    found = chart(
        [value for _, value in points[len(earlier) :]],
        [day for day, _ in points[len(earlier) :]],
        baseline=measure.baseline,
        better=measure.better or "",
        floor=measure.floor,
        ceiling=measure.ceiling,
        variant="median" if measure.variant == "median" else "mean",
        name=measure.name or "This measure",
    )
    return replace(found, earlier=earlier) if found else None


def points_of(workshop: Workshop, measure: Measure) -> Sequence[tuple[date | None, float]]:
    """A measure's readings that have a value: by date once any has one, else as entered."""
    readings = [(one.taken_on, one.value) for one in workshop.all(Reading) if one.measure == measure.id]
    given = [(day, value) for day, value in readings if value is not None]
    dated = [(day, value) for day, value in given if day is not None]
    return sorted(dated, key=lambda point: point[0]) or given


def recent_average(chart: Chart) -> float:
    """The mean of the last twelve points, or of all where there are fewer, in the measure's unit."""
    return statistics.fmean(chart.values[-RECENT:])


def misses_standard(measure: Measure, chart: Chart) -> bool | None:
    """Whether the recent average lies on the wrong side of the promise; None without a standard or a direction."""
    if measure.standard is None or measure.better is None:
        return None
    average = recent_average(chart)
    return average < measure.standard if measure.better == "higher" else average > measure.standard

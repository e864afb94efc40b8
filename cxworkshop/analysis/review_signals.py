"""What measures did since the workshop: the points from before it lock the limits, those after it are judged by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxworkshop.analysis.findings import counted, figure, quoted
from cxworkshop.analysis.periods import day_label, month_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.signals import Chart, of_measure, points_of
from cxworkshop.analysis.verdicts import USABLE
from cxworkshop.domain.records import Company, Measure
from cxworkshop.domain.workshop import Workshop

LOCKABLE = 2
"""Points without which there are no limits to hold new ones against."""


_KINDS = {"harm": "worse", "good": "better", "": "other"}
_BACK = {"worse": "better", "better": "worse", "other": "other"}
_REAL = {
    "worse": "a real change, for the worse",
    "better": "a real change, for the better",
    "other": "a real change",
}


@dataclass(frozen=True)
class Since:
    """A measure with its limits locked before the workshop, and the points that came after it."""

    measure: Measure
    """As it is drawn: with its limits from the points of before the workshop."""
    chart: Chart | None
    new: tuple[tuple[date, float], ...]
    changed: str
    """`better`, `worse`, `other` (no direction is known), or blank where chance explains every new point."""
    says: str


def of_priorities(workshop: Workshop) -> tuple[Measure, ...]:
    """The measures of the moments that the chosen priorities are about, in the order of the priorities."""
    moments = [one.touchpoint for one in chosen(workshop) if one.touchpoint]
    asked = [one for one in workshop.all(Measure) if one.touchpoint in moments and one.name]
    return tuple(sorted(asked, key=lambda one: moments.index(one.touchpoint or "")))


def since_workshop(workshop: Workshop, measure: Measure) -> Since:
    """The chart of a measure whose limits are those of the day of the workshop, with what its later points say.

    A baseline that was locked on fewer points, on purpose, stays. New limits since a day after the workshop would hide
    what happened, so they are left aside. Source: docs/method.md 3.2.
    """
    held = workshop.one(Company).held_on
    if held is not None and measure.since is not None and measure.since > held:
        measure = measure.with_values({"since": None})
    name = quoted(measure.name)
    dated = [(day, value) for day, value in points_of(workshop, measure) if day is not None]
    kept = [one for one in dated if measure.since is None or one[0] >= measure.since]
    if held is None:
        return Since(
            measure,
            of_measure(workshop, measure),
            (),
            "",
            f"{name}: no day of the workshop, so nothing is after it.",
        )
    basis = sum(day <= held for day, _ in kept)
    new = tuple(one for one in kept if one[0] > held)
    locked = measure.with_values(
        {"baseline": min(measure.baseline or basis, basis) if basis >= LOCKABLE else None}
    )
    chart = of_measure(workshop, locked)
    if not new:
        said = f"{name}: no reading since the workshop, so nobody can say whether anything changed."
        return Since(locked, chart, new, "", said)
    if basis < LOCKABLE or chart is None:
        said = f"{name}: {counted(len(new), 'new point')} since the workshop, and too few before it to hold them against."
        return Since(locked, chart, new, "", said)
    return Since(locked, chart, new, *_judged(name, chart, new))


def _judged(name: str, chart: Chart, new: Sequence[tuple[date, float]]) -> tuple[str, str]:
    """What the new points say against the old limits, judged by the last of them: its effect, and a sentence."""
    last, begin = len(chart.values) - 1, len(chart.values) - len(new)
    told = f"{name}: {counted(len(new), 'new point')} since the workshop"
    if not chart.mean_range:
        return "", f"{told}; the points before it never varied, so there are no limits to judge by."
    trial = "" if chart.baseline >= USABLE else " The limits rest on few points."
    if chart.signals[last] and not _turned(chart, last):
        kind = _KINDS[chart.effects[last]]
        why, began = _why(chart, last)
        if began < begin:
            return kind, f"{told}; {why}: it began before the workshop and goes on.{trial}"
        return kind, f"{told}; {why}: {_REAL[kind]}.{trial}"
    loud = [at for at in range(max(begin - 1, 0), last) if chart.signals[at]]
    if not loud:
        return "", f"{told}, {_inside(chart)}: chance explains them, nothing has changed yet.{trial}"
    kind = _BACK[_KINDS[chart.effects[loud[-1]]]]
    value = f"the last, {figure(chart.values[last])} {_on(chart.dates[last])}, is {_inside(chart)} again"
    return kind, f"{told}; {value}. A few more points will tell whether it stays so.{trial}"


def _turned(chart: Chart, at: int) -> bool:
    """Whether a point has a signal only because it came back: from outside the limits, or from a crowd on the other side."""
    value, rules = chart.values[at], chart.signals[at]
    if 3 in rules or not chart.lower <= value <= chart.upper:
        return False
    if 2 in rules:
        above = sum(one > chart.mean for one in chart.values[max(at - 3, 0) : at + 1])
        return (value > chart.mean) != (above >= 3)
    return at > 0 and not chart.lower <= chart.values[at - 1] <= chart.upper


def _why(chart: Chart, at: int) -> tuple[str, int]:
    """The strongest signal that a point completes, in words, and the index of the point with which it began."""
    rules, value, middle = (
        chart.signals[at],
        chart.values[at],
        f"the old {chart.middle} of {figure(chart.mean)}",
    )
    if 3 in rules:
        run, side = _run(chart, at), "above" if value > chart.mean else "below"
        since = chart.dates[at - run + 1]
        when = f" since {month_label(since)}" if since else ""
        return f"{counted(run, 'point')} in a row lie {side} {middle}{when}", at - run + 1
    if 1 in rules and not chart.lower <= value <= chart.upper:
        side, bound = ("above", chart.upper) if value > chart.upper else ("below", chart.lower)
        return f"{figure(value)} {_on(chart.dates[at])} lies {side} the old limit of {figure(bound)}", at
    if 2 in rules:
        crowd = sum(one > chart.mean for one in chart.values[at - 3 : at + 1]) >= 3
        return f"three of the last four points lie far {'above' if crowd else 'below'} {middle}", at - 3
    before = chart.values[at - 1]
    return f"it jumped from {figure(before)} to {figure(value)} {_on(chart.dates[at])}", at


def _inside(chart: Chart) -> str:
    low, high = chart.drawn_lower, chart.drawn_upper
    if low is None and high is None:
        return "within what was possible before"
    if low is None:
        return f"under the old limit of {figure(high or 0)}"
    if high is None:
        return f"over the old limit of {figure(low)}"
    return f"between the old limits of {figure(low)} and {figure(high)}"


def _run(chart: Chart, at: int) -> int:
    above = chart.values[at] > chart.mean
    length = 0
    while length <= at and (
        chart.values[at - length] > chart.mean if above else chart.values[at - length] < chart.mean
    ):
        length += 1
    return length


def _on(day: date | None) -> str:
    return f"on {day_label(day)}" if day else "at the last point"

"""The axis of time of a process behaviour chart: when each point was taken, and which of them are labelled."""

from __future__ import annotations

from datetime import date

import altair as alt

from cxworkshop.analysis.signals import Chart

EPOCH = date(1970, 1, 1)
LABELS = 6
"""Points that carry their date, at most one more."""
DAILY = {"day", "week", "fortnight", "point"}
LEFT, RIGHT = 0.16, 0.24
"""Room beside the points, as shares of the time that they cover: for what was promised, and for the names of lines."""


def moments(found: Chart) -> list[float]:
    """When each judged point was taken, in milliseconds since 1970 (UTC); its number where a date is missing."""
    days = [day for day in found.dates if day is not None]
    if len(days) < len(found.dates):
        return [float(at + 1) for at in range(len(found.dates))]
    return [milliseconds(day) for day in days]


def before(found: Chart) -> list[float]:
    """When each earlier point was taken, as `moments` says it."""
    return [milliseconds(day) for day, _ in found.earlier]


def ends(found: Chart) -> tuple[float, float]:
    """The first and the last moment that the axis shows."""
    when = [*before(found), *moments(found)]
    length = when[-1] - when[0] or 1.0
    return when[0] - length * LEFT, when[-1] + length * RIGHT


def time_axis(found: Chart, field: str = "on") -> alt.X:
    """The axis of time of a field, with room at both sides, and labels at points only, the last one always among them."""
    when = [*before(found), *moments(found)]
    shown = when[:: -1 if len(when) <= LABELS else -((len(when) - 1) // LABELS + 1)]
    # Days are told in universal time: in local time the first of a month would be the last of another.
    form = "%d %b %Y" if found.step in DAILY else "%b %Y"
    words = f"utcFormat(datum.value, '{form}')" if all(found.dates) else "datum.label"
    look = alt.Axis(title=None, values=shown[::-1], labelExpr=words, labelOverlap=True, format="d")
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=list(ends(found)), nice=False, zero=False), axis=look)


def milliseconds(day: date) -> float:
    """A day in milliseconds since 1970 (UTC)."""
    return (day - EPOCH).days * 86_400_000.0

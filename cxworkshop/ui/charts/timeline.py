"""The axis of time of a process behaviour chart: when each point was taken, and which of them are labelled."""

from __future__ import annotations

from datetime import date

import altair as alt

from cxworkshop.analysis.signals import Chart

EPOCH = date(1970, 1, 1)
LABELS = 6
"""Points that carry their date."""
DAILY = {"day", "week", "fortnight", "point"}


def moments(found: Chart) -> list[float]:
    """When each point was taken, in milliseconds since 1970 (UTC); its number where a date is missing."""
    days = [day for day in found.dates if day is not None]
    if len(days) < len(found.dates):
        return [float(at + 1) for at in range(len(found.dates))]
    return [(day - EPOCH).days * 86_400_000.0 for day in days]


def time_axis(found: Chart) -> alt.X:
    """The axis of time, with room at its right for the names of lines, and labels at points only."""
    when = moments(found)
    shown = when[:: -(-len(when) // LABELS)]
    length = when[-1] - when[0] or 1.0
    ends = [when[0] - length * 0.06, when[-1] + length * 0.24]
    # Days are told in universal time: in local time the first of a month would be the last of another.
    form = "%d %b %Y" if found.step in DAILY else "%b %Y"
    words = f"utcFormat(datum.value, '{form}')" if all(found.dates) else "datum.label"
    look = alt.Axis(title=None, values=shown, labelExpr=words, labelOverlap=True, format="d")
    return alt.X("on:Q", scale=alt.Scale(domain=ends, nice=False, zero=False), axis=look)

"""A picture: a chart that states one finding, with the same figures in words and in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair

from cxworkshop.ui.charts.palette import Palette

LARGE, SMALL = 17, 15
"""Heights of letters in pixels that read from the back of a room."""


@dataclass(frozen=True)
class Picture:
    """A chart without a title; `says` stands above it as the heading, `table` beside it."""

    chart: altair.TopLevelMixin
    says: str
    """The finding, one sentence, computed from the same figures."""
    alt: str
    """What the chart shows, for those who cannot see it."""
    table: list[dict[str, object]]
    """The same figures as rows of plain values."""
    height: int
    """In pixels."""


Layers = altair.LayerChart | altair.FacetChart | altair.VConcatChart


def finished(
    chart: Layers, palette: Palette, *, says: str, alt: str, table: list[dict[str, object]], height: int
) -> Picture:
    """A picture of a chart, dressed alike: clear letters, no box, no lines that do not help."""
    if not isinstance(chart, altair.VConcatChart):
        chart = chart.properties(height=height)
    axis: dict[str, Any] = {
        "domain": False,
        "grid": False,
        "gridColor": palette.grid,
        "labelColor": palette.ink,
        "labelFontSize": SMALL,
        "labelLimit": 320,
        "labelLineHeight": SMALL + 2,
        "labelPadding": 8,
        "ticks": False,
        "titleColor": palette.muted,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
    }
    dressed = chart.properties(description=alt, background="transparent").configure(
        font="Source Sans, Segoe UI, Helvetica Neue, Arial, sans-serif",
        axis=axis,
        view={"stroke": None},
        text={"color": palette.ink, "fontSize": SMALL, "lineBreak": "\n", "lineHeight": SMALL + 2},
    )
    return Picture(dressed, says, alt, table, height)


def rows(values: Sequence[dict[str, object]]) -> altair.InlineData:
    """Rows for a chart. Field names are ours and plain; a person's words are only ever values."""
    return altair.InlineData(values=list(values))


def names(field: str, order: Sequence[str], **axis: Any) -> dict[str, Any]:
    """What an axis of names needs: the order given, and a new line where a name has one.

    Vega would read a name with special characters as a path if it were a field; as a value it is only shown.
    """
    if axis.get("orient") == "top":
        # Vega lets lines run down from the axis into the picture: so they begin higher.
        axis["labelPadding"] = 8 + (SMALL + 2) * max((name.count("\n") for name in order), default=0)
    look = altair.Axis(title=None, labelExpr="split(datum.label, '\\n')", **axis)
    return {"shorthand": f"{field}:N", "sort": None, "scale": altair.Scale(domain=list(order)), "axis": look}


def hidden(field: str, low: float, high: float, **scale: Any) -> dict[str, Any]:
    """What a measured axis needs that is not drawn, because its marks carry their own figures."""
    return {
        "shorthand": f"{field}:Q",
        "scale": altair.Scale(domain=[low, high], nice=False, zero=False, **scale),
        "axis": None,
    }

"""A picture: a chart that states one finding, with the same figures in words and in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair

from cxworkshop.drawing.palette import Palette

LARGE, SMALL = 17, 15
"""Heights of letters in pixels that read from the back of a room."""
LINE = SMALL + 2
FOOT = -1
"""The level of a strip's own line; dots stand on it from level 0 upwards."""
UNSEEN = "\u200b"
_LINES = "length(split(datum.{}, '\\n'))"


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
        "labelLineHeight": LINE,
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
        text={"color": palette.ink, "fontSize": SMALL, "lineBreak": "\n", "lineHeight": LINE},
    )
    return Picture(dressed, says, alt, table, height)


def rows(values: Sequence[dict[str, object]]) -> altair.InlineData:
    """Rows for a chart. Field names are ours and plain; a person's words are only ever values."""
    return altair.InlineData(values=tuple(values))


def names(
    field: str,
    order: Sequence[str],
    side: Literal["left", "top", "bottom"] = "left",
    *,
    size: int = SMALL,
    headed: bool = False,
) -> dict[str, Any]:
    """What an axis of names needs: the order given, and a new line where a name has one.

    Where it is `headed`, names are bold unless they begin with a letter that is not seen.

    Names are values, never field names, in which Vega would read dots and brackets as a path.
    """
    most = max((name.count("\n") for name in order), default=0)
    look: dict[str, Any] = {"labelFontSize": size, "labelAngle": 0, "orient": side}
    if headed:
        test = f"datum.label[0] != '{UNSEEN}'"
        look["labelFontWeight"] = {"condition": {"test": test, "value": "bold"}, "value": "normal"}
    if side == "top":
        look["labelPadding"] = 8 + LINE * most
    elif side == "left" and most:
        tests = [
            {"test": f"{_LINES.format('label')} == {more + 1}", "value": -LINE / 2 * more}
            for more in range(1, most + 1)
        ]
        look["labelOffset"] = {"condition": tests, "value": 0}
    axis = altair.Axis(title=None, labelExpr="split(datum.label, '\\n')", **look)
    return {"shorthand": f"{field}:N", "sort": None, "scale": altair.Scale(domain=list(order)), "axis": axis}


def lifted(field: str, *, foot: bool = False) -> altair.ExprRef:
    """How far words of several lines are raised, so that they stand around their place, or on it with `foot`.

    Vega places the first line and lets the others run down.
    """
    return altair.ExprRef(f"-{LINE if foot else LINE / 2} * ({_LINES.format(field)} - 1)")


def strips(labels: Sequence[str], room: int) -> tuple[list[str], dict[tuple[str, int], str]]:
    """Places on an axis of names for strips of stacked dots, `room` dots high: the order, and each (label, level)'s place.

    Vega's own offsets run upwards in one release and downwards in the next; places that have a name do not. The middle
    of a strip is called by its label, the others by nothing that can be seen.
    """
    order: list[str] = []
    places: dict[tuple[str, int], str] = {}
    for label in labels:
        for level in range(room, FOOT - 1, -1):
            place = label if level == room // 2 else UNSEEN * (len(order) + 1)
            order.append(place)
            places[label, level] = place
    return order, places


def hidden(field: str, low: float, high: float) -> dict[str, Any]:
    """What a measured axis needs that is not drawn, because its marks carry their own figures."""
    return {
        "shorthand": f"{field}:Q",
        "scale": altair.Scale(domain=[low, high], nice=False, zero=False),
        "axis": None,
    }


def heading(words: str, palette: Palette) -> altair.TitleParams:
    """The name of one half of a picture that has two."""
    return altair.TitleParams(words, anchor="start", fontSize=SMALL, fontWeight="normal", color=palette.muted)


def painted(field: str = "colour") -> altair.Color:
    """Marks in the colours that their rows name."""
    return altair.Color(f"{field}:N", scale=None)


def shaped() -> altair.Shape:
    """Marks in the shapes that their rows name."""
    return altair.Shape("shape:N", scale=None)

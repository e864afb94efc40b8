"""A glass bowl and glass marbles, drawn from circles, lines and areas in the radii of a marble."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import altair as alt

from cxworkshop.drawing.packing import DEEP, RIM, Spot, wall
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import rows

UNIT = "unit"
"""The name of the chart's own parameter: how many pixels a marble's radius is."""
FLOOR = -8.6
"""What stands at the lower edge of the picture."""
_EYE = "M-0.72,0Q0,-0.62,0.72,0Q0,0.62,-0.72,0Z"
"""The band inside a cat's-eye marble, in a square of 2 by 2."""
_THICK = 0.35


def place() -> alt.FacetedEncoding:
    """Both axes in one unit, whatever the width of the screen, so that circles that touch also touch on paper."""
    across = alt.Scale(
        domain=[alt.expr(f"-width / 2 / {UNIT}"), alt.expr(f"width / 2 / {UNIT}")], nice=False, zero=False
    )
    up = alt.Scale(
        domain=[alt.expr(f"{FLOOR}"), alt.expr(f"{FLOOR} + height / {UNIT}")], nice=False, zero=False
    )
    return alt.FacetedEncoding(
        x=alt.X(field="x", type="quantitative", scale=across, axis=None),
        y=alt.Y(field="y", type="quantitative", scale=up, axis=None),
    )


def marbles(
    spots: Sequence[Spot], fill: str, colour: str, palette: Palette, *, size: float = 0.97
) -> list[alt.Chart]:
    """Marbles of one fill: `full` is coloured glass, `eye` is clear with a coloured band; light falls from the left."""
    if not spots:
        return []
    clear = fill == "eye"
    bright, body, dark = (
        (palette.lit(colour, 0.95), palette.tint(colour, 0.3), palette.tint(colour, 0.6))
        if clear
        else (palette.lit(colour, 0.55), colour, palette.shaded(colour, 0.3))
    )
    ball = alt.RadialGradient(
        gradient="radial",
        x1=0.36,
        y1=0.3,
        r1=0,
        x2=0.5,
        y2=0.5,
        r2=0.52,
        stops=[
            alt.GradientStop(offset=0, color=bright),
            alt.GradientStop(offset=0.55, color=body),
            alt.GradientStop(offset=1, color=dark),
        ],
    )
    edge = colour if clear else palette.shaded(colour, 0.35)
    layers = [_circles(spots, size, fill=ball, stroke=edge, strokeWidth=1.6 if clear else 0.8)]
    if clear:
        layers.append(_circles(spots, size, shape=_EYE, fill=colour, strokeWidth=0, angle=325))
    shine = [(x - 0.34 * size, y + 0.4 * size) for x, y in spots]
    layers.append(_circles(shine, 0.24 * size, fill=palette.lit(colour, 0.9), opacity=0.85, strokeWidth=0))
    return layers


def back(middle: float, palette: Palette) -> list[alt.Chart]:
    """What lies behind the marbles: the shadow on the table, the inside of the bowl, the far half of its rim."""
    shadow = (
        [(x * 0.8, -1.15 + y * 0.5) for x, y in _rim(1)],
        [(x * 0.8, -1.15 - y * 0.5) for x, y in _rim(1)],
    )
    inside = [(x, y - _THICK) for x, y in wall()], [(x, DEEP) for x, _ in wall()]
    return [
        _area(middle, *shadow, palette.tint(palette.neutral, 0.22), 1.0),
        _area(middle, *inside, palette.tint(palette.neutral, 0.12), 1.0),
        _line(middle, [(x, DEEP + y) for x, y in _rim(1)], palette.tint(palette.neutral, 0.55), 1.6),
    ]


def front(middle: float, palette: Palette) -> list[alt.Chart]:
    """What lies before the marbles: a breath of glass, the wall, its foot and the near half of the rim."""
    outside = [(x * 1.025, y - _THICK) for x, y in wall()]
    level = [(x, DEEP) for x, _ in outside]
    foot = [(-3.6, -1.25), (-2.6, -0.3), (2.6, -0.3), (3.6, -1.25), (-3.6, -1.25)]
    edge = palette.tint(palette.neutral, 0.85)
    return [
        _area(middle, outside, level, palette.neutral, 0.1),
        _area(middle, foot[:4], [(x, -1.25) for x, _ in foot[:4]], edge, 1.0),
        _line(middle, outside, edge, 4),
        _line(middle, [(x * 1.025, DEEP - y * 0.9) for x, y in _rim(1)], edge, 2.2),
    ]


def arrows(palette: Palette, apart: float) -> list[alt.Chart]:
    """An arrow into the left bowl and one out of the right bowl, over their outer rims."""
    begin, wide, high = apart + RIM + 2.8, 4.2, 3.4
    turns = [math.pi * at / 24 for at in range(2, 23)]
    over = [(-begin + wide * (1 - math.cos(turn)) / 2, DEEP + 2.4 + high * math.sin(turn)) for turn in turns]
    layers = []
    for arc, colour in ((over, palette.gain), ([(-x, y) for x, y in reversed(over)], palette.loss)):
        x, y = arc[-1]
        layers.append(_line(0, arc, colour, 4))
        layers.append(_circles([(x, y - 0.3)], 0.6, shape="triangle-down", fill=colour, strokeWidth=0))
    return layers


def _rim(height: float) -> list[Spot]:
    """Half an ellipse from the left end of the rim to the right one, `height` high."""
    turns = (math.pi * (1 - at / 40) for at in range(41))
    return [(RIM * math.cos(turn), height * math.sin(turn)) for turn in turns]


def _circles(spots: Sequence[Spot], size: float, *, shape: str = "circle", **look: Any) -> alt.Chart:
    chart: alt.Chart = alt.Chart(_places(("x", "y"), spots)).mark_point(
        **{"opacity": 1, **look}, shape=shape, size=alt.expr(f"pow({2 * size} * {UNIT}, 2)"), filled=True
    )
    return chart


def _line(
    middle: float, spots: Sequence[Spot], colour: str, width: float, *, opacity: float = 1.0
) -> alt.Chart:
    turns = [(middle + x, y, at) for at, (x, y) in enumerate(spots)]
    chart: alt.Chart = (
        alt.Chart(_places(("x", "y", "at"), turns))
        .mark_line(color=colour, strokeWidth=width, opacity=opacity, strokeCap="round", strokeJoin="round")
        .encode(order=alt.Order(field="at", type="quantitative"))
    )
    return chart


def _area(middle: float, low: Sequence[Spot], high: Sequence[Spot], colour: str, opacity: float) -> alt.Chart:
    ends = [(middle + x, y, top) for (x, y), (_, top) in zip(low, high, strict=True)]
    chart: alt.Chart = (
        alt.Chart(_places(("x", "y", "top"), ends))
        .mark_area(color=colour, opacity=opacity, line=False)
        .encode(y2=alt.Y2(field="top"))
    )
    return chart


def _places(names: tuple[str, ...], values: Sequence[tuple[float, ...]]) -> alt.InlineData:
    return rows([{name: round(value, 3) for name, value in zip(names, one, strict=True)} for one in values])

"""One waterfall: bars that begin where the one before ended, with their figures on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import altair as alt

from cxworkshop.drawing.lettering import short
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Layers, heading, hidden, names, rows
from cxworkshop.ui.charts.waterfall_bars import Bar

HIGH = 250


def drawn(bars: Sequence[Bar], order: list[str], title: str, palette: Palette) -> Layers:
    """A waterfall in the order of steps given; where the bars don't begin at nothing, its title says where."""
    ends = [bar.after for bar in bars]
    high, foot = max(ends), foot_of(ends)
    colours = {"level": palette.neutral, "gain": palette.gain, "loss": palette.loss, "gap": palette.paper}
    data: list[dict[str, object]] = [
        {
            "step": bar.step,
            "low": foot if bar.kind == "level" else bar.low,
            "high": bar.high,
            "words": bar.words,
            "colour": colours[bar.kind],
            "edge": 2 if bar.kind == "gap" else 0,
        }
        for bar in bars
    ]
    x = alt.X(**names("step", order, "bottom"))
    top = high + (high - foot) * 0.14
    y = alt.Y(**hidden("low", foot, top))
    lines: list[dict[str, object]] = [
        {"step": bar.step, "next": other.step, "after": bar.after} for bar, other in pairwise(bars)
    ]
    base = alt.Chart(rows(data)).encode(x=x)
    cut = f"{title} · bars begin at {short(foot)}" if foot > 0 else title
    return alt.layer(
        alt.Chart(rows(lines))
        .mark_rule(color=palette.grid, strokeWidth=2)
        .encode(x=x, x2="next:N", y=alt.Y(**hidden("after", foot, top))),
        base.mark_bar(size=64, stroke=palette.ink, strokeDash=[5, 4]).encode(
            y=y,
            y2="high:Q",
            fill=alt.Fill("colour:N", scale=None),
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None),
        ),
        base.mark_text(dy=-12, fontSize=LARGE, color=palette.ink).encode(
            y=alt.Y(**hidden("high", foot, top)), text="words:N"
        ),
    ).properties(height=HIGH, title=heading(cut, palette))


def foot_of(ends: Sequence[float]) -> float:
    """Where bars begin: at nothing, or above it where small moves between tall bars would not be seen otherwise."""
    low, high = min(ends), max(ends)
    if not low > 3 * (high - low) > 0:
        return min(0.0, low)
    step = 10.0 ** math.floor(math.log10(high - low))
    return math.floor((low / step) - 3) * step

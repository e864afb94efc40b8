"""Small bridges side by side: opening, who came, who left, the gap of the count, closing, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from cxworkshop.drawing.lettering import short, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, SMALL, Layers, heading, hidden, painted, rows

HIGH = 190


@dataclass(frozen=True)
class Small:
    """One period's bridge in whole customers."""

    label: str
    when: str
    """The period inside a sentence: `in 2025`."""
    opening: float
    came: float
    left: float
    gap: float
    closing: float
    net: float
    explained: bool
    """Whether the gap has its reason."""
    part: str
    """`to date`, `cut short`, or how many days, where the period is not as long as the others; else nothing."""


def side_by_side(
    periods: Sequence[Small], abreast: int, foot: float, top: float, palette: Palette, title: str
) -> Layers:
    """The bridges of some periods in places for `abreast` of them, from `foot` to `top`; a part of a period is dashed."""
    bars: list[dict[str, object]] = []
    figures: list[dict[str, object]] = []
    captions: list[dict[str, object]] = []
    for at, one in enumerate(periods):
        steps = [
            (foot, one.opening, palette.neutral, ""),
            (one.opening, one.opening + one.came, palette.gain, short(one.came, signed=True)),
            (
                one.opening + one.came,
                one.opening + one.came - one.left,
                palette.loss,
                short(-one.left, signed=True),
            ),
        ]
        if one.gap:
            steps.append(
                (
                    one.closing - one.gap,
                    one.closing,
                    palette.paper,
                    short(one.gap, signed=True) + ("" if one.explained else "?"),
                )
            )
        steps.append((foot, one.closing, palette.neutral, ""))
        wide = 0.86 / len(steps)
        for place, (low, high, colour, words) in enumerate(steps):
            begin = at + 0.07 + wide * place
            bars.append(
                {
                    "from": begin,
                    "to": begin + wide * 0.86,
                    "low": min(low, high),
                    "high": max(low, high),
                    "colour": palette.tint(colour, 0.55) if one.part else colour,
                    "edge": 1.5 if one.part or colour == palette.paper else 0,
                }
            )
            if words:
                below = colour == palette.loss
                edge = min(low, high) if below else max(low, high)
                # What left is written below its bar and to the left, where nothing stands, clear of the closing bar.
                across = begin + wide * (0.86 if below else 0.43)
                figures.append({"at": across, "level": edge, "words": words, "below": below})
        name = wrapped(one.label, 14, 2) + (f"\n({one.part})" if one.part else "")
        known = "gap, explained" if one.explained else "not explained"
        apart = f"\n{short(one.gap, signed=True)} {known}" if one.gap else ""
        captions.append(
            {
                "at": at + 0.5,
                "name": f"{name}\n{short(one.opening)} → {short(one.closing)}{apart}",
                "net": short(one.net, signed=True),
                "colour": palette.loss if one.net < 0 else palette.gain if one.net > 0 else palette.ink,
            }
        )
    head = top + (top - foot) * 0.42
    x = alt.X(**hidden("at", 0, abreast))
    levels = alt.Y(**hidden("level", foot, head))
    base, said = alt.Chart(rows(bars)), alt.Chart(rows(figures)).encode(x=x, y=levels, text="words:N")
    under = alt.Chart(rows(captions)).encode(x=x)
    chart = alt.layer(
        base.mark_rect(stroke=palette.ink, strokeDash=[4, 3]).encode(
            x=alt.X(**hidden("from", 0, abreast)),
            x2="to:Q",
            y=alt.Y(**hidden("low", foot, head)),
            y2="high:Q",
            fill=alt.Fill("colour:N", scale=None),
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None),
        ),
        said.transform_filter("!datum.below").mark_text(dy=-10, color=palette.ink),
        said.transform_filter("datum.below").mark_text(dy=12, align="right", color=palette.ink),
        under.mark_text(baseline="top", fontSize=SMALL, dy=8).encode(y=alt.value(HIGH), text="name:N"),
        under.mark_text(baseline="top", fontSize=LARGE, fontWeight="bold").encode(
            y=alt.value(0), text="net:N", color=painted()
        ),
    ).properties(height=HIGH)
    return chart.properties(title=heading(title, palette)) if title else chart

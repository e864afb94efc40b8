"""The picture of surges: voices of each month by kind of source, and the months that stand out."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt

from cxworkshop.analysis.findings import figure, sentence
from cxworkshop.analysis.surges import FEWEST, SURVEY, Months, limits
from cxworkshop.analysis.surges import surges as found_surges
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.surges import surge_words
from cxworkshop.ui.charts.picture import SMALL, Layers, Picture, finished, heading, hidden, painted, rows

LANE, GAP = 84, 12
_ROOM = 1.45
"""So much higher than its highest bar is a lane, for the words above it."""


def surges(workshop: Workshop, palette: Palette, found: Months | None) -> Picture | None:
    """A lane of bars per kind of source, a bar per month; a triangle and the month's name where voices surge."""
    if found is None or len(found.months) < FEWEST:
        return None
    kinds = [kind for kind in SOURCE_KINDS if sum(found.voices.get(kind, ()))]
    if not kinds:
        return None
    told = {(one.kind, one.at) for one in found_surges(found)}
    return finished(
        alt.vconcat(*(_lane(found, kind, told, palette) for kind in kinds), spacing=GAP),
        palette,
        says=surge_words(found),
        alt="Voices per month as bars, a lane for each kind of source with its own scale; a dashed line is the most that is "
        "usual, a triangle marks a month that surges, the loudest with its name.",
        table=[
            {
                "Month": f"{month:%B %Y}",
                **{sentence(kind): found.voices[kind][at] for kind in kinds},
                "Surge": ", ".join(kind for kind in kinds if (kind, at) in told),
            }
            for at, month in enumerate(found.months)
        ],
        height=(LANE + GAP + 30) * len(kinds),
    )


def _lane(found: Months, kind: str, told: set[tuple[str, int]], palette: Palette) -> Layers:
    voices, chart = found.voices[kind], limits(found, kind)
    upper = chart.upper if chart else 0.0
    colour = palette.accent(3)
    # One month is named in each lane, so that no words stand over others.
    loudest = max((at for own, at in told if own == kind), key=lambda at: voices[at], default=-1)
    bars: list[dict[str, object]] = [
        {
            "from": at - 0.4,
            "to": at + 0.4,
            "middle": at,
            "voices": many,
            "foot": 0,
            "colour": colour if (kind, at) in told else palette.tint(colour, 0.45),
            "words": _words(month, many, at == loudest) if (kind, at) in told else "",
            "side": "center" if at != loudest else "right" if at > len(voices) / 2 else "left",
        }
        for at, (month, many) in enumerate(zip(found.months, voices, strict=True))
    ]
    top = max(*voices, upper, 1) * _ROOM
    x = hidden("middle", -0.6, len(voices) - 0.4)
    y = alt.Y(**hidden("voices", 0, top))
    base = alt.Chart(rows(bars)).encode(y=y)
    line = alt.Chart(rows([{"voices": upper}])).encode(y=y)
    look: dict[str, Any] = {"dy": -10, "fontSize": SMALL, "fontWeight": "bold", "color": palette.ink}

    def named(side: str) -> alt.Chart:
        return base.transform_filter(f"datum.words != '' && datum.side == '{side}'")

    average = f", {figure(chart.centre)} a month on average" if chart else ""
    unasked = " (you ask)" if kind == SURVEY else ""
    return alt.layer(
        base.mark_bar().encode(
            x=alt.X(**{**x, "shorthand": "from:Q"}), x2="to:Q", y2="foot:Q", color=painted()
        ),
        line.mark_rule(stroke=palette.muted, strokeDash=[5, 4], strokeWidth=1.5),
        named("left").mark_text(align="left", **look).encode(x=alt.X(**x), text="words:N"),
        named("center").mark_text(align="center", **look).encode(x=alt.X(**x), text="words:N"),
        named("right").mark_text(align="right", **look).encode(x=alt.X(**x), text="words:N"),
    ).properties(
        height=LANE,
        title=heading(
            f"{sentence(kind)}{unasked}, {found.months[0]:%b %Y} to {found.months[-1]:%b %Y}{average}",
            palette,
        ),
    )


def _words(month: date, voices: int, first: bool) -> str:
    return f"▲ {month:%b %Y}: {voices:,}" if first else "▲"

"""What stands beside the points that are judged: where the limits come from, what was promised, and what was before."""

from __future__ import annotations

from datetime import date

import altair as alt

from cxworkshop.analysis.findings import figure, in_words
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.signals import Chart
from cxworkshop.analysis.verdicts import SETTLED
from cxworkshop.domain.records import Measure
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.levels import DOTTED
from cxworkshop.ui.charts.picture import hidden, lifted, rows
from cxworkshop.ui.charts.timeline import LEFT, before, ends, milliseconds, moments, time_axis


def baseline(found: Chart, palette: Palette, span: tuple[float, float]) -> list[alt.Chart]:
    """The stretch of points from which the limits were made, shaded, and how many they are; nothing where there are none."""
    if not found.mean_range:
        return []
    when = moments(found)
    last = when[found.baseline - 1]
    length = when[-1] - when[0] or 1.0
    # Of two points the half step on either side would reach out of the picture.
    beside = min(0.4 * length / (len(when) - 1), 0.8 * LEFT * length)
    many = in_words(found.baseline)
    trial = "trial limits" if found.baseline < SETTLED else "limits"
    where = {"on": when[0] - beside, "till": last + beside, "at": span[0]}
    data = alt.Chart(rows([where | {"words": f"{trial} from these {many} points"}])).encode(
        x=time_axis(found)
    )
    return [
        data.mark_rect(color=palette.tint(palette.grid, 0.5)).encode(x2="till:Q"),
        data.mark_text(align="left", baseline="bottom", dx=8, dy=-6, color=palette.muted).encode(
            y=alt.Y(**hidden("at", *span)), text="words:N"
        ),
    ]


def marked(
    found: Chart, palette: Palette, span: tuple[float, float], on: date, words: str
) -> list[alt.Chart]:
    """A day as a line from top to bottom with its name at the foot; nothing where a point has no date."""
    if not all(found.dates):
        return []
    line = {"on": milliseconds(on), "at": span[0], "words": words}
    base = alt.Chart(rows([line])).encode(x=time_axis(found))
    return [
        base.mark_rule(color=palette.muted, strokeWidth=2),
        base.mark_text(align="right", baseline="bottom", dx=-8, dy=-6, color=palette.muted).encode(
            y=alt.Y(**hidden("at", *span)), text="words:N"
        ),
    ]


def promised(
    found: Chart, measure: Measure, palette: Palette, span: tuple[float, float], high: int
) -> list[alt.Chart]:
    """What was promised: a line and a name of its own on the left, where no limit is named; the chart is `high` pixels."""
    if measure.standard is None:
        return []
    start, _ = ends(found)
    word = f"our standard\n{figure(measure.standard)}"
    above = measure.standard + (span[1] - span[0]) * 5 / high
    line = {"on": start, "till": moments(found)[-1], "at": measure.standard, "named": above, "words": word}
    base = alt.Chart(rows([line])).encode(x=time_axis(found))
    return [
        base.mark_rule(color=palette.accent(1), strokeWidth=2.5, strokeDash=DOTTED).encode(
            x2="till:Q", y=alt.Y(**hidden("at", *span))
        ),
        base.mark_text(
            align="left", baseline="bottom", dy=lifted("words", foot=True), color=palette.accent(1)
        ).encode(y=alt.Y(**hidden("named", *span)), text="words:N"),
    ]


def earlier(found: Chart, measure: Measure, palette: Palette, span: tuple[float, float]) -> list[alt.Chart]:
    """Points before the limits were made anew: pale, hollow, and on no line that judges them."""
    if not found.earlier:
        return []
    past: list[dict[str, object]] = [
        {"on": on, "at": value} for on, (_, value) in zip(before(found), found.earlier, strict=True)
    ]
    pale = palette.tint(palette.neutral, 0.55)
    base = alt.Chart(rows(past)).encode(x=time_axis(found), y=alt.Y(**hidden("at", *span)))
    when = {"on": (before(found)[-1] + moments(found)[0]) / 2, "at": span[1]}
    words = f"new limits since {day_label(measure.since)}" if measure.since else ""
    edge = alt.Chart(rows([when | {"words": words}])).encode(x=time_axis(found))
    return [
        base.mark_line(color=pale, strokeWidth=1.5),
        base.mark_point(color=pale, filled=False, size=50, strokeWidth=2),
        edge.mark_rule(color=palette.muted, strokeWidth=1.5),
        edge.mark_text(align="right", baseline="top", dx=-4, color=palette.muted).encode(
            y=alt.Y(**hidden("at", *span)), text="words:N"
        ),
    ]

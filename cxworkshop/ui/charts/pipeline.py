"""The defector pipeline drawn as pipes: in each stage who meets a moment, whom it fails, who is rescued, who leaves."""

from __future__ import annotations

from collections.abc import Iterator

import altair as alt

from cxworkshop.analysis.findings import customers, money, quoted, sure
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.risk import AtRisk
from cxworkshop.analysis.risk import pipeline as stretch
from cxworkshop.analysis.risk_words import NOBODY_LEAVES, failed, meet, row_name
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, painted, rows
from cxworkshop.ui.charts.pipeline_rows import (
    CAPTIVE,
    GROUND,
    LEAVE,
    MONEY,
    PIPE,
    PIPE_END,
    TALLEST,
    Text,
    bar,
    pipes,
    places,
    texts,
)
from cxworkshop.ui.charts.pipeline_table import table

LOCK = "M-0.45,-0.1L-0.45,-0.45C-0.45,-1.05,0.45,-1.05,0.45,-0.45L0.45,-0.1M-0.75,-0.1L0.75,-0.1L0.75,0.95L-0.75,0.95Z"
"""A padlock, in a square of 2 by 2."""


def pipeline(workshop: Workshop, palette: Palette) -> Picture | None:
    """Stage by stage, each moment as a pipe of people whose thickness is how many; the money, and the captive, beside it."""
    found = stretch(workshop)
    if not found:
        return None
    heads, lines, height = places(workshop, found)
    thick = TALLEST / (max(one.failed for one in found) or 1)
    most = max(max(one.high, one.value) for one in found) or 1
    bands = [edge for row in lines for edge in pipes(row, thick)]
    words = [text for row in lines for text in texts(workshop, row, palette)]
    locks: list[dict[str, object]] = [
        {"x": CAPTIVE + 0.4, "y": row.top + GROUND - 12} for row in lines if row.one.captives
    ]
    ends: list[dict[str, object]] = [{"x": PIPE_END + 0.3, "y": row.top + GROUND - 1} for row in lines]
    titles = ((PIPE, "it fails"), (LEAVE, "leave"), (MONEY, "at risk a year"), (CAPTIVE - 1, "captive"))
    words += [Text(x, 12, title, palette.muted) for x, title in titles]
    words += [Text(PIPE + 13, 12, "rescued", palette.gain)]
    y = alt.Y(**hidden("y", height, 0))
    x = alt.X(**hidden("x", 0, 100))
    taper = alt.LinearGradient(
        gradient="linear",
        x1=0,
        x2=1,
        y1=0,
        y2=0,
        stops=[
            alt.GradientStop(offset=0, color=palette.tint(palette.loss, 0.35)),
            alt.GradientStop(offset=0.2, color=palette.tint(palette.loss, 0.5)),
            alt.GradientStop(offset=1, color=palette.loss),
        ],
    )
    drawn = alt.Chart(rows(bands)).encode(x=x, y=y, y2="under:Q", detail="id:N")
    money_bars = alt.Chart(rows([bar(row, most) for row in lines])).encode(y=y)
    whisker = money_bars.transform_filter("datum.ranged").encode(x=alt.X(**hidden("low", 0, 100)))
    upper = money_bars.transform_filter("datum.ranged").encode(x=alt.X(**hidden("high", 0, 100)))
    chart = alt.layer(
        alt.Chart(rows(heads)).mark_rule(color=palette.grid, strokeWidth=2).encode(x=x, x2="end:Q", y=y),
        alt.Chart(rows(heads))
        .mark_text(align="left", baseline="bottom", dy=-6, fontWeight="bold", color=palette.muted)
        .encode(x=x, y=y, text="words:N"),
        drawn.transform_filter("datum.rescued").mark_area(color=palette.gain),
        drawn.transform_filter("!datum.rescued").mark_area(color=taper),
        money_bars.mark_bar(height=14, cornerRadiusEnd=2, color=palette.accent(4)).encode(
            x=alt.X(**hidden("from", 0, 100)), x2="to:Q"
        ),
        whisker.mark_rule(color=palette.ink, strokeWidth=2).encode(x2="high:Q"),
        whisker.mark_tick(color=palette.ink, thickness=2, height=14),
        upper.mark_tick(color=palette.ink, thickness=2, height=14),
        alt.Chart(rows(locks))
        .mark_point(shape=LOCK, size=220, strokeWidth=2, color=palette.neutral, opacity=1)
        .encode(x=x, y=y),
        alt.Chart(rows(ends))
        .mark_point(shape="triangle-right", filled=True, size=110, color=palette.loss, opacity=1)
        .encode(x=x, y=y),
        *_lettered(words, x, y),
    )
    worst = max(found, key=lambda one: one.defectors)
    return finished(
        chart,
        palette,
        says=_says(workshop, worst, found),
        alt=(
            "Pipes of people, stage by stage: as thick as those whom a moment fails, a branch that turns off for the "
            "rescued, and narrowing to those who leave; beside each the money at risk with its range, and the captive."
        ),
        table=table(workshop, found),
        height=int(height),
    )


def _says(workshop: Workshop, worst: AtRisk, found: tuple[AtRisk, ...]) -> str:
    leaving = round(worst.defectors)
    if not leaving:
        return NOBODY_LEAVES
    of = f"of {worst.met:,} who {meet(worst)} it, {failed(worst)} and {round(worst.rescued):,} rescued"
    leave = "leaves" if leaving == 1 else "leave"
    said = f"{people(leaving, customers(workshop))} a year {leave} over {quoted(row_name(workshop, worst))}: {of}"
    dearest = max(found, key=lambda one: one.value)
    if dearest.value <= worst.value:
        worth = "They are" if leaving > 1 else "That is"
        return f"{said}. {worth} worth {money(workshop, worst.value)}{sure(worst.row.evidence)}."
    other, are = quoted(row_name(workshop, dearest)), "is" if round(dearest.defectors) == 1 else "are"
    return (
        f"{said}{sure(worst.row.evidence)}. The dearest {are} the {round(dearest.defectors):,} of {other}: "
        f"{money(workshop, dearest.value)}{sure(dearest.row.evidence)}."
    )


def _lettered(texts: list[Text], x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """All words of the picture: those flush left and those flush right, large and small."""
    kinds = dict.fromkeys((one.align, one.size) for one in texts)
    for align, size in kinds:
        some = [one._asdict() for one in texts if (one.align, one.size) == (align, size)]
        yield (
            alt.Chart(rows(some))
            .mark_text(
                align=align, baseline="middle", fontSize=size, fontWeight="bold" if size > LARGE else "normal"
            )
            .encode(x=x, y=y, text="words:N", color=painted())
        )

"""The defector pipeline drawn as pipes: in each stage who meets a moment, whom it fails, who is rescued, who leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import altair as alt

from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.findings import customers, money, quoted
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.risk import AtRisk
from cxworkshop.analysis.risk import pipeline as stretch
from cxworkshop.domain.records import Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, LINE, SMALL, Picture, finished, hidden, painted, rows
from cxworkshop.ui.charts.pipe import stream, turning_off
from cxworkshop.ui.charts.pipeline_table import table

SIGNS = {"priority": "★", "truth": "◆", "pressure": "▲", "rescue": "✚"}
"""Marks of a moment: one of the priorities, moment of truth, pressure point, rescue moment."""
FAIL, PIPE, PIPE_END, LEAVE, MONEY, MONEY_END, CAPTIVE = 29.0, 30.0, 58.0, 59.5, 72.0, 91.0, 93.0
"""Where the columns stand, in hundredths of the width."""
HEAD, STAGE, ROW = 34, 34, 76
"""Heights of the headings, of a stage's name and of a moment, in pixels."""
GROUND, TALLEST, RISEN = 60, 36, 6
"""Below a row's upper edge: what the pipe lies on, how thick the thickest is, and where the rescued come out."""
NAME_WIDTH = 11.5
LOCK = "M-0.75,-0.1H0.75V0.95H-0.75ZM-0.45,-0.1V-0.45A0.45,0.45,0,0,1,0.45,-0.45V-0.1"


@dataclass(frozen=True)
class _Row:
    """A moment and where its row begins, in pixels from the top."""

    one: AtRisk
    name: str
    marks: str
    top: float


class _Text(NamedTuple):
    """Words, and the place of their middle line: hundredths of the width, pixels from the top."""

    x: float
    y: float
    words: str
    colour: str
    size: int = SMALL
    align: Literal["left", "right"] = "left"


def pipeline(workshop: Workshop, palette: Palette) -> Picture | None:
    """Stage by stage, each moment as a pipe of people whose thickness is how many; the money, and the captive, beside it."""
    found = stretch(workshop)
    if not found:
        return None
    heads, lines, height = _places(workshop, found)
    thick = TALLEST / (max(one.failed for one in found) or 1)
    most = max(max(one.high, one.value) for one in found) or 1
    pipes: list[dict[str, object]] = []
    texts: list[_Text] = []
    bars: list[dict[str, object]] = []
    locks: list[dict[str, object]] = []
    for row in lines:
        pipes += list(_pipes(row, thick, palette))
        texts += list(_texts(workshop, row, palette))
        bars.append(_bar(row, most))
        if row.one.captives:
            locks.append({"x": CAPTIVE + 0.4, "y": row.top + GROUND - 12})
    titles = ((PIPE, "it fails"), (LEAVE, "leave"), (MONEY, "at risk a year"), (CAPTIVE - 1, "captive"))
    texts += [_Text(x, 12, words, palette.muted) for x, words in titles]
    texts += [_Text(PIPE + 13, 12, "rescued", palette.gain)]
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
    drawn = alt.Chart(rows(pipes)).encode(x=x, y=y, y2="under:Q", detail="id:N")
    money_bars = alt.Chart(rows(bars)).encode(y=y)
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
        alt.Chart(rows([{"x": PIPE_END + 0.3, "y": row.top + GROUND - 1} for row in lines]))
        .mark_point(shape="triangle-right", filled=True, size=110, color=palette.loss, opacity=1)
        .encode(x=x, y=y),
        *_lettered(texts, x, y),
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
    name, word = quoted(workshop.name_of("touchpoint", worst.touchpoint) or "—"), customers(workshop)
    of = f"of {worst.met:,} who meet it, {round(worst.failed):,} are failed and {round(worst.rescued):,} rescued"
    said = f"{people(worst.defectors, word)} a year leave over {name}: {of}"
    dearest = max(found, key=lambda one: one.value)
    if dearest is worst:
        return f"{said}. They are worth {money(workshop, worst.value)}."
    other = quoted(workshop.name_of("touchpoint", dearest.touchpoint) or "—")
    return f"{said}. The dearest are the {round(dearest.defectors):,} of {other}: {money(workshop, dearest.value)}."


def _places(
    workshop: Workshop, found: tuple[AtRisk, ...]
) -> tuple[list[dict[str, object]], list[_Row], float]:
    """The stages' names, the moments' rows, and how tall the picture is."""
    heads: list[dict[str, object]] = []
    lines: list[_Row] = []
    y, before = float(HEAD), object()
    for one in found:
        stage = stage_of(workshop, None, one.touchpoint)
        if stage != before:
            y += STAGE
            name = workshop.name_of("stage", stage.id) if stage else "On no stage of the map"
            heads.append({"x": 0, "end": 100, "y": y - 4, "words": wrapped(name, 46, 1)})
            before = stage
        moment = workshop.get(Touchpoint, one.touchpoint)
        marks = "".join(sign for name, sign in SIGNS.items() if getattr(moment, name, None))
        lines.append(_Row(one, workshop.name_of("touchpoint", one.touchpoint) or "—", marks, y))
        y += ROW
    return heads, lines, y + 6


def _pipes(row: _Row, thick: float, palette: Palette) -> Iterator[dict[str, object]]:
    one, ground = row.one, row.top + GROUND
    failed, unrescued, leaving = (thick * n for n in (one.failed, one.unrescued, one.defectors))
    if one.failed:
        for along, upper, lower in stream(ground, failed, unrescued, leaving):
            yield _edge(row, along, upper, lower, rescued=False)
    if one.rescued:
        for along, upper, lower in turning_off(ground, failed, failed - unrescued, row.top + RISEN):
            yield _edge(row, along, upper, lower, rescued=True)


def _edge(row: _Row, along: float, upper: float, lower: float, *, rescued: bool) -> dict[str, object]:
    x = PIPE + (PIPE_END - PIPE) * along
    return {"id": f"{row.one.row.id} {rescued}", "x": x, "y": upper, "under": lower, "rescued": rescued}


def _bar(row: _Row, most: float) -> dict[str, object]:
    one, unit = row.one, (MONEY_END - MONEY) / most
    return {
        "y": row.top + GROUND - 7,
        "from": MONEY,
        "to": MONEY + one.value * unit,
        "low": MONEY + one.low * unit,
        "high": MONEY + one.high * unit,
        "ranged": one.ranged,
    }


def _texts(workshop: Workshop, row: _Row, palette: Palette) -> Iterator[_Text]:
    one, top = row.one, row.top
    name = wrapped(row.name, NAME_WIDTH, 2)
    below = top + 14 + LINE * (name.count("\n") + 1)
    yield _Text(0, top + 14, name, palette.ink)
    yield _Text(0, below, f"{one.met:,} meet it", palette.muted)
    yield _Text(FAIL - 7.5, below, row.marks, palette.accent(4), align="right")
    yield _Text(FAIL, top + GROUND - 10, f"{round(one.failed):,}", palette.ink, align="right")
    saved = f", {money(workshop, one.saved)} saved" if one.saved >= 0.5 else ""
    yield _Text(PIPE + 13, top + RISEN + 5, f"{round(one.rescued):,}{saved}", palette.gain)
    low, high = one.ends
    yield _Text(LEAVE, top + GROUND - 26, f"{round(one.defectors):,}", palette.loss, size=LARGE + 5)
    if one.ranged:
        yield _Text(LEAVE, top + GROUND - 4, f"{round(low):,} to {round(high):,}", palette.muted)
    yield _Text(MONEY, top + GROUND - 28, money(workshop, one.value), palette.ink, size=LARGE)
    if one.captives:
        yield _Text(CAPTIVE + 2, top + GROUND - 10, f"{round(one.captives):,}", palette.ink)


def _lettered(texts: list[_Text], x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
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

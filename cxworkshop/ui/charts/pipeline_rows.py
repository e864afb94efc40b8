"""Where everything stands in the defector pipeline: stages from above to below, and in each row people, money, captive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.findings import money
from cxworkshop.analysis.risk import AtRisk
from cxworkshop.analysis.risk_words import meet, row_name
from cxworkshop.domain.records import Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, wrapped
from cxworkshop.drawing.map_signs import written_signs
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, LINE, SMALL
from cxworkshop.ui.charts.pipe import stream, turning_off

FAIL, PIPE, PIPE_END, LEAVE, MONEY, MONEY_END, CAPTIVE = 29.0, 30.0, 58.0, 59.5, 72.0, 91.0, 93.0
"""Where the columns stand, in hundredths of the width."""
HEAD, STAGE, ROW = 30, 30, 74
"""Heights of the headings, of a stage's name and of a moment, in pixels."""
GROUND, TALLEST, RISEN = 60, 36, 6
"""Below a row's upper edge: what the pipe lies on, how thick the thickest is, and where the rescued come out."""
NAME_WIDTH = 11.5
MILLION = 1_000_000


@dataclass(frozen=True)
class Row:
    """A moment and where its row begins, in pixels from the top."""

    one: AtRisk
    name: str
    marks: str
    top: float


class Text(NamedTuple):
    """Words, and the place of their middle line: hundredths of the width, pixels from the top."""

    x: float
    y: float
    words: str
    colour: str
    size: int = SMALL
    align: Literal["left", "right"] = "left"


def places(workshop: Workshop, found: tuple[AtRisk, ...]) -> tuple[list[dict[str, object]], list[Row], float]:
    """The stages' names, the moments' rows, and how tall the picture is."""
    heads: list[dict[str, object]] = []
    lines: list[Row] = []
    y, before = float(HEAD), object()
    for one in found:
        stage = stage_of(workshop, None, one.touchpoint)
        if stage != before:
            y += STAGE
            name = workshop.name_of("stage", stage.id) if stage else "On no stage of the map"
            heads.append({"x": 0, "end": 100, "y": y - 4, "words": wrapped(name, 46, 1)})
            before = stage
        marks = written_signs(workshop.get(Touchpoint, one.touchpoint))
        lines.append(Row(one, row_name(workshop, one), marks, y))
        y += ROW
    return heads, lines, y + 6


def pipes(row: Row, thick: float) -> Iterator[dict[str, object]]:
    """The edges of a moment's pipe and of its branch; `thick` is pixels for each person."""
    one, ground = row.one, row.top + GROUND
    failed, unrescued, leaving = (thick * n for n in (one.failed, one.unrescued, one.defectors))
    if one.failed:
        for along, upper, lower in stream(ground, failed, unrescued, leaving):
            yield _edge(row, along, upper, lower, rescued=False)
    if one.rescued:
        for along, upper, lower in turning_off(ground, failed, failed - unrescued, row.top + RISEN):
            yield _edge(row, along, upper, lower, rescued=True)


def _edge(row: Row, along: float, upper: float, lower: float, *, rescued: bool) -> dict[str, object]:
    x = PIPE + (PIPE_END - PIPE) * along
    return {"id": f"{row.one.row.id} {rescued}", "x": x, "y": upper, "under": lower, "rescued": rescued}


def bar(row: Row, most: float) -> dict[str, object]:
    """The money at risk and its range; the longest of all ends at `most`."""
    one, unit = row.one, (MONEY_END - MONEY) / most
    return {
        "y": row.top + GROUND - 17,
        "from": MONEY,
        "to": MONEY + one.value * unit,
        "low": MONEY + one.low * unit,
        "high": MONEY + one.high * unit,
        "ranged": one.ranged,
    }


def texts(workshop: Workshop, row: Row, palette: Palette) -> Iterator[Text]:
    """The words and figures of a row, from left to right."""
    one, top = row.one, row.top
    name = wrapped(row.name, NAME_WIDTH, 2)
    below = top + 14 + LINE * (name.count("\n") + 1)
    yield Text(0, top + 14, name, palette.ink)
    yield Text(0, below, f"{short(one.met)} {meet(one)} it", palette.muted)
    yield Text(FAIL - 7.5, below, row.marks, palette.accent(4), align="right")
    yield Text(FAIL, top + GROUND - 10, short(round(one.failed)), palette.ink, align="right")
    saved = f", {money(workshop, one.saved)} saved" if one.saved >= 0.5 else ""
    yield Text(PIPE + 13, top + RISEN + 5, f"{short(round(one.rescued))}{saved}", palette.gain)
    low, high = one.ends
    yield Text(LEAVE, top + GROUND - 26, _whole(one.defectors), palette.loss, size=LARGE + 5)
    if one.ranged:
        yield Text(LEAVE, top + GROUND - 4, f"{short(round(low))} to {short(round(high))}", palette.muted)
    yield Text(MONEY, top + GROUND - 38, money(workshop, one.value), palette.ink, size=LARGE)
    yield Text(MONEY, top + GROUND + 1, one.row.evidence or "how sure, nobody said", palette.muted)
    if one.captives:
        yield Text(CAPTIVE + 2, top + GROUND - 10, short(round(one.captives)), palette.ink)


def _whole(people: float) -> str:
    """Those who leave are told whole, as long as there is room for it."""
    return f"{round(people):,}" if people < MILLION else short(people)

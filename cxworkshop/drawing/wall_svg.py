"""The will / will-not wall as a picture to hang up: each pair in its two colours, its price, and a dot for every hand."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from cxworkshop.analysis.hands import MOST, Hands, hands
from cxworkshop.analysis.leadership import CAN_LIVE_WITH
from cxworkshop.domain.records import GrowthChoice
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import DARK, LIGHT, Palette
from cxworkshop.drawing.sheet import sheet, write

WIDE, MARGIN, GAP = 2000.0, 60.0, 24.0
TITLE, HEAD, LARGE, SMALL = 52, 30, 44, 32
LINE = 1.25
SAFE = 1.06
"""Letters of an unknown font may be a little wider than guessed."""
PAD = 34.0
STATES: dict[bool | None, str] = {True: "● united", False: "▼ not united", None: "○ not everyone yet"}
MOST_LINES = 7
ABREAST, FIRST, DEEP = 4, 60, 34
"""How many dots stand side by side, where their rows begin, and how high a row is."""


@dataclass(frozen=True)
class Panel:
    """What one pair takes: its lines, and how high its grounds and its foot are."""

    pair: GrowthChoice
    found: Hands
    will: list[str]
    wont: list[str]
    cost: list[str]
    ground: float
    foot: float


def grounds(palette: Palette) -> tuple[str, str]:
    """The colours behind what you will do and what you will not: the competency's own, and ink, dimmed on dark paper."""
    return LIGHT.accent(5), palette.tint(palette.ink, 0.16) if palette is DARK else palette.ink


def wall_svg(workshop: Workshop, says: str, palette: Palette = LIGHT) -> str | None:
    """The wall under its finding `says`, as the text of an SVG file; None without pairs. Names stay off it."""
    panels = [
        _panel(pair, hands(workshop, pair.id))
        for pair in workshop.all(GrowthChoice)
        if pair.will or pair.will_not
    ]
    if not panels:
        return None
    lines = _lines(says, TITLE, WIDE - 2 * MARGIN, 4)
    top = MARGIN + TITLE * LINE * len(lines) + GAP
    high = top + sum(one.ground + one.foot + 2 * GAP for one in panels) + MARGIN - GAP
    svg = sheet(WIDE, high, says, palette)
    _paragraph(svg, lines, MARGIN, MARGIN, TITLE, palette.ink)
    for one in panels:
        _pair(svg, one, top, palette)
        _foot(svg, one, top + one.ground + GAP, palette)
        top += one.ground + one.foot + 2 * GAP
    return Xml.tostring(svg, encoding="unicode")


def _half() -> float:
    return (WIDE - 2 * MARGIN - GAP) / 2


def _panel(pair: GrowthChoice, found: Hands) -> Panel:
    width = _half() - 2 * PAD
    will, wont = (_lines(words or "—", LARGE, width, MOST_LINES) for words in (pair.will, pair.will_not))
    cost = _lines(pair.cost or "No cost is written yet.", SMALL, _half() - PAD, 4)
    ground = 2 * PAD + HEAD * 1.5 + max(len(will), len(wont)) * LARGE * LINE
    deepest = max(Counter(vote for _, vote in found.raised).values(), default=0)
    dots = FIRST + math.ceil(deepest / ABREAST) * DEEP
    return Panel(
        pair, found, will, wont, cost, ground, max(150.0, HEAD * 1.6 + (len(cost) + 1) * SMALL * LINE, dots)
    )


def _lines(words: str, letters: int, width: float, most: int) -> list[str]:
    return wrapped(words, width / (letters * SAFE), most).split("\n")


def _pair(svg: Xml.Element, one: Panel, top: float, palette: Palette) -> None:
    toward = f", toward {one.pair.toward}" if one.pair.toward else ""
    halves = (
        (MARGIN, f"✓ We will{toward}", one.will),
        (MARGIN + _half() + GAP, "✕ We will not", one.wont),
    )
    for (left, head, lines), ground in zip(halves, grounds(palette), strict=True):
        place = {"x": f"{left:g}", "y": f"{top:g}", "width": f"{_half():g}", "height": f"{one.ground:g}"}
        Xml.SubElement(svg, "rect", {**place, "fill": ground, "rx": "14"})
        on = palette.on(ground)
        write(svg, head, left + PAD, top + PAD + HEAD / 2, HEAD, on, "start", "bold")
        _paragraph(svg, lines, left + PAD, top + PAD + HEAD * 1.5, LARGE, on)


def _foot(svg: Xml.Element, one: Panel, top: float, palette: Palette) -> None:
    """The price and the verdict on the left, the hands on the right."""
    write(svg, "What it costs us", MARGIN, top + HEAD / 2, HEAD, palette.muted, "start")
    _paragraph(svg, one.cost, MARGIN, top + HEAD * 1.4, SMALL, palette.ink)
    colours = {True: palette.gain, False: palette.loss, None: palette.muted}
    low = top + HEAD * 1.4 + SMALL * LINE * (len(one.cost) + 0.5)
    write(svg, STATES[one.found.united], MARGIN, low, SMALL, colours[one.found.united], "start", "bold")
    left, step = MARGIN + _half() + GAP + PAD, (_half() - PAD) / (MOST + 1)
    for fingers in range(MOST + 1):
        x = left + step * fingers
        write(svg, str(fingers), x, top + HEAD / 2, HEAD, palette.muted, "middle", "bold")
        for at in range(sum(vote == fingers for _, vote in one.found.raised)):
            _dot(svg, fingers, x + (at % ABREAST) * 30, top + FIRST + 14 + (at // ABREAST) * DEEP, palette)


def _dot(svg: Xml.Element, fingers: int, x: float, y: float, palette: Palette) -> None:
    if fingers >= CAN_LIVE_WITH:
        Xml.SubElement(svg, "circle", {"cx": f"{x:g}", "cy": f"{y:g}", "r": "11", "fill": palette.gain})
    else:
        points = f"{x - 13:g},{y - 11:g} {x + 13:g},{y - 11:g} {x:g},{y + 13:g}"
        Xml.SubElement(svg, "polygon", {"points": points, "fill": palette.loss})


def _paragraph(svg: Xml.Element, lines: list[str], x: float, top: float, letters: int, ink: str) -> None:
    for at, line in enumerate(lines):
        write(svg, line, x, top + letters * LINE * (at + 0.5), letters, ink, "start", "bold")

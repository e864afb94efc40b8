"""The stage map as a picture that needs no browser: the same boxes, signs and words, as SVG."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as Xml

from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.map_layout import KEY_HIGH, SAFE, Outline, Spot, outline, positions
from cxworkshop.drawing.map_looks import box_look
from cxworkshop.drawing.map_shapes import draw_sign
from cxworkshop.drawing.map_signs import KEY_LETTERS, TAG_HIGH, TAG_LETTERS, key, signs_of, tag_of
from cxworkshop.drawing.palette import LIGHT, Palette
from cxworkshop.drawing.sheet import sheet, write

BORDERS = {"thin": "5", "firm": "7", "strong": "10"}
MARGIN, TITLE, TITLE_LINE = 60.0, 60, 74.0
BELOW = 6.0
"""How far the paper behind a leader's name stays away from the border of the stage above it."""


def map_svg(workshop: Workshop, says: str, palette: Palette = LIGHT) -> str | None:
    """The map under its finding `says`, as the text of an SVG file; None without stages.

    It is built as a tree of elements, so that a person's words can never become one.
    """
    spots, frame = positions(workshop), outline(workshop)
    if not spots:
        return None
    lines = wrapped(says, frame.width / (TITLE * SAFE), 4).split("\n")
    top = MARGIN + TITLE_LINE * len(lines) + 30
    wide, high = frame.width + 2 * MARGIN, top + _height(spots, frame) + MARGIN
    svg = sheet(wide, high, says, palette)
    for at, line in enumerate(lines):
        write(svg, line, MARGIN, MARGIN + TITLE_LINE * (at + 0.5), TITLE, palette.ink, "start", "bold")
    drawing = Xml.SubElement(svg, "g", {"transform": f"translate({MARGIN:g} {top:g})"})
    _ways(drawing, spots, palette)
    for spot in spots:
        _box(drawing, spot, palette)
    for spot in spots:
        _marks(drawing, spot, palette)
    _legend(drawing, frame, _height(spots, frame), palette)
    return Xml.tostring(svg, encoding="unicode")


def _height(spots: tuple[Spot, ...], frame: Outline) -> float:
    """A picture needs no room for moments to come."""
    return max(spot.y + spot.height / 2 for spot in spots) + TAG_HIGH + KEY_HIGH if spots else frame.height


def _ways(parent: Xml.Element, spots: tuple[Spot, ...], palette: Palette) -> None:
    stages = [spot for spot in spots if spot.kind == "stage"]
    last = {spot.x: spot for spot in spots if spot.kind in ("moment", "more")}
    for stage in stages:
        if stage.x in last:
            look = {"stroke": palette.grid, "stroke-width": "4"}
            _line(parent, stage.x, stage.y, stage.x, last[stage.x].y, look)
    for one, other in pairwise(stages):
        start, end = one.x + one.width / 2, other.x - other.width / 2
        _line(parent, start, one.y, end - 18, one.y, {"stroke": palette.muted, "stroke-width": "7"})
        points = f"{end:g},{one.y:g} {end - 24:g},{one.y - 15:g} {end - 24:g},{one.y + 15:g}"
        Xml.SubElement(parent, "polygon", {"points": points, "fill": palette.muted})


def _line(parent: Xml.Element, x1: float, y1: float, x2: float, y2: float, look: dict[str, str]) -> None:
    ends = {"x1": f"{x1:g}", "y1": f"{y1:g}", "x2": f"{x2:g}", "y2": f"{y2:g}"}
    Xml.SubElement(parent, "line", {**ends, **look})


def _box(parent: Xml.Element, spot: Spot, palette: Palette) -> None:
    look = box_look(spot, palette)
    if spot.kind != "more":
        inset = BELOW if spot.kind == "leader" else 0.0
        place = {
            "x": f"{spot.x - spot.width / 2:g}",
            "y": f"{spot.y - spot.height / 2 + inset:g}",
            "width": f"{spot.width:g}",
            "height": f"{spot.height - inset:g}",
        }
        # The way to the moments does not run through the leader's name: paper stands behind it, without a border.
        border = {"stroke": look.border, "stroke-width": BORDERS[look.strength], "rx": "16"}
        dashes = {"stroke-dasharray": "18 14"} if look.dashed else {}
        framed = {} if spot.kind == "leader" else {**border, **dashes}
        Xml.SubElement(parent, "rect", {**place, "fill": look.fill, **framed})
    _words(parent, spot.label, spot.x, spot.y, spot.letters, look.ink)


def _marks(parent: Xml.Element, spot: Spot, palette: Palette) -> None:
    for placed in signs_of(spot) if spot.kind == "moment" else ():
        draw_sign(parent, placed, palette)
    tag = tag_of(spot)
    if tag:
        place = {
            "x": f"{tag.x - tag.width / 2:g}",
            "y": f"{tag.y - TAG_HIGH / 2:g}",
            "rx": f"{TAG_HIGH / 2:g}",
        }
        size = {"width": f"{tag.width:g}", "height": f"{TAG_HIGH:g}"}
        look = {"fill": palette.paper, "stroke": palette.muted, "stroke-width": "3"}
        Xml.SubElement(parent, "rect", {**place, **size, **look})
        write(parent, tag.words, tag.x, tag.y, TAG_LETTERS, palette.ink)


def _legend(parent: Xml.Element, frame: Outline, high: float, palette: Palette) -> None:
    legend = Xml.SubElement(parent, "g", {"transform": f"translate(0 {high - frame.height:g})"})
    for placed in key(frame):
        draw_sign(legend, placed, palette)
        write(legend, placed.words, placed.middle, placed.y, KEY_LETTERS, palette.muted)


def _words(parent: Xml.Element, label: str, x: float, y: float, letters: int, ink: str) -> None:
    lines = label.split("\n")
    for at, line in enumerate(lines):
        write(parent, line, x, y + (at - (len(lines) - 1) / 2) * letters, letters, ink)

"""The signs of the stage map as shapes of an SVG picture."""

from __future__ import annotations

from math import cos, pi, sin
from xml.etree import ElementTree as Xml

from cxworkshop.drawing.map_signs import SIGNS, Placed, colour
from cxworkshop.drawing.palette import Palette

LETTERS = 40


def draw_sign(parent: Xml.Element, placed: Placed, palette: Palette) -> None:
    """A sign at its place: its shape in its colour, and the letter on it."""
    sign, paint = SIGNS[placed.mark], colour(placed.mark, palette)
    x, y, size = placed.x, placed.y, sign.size
    if sign.shape == "dashes":
        place = {
            "x": f"{x - size:g}",
            "y": f"{y - 18:g}",
            "width": f"{2 * size:g}",
            "height": "36",
            "rx": "8",
        }
        look = {"fill": palette.paper, "stroke": palette.tint(palette.muted, 0.6), "stroke-width": "4"}
        Xml.SubElement(parent, "rect", {**place, **look, "stroke-dasharray": "10 8"})
        return
    points = " ".join(f"{x + dx * size:.1f},{y + dy * size:.1f}" for dx, dy in corners(sign.shape))
    Xml.SubElement(parent, "polygon", {"points": points, "fill": paint})
    if sign.letter:
        low = 7 if sign.shape == "triangle" else 2
        place = {"x": f"{x:g}", "y": f"{y + low + LETTERS * 0.35:g}", "text-anchor": "middle"}
        look = {"font-size": f"{LETTERS}", "font-weight": "bold", "fill": palette.on(paint)}
        Xml.SubElement(parent, "text", {**place, **look}).text = sign.letter


def corners(shape: str) -> list[tuple[float, float]]:
    """The corners of a shape around 0, 0, as shares of half its width."""
    if shape == "diamond":
        return [(0, -1), (1, 0), (0, 1), (-1, 0)]
    if shape == "square":
        return [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    if shape == "triangle":
        return [(0, -0.9), (1, 0.83), (-1, 0.83)]
    turns = [(pi / 5 * at - pi / 2, 1.0 if at % 2 == 0 else 0.42) for at in range(10)]
    return [(cos(angle) * reach, sin(angle) * reach) for angle, reach in turns]

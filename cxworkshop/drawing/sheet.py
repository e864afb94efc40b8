"""A sheet of paper for a picture that needs no browser: an SVG tree, in which a person's words are only ever words."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from cxworkshop.drawing.palette import Palette

FACE = "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
NAMESPACE = "http://www.w3.org/2000/svg"


def sheet(wide: float, high: float, says: str, palette: Palette) -> Xml.Element:
    """An empty sheet of so many units, shown at half that size; its title is what the picture says."""
    svg = Xml.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {wide:g} {high:g}",
            "width": f"{wide / 2:g}",
            "height": f"{high / 2:g}",
            "font-family": FACE,
            "role": "img",
        },
    )
    Xml.SubElement(svg, "title").text = says
    Xml.SubElement(svg, "rect", {"width": f"{wide:g}", "height": f"{high:g}", "fill": palette.paper})
    return svg


def write(
    parent: Xml.Element,
    words: str,
    x: float,
    y: float,
    letters: int,
    ink: str,
    anchor: str = "middle",
    weight: str = "normal",
) -> None:
    """One line of words, its middle at the height `y`."""
    # Not every program knows `dominant-baseline`; a third of a letter below the middle is where its foot stands.
    place = {"x": f"{x:g}", "y": f"{y + letters * 0.35:g}", "text-anchor": anchor}
    look = {"font-size": f"{letters}", "fill": ink, "font-weight": weight}
    Xml.SubElement(parent, "text", {**place, **look}).text = words

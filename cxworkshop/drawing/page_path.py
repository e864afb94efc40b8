"""The stages on the one page: a path that rises where it feels good and falls where it hurts, one leader on each stage."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as Xml

from cxworkshop.analysis.feelings import in_words
from cxworkshop.analysis.findings import counted, listed
from cxworkshop.drawing.lettering import cut, fitted, wrapped
from cxworkshop.drawing.map_layout import NOBODY
from cxworkshop.drawing.map_shapes import corners
from cxworkshop.drawing.page_tree import element
from cxworkshop.programme.page_parts import StageLine

WIDE, HIGH = 1940.0, 366.0
"""In tenths of a millimetre on paper."""
_MIDDLE, _STEP, _NODE = 82.0, 20.0, 14.0
_NAMES, _LEADERS, _MOMENTS = 174.0, 284.0, 322.0
_SIZES = (31, 28, 25)
_SMALL = 26
_SHY = 0.93
"""Lines that break between words are not full."""


def path_svg(stages: tuple[StageLine, ...]) -> Xml.Element:
    """The path from left to right; without a feeling known a stage lies on its middle."""
    pitch = WIDE / len(stages)
    spots = [(at * pitch + _NODE + 3, _MIDDLE - (one.emotion or 0) * _STEP) for at, one in enumerate(stages)]
    svg = element(
        "svg",
        element("title", _told(stages)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE:g} {HIGH:g}",
        role="img",
        look="path",
    )
    end = WIDE - 24
    way = f"M {spots[0][0]:.1f} {spots[0][1]:.1f}"
    for (x1, y1), (x2, y2) in pairwise(spots):
        way += f" C {(x1 + x2) / 2:.1f} {y1:.1f} {(x1 + x2) / 2:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    low = spots[-1][1]
    svg.append(element("path", d=f"{way} L {end:.1f} {low:.1f}", look="way"))
    svg.append(
        element(
            "polygon", points=f"{WIDE:g},{low:.1f} {end:g},{low - 13:.1f} {end:g},{low + 13:.1f}", look="tip"
        )
    )
    for one, (x, y) in zip(stages, spots, strict=True):
        _stage(svg, one, x, y, pitch)
    return svg


def _stage(svg: Xml.Element, one: StageLine, x: float, y: float, pitch: float) -> None:
    room, left = pitch - 26, x - _NODE
    svg.append(
        element(
            "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{_NODE:g}", look="node" if one.leader else "alone"
        )
    )
    if one.emotion is not None:
        words = wrapped(in_words(one.emotion), room / 25, 1)
        svg.append(element("text", words, x=f"{left:.1f}", y=f"{y - 24:.1f}", look="felt"))
    name = cut(one.name or "a stage without a name", 3 * _SHY * room / _SIZES[-1])
    label, size = fitted(name, room, 108, _SIZES)
    _lines(svg, label, left, _NAMES, size, f"stage s{size}")
    leader = one.leader or f"× {NOBODY}"
    svg.append(
        element(
            "text",
            cut(leader, room / _SMALL),
            x=f"{left:.1f}",
            y=f"{_LEADERS:g}",
            look="leader" if one.leader else "nobody",
        )
    )
    if one.moments:
        star = " ".join(
            f"{left + 11 + dx * 12:.1f},{_MOMENTS - 9 + dy * 12:.1f}" for dx, dy in corners("star")
        )
        svg.append(element("polygon", points=star, look="star"))
        more, width = len(one.moments) - 1, (room - 30) / _SMALL
        first = one.moments[0]
        words = (
            f"{cut(first, width)}\nand {more} more"
            if more
            else wrapped(cut(first, 2 * _SHY * width), width, 2)
        )
        _lines(svg, words, left + 30, _MOMENTS, _SMALL, "moment")


def _lines(svg: Xml.Element, label: str, x: float, y: float, size: int, look: str) -> None:
    for at, line in enumerate(label.split("\n")):
        svg.append(element("text", line, x=f"{x:.1f}", y=f"{y + at * size * 1.14:.1f}", look=look))


def _told(stages: tuple[StageLine, ...]) -> str:
    """The same as the picture, for those who cannot see it."""
    each = [
        f"{one.name or 'a stage without a name'}, {one.leader or NOBODY}"
        + ("" if one.emotion is None else f", {in_words(one.emotion)}")
        + (f", first: {listed(one.moments)}" if one.moments else "")
        for one in stages
    ]
    return f"The path of {counted(len(stages), 'stage')}: {'; '.join(each)}."

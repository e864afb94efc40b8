"""The two bowls of marbles on the one page: those who came lie in one, those who left in the other."""

from __future__ import annotations

import math
from xml.etree import ElementTree as Xml

from cxworkshop.drawing.packing import DEEP, RIM, heap, wall, worth
from cxworkshop.drawing.page_tree import element

APART, UP, DOWN = 12.6, 13.2, 9.2
"""From the middle of the picture to the middle of a bowl, and how far it reaches above and below their feet."""
_SIDE = APART + RIM + 1.0
_GLASS = 0.3


def bowls_svg(came: int, left: int, noun: str) -> Xml.Element:
    """Marbles by the rule of the large picture (docs/method.md 1.2), in a unit that is a marble's radius."""
    each = worth(came, left)
    scale = f"Each marble is {f'{each:,} {noun}' if each > 1 else f'one of your {noun}'}"
    title = f"Two bowls of marbles: {came:,} came, {left:,} left. {scale}."
    svg = element(
        "svg",
        element("title", title),
        _glass("came", "gain"),
        _glass("left", "loss"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{-_SIDE:g} {-UP:g} {2 * _SIDE:g} {UP + DOWN:g}",
        role="img",
        look="bowls",
    )
    for middle, people, word, look in ((-APART, came, "came", "gain"), (APART, left, "left", "loss")):
        svg.append(_bowl(middle, people, each, word))
        words = f"{people:,} {word}"
        svg.append(
            element("text", words, x=f"{middle:g}", y="4.3", text_anchor="middle", look=f"people {look}")
        )
    svg.append(element("text", scale, x="0", y="7.8", text_anchor="middle", look="scale"))
    return svg


def _glass(name: str, colour: str) -> Xml.Element:
    """Light on a marble from the left."""
    stops = (("0", f"{colour}-lit"), ("0.55", colour), ("1", f"{colour}-dark"))
    return element(
        "radialGradient",
        *(element("stop", offset=offset, look=f"stop-{look}") for offset, look in stops),
        id=f"marble-{name}",
        cx="0.4",
        cy="0.36",
        r="0.62",
    )


def _bowl(middle: float, people: int, each: int, word: str) -> Xml.Element:
    inside = [(x, -y) for x, y in wall(32)]
    outside = [(x * 1.02, -y + _GLASS) for x, y in wall(32)]
    shape = element("g", transform=f"translate({middle:g} 0)")
    shape.append(element("ellipse", cx="0", cy="1.15", rx="7.6", ry="0.55", look="shadow"))
    shape.append(element("polygon", points=_points(inside), look="glass"))
    laid = max(round(people / each), 1) if people else 0
    for x, y in heap(laid):
        shape.append(element("circle", cx=f"{x:.2f}", cy=f"{-y:.2f}", r="0.97", fill=f"url(#marble-{word})"))
        shape.append(element("circle", cx=f"{x - 0.34:.2f}", cy=f"{-y - 0.4:.2f}", r="0.2", look="shine"))
    shape.append(element("polyline", points=_points(outside), look="wall"))
    shape.append(element("polygon", points="-3.6,1.15 -2.6,0.3 2.6,0.3 3.6,1.15", look="foot"))
    shape.append(element("polyline", points=_points(_rim()), look="rim"))
    return shape


def _rim() -> list[tuple[float, float]]:
    """The near half of the opening."""
    turns = [math.pi * (1 - at / 24) for at in range(25)]
    return [(RIM * 1.02 * math.cos(turn), -DEEP + 0.8 * math.sin(turn)) for turn in turns]


def _points(spots: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in spots)

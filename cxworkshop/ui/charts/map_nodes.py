"""The stage map as the boxes, signs and lines that the graph component draws; a person's words are only ever labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from streamlit_agraph import Edge, Node

from cxworkshop.drawing.map_layout import PADDING, SMALL, Outline, Spot
from cxworkshop.drawing.map_looks import box_look
from cxworkshop.drawing.map_signs import (
    KEY_LETTERS,
    SIGNS,
    TAG_HIGH,
    TAG_LETTERS,
    Placed,
    colour,
    key,
    signs_of,
    tag_of,
)
from cxworkshop.drawing.palette import Palette

BORDERS = {"thin": 2, "firm": 3, "strong": 4}
"""In pixels of the screen, whatever the size of the map."""
FACE = "Source Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
FRAMED = ("stage", "moment")
UNSEEN = "rgba(0,0,0,0)"
AROUND = 62
"""How much higher than its box the frame of a chosen moment is, so that it strikes out no sign."""
Drawn = dict[str, Any]
Again = Mapping[str, int]
"""How often each record was closed: its nodes get another name each time, so that a click on them is a new one."""
NEVER: Again = {}


def named(kind: str, opens: str, again: Again = NEVER) -> str:
    """The id of a node; what follows the colon is the id of the record it opens."""
    count = again.get(opens, 0)
    return f"{kind}{f'.{count}' if count else ''}:{opens}"


def nodes(spots: tuple[Spot, ...], frame: Outline, palette: Palette, again: Again = NEVER) -> list[Drawn]:
    """Every box, sign and word of the map."""
    boxes = [node for spot in spots for node in _drawn(spot, palette, again)]
    legend = [node for placed in key(frame) for node in _key(placed, palette)]
    panes = [_pane(spot, palette, again) for spot in spots if spot.kind in FRAMED]
    return [*_corners(frame), *boxes, *legend, *panes]


def _node(id: str, label: str, x: float, y: float, **look: Any) -> Drawn:
    font = {"face": FACE, "size": SMALL[0], **look.pop("font", {})}
    drawn = dict(Node(id=id, label=label, x=x, y=y, font=font, labelHighlightBold=False, **look).to_dict())
    # The component writes a title into the page as markup and opens it on a double click; it takes the id for one
    # where none is given. So it is taken out afterwards, with nothing left for the double click to open.
    del drawn["title"]
    return {**drawn, "div": {"innerHTML": ""}}


def _corners(frame: Outline) -> list[Drawn]:
    """Two unseen corners, so that the map is fitted alike however few moments there are."""
    return [
        _node(f"corner {at}", "", x, y, shape="dot", size=1, color=UNSEEN, borderWidth=0)
        for at, (x, y) in enumerate(((0, 0), (frame.width, frame.height)))
    ]


def _pane(spot: Spot, palette: Palette, again: Again) -> Drawn:
    """An unseen pane before a box, which takes its clicks: what is selected is drawn last, and would hide its signs."""
    look = {
        "background": UNSEEN,
        "border": UNSEEN,
        "highlight": {"background": UNSEEN, "border": palette.ink},
    }
    high = spot.height + (AROUND if spot.kind == "moment" else 0)
    return _node(
        named(spot.kind, spot.opens, again),
        "",
        spot.x,
        spot.y,
        shape="box",
        color=look,
        borderWidth=1,
        borderWidthSelected=3,
        shapeProperties={"borderRadius": 16},
        margin=PADDING,
        widthConstraint={"minimum": spot.width - 2 * PADDING},
        heightConstraint={"minimum": high - 2 * PADDING},
    )


def _drawn(spot: Spot, palette: Palette, again: Again) -> list[Drawn]:
    signs = [node for placed in signs_of(spot) for node in _sign(placed, spot.opens, palette, again)]
    return [_box(spot, palette, again), *_tag(spot, palette, again), *signs]


def _box(spot: Spot, palette: Palette, again: Again) -> Drawn:
    look = box_look(spot, palette)
    return _node(
        f"box {named(spot.kind, spot.opens, again)}",
        spot.label,
        spot.x,
        spot.y,
        font={
            "size": spot.letters,
            "color": look.ink,
            "background": look.fill if spot.kind == "leader" else "none",
        },
        shape="box" if spot.kind in FRAMED else "text",
        color={"background": look.fill, "border": look.border},
        borderWidth=BORDERS[look.strength],
        shapeProperties={"borderRadius": 16, "borderDashes": [8, 6] if look.dashed else False},
        margin=PADDING,
        widthConstraint={"minimum": spot.width - 2 * PADDING},
        heightConstraint={"minimum": spot.height - 2 * PADDING, "valign": "middle"},
    )


def _tag(spot: Spot, palette: Palette, again: Again) -> list[Drawn]:
    tag = tag_of(spot)
    if tag is None:
        return []
    look = {
        "background": palette.paper,
        "border": palette.muted,
        "highlight": {"background": palette.paper, "border": palette.ink},
    }
    return [
        _node(
            named("role", spot.opens, again),
            tag.words,
            tag.x,
            tag.y,
            font={"size": TAG_LETTERS, "color": palette.ink},
            shape="box",
            color=look,
            borderWidth=1,
            margin=2,
            shapeProperties={"borderRadius": TAG_HIGH / 2},
            widthConstraint={"minimum": tag.width - 4},
            heightConstraint={"minimum": TAG_HIGH - 4, "valign": "middle"},
        )
    ]


def _sign(placed: Placed, opens: str, palette: Palette, again: Again = NEVER) -> Iterable[Drawn]:
    sign, paint = SIGNS[placed.mark], colour(placed.mark, palette)
    look = {"background": paint, "border": paint, "highlight": {"background": paint, "border": palette.ink}}
    id = named(placed.mark, opens, again)
    if sign.shape == "dashes":
        sides = {"widthConstraint": {"minimum": 2 * sign.size - 4}, "heightConstraint": {"minimum": 34}}
        look = {"background": palette.paper, "border": palette.tint(palette.muted, 0.6)}
        dashes = {"shapeProperties": {"borderRadius": 8, "borderDashes": [5, 4]}, "margin": 2}
        yield _node(id, "", placed.x, placed.y, shape="box", color=look, borderWidth=2, **sides, **dashes)
        return
    yield _node(id, "", placed.x, placed.y, shape=sign.shape, size=sign.size, color=look, borderWidth=0)
    if sign.letter:
        font = {"size": 40, "color": palette.on(paint), "bold": True}
        low = 7 if sign.shape == "triangle" else 2
        yield _node(f"on {id}", sign.letter, placed.x, placed.y + low, shape="text", font=font)


def _key(placed: Placed, palette: Palette) -> Iterable[Drawn]:
    yield from _sign(placed, "", palette)
    font = {"size": KEY_LETTERS, "color": palette.muted}
    yield _node(f"key {placed.mark}", placed.words, placed.middle, placed.y, font=font, shape="text")


def edges(spots: tuple[Spot, ...], palette: Palette, again: Again = NEVER) -> list[Drawn]:
    """The customer's way from stage to stage, and a stem from each stage to its last moment."""
    stages = [spot for spot in spots if spot.kind == "stage"]
    last = {spot.x: spot for spot in spots if spot.kind in ("moment", "more")}
    stems = [(stage, last[stage.x], palette.grid, 4, False) for stage in stages if stage.x in last]
    ways = [(one, following, palette.muted, 8, True) for one, following in pairwise(stages)]
    return [
        dict(
            Edge(
                f"box {named(one.kind, one.opens, again)}",
                f"box {named(other.kind, other.opens, again)}",
                color=paint,
                width=width,
                smooth=False,
                chosen=False,
                arrows={"to": {"enabled": arrow, "scaleFactor": 0.5}},
            ).to_dict()
        )
        for one, other, paint, width, arrow in (*stems, *ways)
    ]

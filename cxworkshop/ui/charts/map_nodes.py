"""The stage map as the boxes, signs and lines that the graph component draws; a person's words are only ever labels."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from streamlit_agraph import Edge, Node

from cxworkshop.drawing.map_layout import KEY_HIGH, PADDING, SMALL, Outline, Spot
from cxworkshop.drawing.palette import Palette

EXPERIENCE, RELIABILITY = 2, 4
FACE = "Source Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
SHAPES = {"priority": ("star", 27), "truth": ("diamond", 20)}
"""The shape of each mark and its size in map units."""
Drawn = dict[str, Any]


def nodes(spots: tuple[Spot, ...], frame: Outline, palette: Palette) -> list[Drawn]:
    """Every box, mark and word of the map; the part of an id after the colon is that of the record it opens."""
    boxes = [node for spot in spots for node in _drawn(spot, palette)]
    return [*_corners(frame), *boxes, *_legend(frame, palette)]


def _node(id: str, label: str, x: float, y: float, **look: Any) -> Drawn:
    font = {"face": FACE, "size": SMALL[0], **look.pop("font", {})}
    drawn = dict(Node(id=id, label=label, x=x, y=y, font=font, labelHighlightBold=False, **look).to_dict())
    # The component writes a title into the page as markup and opens it on a double click; it takes the id for one
    # where none is given. So it is taken out afterwards, with nothing left for the double click to open.
    del drawn["title"]
    return {**drawn, "div": {"innerHTML": ""}}


def _corners(frame: Outline) -> list[Drawn]:
    """Two unseen corners, so that the map is fitted alike however few moments there are."""
    unseen = "rgba(0,0,0,0)"
    return [
        _node(f"corner {at}", "", x, y, shape="dot", size=1, color=unseen, borderWidth=0)
        for at, (x, y) in enumerate(((0, 0), (frame.width, frame.height)))
    ]


def _drawn(spot: Spot, palette: Palette) -> list[Drawn]:
    accent, unowned, first = palette.accent(EXPERIENCE), "unowned" in spot.marks, "priority" in spot.marks
    fill = palette.tint(accent, 0.2) if first else palette.paper
    border, ink, thick = accent if first else palette.grid, palette.ink, 5 if first else 3
    if spot.kind == "stage":
        fill, border, thick = (palette.paper, palette.loss, 5) if unowned else (accent, accent, 5)
        ink = palette.ink if unowned else palette.on(accent)
    elif spot.kind != "moment":
        ink = palette.loss if unowned else palette.ink if spot.kind == "leader" else palette.muted
    box = _node(
        f"{spot.kind}:{spot.opens}",
        spot.label,
        spot.x,
        spot.y,
        font={
            "size": spot.letters,
            "color": ink,
            "background": palette.paper if spot.kind == "leader" else "none",
        },
        shape="box" if spot.kind in ("stage", "moment") else "text",
        color={
            "background": fill,
            "border": border,
            "highlight": {"background": fill, "border": palette.ink},
        },
        borderWidth=thick,
        borderWidthSelected=7,
        shapeProperties={
            "borderRadius": 16,
            "borderDashes": [18, 14] if unowned and spot.kind == "stage" else False,
        },
        margin=PADDING,
        widthConstraint={"minimum": spot.width - 2 * PADDING},
        heightConstraint={"minimum": spot.height - 2 * PADDING, "valign": "middle"},
    )
    up, out = spot.y - spot.height / 2 + 6, spot.width / 2 - 6
    corners = {"priority": spot.x - out, "truth": spot.x + out}
    marks = [mark for mark in spot.marks if mark in corners]
    return [box, *(_mark(mark, spot.opens, corners[mark], up, palette) for mark in marks)]


def _mark(mark: str, opens: str, x: float, y: float, palette: Palette) -> Drawn:
    shape, size = SHAPES[mark]
    colour = palette.accent(EXPERIENCE if mark == "priority" else RELIABILITY)
    look = {
        "background": colour,
        "border": colour,
        "highlight": {"background": colour, "border": palette.ink},
    }
    return _node(f"{mark}:{opens}", "", x, y, shape=shape, size=size, color=look, borderWidth=0)


def _legend(frame: Outline, palette: Palette) -> list[Drawn]:
    y, nodes = frame.height - KEY_HIGH / 2 + 10, []
    for mark, words, x, middle in (
        ("priority", "priority", 36.0, 145.0),
        ("truth", "moment of truth", 290.0, 460.0),
    ):
        nodes.append(_mark(mark, "", x, y, palette))
        nodes.append(_node(f"key {mark}", words, middle, y, font={"color": palette.muted}, shape="text"))
    return nodes


def edges(spots: tuple[Spot, ...], palette: Palette) -> list[Drawn]:
    """The customer's way from stage to stage, and a stem from each stage to its last moment."""
    stages = [spot for spot in spots if spot.kind == "stage"]
    last = {spot.x: spot for spot in spots if spot.kind in ("moment", "more")}
    stems = [(stage, last[stage.x], palette.grid, 4, False) for stage in stages if stage.x in last]
    ways = [(one, following, palette.muted, 8, True) for one, following in pairwise(stages)]
    return [
        dict(
            Edge(
                f"{one.kind}:{one.opens}",
                f"{other.kind}:{other.opens}",
                color=colour,
                width=width,
                smooth=False,
                chosen=False,
                arrows={"to": {"enabled": arrow, "scaleFactor": 0.5}},
            ).to_dict()
        )
        for one, other, colour, width, arrow in (*stems, *ways)
    ]

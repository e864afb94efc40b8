"""How a box of the stage map looks: its colours, how strong its border is, and whether it is dashed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxworkshop.drawing.map_layout import Spot
from cxworkshop.drawing.palette import Palette

EXPERIENCE = 2


@dataclass(frozen=True)
class BoxLook:
    """Colours as `#rrggbb`, a border by its strength."""

    fill: str
    border: str
    ink: str
    strength: Literal["thin", "firm", "strong"] = "thin"
    dashed: bool = False


def box_look(spot: Spot, palette: Palette) -> BoxLook:
    """A stage is filled, or dashed where nobody answers; a priority is tinted and strong, a parked moment faint."""
    accent, unowned, first = palette.accent(EXPERIENCE), "unowned" in spot.marks, "priority" in spot.marks
    faint = palette.tint(palette.muted, 0.6)
    if spot.kind == "stage" and unowned:
        return BoxLook(palette.paper, palette.loss, palette.ink, "firm", dashed=True)
    if spot.kind == "stage":
        return BoxLook(accent, accent, palette.on(accent), "firm")
    if spot.kind == "leader":
        return BoxLook(palette.paper, palette.paper, palette.loss if unowned else palette.ink)
    if first:
        return BoxLook(palette.tint(accent, 0.2), accent, palette.ink, "strong")
    if spot.kind == "more" or "parked" in spot.marks:
        return BoxLook(palette.paper, faint, palette.muted, dashed=spot.kind == "moment")
    return BoxLook(palette.paper, palette.grid, palette.ink)

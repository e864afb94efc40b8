"""The signs on the stage map: each by shape, by a letter in it and by colour, where it stands on its box, and the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cxworkshop.domain.records import Touchpoint
from cxworkshop.drawing.lettering import wide
from cxworkshop.drawing.map_layout import BOX_HIGH, KEY_HIGH, SAFE, Mark, Outline, Spot
from cxworkshop.drawing.palette import Palette

Shape = Literal["star", "diamond", "triangle", "square", "dashes"]
KEY_LETTERS, TAG_LETTERS = 36, 36
TAG_HIGH, SIDE = 44.0, 6.0


@dataclass(frozen=True)
class Sign:
    """How a mark looks and what it is called in the key."""

    words: str
    shape: Shape
    letter: str
    """Written on the shape."""
    size: float
    """Half its width, in map units."""
    written: str = ""
    """The same sign in a line of text; blank where it has none."""


SIGNS: dict[Mark, Sign] = {
    "priority": Sign("priority", "star", "", 32, "★"),
    "truth": Sign("moment of truth", "diamond", "", 25, "◆"),
    "pressure": Sign("pressure point", "triangle", "!", 29, "▲"),
    "rescue": Sign("rescue moment", "square", "+", 22, "✚"),
    "parked": Sign("parked", "dashes", "", 25),
}


@dataclass(frozen=True)
class Placed:
    """A sign at its place; `mark` says which, and `words` what stands to the right of it, in the key."""

    mark: Mark
    x: float
    y: float
    words: str = ""
    middle: float = 0.0
    """Where the middle of the words is."""


@dataclass(frozen=True)
class Tag:
    """The word for a moment's role, on the lower edge of its box; centre and width in map units."""

    words: str
    x: float
    y: float
    width: float


def colour(mark: Mark, palette: Palette) -> str:
    """The colour of a mark."""
    colours = {
        "priority": palette.accent(2),
        "truth": palette.accent(4),
        "pressure": palette.loss,
        "rescue": palette.accent(1),
    }
    return colours.get(mark, palette.muted)


def written_signs(moment: Touchpoint | None) -> str:
    """The signs of a moment in a line of text."""
    return "".join(sign.written for mark, sign in SIGNS.items() if getattr(moment, mark, None))


def written_key() -> str:
    """What the signs in a line of text stand for."""
    return " · ".join(f"{sign.written} {sign.words}" for sign in SIGNS.values() if sign.written)


def signs_of(spot: Spot) -> Iterator[Placed]:
    """The signs on the upper edge of a moment's box: its priority on the left, the others from the right."""
    y, right = spot.y - spot.height / 2 - 8, spot.x + spot.width / 2 - SIDE
    for mark in ("rescue", "pressure", "truth"):
        if mark in spot.marks:
            size = SIGNS[mark].size
            yield Placed(mark, right - size, y)
            right -= 2 * size + SIDE
    if "priority" in spot.marks:
        yield Placed("priority", spot.x - spot.width / 2 + SIDE + SIGNS["priority"].size / 2, y)


def tag_of(spot: Spot) -> Tag | None:
    """The word for a moment's role, on the lower edge of its box."""
    if not spot.role:
        return None
    width = wide(spot.role) * TAG_LETTERS * SAFE + 20
    left = spot.x - spot.width / 2 + 14
    return Tag(spot.role, left + width / 2, spot.y + BOX_HIGH / 2 + 8, width)


def key(frame: Outline) -> Iterator[Placed]:
    """The key below the map, from left to right."""
    x, y = 40.0, frame.height - KEY_HIGH / 2 + 18
    for mark, sign in SIGNS.items():
        long = wide(sign.words) * KEY_LETTERS * SAFE
        yield Placed(mark, x, y, sign.words, x + sign.size + 14 + long / 2)
        x += sign.size * 2 + long + 80

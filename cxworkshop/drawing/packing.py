"""Marbles laid into a bowl one after another, each at the lowest place where it lies still; the same every time."""

from __future__ import annotations

import functools
import math

RIM, DEEP = 10.6, 7.6
"""Half the width of the bowl's opening and its depth, in radii of a marble."""
ROUND = (RIM**2 + DEEP**2) / (2 * DEEP)
"""The radius of the wall, an arc of a circle through both ends of the rim and the bottom."""
CENTRE = ROUND
"""Height of the wall's centre above the bottom of the bowl."""
MOST = 50
"""Marbles in the fuller bowl."""
_NEAR = 1e-6

Spot = tuple[float, float]
"""Across from the middle of the bowl and up from its bottom, in radii of a marble."""


def worth(came: int, left: int) -> int:
    """How many customers one marble stands for: ceil(max(came, left) / 50), at least one (docs/method.md 1.2)."""
    return max(1, math.ceil(max(came, left) / MOST))


@functools.cache
def heap(marbles: int) -> tuple[Spot, ...]:
    """Where `marbles` marbles of radius 1 lie; those of a smaller heap lie the same in every larger one.

    Each takes the lowest place at which two others, or the wall and one other, hold it up from both sides.
    """
    laid: list[Spot] = []
    places: list[Spot] = [(0.0, CENTRE - (ROUND - 1))]
    for _ in range(marbles):
        # Of two places equally low the one nearer the middle; then the left one, so that nothing is left to chance.
        new = min(places, key=lambda spot: (round(spot[1], 6), round(abs(spot[0]), 6), spot[0]))
        laid.append(new)
        fresh = [*_on_the_wall(new), *(spot for other in laid[:-1] for spot in _on_two(new, other))]
        places = [spot for spot in places if _clear(spot, new)]
        places += [spot for spot in fresh if all(_clear(spot, other) for other in laid)]
    return tuple(laid)


def wall(points: int = 48) -> tuple[Spot, ...]:
    """The inside of the bowl from rim to rim."""
    widest = math.asin(min(1.0, RIM / ROUND))
    turns = (widest * (2 * at / points - 1) for at in range(points + 1))
    return tuple((ROUND * math.sin(turn), CENTRE - ROUND * math.cos(turn)) for turn in turns)


def _clear(one: Spot, other: Spot) -> bool:
    return math.dist(one, other) >= 2 - _NEAR


def _on_two(one: Spot, other: Spot) -> list[Spot]:
    """The place above two marbles that touches both and lies between them."""
    apart = math.dist(one, other)
    if not 0 < apart <= 4:
        return []
    (x1, y1), (x2, y2) = sorted((one, other))
    up = math.sqrt(4 - (apart / 2) ** 2)
    x, y = (x1 + x2) / 2 - up * (y2 - y1) / apart, (y1 + y2) / 2 + up * (x2 - x1) / apart
    held = x1 <= x <= x2 and _inside((x, y))
    return [(x, y)] if held else []


def _on_the_wall(one: Spot) -> list[Spot]:
    """The places that touch a marble and the wall: crossings of two circles, 2 around it and the wall's less 1."""
    (x, y), reach = one, ROUND - 1
    apart = math.dist(one, (0.0, CENTRE))
    if not abs(reach - 2) <= apart <= reach + 2 or apart < _NEAR:
        return []
    along = (reach**2 - 4 + apart**2) / (2 * apart)
    off = math.sqrt(max(0.0, reach**2 - along**2))
    ux, uy = x / apart, (y - CENTRE) / apart
    found = [(along * ux - side * off * uy, CENTRE + along * uy + side * off * ux) for side in (1, -1)]
    # Further out than the marble that holds it, and on the same side; a marble in the middle has both sides.
    return [(px, py) for px, py in found if py < DEEP and px * x >= -_NEAR and abs(px) >= abs(x)]


def _inside(spot: Spot) -> bool:
    """Above the rim a marble may lie as far out as its middle stays within it; below, the wall holds it."""
    x, y = spot
    return abs(x) <= RIM - 0.6 if y >= DEEP else math.dist(spot, (0.0, CENTRE)) <= ROUND - 1 + _NEAR

"""The numbers of a process behaviour chart: centre, limits, and the rules that a point completes."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Variant = Literal["mean", "median"]
# Variant -> factors of the typical moving range: for the limits, and for the limit of the ranges.
FACTORS: dict[Variant, tuple[float, float]] = {"mean": (2.66, 3.267), "median": (3.14, 3.87)}
RUN, WINDOW, MOST_OF_WINDOW = 8, 4, 3
CENTRE, NEAR_LIMIT, OUTSIDE = 0, 2, 3
# A share of the typical range that two floating-point results may differ by and still be equal.
SAME = 1e-9


@dataclass(frozen=True)
class Xmr:
    """Limits and signals of a series; `places` are 0 on the centre, ±1 on a side, ±2 nearer a limit, ±3 outside it."""

    values: tuple[float, ...]
    ranges: tuple[float | None, ...]
    centre: float
    typical: float
    lower: float
    upper: float
    range_limit: float
    places: tuple[int, ...]
    signals: tuple[tuple[int, ...], ...]
    baseline: int
    middle: str
    """What the centre is: the `average`, or the `median`."""

    def jumped(self, at: int) -> bool:
        """Whether the step to this point is larger than the limit of the ranges."""
        return self.typical > 0 and (self.ranges[at] or 0) > self.range_limit + SAME * self.typical

    def run(self, at: int) -> int:
        """How many points in a row, ending here, lie on one side of the centre; 0 on the centre itself."""
        length = 0
        while length <= at and self.places[at - length] * self.places[at] > 0:
            length += 1
        return length

    def side(self, at: int) -> int:
        """1 or -1: the side that this point's strongest signal points to; 0 without a signal or with a mere jump."""
        place, rules = self.places[at], self.signals[at]
        if (1 in rules and abs(place) == OUTSIDE) or (3 in rules and 2 not in rules):
            return 1 if place > 0 else -1
        return _crowded(self.places, at) if 2 in rules else 0


def xmr(
    values: Sequence[float],
    gaps: Collection[int] = (),
    baseline: int | None = None,
    variant: Variant = "mean",
) -> Xmr | None:
    """Limits from the first `baseline` points, or from all, as where no two of the first follow each other.

    None where no two points at all do.

    `gaps` are the indices of points before which one is missing: they have no moving range. The median variant takes
    medians for both centre and typical range. Without variation there are no signals. Source: docs/method.md 3.2.
    """
    ranges = [
        None if at == 0 or at in gaps else abs(values[at] - values[at - 1]) for at in range(len(values))
    ]
    first = baseline if baseline and 2 <= baseline < len(values) else len(values)
    if all(one is None for one in ranges[:first]):
        first = len(values)
    known = [one for one in ranges[:first] if one is not None]
    if not known:
        return None
    middle = statistics.fmean if variant == "mean" else statistics.median
    centre, typical = float(middle(values[:first])), float(middle(known))
    reach, range_reach = (factor * typical for factor in FACTORS[variant])
    places = tuple(_place(value - centre, reach) for value in values)
    bare = Xmr(
        tuple(values),
        tuple(ranges),
        centre,
        typical,
        centre - reach,
        centre + reach,
        range_reach,
        places,
        (),
        first,
        "average" if variant == "mean" else "median",
    )
    signals = tuple(_rules(bare, at) if typical else () for at in range(len(values)))
    return replace(bare, signals=signals)


def _place(distance: float, reach: float) -> int:
    slack = SAME * reach
    size = abs(distance)
    if size <= slack:
        return CENTRE
    grade = OUTSIDE if size > reach + slack else NEAR_LIMIT if size > reach / 2 + slack else 1
    return grade if distance > 0 else -grade


def _rules(found: Xmr, at: int) -> tuple[int, ...]:
    rules = []
    if abs(found.places[at]) == OUTSIDE or found.jumped(at):
        rules.append(1)
    if _crowded(found.places, at):
        rules.append(2)
    last = found.places[at - RUN + 1 : at + 1] if at >= RUN - 1 else (CENTRE,)
    if all(place > 0 for place in last) or all(place < 0 for place in last):
        rules.append(3)
    return tuple(rules)


def _crowded(places: Sequence[int], at: int) -> int:
    """The side, 1 or -1, whose limit three of the four points ending here are nearer to than to the centre; else 0."""
    window = places[at - WINDOW + 1 : at + 1] if at >= WINDOW - 1 else ()
    for side in (1, -1):
        if sum(place * side >= NEAR_LIMIT for place in window) >= MOST_OF_WINDOW:
            return side
    return 0

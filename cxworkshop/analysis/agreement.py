"""How far a few people agree: the middle, the range and the shape of their answers, with no significance claimed."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

Level = Literal["nominal", "ordinal", "interval", "ratio"]


@dataclass(frozen=True)
class Opinion:
    """Answers on one scale, sorted; `low` and `high` are the lowest and highest given, None where there are none."""

    values: tuple[float, ...]
    median: float | None
    low: float | None
    high: float | None
    agreement: float | None
    """-1 split into two camps, 0 spread evenly, 1 all the same; None with fewer than two answers."""


def opinion(values: Iterable[float | None], low: int, high: int) -> Opinion:
    """What was answered on a scale of whole numbers from `low` to `high`; blanks and answers off the scale are left out.

    Source: docs/method.md 1.1 and 3.3.
    """
    given = tuple(sorted(value for value in values if value is not None and low <= value <= high))
    counts = [sum(round(value) == step for value in given) for step in range(low, high + 1)]
    return Opinion(
        given,
        median(given),
        given[0] if given else None,
        given[-1] if given else None,
        agreement(counts) if len(given) > 1 else None,
    )


def median(values: Iterable[float]) -> float | None:
    """The middle value, the mean of the two middle ones where their number is even; None where there are none."""
    given = list(values)
    return float(statistics.median(given)) if given else None


def agreement(counts: Sequence[float]) -> float | None:
    """Van der Eijk's agreement A, -1 to 1, of answers counted per category of an ordered scale, empty ones included.

    None with fewer than three categories or no answers. Source: docs/method.md 3.3.
    """
    left, total = list(counts), sum(counts)
    if len(left) < 3 or total <= 0:
        return None
    found = 0.0
    while any(count > 0 for count in left):
        pattern = [count > 0 for count in left]
        height = min(count for count in left if count > 0)
        found += _layer(pattern) * height * sum(pattern) / total
        left = [count - height if count > 0 else 0 for count in left]
    return found


def _layer(pattern: Sequence[bool]) -> float:
    """Agreement A of a layer in which each category is either empty or as full as the others."""
    steps, filled = len(pattern), sum(pattern)
    if filled == 1:
        return 1.0
    together = apart = 0
    for first, middle, last in combinations(pattern, 3):
        together += middle and first != last
        apart += first and last and not middle
    unimodal = 1.0
    if together + apart:
        unimodal = ((steps - 2) * together - (steps - 1) * apart) / ((steps - 2) * (together + apart))
    return unimodal * (1 - (filled - 1) / (steps - 1))


def kendall_w(rankings: Sequence[Sequence[float]]) -> float | None:
    """Kendall's W, 0 to 1, corrected for ties: how far raters put the same items in the same order.

    A row per rater, a column per item; scores are ranked here, so ranks, dots or marks will do. None with fewer
    than two raters or items, rows of unequal length, or where every rater ties everything. Source: docs/method.md 3.3.
    """
    raters, items = len(rankings), len(rankings[0]) if rankings else 0
    if raters < 2 or items < 2 or any(len(row) != items for row in rankings):
        return None
    ranked = [_ranks(row) for row in rankings]
    sums = [sum(column) for column in zip(*ranked, strict=True)]
    centre = sum(sums) / items
    squares = sum((one - centre) ** 2 for one in sums)
    ties = sum(size**3 - size for row in rankings for size in (row.count(value) for value in set(row)))
    most = raters**2 * (items**3 - items) - raters * ties
    return 12 * squares / most if most else None


def krippendorff(ratings: Sequence[Sequence[float | None]], level: Level) -> float | None:
    """Krippendorff's alpha of one row of ratings per rater, an item per column; None is a blank.

    1 is full agreement, 0 what chance would bring, below 0 is worse. `level` says what a difference means: `nominal`
    none, `ordinal` ranks, `interval` distances, `ratio` distances relative to their sum (numbers from 0). None where no
    item has two ratings, or all that can be compared are the same. Source: docs/method.md 3.3.
    """
    items = max(map(len, ratings), default=0)
    columns = [
        [one for row in ratings if at < len(row) and (one := row[at]) is not None] for at in range(items)
    ]
    pairable = [column for column in columns if len(column) > 1]
    counts = Counter(one for column in pairable for one in column)
    total = counts.total()
    apart = _apart(level, counts)
    observed = math.fsum(
        2 * apart(one, other) / (len(column) - 1)
        for column in pairable
        for one, other in combinations(column, 2)
    )
    expected = math.fsum(
        2 * counts[one] * counts[other] * apart(one, other) for one, other in combinations(counts, 2)
    )
    return 1 - observed * (total - 1) / expected if expected else None


def _apart(level: Level, counts: Counter[float]) -> Callable[[float, float], float]:
    """The squared difference of two values at a level; between ranks it counts what was answered from one to the other."""
    if level == "nominal":
        return lambda one, other: float(one != other)
    if level == "interval":
        return lambda one, other: (one - other) ** 2
    if level == "ratio":
        return lambda one, other: ((one - other) / (one + other)) ** 2 if one + other else 0.0
    middle: dict[float, float] = {}
    below = 0
    for value in sorted(counts):
        middle[value] = below + counts[value] / 2
        below += counts[value]
    return lambda one, other: (middle[one] - middle[other]) ** 2


def _ranks(row: Sequence[float]) -> list[float]:
    """Ranks from 1 upwards; equal scores share the mean of their ranks."""
    return [sum(other < one for other in row) + (row.count(one) + 1) / 2 for one in row]

"""How far apart the functions' own customer counts lie."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.domain.records import FunctionCount
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Spread:
    """Rival counts of the same customers; `low` to `spread` are customers."""

    count: int
    low: int
    high: int
    median: float
    spread: int
    """Highest minus lowest."""
    ratio: float | None
    """Spread ÷ median; None where the median is 0."""
    cv: float | None
    """Standard deviation (n - 1) ÷ mean; None with fewer than two counts or a mean of 0."""


def spread(values: Iterable[int | None]) -> Spread | None:
    """The spread of some counts; None where there are none. Source: docs/method.md 1.2."""
    given = [value for value in values if value is not None]
    if not given:
        return None
    low, high, middle, mean = min(given), max(given), statistics.median(given), statistics.fmean(given)
    return Spread(
        count=len(given),
        low=low,
        high=high,
        median=middle,
        spread=high - low,
        ratio=(high - low) / middle if middle else None,
        cv=statistics.stdev(given) / mean if len(given) > 1 and mean else None,
    )


def closing_counts(workshop: Workshop) -> tuple[tuple[str, int], ...]:
    """Function and customers at the end of the period, in the order entered.

    Where a function gave no closing count but all of opening, new and lost, its own figures are added up.
    """
    found = []
    for row in workshop.all(FunctionCount):
        closing = row.total
        if closing is None and row.opening is not None and row.new is not None and row.lost is not None:
            closing = row.opening + row.new - row.lost
        if closing is not None:
            found.append((row.function or "—", closing))
    return tuple(found)

"""What the functions say that they count: which numbers may be seen, how far apart they lie, which contradict themselves."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.domain.records import FunctionCount
from cxworkshop.domain.workshop import Workshop

FIGURES = ("opening", "new", "lost", "total")


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


def has_number(row: FunctionCount) -> bool:
    """Whether a function has given any figure at all; says nothing of how large it is."""
    return any(getattr(row, name) is not None for name in FIGURES)


def revealed(workshop: Workshop) -> tuple[FunctionCount, ...]:
    """The functions whose number the room has seen, in the order entered; nothing of the others is ever drawn."""
    return tuple(row for row in workshop.all(FunctionCount) if row.revealed)


def covered(workshop: Workshop) -> tuple[FunctionCount, ...]:
    """The functions that are named, but not revealed yet, with or without a number."""
    return tuple(row for row in workshop.all(FunctionCount) if row.filled and not row.revealed)


def own_closing(row: FunctionCount) -> int | None:
    """Customers at the end of the period as this function says, or as its own opening + new - lost add up to.

    Fewer than none is no count: None, as where a figure is missing.
    """
    if row.total is not None:
        return row.total
    added = _added(row)
    return None if added is None or added < 0 else added


def function_name(workshop: Workshop, row: FunctionCount) -> str:
    """What a function is called; one without a name by its place in the table: `Function 3`."""
    return row.function or f"Function {workshop.all(FunctionCount).index(row) + 1}"


def closing_counts(workshop: Workshop) -> tuple[tuple[str, int], ...]:
    """Function and customers at the end of the period, of those revealed, in the order entered."""
    found = ((function_name(workshop, row), own_closing(row)) for row in revealed(workshop))
    return tuple((name, closing) for name, closing in found if closing is not None)


def overdrawn(row: FunctionCount) -> bool:
    """Whether more left, as a function says, than were there or came."""
    added = _added(row)
    return added is not None and added < 0


def contradiction(workshop: Workshop, row: FunctionCount) -> str | None:
    """A function's own movements against its own closing count, in a sentence; None where they agree or are not all given."""
    added, name = _added(row), function_name(workshop, row)
    if added is not None and added < 0:
        return f"{name}: {row.lost:,} lost is more than the {row.opening:,} at the start and {row.new:,} new together."
    if added is None or row.total is None or added == row.total:
        return None
    return (
        f"{name}: {row.opening:,} + {row.new:,} − {row.lost:,} is {added:,}, "
        f"and its closing says {row.total:,}: {abs(row.total - added):,} {'more' if row.total > added else 'fewer'}."
    )


def _added(row: FunctionCount) -> int | None:
    if row.opening is None or row.new is None or row.lost is None:
        return None
    return row.opening + row.new - row.lost

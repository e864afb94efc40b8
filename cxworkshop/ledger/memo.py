"""What stands beside the bridge: rows and customers that a team should look at by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers

_MOST_SHOWN = 200


@dataclass(frozen=True)
class MemoRow:
    """A customer on a day, with cents."""

    customer: str
    day: date
    cents: int


@dataclass(frozen=True)
class Memo:
    """How many there are, their cents together, and the first of them by day."""

    count: int
    cents: int
    rows: tuple[MemoRow, ...]


@dataclass(frozen=True, eq=False)
class Found:
    """Customers' numbers with days and cents, of which only the first are kept; how many there are, and their cents."""

    count: int
    total: int
    customer: Codes
    day: Integers
    cents: Integers


def found(customer: Codes, day: Integers, cents: Integers) -> Found:
    """What a block has to show: the first by day, then by customer."""
    first = np.lexsort((customer, day))[:_MOST_SHOWN]
    return Found(len(customer), int(cents.sum(dtype=np.int64)), customer[first], day[first], cents[first])


def memo(parts: Sequence[Found], customers: Sequence[str], first_day: int) -> Memo:
    """The memo of what the blocks found, with names; days are counted from the ledger's first."""
    customer, day, cents = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("customer", "day", "cents")
    )
    first = np.lexsort((customer, day))[:_MOST_SHOWN]
    rows = tuple(
        MemoRow(customers[int(customer[i])], date.fromordinal(first_day + int(day[i])), int(cents[i]))
        for i in first
    )
    return Memo(sum(part.count for part in parts), sum(part.total for part in parts), rows)

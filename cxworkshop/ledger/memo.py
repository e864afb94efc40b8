"""What stands beside the bridge: rows and customers that a team should look at by name."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.snapshots import Snapshot
from cxworkshop.ledger.spells import Spells

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


def orphan_refunds(ledger: Ledger, active: Spells, after: int, until: int) -> Memo:
    """Refunds to customers who were not active on the refund's day, from the day after `after` up to `until`."""
    rows = np.arange(*np.searchsorted(ledger.day, (after, until), side="right"))
    rows = rows[ledger.cents[rows] < 0]
    rows = rows[~active.active_on(ledger.customer[rows], ledger.day[rows])]
    return _memo(ledger, ledger.customer[rows], ledger.day[rows], ledger.cents[rows])


def worthless(ledger: Ledger, snapshot: Snapshot, day: int) -> Memo:
    """Customers who are active at the end of a day with a value of nothing or less."""
    who = np.flatnonzero(snapshot.active & (snapshot.value <= 0)).astype(np.int32)
    return _memo(ledger, who, np.full(len(who), day), snapshot.value[who])


def _memo(ledger: Ledger, customer: Codes, day: Integers, cents: Integers) -> Memo:
    shown = zip(customer[:_MOST_SHOWN], day[:_MOST_SHOWN], cents[:_MOST_SHOWN], strict=True)
    rows = tuple(
        MemoRow(ledger.customers[who], date.fromordinal(int(on)), int(money)) for who, on, money in shown
    )
    return Memo(len(customer), int(cents.sum()), rows)

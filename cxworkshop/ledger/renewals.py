"""Contracts that ended in a period: renewed, not renewed, or still within their grace."""

from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.wallets import yearly


@dataclass(frozen=True)
class Renewals:
    """Contracts due in a period, by count and by their yearly value in cents; the rest of due was not renewed."""

    due: int
    renewed: int
    pending: int
    due_cents: int
    renewed_cents: int
    pending_cents: int


def renewals(ledger: Ledger, opening: int, closing: int, grace: int) -> Renewals:
    """Contracts whose last day is after the day number `opening`, up to and with `closing` (docs/method.md 2).

    One is renewed when another of its customer's, known by closing, begins no later than the day after its grace and
    outlasts it; pending when it is not and its grace is not over.
    """
    if ledger.contract is None or ledger.end is None:
        return Renewals(0, 0, 0, 0, 0, 0)
    known = ledger.contract & (ledger.cents >= 0) & (ledger.day <= closing)
    order = np.flatnonzero(known)[np.lexsort((ledger.day[known], ledger.customer[known]))]
    customer, start, end = ledger.customer[order].astype(np.int64) << 32, ledger.day[order], ledger.end[order]
    value = yearly(ledger.cents[order], start, end)
    reach = np.maximum.accumulate(customer | end) & 0xFFFFFFFF
    due = (end > opening) & (end <= closing)
    if not due.any():
        return Renewals(0, 0, 0, 0, 0, 0)
    # The furthest end among the customer's contracts that begin in time.
    in_time = np.searchsorted(customer | start, customer | (end + grace + 1), side="right") - 1
    renewed = due & (reach[in_time] > end)
    pending = due & ~renewed & (end + grace >= closing)
    counts = [int(rows.sum()) for rows in (due, renewed, pending)]
    return Renewals(*counts, *(int(value[rows].sum()) for rows in (due, renewed, pending)))

"""What each customer is worth on a day, kept up to date while the days go by."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.ledger import OPEN_END


class PurchaseWallet:
    """Net amount in the window of days that ends on a day, in cents per customer."""

    def __init__(self, customer: Codes, day: Integers, cents: Integers, customers: int, window: int) -> None:
        self._customer, self._day, self._cents, self._window = customer, day, cents, window
        self._entered = self._left = 0
        self._value = np.zeros(customers, np.int64)

    def on(self, day: int) -> Integers:
        """The value at the end of a day, later than the last that was asked for."""
        entered = int(np.searchsorted(self._day, day, side="right"))
        left = int(np.searchsorted(self._day, day - self._window, side="right"))
        rows = slice(self._entered, entered)
        np.add.at(self._value, self._customer[rows], self._cents[rows])
        rows = slice(self._left, left)
        np.subtract.at(self._value, self._customer[rows], self._cents[rows])
        self._entered, self._left = entered, left
        return self._value


class ContractWallet:
    """Yearly value of the contracts that cover a day or, where none does, of the latest that is within its grace."""

    def __init__(
        self, customer: Codes, start: Integers, end: Integers, cents: Integers, customers: int, grace: int
    ) -> None:
        self._starting = (customer, start, yearly(cents, start, end))
        # By end, then start, then value, so that the last to end is the one that grace is granted to.
        order = np.lexsort((self._starting[2], start, end))
        self._ending = (customer[order], end[order], self._starting[2][order])
        self._grace = grace
        self._started = self._ended = 0
        self._value = np.zeros(customers, np.int64)
        self._covering = np.zeros(customers, np.int64)
        self._latest_end = np.zeros(customers, np.int64)
        self._latest_value = np.zeros(customers, np.int64)

    def on(self, day: int) -> tuple[Integers, Mask]:
        """The value at the end of a day later than the last asked for, and whose renewal is pending."""
        customer, start, value = self._starting
        started = int(np.searchsorted(start, day, side="right"))
        rows = slice(self._started, started)
        np.add.at(self._value, customer[rows], value[rows])
        np.add.at(self._covering, customer[rows], (value[rows] >= 0).astype(np.int64))
        customer, end, value = self._ending
        ended = int(np.searchsorted(end, day, side="left"))
        rows = slice(self._ended, ended)
        np.subtract.at(self._value, customer[rows], value[rows])
        np.subtract.at(self._covering, customer[rows], (value[rows] >= 0).astype(np.int64))
        # Of several contracts of one customer the assignment that stands is the last: the latest to end.
        real = value[rows] >= 0
        self._latest_end[customer[rows][real]] = end[rows][real]
        self._latest_value[customer[rows][real]] = value[rows][real]
        self._started, self._ended = started, ended
        pending = (self._covering == 0) & (self._latest_end + self._grace >= day) & (self._latest_end > 0)
        return self._value + np.where(pending, self._latest_value, 0), pending


def yearly(cents: Integers, start: Integers, end: Integers) -> Integers:
    """A contract's amount x 365 / days of its term, halves of a cent away from zero; an open one's as it is."""
    term = np.where(end == OPEN_END, 365, end - start + 1)
    return scaled(cents, 365, term)


def scaled(cents: Integers, times: int, over: Integers | int) -> Integers:
    """Cents x times / over in whole cents, halves away from zero."""
    size: Integers = (np.abs(cents) * (2 * times) + over) // (np.asarray(over) * 2)
    return np.where(cents < 0, -size, size)

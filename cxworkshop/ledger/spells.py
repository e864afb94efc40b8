"""Spells: the unbroken stretches of days on which a customer is active."""

from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask


@dataclass(frozen=True, eq=False)
class Spells:
    """Spells sorted by customer, then by day: active from `begin` until the day before `exit`."""

    customer: Codes
    begin: Integers
    exit: Integers

    def active_on(self, customer: Codes, day: Integers) -> Mask:
        """Whether each customer is active on the day beside it."""
        if not len(self.begin):
            return np.zeros(len(day), np.bool_)
        at = np.searchsorted(_key(self.customer, self.begin), _key(customer, day), side="right") - 1
        found: Mask = (at >= 0) & (self.customer[at] == customer) & (self.exit[at] > day)
        return found

    def first_days(self, customers: int) -> Integers:
        """Each customer's first active day ever; beyond any day for those who never were."""
        first = np.full(customers, np.iinfo(np.int64).max)
        np.minimum.at(first, self.customer, self.begin)
        return first


def spells(customer: Codes, begin: Integers, leave: Integers) -> Spells:
    """Join rows, each of which keeps its customer active from `begin` until the day before `leave`, into spells."""
    if not len(begin):
        return Spells(customer, begin, leave)
    order = np.argsort(_key(customer, begin), kind="stable")
    who, start = customer[order], begin[order]
    # The customer's number in the high bits starts the running maximum anew with every customer.
    reach = np.maximum.accumulate(_key(who, leave[order])) & 0xFFFFFFFF
    opens = np.ones(len(order), np.bool_)
    opens[1:] = (who[1:] != who[:-1]) | (start[1:] > reach[:-1])
    at = np.flatnonzero(opens)
    return Spells(who[at], start[at], reach[np.append(at[1:], len(order)) - 1])


def _key(customer: Codes, day: Integers) -> Integers:
    return (customer.astype(np.int64) << 32) | day

"""What a row is worth, in whole cents: its amount, its value column or its margin; a contract's for a year."""

from fractions import Fraction

import numpy as np

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.ledger import OPEN_END


def margin(cents: Integers, percent: float) -> Integers:
    """A share of each row's amount in whole cents, halves away from zero; the percentage as it is written."""
    share = Fraction(str(percent)) / 100
    # Whole parts and the rest apart, so that no product leaves 64 bits.
    whole, rest = np.divmod(np.abs(cents), share.denominator)
    size = whole * share.numerator + scaled(rest, share.numerator, share.denominator)
    return np.where(cents < 0, -size, size)


def yearly(cents: Integers, start: Integers, end: Integers) -> Integers:
    """A contract's amount x 365 / days of its term, halves of a cent away from zero; an open one's as it is."""
    term = np.where(end == OPEN_END, 365, end - start + 1)
    return scaled(cents, 365, term)


def scaled(cents: Integers, times: int, over: Integers | int) -> Integers:
    """Cents x times / over in whole cents, halves away from zero."""
    size: Integers = (np.abs(cents) * (2 * times) + over) // (np.asarray(over) * 2)
    return np.where(cents < 0, -size, size)

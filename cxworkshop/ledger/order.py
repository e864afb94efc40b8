"""Rows in the order in which a ledger keeps them: by customer, then by day, then as in the file."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers


def by_customer_and_day(customer: Codes, day: Integers) -> Integers:
    """The rows' positions sorted by customer, then by day, then by position.

    The three are packed into one whole number where they fit, because sorting plain numbers is the fastest there is.
    """
    rows = len(day)
    if not rows:
        return np.arange(0)
    low = int(day.min())
    day_bits, row_bits = (int(day.max()) - low).bit_length(), (rows - 1).bit_length()
    if int(customer.max()).bit_length() + day_bits + row_bits > 63:
        return np.lexsort((day, customer))
    key = customer.astype(np.int64)
    key <<= day_bits
    key += day
    key -= low
    key <<= row_bits
    key |= np.arange(rows)
    key.sort()
    key &= (1 << row_bits) - 1
    return key

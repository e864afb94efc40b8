"""Rows in the order in which a ledger keeps them: by customer, then by day, then as in the file."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, in_parts


def by_customer_and_day(customer: Codes, day: Integers) -> tuple[Integers, Codes, Integers]:
    """The rows' positions sorted by customer, then by day, then by position; and customers and days in that order.

    The three are packed into one whole number where they fit, because sorting plain numbers is the fastest there is.
    """
    rows = len(day)
    if not rows:
        return np.arange(0), customer, day
    low = int(day.min())
    day_bits, row_bits = (int(day.max()) - low).bit_length(), (rows - 1).bit_length()
    if int(customer.max()).bit_length() + day_bits + row_bits > 63:
        order = np.lexsort((day, customer))
        return order, customer[order], day[order]
    key = np.empty(rows, np.int64)

    def pack(part: slice) -> None:
        key[part] = (customer[part].astype(np.int64) << day_bits) + (day[part] - low) << row_bits
        key[part] += np.arange(part.start, min(part.stop, rows))

    in_parts(pack, rows)
    key.sort()
    customers, days = np.empty(rows, np.int32), np.empty(rows, np.int64)

    def unpack(part: slice) -> None:
        of_part = key[part] >> row_bits
        customers[part] = of_part >> day_bits
        days[part] = (of_part & (1 << day_bits) - 1) + low
        key[part] &= (1 << row_bits) - 1

    in_parts(unpack, rows)
    return key, customers, days

"""Rows that stand in a ledger more than once."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers


def first_rows(ids: Codes) -> Integers:
    """For every row the first row with its id; a row without an id (-1) is its own."""
    rows = np.arange(len(ids))
    # Written backwards, so that the assignment that stands is the earliest row's.
    first = np.zeros(int(ids.max(initial=-1)) + 2, np.int64)
    first[ids[::-1]] = rows[::-1]
    return np.where(ids < 0, rows, first[ids])


def count_repeats(*columns: Integers | Codes) -> int:
    """How many rows are equal in all columns to an earlier row."""
    rows = len(columns[0])
    if rows < 2:
        return 0
    key = np.zeros(rows, np.int64)
    room = 1
    for column in columns:
        low, high = int(column.min()), int(column.max())
        room *= high - low + 1
        if room >= 2**63:
            order = np.lexsort(columns)
            same = [column[order[1:]] == column[order[:-1]] for column in columns]
            return int(np.logical_and.reduce(same).sum())
        key = key * (high - low + 1) + (column.astype(np.int64) - low)
    key.sort()
    return int((key[1:] == key[:-1]).sum())

"""Which rows of a file are in no figure: those that name nobody, cannot be read, or repeat a transaction."""

import numpy as np

from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.left_out import DUPLICATE, NO_CUSTOMER, Content, LeftOut, left_out, unfit
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import foreign_remark
from cxworkshop.ledger.repeats import Ids
from cxworkshop.ledger.rows import Rows


def transactions(reading: Reading, role: str | None, good: Mask, rows: Rows) -> tuple[str | None, Ids | None]:
    """The role and the repeats of the column whose repeats are duplicates.

    An order's or invoice's number that stands on different rows numbers the lines of one paper, not one transaction.
    """
    if role is None:
        return None, None
    ids = reading.ids(role, "a transaction id", good)
    header = reading.picked[role].header
    differing = int(
        np.logical_or.reduce([column[ids.repeats] != column[ids.firsts] for column in rows.content]).sum()
    )
    if differing and role == "document":
        reading.notes.append(
            f"Column {header} repeats on different rows, so it is not taken as a transaction id; all rows count."
        )
        return None, None
    if differing:
        reading.notes.append(
            f"Of the rows that repeat a transaction id in column {header}, {differing:,} differ from the first in"
            " customer, day, amount or what else was read; check that the column is one."
        )
    return role, ids


def left_out_of(reading: Reading, rows: Rows, bad: Mask | None, ids: Ids | None) -> tuple[LeftOut, ...]:
    """The rows in no figure, a group for each reason; a row that several reasons meet is told under the first."""
    table = reading.table
    known, cents = rows.known, rows.cents
    if rows.foreign is not None:
        # Money that could not be turned adds up to nothing.
        known, cents = known & ~rows.foreign, np.where(rows.foreign, 0, cents)
        out = ~rows.has if bad is None else ~rows.has | bad
        reading.notes.append(foreign_remark(int((rows.foreign & out & rows.known).sum())))
    content = Content(rows.customer, rows.customers, rows.days.day, cents, known, table.row_numbers)
    # A row without customer, amount and day is no row at all, as below many a table.
    nobody = ~rows.has & ~np.asarray(reading.faulty("customer"))
    missing = nobody & ~(~rows.known & rows.days.blank)
    groups = [left_out(NO_CUSTOMER, missing, content)] if missing.any() else []
    if bad is not None:
        told = nobody
        for found in reading.found:
            at = found.rows & ~told
            told |= at
            if at.any():
                first = int(np.flatnonzero(at)[0])
                (number,) = table.row_numbers([first])
                reason = f"Left out for a bad {found.header}, as in row {number}, where {found.why(first)}"
                groups.append(left_out(reason, at, content))
    passed_over = table.unfit()
    for why in dict.fromkeys(passed_over.values()):
        groups.append(unfit([number for number, own in passed_over.items() if own == why], why))
    if ids is not None and len(ids.repeats):
        groups.append(left_out(DUPLICATE, ids.repeats, content))
    return tuple(groups)

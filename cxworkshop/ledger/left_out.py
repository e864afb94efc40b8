"""Rows that are in no figure: how many, with how much money, why, and which ones."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

import numpy as np
import pyarrow as pa

from cxworkshop.ledger.cells import Codes, Integers, Mask

NO_CUSTOMER = "Left out for want of a customer"
DUPLICATE = "Counted once, left out where a transaction id is repeated"
CSV_HEADERS = ("row", "reason", "customer", "day", "amount")
_AT_A_TIME = 100_000


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Rows left out for one reason, with their money in cents.

    `table` is an Arrow table of a row each: `row` is the file's own number, `customer`, `day` (`date.toordinal`) and
    `cents` are null where the file does not tell.
    """

    reason: str
    rows: int
    cents: int
    table: Any

    @property
    def numbers(self) -> Integers:
        """The file's own numbers of the rows."""
        found: Integers = self.table.column("row").to_numpy()
        return found


@dataclass(frozen=True, eq=False)
class Content:
    """What all rows of a file hold, for writing down those that are left out; 0 and -1 where a cell does not tell."""

    customer: Codes
    customers: Sequence[str]
    day: Integers
    cents: Integers
    known: Mask
    """Which rows' amounts could be read."""
    row_numbers: Callable[[Sequence[int]], list[int]]


EMPTY = pa.table(
    {
        "row": pa.array([], pa.int64()),
        "customer": pa.array([], pa.dictionary(pa.int32(), pa.string())),
        "day": pa.array([], pa.int32()),
        "cents": pa.array([], pa.int64()),
    }
)


def left_out(reason: str, rows: Mask | Integers, content: Content) -> LeftOut:
    """The rows of a mask (or by position) left out for a reason, as they are to be told and downloaded."""
    at = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
    codes = content.customer[at]
    used, own = np.unique(codes[codes >= 0], return_inverse=True)
    indices = np.full(len(at), -1, np.int32)
    indices[codes >= 0] = own
    names = pa.array([content.customers[code] for code in used.tolist()], pa.string())
    numbers = pa.array(content.row_numbers(at.tolist()) if len(at) else [], pa.int64())
    table = pa.table(
        {
            "row": numbers,
            "customer": pa.DictionaryArray.from_arrays(pa.array(indices, mask=indices < 0), names),
            "day": pa.array(content.day[at].astype(np.int32), mask=content.day[at] <= 0),
            "cents": pa.array(content.cents[at], mask=~content.known[at]),
        }
    )
    return LeftOut(reason, len(at), int(content.cents[at].sum()), table)


def unfit(numbers: Sequence[int], why: str) -> LeftOut:
    """Rows left out unread because they do not fit the headers: nobody can tell which of their cells is which."""
    columns = {name: pa.nulls(len(numbers), EMPTY.schema.field(name).type) for name in EMPTY.column_names}
    table = pa.table(columns | {"row": pa.array(numbers, pa.int64())})
    reason = f"Left out unread, as in row {numbers[0]}, because {why.partition(';')[0]}"
    return LeftOut(reason, len(numbers), 0, table)


def as_csv(groups: Sequence[LeftOut]) -> bytes:
    """Every row left out, as CSV in UTF-8 that spreadsheets open: its number in the file, why, whose, when, how much."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(CSV_HEADERS)
    parts = [("\ufeff" + text.getvalue()).encode("utf-8")]
    for group in groups:
        for batch in group.table.to_batches(max_chunksize=_AT_A_TIME):
            text = StringIO()
            csv.writer(text).writerows(_lines(group.reason, batch))
            parts.append(text.getvalue().encode("utf-8"))
    return b"".join(parts)


def _lines(reason: str, batch: Any) -> Iterator[tuple[object, ...]]:
    columns = (batch.column(name).to_pylist() for name in ("row", "customer", "day", "cents"))
    for row, customer, day, cents in zip(*columns, strict=True):
        yield (
            row,
            reason,
            _harmless(customer or ""),
            "" if day is None else date.fromordinal(day),
            "" if cents is None else f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}",
        )


def _harmless(text: str) -> str:
    # A spreadsheet takes a text that begins so for a formula.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

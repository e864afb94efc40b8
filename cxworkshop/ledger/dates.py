"""A column of dates, in whatever single way its file writes them, as day numbers."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.calendar import FIRST_DAY, LAST_DAY
from cxworkshop.ledger.cells import (
    Integers,
    Parsed,
    WrongColumn,
    as_text,
    encoded,
    lookup,
    marked,
    shown,
    told_apart,
)
from cxworkshop.ledger.problems import quoted
from cxworkshop.ledger.written_dates import REMEDY, read_written

_EPOCH = date(1970, 1, 1).toordinal()
_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()

_DAY_LETTERS = 10
# Hours and minutes, perhaps more of the second, before or after noon, and where in the world.
_CLOCK = (
    r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,:]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: ?(?:[+-]\d{2}(?::?\d{2})?|[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|\[?[A-Z][A-Za-z]+/[A-Za-z_/]+\]?)){0,2} *)$"
)


def parse_dates(
    column: Any,
    serials: bool,
    rows: Callable[[Sequence[int]], list[int]],
    leave_out_rare: bool = False,
) -> Parsed:
    """An Arrow column of dates, timestamps or text as proleptic day numbers (`date.toordinal`); times are dropped.

    `serials` allows Excel's day numbers; `rows` gives the file's row numbers for messages. Raises WrongColumn where
    dates are written in more than one way, or where day and month cannot be told apart; with `leave_out_rare` cells
    that are written another way than most are only wrong.
    """
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.tz:
        column = _local(column)
        kind = column.type
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        blank = column.is_null().to_numpy()
        values = _days_since_1970(column) + _EPOCH
        wrong = ~blank & ((values < _FIRST) | (values > _LAST))
        return Parsed(values, blank, wrong, lambda row: _out_of_range(shown(column.slice(row, 1))[0]))
    text = as_text(column, "dates")
    codes, texts = encoded(_without_clock(text))
    days_of, rare, notes = read_written(texts, codes, serials, rows, leave_out_rare)
    values = lookup(days_of, codes, 0)
    blank = codes < 0
    wrong = marked((days_of < _FIRST) | (days_of > _LAST), codes)

    def why(row: int) -> str:
        written = texts[codes[row]]
        if values[row]:
            return _out_of_range(written)
        what = "is written in another way than most dates" if codes[row] in rare else "is no date"
        return f"{quoted(written)} {what}; {REMEDY}"

    return Parsed(values, blank, wrong, why, notes)


def _local(column: Any) -> Any:
    try:
        return pc.local_timestamp(column)
    except pa.ArrowInvalid as unknown:
        raise WrongColumn(
            f"has times of the zone {quoted(column.type.tz)}, which is not known here or too far away;"
            " export it as dates"
        ) from unknown


def _days_since_1970(column: Any) -> Integers:
    kind = column.type
    days: Integers
    if pa.types.is_date32(kind):
        days = column.cast(pa.int32()).fill_null(0).to_numpy().astype(np.int64)
        return days
    unit = "ms" if pa.types.is_date64(kind) else kind.unit
    since: Integers = column.cast(pa.int64()).fill_null(0).to_numpy()
    days = since // (86_400 * 10 ** {"s": 0, "ms": 3, "us": 6, "ns": 9}[unit])
    return days


def _without_clock(text: Any) -> Any:
    """The column with what follows the day cut off, so that few different texts remain."""
    if pa.types.is_dictionary(text.type):
        texts = (
            text.unify_dictionaries().chunk(0).dictionary if text.num_chunks else pa.array([], pa.string())
        )
        if not pc.any(pc.match_substring(texts, ":")).as_py():
            return text
        text = text.cast(pa.string())
    if not pc.any(pc.match_substring(text, ":")).as_py():
        return text
    # Most clocks stand behind a day of ten letters; a pattern tried on every row is several times slower.
    _, clocks = told_apart(pc.utf8_slice_codeunits(text, _DAY_LETTERS))
    if pc.all(pc.match_substring_regex(clocks, f"^$|^{_CLOCK}")).as_py():
        return pc.utf8_slice_codeunits(text, 0, _DAY_LETTERS)
    return pc.replace_substring_regex(text, pattern=_CLOCK, replacement="")


def _out_of_range(written: str) -> str:
    return f"{quoted(written)} is not between 1900 and 2100; correct the year"


_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()

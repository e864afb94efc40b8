"""A column of dates, in whatever single way its file writes them, as day numbers."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.calendar import FIRST_DAY, LAST_DAY
from cxworkshop.ledger.cells import (
    Codes,
    Integers,
    Parsed,
    WrongColumn,
    as_text,
    encoded,
    lookup,
    marked,
    shown,
    told_apart,
    used_of,
)
from cxworkshop.ledger.problems import quoted

_EPOCH = date(1970, 1, 1).toordinal()
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
_REMEDY = "write every date as 2025-03-31"

_DAY_LETTERS = 10
# Hours and minutes, perhaps more of the second, before or after noon, and where in the world.
_CLOCK = (
    r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,:]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: ?(?:[+-]\d{2}(?::?\d{2})?|[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|\[?[A-Z][A-Za-z]+/[A-Za-z_/]+\]?)){0,2} *)$"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[-/. ]*([A-Za-z]{3,9})[-/., ]*(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? *(\d{1,2}),? +(\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

# (how it is written, year, first, second); a date in numbers keeps its two unknown places until the column is seen.
_Reading = tuple[str, int, int, int]


def parse_dates(column: Any, serials: bool, rows: Callable[[Sequence[int]], list[int]]) -> Parsed:
    """An Arrow column of dates, timestamps or text as proleptic day numbers (`date.toordinal`); times are dropped.

    `serials` allows Excel's day numbers; `rows` gives the file's row numbers for messages. Raises WrongColumn where
    dates are written in more than one way, or where day and month cannot be told apart.
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
    readings = [_read(written, serials) for written in texts]
    order, notes = _order(readings, texts, codes, rows)
    days_of = np.array([_day(reading, order) for reading in readings], np.int64)
    values = lookup(days_of, codes, 0)
    blank = codes < 0
    wrong = marked((days_of < _FIRST) | (days_of > _LAST), codes)

    def why(row: int) -> str:
        written, value = texts[codes[row]], values[row]
        return _out_of_range(written) if value else f"{quoted(written)} is no date; {_REMEDY}"

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


def _read(text: str, serials: bool) -> _Reading | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        return "year first", int(year), int(month), int(day)
    if found := _NUMBERS.fullmatch(text):
        return f"numbers with {found[2]}", _year(found[4]), int(found[1]), int(found[3])
    if found := _DAY_MONTH.fullmatch(text):
        return _named(found[2], int(found[1]), _year(found[3]))
    if found := _MONTH_DAY.fullmatch(text):
        return _named(found[1], int(found[2]), int(found[3]))
    if serials and (found := _SERIAL.fullmatch(text)):
        written = date.fromordinal(_EXCEL_EPOCH + int(found[1]))
        return "year first", written.year, written.month, written.day
    return None


def _named(month: str, day: int, year: int) -> _Reading | None:
    at = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()) or month.lower() == "sept"]
    return ("month in words", year, 9 if month.lower() == "sept" else at[0], day) if at else None


def _year(text: str) -> int:
    # Two digits: 69 to 99 are of the last century, as everywhere in computing.
    return int(text) if len(text) == 4 else int(text) + (1900 if int(text) >= 69 else 2000)


def _order(
    readings: Sequence[_Reading | None],
    texts: Sequence[str],
    codes: Codes,
    rows: Callable[[Sequence[int]], list[int]],
) -> tuple[str, tuple[str, ...]]:
    used = used_of(codes, len(texts))

    def place(text: int) -> str:
        at = int(np.flatnonzero(codes == text)[0])
        return f"{quoted(texts[text])} in row {rows([at])[0]}"

    def two_ways(first: list[int], second: list[int]) -> WrongColumn:
        counts = np.bincount(codes[codes >= 0], minlength=len(texts))
        firsts = sorted(int(np.flatnonzero(np.isin(codes, group))[0]) for group in (first, second))
        places = " and ".join(
            f"{quoted(texts[codes[at]])} in row {row}" for at, row in zip(firsts, rows(firsts), strict=True)
        )
        return WrongColumn(
            f"dates are written in two ways: {places}"
            f" ({counts[first].sum():,} and {counts[second].sum():,} rows); {_REMEDY}"
        )

    ways: dict[str, list[int]] = {}
    for i, reading in enumerate(readings):
        if reading is not None and used[i]:
            ways.setdefault(reading[0], []).append(i)
    if len(ways) > 1:
        counts = np.bincount(codes[codes >= 0], minlength=len(texts))
        common, rare, *_ = sorted(ways.values(), key=lambda group: -int(counts[group].sum()))
        raise two_ways(common, rare)
    way = next(iter(ways), "")
    if not way.startswith("numbers"):
        return "month, day", ()
    if _years_may_come_first([texts[i] for i in ways[way]]):
        raise WrongColumn(
            f"no date tells whether the year comes first or last, as in {place(ways[way][0])}; {_REMEDY}"
        )
    day_first = [i for i in ways[way] if readings[i][2] > 12]  # type: ignore[index]
    month_first = [i for i in ways[way] if readings[i][3] > 12]  # type: ignore[index]
    if day_first and month_first:
        raise two_ways(day_first, month_first)
    if month_first:
        return "month, day", ("dates are read as month, day, year",)
    if day_first:
        return "day, month", ("dates are read as day, month, year",)
    if way == "numbers with .":
        return "day, month", ("dates are taken as day.month.year, as points between them suggest",)
    if all(readings[i][2] == readings[i][3] for i in ways[way]):  # type: ignore[index]
        return "day, month", ()
    raise WrongColumn(
        f"no date tells whether day or month comes first, as in {place(ways[way][0])}; {_REMEDY}"
    )


def _years_may_come_first(texts: Sequence[str]) -> bool:
    """Whether 24-01-05 can be of 2024: no date says otherwise, and what stands last varies no less than what stands first."""
    # With other marks than dashes nobody writes the year first in two digits.
    parts = [text.split("-") for text in texts]
    if any(len(part) != 3 for part in parts) or any(
        len(last) != 2 or not 1 <= int(last) <= 31 or int(month) > 12 for _, month, last in parts
    ):
        return False
    return len({last for *_, last in parts}) >= len({first for first, *_ in parts})


def _day(reading: _Reading | None, order: str) -> int:
    if reading is None:
        return 0
    way, year, month, day = reading
    if way.startswith("numbers") and order == "day, month":
        month, day = day, month
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0

"""Dates as people write them: year first, in numbers, with the month in words, or as Excel's day numbers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, WrongColumn, used_of
from cxworkshop.ledger.problems import quoted

REMEDY = "write every date as 2025-03-31"
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
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


def read_written(
    texts: Sequence[str],
    codes: Codes,
    serials: bool,
    rows: Callable[[Sequence[int]], list[int]],
    leave_out_rare: bool,
) -> tuple[Integers, frozenset[int], tuple[str, ...]]:
    """The day number of each text (0 where it is no day), which texts are left out as rare, and what was assumed.

    `codes` says which text stands on each row. Raises WrongColumn as `dates.parse_dates`.
    """
    readings = [_read(written, serials) for written in texts]
    column = _Column(texts, codes, rows)
    used = used_of(codes, len(texts))
    ways: dict[str, list[int]] = {}
    for i, reading in enumerate(readings):
        if reading is not None and used[i]:
            ways.setdefault(reading[0], []).append(i)
    # Counting every row is only worth it where there is something to choose.
    way = max(ways, key=lambda one: column.count(ways[one])) if len(ways) > 1 else next(iter(ways), "")
    rare = frozenset(i for one, group in ways.items() if one != way for i in group)
    if rare and not leave_out_rare:
        second = max((group for one, group in ways.items() if one != way), key=column.count)
        raise column.two_ways(ways[way], second)
    order, notes = "month, day", tuple[str, ...]()
    if way.startswith("numbers"):
        parts = {i: reading[2:] for i in ways[way] if (reading := readings[i]) is not None}
        order, notes = _order(way, parts, column)
    days = [0 if i in rare else _day(reading, order) for i, reading in enumerate(readings)]
    return np.array(days, np.int64), rare, notes


@dataclass(frozen=True)
class _Column:
    """The distinct texts of a column, and where they stand."""

    texts: Sequence[str]
    codes: Codes
    rows: Callable[[Sequence[int]], list[int]]

    def count(self, group: Sequence[int]) -> int:
        return int(np.bincount(self.codes[self.codes >= 0], minlength=len(self.texts))[list(group)].sum())

    def place(self, group: Sequence[int]) -> str:
        at = int(np.flatnonzero(np.isin(self.codes, group))[0])
        return f"{quoted(self.texts[self.codes[at]])} in row {self.rows([at])[0]}"

    def two_ways(self, first: Sequence[int], second: Sequence[int]) -> WrongColumn:
        ways = sorted((first, second), key=lambda group: int(np.flatnonzero(np.isin(self.codes, group))[0]))
        places = " and ".join(map(self.place, ways))
        counts = " and ".join(f"{self.count(way):,}" for way in ways)
        return WrongColumn(f"dates are written in two ways: {places} ({counts} rows); {REMEDY}")


def _order(way: str, parts: Mapping[int, tuple[int, int]], column: _Column) -> tuple[str, tuple[str, ...]]:
    """Whether the day or the month comes first in dates of numbers, by text, and what was assumed."""
    group = list(parts)
    if _years_may_come_first([column.texts[i] for i in group]):
        raise WrongColumn(
            f"no date tells whether the year comes first or last, as in {column.place(group)}; {REMEDY}"
        )
    day_first = [i for i, (first, _) in parts.items() if first > 12]
    month_first = [i for i, (_, second) in parts.items() if second > 12]
    if day_first and month_first:
        raise column.two_ways(day_first, month_first)
    if month_first:
        return "month, day", ("dates are read as month, day, year",)
    if day_first:
        return "day, month", ("dates are read as day, month, year",)
    if way == "numbers with .":
        return "day, month", ("dates are taken as day.month.year, as points between them suggest",)
    if all(first == second for first, second in parts.values()):
        return "day, month", ()
    raise WrongColumn(
        f"no date tells whether day or month comes first, as in {column.place(group)}; {REMEDY}"
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

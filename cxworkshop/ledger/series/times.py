"""A column of times: days, stretches of time, numbers in a row, or words that only the file's own order tells apart."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pyarrow as pa

from cxworkshop.ledger.cells import WrongColumn
from cxworkshop.ledger.dates import parse_dates
from cxworkshop.ledger.problems import quoted
from cxworkshop.ledger.series.periods import Stretch, stretch

Kind = Literal["days", "hours", "numbers", "words"]
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([ap])?", re.IGNORECASE)
REMEDY = "write it as 2025-03-31, 2025-03, 2025-Q1 or 2025-W07"


@dataclass(frozen=True)
class Times:
    """What each cell of a column stands for, by position; `days` are None where it is no day or blank.

    `keys` put the rows in order; `wrong` says by position what is no time among times. `hours` are days with a clock of
    which several fall on one day.
    """

    kind: Kind
    days: tuple[Stretch | None, ...]
    keys: tuple[float, ...]
    wrong: dict[int, str]
    notes: tuple[str, ...] = ()


def read_times(cells: Sequence[str], serials: bool, rows: Callable[[Sequence[int]], list[int]]) -> Times:
    """The times of a column's cells; words where less than half of those that are filled can be read as a time.

    `serials` allows Excel's day numbers, `rows` gives the file's row numbers. Raises WrongColumn where days are written
    in two ways, or where day and month cannot be told apart.
    """
    order = tuple(map(float, range(len(cells))))
    filled = [at for at, cell in enumerate(cells) if cell]
    if not filled:
        return Times("words", (None,) * len(cells), order, {})
    found: dict[int, Stretch] = {at: one for at in filled if (one := stretch(cells[at]))}
    numbers = all(_NUMBER.fullmatch(cells[at]) for at in filled)
    if numbers and len(found) < len(filled) and not _eight_digits(cells, filled):
        return Times("numbers", (None,) * len(cells), _numbered(cells), {})
    notes: tuple[str, ...] = ()
    rest = [at for at in filled if at not in found]
    if rest:
        single = [cell if at not in found else None for at, cell in enumerate(cells)]
        column = pa.chunked_array([pa.array([cell or None for cell in single], pa.string())])
        parsed = parse_dates(column, serials, rows)
        notes = parsed.notes
        for at in rest:
            if not parsed.wrong[at]:
                day = date.fromordinal(int(parsed.values[at]))
                found[at] = day, day
    if 2 * len(found) < len(filled):
        return Times("words", (None,) * len(cells), order, {})
    wrong = {at: f"{quoted(cells[at])} is no date; {REMEDY}" for at in filled if at not in found}
    days = tuple(found.get(at) for at in range(len(cells)))
    clocks = [_clock(cell) for cell in cells]
    hours = any(clocks) and len({day for day in days if day}) < len(found)
    keys = tuple(
        float(day[0].toordinal()) + (clock if hours else 0.0) if day else 0.0
        for day, clock in zip(days, clocks, strict=True)
    )
    return Times("hours" if hours else "days", days, keys, wrong, notes)


def is_times(cells: Sequence[str]) -> bool:
    """Whether most of the filled cells are days or stretches of time; numbers alone are none."""
    filled = [cell for cell in cells if cell]
    try:
        return bool(filled) and read_times(filled, False, list).kind in ("days", "hours")
    except WrongColumn:
        return True


def _eight_digits(cells: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether the numbers are days such as 20250331."""
    return all(len(cells[at]) == 8 and cells[at][:2] in ("19", "20") for at in filled)


def _numbered(cells: Sequence[str]) -> tuple[float, ...]:
    # A row without its number stays behind the one above it.
    keys: list[float] = []
    for cell in cells:
        keys.append(float(cell) if cell else keys[-1] if keys else float("-inf"))
    return tuple(keys)


def _clock(cell: str) -> float:
    """The part of a day that has passed, 0 to 1."""
    found = _CLOCK.search(cell)
    if not found:
        return 0.0
    hour = int(found[1]) % 12 + (12 if found[4].lower() == "p" else 0) if found[4] else int(found[1])
    return (hour * 3600 + int(found[2]) * 60 + float(found[3] or 0)) / 86_400

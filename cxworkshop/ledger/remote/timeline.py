"""The calendar that a query carries along: for every day in a table its number, and the snapshots around it."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.calendar import FIRST_DAY, LAST_DAY, Period
from cxworkshop.ledger.cells import WrongColumn
from cxworkshop.ledger.dates import parse_dates
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.problems import quoted
from cxworkshop.ledger.remote.source import PLAIN_DATE, Source

_MOST_DAYS = 100_000


@dataclass(frozen=True)
class Timeline:
    """Snapshots numbered from 0 (the opening of the first period) to `last` (the closing of the last period).

    `rows` are the lines of a VALUES list: the day as the table writes it, its number, the first snapshot on or after
    it, the first that a purchase on it no longer reaches, the first after it, the first after it and its grace.
    """

    last: int
    rows: tuple[str, ...]


def timeline(
    days: Iterable[tuple[str, int]], periods: Sequence[Period], definition: BridgeDefinition
) -> Timeline:
    """The calendar of (literal, day number) for the periods of a definition."""
    closings = [period.end.toordinal() for period in periods]
    snapshots = [periods[0].start.toordinal() - 1, *closings]

    def line(literal: str, day: int) -> str:
        ahead = (0, definition.window, 1, definition.grace + 1)
        return f"({literal}, {day}, {', '.join(str(bisect_left(snapshots, day + more)) for more in ahead)})"

    return Timeline(len(closings), tuple(line(literal, day) for literal, day in days))


def days_of(source: Source, found: Sequence[tuple[int, object]]) -> dict[object, tuple[str, int]]:
    """The literal and the number of every day, from (0 for opening, 1 for ending, 2 for first seen; the day)."""
    opening = "date" if "date" in source.picked and source.setting != "contracts" else "start"
    roles = (opening, "end", "first_seen")
    told = sorted(
        ((which, on) for which, on in found if on is not None), key=lambda row: (str(row[1]), -row[0])
    )
    ends = {on for which, on in told if which == 1} - {on for which, on in told if which != 1}
    return _literals(source, {on: source.where(roles[which]) for which, on in told}, ends)


def _literals(source: Source, found: Mapping[Any, str], ends: Collection[Any]) -> dict[Any, tuple[str, int]]:
    """For every day that a table holds its SQL literal and its number; `found` gives the place that a message names.

    Those of the `ends` of contracts that lie after 2100 are left out: they stand for no end. Raises BadLedger for what
    is no day, or not between 1900 and 2100.
    """
    if len(found) > _MOST_DAYS:
        raise BadLedger(
            f"{source.table}: its days are written in too many ways; turn them into a DATE column."
        )
    if source.days_are_dates:
        numbers = {day: _number(day) for day in found}
    else:
        numbers = _read(source, [str(text) for text in found])
    first, last = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
    days = {day: number for day, number in numbers.items() if number <= last or day not in ends}
    for day, number in days.items():
        if not first <= number <= last:
            raise BadLedger(
                f"{found[day]}: {quoted(str(day))} is not between 1900 and 2100; correct the year."
            )
    return {
        day: (f"DATE '{day.isoformat()}'" if source.days_are_dates else f"'{day}'", number)
        for day, number in days.items()
    }


def _number(day: Any) -> int:
    """The number of a day; engines hold days beyond those of Python, and write them out."""
    if isinstance(day, date):
        return day.toordinal()
    return 0 if "BC" in str(day) or str(day).startswith("-") else date.max.toordinal()


def _read(source: Source, texts: list[str]) -> dict[str, int]:
    try:
        parsed = parse_dates(pa.chunked_array([texts], pa.string()), False, list)
    except WrongColumn as wrong:
        raise BadLedger(
            f"{source.table}: its dates are written in more than one way, or day and month cannot be told apart;"
            " turn them into a DATE column."
        ) from wrong
    for row, text in enumerate(texts):
        if parsed.wrong[row] or not PLAIN_DATE.fullmatch(text):
            raise BadLedger(f"{source.table}: {quoted(text)} is no date; write every date as 2025-03-31.")
    return {text: int(day) for text, day in zip(texts, parsed.values, strict=True)}


def day_of(number: int) -> date:
    """The day of a number."""
    return date.min + timedelta(days=number - 1)

"""The calendar's periods between two days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cxworkshop.domain.errors import BadValue

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
"""The days that a ledger may name; any other is a slip of the hand."""
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_MOST_PERIODS = 1_200


@dataclass(frozen=True)
class Period:
    """The days from `start` to `end`, both included, and at which ends the calendar's period is cut."""

    start: date
    end: date
    cut_start: bool = False
    cut_end: bool = False


def calendar_start(day: date, by: str) -> date:
    """The first day of the calendar's month, quarter, half or year that a day is in."""
    months = MONTHS[by]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def periods(first: date, last: date, by: str) -> tuple[Period, ...]:
    """Every calendar period with a day from `first` to `last`, cut to these; raises BadValue for too many of them."""
    found = tuple(_periods(first, last, by))
    if len(found) > _MOST_PERIODS:
        raise BadValue(f"{first} to {last} are {len(found):,} periods; choose longer ones, or a later start.")
    return found


def _periods(first: date, last: date, by: str) -> Iterator[Period]:
    start = first
    while start <= last:
        begin = calendar_start(start, by)
        month = begin.month - 1 + MONTHS[by]
        end = date(begin.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        yield Period(start, min(end, last), start != begin, end > last)
        start = end + timedelta(days=1)

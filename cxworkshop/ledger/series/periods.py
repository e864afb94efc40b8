"""Stretches of time as people write them in a cell: a month, a quarter, a half-year, an ISO week, a year."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from cxworkshop.ledger.calendar import FIRST_DAY, LAST_DAY

Stretch = tuple[date, date]
"""The first and the last day."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def stretch(written: str) -> Stretch | None:
    """The days that a cell such as `2025-03`, `Mar 2025`, `2025-Q1`, `2025-H1`, `2025-W07` or `2025` stands for.

    None where it is no stretch of time, or one outside the years that can be kept.
    """
    words = " ".join(written.casefold().split())
    for pattern, made in _FORMS:
        if found := pattern.fullmatch(words):
            try:
                days = made(*(part for part in found.groups() if part is not None))
            except ValueError:
                return None
            return days if days and FIRST_DAY <= days[0] and days[1] <= LAST_DAY else None
    return None


def _months(year: str, first: int, many: int) -> Stretch:
    last = first + many - 1
    if last > 12:
        raise ValueError
    return date(_year(year), first, 1), date(_year(year), last, monthrange(_year(year), last)[1])


def _year(written: str) -> int:
    # Two digits: 69 to 99 are of the last century, as in every other date that is read here.
    return int(written) if len(written) == 4 else int(written) + (1900 if int(written) >= 69 else 2000)


def _named(month: str, year: str) -> Stretch | None:
    at = [i for i, name in enumerate(_MONTHS, 1) if name.startswith("sep" if month == "sept" else month)]
    return _months(year, at[0], 1) if at else None


def _week(year: str, week: str) -> Stretch:
    monday = date.fromisocalendar(_year(year), int(week), 1)
    return monday, monday + timedelta(days=6)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Stretch | None]], ...] = (
    (re.compile(r"(\d{4})"), lambda year: _months(year, 1, 12)),
    (re.compile(r"(\d{4})[-/. ](\d{1,2})|(\d{4})(\d{2})"), lambda year, month: _months(year, int(month), 1)),
    (re.compile(r"(\d{1,2})[-/. ](\d{4})"), lambda month, year: _months(year, int(month), 1)),
    (re.compile(r"([a-z]{3,9})\.?[-/', ]*(\d{4}|\d{2})"), _named),
    (re.compile(r"(\d{4})[-/ ]*([a-z]{3,9})\.?"), lambda year, month: _named(month, year)),
    (
        re.compile(r"(\d{4})[-/ ]*q(?:tr)?\.? ?([1-4])"),
        lambda year, quarter: _months(year, 3 * int(quarter) - 2, 3),
    ),
    (
        re.compile(r"q(?:tr)?\.? ?([1-4])[-/', ]*(\d{4}|\d{2})"),
        lambda quarter, year: _months(year, 3 * int(quarter) - 2, 3),
    ),
    (re.compile(r"(\d{4})[-/ ]*h ?([12])"), lambda year, half: _months(year, 6 * int(half) - 5, 6)),
    (re.compile(r"h ?([12])[-/', ]*(\d{4}|\d{2})"), lambda half, year: _months(year, 6 * int(half) - 5, 6)),
    (re.compile(r"(\d{4})[-/ ]*w(?:eek|k)?\.?[- ]?(\d{1,2})"), _week),
    (
        re.compile(r"(?:week|wk|cw|w)\.?[- ]?(\d{1,2})[-/, ]+(?:of )?(\d{4})"),
        lambda week, year: _week(year, week),
    ),
)

"""What people call a stretch of days, and what follows it."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_after(day: date | None) -> date | None:
    """The first day after a period."""
    return day + timedelta(days=1) if day else None


def period_label(start: date | None, end: date | None) -> str:
    """The name of a period: `2025`, `Q3 2025`, `first half of 2025`, `May 2025`, else its two dates."""
    if start is None or end is None:
        return f"until {day_label(end)}" if end else f"from {day_label(start)}" if start else "undated"
    months = end.month - start.month + 1
    if start.year == end.year and start.day == 1 and (end + timedelta(days=1)).day == 1:
        if months == 12:
            return str(start.year)
        if months == 6 and start.month in (1, 7):
            return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
        if months == 3 and start.month % 3 == 1:
            return f"Q{(start.month + 2) // 3} {start.year}"
        if months == 1:
            return month_label(start)
    return f"{day_label(start)} to {day_label(end)}"


def days_in(start: date, end: date) -> int:
    """The days of a period, the first and the last among them."""
    return (end - start).days + 1


def comparable(one: int, other: int) -> bool:
    """Whether periods of so many days may be set against each other: the shorter has at least nine tenths of the longer."""
    return min(one, other) * 10 >= max(one, other) * 9


def period_name(start: date | None, end: date | None) -> str:
    """A period inside a sentence, after `of` or before what it did: `2025`, `the first half of 2025`, `the period between ...`."""
    label = period_label(start, end)
    if start is None or end is None:
        return f"the period {label}" if start or end else "the undated period"
    if label == f"{day_label(start)} to {day_label(end)}":
        return f"the period between {day_label(start)} and {day_label(end)}"
    return f"the {label}" if "half" in label else label


def in_period(start: date | None, end: date | None) -> str:
    """When something happened: `in 2025`, `in the first half of 2025`, `between 1 July 2024 and 30 June 2025`."""
    name = period_name(start, end)
    return name.removeprefix("the period ") if name.startswith("the period between") else f"in {name}"


def month_label(day: date) -> str:
    """`May 2025`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_label(day: date) -> str:
    """`3 May 2025`."""
    return f"{day.day} {month_label(day)}"

"""The bridge of docs/method.md 2 once more, in plain Python and word for word: slow, and easy to believe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

DAY = timedelta(days=1)
Range = tuple[date, date]


@dataclass(frozen=True)
class Row:
    """A purchase or refund, or a contract where `contract` is true; a contract without an end is open."""

    customer: str
    day: date
    cents: int
    segment: str = ""
    end: date | None = None
    contract: bool = False
    worth: int | None = None
    first_seen: date | None = None

    @property
    def counted(self) -> int:
        """The cents that the row adds to value: its worth, or its amount."""
        return self.cents if self.worth is None else self.worth


@dataclass(frozen=True)
class Definition:
    """A definition, with the smallest purchase in cents."""

    window: int
    grace: int
    minimum: int
    setting: str


def half_away(value: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    rounded = int(abs(value) + Fraction(1, 2))
    return -rounded if value < 0 else rounded


def bought(row: Row, definition: Definition) -> bool:
    """Whether a row is a qualifying purchase."""
    return not row.contract and row.cents >= definition.minimum


def keeps_active(row: Row, day: date, definition: Definition) -> bool:
    """Whether a row keeps its customer active on a day."""
    if row.contract:
        if row.cents < 0 or row.day > day:
            return False
        return row.end is None or day <= row.end + definition.grace * DAY
    return bought(row, definition) and day - definition.window * DAY < row.day <= day


def active(rows: Sequence[Row], day: date, definition: Definition) -> bool:
    """Whether a customer with these rows is active on a day."""
    return any(keeps_active(row, day, definition) for row in rows)


def first_ever(rows: Sequence[Row], definition: Definition) -> date:
    """The day of the first qualifying purchase or contract start, or an earlier one on which a row says it was seen."""
    days = [row.day for row in rows if (row.contract and row.cents >= 0) or bought(row, definition)]
    return min(days + [row.first_seen for row in rows if row.first_seen], default=date.max)


def yearly(row: Row) -> int:
    """A contract's amount for a year; an open one's is a year's already."""
    if row.end is None:
        return row.counted
    return half_away(Fraction(row.counted * 365, (row.end - row.day).days + 1))


def value(rows: Sequence[Row], day: date, definition: Definition) -> int:
    """A customer's value in cents on a day; nothing while inactive."""
    if not active(rows, day, definition):
        return 0
    spent = sum(
        row.counted for row in rows if not row.contract and day - definition.window * DAY < row.day <= day
    )
    if definition.setting == "hybrid":
        spent = half_away(Fraction(spent * 365, definition.window))
    contracts = [row for row in rows if row.contract and row.day <= day]
    covering = [row for row in contracts if row.end is None or day <= row.end]
    agreed = sum(yearly(row) for row in covering)
    if not any(row.cents >= 0 for row in covering):
        ended = [row for row in contracts if row.end and row.end < day and row.cents >= 0]
        in_grace = [row for row in ended if day <= row.end + definition.grace * DAY]
        if in_grace:
            agreed += yearly(max(in_grace, key=lambda row: (row.end, row.day, yearly(row))))
    return spent + agreed


def pending(rows: Sequence[Row], day: date, definition: Definition) -> bool:
    """Whether a customer has a contract that ended and is in its grace, and none that covers the day."""
    real = [row for row in rows if row.contract and row.cents >= 0 and row.day <= day]
    covered = any(row.end is None or day <= row.end for row in real)
    return not covered and any(keeps_active(row, day, definition) for row in real)


def segment(rows: Sequence[Row], day: date) -> str:
    """The segment that the latest row up to a day names."""
    named = [row for row in rows if row.day <= day and row.segment]
    return max(named, key=lambda row: row.day).segment if named else "Unknown"


def bridge(
    rows: Sequence[Row], ranges: Sequence[Range], definition: Definition
) -> dict[tuple[Range, str], dict[str, int]]:
    """Every figure by period and segment; All is the sum, its moves nothing."""
    ledger: dict[str, list[Row]] = {}
    for row in rows:
        ledger.setdefault(row.customer, []).append(row)
    found: dict[tuple[Range, str], dict[str, int]] = {}

    def add(period: Range, name: str, figure: str, amount: int) -> None:
        for segment_name in (name, "All"):
            if segment_name == "All" and figure.startswith("moved"):
                continue
            line = found.setdefault((period, segment_name), {})
            line[figure] = line.get(figure, 0) + amount

    for period in ranges:
        opening, closing = period[0] - DAY, period[1]
        between = [opening + i * DAY for i in range(1, (closing - opening).days)]
        for own in ledger.values():
            # Same-day rows keep the order of the file: of equal days `max` would take the first, so turn them round.
            own_late = own[::-1]
            here, there = active(own, opening, definition), active(own, closing, definition)
            was, now = segment(own_late, opening), segment(own_late, closing)
            v0, v1 = value(own, opening, definition), value(own, closing, definition)
            if here:
                add(period, was, "opening", 1)
                add(period, was, "opening_value", v0)
            if there:
                add(period, now, "closing", 1)
                add(period, now, "closing_value", v1)
            if here and not there:
                add(period, was, "lapsed", 1)
                add(period, was, "lapsed_value", v0)
            if there and not here:
                kind = "new" if first_ever(own, definition) > opening else "returned"
                add(period, now, kind, 1)
                add(period, now, f"{kind}_value", v1)
            if here and there:
                if was != now:
                    add(period, was, "moved_out", 1)
                    add(period, was, "moved_out_value", v0)
                    add(period, now, "moved_in", 1)
                    add(period, now, "moved_in_value", v0)
                if v1 > v0:
                    add(period, now, "grown", 1)
                    add(period, now, "grown_value", v1 - v0)
                if v1 < v0:
                    add(period, now, "shrunk", 1)
                    add(period, now, "shrunk_value", v0 - v1)
                if not all(active(own, day, definition) for day in between):
                    add(period, now, "paused", 1)
            if not here and not there and any(active(own, day, definition) for day in between):
                add(period, now, "came_and_went", 1)
                if first_ever(own, definition) <= opening:
                    add(period, now, "returned_and_went", 1)
            if there and v1 <= 0:
                add(period, now, "worthless", 1)
            if there and pending(own, closing, definition):
                add(period, now, "pending", 1)
            for row in own:
                if not opening < row.day <= closing:
                    continue
                add(period, now, "revenue", row.cents)
                add(period, now, "purchases", int(bought(row, definition)))
                if row.cents < 0 and not active(own, row.day, definition):
                    add(period, now, "orphan_refunds", 1)
                    add(period, now, "orphan_value", row.counted)
    return found


def orphan_refunds(rows: Sequence[Row], definition: Definition, first: date, last: date) -> int:
    """How many negative rows from `first` to `last` belong to a customer who is not active that day."""
    return sum(
        1
        for row in rows
        if row.cents < 0
        and first <= row.day <= last
        and not active([own for own in rows if own.customer == row.customer], row.day, definition)
    )

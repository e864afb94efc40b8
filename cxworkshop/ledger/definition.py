"""The definition of a customer: who counts, how long, and which periods are looked at."""

from dataclasses import dataclass
from datetime import date

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.calendar import FIRST_DAY, LAST_DAY, MONTHS, Period, calendar_start, periods
from cxworkshop.ledger.span import Span

_LONGEST = 36_600


@dataclass(frozen=True)
class BridgeDefinition:
    """What makes a customer active (docs/method.md 2), and the periods to bridge; raises BadValue for what cannot be.

    `window` is the days that a purchase keeps its customer active, `grace` the days after a contract's end,
    `minimum_cents` the smallest purchase that counts. Periods cover the ledger unless `from_day` or `to_day` cut them.
    """

    window: int = 365
    grace: int = 0
    minimum_cents: int = 0
    by: str = "quarter"
    from_day: date | None = None
    to_day: date | None = None
    excluded: tuple[str, ...] = ()
    """Values of the exclude column (without one, of the segment column) whose rows do not count."""
    excluded_ids: tuple[str, ...] = ()
    """Customers whose rows do not count, compared as customers are."""
    internal: tuple[str, ...] = ()
    """Customers whose id begins with one of these do not count either, whatever its capitals."""
    margin_percent: float | None = None
    """Share of a row's amount that it is worth, where the ledger has no value column."""

    def __post_init__(self) -> None:
        if not 1 <= self.window <= _LONGEST:
            raise BadValue(f"The window is 1 to {_LONGEST:,} days, not {self.window:,}.")
        if not 0 <= self.grace <= _LONGEST:
            raise BadValue(f"The grace is 0 to {_LONGEST:,} days, not {self.grace:,}.")
        if self.minimum_cents < 0:
            raise BadValue("The smallest purchase that counts cannot be less than nothing.")
        if self.by not in MONTHS:
            raise BadValue(f"Periods are {', '.join(MONTHS)}, not {self.by}.")
        if self.margin_percent is not None and not 0 <= self.margin_percent <= 100:
            raise BadValue(f"The margin is 0 to 100 per cent, not {self.margin_percent:g}.")
        for day in (self.from_day, self.to_day):
            if day and not FIRST_DAY <= day <= LAST_DAY:
                raise BadValue(f"{day} is not between 1900 and 2100; correct the year.")
        if self.from_day and self.to_day and self.from_day > self.to_day:
            raise BadValue(
                f"The first day {self.from_day} comes after the last day {self.to_day}; swap them."
            )

    def periods(self, ledger: Span) -> tuple[Period, ...]:
        """The periods to bridge: by the calendar, from the ledger's first day to its last, or between the days set."""
        first = self.from_day or calendar_start(ledger.first_day, self.by)
        last = self.to_day or ledger.last_day
        if first > last:
            raise BadValue(
                f"There is no day between {first} and {last}: the ledger goes from {ledger.first_day}"
                f" to {ledger.last_day}; choose days within it."
            )
        return periods(first, last, self.by)

"""The count of a review beside an older one: what moved in whole customers, and what cannot be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from cxworkshop.analysis.bridge import Flows, closing, net
from cxworkshop.analysis.bridge_rows import Period, customer_flows, latest, totals, value_flows
from cxworkshop.analysis.periods import comparable, days_in, period_name
from cxworkshop.analysis.reviews import earlier
from cxworkshop.domain.records import BridgeRow, Company, Review
from cxworkshop.domain.workshop import Workshop

MONTH = 30
"""Days over which periods of different length are compared."""
PEOPLE = ("opening", "new", "returned", "lapsed")
VALUES = ("opening", "new", "returned", "grown", "shrunk", "lapsed")
FLOWS = ("new", "returned", "lapsed", "net")
"""What happens over time, and can be told per 30 days; opening and closing are counted on one day."""


@dataclass(frozen=True)
class Counted:
    """A period's movement: `label` inside a sentence, customers, and their value in the workshop's currency."""

    key: str
    label: str
    period: Period
    customers: Flows
    value: Flows

    @property
    def days(self) -> int | None:
        """The days of the period, both ends among them; None while it has no two ends in order."""
        start, end = self.period
        return None if start is None or end is None or end < start else days_in(start, end)


@dataclass(frozen=True)
class Moved:
    """One figure, before and now; where periods differ in length flows are per 30 days. `change` is now less before."""

    name: str
    before: float | None
    now: float | None
    per_month: bool

    @property
    def change(self) -> float | None:
        """Now less before; None while one of them is unknown."""
        return None if self.before is None or self.now is None else self.now - self.before


def counted_at(review: Review) -> Counted | None:
    """The movement that was counted for a review; None while not one figure is there."""
    if all(getattr(review, name) is None for name in PEOPLE):
        return None
    return Counted(
        review.id,
        _label(review.period_start, review.period_end),
        (review.period_start, review.period_end),
        Flows(**{name: getattr(review, name) for name in PEOPLE}),
        Flows(**{name: getattr(review, f"{name}_value") for name in VALUES}),
    )


def of_row(row: BridgeRow) -> Counted:
    """The movement of a bridge of all customers."""
    return Counted(
        row.id,
        _label(row.period_start, row.period_end),
        (row.period_start, row.period_end),
        customer_flows(row),
        value_flows(row),
    )


def older(workshop: Workshop, review: Review) -> tuple[Counted, ...]:
    """What a review's count may be set beside, the best first: the same days a year earlier, the review before, the day's bridge."""
    found: list[Counted] = []
    asked = (_year_before(review.period_start), _year_before(review.period_end))
    if None not in asked:
        found += [of_row(row) for row, _ in totals(workshop) if (row.period_start, row.period_end) == asked]
    found += [made for one in earlier(workshop, review) if (made := counted_at(one))][:1]
    day = latest(workshop)
    if day and day[0].id not in {one.key for one in found}:
        found.append(of_row(day[0]))
    now = (review.period_start, review.period_end)
    return tuple(one for one in found if one.period != now or now == (None, None))


def moved(before: Counted, now: Counted) -> tuple[Moved, ...]:
    """Opening, new, returned, lapsed, net and closing of two periods side by side; flows per 30 days where lengths differ.

    Nothing is ever scaled to a year. Source: docs/method.md 2, partial periods.
    """
    apart = unlike(before, now)
    rows = []
    for name in ("opening", "new", "returned", "lapsed", "net", "closing"):
        flows = name in FLOWS
        rows.append(
            Moved(
                name,
                _told(before, name, per_month=apart and flows),
                _told(now, name, per_month=apart and flows),
                apart and flows,
            )
        )
    return tuple(rows)


def rounded(value: float, *, per_month: bool) -> float:
    """A figure as it is told: whole, but a pace of less than ten to a tenth, so that a few people are not nobody."""
    return round(value, 1) if per_month and abs(value) < 10 else round(value)


def unlike(before: Counted, now: Counted) -> bool:
    """Whether two periods differ so much in length that only their pace can be compared."""
    return before.days is not None and now.days is not None and not comparable(before.days, now.days)


def same_season(before: Counted, now: Counted) -> bool:
    """Whether both periods cover the same days of the year."""
    return _year_before(now.period[0]) == before.period[0] and _year_before(now.period[1]) == before.period[1]


def overlapping(before: Counted, now: Counted) -> bool:
    """Whether the later period counts days that are in the earlier one too."""
    (start, end), (first, last) = before.period, now.period
    if start is None or end is None or first is None or last is None:
        return False
    return first <= end and start <= last


def handed_over(workshop: Workshop, review: Review) -> tuple[Counted, float] | None:
    """The period that ends the day before the review's begins, and the new opening less its closing; None where none does."""
    now = counted_at(review)
    start = review.period_start
    if now is None or start is None or now.customers.opening is None:
        return None
    known = [made for one in earlier(workshop, review) if (made := counted_at(one))]
    known += [of_row(row) for row, _ in totals(workshop)]
    for one in known:
        end = closing(one.customers)
        if one.period[1] == start - timedelta(days=1) and end is not None:
            return one, now.customers.opening - end
    return None


def to_take_over(workshop: Workshop) -> tuple[BridgeRow, ...]:
    """The bridges of all customers that end after the period that the day was about, the latest first."""
    end = workshop.one(Company).period_end or ((found := latest(workshop)) and found[0].period_end)
    rows = [row for row, _ in totals(workshop) if row.period_end and (not end or row.period_end > end)]
    return tuple(reversed(rows))


def taken_over(row: BridgeRow) -> dict[str, object]:
    """What a review takes from a bridge: its period, its figures, and how sure they are."""
    return {
        "period_start": row.period_start,
        "period_end": row.period_end,
        **{name: getattr(row, name) for name in PEOPLE},
        **{f"{name}_value": getattr(row, f"{name}_value") for name in VALUES},
        "evidence": row.evidence or ("fact" if row.from_ledger else None),
    }


def _told(counted: Counted, name: str, *, per_month: bool) -> float | None:
    flows = counted.customers
    value = (
        net(flows) if name == "net" else closing(flows) if name == "closing" else getattr(flows, name, None)
    )
    return per_days(counted, value) if per_month and value is not None else value


def per_days(counted: Counted, value: float) -> float:
    """A flow of a period per 30 days of it."""
    return value * MONTH / (counted.days or MONTH)


def _label(start: date | None, end: date | None) -> str:
    return period_name(start, end)


def _year_before(day: date | None) -> date | None:
    if day is None:
        return None
    # The last of February stays the last of February.
    if (day + timedelta(days=1)).day == 1:
        first = (day + timedelta(days=1)).replace(year=(day + timedelta(days=1)).year - 1)
        return first - timedelta(days=1)
    return day.replace(year=day.year - 1)

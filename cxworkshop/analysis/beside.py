"""What stands beside a period of the bridge, and beside the period before it that it can be set against."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.bridge_rows import Period
from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.periods import comparable, day_after, days_in, period_name
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop


def beside(workshop: Workshop, period: Period) -> tuple[PeriodFacts | None, PeriodFacts | None]:
    """What stands beside a period, and beside the one of about its length that ends the day before it begins."""
    now = next(
        (one for one in workshop.all(PeriodFacts) if (one.period_start, one.period_end) == period), None
    )
    start, end = period
    if start is None or end is None:
        return now, None
    alike = [one for one in _just_before(workshop, start) if comparable(_days(one), days_in(start, end))]
    return now, max(alike, key=_days, default=None)


def not_comparable(workshop: Workshop, period: Period) -> str | None:
    """That all that stands beside the days before is of another length: `2024 has 366 days, Q1 2025 has 90: they ...`."""
    start, end = period
    if start is None or end is None or beside(workshop, period)[1] is not None:
        return None
    before = max(_just_before(workshop, start), key=_days, default=None)
    if before is None:
        return None
    then = sentence(period_name(before.period_start, before.period_end))
    return (
        f"{then} has {_days(before):,} days, {period_name(start, end)} has {days_in(start, end):,}:"
        " they cannot be compared"
    )


def _just_before(workshop: Workshop, start: date) -> list[PeriodFacts]:
    return [
        one for one in workshop.all(PeriodFacts) if one.period_start and day_after(one.period_end) == start
    ]


def _days(facts: PeriodFacts) -> int:
    return days_in(facts.period_start, facts.period_end) if facts.period_start and facts.period_end else 0

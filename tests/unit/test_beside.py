"""What stands beside the bridge: set against a period of about its length, and believed only where it can be true."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.beside import beside, not_comparable
from cxworkshop.analysis.bridges import contradictions
from cxworkshop.analysis.fact_checks import fact_problems
from cxworkshop.analysis.measures import measures
from cxworkshop.analysis.revenue import revenue_split
from cxworkshop.domain.records import BridgeRow, PeriodFacts
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
YEAR = BridgeRow(id="b25", period_start=FIRST, period_end=LAST, opening=100, new=10, lapsed=15)
BEFORE = BridgeRow(
    id="b24", period_start=date(2024, 1, 1), period_end=date(2024, 12, 31), opening=100, new=9, lapsed=9
)


def facts(start: date, end: date, **figures: float) -> PeriodFacts:
    """What stands beside the days from start to end."""
    return PeriodFacts(id=f"{start}-{end}", period_start=start, period_end=end, **figures)  # type: ignore[arg-type]


def room(**figures: float) -> Workshop:
    """A year that ten came in, and these figures beside it."""
    return assemble([YEAR, facts(FIRST, LAST, **figures)])


def test_a_year_is_set_against_a_year_and_not_against_its_last_quarter() -> None:
    """The quarter's facts stand first and end the day before too: sales of 1,000 still fell from 1,200, not rose from 250."""
    quarter = facts(date(2024, 10, 1), date(2024, 12, 31), revenue=250, units=5, score=1)
    year = facts(date(2024, 1, 1), date(2024, 12, 31), revenue=1_200, units=50, score=10)
    now = facts(FIRST, LAST, revenue=1_000, units=40, score=8)
    found = assemble([YEAR, quarter, year, now])
    assert beside(found, (FIRST, LAST)) == (now, year)
    assert contradictions(found) == ()


def test_nine_months_are_not_compared_with_twelve() -> None:
    """Sales of a year that is not over have not fallen: the difference in days is told, and no split of it is made."""
    until = date(2025, 9, 28)
    short = YEAR.with_values({"period_end": until})
    found = assemble(
        [
            BEFORE,
            short,
            facts(date(2024, 1, 1), date(2024, 12, 31), revenue=520, orders=52, units=1),
            facts(FIRST, until, revenue=390, orders=39, units=2),
        ]
    )
    said = "2024 has 366 days, the period between 1 January 2025 and 28 September 2025 has 271: they cannot be compared"
    assert not_comparable(found, (FIRST, until)) == said
    assert revenue_split(found) == f"Why revenue moved cannot be told: {said}."
    assert contradictions(found) == ()
    assert STEPS["assets.beside"].reads(found) == f"{said}."


@given(st.integers(1, 400), st.integers(1, 400))
def test_only_periods_of_about_the_same_length_are_set_side_by_side(now: int, then: int) -> None:
    """Whatever the lengths, what is compared differs by a tenth of the longer at most; else it is said."""
    start = date(2025, 2, 1)
    period = start, start + timedelta(days=now - 1)
    old = facts(start - timedelta(days=then), start - timedelta(days=1), revenue=1)
    found = assemble([facts(*period, revenue=2), old])
    compared = beside(found, period)[1] is not None
    assert compared == (abs(now - then) <= max(now, then) / 10)
    assert compared == (not_comparable(found, period) is None)


@pytest.mark.parametrize(
    ("figures", "rate", "why"),
    [
        (
            {"renewals_due": 5, "renewals_pending": 10, "renewals_renewed": 2},
            "Renewal rate",
            "10 renewals pending cannot be more than the 5 due",
        ),
        (
            {"renewals_due": 5, "renewals_pending": 2, "renewals_renewed": 4},
            "Renewal rate",
            "4 renewed cannot be more than the 3 due and not pending",
        ),
        (
            {"due_value": 100, "renewed_value": 300},
            "Renewal rate by value",
            "300 in value renewed cannot be more than the 100 due and not pending",
        ),
        ({"referred": 30}, "Referred share", "30 new by referral cannot be more than the 10 new"),
        (
            {"wallet_with_us": 500, "wallet_total": 100},
            "Share of wallet",
            "500 spent with us cannot be more than the 100 of their whole spend",
        ),
    ],
)
def test_a_part_larger_than_its_whole_is_no_rate(figures: dict[str, float], rate: str, why: str) -> None:
    """What cannot be true is named with both figures, keeps the step open, and is printed as no percentage."""
    found = room(revenue=1_000, **figures)
    assert fact_problems(found) == (f"2025: {why}.",)
    shown = {one.name: (one.figure, one.lacks) for one in measures(found)}
    assert shown[rate] == (None, why)
    assert f"2025: {why}." in (STEPS["assets.beside"].done(found) or "")
    assert STEPS["assets.beside"].reads(found) == "Some of these figures cannot be true: mend them first."


def test_a_part_as_large_as_its_whole_is_a_rate() -> None:
    """All that was due was renewed, all who are new were referred: 100 %, and nothing to mend."""
    found = room(renewals_due=5, renewals_pending=2, renewals_renewed=3, referred=10)
    assert fact_problems(found) == ()
    rates = {one.name: one.words for one in measures(found)}
    assert (rates["Renewal rate"], rates["Referred share"]) == ("100.0%", "100.0%")

"""All moments together: a sum that counts some people twice, and a figure in which nobody is lost twice."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.priorities import value_of
from cxworkshop.analysis.risk import pipeline
from cxworkshop.analysis.risk_overlap import Leavers, Loss, once, whole
from cxworkshop.analysis.risk_words import between_groups, least_sure, together
from cxworkshop.domain.records import BridgeRow, Candidate, Company, LedgerSource, Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble

WORKED = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20, "value": 450}
YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
shares = st.floats(0, 1)


@st.composite
def rows(draw: st.DrawFn) -> list[Leavers]:
    """Moments of up to three groups, met by different numbers and worth different amounts."""
    found = []
    for _ in range(draw(st.integers(1, 7))):
        met = draw(st.integers(0, 100_000))
        group = draw(st.sampled_from(["", "a", "b"]))
        found.append(Leavers(group, met, met * draw(shares), draw(st.floats(0, 10_000))))
    return found


def _risky(id: str = "r", **values: object) -> Risk:
    return Risk(id=id, **{**WORKED, **values})  # type: ignore[arg-type]


def _near(one: Loss, other: Loss) -> bool:
    return math.isclose(one.people, other.people, abs_tol=1e-6) and math.isclose(
        one.value, other.value, abs_tol=1e-6
    )


def test_two_worked_moments_of_the_same_customers_lose_less_than_their_sum() -> None:
    """129,600 added up; n·v·[1 − Π(1 − f(1 − r)d)] is 5.4 million × (1 − 0.988²) = 128,822.40, and 286.272 people."""
    found = whole(assemble([_risky("1"), _risky("2")]))
    assert found.most == pytest.approx((288, 129_600))
    assert found.once == pytest.approx((286.272, 128_822.4))
    assert whole(assemble([_risky("1")])).once == pytest.approx((144, 64_800))
    assert whole(Workshop()).once == (0, 0)


@given(st.integers(1, 100_000), st.floats(0.01, 10_000), st.lists(shares, min_size=1, max_size=8))
def test_with_one_number_and_one_value_it_is_the_formula_of_the_method(
    met: int, each: float, lost: list[float]
) -> None:
    """n·v·[1 − Π(1 − p)], with p = f(1 − r)d (docs/method.md 3.1)."""
    found = once([Leavers("", met, met * share, each) for share in lost])
    share = 1 - math.prod(1 - one for one in lost)
    assert found == pytest.approx((met * share, met * share * each), rel=1e-9, abs=1e-6)


@given(rows())
def test_it_is_never_more_than_the_sum_nor_less_than_the_largest(found: list[Leavers]) -> None:
    """In people and in money, whatever the numbers, the values and the groups."""
    together_ = once(found)
    for total, parts in (
        (together_.people, [one.people for one in found]),
        (together_.value, [one.people * one.each for one in found]),
    ):
        assert max(parts) * (1 - 1e-9) - 1e-9 <= total <= math.fsum(parts) * (1 + 1e-9) + 1e-9


@given(rows(), st.data())
def test_it_grows_with_every_moment(found: list[Leavers], data: st.DataObject) -> None:
    """More who leave over one moment never make the whole smaller, so that ends of ranges stay ends."""
    at = data.draw(st.integers(0, len(found) - 1))
    one = found[at]
    more = one._replace(people=one.people + (one.met - one.people) * data.draw(shares))
    before, after = once(found), once([*found[:at], more, *found[at + 1 :]])
    assert after.value >= before.value * (1 - 1e-9) - 1e-9
    assert after.people >= before.people * (1 - 1e-9) - 1e-9


@given(rows())
def test_the_order_of_the_rows_does_not_matter(found: list[Leavers]) -> None:
    """The dearest is always taken first."""
    assert _near(once(found), once(found[::-1]))


def test_cheap_losses_beside_a_dear_one_do_not_make_it_cheaper() -> None:
    """100 of 1,000 at 1,000 each, and 900 at 1 each: 100,810, where a mean value would give 91,818."""
    found = once([Leavers("", 1_000, 100, 1_000), Leavers("", 1_000, 900, 1)])
    assert found == pytest.approx((910, 100_810))


def test_a_moment_that_few_meet_overlaps_less() -> None:
    """Of 12,000 half meet the second: 72 people leave over it, 144 and 72 less 0.864 leave over either."""
    found = whole(assemble([_risky("1"), _risky("2", customers=6_000)]))
    assert found.once.people == pytest.approx(144 + 72 - 12_000 * 0.012 * 0.006)


def test_how_many_customers_the_bridge_opens_with_does_not_change_the_formula() -> None:
    """The n of n·v·[1 − Π(1 − f(1 − r)d)] are those who meet the moments: 286.272 beside 48,000 opening customers too."""
    bridge = BridgeRow(id="b", **YEAR, opening=48_000, new=0, lapsed=0)
    found = whole(assemble([bridge, _risky("1"), _risky("2")]))
    assert found.once == pytest.approx((286.272, 128_822.4))


def test_different_customers_are_added_up() -> None:
    """Two groups lose 288 between them; names are read whatever their capitals; blank and `all` are the same group."""
    assert whole(
        assemble([_risky("1", population="Keen"), _risky("2", population="New")])
    ).once == pytest.approx((288, 129_600))
    for one, other in (("Keen", " KEEN"), (None, "All")):
        room = assemble([_risky("1", population=one), _risky("2", population=other)])
        assert whole(room).once.people == pytest.approx(286.272)


def test_a_group_beside_all_customers_is_told_because_they_may_meet_there() -> None:
    """The figure then holds for each group by itself, and the sentence says so."""
    room = assemble([_risky("1", population="Keen"), _risky("2")])
    assert between_groups(room) == (
        "“Keen” may be among “all” as well: between such rows somebody can still be counted twice."
    )
    assert "once nobody of one group is counted twice" in (together(room) or "")
    assert between_groups(assemble([_risky("1")])) is None


def test_no_money_is_more_than_the_opening_value() -> None:
    """All customers are worth 100,000: 129,600 of them cannot be lost, not even at the unfavourable ends; people can."""
    bridge = BridgeRow(id="b", **YEAR, opening=100, new=0, lapsed=0, opening_value=100_000)
    room = assemble([bridge, _risky("1", leaving_high=90), _risky("2")])
    found = whole(room)
    assert [loss.value for loss in (found.most, found.once, found.high)] == [100_000] * 3
    assert (found.most.people, found.once.people) == (pytest.approx(288), pytest.approx(286.272))
    assert "no more money than all opening customers are worth" in (together(room) or "")
    assert not whole(assemble([bridge, _risky("1")])).capped


def test_a_half_years_opening_value_is_made_a_year_before_it_is_a_bound() -> None:
    """Purchases of 73 days worth 25,000 are 125,000 a year."""
    bridge = BridgeRow(id="b", **YEAR, opening=100, new=0, lapsed=0, opening_value=25_000, from_ledger=True)
    source = LedgerSource(id="ledger_source", setting="purchases", window_days=73)
    assert whole(assemble([source, bridge, _risky("1"), _risky("2")])).most.value == pytest.approx(125_000)


def test_ranges_of_the_whole_take_every_judgement_to_the_same_side() -> None:
    """One moment of 10 to 30 % leaving beside one without a range: from 216 to 360, less those lost twice."""
    found = whole(assemble([_risky("1", leaving_low=10, leaving_high=30), _risky("2")]))
    assert found.low.people == pytest.approx(12_000 * (1 - 0.994 * 0.988))
    assert found.high.people == pytest.approx(12_000 * (1 - 0.982 * 0.988))
    assert found.low.value < found.once.value < found.high.value


def test_both_figures_are_said() -> None:
    """At most the sum; about less, once nobody is counted twice; the range behind it; nothing for a single moment."""
    company = Company(id="company", currency="GBP", customer_word="gardeners")
    assert together(assemble([company, _risky("1"), _risky("2")])) == (
        "All moments together: at most 288 gardeners and GBP 129,600 a year; "
        "about 286 gardeners and GBP 128,822 once nobody is counted twice."
    )
    ranged = together(assemble([company, _risky("1", leaving_low=10, leaving_high=30), _risky("2")]))
    assert ranged is not None
    assert ranged.endswith("is counted twice (215 to 357, GBP 96,811 to GBP 160,834).")
    assert together(assemble([_risky("1")])) is None


def test_all_moments_together_are_no_surer_than_the_weakest() -> None:
    """A fact beside an assumption makes an assumption; a blank is told."""
    fact, guess = _risky("1", evidence="fact"), _risky("2", evidence="assumption")
    assert (least_sure(assemble([fact, guess])) or "").endswith("the weakest of them: an assumption.")
    assert (least_sure(assemble([fact])) or "").endswith("the weakest of them: a fact.")
    assert (least_sure(assemble([fact, _risky("3")])) or "").startswith("How sure it is, nobody has said")
    assert least_sure(Workshop()) is None


def test_a_candidate_of_a_moment_is_worth_what_nobody_loses_twice() -> None:
    """Two rows about one moment: 128,822.40 rather than 129,600."""
    room = assemble(
        [
            Touchpoint(id="t"),
            _risky("1", touchpoint="t"),
            _risky("2", touchpoint="t"),
            Candidate(id="c", touchpoint="t"),
        ]
    )
    assert value_of(room, room.all(Candidate)[0]) == pytest.approx(128_822.4)
    assert len(pipeline(room)) == 2

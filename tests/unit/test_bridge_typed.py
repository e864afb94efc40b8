"""The bridge from typed figures: what adds up, what does not, and what it says."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.bridge import Flows, closing, computed_closing, gap, headline, net, net_share
from cxworkshop.analysis.bridge_flag_words import SENTENCES
from cxworkshop.analysis.bridge_flags import contradictions, outside_contradictions
from cxworkshop.analysis.bridge_measures import (
    gross_value_retention,
    log_mean_split,
    net_value_retention,
    referred_share,
    renewal_rate,
    replacement_need,
    running_in_place,
    share_of_wallet,
)
from cxworkshop.analysis.bridge_problems import chain_problems, problems, segment_problems

CUSTOMERS = Flows(opening=5, new=2, returned=1, lapsed=2)
VALUE = Flows(opening=720, new=145, returned=60, lapsed=340, grown=50, shrunk=80)


def test_a_bridge_adds_up() -> None:
    """5 + 2 + 1 - 2 = 6, and 720 + 145 + 60 + 50 - 80 - 340 = 555, as in the worked example."""
    assert (computed_closing(CUSTOMERS), computed_closing(VALUE)) == (6, 555)
    assert (net(CUSTOMERS), net(VALUE)) == (1, -165)
    assert net_share(CUSTOMERS) == pytest.approx(0.2)


def test_a_half_typed_bridge_has_no_closing_yet() -> None:
    """Until opening, new and lapsed are known nothing is claimed; blank returns count as none."""
    assert computed_closing(Flows(opening=5, new=2)) is None
    assert net(Flows()) is None
    assert headline(Flows(opening=5)) is None
    assert computed_closing(Flows(opening=5, new=2, lapsed=1)) == 6


def test_a_gap_stays_a_gap() -> None:
    """What was counted stands; the difference to what adds up is shown, never absorbed."""
    counted = Flows(opening=100, new=10, lapsed=20, closing=85)
    assert (closing(counted), gap(counted), net(counted)) == (85, -5, -15)
    assert gap(Flows(opening=100, new=10, lapsed=20, closing=90)) == 0
    assert gap(Flows(opening=0.1, new=0.2, lapsed=0, closing=0.3)) == 0
    assert gap(CUSTOMERS) is None


def test_net_has_no_share_of_nothing() -> None:
    """Who begins with no customers has no percentage."""
    assert net_share(Flows(opening=0, new=5, lapsed=0)) is None


def test_the_headline_speaks_of_whole_customers() -> None:
    """People before percentages."""
    flows = Flows(opening=100_000, new=20_000, returned=2_000, lapsed=27_000)
    assert headline(flows) == "22,000 came, 27,000 left: 5,000 fewer customers than we began with"
    assert headline(CUSTOMERS, "members") == "3 came, 2 left: 1 more than we began with"
    assert (
        headline(Flows(opening=9, new=4, lapsed=4), "members")
        == "4 came, 4 left: as many members as we began with"
    )


def test_the_headline_tells_a_gap() -> None:
    """The figures say 5 more and the count 50 fewer: both nets stand there, and the 55 between them."""
    said = headline(Flows(opening=100, new=10, lapsed=5, closing=50))
    assert said == (
        "10 came, 5 left: by these figures 5 more customers;"
        " counted at the end, 50 fewer than we began with: 55 are not explained"
    )
    even = headline(Flows(opening=100, new=5, lapsed=5, closing=101), reason="One was found twice")
    assert even == (
        "5 came, 5 left: by these figures as many customers as before;"
        " counted at the end, 1 more than we began with: 1 is put down to “One was found twice”"
    )


def test_what_cannot_be_is_said_in_sentences() -> None:
    """Less than nobody, and more leaving than were there."""
    assert problems(Flows(opening=10, new=-1, lapsed=12)) == (
        "New cannot be less than nothing: it says −1.",
        "More left (12) than were there at the start (10).",
    )
    assert problems(CUSTOMERS) == problems(VALUE) == ()


def test_segments_must_add_up_and_moves_cancel() -> None:
    """A segment's loss is another's gain; what is not typed everywhere is not compared."""
    north = Flows(opening=60, new=5, lapsed=3, moved_out=2)
    south = Flows(opening=40, new=4, lapsed=1, moved_in=2)
    whole = Flows(opening=100, new=9, lapsed=4)
    assert segment_problems(whole, (north, south)) == ()
    assert segment_problems(Flows(opening=101, lapsed=4), (north, Flows(opening=40))) == (
        "Opening: the segments add up to 100, all is 101.",
        "Moves must cancel: 0 moved in and 2 moved out.",
    )


def test_each_closing_opens_the_next_period() -> None:
    """A jump between periods is named with both figures."""
    periods = [("2024", CUSTOMERS), ("2025", Flows(opening=7, new=1, lapsed=0)), ("2026", Flows(opening=8))]
    assert chain_problems(periods) == ("2025 opens with 7, but 2024 closed with 6.",)


def test_derived_measures_follow_the_method() -> None:
    """Each of docs/method.md 2's derived figures on the worked example."""
    assert running_in_place(CUSTOMERS) == pytest.approx(2 / 3)
    assert replacement_need(CUSTOMERS, VALUE) == pytest.approx((340 / 2) / (145 / 2))
    assert gross_value_retention(VALUE) == pytest.approx(300 / 720)
    assert net_value_retention(VALUE) == pytest.approx(350 / 720)
    assert share_of_wallet(30, 120) == 0.25
    assert (renewal_rate(2, 4, 1), renewal_rate(1500, 3000, 700)) == (
        pytest.approx(2 / 3),
        pytest.approx(0.652, abs=5e-4),
    )
    assert referred_share(1, 4) == 0.25


def test_measures_without_their_figures_are_none() -> None:
    """Nothing is divided by nothing."""
    assert running_in_place(Flows(opening=1, new=0, lapsed=1)) is None
    assert replacement_need(Flows(new=1, lapsed=0), Flows(new=1, lapsed=0)) is None
    assert renewal_rate(0, 1, 1) is None
    assert gross_value_retention(Flows(opening=0, lapsed=0)) is None


def test_the_published_split_of_revenue() -> None:
    """N 1000 to 950, F 4 to 4.4, B 50 to 52: -10,697.71 + 19,877.85 + 8,179.86 = 17,360."""
    parts = log_mean_split((1000, 4, 50), (950, 4.4, 52))
    assert parts is not None
    assert [round(part, 2) for part in parts] == [-10697.71, 19877.85, 8179.86]
    assert sum(parts) == pytest.approx(17_360)


def test_revenue_that_did_not_move_still_splits() -> None:
    """Twice the customers at half the value: the parts cancel."""
    parts = log_mean_split((10, 4), (20, 2))
    assert parts is not None
    assert parts[0] > 0
    assert sum(parts) == pytest.approx(0)
    assert log_mean_split((10, 0), (20, 2)) is None


factors = st.lists(st.tuples(st.floats(0.01, 1e4), st.floats(0.01, 1e4)), min_size=1, max_size=4)


@given(factors)
def test_the_split_is_exact(pairs: list[tuple[float, float]]) -> None:
    """Whatever the factors, the parts add up to the change of their product."""
    before, after = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    parts = log_mean_split(before, after)
    assert parts is not None
    old = new = 1.0
    for x, y in pairs:
        old, new = old * x, new * y
    assert sum(parts) == pytest.approx(new - old, rel=1e-6, abs=2e-9 * max(old, new))


def codes(customers: Flows, value: Flows) -> list[str]:
    """The codes of a period's contradictions."""
    return [flag.code for flag in contradictions(customers, value)]


def test_contradictions_between_people_and_money() -> None:
    """Each of the method's contradictions that a bridge alone can show."""
    assert codes(CUSTOMERS, VALUE) == ["customers_up_value_down"]
    fewer = Flows(opening=10, new=1, lapsed=3)
    assert codes(fewer, Flows(opening=10, new=2, lapsed=1)) == ["customers_down_value_up"]
    more = Flows(opening=10, new=3, lapsed=1)
    assert codes(more, Flows(opening=10, new=2, lapsed=4, grown=3)) == [
        "new_worth_less_than_lapsed",
        "growth_hides_loss",
    ]
    assert codes(more, Flows()) == []


def test_a_contradiction_blames_the_step_that_moved_the_most() -> None:
    """New ones carry what others took away, wallets that did not shrink are not blamed, and a gap has no culprit."""
    fewer, more = Flows(opening=100, new=10, lapsed=11), Flows(opening=100, new=10, lapsed=5)

    def said(people: Flows, value: Flows) -> str:
        return next(one.sentence for one in contradictions(people, value) if one.code.startswith("customers"))

    assert said(fewer, Flows(opening=900, new=1_000, lapsed=5, grown=0)) == (
        "Customers −1, value +995: there are fewer of them, and together they are worth more;"
        " the largest gain came with new ones, 1,000."
    )
    assert said(more, Flows(opening=2_000, new=10, lapsed=1_000, shrunk=0)).endswith(
        "worth less; the largest loss went with those who left, 1,000."
    )
    assert said(more, Flows(opening=2_000, new=10, lapsed=5, closing=900)).endswith("they are worth less.")


def test_growth_hides_loss_where_the_whole_gain_is_nothing() -> None:
    """Stayers grew by 90, and all of it went with those who left: a gain of 0 is less than 90."""
    still = Flows(opening=10, new=1, lapsed=1)
    assert codes(still, Flows(opening=900, new=10.1, lapsed=100.1, grown=90)) == ["growth_hides_loss"]


def test_contradictions_with_what_stands_outside() -> None:
    """Sales, score, units and the total may rise while customers, or those who matter most, go."""
    fewer = Flows(opening=10, new=1, lapsed=3)
    found = outside_contradictions(fewer, revenue_change=100, score_change=2, units_change=5)
    assert [flag.code for flag in found] == [
        "revenue_up_customers_down",
        "score_up_customers_down",
        "units_up_customers_down",
    ]
    more = Flows(opening=10, new=3, lapsed=1)
    (flag,) = outside_contradictions(more, revenue_change=100, priority_segments=[("Gold", fewer)])
    assert flag.sentence == "Customers in total +2, in Gold −2: the count grows where it matters less."
    assert outside_contradictions(Flows(), revenue_change=1) == ()


def test_every_flag_has_a_sentence_that_ends() -> None:
    """No code without words for a person."""
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


def test_siriusxm_ties_in_every_quarter() -> None:
    """Quarterly subscribers from public filings: opening, additions and losses give each closing, and the next opening."""
    path = Path(__file__).parents[3] / "shared" / "data" / "subscribers_siriusxm.csv"
    if not path.exists():
        pytest.skip("the folder of shared real data is not here")
    with path.open() as lines:
        rows = [row for row in csv.DictReader(lines) if row["opening"]]
    quarters = [
        (
            row["quarter"],
            Flows(
                opening=float(row["opening"]),
                new=float(row["gross_adds"]),
                lapsed=float(row["losses"]),
                closing=float(row["closing"]),
            ),
        )
        for row in rows
    ]
    assert len(quarters) == 26
    assert [gap(flows) for _, flows in quarters] == [0] * 26
    assert [problems(flows) for _, flows in quarters] == [()] * 26

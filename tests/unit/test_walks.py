"""From each function's number to the agreed one: the walk adds up, and nothing is absorbed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.walks import Walk, unexplained_words, walks
from cxworkshop.domain.records import CountDifference, Definition, FunctionCount
from cxworkshop.domain.records.counts import DIFFERENCES
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import palette
from cxworkshop.programme import STEPS
from cxworkshop.ui.charts.walks import bars_of
from cxworkshop.ui.charts.walks import walks as drawn

AGREED = Definition(id="definition", agreed=21_599)
SALES = FunctionCount(id="sales", function="Sales", total=35_735, revealed=True)
step = st.builds(
    CountDifference,
    id=st.uuids().map(str),
    count=st.just("sales"),
    cause=st.none() | st.sampled_from(DIFFERENCES),
    customers=st.none() | st.integers(-(10**6), 10**6),
)


def walk(*causes: CountDifference) -> Walk:
    """The walk of Sales with these causes."""
    return walks(assemble([AGREED, SALES, *causes]))[0]


def products(customers: int) -> CountDifference:
    """Sales counts products."""
    return CountDifference(id="d1", count="sales", cause="counts products", customers=customers)


def test_what_is_left_is_told_in_whole_customers() -> None:
    """35,735 less 11,996 is 2,140 above the agreed 21,599."""
    found = walk(products(-11_996))
    assert (found.difference, found.unexplained, found.explained) == (-14_136, -2_140, False)
    assert unexplained_words(found) == "Sales: 2,140 of 14,136 are not explained yet."


def test_a_hundredth_of_the_agreed_count_may_stay_unexplained() -> None:
    """215 of 21,599 is within one per cent, 216 is not."""
    assert walk(products(-14_136 + 215)).explained
    assert not walk(products(-14_136 + 216)).explained


def test_causes_that_explain_too_much_are_told() -> None:
    """A cause of 15,000 for a difference of 14,136 says both sums; so does a cause of the wrong sign, or of no difference."""
    said = unexplained_words(walk(products(-15_000)))
    assert said == "Sales: its causes add up to −15,000, but it takes −14,136 to reach the agreed count."
    wrong = unexplained_words(walk(products(5)))
    assert wrong == "Sales: its causes add up to +5, but it takes −14,136 to reach the agreed count."
    same = walks(assemble([AGREED, SALES.with_values({"total": 21_599}), products(-5)]))[0]
    assert unexplained_words(same) == "Sales: its count is the agreed one, yet its causes add up to −5."


def test_how_many_more_are_not_explained_is_said_in_plain_words() -> None:
    """One more, two more: under the picture, and in what the step still misses."""
    rows = [
        FunctionCount(id=id, function=id, definition="d", total=total, revealed=True)
        for total, id in enumerate("ABCDE", 100)
    ]
    found = assemble([Definition(id="definition", agreed=10), *rows[:2]])
    picture = drawn(found, palette("light"))
    assert picture is not None
    assert picture.says == "B: 91 of 91 are not explained yet. One more is not explained to the last one."
    missing = STEPS["assets.counts"].done
    assert "One more is not explained either." in (missing(assemble([AGREED, *rows[:4]])) or "")
    assert "Two more are not explained either." in (missing(assemble([AGREED, *rows])) or "")


def test_a_number_without_a_cause_explains_nothing() -> None:
    """Who writes 14,136 and not why has left all of it unexplained."""
    assert walk(CountDifference(id="d", count="sales", customers=-14_136)).unexplained == -14_136


def test_a_covered_number_does_not_walk() -> None:
    """Neither does any number before there is one to walk to."""
    assert walks(assemble([AGREED, SALES.with_values({"revealed": None})])) == ()
    assert walks(assemble([SALES])) == ()


@given(st.lists(step, max_size=8))
def test_every_walk_arrives(causes: list[CountDifference]) -> None:
    """Start, every cause and the rest add up to the agreed count, and so do the bars that are drawn."""
    found = walk(*causes)
    assert found.start + sum(one.customers or 0 for one in found.causes) + found.unexplained == found.agreed
    bars = bars_of(found, "Sales", "")
    assert bars[-1].after == found.agreed
    assert sum(bar.kind == "rest" for bar in bars) == (found.unexplained != 0)
    assert all(bar.high - bar.low == abs(bar.amount) for bar in bars)

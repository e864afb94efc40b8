"""The lab in words: what a definition says, which dial moved, and what that did in whole customers and in value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.lab import Outcome, dials, effect, ids, moved, outcome
from cxworkshop.analysis.lab_words import definition_sentence, excluded, gives, one_of
from cxworkshop.domain.records import LedgerSource, Variant
from cxworkshop.domain.records.lab import SETTINGS, VALUE_BASES

PLAIN = LedgerSource(id="ledger_source")


def settings(**values: object) -> LedgerSource:
    """A ledger's record with some dials set."""
    return PLAIN.with_values(values)


def test_an_untouched_dial_stands_at_a_year_and_every_purchase() -> None:
    """The defaults are the ones that the bridge is computed with."""
    found = dials(PLAIN)
    assert ("purchases", 365, 0.0, "year", "revenue") == tuple(
        found[name] for name in ("setting", "window_days", "minimum", "by", "value_basis")
    )


def test_only_the_dials_of_a_setting_take_effect() -> None:
    """A window means nothing to contracts, a grace nothing to purchases, both something to hybrid."""
    assert {"purchases": (True, False), "contracts": (False, True), "hybrid": (True, True)} == {
        setting: ("window_days" in found, "grace_days" in found)
        for setting in SETTINGS
        for found in [dials(settings(setting=setting))]
    }


def test_a_margin_counts_only_where_the_value_is_a_margin_without_a_column() -> None:
    """A percentage left over from another basis changes no figure and is told as no difference."""
    left_over = settings(margin_percent=40)
    assert () == moved(PLAIN, left_over)
    assert dials(settings(margin_percent=40, value_basis="margin"))["margin_percent"] == 40
    assert (
        dials(settings(margin_percent=40, value_basis="margin", value_column="net"))["margin_percent"] is None
    )


def test_a_moved_window_is_told_in_whole_customers_and_value() -> None:
    """The sentence names the dial, from where to where, and both differences."""
    said = effect(
        settings(window_days=365),
        settings(window_days=183),
        Outcome(closing=21_599, closing_value=9_057_924.93),
        Outcome(closing=17_389, closing_value=8_245_624.93),
        "gardeners",
    )
    assert "Window 365 → 183 days: 4,210 fewer gardeners, 812,300 less in value." == said


def test_one_customer_more_is_said_without_the_plural() -> None:
    """The company chose the noun, so it is left out of one."""
    said = effect(PLAIN, settings(minimum=5), Outcome(closing=3), Outcome(closing=4), "guests")
    assert "Smallest purchase 0.00 → 5.00: 1 more, the same value." == said


def test_several_dials_are_told_together() -> None:
    """Their effects cannot be told apart, and the sentence does not pretend to."""
    said = effect(
        PLAIN, settings(window_days=548, internal=("TEST",)), Outcome(closing=9), Outcome(closing=7)
    )
    assert (
        said
        == "Window 365 → 548 days; left out as internal: TEST: together 2 fewer customers, the same value."
    )


def test_no_moved_dial_is_no_sentence() -> None:
    """Spelling out a default moves nothing."""
    same = settings(window_days=365, setting="purchases")
    assert effect(PLAIN, same, Outcome(closing=1), Outcome(closing=1)) is None


def test_what_came_and_went_from_a_list_is_named() -> None:
    """Values added and taken back are told by name, customers on a list by number."""
    before = settings(excluded_values=("Staff",), exclude_column="kind", excluded_ids="A")
    after = settings(excluded_values=("Trade",), exclude_column="kind", excluded_ids="A\nB;C")
    assert (
        "left out: Trade, no longer left out: Staff",
        "customers left out by name 1 → 3",
    ) == moved(before, after)


def test_another_list_is_told_and_a_list_of_the_same_name_too() -> None:
    """A list laid over the ledger is told by its words; where these are the same, that the file is another."""
    none, one = settings(), settings(merge_list="2 ids of m.csv", merge_mark="a" * 64)
    assert moved(none, one) == ("merged none → 2 ids of m.csv",)
    assert moved(one, one.with_values({"merge_mark": "b" * 64})) == ("merged another file of the same name",)


def test_ids_may_be_pasted_in_any_common_way() -> None:
    """One a line or apart by commas, semicolons and tabs; each once, blanks ignored."""
    assert ("A", "B", "C", "D") == ids(" A\nB, C;D\tA\n\n")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "A gardener is anyone with a purchase in the last 365 days."),
        (
            {"minimum": 10, "excluded_values": ("Staff",), "internal": ("TEST",)},
            "A gardener is anyone with a purchase of at least 10.00 in the last 365 days; rows of the segment Staff"
            " and accounts that begin with TEST do not count.",
        ),
        (
            {"setting": "contracts", "grace_days": 30, "window_days": 90},
            "A gardener is anyone with a contract that runs or ended no more than 30 days ago.",
        ),
        (
            {"setting": "hybrid", "window_days": 548},
            "A gardener is anyone with a purchase in the last 548 days, or with a contract that runs.",
        ),
        (
            {"unit_column": "household_id", "excluded_ids": "A\nB"},
            "A gardener is anyone with a purchase in the last 365 days; those with the same household id count as one;"
            " 2 customers on a list do not count.",
        ),
        (
            {"merge_list": "1,203 ids of merges.csv", "excluded_list": "one customer of staff.csv"},
            "A gardener is anyone with a purchase in the last 365 days; ids of one customer count once"
            " (1,203 ids of merges.csv); the one customer of staff.csv does not count.",
        ),
    ],
)
def test_each_setting_reads_as_one_plain_sentence(values: dict[str, object], said: str) -> None:
    """The card says who counts in words that can be read aloud."""
    assert said == definition_sentence(settings(**values), "gardeners")


def test_values_left_out_are_told_by_their_column() -> None:
    """The column of the dials, or the segment's where they name none."""
    out = settings(excluded_values=("Staff", "Trade"))
    assert "rows of the kind Staff or Trade" == excluded(out, "kind")
    assert "rows of the channel Staff or Trade" == excluded(
        out.with_values({"exclude_column": "channel"}), "kind"
    )


@pytest.mark.parametrize(
    ("many", "one"),
    {
        "gardeners": "A gardener",
        "accounts": "An account",
        "families": "A family",
        "business users": "A business user",
        "users": "A user",
        "boxes": "A box",
        "businesses": "A business",
        "people": "A person",
        "staff": "One of our staff",
        "": "A customer",
        "members and guests": "One of our members and guests",
        "buses": "A bus",
        "houses": "A house",
        "SMEs": "An SME",
        "MPs": "An MP",
        "VIP guests": "A VIP guest",
        "HR users": "An HR user",
        "x-ray patients": "An x-ray patient",
        "hours": "An hour",
        "uninsured drivers": "An uninsured driver",
        "units": "A unit",
        "one-time buyers": "A one-time buyer",
    }.items(),
)
def test_one_of_what_the_company_calls_its_customers(many: str, one: str) -> None:
    """Where the plural is not a plain one, the sentence goes around it."""
    assert one == one_of(many)


def test_the_bridge_of_a_definition_adds_up_in_its_sentence() -> None:
    """The sample's year under 365 days."""
    found = Outcome(
        date(2025, 1, 1), date(2025, 12, 31), opening=24_079, new=8_121, returned=1_300, lapsed=11_901
    )
    assert gives(found) is None
    variant = Variant(
        id="v",
        period_start=found.period_start,
        period_end=found.period_end,
        opening=24_079,
        new=8_121,
        returned=1_300,
        lapsed=11_901,
        closing=21_599,
    )
    assert (
        "2025: 24,079 + 8,121 new + 1,300 returned − 11,901 lapsed = 21,599 gardeners; 9,421 came, 11,901 left:"
        " 2,480 fewer gardeners than we began with."
    ) == gives(outcome(variant), "gardeners")


@given(
    st.sampled_from((None, *SETTINGS)),
    st.sampled_from((None, *VALUE_BASES)),
    st.one_of(st.none(), st.integers(1, 3_660)),
    st.one_of(st.none(), st.integers(0, 3_660)),
    st.one_of(st.none(), st.floats(0, 1e6)),
    st.lists(st.text("ab;, ", max_size=5), max_size=9).map(tuple),
)
def test_any_setting_of_the_dials_reads_as_one_sentence(
    setting: str | None,
    basis: str | None,
    window: int | None,
    grace: int | None,
    minimum: float | None,
    values: tuple[str, ...],
) -> None:
    """Nothing that can be set leaves a hole in the words, and nothing is told as moved against itself."""
    found = settings(
        setting=setting,
        value_basis=basis,
        window_days=window,
        grace_days=grace,
        minimum=minimum,
        excluded_values=values,
    )
    said = definition_sentence(found)
    assert said.endswith(".")
    assert "None" not in said
    assert () == moved(found, found)

"""The workshop's own bridges: which rows speak for all, whether they add up, and what they say first."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.analysis.bridge import closing, net
from cxworkshop.analysis.bridge_rows import begun
from cxworkshop.analysis.bridges import (
    by_segment,
    contradictions,
    headline,
    latest,
    period_label,
    priority_segments,
    problems,
    totals,
    value_flows,
)
from cxworkshop.analysis.periods import in_period, period_name
from cxworkshop.domain.records import BridgeRow, Company, LedgerSource, PeriodFacts, Segment
from cxworkshop.domain.workshop import Workshop, assemble

YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
BEFORE = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
ALL = {"opening": 41_200, "new": 22_000, "returned": 0, "lapsed": 27_000}


def _row(id: str = "all", **values: object) -> BridgeRow:
    return BridgeRow(id=id, **{**YEAR, **values})  # type: ignore[arg-type]


def test_the_headline_speaks_in_whole_customers() -> None:
    """22,000 came, 27,000 left; the company's own word for them, and the period first."""
    said = headline(assemble([Company(id="company", customer_word="guests"), _row(**ALL)]))
    assert said == "2025: 22,000 came, 27,000 left: 5,000 fewer guests than we began with."


def test_the_headline_tells_a_gap_with_its_reason() -> None:
    """1,000 + 100 − 250 is 850; ten fewer were counted, and somebody has said why; its full stop is not doubled."""
    row = _row(opening=1_000, new=100, lapsed=250, closing=840, gap_reason="A system was moved.")
    assert headline(assemble([row])).endswith(
        "by these figures 150 fewer customers; counted at the end, 160 fewer than we began with:"
        " 10 are put down to “A system was moved”."
    )


def test_the_headline_says_what_is_missing() -> None:
    """Everything of an empty workshop; of a row that is still being typed only what it lacks, with its period."""
    assert headline(Workshop()) == "Nobody has yet said how many customers there were, came and left."
    assert (
        headline(assemble([_row(opening=500)]))
        == "Nobody has yet said how many customers came and left in 2025."
    )


def test_a_period_that_is_only_begun_does_not_hide_the_last_whole_one() -> None:
    """2026 has an opening: the headline stays with 2025, unless the company's period is 2026."""
    next_year = {"period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31)}
    rows = [_row(**ALL), BridgeRow(id="next", opening=36_200, **next_year)]
    room = assemble(rows)
    assert headline(room).startswith("2025: 22,000 came")
    begun_row = begun(room)
    assert begun_row is not None
    assert begun_row[0].id == "next"
    assert begun(assemble(rows[:1])) is None
    asked = assemble([*rows, Company(id="company", **next_year)])
    assert headline(asked) == "Nobody has yet said how many customers came and left in 2026."
    assert begun(asked) is None


def test_the_headline_is_net_and_says_so_beside_the_gross_view() -> None:
    """10 came and went: the bridge may show 25 who left, summary and workbook say 15 and whom they leave out."""
    row = _row(opening=100, new=10, lapsed=15, came_and_went=10)
    gross = assemble([row, LedgerSource(id="ledger_source", gross=True)])
    assert headline(gross) == (
        "2025: 10 came, 15 left: 5 fewer customers than we began with, not counting the 10 who came and went."
    )


def test_a_total_is_not_a_segment() -> None:
    """Beside its segments a row called “Total” speaks for all; it is not added to them."""
    rows = [
        _row("t", segment="Total", opening=100, new=10, lapsed=5),
        _row("f", segment="Families", opening=100, new=10, lapsed=5),
    ]
    ((_, flows),) = totals(assemble(rows))
    assert flows.opening == 100


def test_a_sum_of_segments_keeps_the_reasons_of_their_gaps() -> None:
    """Every gap of a segment has its reason: so has their sum. One that has none leaves the sum unexplained."""
    families = _row(
        "f", segment="Families", opening=10, new=1, lapsed=2, closing=12, gap_reason="Late postings"
    )
    singles = _row("s", segment="Singles", opening=10, new=1, lapsed=2, closing=9)
    assert "3 are put down to “Families: Late postings”" in headline(assemble([families, singles]))
    lost = singles.with_values({"closing": 7})
    assert "1 is not explained" in headline(assemble([families, lost]))


def test_a_period_without_a_row_for_all_is_the_sum_of_its_segments() -> None:
    """Moves between segments cancel; customers and money both add up."""
    families = _row(
        "f",
        segment="Families",
        opening=100,
        new=10,
        lapsed=20,
        moved_out=5,
        opening_value=1_000,
        new_value=50,
        lapsed_value=90,
        grown_value=7,
    )
    single = _row("s", segment="Singles", opening=50, new=5, returned=2, lapsed=1, moved_in=5, opening_value=400, new_value=20, lapsed_value=10)  # fmt: skip
    ((total, flows),) = totals(assemble([families, single]))
    assert (flows.opening, flows.new, flows.returned, flows.lapsed, flows.moved_in) == (150, 15, 2, 21, None)
    assert closing(flows) == 146
    assert closing(value_flows(total)) == 1_000 + 400 + 70 - 100 + 7
    assert (total.period_start, total.period_end) == (YEAR["period_start"], YEAR["period_end"])


def test_a_sum_is_unknown_where_a_segment_has_not_said() -> None:
    """A blank opening is not zero customers."""
    rows = [
        _row("f", segment="Families", opening=100, new=1, lapsed=1),
        _row("s", segment="Singles", new=2, lapsed=2),
    ]
    ((_, flows),) = totals(assemble(rows))
    assert (flows.opening, flows.new, flows.lapsed) == (None, 3, 3)


def test_a_closing_count_of_one_segment_joins_the_computed_one_of_another() -> None:
    """Counted 95 and computed 52 are 147."""
    rows = [
        _row("f", segment="Families", opening=100, new=10, lapsed=20, closing=95),
        _row("s", segment="Singles", opening=50, new=5, lapsed=3),
    ]
    ((_, flows),) = totals(assemble(rows))
    assert flows.closing == 147


def test_a_row_for_all_comes_before_its_segments() -> None:
    """Blank and “All” mean all customers; segments stay apart."""
    room = assemble([_row("s", segment="Families", opening=1), _row("a", segment="All", **ALL)])
    assert [one.id for one, _ in totals(room)] == ["a"]
    assert [one.id for one, _ in by_segment(room)] == ["s"]


def test_periods_come_in_order_and_rows_without_figures_do_not_count() -> None:
    """However they were typed."""
    room = assemble(
        [_row("now", **ALL), BridgeRow(id="then", opening=1, **BEFORE), _row("blank", segment="Families")]
    )
    assert [one.id for one, _ in totals(room)] == ["then", "now"]


def test_the_latest_bridge_is_the_companys_period_or_else_the_last() -> None:
    """Of two that end on the same day the longer one."""
    quarter = BridgeRow(id="q4", period_start=date(2025, 10, 1), period_end=date(2025, 12, 31), opening=1)
    then = BridgeRow(id="then", opening=1, **BEFORE)
    assert _latest([then, quarter, _row("now", **ALL)]) == "now"
    company = Company(id="company", **BEFORE)
    assert _latest([then, quarter, _row("now", **ALL), company]) == "then"
    assert _latest([BridgeRow(id="undated", opening=1)]) == "undated"
    assert latest(Workshop()) is None


def test_a_bridge_that_adds_up_has_no_problems() -> None:
    """Two years that follow each other, with segments that sum."""
    room = assemble(
        [
            BridgeRow(id="then", opening=90, new=20, lapsed=10, closing=100, **BEFORE),
            _row("now", opening=100, new=10, lapsed=20, closing=90),
            _row("f", segment="Families", opening=60, new=4, lapsed=10, moved_in=2),
            _row("s", segment="Singles", opening=40, new=6, lapsed=10, moved_out=2),
        ]
    )
    assert problems(room) == ()


def test_a_gap_is_a_problem_until_it_has_a_reason() -> None:
    """120 more at the end than the figures add up to."""
    gap = {"opening": 100, "new": 10, "lapsed": 20, "closing": 210}
    assert problems(assemble([_row(**gap)])) == (
        "2025: 120 more customers at the end than the figures add up to; find them, or write why.",
    )
    assert problems(assemble([_row(**gap, gap_reason="Trials were counted")])) == ()


def test_one_customer_too_many_is_one_in_the_companys_own_word() -> None:
    """1 more guest, not 1 more customers."""
    row = _row(opening=100, new=10, lapsed=20, closing=91)
    (said,) = problems(assemble([Company(id="company", customer_word="guests"), row]))
    assert said.startswith("2025: 1 more guest at the end")


def test_money_that_does_not_add_up_is_told_apart_from_customers() -> None:
    """400 less in value, to the segment that it belongs to."""
    money = {"opening_value": 1_000, "new_value": 100, "lapsed_value": 200, "closing_value": 500}
    assert problems(assemble([_row(segment="Families", **money)])) == (
        "2025, Families: 400 less in value at the end than the figures add up to; find them, or write why.",
    )


def test_more_cannot_leave_than_were_there() -> None:
    """Lapsed within opening."""
    (said,) = problems(assemble([_row(opening=10, new=5, lapsed=12)]))
    assert said == "2025: More left (12) than were there at the start (10)."
    (worth,) = problems(assemble([_row(opening_value=10, new_value=5, lapsed_value=50)]))
    assert worth == "2025: More value was lost (50) than was there at the start (10)."


def test_refunds_in_a_ledger_may_make_a_value_negative() -> None:
    """A typed value may not be."""
    values = {"opening_value": 100, "new_value": -5, "lapsed_value": 10}
    assert problems(assemble([_row(from_ledger=True, **values)])) == ()
    assert len(problems(assemble([_row(**values)]))) == 1


def test_segments_must_sum_and_their_moves_cancel() -> None:
    """99 are not 100, and who moved in must have moved out."""
    room = assemble(
        [
            _row("now", opening=100),
            _row("f", segment="Families", opening=60, moved_in=3),
            _row("s", segment="Singles", opening=39),
        ]
    )
    assert problems(room) == (
        "2025: Opening: the segments add up to 99, all is 100.",
        "2025: Moves must cancel: 3 moved in and 0 moved out.",
    )


def test_a_period_opens_with_what_the_one_before_closed_with() -> None:
    """100 closed, 120 opened; periods with days between them are not compared."""
    then = BridgeRow(id="then", opening=90, new=20, lapsed=10, **BEFORE)
    assert problems(assemble([then, _row(opening=120)])) == (
        "2025 opens with 120, but 2024 closed with 100.",
    )
    half = BridgeRow(id="h", opening=90, period_start=date(2025, 1, 1), period_end=date(2025, 6, 30))
    assert problems(assemble([then, half])) == (
        "The first half of 2025 opens with 90, but 2024 closed with 100.",
    )
    later = BridgeRow(id="later", opening=120, period_start=date(2025, 3, 1), period_end=date(2025, 12, 31))
    assert problems(assemble([then, later])) == ()


def test_two_rows_for_all_customers_of_a_period_are_one_too_many() -> None:
    """The first one counts meanwhile."""
    room = assemble([_row("1", opening=100), _row("2", opening=200)])
    assert problems(room) == ("2025: 2 rows speak for all customers; keep one.",)
    assert totals(room)[0][0].id == "1"


def test_sales_that_rise_while_customers_fall_are_flagged() -> None:
    """Against the year before; scores and units likewise."""
    facts = [
        PeriodFacts(id="1", revenue=100, score=30, units=9, **BEFORE),
        PeriodFacts(id="2", revenue=120, score=35, units=9, **YEAR),
    ]
    codes = [flag.code for flag in contradictions(assemble([_row(**ALL), *facts]))]
    assert codes == ["revenue_up_customers_down", "score_up_customers_down"]
    assert contradictions(assemble([_row(**ALL), facts[1]])) == ()


def test_a_total_that_rises_may_hide_a_segment_that_matters() -> None:
    """More customers in all, fewer families."""
    room = assemble(
        [
            Segment(id="1", name="families", priority=True),
            Segment(id="2", name="Singles"),
            _row("now", opening=100, new=30, lapsed=20),
            _row("f", segment="Families", opening=60, new=2, lapsed=10),
            _row("s", segment="Singles", opening=40, new=28, lapsed=10),
            BridgeRow(id="old", segment="Families", opening=50, new=0, lapsed=1, **BEFORE),
        ]
    )
    assert [(one.id, net(flows)) for one, flows in priority_segments(room)] == [("f", -8)]
    assert [flag.code for flag in contradictions(room)] == ["total_up_priority_down"]
    assert contradictions(Workshop()) == ()


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 7, 1), date(2025, 12, 31), "second half of 2025"),
        (date(2025, 4, 1), date(2025, 6, 30), "Q2 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 2, 1), date(2024, 4, 30), "1 February 2024 to 30 April 2024"),
        (date(2024, 4, 6), date(2025, 4, 5), "6 April 2024 to 5 April 2025"),
        (None, date(2025, 4, 5), "until 5 April 2025"),
        (date(2024, 4, 6), None, "from 6 April 2024"),
        (None, None, "undated"),
    ],
)
def test_a_period_is_called_what_people_call_it(start: date | None, end: date | None, label: str) -> None:
    """Years, halves, quarters and months by name, anything else by its two days."""
    assert period_label(start, end) == label


@pytest.mark.parametrize(
    ("start", "end", "inside", "when"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025", "in 2025"),
        (date(2025, 1, 1), date(2025, 6, 30), "the first half of 2025", "in the first half of 2025"),
        (
            date(2024, 7, 1),
            date(2025, 6, 30),
            "the period between 1 July 2024 and 30 June 2025",
            "between 1 July 2024 and 30 June 2025",
        ),
        (None, date(2025, 4, 5), "the period until 5 April 2025", "in the period until 5 April 2025"),
        (None, None, "the undated period", "in the undated period"),
    ],
)
def test_a_period_can_be_said_inside_a_sentence(
    start: date | None, end: date | None, inside: str, when: str
) -> None:
    """What a label leaves out, an article or two words between its days, stands where a sentence needs it."""
    assert (period_name(start, end), in_period(start, end)) == (inside, when)


def _latest(rows: list[BridgeRow | Company]) -> str:
    found = latest(assemble(rows))
    assert found is not None
    return found[0].id

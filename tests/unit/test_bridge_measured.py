"""What follows from a typed bridge: gross view, memo lines, averages, why revenue moved, growth by segment, the figures."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cxworkshop.analysis.averages import averages, replacement
from cxworkshop.analysis.bridge import Flows, computed_closing
from cxworkshop.analysis.bridge_gross import gross, shown
from cxworkshop.analysis.bridge_memo import memo, part
from cxworkshop.analysis.bridge_rows import customer_flows
from cxworkshop.analysis.bridges import contradictions, told
from cxworkshop.analysis.growth import growth, growth_says
from cxworkshop.analysis.measures import measures
from cxworkshop.analysis.revenue import Split, revenue_split
from cxworkshop.analysis.revenue import told as revenue_told
from cxworkshop.domain.records import BridgeRow, Company, LedgerSource, PeriodFacts, Segment
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.ui.charts.revenue import revenue as revenue_picture

NOW = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
THEN = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
GUESTS = Company(id="company", customer_word="guests", currency="EUR")
ROW = BridgeRow(
    id="b",
    **NOW,  # type: ignore[arg-type]
    opening=100,
    new=20,
    returned=5,
    lapsed=30,
    came_and_went=7,
    returned_and_went=2,
    paused=4,
    pending=3,
    orphan_refunds=2,
    orphan_value=-60,
    remarks="To date: the ledger ends on 2025-09-30.\nRefunds to customers who were not active that day: 2.",
)


def published(**more: object) -> Workshop:
    """N 1000 to 950, F 4 to 4.4, B 50 to 52: the example of docs/method.md 2 as typed figures."""
    return assemble(
        [
            GUESTS,
            BridgeRow(id="then", opening=900, new=200, lapsed=100, closing=1_000, **THEN),  # type: ignore[arg-type]
            BridgeRow(id="now", opening=1_000, new=150, lapsed=200, closing=950, **NOW),  # type: ignore[arg-type]
            PeriodFacts(id="f1", revenue=200_000, orders=4_000, **THEN),  # type: ignore[arg-type]
            PeriodFacts(id="f2", **{"revenue": 217_360, "orders": 4_180, **NOW, **more}),  # type: ignore[arg-type]
        ]
    )


def test_the_gross_view_closes_where_the_net_one_does() -> None:
    """7 came and went, 2 of them not for the first time: new 25, returned 7, lapsed 37, and still 95 at the end."""
    found = gross(ROW)
    assert (25, 7, 37) == (found.new, found.returned, found.lapsed)
    assert 95 == computed_closing(found) == computed_closing(customer_flows(ROW))


def test_the_gross_view_is_a_choice_and_says_so() -> None:
    """Net until the room chooses otherwise; then the headline counts those who came and went, and says gross."""
    plain, chosen = (
        assemble([GUESTS, ROW]),
        assemble([GUESTS, ROW, LedgerSource(id="ledger_source", gross=True)]),
    )
    assert customer_flows(ROW) == shown(plain, ROW)
    assert gross(ROW) == shown(chosen, ROW)
    assert "2025: 25 came, 30 left: 5 fewer guests than we began with." == told(plain, ROW)
    assert "2025: 32 came, 37 left: 5 fewer guests than we began with, in the gross view." == told(
        chosen, ROW
    )


def test_what_is_in_no_bar_is_told_in_words() -> None:
    """Came and went, paused, pending, orphan refunds; a remark that repeats a figure is told once."""
    said = memo(assemble([GUESTS, ROW]), ROW)
    assert (
        "Came and went inside the period: 7 guests, 2 of them not for the first time; they are in no bar.",
        "Paused, here at both ends and silent in between: 4 guests.",
        "Renewal pending: 3 guests; they are counted, and not safe.",
        "Refunds to guests who were not active that day: 2, EUR −60 together; look at them.",
        "To date: the ledger ends on 2025-09-30.",
    ) == said
    assert "to date" == part(ROW)
    assert "" == part(BridgeRow(id="x", remarks="Figures kept up to date by Finance."))
    assert () == memo(Workshop(), BridgeRow(id="x", opening=1))


def test_the_average_lost_stands_beside_the_average_new() -> None:
    """170 each left, 72.50 each came, 60 came back: 2.3 new ones replace one who left, as in the worked example."""
    people, value = Flows(new=2, returned=1, lapsed=2), Flows(new=145, returned=60, lapsed=340)
    assert [("left", 170), ("came", 72.5), ("came back", 60)] == [
        (one.kind, one.each) for one in averages(people, value)
    ]
    assert "It takes 2.3 new guests to replace the value of one who left." == replacement(
        people, value, "guests"
    )


@pytest.mark.parametrize(
    ("people", "value", "says"),
    [
        (Flows(new=1, lapsed=0), Flows(new=1, lapsed=0), "Nobody left"),
        (Flows(new=0, lapsed=1), Flows(new=0, lapsed=9), "Nobody came for the first time"),
        (Flows(new=2, lapsed=1), Flows(new=2), "what those who left were worth is not known"),
        (Flows(new=2, lapsed=1), Flows(new=-2, lapsed=1), "below nothing"),
        (Flows(new=2, lapsed=1), Flows(new=2, lapsed=-1), "below nothing"),
        (Flows(new=2, lapsed=1), Flows(new=2, lapsed=0), "Those who left were worth nothing"),
        (Flows(new=2, lapsed=1), Flows(new=0, lapsed=5), "Those who came are worth nothing"),
        (Flows(new=2, lapsed=1), Flows(new=2, lapsed=1), "One new for one who left"),
        (Flows(new=1, lapsed=1), Flows(new=100, lapsed=96), "It takes 0.96 new"),
        (Flows(new=1, lapsed=1), Flows(new=100, lapsed=104), "It takes 1.04 new"),
    ],
)
def test_where_nobody_can_be_replaced_it_is_said_why(people: Flows, value: Flows, says: str) -> None:
    """A number that cannot be had is a sentence, not a blank."""
    assert says in replacement(people, value)


def test_the_table_of_figures_says_of_a_replacement_what_the_picture_says() -> None:
    """The same figure in the same letters; where there is none, the same reason, and never −1.00."""
    heads = {"opening": 9, "new": 1, "lapsed": 1, **NOW}

    def figure(**values: float) -> tuple[str, str]:
        room = assemble([BridgeRow(id="b", **heads, **values)])  # type: ignore[arg-type]
        found = next(one for one in measures(room) if one.name == "Replacement need")
        return found.words, found.lacks

    assert figure(new_value=100, lapsed_value=96) == ("0.96", "")
    assert figure(new_value=100, lapsed_value=230) == ("2.3", "")
    assert figure(new_value=0, lapsed_value=9) == (
        "",
        "those who came are worth nothing, so no number of them replaces one who left",
    )
    assert "below nothing" in figure(new_value=9, lapsed_value=-9)[1]


def test_sales_typed_in_millions_are_not_rounded_away() -> None:
    """4.2 to 4.6 is a rise of 0.40, told with its parts and drawn with them."""
    room = published(revenue=4.6)
    small = assemble(
        [
            *(one.record for one in room.items.values() if one.record.id != "f1"),
            PeriodFacts(id="f1", revenue=4.2, orders=4_000, **THEN),  # type: ignore[arg-type]
        ]
    )
    split = revenue_split(small)
    assert isinstance(split, Split)
    assert revenue_told(small, split).startswith(
        "Sales rose by EUR 0.40 from 2024 to 2025: more orders each added EUR 0.42"
    )
    drawn = revenue_picture(small, LIGHT)
    assert drawn is not None
    assert '"words": "+0.42"' in json.dumps(drawn.chart.to_dict())


def test_segments_without_counts_are_not_said_to_have_kept_their_customers() -> None:
    """Only values are known: the sentence is about value. One segment is not one of one, and the uncounted are told."""

    def says(*rows: dict[str, object]) -> str:
        found = [BridgeRow(id=f"s{at}", **row, **NOW) for at, row in enumerate(rows)]  # type: ignore[arg-type]
        room = assemble([GUESTS, *found])
        return growth_says(room, growth(room, (NOW["period_start"], NOW["period_end"])))

    money = {"segment": "Gold", "opening_value": 900, "new_value": 50, "lapsed_value": 300}
    fell = {"segment": "Silver", "opening": 50, "new": 5, "lapsed": 15}
    assert says(money) == (
        "Gold is worth less than at the start: −250. How many guests each gained or lost is not counted."
    )
    assert says(fell) == "Silver has fewer guests than at the start: −10."
    assert says(fell, money) == ("Silver has fewer guests than at the start: −10. One more is not counted.")
    assert says(fell, {**fell, "segment": "Gold"}) == (
        "Both segments have fewer guests than at the start: Silver −10 and Gold −10."
    )
    assert says({**fell, "new": 20}) == "No segment has fewer guests than at the start."


def test_why_revenue_moved_to_the_cent() -> None:
    """The published example through typed bridges and facts: -10,697.71 + 19,877.85 + 8,179.86 = 17,360."""
    split = revenue_split(published())
    assert isinstance(split, Split)
    assert [-10_697.71, 19_877.85, 8_179.86] == [round(part, 2) for part in split.parts]
    assert 17_360 == pytest.approx(sum(split.parts), abs=1e-9)
    assert (
        "Sales rose by EUR 17,360 from 2024 to 2025: more orders each added EUR 19,878,"
        " fewer guests took EUR 10,698 and larger orders added EUR 8,180."
    ) == revenue_told(published(), split)


def test_profit_has_a_fourth_factor_where_the_margin_is_known() -> None:
    """200,000 at 30 % and 217,360 at 25 % are 60,000 and 54,340; the four parts add up to the fall."""
    room = published(margin=25)
    told_margin = assemble(
        [
            *(i.record for i in room.items.values() if i.record.id != "f1"),
            PeriodFacts(id="f1", revenue=200_000, orders=4_000, margin=30, **THEN),
        ]  # type: ignore[arg-type]
    )
    assert "2024 has no margin" in str(revenue_split(room, profit=True))
    split = revenue_split(told_margin, profit=True)
    assert isinstance(split, Split)
    assert (4, pytest.approx(-5_660)) == (len(split.parts), sum(split.parts))
    assert "a thinner margin took" in revenue_told(told_margin, split)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"orders": None}, "2025 has no orders"),
        ({"revenue": 0}, "revenue of 2025 is 0"),
        ({"period_end": date(2025, 6, 30)}, "revenue and orders of 2025 are missing"),
    ],
)
def test_a_split_that_cannot_be_says_why(facts: dict[str, object], says: str) -> None:
    """What lacks is named with its period; a factor of nothing has no share."""
    found = revenue_split(published(**facts))
    assert isinstance(found, str)
    assert says in found


def test_the_priority_segment_may_shrink_while_all_grow() -> None:
    """Total up, priority down: in customers and in money, each in a sentence with the segment's name."""
    room = assemble(
        [
            GUESTS,
            Segment(id="s1", name="Gold", priority=True),
            BridgeRow(
                id="g",
                segment="Gold",
                opening=50,
                new=5,
                lapsed=15,
                opening_value=900,
                new_value=50,
                lapsed_value=300,
                **NOW,
            ),  # type: ignore[arg-type]
            BridgeRow(
                id="o",
                segment="Other",
                opening=50,
                new=40,
                lapsed=5,
                moved_in=2,
                opening_value=100,
                new_value=800,
                lapsed_value=10,
                **NOW,
            ),  # type: ignore[arg-type]
        ]
    )
    said = {one.code: one.sentence for one in contradictions(room)}
    assert (
        "Guests in total +25, in Gold −10: the count grows where it matters less."
        == said["total_up_priority_down"]
    )
    assert (
        "Value in total +540, in Gold −250: the money grows where it matters less."
        == said["value_up_priority_down"]
    )
    found = growth(room, (NOW["period_start"], NOW["period_end"]))
    assert [("Gold", True, -10), ("Other", False, 37)] == [
        (one.name, one.priority, one.people) for one in found
    ]
    assert "One of two segments has fewer guests than at the start: Gold ★ −10." == growth_says(room, found)


def test_a_contradiction_of_another_row_is_told_of_that_row() -> None:
    """An earlier period has its own flags, and a segment none from sales, which are of all customers."""
    room = published()
    before = room.get(BridgeRow, "then")
    assert ["revenue_up_customers_down"] == [one.code for one in contradictions(room)]
    assert [] == [one.code for one in contradictions(room, before)]
    part = BridgeRow(id="p", segment="Gold", opening=9, new=1, lapsed=3, **NOW)  # type: ignore[arg-type]
    assert () == contradictions(assemble([*(i.record for i in room.items.values()), part]), part)


def test_every_derived_figure_is_told_or_says_what_it_lacks() -> None:
    """Pending value comes off the value due: 1,500 of 2,300 are 65.2 %; wallet without figures says so."""
    room = published(due_value=3_000, renewed_value=1_500, pending_value=700, evidence="estimate")
    found = {one.name: one for one in measures(room)}
    assert ("65.2%", "estimate") == (
        found["Renewal rate by value"].words,
        found["Renewal rate by value"].sure,
    )
    assert ("100.0%", "") == (found["Running in place"].words, found["Running in place"].sure)
    assert "spend with us and their whole spend not known" == found["Share of wallet"].lacks
    assert () == measures(Workshop())

"""Whatever is typed, a bridge closes: in people, in money, gross and net, over segments, with the gap as its own bar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.bridge import closing, computed_closing, gap
from cxworkshop.analysis.bridge_gross import gross
from cxworkshop.analysis.bridge_memo import memo
from cxworkshop.analysis.bridge_problems import segment_problems
from cxworkshop.analysis.bridge_rows import customer_flows, summed, value_flows
from cxworkshop.analysis.bridges import contradictions
from cxworkshop.analysis.revenue import Split, revenue_split
from cxworkshop.domain.records import BridgeRow, PeriodFacts
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.ui.charts.averages import average_customers
from cxworkshop.ui.charts.bowls import bowls
from cxworkshop.ui.charts.periods import over_periods, smalls
from cxworkshop.ui.charts.segments import by_segments
from cxworkshop.ui.charts.waterfall_bars import bars_of
from cxworkshop.ui.charts.waterfalls import waterfalls
from tests.strategies import records

NOW = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
THEN = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
people = st.integers(0, 10_000_000)
cents = st.integers(0, 10**11).map(lambda amount: amount / 100)


@st.composite
def typed(draw: st.DrawFn, id: str = "b", segment: str | None = None) -> BridgeRow:
    """A row with opening, new and lapsed in people and money; everything else may be blank."""
    counts = {name: draw(people) for name in ("opening", "new", "lapsed")}
    counts |= {
        name: draw(st.none() | people)
        for name in ("returned", "closing", "came_and_went", "returned_and_went")
    }
    names = ("opening_value", "new_value", "lapsed_value", "returned_value", "grown_value", "shrunk_value")
    money = {name: draw(cents) for name in names}
    return BridgeRow(id=id, segment=segment, closing_value=draw(st.none() | cents), **NOW, **counts, **money)  # type: ignore[arg-type]


@given(typed())
def test_the_bars_lead_from_opening_to_closing(row: BridgeRow) -> None:
    """Each bar begins where the one before ended, and the gap is the bar that makes them meet the counted closing."""
    for flows in (customer_flows(row), value_flows(row)):
        bars = bars_of(flows)
        assert bars[0].amount == flows.opening
        moved = sum(bar.amount for bar in bars[1:-1])
        assert bars[-1].amount == pytest.approx(bars[0].amount + moved, abs=0.01)
        gaps = [bar.amount for bar in bars if bar.kind == "gap"]
        assert ([gap(flows)] if gap(flows) else []) == gaps


@given(typed())
def test_the_gross_view_closes_and_has_the_same_gap(row: BridgeRow) -> None:
    """Those who came and went are added on both sides."""
    net_flows, gross_flows = customer_flows(row), gross(row)
    assert computed_closing(net_flows) == computed_closing(gross_flows)
    assert gap(net_flows) == gap(gross_flows)


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True).flatmap(
        lambda names: st.tuples(*(typed(name, name) for name in names))
    )
)
def test_segments_add_up_to_all(rows: tuple[BridgeRow, ...]) -> None:
    """A period that has only segments is their sum, figure by figure and at the end, in people and in money."""
    parts = [row.with_values({"closing": None, "closing_value": None}) for row in rows]
    whole = summed(parts)
    for flows in (customer_flows, value_flows):
        assert () == segment_problems(flows(whole), [flows(part) for part in parts])
        ends = sum(closing(flows(part)) or 0 for part in parts)
        assert ends == pytest.approx(computed_closing(flows(whole)), abs=0.01)


@given(
    st.tuples(people, people, people, people).filter(all),
    st.tuples(st.integers(1, 10**9), st.integers(1, 10**9)),
)
def test_why_revenue_moved_adds_up_exactly(
    figures: tuple[int, int, int, int], money: tuple[int, int]
) -> None:
    """Whatever the factors, customers, orders each and order value make up the whole change."""
    before, after, orders, later = figures
    room = assemble(
        [
            BridgeRow(id="t", opening=before, new=0, lapsed=0, **THEN),  # type: ignore[arg-type]
            BridgeRow(id="n", opening=after, new=0, lapsed=0, **NOW),  # type: ignore[arg-type]
            PeriodFacts(id="f", revenue=money[0], orders=orders, **THEN),  # type: ignore[arg-type]
            PeriodFacts(id="g", revenue=money[1], orders=later, **NOW),  # type: ignore[arg-type]
        ]
    )
    split = revenue_split(room)
    assert isinstance(split, Split)
    assert money[1] - money[0] == pytest.approx(sum(split.parts), rel=1e-6, abs=1e-6 * max(money))


@given(typed())
@settings(max_examples=20, deadline=None)
def test_every_typed_bridge_can_be_drawn(row: BridgeRow) -> None:
    """The picture's figures end in the counted or computed closing, and the small bridges in the same."""
    room = assemble([row])
    found = waterfalls(room, LIGHT)
    assert found is not None
    assert closing(customer_flows(row)) == found.table[-1]["Customers"]
    assert closing(customer_flows(row)) == smalls(room)[0].closing


@given(
    st.lists(st.uuids().map(str), min_size=1, max_size=4, unique=True).flatmap(
        lambda ids: st.tuples(*(records(BridgeRow, one) for one in ids))
    )
)
@settings(max_examples=60, deadline=None)
def test_any_draft_is_drawn_or_left_out(rows: tuple[BridgeRow, ...]) -> None:
    """Whatever is blank, hostile or negative, every picture, memo and contradiction of a row answers."""
    room = assemble(rows)
    for row in rows:
        assert all(isinstance(words, str) for words in memo(room, row))
        assert all(flag.sentence.endswith(".") for flag in contradictions(room, row))
        for draw in (bowls, waterfalls, by_segments, average_customers):
            found = draw(room, LIGHT, row=row.id)
            assert found is None or found.table
        small = over_periods(room, LIGHT, segment=row.segment)
        assert small is None or small.table

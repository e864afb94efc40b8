"""The kernel against the method in plain Python, on small random ledgers in every setting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DAY, Definition, Row, bridge, orphan_refunds

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger import Bridge, BridgeDefinition, Ledger, compute_bridge, open_ledger
from cxworkshop.ledger.blocks import blocks
from cxworkshop.ledger.bridge import bridge_of
from cxworkshop.ledger.ledger import NEVER
from cxworkshop.ledger.prepared import prepare

FIRST = date(2024, 1, 20)
LAST = FIRST + timedelta(days=170)
FIGURES = (
    *("opening", "new", "returned", "lapsed", "moved_in", "moved_out", "closing", "came_and_went", "paused"),
    *("grown", "shrunk", "opening_value", "new_value", "returned_value", "lapsed_value", "grown_value"),
    *("shrunk_value", "moved_in_value", "moved_out_value", "closing_value", "returned_and_went", "pending"),
    *("worthless", "orphan_refunds", "orphan_value", "purchases", "revenue"),
)

days = st.integers(0, 110).map(lambda offset: FIRST + timedelta(days=offset))
people = st.sampled_from(["a", "b", "c"])
segments = st.sampled_from(["North", "South", ""])
purchases = st.builds(Row, people, days, st.integers(-500, 2000), segments)


@st.composite
def contracts(draw: st.DrawFn) -> Row:
    """A contract, a credit now and then, some without an end."""
    start = draw(days)
    end = draw(st.none() | st.integers(0, 90).map(lambda length: start + timedelta(days=length)))
    return Row(draw(people), start, draw(st.integers(-200, 3000)), draw(segments), end, contract=True)


definitions = st.builds(
    Definition,
    window=st.integers(1, 45),
    grace=st.integers(0, 40),
    minimum=st.sampled_from([0, 0, 300]),
    setting=st.just(""),
)


def opened(rows: Sequence[Row], setting: str) -> Ledger:
    """The rows as a file, opened as a person would hand it in."""
    if setting == "purchases":
        lines = [f"{row.customer},{row.day},{row.cents / 100:.2f},{row.segment}" for row in rows]
        text = "\n".join(["customer,date,amount,region", *lines])
    elif setting == "contracts":
        lines = [
            f"{row.customer},{row.day},{row.end or ''},{row.cents / 100:.2f},{row.segment}" for row in rows
        ]
        text = "\n".join(["customer,start,end,amount,region", *lines])
    else:
        lines = [
            f"{row.customer},{'' if row.contract else row.day},{row.day if row.contract else ''},"
            f"{row.end or ''},{row.cents / 100:.2f},{row.segment}"
            for row in rows
        ]
        text = "\n".join(["customer,date,start,end,amount,region", *lines])
    return open_ledger(text.encode(), "made.csv", setting=setting, columns={"segment": "region"})


def compare(rows: Sequence[Row], definition: Definition) -> Bridge:
    """Both bridges of the same rows, equal in every figure."""
    ledger = opened(rows, definition.setting)
    if any(row.first_seen for row in rows):
        ledger = replace(ledger, first_seen=seen(ledger, rows))
    if any(row.worth is not None for row in rows):
        order = sorted(range(len(rows)), key=lambda i: (ledger_number(ledger, rows[i]), rows[i].day, i))
        ledger = replace(ledger, value=np.array([rows[i].counted for i in order]))
    ours = compute_bridge(
        ledger,
        BridgeDefinition(definition.window, definition.grace, definition.minimum, "month", FIRST, LAST),
    )
    same(ours, rows, definition)
    assert orphan_refunds(rows, definition, FIRST, LAST) == ours.orphan_refunds.count
    closes(ours)
    return ours


def seen(ledger: Ledger, rows: Sequence[Row]) -> Any:
    """The earliest day on which a row of each customer says it was first seen."""
    days = [
        [row.first_seen for row in rows if row.customer == who and row.first_seen] for who in ledger.customers
    ]
    return np.array([min(own).toordinal() if own else NEVER for own in days])


def ledger_number(ledger: Ledger, row: Row) -> int:
    """The number of a row's customer in the ledger."""
    return list(ledger.customers).index(row.customer)


def same(ours: Bridge, rows: Sequence[Row], definition: Definition) -> None:
    """Every figure of the bridge is that of the method in plain Python."""
    ranges = sorted({(line.period_start, line.period_end) for line in ours.rows})
    expected = bridge(rows, ranges, definition)
    for line in ours.rows:
        figures = expected.get(((line.period_start, line.period_end), line.segment), {})
        for figure in FIGURES:
            place = (line.period_start, line.segment, figure)
            assert (place, figures.get(figure, 0)) == (place, getattr(line, figure))
    shown = {(line.period_start, line.segment) for line in ours.rows}
    assert {(period[0], name) for period, name in expected} <= shown


def closes(ours: Bridge) -> None:
    """Every line closes in people and in cents, moves cancel, segments sum to All, closing opens the next."""
    for line in ours.rows:
        came = line.opening + line.new + line.returned + line.moved_in
        assert line.closing == came - line.lapsed - line.moved_out
        gained = (
            line.opening_value + line.new_value + line.returned_value + line.moved_in_value + line.grown_value
        )
        assert line.closing_value == gained - line.lapsed_value - line.moved_out_value - line.shrunk_value
    for total in ours.totals:
        parts = [line for line in ours.rows if line.period_start == total.period_start and line is not total]
        assert (total.moved_in, total.moved_out_value) == (0, 0)
        assert sum(part.moved_in - part.moved_out for part in parts) == 0
        assert sum(part.moved_in_value - part.moved_out_value for part in parts) == 0
        for figure in FIGURES:
            if parts and not figure.startswith("moved"):
                assert getattr(total, figure) == sum(getattr(part, figure) for part in parts)
    by_segment: dict[str, list[tuple[int, int, int, int]]] = {}
    for line in ours.rows:
        ends = (line.opening, line.closing, line.opening_value, line.closing_value)
        by_segment.setdefault(line.segment, []).append(ends)
    for lines in by_segment.values():
        for before, after in pairwise(lines):
            assert (before[1], before[3]) == (after[0], after[2])


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(purchases, min_size=1, max_size=14), definition=definitions)
def test_purchases_equal_the_method(rows: list[Row], definition: Definition) -> None:
    """Every figure of every period and segment is the method's."""
    compare(rows, Definition(definition.window, 0, definition.minimum, "purchases"))


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(contracts(), min_size=1, max_size=12), definition=definitions)
def test_contracts_equal_the_method(rows: list[Row], definition: Definition) -> None:
    """Overlaps, grace, open ends, credits: every figure is the method's."""
    compare(rows, Definition(definition.window, definition.grace, 0, "contracts"))


@settings(max_examples=80, deadline=None)
@given(rows=st.lists(purchases | contracts(), min_size=1, max_size=14), definition=definitions)
def test_hybrid_equals_the_method(rows: list[Row], definition: Definition) -> None:
    """Contracts and purchases side by side: every figure is the method's."""
    compare(rows, Definition(definition.window, definition.grace, definition.minimum, "hybrid"))


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(purchases | contracts(), min_size=1, max_size=14),
    worths=st.lists(st.integers(-900, 900), min_size=14, max_size=14),
    definition=definitions,
)
def test_a_value_column_decides_worth_and_the_amount_who_counts(
    rows: list[Row], worths: list[int], definition: Definition
) -> None:
    """With another worth for every row, every figure is still the method's."""
    valued = [replace(row, worth=worth) for row, worth in zip(rows, worths, strict=False)]
    compare(valued, Definition(definition.window, definition.grace, definition.minimum, "hybrid"))


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(purchases | contracts(), min_size=1, max_size=14),
    told=st.lists(
        st.none() | st.integers(-200, 110).map(lambda offset: FIRST + timedelta(days=offset)),
        min_size=14,
        max_size=14,
    ),
    definition=definitions,
)
def test_a_first_seen_day_decides_who_is_new(
    rows: list[Row], told: list[date | None], definition: Definition
) -> None:
    """With days on which customers were first seen, before the ledger or in it, every figure is the method's."""
    known = [replace(row, first_seen=day) for row, day in zip(rows, told, strict=False)]
    compare(known, Definition(definition.window, definition.grace, definition.minimum, "hybrid"))


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(purchases, min_size=1, max_size=14),
    definition=definitions,
    left_out=st.sampled_from([("North",), ("North", "Unknown"), ()]),
    internal=st.sampled_from([("B",), ()]),
)
def test_rows_left_out_do_not_exist(
    rows: list[Row], definition: Definition, left_out: tuple[str, ...], internal: tuple[str, ...]
) -> None:
    """By segment's value and by how an id begins: the bridge is that of the other rows, and all money is told."""
    gone = [
        row for row in rows if (row.segment or "Unknown") in left_out or (internal and row.customer == "b")
    ]
    rest = [row for row in rows if row not in gone]
    ours = BridgeDefinition(
        definition.window, 0, definition.minimum, "month", FIRST, LAST, excluded=left_out, internal=internal
    )
    ledger = opened(rows, "purchases")
    if not rest:
        with pytest.raises(BadValue, match="every row is left out"):
            compute_bridge(ledger, ours)
        return
    found = compute_bridge(ledger, ours)
    same(found, rest, Definition(definition.window, 0, definition.minimum, "purchases"))
    closes(found)
    assert (len(gone), sum(row.cents for row in gone)) == (
        sum(one.rows for one in found.left_out),
        sum(one.cents for one in found.left_out),
    )


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(purchases | contracts(), min_size=1, max_size=20),
    definition=definitions,
    size=st.integers(1, 60),
    threads=st.integers(1, 3),
)
def test_blocks_and_threads_change_nothing(
    rows: list[Row], definition: Definition, size: int, threads: int
) -> None:
    """The bridge is the same however the customers are cut into blocks, and on however many threads."""
    ledger = opened(rows, "hybrid")
    ours = BridgeDefinition(definition.window, definition.grace, definition.minimum, "month", FIRST, LAST)
    whole = prepare(ledger, ours)
    cut = replace(whole, blocks=tuple(blocks(ledger, ledger.first_day.toordinal(), None, size)))
    assert bridge_of(ledger, ours, whole, threads=1) == bridge_of(ledger, ours, cut, threads=threads)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(purchases, min_size=1, max_size=14), later=st.lists(purchases, max_size=5))
def test_what_comes_after_the_last_day_changes_nothing(rows: list[Row], later: list[Row]) -> None:
    """Rows beyond --to have no influence on any figure before it."""
    last = max(row.day for row in rows)
    definition = BridgeDefinition(30, by="month", from_day=FIRST, to_day=last)
    moved = [Row(row.customer, last + (i + 1) * DAY, row.cents, row.segment) for i, row in enumerate(later)]
    known = [Row(row.customer, row.day, row.cents, row.segment or "North") for row in rows]
    with_later = compute_bridge(opened([*known, *moved], "purchases"), definition)
    assert compute_bridge(opened(known, "purchases"), definition).totals == with_later.totals

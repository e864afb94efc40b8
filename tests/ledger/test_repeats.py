"""Which rows repeat a transaction, and which only share the number of one paper - in a file as in a table."""

from contextlib import closing
from datetime import date

import pytest
from tables import assert_equal, both, in_duckdb

from cxworkshop.ledger import BridgeDefinition, open_ledger
from cxworkshop.ledger.remote.bridge import bridge_on

YEAR = BridgeDefinition(by="year", from_day=date(2024, 1, 1), to_day=date(2024, 12, 31))
CONTRACTS = ("contract_id", "customer", "start", "end", "amount")
ORDERS = ("order_id", "customer", "date", "amount", "product", "profit", "kind")


@pytest.mark.parametrize("second", ["2024-12-31", None], ids=["a later end", "no end"])
def test_terms_of_one_contract_that_end_apart_all_count(second: str | None) -> None:
    """A contract's number on two terms is no transaction id: both are in the value, in a file as in a table."""
    rows = [("c1", "A", "2024-01-01", "2024-06-30", "100"), ("c1", "A", "2024-01-01", second, "100")]
    with closing(in_duckdb(CONTRACTS, rows)) as engine:
        ours, theirs = both(engine, CONTRACTS, rows, YEAR, "contracts", {})
    assert_equal(ours, theirs)
    # 100 for 182 days and 100 for the year, each as a year's worth, of which only the second still runs on 31 December.
    assert (1, 10000 if second is None else 9973) == (ours.totals[0].closing, ours.totals[0].closing_value)


@pytest.mark.parametrize(
    "column",
    [{"segment": "product"}, {"value": "profit"}, {"exclude": "kind"}],
    ids=["segment", "value", "kind"],
)
def test_lines_of_one_order_count_where_any_column_that_is_read_differs(column: dict[str, str]) -> None:
    """Two lines of one price with another product, another profit or of another kind are two purchases."""
    rows = [
        ("o1", "A", "2024-02-01", "10", "ink", "1.00", "sale"),
        ("o1", "A", "2024-02-01", "10", "pen", "2.00", None),
    ]
    with closing(in_duckdb(ORDERS, rows)) as engine:
        ours, theirs = both(engine, ORDERS, rows, YEAR, "purchases", column)
    assert_equal(ours, theirs)
    assert 2000 == ours.totals[0].revenue


def test_lines_that_differ_in_nothing_that_is_read_count_once() -> None:
    """Of an order's number on equal rows the first counts: what is not read cannot tell them apart."""
    rows = [("o1", "A", "2024-02-01", "10", product, "1.00", None) for product in ("pen", "ink")]
    with closing(in_duckdb(ORDERS, rows)) as engine:
        ours, theirs = both(engine, ORDERS, rows, YEAR, "purchases", {})
    assert 1000 == ours.totals[0].revenue == theirs.totals[0].revenue


def test_a_named_id_on_rows_that_end_apart_is_told() -> None:
    """Where a person says that the column is the transaction id, the first row counts and the difference is told."""
    rows = [("c1", "A", "2024-01-01", "2024-06-30", "100"), ("c1", "A", "2024-01-01", "2024-12-31", "100")]
    text = "\n".join(",".join(row) for row in (CONTRACTS, *rows))
    named = {"id": "contract_id"}
    ledger = open_ledger(text.encode(), "c.csv", setting="contracts", columns=named)
    assert 1 == ledger.rows
    assert any("1 differ from the first" in note for note in ledger.notes)
    with closing(in_duckdb(CONTRACTS, rows)) as engine:
        notes, _ = bridge_on(engine, "sales", YEAR, setting="contracts", columns=named)
    assert any("stand on rows that differ" in note for note in notes)

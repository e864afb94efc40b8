"""Sales that rise while customers fall, said where two whole periods can be set beside each other."""

from contextlib import closing
from dataclasses import replace
from datetime import date

from tables import assert_equal, both, in_duckdb

from cxworkshop.ledger import Bridge, BridgeDefinition

HEADERS = ("customer", "date", "amount")
MONTHS = BridgeDefinition(window=31, by="month", from_day=date(2025, 1, 1), to_day=date(2025, 2, 28))


def bridge(
    definition: BridgeDefinition = MONTHS, first: str = "2025-01-01", last: str = "2025-02-28"
) -> Bridge:
    """Two buyers of 10 in January, one of them for 50 in February; the same in a file as in a table."""
    rows = [("A", first, "10"), ("B", "2025-01-20", "10"), ("A", "2025-02-25", "50"), ("A", last, "1")]
    with closing(in_duckdb(HEADERS, rows)) as engine:
        ours, theirs = both(engine, HEADERS, rows, definition, "purchases", {})
    assert_equal(ours, theirs)
    return ours


def flagged(found: Bridge) -> list[bool]:
    """Which periods' lines say so."""
    return ["revenue_up_customers_down" in [flag.code for flag in line.flags] for line in found.totals]


def test_sales_up_and_customers_down_is_said_with_both_figures() -> None:
    """20 of sales and two customers, then 51 and one: the second month says +31 and -1."""
    found = bridge()
    assert [False, True] == flagged(found)
    assert any("Sales +31, customers −1" in flag.sentence for flag in found.totals[1].flags)


def test_periods_that_are_not_whole_are_not_set_beside_each_other() -> None:
    """Not where the ledger begins within the first or ends within the second, nor where dates cut one of them."""
    assert [False, False] == flagged(bridge(first="2025-01-02"))
    assert [False, False] == flagged(bridge(last="2025-02-27"))
    assert [False, False] == flagged(bridge(replace(MONTHS, to_day=None), last="2025-02-27"))
    assert [False, False] == flagged(bridge(replace(MONTHS, from_day=date(2025, 1, 2))))

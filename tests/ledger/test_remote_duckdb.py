"""The bridge by SQL against the kernel's, field by field, on small random ledgers in DuckDB."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Definition, Row
from tables import assert_equal, both, in_duckdb
from test_bridge_oracle import contracts, definitions, purchases

from cxworkshop.ledger import BridgeDefinition

FIRST = date(2024, 1, 20)
HEADERS = ("id", "customer", "date", "start", "end", "amount", "region", "since")
SETTINGS = {
    "purchases": ("id", "customer", "date", "amount", "region", "since"),
    "contracts": ("id", "customer", "start", "end", "amount", "region", "since"),
    "hybrid": HEADERS,
}
first_seen = st.booleans()
spans = st.sampled_from(["month", "quarter"])
margins = st.sampled_from([None, 33.3])


def cells(rows: Sequence[Row], setting: str) -> list[list[str | None]]:
    """The rows as a file holds them, by day, customer and segment: the order in which a table's rows are taken."""
    ordered = sorted(rows, key=lambda row: (row.day, row.customer, row.segment, row.cents))
    written = [
        {
            "id": str(number) if number % 3 else None,
            "customer": row.customer if row.customer in seen else f"  {row.customer.upper()} ",
            "date": None if row.contract else str(row.day),
            "start": str(row.day) if row.contract else None,
            "end": str(row.end) if row.end else None,
            "amount": f"{row.cents / 100:.2f}",
            "region": row.segment or None,
            # Every third row says when its customer was first seen, some of them before the ledger begins.
            "since": str(row.day - timedelta(days=9 * (number % 12))) if number % 3 == 1 else None,
        }
        for number, row in enumerate(ordered)
        for seen in ({other.customer for other in ordered[:number]},)
    ]
    # A few rows stand twice under their id; one without an id would be another row, later in the file's order.
    again = [one for one in written[1:4] if one["id"]]
    return [[one[header] for header in SETTINGS[setting]] for one in (*written, *again)]


def compare(
    rows: Sequence[Row], definition: Definition, by: str, margin: float | None, first_seen: bool
) -> None:
    """The kernel's and the SQL's bridge of the same rows are the same."""
    setting = definition.setting
    wanted = BridgeDefinition(
        definition.window, definition.grace, definition.minimum, by, FIRST, FIRST + timedelta(days=170)
    )
    wanted = replace(wanted, margin_percent=margin)
    table = cells(rows, setting)
    columns = {"segment": "region", **({"first_seen": "since"} if first_seen else {})}
    with closing(in_duckdb(SETTINGS[setting], table)) as engine:
        assert_equal(*both(engine, SETTINGS[setting], table, wanted, setting, columns))


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(purchases, min_size=1, max_size=14),
    definition=definitions,
    by=spans,
    margin=margins,
    seen=first_seen,
)
def test_purchases_are_equal(
    rows: list[Row], definition: Definition, by: str, margin: float | None, seen: bool
) -> None:
    """Windows, minima, refunds, moves between segments, repeated ids: the SQL counts as the kernel does."""
    compare(rows, Definition(definition.window, 0, definition.minimum, "purchases"), by, margin, seen)


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(contracts(), min_size=1, max_size=12),
    definition=definitions,
    by=spans,
    margin=margins,
    seen=first_seen,
)
def test_contracts_are_equal(
    rows: list[Row], definition: Definition, by: str, margin: float | None, seen: bool
) -> None:
    """Overlaps, grace, open ends, credits, renewals: the SQL counts as the kernel does."""
    compare(rows, Definition(definition.window, definition.grace, 0, "contracts"), by, margin, seen)


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(purchases | contracts(), min_size=1, max_size=14),
    definition=definitions,
    by=spans,
    margin=margins,
    seen=first_seen,
)
def test_hybrid_ledgers_are_equal(
    rows: list[Row], definition: Definition, by: str, margin: float | None, seen: bool
) -> None:
    """Contracts and a year's worth of purchases side by side: the SQL counts as the kernel does."""
    compare(
        rows, Definition(definition.window, definition.grace, definition.minimum, "hybrid"), by, margin, seen
    )

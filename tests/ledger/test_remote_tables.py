"""Tables as databases hold them: odd names, odd types, blanks, things to leave out."""

from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest
from tables import both, in_duckdb

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger import BridgeDefinition, BridgeLine, compute_bridge, open_ledger
from cxworkshop.ledger.remote import bridge_on
from cxworkshop.ledger.remote.duck import DuckEngine

YEAR = BridgeDefinition(by="year", from_day=date(2025, 1, 1), to_day=date(2025, 12, 31))


def engine(*statements: str) -> DuckEngine:
    """A DuckDB of its own after some statements."""
    connection = duckdb.connect()
    for statement in statements:
        connection.execute(statement)
    return DuckEngine(connection)


def one_line(made: DuckEngine, definition: BridgeDefinition = YEAR, **columns: str) -> BridgeLine:
    """The line of all customers of the only period."""
    _, bridge = bridge_on(made, "sales", definition, columns=columns)
    return bridge.totals[0]


def test_hostile_names_are_only_names() -> None:
    """Quotation marks, semicolons and braces in the names of columns and tables, and in segments, are data."""
    table, column = "sa\"les'; DROP TABLE x; {last}", 'reg"ion; :bound_0 {b}'
    made = engine("CREATE TABLE x (a INT)")
    quoted, name = made.quoted(table), made.quoted(column)
    made.ask(f"CREATE TABLE {quoted} (customer TEXT, date DATE, amount INT, {name} TEXT)", {})
    made.ask(f"INSERT INTO {quoted} VALUES ('A''; --', '2025-02-01', 5, '''); DROP TABLE x; --')", {})
    _, bridge = bridge_on(made, table, YEAR, columns={"segment": column})
    assert [line.segment for line in bridge.rows] == ["'); DROP TABLE x; --", "All"]
    assert made.ask("SELECT COUNT(*) FROM x", {}) == [(0,)]


@pytest.mark.parametrize("kind", ["VARCHAR", "DOUBLE", "FLOAT", "DECIMAL(9, 3)"])
def test_amounts_round_halves_away_from_zero(kind: str) -> None:
    """10.005 is 10.01 and -1.125 is -1.13, whatever the column's type; a float is what it was written as."""
    made = engine(
        f"CREATE TABLE sales (customer TEXT, date DATE, amount {kind})",
        "INSERT INTO sales VALUES ('A', '2025-02-01', '10.005'), ('A', '2025-02-02', '-1.125')",
    )
    assert one_line(made).closing_value == 1001 - 113


def test_whole_numbers_and_moments_are_read() -> None:
    """Customers as numbers, amounts as numbers, moments by their day, days as text or as numbers."""
    for kind, day in (
        ("TIMESTAMP", "2025-02-01 23:59:59"),
        ("VARCHAR", "01.02.2025"),
        ("INTEGER", "20250201"),
    ):
        made = engine(
            f"CREATE TABLE sales (customer BIGINT, date {kind}, amount INTEGER)",
            f"INSERT INTO sales VALUES (7, '{day}', 12)",
        )
        line = one_line(made, replace(YEAR, from_day=date(2025, 2, 1), to_day=date(2025, 2, 1)))
        assert (line.new, line.closing_value) == (1, 1200)


@pytest.mark.parametrize(
    ("columns", "rows", "said"),
    [
        ("customer TEXT, date DATE, amount BOOLEAN", "'A', '2025-02-01', true", "sales: column amount holds"),
        ("customer DOUBLE, date DATE, amount INT", "1, '2025-02-01', 2", "sales: column customer holds"),
        ("customer TEXT, date TIME, amount INT", "'A', '12:00', 2", "sales: column date holds"),
        ("customer TEXT, date DATE, amount TEXT", "'A', '2025-02-01', 'x'", "Look at column amount"),
        (
            "customer TEXT, date DATE, amount INT",
            "'A', '2025-02-01', NULL",
            "column amount is blank in 1 row",
        ),
        ("customer TEXT, date DATE, amount INT", "'A', NULL, 1", "rows with a customer have no day"),
        ("customer TEXT, date DATE, amount INT", "'A', '1066-02-01', 1", "not between 1900 and 2100"),
        ("customer TEXT, date TEXT, amount INT", "'A', 'soon', 1", "'soon' is no date"),
        (
            "customer TEXT, date DATE, amount INT",
            "' ', '2025-02-01', 1",
            "column customer is blank in every row",
        ),
        ("customer TEXT, x TEXT, amount INT", "'A', 'x', 1", "has no column for the date"),
    ],
)
def test_what_cannot_be_counted_names_table_and_column(columns: str, rows: str, said: str) -> None:
    """Types and cells that cannot be read are refused before anything is computed."""
    made = engine(f"CREATE TABLE sales ({columns})", f"INSERT INTO sales VALUES ({rows})")
    with pytest.raises(BadLedger, match=said):
        one_line(made)


def test_an_empty_table_is_refused() -> None:
    """There is nothing to count."""
    with pytest.raises(BadLedger, match="the table is empty"):
        one_line(engine("CREATE TABLE sales (customer TEXT, date DATE, amount INT)"))


def test_rows_without_a_customer_are_left_out_and_told() -> None:
    """Two rows have no customer; their money is told and in no figure."""
    made = engine(
        "CREATE TABLE sales (customer TEXT, date DATE, amount INT)",
        "INSERT INTO sales VALUES ('A', '2025-02-01', 5), (NULL, '2025-02-01', 7), ('  ', '2025-02-02', 3)",
    )
    notes, bridge = bridge_on(made, "sales", YEAR)
    assert "Left out for want of a customer: 2 rows, 10 together." in notes
    assert bridge.totals[0].closing_value == 500


def test_two_currencies_are_refused() -> None:
    """Amounts in two currencies cannot be added up."""
    made = engine(
        "CREATE TABLE sales (customer TEXT, date DATE, amount INT, currency TEXT)",
        "INSERT INTO sales VALUES ('A', '2025-02-01', 5, 'EUR'), ('A', '2025-02-01', 7, 'USD')",
    )
    with pytest.raises(BadLedger, match="column currency holds eur, usd"):
        one_line(made)


def test_an_invoice_number_on_different_rows_is_no_transaction_id() -> None:
    """The lines of one invoice all count; a number that only repeats whole rows makes them count once."""
    lines = "CREATE TABLE sales (customer TEXT, date DATE, amount INT, invoice TEXT)"
    row = "('A', '2025-02-01', 5, 'i1')"
    assert one_line(engine(lines, f"INSERT INTO sales VALUES {row}, {row}")).closing_value == 500
    other = "('A', '2025-02-01', 6, 'i1')"
    assert one_line(engine(lines, f"INSERT INTO sales VALUES {row}, {other}")).closing_value == 1100


HEADERS = ("customer", "date", "amount", "kind", "region")
ROWS = (
    ("anchor", "2024-01-01", "1.00", "sale", "North"),
    ("A", "2025-01-05", "10.00", "sale", "North"),
    ("B", "2025-01-06", "20.00", "test", "South"),
    ("c", "2025-01-07", "30.00", "sale", "South"),
    ("Staff-1", "2025-01-08", "40.00", "sale", "North"),
    ("staff-2", "2025-01-09", "50.00", None, "North"),
    ("B", "2025-01-10", "60.00", "sale", "South"),
    ("anchor", "2025-12-31", "1.00", "sale", "North"),
)


ASKED = {"segment": "region", "exclude": "kind"}


@pytest.mark.parametrize(
    "left_out",
    [
        {"excluded": ("test",)},
        {"excluded": ("Unknown", "absent")},
        {"excluded_ids": (" a", "C", "nobody'; --", " ")},
        {"internal": ("STAFF-", "", "absent")},
        {"excluded": ("test", "x"), "excluded_ids": ("a",), "internal": ("st", "%")},
        {"margin_percent": 33.3},
    ],
)
def test_the_dials_count_as_the_kernel_does(left_out: dict[str, Any]) -> None:
    """Left out by value, by id or by how an id begins, or worth its margin: lines and money are the kernel's."""
    definition = replace(YEAR, **left_out)
    ours, theirs = both(in_duckdb(HEADERS, ROWS), HEADERS, ROWS, definition, "purchases", ASKED)
    assert ours.rows == theirs.rows
    assert [(one.rows, one.cents) for one in ours.left_out] == [
        (one.rows, one.cents) for one in theirs.left_out
    ]


def test_what_is_left_out_is_told_with_its_money() -> None:
    """By reason, in the order asked for; a reason that no row meets says so."""
    definition = replace(YEAR, excluded=("test",), excluded_ids=("a",), internal=("staff", "absent"))
    _, bridge = bridge_on(in_duckdb(HEADERS, ROWS), "sales", definition, columns=ASKED)
    assert bridge.notes[-4:] == (
        "Left out: test in column kind: 1 row, 20 together.",
        "Left out: customers by their id: 1 row, 10 together.",
        "Left out: customers whose id begins with staff: 2 rows, 90 together.",
        "Nothing to leave out: no customer's id begins with absent.",
    )


def test_the_unknown_segment_goes_with_its_last_row() -> None:
    """Where every row that names no segment is left out, no line is told of them."""
    rows = [*ROWS, ("D", "2025-02-01", "5.00", "test", None)]
    for excluded in ((), ("test",)):
        definition = replace(YEAR, excluded=excluded)
        ours, theirs = both(in_duckdb(HEADERS, rows), HEADERS, rows, definition, "purchases", ASKED)
        assert ours.rows == theirs.rows


def test_leaving_out_every_row_is_refused() -> None:
    """There is nothing left to count."""
    definition = replace(YEAR, internal=("a", "b", "c", "s"))
    with pytest.raises(BadValue, match="every row is left out"):
        bridge_on(in_duckdb(HEADERS, ROWS), "sales", definition)


def test_leaving_out_a_value_needs_a_column() -> None:
    """Without a column to leave out by, nothing is left out in silence."""
    with pytest.raises(BadValue, match="--exclude-column"):
        bridge_on(in_duckdb(HEADERS, ROWS), "sales", replace(YEAR, excluded=("test",)))


def test_a_row_is_worth_its_value_column_or_its_margin() -> None:
    """Who counts is decided by the amount; the value is the column's, or the share of the amount that is margin."""
    made = engine(
        "CREATE TABLE sales (customer TEXT, date DATE, amount INT, profit DECIMAL(9, 2))",
        "INSERT INTO sales VALUES ('A', '2025-02-01', 101, -3.50), ('B', '2025-02-01', -1, 4)",
    )
    line = one_line(made, value="profit")
    assert (line.closing, line.closing_value, line.worthless) == (1, -350, 1)
    assert one_line(made, replace(YEAR, margin_percent=12.5)).closing_value == 1263


def test_a_unit_gathers_its_customers() -> None:
    """Customers of a household are one; who has none stands alone."""
    made = engine(
        "CREATE TABLE sales (customer TEXT, date DATE, amount INT, home TEXT)",
        "INSERT INTO sales VALUES ('A', '2025-02-01', 1, 'h'), ('B', '2025-02-01', 1, 'H '), ('C', '2025-02-01', 1, '')",
    )
    assert one_line(made, unit="home").closing == 2


def test_the_kernel_reads_the_same_ledger_as_told() -> None:
    """Rows, customers, days and refunds are told as for a file."""
    text = "customer,date,amount\nA,2025-01-05,10\na,2025-01-06,-2\n"
    told = open_ledger(text.encode(), "sales.csv").notes
    made = engine(
        "CREATE TABLE sales (customer TEXT, date DATE, amount INT)",
        "INSERT INTO sales VALUES ('A', '2025-01-05', 10), ('a', '2025-01-06', -2)",
    )
    notes, bridge = bridge_on(made, "sales", YEAR)
    assert [note.replace("sales.csv", "sales") for note in told] == list(notes)
    assert compute_bridge(open_ledger(text.encode(), "s.csv"), YEAR).notes == bridge.notes


def test_keys_are_trimmed_as_a_file_trims_them() -> None:
    """Tabs, line ends and no-break spaces at the ends are no part of a customer, a segment or a value."""
    rows = [
        ("A", "2025-01-05", "1.00", "sale", "North"),
        ("A\u00a0", "2025-01-06", "2.00", "sale\t", "North\r\n"),
        ("\ta", "2025-01-07", "4.00", "test\u00a0", "\u00a0"),
    ]
    definition = replace(YEAR, excluded=("test",))
    ours, theirs = both(in_duckdb(HEADERS, rows), HEADERS, rows, definition, "purchases", ASKED)
    assert ours.rows == theirs.rows
    assert ["North", "All"] == [line.segment for line in theirs.rows]
    assert (1, 300) == (theirs.totals[0].closing, theirs.totals[0].closing_value)


@pytest.mark.parametrize("day", ["0044-01-01 (BC)", "12000-01-01", "infinity", "-infinity"])
def test_days_beyond_python_are_refused_by_column(day: str) -> None:
    """An engine's calendar goes further than ours; the message names table, column and remedy."""
    made = engine(
        "CREATE TABLE sales (customer TEXT, day DATE, amount INT)",
        f"INSERT INTO sales VALUES ('A', '2025-02-01', 1), ('B', '{day}', 1)",
    )
    with pytest.raises(
        BadLedger, match=r"sales: column day: .* is not between 1900 and 2100; correct the year"
    ):
        one_line(made, date="day")


@pytest.mark.parametrize("never", ["9999-12-31", "infinity", "12000-01-01"])
def test_an_end_after_2100_stands_for_none(never: str) -> None:
    """Many systems write an open contract so: it counts as one without an end does, and that is told."""
    made = engine(
        'CREATE TABLE sales (customer TEXT, start DATE, "end" DATE, amount INT)',
        f"INSERT INTO sales VALUES ('A', '2025-02-01', '{never}', 7), ('B', '2025-02-01', NULL, 7)",
    )
    notes, bridge = bridge_on(made, "sales", YEAR, setting="contracts")
    assert (2, 1400) == (bridge.totals[0].closing, bridge.totals[0].closing_value)
    assert "Column end: an end after 2100 stands for none." in notes
    assert "Without an end: 2 contracts, the amount taken as a year's." in notes


def test_a_table_tells_what_a_file_tells() -> None:
    """Rows that look alike, rows without a unit or a currency, prices beside quantities, every column that was read."""
    headers = ("customer", "date", "price", "qty", "home", "currency", "kind")
    rows = [
        ("A", "2025-01-05", "5", "2", "h", "EUR", "x"),
        ("A", "2025-01-05", "5", "2", "h", "EUR", "y"),
        ("B", "2025-01-06", "5", "2", None, None, None),
    ]
    columns = {"unit": "home", "exclude": "kind"}
    notes, _ = bridge_on(in_duckdb(headers, rows), "sales", YEAR, columns=columns)
    text = "\n".join(",".join(cell or "" for cell in row) for row in (headers, *rows))
    told = open_ledger(text.encode(), "sales.csv", columns=columns).notes
    assert {note.replace("sales.csv", "sales") for note in told} == set(notes)
    assert 6 == len(notes)


def test_the_money_of_rows_left_out_is_told_in_one_currency() -> None:
    """A row without a customer in another currency stops nothing and is in no sum, as in a file."""
    made = engine(
        "CREATE TABLE sales (customer TEXT, date DATE, amount INT, currency TEXT)",
        "INSERT INTO sales VALUES ('A', '2025-02-01', 5, 'EUR'), (NULL, '2025-02-01', 7, 'USD'), (NULL, '2025-02-01', 9, 'eur')",
    )
    notes, _ = bridge_on(made, "sales", YEAR)
    assert "In no sum: the money of 1 row left out whose currency has no rate." in notes
    assert "Left out for want of a customer: 2 rows, 9 together." in notes

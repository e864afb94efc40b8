"""Opening ledgers as people's systems write them: every kind of file gives the same ledger."""

import gzip
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import (
    Bridge,
    BridgeDefinition,
    Ledger,
    compute_bridge,
    open_ledger,
    read_headers,
)

ROWS = (
    ("00017", date(2025, 1, 5), Decimal("1234.50"), "North"),
    ("Ana López", date(2025, 1, 20), Decimal("0.00"), "South"),
    ("00017", date(2025, 2, 13), Decimal("-34.25"), "North"),
    ("bó", date(2025, 3, 31), Decimal("9.99"), ""),
)
TEXT = "customer,date,amount,region\n" + "\n".join(
    f"{who},{day},{amount},{region}" for who, day, amount, region in ROWS
)
DEFINITION = BridgeDefinition(window=60, by="month")


def opened(content: str | bytes, name: str = "ledger.csv", **options: Any) -> Ledger:
    """A ledger of purchases from what a file holds."""
    return open_ledger(content.encode() if isinstance(content, str) else content, name, **options)


def bridged(content: str | bytes, name: str = "ledger.csv") -> Bridge:
    """The bridge of a file that holds ROWS."""
    return compute_bridge(opened(content, name, columns={"segment": "region"}), DEFINITION)


def parquet(table: pa.Table) -> bytes:
    """A table as a Parquet file."""
    out = BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def workbook(rows: list[list[object]], above: int = 0) -> bytes:
    """Rows as the second sheet of a workbook, below some empty rows."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Read me").write("A1", "Exported")
        sheet = book.add_worksheet("Sales")
        as_day = book.add_format({"num_format": "dd/mm/yyyy"})
        for i, row in enumerate(rows, above):
            for j, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(i, j, datetime(cell.year, cell.month, cell.day), as_day)
                elif isinstance(cell, str) and cell.startswith("="):
                    sheet.write_formula(i, j, cell, None, 9.99)
                else:
                    sheet.write(i, j, cell)
    return out.getvalue()


HEADER: list[object] = ["customer", "date", "amount", "region"]


def european() -> bytes:
    """The same rows with semicolons, decimal commas, thousands points and day-first dates, in Windows-1252."""
    lines = ["customer;date;amount;region"]
    for who, day, amount, region in ROWS:
        money = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
        lines.append(f"{who};{day:%d.%m.%Y};{money};{region}")
    return "\r\n".join(lines).encode("cp1252")


def american() -> bytes:
    """The same rows with tabs, currency marks, parentheses for refunds and month-first dates with a clock."""
    lines = ["customer\tdate\tamount\tregion"]
    for who, day, amount, region in ROWS:
        money = f"${amount:,.2f}" if amount >= 0 else f"($ {-amount})"
        lines.append(f"{who}\t{day:%m/%d/%Y} 23:59\t{money}\t{region}")
    return b"\xef\xbb\xbf" + "\n".join(lines).encode()


def typed(days: Any, amounts: Any) -> bytes:
    """The same rows as Parquet, with days and amounts of some type."""
    return parquet(
        pa.table(
            {
                "customer": pa.array([row[0] for row in ROWS]).dictionary_encode(),
                "date": pa.array([row[1] for row in ROWS], pa.date32()).cast(days),
                "amount": pa.array([row[2] for row in ROWS]).cast(amounts),
                "region": [row[3] for row in ROWS],
            }
        )
    )


def in_excel() -> bytes:
    """The same rows in a workbook: true dates, one as a bare number, one amount a formula."""
    rows = [[who, day, float(amount), region] for who, day, amount, region in ROWS]
    rows[1][1] = (ROWS[1][1] - date(1899, 12, 30)).days
    rows[3][2] = "=9+0.99"
    return workbook([HEADER, *rows], above=2)


SAME = {
    "packed.csv.gz": lambda: gzip.compress(TEXT.encode()),
    "sixteen.csv": lambda: TEXT.encode("utf-16"),
    "spaced.csv": lambda: TEXT.replace("\n", "\n\n").replace("00017", " 00017 ").encode(),
    "quoted.csv": lambda: TEXT.replace("North", '"North"').replace("9.99", '"9.99"').encode(),
    "excel-hint.csv": lambda: b"sep=,\r\n\r\n" + TEXT.replace("\n", "\r\n").encode(),
    "mixed-line-ends.csv": lambda: TEXT.replace("\n", "\r\n", 2).encode(),
    "old-mac.csv": lambda: TEXT.replace("\n", "\r").encode(),
    "european.csv": european,
    "american.csv": american,
    "date32.parquet": lambda: typed(pa.date32(), pa.decimal128(12, 2)),
    "timestamp.parquet": lambda: typed(pa.timestamp("us"), pa.float64()),
    "text.parquet": lambda: typed(pa.string(), pa.string()),
    "sales.xlsx": in_excel,
}


@pytest.mark.parametrize("name", SAME)
def test_every_kind_of_file_gives_the_same_bridge(name: str) -> None:
    """CSV of three continents, packed or not, Parquet of three types and Excel agree in every figure and flag."""
    assert bridged(SAME[name](), name).rows == bridged(TEXT).rows


def test_customers_are_trimmed_and_their_capitals_do_not_matter() -> None:
    """Three spellings are one customer, shown as first spelt; leading zeros tell customers apart."""
    ledger = opened(
        "customer,date,amount\n Straße ,2025-01-01,1\nSTRASSE,2025-01-02,1\n07,2025-01-02,1\n7,2025-01-02,1"
    )
    assert set(ledger.customers) == {"Straße", "07", "7"}


def test_whole_numbers_as_customers_have_no_decimals() -> None:
    """A spreadsheet's 77 and a Parquet file's 77.0 are the customer 77."""
    content = parquet(pa.table({"customer": [77.0, None], "date": ["2025-01-01"] * 2, "amount": [1, 2]}))
    assert opened(content, "l.parquet").customers == ("77",)


def test_a_row_without_a_customer_is_left_out_with_its_money_told() -> None:
    """Its 40.50 is in no figure and in the notes; even its broken date is no problem."""
    ledger = opened("customer,date,amount\nA,2025-01-01,1\n ,2025-01-02,40.50\n,,\n")
    assert (ledger.rows, ledger.no_customer.rows, ledger.no_customer.cents) == (1, 1, 4050)
    assert "Left out for want of a customer: 1 row, 40.50 together." in ledger.notes


def test_equal_rows_without_an_id_are_kept_and_told() -> None:
    """Without a transaction id two equal rows are two purchases."""
    ledger = opened("customer,date,amount\nA,2025-01-01,5\nA,2025-01-01,5\n")
    assert (ledger.rows, ledger.repeats) == (2, 1)


def test_the_first_row_of_a_transaction_counts_and_a_difference_is_told() -> None:
    """Rows with one id count once; where they differ, somebody has to look."""
    ledger = opened("txn_id,customer,date,amount\n1,A,2025-01-01,5\n1,A,2025-01-01,7\n,A,2025-01-01,5\n")
    assert (int(ledger.cents.sum()), ledger.duplicates.rows) == (1000, 1)
    assert any("1 differ from the first" in note for note in ledger.notes)


def test_lines_of_one_order_are_not_duplicates() -> None:
    """An order's number on lines that differ is no transaction id, unless somebody says so."""
    text = "order_id,customer,date,amount\n1,A,2025-01-01,5\n1,A,2025-01-01,7\n"
    assert (opened(text).rows, opened(text, columns={"id": "order_id"}).rows) == (2, 1)


def test_the_customer_column_is_never_taken_as_transaction_id() -> None:
    """`id` beside no other customer column has to be named, and then no row is a duplicate."""
    text = "id,date,amount\nA,2025-01-01,5\nA,2025-01-02,7\n"
    assert opened(text, columns={"customer": "id"}).rows == 2
    with pytest.raises(BadLedger, match="no column for the customer; its columns are id, date, amount"):
        opened(text)


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("10.005", 1001),
        ("-10.005", -1001),
        ("1e3", 100000),
        ("7", 700),
        ("$1,234.5", 123450),
        ("12.50-", -1250),
        ("(3)", -300),
        ("1'234.50", 123450),
        ("−2", -200),
        ("EUR 5", 500),
        (".5", 50),
    ],
)
def test_money_is_read_to_the_cent(written: str, cents: int) -> None:
    """However money is written, its cents are exact; halves go away from zero."""
    assert opened(f'customer,date,amount\nA,2025-01-01,"{written}"\n').cents.tolist() == [cents]


def test_rounded_amounts_are_told() -> None:
    """Fractions of a cent are rounded alike in text and in numbers, and their number is told."""
    text = opened("customer,date,amount\nA,2025-01-01,0.145\nA,2025-01-02,0.144\nA,2025-01-03,0.1\n")
    numbers = parquet(
        pa.table({"customer": ["A"] * 3, "date": ["2025-01-01"] * 3, "amount": [0.145, 0.144, 0.1]})
    )
    assert text.cents.tolist() == opened(numbers, "l.parquet").cents.tolist() == [15, 14, 10]
    assert any("2 amounts have fractions of a cent" in note for note in text.notes)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (("3 Mar 2025", "14 Sept 2025"), date(2025, 3, 3)),
        (("March 3, 2025",), date(2025, 3, 3)),
        (("20250303", "2025/3/4"), date(2025, 3, 3)),
        (("2025-03-03T23:59:59+02:00",), date(2025, 3, 3)),
        (("12/31/97",), date(1997, 12, 31)),
        (("03.04.2025",), date(2025, 4, 3)),
        (("05/05/2025",), date(2025, 5, 5)),
    ],
)
def test_dates_are_read_as_they_are_written(written: tuple[str, ...], day: date) -> None:
    """Months in words, year first, two-digit years and clocks are all days."""
    rows = "".join(f'A,"{text}",1\n' for text in written)
    assert opened(f"customer,date,amount\n{rows}").first_day == day


def test_an_assumed_order_of_day_and_month_is_told() -> None:
    """Points between numbers suggest day first; whoever reads the notes can object."""
    ledger = opened("customer;date;amount\nA;03.04.2025;1\n")
    assert any("taken as day.month.year" in note for note in ledger.notes)


@pytest.mark.parametrize(
    ("header", "picked"),
    [
        (
            "CustomerID,InvoiceDate,Country,UnitPrice,Quantity,InvoiceNo,LineTotal",
            ("CustomerID", "InvoiceDate", "LineTotal"),
        ),
        ("master_id,customer_id,date,cds,amount", ("customer_id", "date", "amount")),
        ("Customer Segment,Client No.,Order Date,Ship Date,Sales", ("Client No.", "Order Date", "Sales")),
        (
            "account manager,account,posting date,net revenue (EUR),tax amount",
            ("account", "posting date", "net revenue (EUR)"),
        ),
        (
            "customer,customer since,signup date,purchase date,gross amount",
            ("customer", "purchase date", "gross amount"),
        ),
    ],
)
def test_columns_are_guessed_from_the_header(header: str, picked: tuple[str, ...]) -> None:
    """Whole names first, then words that give a column away; what was picked is told."""
    cells = ["2025-01-01" if "date" in name.lower() or "since" in name else "5" for name in header.split(",")]
    ledger = opened(f"{header}\n{','.join(cells)}\n")
    found = dict(ledger.columns)
    assert (found["customer"], found["date"], found["amount"]) == picked
    assert any(note.startswith("Columns: customer = ") for note in ledger.notes)


def test_a_named_column_overrules_the_guess() -> None:
    """What a person names is used, whatever the header suggests."""
    text = "customer,household,date,amount,margin\nA,H,2025-01-01,5,2\n"
    ledger = opened(text, columns={"customer": "household", "amount": "Margin"})
    assert (ledger.customers, ledger.cents.tolist()) == (("H",), [200])


def test_a_price_beside_a_quantity_is_told() -> None:
    """Nobody multiplies unseen: the note says that a price is taken as the row's amount."""
    ledger = opened("customer,date,price,quantity\nA,2025-01-01,5,3\n")
    assert any("not multiplied by quantity" in note for note in ledger.notes)


def test_headers_can_be_read_before_the_ledger() -> None:
    """The screen offers the columns to choose from."""
    assert read_headers(in_excel(), "sales.xlsx") == ("customer", "date", "amount", "region")


def test_a_pattern_in_a_files_name_is_only_a_name(ledger_file: Callable[..., Path]) -> None:
    """A star in the name opens that file, not its neighbours."""
    ledger_file("customer,date,amount\nB,2025-01-01,1\n", "sales1.csv")
    path = ledger_file("customer,date,amount\nA,2025-01-01,1\n", "sales*.csv")
    assert open_ledger(path).customers == ("A",)

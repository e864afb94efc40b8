"""Cells that look like one thing and are another: refused or read as meant, never quietly counted as something else."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from test_opening import parquet

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import Ledger, open_ledger, preview, read_headers

CONTRACTS: list[object] = ["customer", "start", "end", "amount"]
PURCHASES: list[object] = ["customer", "date", "amount"]
OPEN: list[object] = ["D", "2024-01-01", None, 1]
DAY = date(2025, 1, 1)


def workbook(*rows: list[object], sheets: int = 1, from_1904: bool = False) -> bytes:
    """Rows in a workbook whose formulas nobody has calculated."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    for _ in range(sheets - 1):
        book.create_sheet()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def csv(*rows: str) -> bytes:
    """Rows of a ledger of purchases as text."""
    return "\n".join(["customer,date,amount", *rows]).encode()


def refused(content: bytes, name: str = "l.csv", **options: Any) -> list[str]:
    """The problems that a ledger is refused for."""
    with pytest.raises(BadLedger) as problems:
        open_ledger(content, name, **options)
    return list(problems.value.problems or (str(problems.value),))


def contracts(content: bytes, **options: Any) -> Ledger:
    """A workbook of contracts, opened."""
    return open_ledger(content, "l.xlsx", setting="contracts", **options)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["A", "2024-01-01", "#N/A", 365], "row 3, column end: the cell holds #N/A"),
        (["A", "2024-01-01", "=B2+100", 365], "row 3, column end: the cell is a formula without a result"),
        (["A", "2024-01-01", None, "#DIV/0!"], "row 3, column amount: the cell holds #DIV/0!"),
        (["#REF!", "2024-01-01", None, 1], "row 3, column customer: the cell holds #REF!"),
    ],
)
def test_an_error_in_a_cell_is_not_a_blank_cell(row: list[object], said: str) -> None:
    """A contract whose end is an error does not run for ever, and a customer that is one is not nobody."""
    problems = refused(workbook(CONTRACTS, OPEN, row, OPEN), "l.xlsx", setting="contracts")
    assert [problem.startswith(f"l.xlsx: {said}") for problem in problems] == [True]


def test_an_error_in_a_column_that_nobody_picked_is_no_problem() -> None:
    """Only what is counted has to be right."""
    assert contracts(workbook([*CONTRACTS, "note"], [*OPEN, "#N/A"])).rows == 1


def test_rows_of_nothing_but_formulas_without_results_are_not_lost() -> None:
    """Below the last row that holds a value they would not even be seen."""
    formulas: list[object] = ["=A2", "=B2", "=C2", "=D2"]
    (problem,) = refused(workbook(CONTRACTS, OPEN, formulas), "l.xlsx", setting="contracts")
    assert problem.startswith("l.xlsx: row 3: the cell is a formula without a result")


def test_rows_with_errors_can_be_left_out() -> None:
    """They are told for what they are, a customer that is an error too."""
    rows = [["A", "2024-01-01", "#N/A", 365], ["#N/A", "2024-01-01", None, 5], OPEN, OPEN]
    ledger = contracts(workbook(CONTRACTS, *rows), leave_out_bad=True)
    told = {group.reason.partition(";")[0]: group.cents for group in ledger.left_out}
    assert told == {
        "Left out for a bad customer, as in row 3, where the cell holds #N/A": 500,
        "Left out for a bad end, as in row 2, where the cell holds #N/A": 36500,
    }


def test_a_number_beside_a_written_amount_keeps_its_point() -> None:
    """12,50 as text says nothing about 1.125 as a number: 1.13, not 1,125."""
    ledger = open_ledger(workbook(PURCHASES, ["A", DAY, "12,50"], ["A", DAY, 1.125], ["A", DAY, 3]), "l.xlsx")
    assert sorted(ledger.cents.tolist()) == [113, 300, 1250]


def test_bare_day_numbers_of_a_workbook_from_1904_are_refused() -> None:
    """They mean days four years later than the same numbers elsewhere."""
    rows: list[list[object]] = [PURCHASES, ["A", 45000, 1]]
    assert open_ledger(workbook(*rows), "l.xlsx").first_day == date(2023, 3, 15)
    assert "'45000' is no date" in refused(workbook(*rows, from_1904=True), "l.xlsx")[0]


def test_a_workbook_of_one_column_is_a_table() -> None:
    """E-mails alone will do for a list; a title above them fills one cell as the header does."""
    assert read_headers(workbook(["email"], ["a@x.example"]), "l.xlsx") == ("email",)


def test_a_message_names_the_sheet_where_there_are_several() -> None:
    """Row 3 of which sheet? The message says it."""
    content = workbook(["Sales"], [None], ["customer", "date"], ["A", DAY], sheets=2)
    assert refused(content, "l.xlsx")[0].startswith(
        "l.xlsx: sheet 'Sheet', row 3 has no column for the amount"
    )


def test_a_parquet_file_has_no_row_of_headers() -> None:
    """Its row 1 holds data, so the file is what lacks the column."""
    content = parquet(pa.table({"customer": ["A"], "date": [DAY]}))
    assert "l.parquet: the file has no column for the amount" in refused(content, "l.parquet")[0]


def purchases(**columns: Any) -> bytes:
    """Two purchases as Parquet, some columns replaced or added."""
    given = {"customer": ["A", "B"], "date": [DAY, DAY], "amount": [1.0, 2.0]}
    return parquet(pa.table({**given, **columns}))


def test_nan_is_nobody() -> None:
    """A number that is none is a blank customer, not a customer named nan."""
    ledger = open_ledger(purchases(customer=[1001.0, float("nan")]), "l.parquet")
    assert (ledger.customers, ledger.no_customer.rows) == (("1001",), 1)


def latin() -> Any:
    """Texts that claim to be UTF-8 and are not."""
    return pa.array([b"M\xfcller", b"x"]).view(pa.string())


STRANGE = {
    "texts that are not UTF-8": latin,
    "times far away": lambda: pa.array([2**62, 1], pa.timestamp("us")),
    "days without end": lambda: pa.array([2**31 - 1, 1], pa.date32()),
    "a zone nobody knows": lambda: pa.array([1, 1], pa.timestamp("us", tz="Mars/Olympus")),
    "lists": lambda: pa.array([[1], None]),
}


@pytest.mark.parametrize("what", STRANGE)
def test_a_strange_column_that_nobody_picked_is_no_problem(what: str) -> None:
    """It can be previewed, and the rest is counted."""
    content = purchases(other=STRANGE[what]())
    assert open_ledger(content, "l.parquet").rows == 2
    assert len(preview(content, "l.parquet").rows) == 2


@pytest.mark.parametrize(
    ("column", "what", "said"),
    [
        ("customer", "texts that are not UTF-8", "column customer holds text that is not in UTF-8"),
        ("date", "times far away", "row 1, column date: '4611686018427387904' is not between"),
        ("date", "days without end", "row 1, column date: '2147483647' is not between 1900 and 2100"),
        ("date", "a zone nobody knows", "column date: has times of the zone 'Mars/Olympus'"),
    ],
)
def test_a_strange_column_that_is_wanted_is_named(column: str, what: str, said: str) -> None:
    """The message says which column, and what to do."""
    assert said in refused(purchases(**{column: STRANGE[what]()}), "l.parquet")[0]


def test_a_short_number_has_no_fractions_of_a_cent() -> None:
    """19.99 in four bytes is a hair off; nobody wrote that."""
    ledger = open_ledger(purchases(amount=pa.array([19.99, 1.0], pa.float32())), "l.parquet")
    assert sorted(ledger.cents.tolist()) == [100, 1999]
    assert not any("fractions" in note for note in ledger.notes)


@pytest.mark.parametrize("marks", [("EUR 5", "€5"), ("$5", "USD 5"), ("CAD 5", "$5")])
def test_two_marks_of_one_currency_are_one_currency(marks: tuple[str, str]) -> None:
    """€ is EUR, and $ is whichever dollar stands beside it."""
    assert open_ledger(csv(*(f"A,2025-01-01,{mark}" for mark in marks)), "l.csv").cents.tolist() == [500, 500]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["A,2025-01-01,$5", "A,2025-01-01,€6"], "('$5' in row 2, '€6' in row 3); put the currency into a column"),
        (['A,2025-01-01,"1,5"', "A,2025-01-01,1.5"], "as in '1.5' in row 3 and '1,5' in row 2"),
        (["A,01/02/2025,1"], "whether day or month comes first, as in '01/02/2025' in row 2"),
        (["A,24-01-05,1", "A,24-01-13,1"], "whether the year comes first or last, as in '24-01-05' in row 2"),
        (["A,2024-01-05 10:00 banana,1"], "row 2, column date: '2024-01-05 10:00 banana' is no date"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_names_a_row(rows: list[str], said: str) -> None:
    """A problem of a whole column shows where it can be seen."""
    assert said in refused(csv(*rows))[0]


def test_two_digits_that_vary_less_are_the_years() -> None:
    """Of 05-01-24 and 14-01-24 the last can only be the year."""
    assert open_ledger(csv("A,05-01-24,1", "A,14-01-24,1"), "l.csv").first_day == date(2024, 1, 5)


@pytest.mark.parametrize(
    "clock", [" 10:00 PM", "T10:00:00.123Z", " 10:00:00 UTC", "T10:00+02:00", " 10:00 Europe/Berlin"]
)
def test_clocks_of_all_kinds_are_dropped(clock: str) -> None:
    """The day counts, wherever in the world the clock stood."""
    assert open_ledger(csv(f"A,2024-01-05{clock},1"), "l.csv").first_day == date(2024, 1, 5)


def test_a_comma_among_semicolons_may_be_a_decimal_mark() -> None:
    """1,234 alone cannot be told; another amount in the column tells."""
    top = "customer;date;amount\nA;2025-01-01;1,234\n"
    assert "cannot tell whether '1,234' in row 2" in refused(top.encode())[0]
    assert sorted(open_ledger(f"{top}A;2025-01-01;0,5\n".encode(), "l.csv").cents.tolist()) == [50, 123]


def test_a_row_without_a_customer_stands_in_no_ones_way() -> None:
    """A total below the table is written in its own way, and is left out anyway."""
    ledger = open_ledger(csv("A,2025-01-01,1.50", ',31/12/2025,"1.234,50"', "B,2025-01-02,2.50"), "l.csv")
    assert (sorted(ledger.cents.tolist()), ledger.no_customer.rows) == ([150, 250], 1)


def test_dates_written_another_way_than_most_can_be_left_out() -> None:
    """One row is left out, told and downloadable; where the order of all dates is in doubt nothing is."""
    rows = ["A,2025-01-01,1", "A,2025-01-02,1", "A,31/12/2025,7"]
    ledger = open_ledger(csv(*rows), "l.csv", leave_out_bad=True)
    assert [(group.rows, group.cents) for group in ledger.left_out] == [(1, 700)]
    assert "where '31/12/2025' is written in another way than most dates" in ledger.left_out[0].reason
    doubtful = refused(csv("A,13/02/2025,1", "A,02/14/2025,1", "A,13/02/2025,1"), leave_out_bad=True)
    assert doubtful[0].endswith("That concerns the whole column, so no rows are left out.")

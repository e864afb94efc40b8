"""Ledgers that cannot be used: each gives one clear message with its place and a remedy, and nothing is computed."""

import gzip
from datetime import date

import pyarrow as pa
import pytest
from test_opening import parquet, workbook

from cxworkshop.domain.errors import BadLedger, BadValue, NotFound
from cxworkshop.ledger import BridgeDefinition, compute_bridge, open_ledger

HEADER = "customer,date,amount\n"
GOOD = "A,2025-01-01,1\n"

ONE_MESSAGE = {
    "an empty file": ("l.csv", b"", "l.csv: the file is empty"),
    "blank lines only": ("l.csv", b"\n \n", "nothing but blank lines"),
    "a header only": ("l.csv", HEADER.encode(), "a header but no rows"),
    "a header only, Parquet": (
        "l.parquet",
        parquet(pa.table({"customer": pa.array([], pa.string())})),
        "no rows",
    ),
    "text named Excel": (
        "l.xlsx",
        (HEADER + GOOD).encode(),
        "not an Excel workbook although its name says so",
    ),
    "text named Parquet": ("l.parquet", (HEADER + GOOD).encode(), "not a Parquet file"),
    "Excel named text": ("l.csv", workbook([["a", "b"]]), "give its name the ending .xlsx"),
    "an empty workbook": ("l.xlsx", workbook([]), "no sheet holds a table"),
    "an unknown kind": ("l.docx", b"x", "save it as one of these"),
    "no date column": (
        "l.csv",
        b"customer,amount\nA,1\n",
        "no column for the date; its columns are customer, amount",
    ),
    "no customer column": ("l.csv", b"date,amount\n2025-01-01,1\n", "no column for the customer"),
    "no header": ("l.csv", GOOD.encode() * 2, "put the headers in the first row"),
    "a header twice": ("l.csv", b"customer,date,amount,amount\nA,2025-01-01,1,2\n", "2 columns named amount"),
    "only blank customers": ("l.csv", (HEADER + ",2025-01-01,1\n").encode(), "blank in every row"),
    "a million characters": (
        "l.csv",
        (HEADER + GOOD + "x" * 1_000_000 + ",2025-01-02,1\n").encode(),
        "row 3: the row is far too long",
    ),
    "a long customer": (
        "l.csv",
        (HEADER + GOOD + "x" * 100_000 + ",2025-01-02,1\n").encode(),
        "row 3, column customer: 100,000 characters are too long",
    ),
    "a long customer, Parquet": (
        "l.parquet",
        parquet(pa.table({"customer": ["x" * 1_000_000], "date": [date(2025, 1, 1)], "amount": [1]})),
        "row 1, column customer: 1,000,000 characters are too long",
    ),
    "a long header": (
        "l.csv",
        ("x" * 1_000_000 + ",date\n1,2\n").encode(),
        "row 1 is far too long for headers",
    ),
    "a NUL character": (
        "l.csv",
        (HEADER + GOOD + "B\0,2025-01-02,1\n").encode(),
        "row 3 holds a NUL character",
    ),
    "an open quotation mark": (
        "l.csv",
        (HEADER + GOOD + '"B,2025-01-02,1\nC,2025-01-02,1\n').encode(),
        "row 3, column customer: a quotation mark is opened and never closed",
    ),
    "a cell too many": (
        "l.csv",
        (HEADER + GOOD + "B,2025-01-02,1,5\n").encode(),
        "row 3: there are more cells",
    ),
    "a cell too few": ("l.csv", (HEADER + GOOD + "B,2025-01-02\n").encode(), "row 3: there are fewer cells"),
    "a packed file cut off": (
        "l.csv.gz",
        gzip.compress((HEADER + GOOD * 900).encode())[:50],
        "cut off or damaged",
    ),
    "two ways of dates": (
        "l.csv",
        (HEADER + GOOD * 2 + "B,01/03/2025,1\n").encode(),
        "two ways: '2025-01-01' in row 2 and '01/03/2025' in row 4 (2 and 1 rows); write every date as",
    ),
    "two orders of dates": (
        "l.csv",
        (HEADER + "A,13/02/2025,1\nA,02/14/2025,1\n").encode(),
        "two ways: '13/02/2025' in row 2 and '02/14/2025' in row 3",
    ),
    "an untold order of dates": (
        "l.csv",
        (HEADER + "A,01/02/2025,1\n").encode(),
        "whether day or month comes first",
    ),
    "both decimal marks": (
        "l.csv",
        (HEADER + 'A,2025-01-01,"1,5"\nA,2025-01-01,1.5\n').encode(),
        "both a decimal point and a decimal comma",
    ),
    "thousands or decimals": (
        "l.csv",
        b"customer;date;amount\nA;2025-01-01;1.234\n",
        "cannot tell whether '1.234'",
    ),
    "two currencies": (
        "l.csv",
        b"customer,date,amount,currency\nA,2025-01-01,1,EUR\nB,2025-01-01,1,usd\n",
        "row 2 is in EUR, row 3 is in usd; turn all amounts into one currency",
    ),
    "two currency marks": (
        "l.csv",
        "customer,date,amount\nA,2025-01-01,$1\nB,2025-01-01,€1\n".encode(),
        "more than one currency",
    ),
    "flags as amounts": (
        "l.parquet",
        parquet(pa.table({"customer": ["A"], "date": ["2025-01-01"], "amount": [True]})),
        "holds values of the kind bool, which cannot be amounts",
    ),
    "a blank amount": (
        "l.csv",
        (HEADER + GOOD + "B,2025-01-02,\n").encode(),
        "row 3, column amount: the cell is blank",
    ),
    "a blank date": ("l.csv", (HEADER + GOOD + "B,,1\n").encode(), "row 3, column date: the cell is blank"),
    "a day that is not": (
        "l.csv",
        (HEADER + "A,2025-02-30,1\n").encode(),
        "row 2, column date: '2025-02-30' is no date",
    ),
    "a year that is not": ("l.csv", (HEADER + "A,0205-02-20,1\n").encode(), "not between 1900 and 2100"),
    "an endless amount": ("l.csv", (HEADER + "A,2025-02-20,inf\n").encode(), "'inf' is no amount"),
    "a word as amount": ("l.csv", (HEADER + "A,2025-02-20,=1+1\n").encode(), "'=1+1' is no amount"),
}


@pytest.mark.parametrize("case", ONE_MESSAGE)
def test_a_bad_ledger_gives_one_message(case: str) -> None:
    """One line names the file and the place and says what to do."""
    name, content, said = ONE_MESSAGE[case]
    with pytest.raises(BadLedger) as refused:
        open_ledger(content, name)
    message = str(refused.value)
    assert said in message
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    assert len(message) < 500
    assert refused.value.problems == ()


def test_problems_are_told_all_at_once_in_the_files_order() -> None:
    """A ledger with three bad cells says so three times, by the rows that a spreadsheet shows."""
    text = HEADER + 'A,2025-01-01,x\n\n"B\nb",2025-13-01,1\nC,2025-01-01,\n'
    with pytest.raises(BadLedger, match=r"l\.csv: 3 problems; nothing is computed") as refused:
        open_ledger(text.encode(), "l.csv")
    places = [problem.partition(":")[2].partition(":")[0].strip() for problem in refused.value.problems]
    assert places == ["row 2, column amount", "row 4, column date", "row 5, column amount"]


def test_of_many_problems_twenty_are_told() -> None:
    """Twenty lines and the number of the rest; nobody reads a thousand."""
    with pytest.raises(BadLedger) as refused:
        open_ledger((HEADER + "A,2025-01-01,oops\n" * 1_000).encode(), "l.csv")
    assert len(refused.value.problems) == 21
    assert refused.value.problems[-1] == "... and 980 more."


def test_a_workbooks_problems_carry_excels_row_numbers() -> None:
    """Empty rows above the table count, as they do on screen."""
    content = workbook([["customer", "date", "amount"], ["A", date(2025, 1, 1), "many"]], above=3)
    with pytest.raises(BadLedger, match=r"row 5, column amount: 'many' is no amount"):
        open_ledger(content, "l.xlsx")


def test_a_wrong_column_lists_those_there_are() -> None:
    """Whoever mistypes a column sees the right ones."""
    with pytest.raises(
        BadLedger, match=r"no column klient .for the customer.; its columns are customer, date, amount"
    ):
        open_ledger((HEADER + GOOD).encode(), "l.csv", columns={"customer": "klient"})


def test_a_column_serves_once() -> None:
    """The customer's column as transaction id would leave one purchase per customer."""
    with pytest.raises(BadLedger, match="cannot be the customer and something else too"):
        open_ledger((HEADER + GOOD).encode(), "l.csv", columns={"id": "customer", "customer": "customer"})


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A,,2025-12-31,1", "row 2, column start: the cell is blank"),
        ("A,2025-06-01,2025-01-01,1", "row 2, column end: the end is before the start"),
        ("A,2025-06-01,soon,1", "row 2, column end: 'soon' is no date"),
    ],
)
def test_a_contract_needs_days_that_can_be(row: str, said: str) -> None:
    """A start is needed, an end comes after it; only a blank end is open."""
    with pytest.raises(BadLedger, match=said):
        open_ledger(f"customer,start,end,amount\n{row}\n".encode(), "c.csv", setting="contracts")


def test_an_end_without_a_start_is_neither_purchase_nor_contract() -> None:
    """In a hybrid ledger such a row is a problem, not a guess."""
    text = "customer,date,start,end,amount\nA,2025-01-01,,2025-12-31,1\n"
    with pytest.raises(BadLedger, match="there is an end but no start"):
        open_ledger(text.encode(), "h.csv", setting="hybrid")


def test_a_column_of_names_is_no_segment() -> None:
    """A segment column with a thousand different values would be a table that nobody reads."""
    rows = "".join(f"A,2025-01-01,1,s{i}\n" for i in range(1_001))
    with pytest.raises(BadLedger, match="has 1,001 different segments"):
        open_ledger(f"customer,date,amount,s\n{rows}".encode(), "l.csv", columns={"segment": "s"})


def test_a_missing_file_is_not_found(tmp_path: object) -> None:
    """The name is told, not the path."""
    from pathlib import Path

    with pytest.raises(NotFound, match=r"^absent\.csv: there is no such file"):
        open_ledger(Path(str(tmp_path)) / "absent.csv")


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ({"window": 0}, "window is 1 to"),
        ({"grace": -1}, "grace is 0 to"),
        ({"minimum_cents": -1}, "less than nothing"),
        ({"by": "week"}, "Periods are month"),
        ({"from_day": date(2025, 2, 1), "to_day": date(2025, 1, 1)}, "swap them"),
    ],
)
def test_a_definition_that_cannot_be_is_refused(definition: dict[str, object], said: str) -> None:
    """Bounds are told in words."""
    with pytest.raises(BadValue, match=said):
        BridgeDefinition(**definition)  # type: ignore[arg-type]


def test_days_beyond_the_ledger_are_refused() -> None:
    """A first day after the ledger's last leaves nothing to look at."""
    ledger = open_ledger((HEADER + GOOD).encode(), "l.csv")
    with pytest.raises(BadValue, match="choose days within it"):
        compute_bridge(ledger, BridgeDefinition(from_day=date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("other", "header", "said"),
    [
        (
            "first_seen",
            "date",
            r"column date was named for the day .* \(--first-seen\), .* for the date; .* \(--date\)",
        ),
        ("exclude", "date", r"\(--exclude-column\)"),
        ("unit", "customer", r"\(--unit\), so there is none for the customer"),
        ("value", "amount", r"\(--value\), so there is none for the amount"),
        ("id", "customer", r"\(--id\), so there is none for the customer"),
    ],
)
def test_a_column_that_another_option_took_is_not_said_to_be_missing(
    other: str, header: str, said: str
) -> None:
    """The message names the option that took it, not the first row of the file."""
    with pytest.raises(BadLedger, match=said):
        open_ledger(b"customer,date,amount\nA,2025-01-01,1\n", "l.csv", columns={other: header})

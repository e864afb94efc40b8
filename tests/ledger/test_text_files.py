"""Text files as people hand them in: titles, broken headers, rows that do not fit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import open_ledger, read_headers

HEADER = "customer,date,amount\n"
GOOD = "A,2025-01-01,5\n"


def problems(text: str, **options: bool) -> tuple[str, ...]:
    """What a file is refused for, a problem each."""
    with pytest.raises(BadLedger) as refused:
        open_ledger(text.encode(), "l.csv", **options)
    return refused.value.problems or (str(refused.value),)


@pytest.mark.parametrize(
    ("top", "row"),
    [
        ("Customer list 2025,,\n", 4),
        ("Customer list 2025\n\n", 5),
        ("sep=,\n", 4),
        ('"Sales, all\nregions",,\n', 4),
        ("", 3),
    ],
)
def test_titles_above_the_headers_are_no_headers(top: str, row: int) -> None:
    """The first row with two cells filled is the header, and rows keep the numbers that a spreadsheet shows."""
    text = top + HEADER + GOOD
    assert read_headers(text.encode(), "l.csv") == ("customer", "date", "amount")
    assert open_ledger(text.encode(), "l.csv").customers == ("A",)
    assert problems(text + "B,2025-01-02,x\n")[0].startswith(f"l.csv: row {row}, column amount")


def test_a_missing_column_names_the_row_of_the_headers() -> None:
    """Whoever looks for the headers finds them where the message says."""
    assert (
        "l.csv: row 3 has no column for the amount" in problems("Sales\n\ncustomer,date\nA,2025-01-01\n")[0]
    )


def test_one_column_is_a_table_too() -> None:
    """A list of e-mails needs no second column."""
    assert read_headers(b"\nemail\na@x.example\n", "l.csv") == ("email",)


def test_a_header_may_break_over_lines() -> None:
    """A line break inside a quoted header is a blank, and the rows below are read and counted as ever."""
    text = '"Customer\nID",date,"amount\nin EUR"\n' + GOOD
    ledger = open_ledger(text.encode(), "l.csv")
    assert (dict(ledger.columns)["customer"], ledger.customers) == ("Customer ID", ("A",))
    assert problems(text + "B,2025-01-02,x\n")[0].startswith("l.csv: row 3, column amount in EUR")


def test_an_inch_mark_in_a_title_opens_no_cell() -> None:
    """Only a quotation mark at the start of a cell holds a line break."""
    text = 'Panels of 6" and more\n' + HEADER + 'A "great,2025-01-01,5\n'
    assert read_headers(text.encode(), "l.csv") == ("customer", "date", "amount")


def test_a_row_that_lacks_many_cells_is_one_problem() -> None:
    """Ten cells too few in one row are told once, and the count of problems is that of rows."""
    header = "customer,date,amount," + ",".join(f"c{i}" for i in range(9)) + "\n"
    full = "A,2025-01-01,5" + "," * 9 + "\n"
    told = problems(header + full + "B,2025-01-01\n" + full + "C\n")
    assert [one.partition(": there are fewer")[0] for one in told] == ["l.csv: row 3", "l.csv: row 5"]


def test_a_line_of_blanks_is_a_blank_line() -> None:
    """Nobody sees the spaces; the row numbers below count the line all the same."""
    text = HEADER + GOOD + "  \t \n" + "B,2025-01-02,6\n"
    assert sorted(open_ledger(text.encode(), "l.csv").cents.tolist()) == [500, 600]
    assert problems(text + "C,2025-01-02,x\n")[0].startswith("l.csv: row 5, ")


def test_a_plain_text_named_as_packed_is_read(ledger_file: Callable[..., Path]) -> None:
    """What a file is decides its content, not its name."""
    path = ledger_file(HEADER + GOOD, "plain.csv.gz")
    assert open_ledger(path).customers == ("A",)


RAGGED = HEADER + GOOD + "B,2025-01-02\n\nC,2025-01-03,1,1\nD,2025-01-04,7\nE,2025-01-05,soon\n" + GOOD * 3


def test_rows_with_too_few_or_too_many_cells_can_be_left_out() -> None:
    """They are told with their numbers, and the rows below them keep theirs."""
    ledger = open_ledger(RAGGED.encode(), "l.csv", leave_out_bad=True)
    assert [group.numbers.tolist() for group in ledger.left_out] == [[7], [3], [5]]
    assert sum(group.rows for group in ledger.left_out) + ledger.rows == ledger.rows_read
    assert (
        "Left out unread, as in row 3, because there are fewer cells than the header: 1 row, their money unknown."
        in ledger.notes
    )


def test_a_file_mostly_of_unfit_rows_is_refused_all_the_same() -> None:
    """When more than half of the rows do not fit, the separator is the wrong one."""
    assert len(problems(HEADER + GOOD + "B\nC\n", leave_out_bad=True)) == 2

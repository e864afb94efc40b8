"""Rows that are in no figure: counted with their money and the reason, and every one can be downloaded."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import Ledger, left_out_csv, open_ledger

HEADER = "txn_id,customer,date,amount\n"


def opened(rows: str, **options: bool) -> Ledger:
    """A ledger of purchases, a row a line."""
    return open_ledger((HEADER + rows).encode(), "l.csv", **options)


def lines(ledger: Ledger) -> list[list[str]]:
    """The download, without its headers."""
    return list(csv.reader(StringIO(left_out_csv(ledger).decode("utf-8-sig"))))[1:]


def test_every_row_left_out_can_be_downloaded() -> None:
    """Its number in the file, why, whose, when and how much."""
    ledger = opened("1,A,2025-01-01,5\n1,A,2025-01-01,5\n\n2,,2025-01-02,40.5\n3,B,2025-01-03,1\n")
    assert lines(ledger) == [
        ["5", "Left out for want of a customer", "", "2025-01-02", "40.50"],
        ["3", "Counted once, left out where a transaction id is repeated", "A", "2025-01-01", "5.00"],
    ]
    assert [group.numbers.tolist() for group in ledger.left_out] == [[5], [3]]


def test_rows_that_cannot_be_read_are_left_out_where_wanted() -> None:
    """The rest counts; each reason is told with an example and the money that could be read."""
    rows = "1,A,2025-01-01,5\n2,B,soon,6\n3,C,2025-01-02,lots\n4,D,,7\n5,E,2025-01-05,8\n6,F,2025-01-06,9\n"
    ledger = opened(rows, leave_out_bad=True)
    assert sorted(ledger.customers) == ["A", "E", "F"]
    assert [(group.rows, group.cents, group.numbers.tolist()) for group in ledger.left_out] == [
        (1, 600, [3]),
        (1, 700, [5]),
        (1, 0, [4]),
    ]
    assert lines(ledger)[0][2:] == ["B", "", "6.00"]
    assert ledger.left_out[0].reason.startswith(
        "Left out for a bad date, as in row 3, where 'soon' is no date"
    )
    assert any("column amount" not in note and "'lots' is no amount" in note for note in ledger.notes)


def test_a_row_bad_twice_is_left_out_once() -> None:
    """Neither date nor amount can be read: one row, not two."""
    ledger = opened("1,A,2025-01-01,5\n2,B,soon,lots\n3,C,2025-01-01,5\n", leave_out_bad=True)
    assert sum(group.rows for group in ledger.left_out) == 1


def test_the_first_good_row_of_a_transaction_counts() -> None:
    """A row that cannot be read stands in no other's way."""
    ledger = opened("1,A,soon,5\n1,A,2025-01-01,5\n2,B,2025-01-01,6\n", leave_out_bad=True)
    assert (sorted(ledger.cents.tolist()), ledger.duplicates.rows) == ([500, 600], 0)


def test_a_column_mostly_wrong_is_refused_all_the_same() -> None:
    """When more than half of the rows are bad the column is the wrong one."""
    with pytest.raises(BadLedger, match="2 problems"):
        opened("1,A,soon,5\n2,B,later,5\n3,C,2025-01-01,5\n", leave_out_bad=True)


def test_a_customer_that_looks_like_a_formula_stays_a_text() -> None:
    """What a person wrote is data, also for the spreadsheet that opens the download."""
    ledger = opened("1,=1+1,2025-01-01,5\n1,=1+1,2025-01-01,5\n")
    assert lines(ledger)[0][2] == "'=1+1"


ROW = st.tuples(
    st.integers(1, 8),
    st.sampled_from(["A", "B", "C", ""]),
    st.sampled_from(["2025-01-01", "2025-02-03", "2024-12-31", "", "never"]),
    st.sampled_from(["1", "2.50", "-3", "0.01"]),
)


@given(st.lists(ROW, min_size=1, max_size=40))
def test_kept_and_left_out_are_all_rows_and_all_money(rows: list[tuple[int, str, str, str]]) -> None:
    """No row and no cent gets lost between the ledger and what is left out."""
    text = "".join(f"{number},{who},{day},{amount}\n" for number, who, day, amount in rows)
    try:
        ledger = opened(text, leave_out_bad=True)
    except BadLedger:
        return
    everything = sum(round(float(row[3]) * 100) for row in rows)
    assert ledger.rows + sum(group.rows for group in ledger.left_out) == len(rows)
    assert int(ledger.cents.sum()) + sum(group.cents for group in ledger.left_out) == everything
    numbers = [number for group in ledger.left_out for number in group.numbers.tolist()]
    assert len(set(numbers)) == len(numbers) == len(lines(ledger))

"""A merge table lays several ids over one customer; a first-seen column tells who was here before the ledger begins."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.cli import main
from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import Ledger, MergeTable, compute_bridge, open_ledger, read_merges
from cxworkshop.ledger.definition import BridgeDefinition

SALES = (
    "customer,household,date,amount,customer since\n"
    "A1,,2025-01-03,10,2019-05-01\n"
    " a2 ,,2025-02-03,20,\n"
    "B,,2025-02-04,30,2025-02-01\n"
    "C,H,2025-02-05,40,2030-01-01\n"
)
MERGES = "id,customer\nA2,A1\nB, b2 \nGone,A1\n"
FEBRUARY = BridgeDefinition(31, by="month", from_day=date(2025, 2, 1), to_day=date(2025, 2, 28))


def merges(text: str) -> MergeTable:
    """A merge table of some text."""
    return read_merges(text.encode(), "merges.csv")


def spent(ledger: Ledger) -> dict[str, int]:
    """Each customer's cents."""
    found = dict.fromkeys(ledger.customers, 0)
    for who, cents in zip(ledger.customer, ledger.cents, strict=True):
        found[ledger.customers[who]] += int(cents)
    return found


def test_ids_of_one_customer_count_as_one() -> None:
    """An id is whom the table says, whatever its capitals and blanks; one that nobody listed stays; the note tells how many."""
    ledger = open_ledger(SALES.encode(), "s.csv", merges=merges(MERGES))
    assert spent(ledger) == {"A1": 3000, "b2": 3000, "C": 4000}
    assert (
        "Merge table merges.csv: of its 3 ids 2 stand in the ledger, and count as the customers that it names."
        in ledger.notes
    )


def test_units_are_told_after_customers_were_merged() -> None:
    """A household takes the customer that an id was merged into, or stands above it."""
    ledger = open_ledger(
        SALES.encode(), "s.csv", columns={"unit": "household"}, merges=merges("id,is\nC,B\nA2,H\n")
    )
    assert spent(ledger) == {"A1": 1000, "H": 6000, "B": 3000}


def test_ids_are_followed_to_the_last() -> None:
    """A is B and B is C: then A is C, in whatever order the table says so."""
    for rows in ("A,B\nB,C\n", "B,C\nA,B\n"):
        assert dict(merges(f"id,is\n{rows}").into) == {"a": "C", "b": "C"}


def test_what_is_itself_or_blank_changes_nothing() -> None:
    """A row that says nothing is none, one that says an id is itself neither; one said twice is said once."""
    assert dict(merges("id,is\nA,a\n,\nB,C\nb,c\n").into) == {"b": "C"}


@pytest.mark.parametrize(
    ("text", "said"),
    {
        "one column": ("id\nA\n", "a merge table has two columns, an id and the customer that it is; this file has 1"),
        "a blank": ("id,is\nA,B\nC,\n", "row 3, column is: the cell is blank; fill it in"),
        "two customers": ("id,is\nA,B\nX,Y\na,C\n", "row 4, column is: 'a' is 'C' here and 'B' further up; keep one of the two"),
        "a circle": ("id,is\nA,B\nB,C\nC,A\n", "3 problems"),
        "each other": ("id,is\nX,Y\nA,B\nB,A\n", "2 problems"),
    }.values(),
)  # fmt: skip
def test_a_table_that_contradicts_itself_is_refused(text: str, said: str) -> None:
    """The message names the row, and nothing is merged by half."""
    with pytest.raises(BadLedger, match=re.escape(said)):
        merges(text)


def test_a_circle_names_every_row_in_it() -> None:
    """What leads into the circle cannot be settled either."""
    with pytest.raises(BadLedger) as refused:
        merges("id,is\nD,A\nA,B\nB,A\n")
    assert [line.split(":")[1] for line in refused.value.problems] == [
        f" row {row}, column is" for row in (2, 3, 4)
    ]


pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=9)


@settings(max_examples=80, deadline=None)
@given(pairs)
def test_the_customers_left_are_those_of_plain_unions(listed: list[tuple[int, int]]) -> None:
    """A table without contradictions leaves one customer for every group of ids that it ties together."""
    text = "id,is\n" + "".join(f"c{a},c{b}\n" for a, b in listed)
    try:
        table = merges(text)
    except BadLedger:
        return
    groups = {number: {number} for number in range(10)}
    for a, b in listed:
        together = groups[a] | groups[b]
        for one in together:
            groups[one] = together
    rows = "".join(f"C{number},2025-01-01,1\n" for number in range(10))
    ledger = open_ledger(f"customer,date,amount\n{rows}".encode(), "s.csv", merges=table)
    assert len(ledger.customers) == len({frozenset(group) for group in groups.values()})


SEEN = (
    "customer,date,amount,since\n"
    "Passing,2025-02-02,10,2020-01-01\n"
    "Old,2025-02-10,10,2019-05-01\n"
    "Fresh,2025-02-10,10,2025-02-01\n"
    "Later,2025-02-10,10,2030-01-01\n"
    "Told,2025-02-10,10,\n"
    "Told,2025-02-11,10,2025-01-31\n"
)
TWENTY = BridgeDefinition(20, by="month", from_day=date(2025, 2, 1), to_day=date(2025, 2, 28))


def test_who_was_first_seen_before_is_returned_and_not_new() -> None:
    """The earliest day of any of a customer's rows counts; one in the period, or after the first purchase, says new."""
    lines = [
        compute_bridge(open_ledger(SEEN.encode(), "s.csv", columns=columns), TWENTY).totals[0]
        for columns in ({"first_seen": "since"}, {})
    ]
    figures = [(line.new, line.returned, line.came_and_went, line.returned_and_went) for line in lines]
    assert figures == [(2, 2, 1, 1), (4, 0, 1, 0)]
    doubts = [flag.sentence for line in lines for flag in line.flags if flag.code == "short_history"]
    assert ["who look new are not" in doubt for doubt in doubts] == [False, True]


def test_a_first_seen_day_that_is_none_is_named() -> None:
    """A cell that is no date is a problem with its place, or leaves its row out where that is asked for."""
    text = SEEN.replace("2019-05-01", "long ago")
    with pytest.raises(BadLedger, match="row 3, column since: 'long ago'"):
        open_ledger(text.encode(), "s.csv", columns={"first_seen": "since"})
    ledger = open_ledger(text.encode(), "s.csv", columns={"first_seen": "since"}, leave_out_bad=True)
    assert ledger.customers == ("Passing", "Fresh", "Later", "Told")


def test_the_command_takes_both(ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    """`--merge` and `--first-seen` change who is new, and a bad merge table ends with its rows and code 1."""
    sales, table = ledger_file(SEEN, "sales.csv"), ledger_file("id,is\nLater,Fresh\n", "merges.csv")
    words = [
        "bridge",
        str(sales),
        "--window",
        "20",
        "--by",
        "month",
        "--from",
        "2025-02-01",
        "--to",
        "2025-02-28",
    ]
    assert main([*words, "--first-seen", "since", "--merge", str(table)]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("2025-02-01,2025-02-28,All,0,1,2,0,0,0,3,1,")
    table.write_text("id,is\nLater,Fresh\nFresh,Later\n")
    assert main([*words, "--merge", str(table)]) == 1
    assert "merges.csv: row 2, column is: the ids lead back to one another" in capsys.readouterr().err


def test_an_engine_is_told_first_seen_but_merges_in_a_view(capsys: pytest.CaptureFixture[str]) -> None:
    """The way out is named where a merge table is handed to a database."""
    assert main(["bridge", "duckdb:///none.duckdb", "sales", "--merge", "merges.csv"]) == 2
    assert "merge customers, and leave rows out, in a view on the engine" in capsys.readouterr().err

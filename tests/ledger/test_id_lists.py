"""Lists of customers to leave out: read as people's systems write them, and looked for under every name a row had."""

import gzip
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tables import both, in_duckdb
from test_bridge_command import bridge

from cxworkshop.ledger import (
    BridgeDefinition,
    MergeTable,
    active_customers,
    compute_bridge,
    open_ledger,
    read_ids,
)

YEAR = BridgeDefinition(by="year", from_day=date(2025, 1, 1), to_day=date(2025, 12, 31))
HEADERS = ("customer", "date", "amount", "hh")
ROWS = [
    ("test-A1", "2025-01-05", "100", "h1"),
    ("B", "2025-01-06", "20", "h1"),
    ("C", "2025-01-07", "3", None),
    ("Weiß", "2025-01-08", "5", "h2"),
]
TEXT = "\n".join(",".join(cell or "" for cell in row) for row in (HEADERS, *ROWS)).encode()


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('"Smith, John",x\nB,y\n', ("Smith, John", "B")),
        ("A;1,5\nB;2\n", ("A", "B")),
        ('"A"\n\n "B" \n', ("A", "B")),
        ('"never closed\nB\n', ("never closed", "B")),
        ('5" pipe, x\nB,y\n', ('5" pipe', "B")),
        ("\ufeffA\tx\nA\ty\n", ("A",)),
        ('"A","' + "x" * 200_000 + '"\nB\n', ("A", "B")),
        ("\n \n", ()),
        ("", ()),
    ],
)
def test_the_first_cell_of_each_line_is_an_id(content: str, ids: tuple[str, ...]) -> None:
    """Cells in quotation marks may hold commas; a mark never closed costs one line; blank lines are none."""
    assert ids == read_ids(content.encode(), "ids.csv")


def test_a_list_may_be_packed_and_of_an_older_code_page() -> None:
    """As for ledgers: a .csv.gz, and Windows-1252 where it is not UTF-8."""
    assert ("José", "B") == read_ids("José\nB\n".encode("cp1252"), "ids.csv")
    assert ("José", "B") == read_ids(gzip.compress("José\nB\n".encode()), "ids.csv.gz")


def test_a_heading_is_not_told_as_a_missing_customer() -> None:
    """The note names who is missing, not the heading of the list."""
    definition = replace(YEAR, excluded_ids=("customer_id", "B", "nobody"))
    notes = compute_bridge(open_ledger(TEXT, "l.csv"), definition).notes
    assert any("there is no customer nobody in the ledger" in note for note in notes)
    assert not any("customer_id" in note for note in notes)


def test_an_empty_list_is_told(
    ledger_file: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is left out by a list that holds nobody, and standard error says so."""
    (tmp_path / "none.csv").write_text("\n", encoding="utf-8")
    path = ledger_file("customer,date,amount\nA,2025-01-01,1\n")
    assert 0 == bridge(path, "--exclude-ids", tmp_path / "none.csv")
    assert "none.csv holds no id: nobody is left out by it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("left_out", "value"),
    [
        ({"internal": ("test",)}, 2800),
        ({"excluded_ids": ("B",)}, 10800),
        ({"excluded_ids": ("h1",)}, 800),
        ({"internal": ("h",)}, 300),
        ({"excluded_ids": ("WEIß",), "internal": ("b", "c")}, 10000),
    ],
)
def test_a_unit_does_not_hide_whom_it_gathers(left_out: dict[str, tuple[str, ...]], value: int) -> None:
    """A customer is left out by its own id as by its unit's, in a file as in a table; the others in it stay."""
    definition = replace(YEAR, **left_out)  # type: ignore[arg-type]
    with closing(in_duckdb(HEADERS, ROWS)) as engine:
        ours, theirs = both(engine, HEADERS, ROWS, definition, "purchases", {"unit": "hh"})
    assert value == ours.totals[0].closing_value == theirs.totals[0].closing_value
    assert not any("Nothing to leave out" in note for note in (*ours.notes, *theirs.notes))


def test_a_merge_does_not_hide_whom_it_makes_another() -> None:
    """test-A1 counts as B and is left out under either name, from the bridge as from who is active."""
    ledger = open_ledger(TEXT, "l.csv", merges=MergeTable("m.csv", {"test-a1": "B"}))
    internal = replace(YEAR, internal=("test",))
    assert 2800 == compute_bridge(ledger, internal).totals[0].closing_value
    assert ("B", "C", "Weiß") == active_customers(ledger, internal, date(2025, 12, 31))
    assert 800 == compute_bridge(ledger, replace(YEAR, excluded_ids=("b",))).totals[0].closing_value

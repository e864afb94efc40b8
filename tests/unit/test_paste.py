"""A block copied from a spreadsheet becomes rows: every cell of it, or, where one is wrong, none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cxworkshop.domain.errors import BadFile
from cxworkshop.domain.records import Countermove, Leader, WordSwap
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.ui.paste import MOST_LINES, read_block

NAMES = ("inhibitor", "move", "owner", "by_day")


def read(block: str) -> tuple[dict[str, Any], ...]:
    """A block pasted under the table of words."""
    return read_block(Workshop(), WordSwap, ("old", "new"), block)


def test_cells_are_taken_in_the_order_of_the_table() -> None:
    """Without titles the first cell is the first column; blank lines and Windows line ends are passed over."""
    assert ({"old": "churn", "new": "leaving"}, {"old": "ticket", "new": None}) == read(
        "churn\tleaving\r\n\r\nticket\t\r\n"
    )


def test_titles_in_the_first_line_say_which_column_a_cell_belongs_to() -> None:
    """Columns may come in any order, and one that the table does not have makes the line a row like any other."""
    assert ({"new": "leaving", "old": "churn"},) == read("from now on WE say\tWe used to say\nleaving\tchurn")
    assert ({"old": "We used to say", "new": "elsewhere"},) == read("We used to say\telsewhere")


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    """Spreadsheets put such a cell in quotation marks and double its own; they leave the marks of other cells alone."""
    assert ({"old": 'a "long"\nword', "new": "short"}, {"old": '"so" they say', "new": '"'}) == read(
        '"a ""long""\nword"\tshort\n"so" they say\t"'
    )


def test_references_are_read_by_name_and_days_in_any_clear_form() -> None:
    """A leader is found by name whatever its case; a day may be written as 2026-03-02 or 2.3.2026."""
    workshop = assemble([Leader(id="l1", name="Ana Ruiz")])
    rows = read_block(workshop, Countermove, NAMES, "\tOpen\tana ruiz\t2026-03-02\n\tClose\t\t2.3.2026")
    assert [("l1", date(2026, 3, 2)), (None, date(2026, 3, 2))] == [
        (row["owner"], row["by_day"]) for row in rows
    ]


def test_every_wrong_cell_is_named_by_line_and_column_and_nothing_is_taken() -> None:
    """An American day, an unknown leader and a cell too many: three problems, each with its remedy."""
    workshop = assemble([Leader(id="l1", name="Ana Ruiz")])
    with pytest.raises(BadFile) as wrong:
        read_block(workshop, Countermove, NAMES, "\tA\t\t3/2/2026\n\tB\tTom\t\n\tC\t\t\t\tmore")
    assert (
        "Line 1, By: “3/2/2026” is not a date: write it as 2025-12-31.",
        "Line 2, Leader: “Tom” is not there to point to; there is: Ana Ruiz.",
        "Line 3 has 6 cells, the table 4 columns: leave some out.",
    ) == wrong.value.problems


def test_a_block_that_is_far_too_long_is_refused_as_a_whole() -> None:
    """The clipboard of a ledger belongs into a file."""
    with pytest.raises(BadFile, match="paste at most 5,000"):
        read("a\tb\n" * (MOST_LINES + 1))

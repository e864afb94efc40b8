"""Segments that are named as our own lines are: each keeps its line, and is left out by its own name."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from tables import assert_equal, both, in_duckdb

from cxworkshop.ledger import BridgeDefinition

HEADERS = ("customer", "date", "amount", "region")
ROWS = [
    ("A", "2025-01-01", "1", "All"),
    ("B", "2025-01-01", "20", "all"),
    ("C", "2025-01-01", "300", "All (segment)"),
    ("D", "2025-01-01", "4000", None),
]
YEAR = BridgeDefinition(by="year", from_day=date(2025, 1, 1), to_day=date(2025, 12, 31))


def lines(definition: BridgeDefinition) -> dict[str, int]:
    """Closing value by segment, the same in a file as in a table."""
    with closing(in_duckdb(HEADERS, ROWS)) as engine:
        ours, theirs = both(engine, HEADERS, ROWS, definition, "purchases", {"segment": "region"})
    assert_equal(ours, theirs)
    found = {line.segment: line.closing_value for line in ours.rows}
    assert len(ours.rows) == len(found)
    return found


def test_every_segment_has_a_line_of_its_own() -> None:
    """A segment named All is told from the line of all, and from a segment that already is named as it would be."""
    assert {
        "All (segment) (segment)": 100,
        "all": 2000,
        "All (segment)": 30000,
        "Unknown": 400000,
        "All": 432100,
    } == lines(YEAR)


@pytest.mark.parametrize(("name", "left"), [("All", 432000), ("all", 430100), ("All (segment)", 402100)])
def test_a_segment_is_left_out_by_the_name_in_the_ledger(name: str, left: int) -> None:
    """What is asked for is what goes, whatever its line is called."""
    assert left == lines(replace(YEAR, excluded=(name,)))["All"]

"""The pictures of the lists say what their figures say, whatever people call their lists."""

from __future__ import annotations

import json

import pytest

from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import DARK, LIGHT, Palette
from cxworkshop.ledger.lists import Combination, ListCount
from cxworkshop.ui.charts.lists import MOST, NOWHERE, overlaps, walk

HOSTILE = "<img src=x> a.b[c]: 'd'"


@pytest.fixture
def empty() -> Workshop:
    """A workshop in which nothing is written yet."""
    return assemble(())


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_overlaps_say_who_is_on_one_list_and_who_on_all(empty: Workshop, colours: Palette) -> None:
    """The finding adds up the same combinations that the table shows."""
    found = overlaps(
        empty, colours, (Combination((HOSTILE,), 5), Combination((HOSTILE, "b"), 3)), (HOSTILE, "b")
    )
    assert found is not None
    assert "Of 8 customers, five are on one list only and three are on both lists." == found.says
    assert [5, 3] == [row["Customers"] for row in found.table]
    assert found.chart.to_dict()


def test_who_is_on_no_list_has_a_row_without_dots_and_is_told(empty: Workshop) -> None:
    """A customer whom only the ledger knows is counted in sentence, picture and table."""
    found = overlaps(empty, LIGHT, (Combination(("a", "b"), 5), Combination((), 1)), ("a", "b"))
    assert found is not None
    assert (
        "nobody is on one list only, five are on both lists and one is on no list, only in the ledger"
        in found.says
    )
    assert {"On these lists": NOWHERE, "Customers": 1} == found.table[1]
    assert "on no list," in json.dumps(found.chart.to_dict())


def test_combinations_beyond_the_most_stand_together(empty: Workshop) -> None:
    """Twenty combinations give fifteen rows and one of the rest; nobody is dropped from the table."""
    many = tuple(Combination((f"list {at}",), 30 - at) for at in range(20))
    found = overlaps(empty, LIGHT, many, tuple(f"list {at}" for at in range(20)))
    assert found is not None
    assert 5 == 20 - MOST
    assert "five smaller combinations" in json.dumps(found.chart.to_dict())
    assert 20 == len(found.table)


def test_a_walk_begins_at_the_rows_and_ends_at_the_one_version(empty: Workshop) -> None:
    """Every step that is not nought has a bar with its sign."""
    one = ListCount("Sales", 10, 7, 1, 2, 1, 0, 4, 10)
    found = walk(empty, LIGHT, one)
    assert found is not None
    assert ["10", "−1", "−2", "−1", "+4", "10"] == [row["Customers"] for row in found.table]

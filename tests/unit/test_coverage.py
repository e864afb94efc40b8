"""Each of the method's 119 rows has a place on screen that a person can point at."""

from __future__ import annotations

import re

import pytest

from cxworkshop.programme import PARTS
from tests.coverage import BLANK, PAGE, PLACES, Covered, rows

METHOD = PAGE.parent / "method.md"


def test_every_row_of_the_method_stands_once_and_in_order() -> None:
    """No row of its acceptance map is left out, doubled or out of place."""
    section = METHOD.read_text(encoding="utf-8").split("## 4. ")[1].split("## Web sources")[0]
    asked = [int(number) for number in re.findall(r"(?:^|\*\* |; )(\d+)\.? ", section, re.MULTILINE)]
    assert [*range(1, 120)] == asked
    assert asked == [row.number for row in rows()]


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_its_page_and_step_exist_under_that_name(row: Covered) -> None:
    """A page of the programme and a step of that page; or one of the places that stand on no step."""
    assert row.asks
    assert row.words, "name what to point at in quotation marks"
    if row.page in PLACES:
        assert BLANK == row.step
        return
    assert row.page in [part.title for part in PARTS]
    assert row.found, f"no step “{row.step}” on the page “{row.page}”"


def test_every_competency_and_every_page_of_decisions_is_pointed_at() -> None:
    """The rows lead through the whole day, not to a corner of it."""
    assert {part.title for part in PARTS} == {row.page for row in rows()} - {*PLACES}

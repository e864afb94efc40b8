"""Reviews in Excel: they come back as they were, and closing and net are worked out there."""

from __future__ import annotations

import io
from datetime import date

import openpyxl

from cxworkshop.domain.records import Candidate, Progress, Review, Round
from cxworkshop.domain.workshop import assemble
from cxworkshop.workbook import read_workbook, write_workbook


def test_reviews_progress_and_round_come_back_with_closing_and_net_beside_them() -> None:
    """1,000 + 60 + 3 − 30 are 1,033, 33 more; a review without figures leaves both blank; nothing is lost on the way."""
    workshop = assemble(
        [
            Candidate(id="c", name="The day", verdict="now"),
            Review(id="a", held_on=date(2026, 2, 12), occasion="30 days", uncounted="Too early"),
            Review(id="b", held_on=date(2026, 4, 14), opening=1_000, new=60, returned=3, lapsed=30),
            Progress(id="p", review="b", candidate="c", value=94.1, outcome="slipped", reason="Late vans"),
            Round(id="round", number=2, from_code="ABCD-EFGH", from_title="In January"),
        ],
        title="Reviewed",
    )
    content = write_workbook(workshop)
    opened = read_workbook(content, "reviewed.xlsx")
    assert opened.problems == ()
    assert opened.workshop.same_as(workshop)
    for values in (True, False):
        sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=values)["Reviews"]
        heads = [cell.value for cell in sheet[4]]
        closing, net = heads.index("Closing") + 1, heads.index("Net") + 1
        found = [(sheet.cell(row, closing).value, sheet.cell(row, net).value) for row in (5, 6)]
        if values:
            assert [(one or None, other or None) for one, other in found] == [(None, None), (1_033, 33)]
        else:
            assert all(str(one).startswith("=IF(COUNT(") for pair in found for one in pair)

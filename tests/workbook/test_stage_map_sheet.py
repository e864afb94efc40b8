"""The stage map in the workbook: a picture that says what it shows, the same in cells, and nothing changed by it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl

from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import read_workbook, write_workbook
from cxworkshop.workbook.sheets import CONTENTS, STAGE_MAP
from tests.strategies import HOSTILE


def test_the_map_is_a_picture_with_its_finding_for_those_who_cannot_see_it(workbook: bytes) -> None:
    """A PNG on its own sheet, described by its finding, on one page across; the contents lead to it."""
    file = zipfile.ZipFile(BytesIO(workbook))
    drawings = [file.read(name).decode() for name in file.namelist() if "drawings/drawing" in name]
    (described,) = (one for one in drawings if "Stage map." in one)
    assert 'descr="Stage map. None of two stages has a leader and a priority moment.' in described
    assert [name for name in file.namelist() if name.endswith(".png")]
    book = openpyxl.load_workbook(BytesIO(workbook))
    sheet = book[STAGE_MAP]
    assert sheet.page_setup.orientation == "landscape"
    # One page wide is what a program takes where nothing is said of the width.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert STAGE_MAP in [row[0].value for row in book[CONTENTS].iter_rows()]


def test_the_map_stands_in_cells_below_its_picture(workbook: bytes) -> None:
    """A row per moment, headings first, after a page break."""
    sheet = openpyxl.load_workbook(BytesIO(workbook))[STAGE_MAP]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(at for at, row in enumerate(rows) if row[0] == "Stage")
    assert rows[head][:4] == ["Stage", "Accountable", "Moment", "Role"]
    assert [row[:3] for row in rows[head + 1 :]] == [
        ["I look for a berth", "Ann Reed", None],
        ["I come in at night", "nobody yet", "The light that guides me"],
    ]
    assert [mark.id for mark in sheet.row_breaks.brk] == [head]


def test_any_words_stay_words_and_open_again_unchanged() -> None:
    """Names that look like formulas, markup or links stand on the map and come back as they were."""
    stages = [Stage(id=f"s{at}", name=words[:300]) for at, words in enumerate(HOSTILE[:9])]
    moments = [
        Touchpoint(id=f"t{at}", stage=f"s{at % 9}", name=words[:300], role="win", parked=True)
        for at, words in enumerate(HOSTILE)
    ]
    room = assemble([Leader(id="l", name="=1+1"), *stages, *moments], title="Hostile")
    content = write_workbook(room)
    sheet = openpyxl.load_workbook(BytesIO(content))[STAGE_MAP]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    opened = read_workbook(content, "x.xlsx")
    assert (opened.says, opened.problems) == ("no changes", ())
    assert opened.workshop.same_as(room)


def test_without_stages_there_is_no_map() -> None:
    """A new workshop has no such sheet, and its contents do not promise one."""
    book = openpyxl.load_workbook(BytesIO(write_workbook(Workshop(title="New"))))
    assert STAGE_MAP not in book.sheetnames
    assert STAGE_MAP not in [row[0].value for row in book[CONTENTS].iter_rows()]

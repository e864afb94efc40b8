"""Sheets of answers without a name: covered until the room opens them, and never in the order of typing."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from cxworkshop.domain.commands import Put, Remove, apply
from cxworkshop.domain.record import Record, fields, title_of
from cxworkshop.domain.records import Candidate, Dot, Leader, Reveal, Slip
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import Changes, read_workbook, write_workbook
from cxworkshop.workbook.sheets import DATA
from tests.workbook.editing import changed, place_of, typed

SLIPS, BALLOTS = "Inhibitor slips", "Dots"
# Answers, ids and ballot numbers that stand nowhere else.
IDS = ("zz-first", "mm-second", "aa-third")
NUMBERS = (71, 83, 97)


def _room(count: int, *more: Record) -> Workshop:
    slips = [
        Slip(id=id, absent=5, mantra=2, scores=4, growth_path=place)
        for id, place in zip(IDS, ("differentiated", "desired", "random"), strict=True)
    ]
    dots = [
        Dot(id=f"dot-{id}", candidate="x", ballot=number, dots=2)
        for id, number in zip(IDS, NUMBERS, strict=True)
    ]
    wall = Candidate(id="x", name="A voice at night", verdict="now")
    return assemble(
        [Leader(id="l", name="Ann Reed", present=True), *slips[:count], *more, wall, *dots[:count]]
    )


OPEN = Reveal(id="reveal", slips=True, dots=True)
COVERED = pytest.mark.parametrize(
    "room", [_room(3), _room(2, OPEN), _room(1), _room(0)], ids=["not revealed", "two", "one", "none"]
)


def _cells(content: bytes, *sheets: str) -> dict[str, object]:
    book = openpyxl.load_workbook(BytesIO(content))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in book
        if (sheet.title in sheets if sheets else sheet.title != DATA)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@COVERED
def test_no_cell_of_a_covered_sheet_holds_an_answer(room: Workshop) -> None:
    """Title, what a row is, the way back, and a line that says how many are in."""
    content = write_workbook(room)
    count = len(room.all(Slip))
    words = ("No slip is in yet", "One slip is in", "Two slips are in", "Three slips are in")[count]
    for sheet, said in ((SLIPS, words), (BALLOTS, words.replace("slip", "ballot"))):
        cells = list(_cells(content, sheet).values())
        assert len(cells) == 4
        assert str(cells[3]).startswith(f"{said}. They stand here once three or more are in")


@COVERED
def test_no_visible_cell_of_the_file_holds_an_answer(room: Workshop) -> None:
    """Neither a rung of the ladder, nor a ballot's number, nor an id, on any sheet that can be shown."""
    for place, value in _cells(write_workbook(room)).items():
        if "_lists" in place:
            continue
        assert value not in (*NUMBERS, *IDS, "differentiated", "desired", "random"), place
        assert not any(id in str(value) for id in IDS), place


@COVERED
def test_nor_does_the_hidden_sheet_tell_one_to_the_eye(room: Workshop) -> None:
    """Whoever unhides it finds neither an id nor a rung; the rest of the workshop is there to read."""
    hidden = " ".join(map(str, _cells(write_workbook(room), DATA).values()))
    assert "A voice at night" in hidden
    assert not [word for word in (*IDS, "differentiated", '"slip"', '"dot"') if word in hidden]


def test_the_contents_count_answers_and_not_the_rows_of_a_ballot() -> None:
    """A ballot on two candidates is one that is in."""
    room = apply(_room(1), Put("dot", "more", {"candidate": "y", "ballot": NUMBERS[0], "dots": 1}))
    cells = _cells(write_workbook(room), "Contents")
    row = next(place for place, value in cells.items() if value == BALLOTS)
    assert cells[row.replace("!A", "!C")] == 1


@COVERED
def test_a_covered_file_gives_back_exactly_the_same_workshop(room: Workshop) -> None:
    """Rows that are not on the sheet were not deleted, and edits of other sheets come back."""
    content = write_workbook(room)
    opened = read_workbook(content, "room.xlsx")
    assert (opened.says, opened.problems, opened.notes) == ("no changes", (), ())
    assert opened.workshop.same_as(room)
    opened = read_workbook(typed(content, {("Leaders", "A5"): "Ann Read"}), "room.xlsx")
    assert (opened.problems, opened.changes) == ((), Changes(cells=1))
    assert opened.workshop.same_as(apply(room, Put("leader", "l", {"name": "Ann Read"})))


def test_rows_typed_on_a_covered_sheet_are_a_problem_with_place_and_remedy() -> None:
    """Nothing that was typed there is taken, nothing that is kept gets lost, and the answer is not repeated."""
    content = typed(
        write_workbook(_room(3)), {(SLIPS, "A6"): "desired", (SLIPS, "B6"): 4, (BALLOTS, "C4"): 98}
    )
    opened = read_workbook(content, "room.xlsx")
    assert [(one.sheet, one.cell) for one in opened.problems] == [(SLIPS, "A6"), (BALLOTS, "C4")]
    assert opened.problems[0].message == (
        "this sheet is covered until the slips are revealed: empty this cell, "
        "and type the slip in the app, where nobody sees it"
    )
    assert opened.workshop.same_as(_room(3))


def test_open_sheets_stand_in_the_order_of_random_ids_and_come_back_as_they_were() -> None:
    """The first slip typed stands last here; sorting the sheet in Excel changes nothing."""
    room = _room(3, OPEN)
    content = write_workbook(room)
    sheet = openpyxl.load_workbook(BytesIO(content))[SLIPS]
    letter = place_of(sheet, "id", 5)[:-1]
    assert [sheet[f"{letter}{row}"].value for row in (5, 6, 7)] == sorted(IDS)
    assert (sheet.freeze_panes, sheet.column_dimensions[letter].hidden, len(sheet.tables)) == ("A5", True, 1)
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"whole", "list"}
    opened = read_workbook(content, "room.xlsx")
    assert (opened.says, opened.problems) == ("no changes", ())
    assert opened.workshop.same_as(room)


def test_an_open_sheet_is_edited_like_any_other() -> None:
    """A cell typed anew is that one change, and a row that was deleted is gone."""
    room = _room(3, OPEN)
    content = write_workbook(room)
    sheet = openpyxl.load_workbook(BytesIO(content))[SLIPS]
    place = place_of(sheet, title_of(Slip, "mantra"), 5)
    opened = read_workbook(typed(content, {(SLIPS, place): 3}), "room.xlsx")
    assert opened.workshop.same_as(apply(room, Put("slip", "aa-third", {"mantra": 3})))
    gone = changed(content, lambda book: book[SLIPS].delete_rows(5))
    opened = read_workbook(gone, "room.xlsx")
    assert (opened.problems, opened.changes) == ((), Changes(removed=1))
    assert opened.workshop.same_as(apply(room, Remove("slip", "aa-third")))


def test_a_file_from_before_sheets_were_covered_is_still_read() -> None:
    """Its slips stand on a table of their own although nobody revealed them; they come back."""
    titles = [title_of(Slip, name) for name in fields(Slip)]

    def uncover(book: openpyxl.Workbook) -> None:
        sheet = book[SLIPS]
        for at, title in enumerate([*titles, "id"], 1):
            sheet.cell(4, at).value = title
        for row, slip in enumerate(_room(3).all(Slip), 5):
            for at, value in enumerate([*(getattr(slip, name) for name in fields(Slip)), slip.id], 1):
                sheet.cell(row, at).value = value

    opened = read_workbook(changed(write_workbook(_room(3)), uncover), "old.xlsx")
    assert (opened.problems, opened.says) == ((), "no changes")
    assert opened.workshop.same_as(_room(3))


def test_without_the_hidden_sheet_covered_answers_are_lost_and_nothing_else() -> None:
    """What a file does not show cannot be taken from what it shows; the rest is."""
    bare = changed(write_workbook(_room(3)), lambda book: book.remove(book[DATA]))
    opened = read_workbook(bare, "bare.xlsx")
    assert opened.problems == ()
    assert (opened.workshop.all(Slip), opened.workshop.all(Dot)) == ((), ())
    assert opened.workshop.get(Candidate, "x") is not None

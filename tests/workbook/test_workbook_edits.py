"""What people change in Excel comes back as just that, and the preview says how much it is."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl.workbook.workbook import Workbook

from cxworkshop.domain.records import (
    Company,
    Definition,
    Evidence,
    Leader,
    LegacyVote,
    Risk,
    Segment,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook import Changes, Opened, Problem, read_workbook
from tests.workbook.editing import changed, place_of, typed


def test_a_cell_typed_over_is_one_changed_cell(workbook: bytes, workshop: Workshop) -> None:
    """The goal of a stage is written in Excel; everything else stays."""
    opened = read_workbook(typed(workbook, {("Stages", "D5"): "A place for the night"}), "x.xlsx")
    assert opened.says == "1 cell"
    assert opened.workshop.all(Stage)[0].goal == "A place for the night"
    assert opened.workshop.all(Stage)[1] == workshop.all(Stage)[1]


@pytest.mark.parametrize(
    ("heading", "given", "kept"),
    [
        ("Meet it in a year", "12,500", 12500),
        ("Meet it in a year", 12500.0, 12500),
        ("It fails for", "9 %", 9.0),
        ("It fails for", 9, 9.0),
        ("How sure", "FACT", "fact"),
        ("Touchpoint", "the LIGHT  that guides me", "t1"),
        ("Value of a customer", None, None),
    ],
)
def test_cells_are_read_as_people_type_them(
    workbook: bytes, heading: str, given: object, kept: object
) -> None:
    """Thousands separators, percent signs, capitals and blanks mean what they mean on screen."""
    names = {
        "Meet it in a year": "customers",
        "It fails for": "failure",
        "How sure": "evidence",
        "Touchpoint": "touchpoint",
        "Value of a customer": "value",
    }
    content = changed(workbook, lambda book: _type(book, "Value at risk", heading, 5, given))
    opened = read_workbook(content, "x.xlsx")
    assert opened.problems == ()
    assert getattr(opened.workshop.all(Risk)[0], names[heading]) == kept


def test_a_share_that_excel_turned_into_per_cent_is_read_as_people_mean_it(workbook: bytes) -> None:
    """Someone gave the cell Excel's own percent format: 9 % is then 0.09 underneath."""

    def restyle(book: Workbook) -> None:
        cell = book["Value at risk"][place_of(book["Value at risk"], "It fails for", 5)]
        cell.value, cell.number_format = 0.09, "0%"

    assert read_workbook(changed(workbook, restyle), "x.xlsx").workshop.all(Risk)[0].failure == 9.0


@pytest.mark.parametrize(
    "given", ["2026-04-01", "1 April 2026", datetime(2026, 4, 1), date(2026, 4, 1), 46113]
)
def test_days_are_read_however_excel_holds_them(workbook: bytes, given: object) -> None:
    """As text, as a day, or as a bare number of days whose format was lost."""

    def type_day(book: Workbook) -> None:
        cell = book["The room"]["B11"]
        assert book["The room"]["A11"].value == "Held on"
        cell.value = given
        if isinstance(given, int):
            cell.number_format = "General"

    opened = read_workbook(changed(workbook, type_day), "x.xlsx")
    assert opened.says == "1 cell"
    assert opened.workshop.one(Company).held_on == date(2026, 4, 1)


def test_rows_typed_below_a_table_are_new_rows(workbook: bytes) -> None:
    """They get ids of their own, the same ones each time the same file is opened."""
    content = typed(
        workbook, {("Leaders", "A7"): "Cy Park", ("Leaders", "B7"): "CMO", ("Leaders", "A9"): "Di Wu"}
    )
    opened = read_workbook(content, "x.xlsx")
    assert opened.says == "+2 rows"
    ann, bo, cy, di = opened.workshop.all(Leader)
    assert (ann.id, bo.id, cy.name, cy.function, di.name) == ("ann", "bo", "Cy Park", "CMO", "Di Wu")
    assert len({cy.id, di.id, "ann", "bo", ""}) == 5
    assert read_workbook(content, "x.xlsx").workshop.same_as(opened.workshop)


def test_a_new_row_can_be_referred_to_at_once(workbook: bytes) -> None:
    """A leader typed on one sheet owns a stage on another, by name."""
    content = typed(workbook, {("Leaders", "A7"): "Cy Park", ("Stages", "G6"): "cy park"})
    opened = read_workbook(content, "x.xlsx")
    assert (opened.says, opened.problems) == ("+1 row, 1 cell", ())
    assert opened.workshop.all(Stage)[1].executive == opened.workshop.all(Leader)[2].id


def test_renaming_a_row_keeps_what_points_to_it(workbook: bytes) -> None:
    """The stage gets another name; the touchpoint's cell still shows the old one and still means the same stage."""
    opened = read_workbook(typed(workbook, {("Stages", "B6"): "I arrive after dark"}), "x.xlsx")
    assert (opened.says, opened.problems) == ("1 cell", ())
    assert opened.workshop.all(Touchpoint)[0].stage == "s2"


def test_a_deleted_row_and_an_emptied_row_are_both_removed(workbook: bytes) -> None:
    """Deleting the row and clearing its cells say the same thing."""

    def empty(book: Workbook) -> None:
        for cell in book["Evidence"][5][:8]:
            cell.value = None

    deleted = read_workbook(changed(workbook, lambda book: book["Evidence"].delete_rows(5)), "x.xlsx")
    emptied = read_workbook(changed(workbook, empty), "x.xlsx")
    for opened in (deleted, emptied):
        assert opened.says == "−1 row"
        assert [row.id for row in opened.workshop.all(Evidence)] == ["e2"]


def test_sorting_a_table_gives_the_rows_their_new_order(workbook: bytes) -> None:
    """The order of the sheet is the order of the workshop; no cell counts as changed."""

    def swap(book: Workbook) -> None:
        sheet = book["Leaders"]
        first, second = ([cell.value for cell in sheet[row]] for row in (5, 6))
        for row, cells in ((5, second), (6, first)):
            for column, value in enumerate(cells, start=1):
                sheet.cell(row, column).value = value

    opened = read_workbook(changed(workbook, swap), "x.xlsx")
    assert opened.says == "new order in Leaders"
    assert [leader.id for leader in opened.workshop.all(Leader)] == ["bo", "ann"]


def test_columns_may_be_moved_and_rows_put_above_the_headings(workbook: bytes, workshop: Workshop) -> None:
    """Headings tell what a column is, wherever it stands."""

    def move(book: Workbook) -> None:
        sheet = book["Leaders"]
        for row in range(4, 7):
            one, two = sheet.cell(row, 1), sheet.cell(row, 2)
            one.value, two.value = two.value, one.value
        sheet.insert_rows(1, 3)

    opened = read_workbook(changed(workbook, move), "x.xlsx")
    assert opened.says == "no changes"
    assert opened.workshop.same_as(workshop)


def test_a_form_filled_in_for_the_first_time_is_a_new_row(workbook: bytes) -> None:
    """The definition was blank; what is typed beside its questions comes back."""
    opened = read_workbook(
        typed(workbook, {("Definition", "B5"): "Whoever ties up.", ("Definition", "B9"): 365}), "x"
    )
    assert opened.says == "+1 row"
    found = opened.workshop.one(Definition)
    assert (found.sentence, found.window_days) == ("Whoever ties up.", 365)


def test_the_first_row_of_an_empty_table_is_a_new_row(workbook: bytes) -> None:
    """Below the headings of an empty table there is room to type."""
    opened = read_workbook(
        typed(workbook, {("Segments", "A5"): "Sailors", ("Segments", "B5"): "yes"}), "x.xlsx"
    )
    assert [(one.name, one.priority) for one in opened.workshop.all(Segment)] == [("Sailors", True)]


def test_live_columns_and_a_persons_own_columns_are_left_out(workbook: bytes, workshop: Workshop) -> None:
    """What Excel adds up is never read; a column of somebody's own is named in a note."""

    def scribble(book: Workbook) -> None:
        sheet = book["Bridge"]
        sheet[place_of(sheet, "Adds up to", 5)].value = 99
        sheet.cell(4, 60).value, sheet.cell(5, 60).value = "My thoughts", "hm"

    opened = read_workbook(changed(workbook, scribble), "x.xlsx")
    assert (opened.says, opened.problems) == ("no changes", ())
    assert opened.notes == (
        "Bridge: “My thoughts” in BH4 is none of the workshop's columns and was left out.",
    )
    assert opened.workshop.same_as(workshop)


def test_text_typed_over_text_keeps_its_own_beginning(workbook: bytes) -> None:
    """A stake that begins with an equals sign may be typed over by another one."""
    opened = read_workbook(typed(workbook, {("Legacy votes", "C5"): "=one more evening"}), "x.xlsx")
    assert opened.workshop.all(LegacyVote)[0].stake == "=one more evening"


def test_the_preview_tells_rows_cells_and_problems() -> None:
    """In one line, each in its singular or plural, and only what there is."""
    problem = Problem("Stages", "B5", "is wrong:\nmend it")
    opened = Opened(Workshop(), (problem, problem), Changes(3, 1, 5, ("Stages", "Dots")))
    assert opened.says == "+3 rows, −1 row, 5 cells, new order in Stages, Dots, 2 problems"
    assert Opened(Workshop(), (problem,)).says == "1 problem"
    assert str(problem) == "Stages!B5: is wrong: mend it"


def _type(book: Workbook, sheet: str, heading: str, row: int, value: object) -> None:
    book[sheet][place_of(book[sheet], heading, row)].value = value

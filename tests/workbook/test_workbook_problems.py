"""What cannot be taken over is named by sheet and cell, with what to do, and the workshop keeps what it held."""

from __future__ import annotations

import pytest
from openpyxl.workbook.workbook import Workbook

from cxworkshop.domain.records import Leader, Stage
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook import read_workbook
from tests.workbook.editing import changed, typed


def told(content: bytes) -> list[str]:
    """The problems of a workbook, as the command line prints them."""
    return [str(problem) for problem in read_workbook(content, "x.xlsx").problems]


@pytest.mark.parametrize(
    ("sheet", "place", "value", "message"),
    [
        (
            "Stages",
            "A5",
            "first",
            "Stages!A5: “first” is not a number: write it in digits, such as 12500 or 12.5",
        ),
        ("Stages", "A5", 2.5, "Stages!A5: 2.5 is not a whole number: write it without decimals"),
        ("Stages", "F5", 7, "Stages!F5: 7 is outside -2 to 2"),
        ("Value at risk", "C5", "108 %", "Value at risk!C5: 108 is outside 0 to 100"),
        ("Leaders", "C5", "maybe", "Leaders!C5: “maybe” is neither yes nor no: write yes or no"),
        ("The room", "B11", "soon", "The room!B11: “soon” is not a date: write it as 2025-12-31"),
        ("The room", "B9", "Euros", "The room!B9: “Euros” is not one of: EUR, USD, GBP, CHF"),
        ("Leaders", "A5", "x" * 301, "Leaders!A5: 301 characters are too many: keep it within 300"),
        (
            "Stages",
            "G5",
            "Anne",
            "Stages!G5: “Anne” is not on the sheet “Leaders”: pick a name from the list, or add a row there first",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_cell(
    workbook: bytes, workshop: Workshop, sheet: str, place: str, value: object, message: str
) -> None:
    """Wrong type, out of bounds, unknown choice, unknown name: one line each, and the old value stays."""
    content = typed(workbook, {(sheet, place): value})
    (only,) = told(content)
    assert only.startswith(message)
    assert read_workbook(content, "x.xlsx").workshop.same_as(workshop)


def test_a_formula_in_a_cell_is_refused_with_its_remedy(workbook: bytes) -> None:
    """A formula's result depends on where it is read, so its value has to be pasted."""

    def calculate(book: Workbook) -> None:
        book["Stages"]["A5"].value = "=1+1"

    assert told(changed(workbook, calculate)) == ["Stages!A5: holds a formula: paste its value"]


def test_an_error_in_a_cell_is_refused_with_its_remedy(workbook: bytes) -> None:
    """What Excel could not compute is no value."""

    def fail(book: Workbook) -> None:
        cell = book["Stages"]["A5"]
        cell.value, cell.data_type = "#N/A", "e"

    assert told(changed(workbook, fail)) == [
        "Stages!A5: holds the error #N/A: write a value or leave the cell blank"
    ]


def test_a_copied_row_has_an_id_twice_and_the_second_one_is_named(workbook: bytes) -> None:
    """Both rows are kept in the preview, the second under an id of its own."""

    def copy(book: Workbook) -> None:
        for column, cell in enumerate([one.value for one in book["Leaders"][5]], start=1):
            book["Leaders"].cell(7, column).value = cell

    content = changed(workbook, copy)
    assert told(content) == [
        "Leaders!E7: the id in this cell stands in row 5 already: empty this cell (its column is hidden) "
        "if this is a new row, or delete one of the two rows"
    ]
    assert len({leader.id for leader in read_workbook(content, "x.xlsx").workshop.all(Leader)}) == 3


def test_a_renamed_sheet_is_found_by_its_headings(workbook: bytes, workshop: Workshop) -> None:
    """The remedy names both names; what the sheet held before is not lost."""

    def rename(book: Workbook) -> None:
        book["Stages"].title = "Stages of a stay"
        book["Definition"].title = "Who is a guest"

    content = changed(workbook, rename)
    assert told(content) == [
        "Definition!A1: the sheet “Definition” is missing: rename “Who is a guest” back to “Definition”",
        "Stages!A1: the sheet “Stages” is missing: rename “Stages of a stay” back to “Stages”",
    ]
    assert read_workbook(content, "x.xlsx").workshop.same_as(workshop)


def test_a_removed_sheet_is_told(workbook: bytes) -> None:
    """There is nothing to rename, so an older copy has to help."""
    content = changed(workbook, lambda book: book.remove(book["Stages"]))
    assert told(content) == ["Stages!A1: the sheet “Stages” is missing: bring it back from an older copy"]


def test_a_renamed_heading_is_told_beside_the_one_that_is_not_known(
    workbook: bytes, workshop: Workshop
) -> None:
    """Nothing of the column is taken over or lost."""
    content = typed(workbook, {("Stages", "E4"): "Wishes", ("Stages", "E5"): "Quiet"})
    assert told(content) == [
        "Stages!A4: the column “I need ...” is missing; “Wishes” in E4 is not known here: "
        "write this heading back above its cells"
    ]
    assert read_workbook(content, "x.xlsx").workshop.same_as(workshop)


def test_headings_that_are_gone_altogether_are_told(workbook: bytes) -> None:
    """Without headings no cell can be told from another."""
    (only,) = told(changed(workbook, lambda book: book["Leaders"].delete_rows(4)))
    assert only == (
        "Leaders!A1: the headings are missing: put “Name”, “Function”, “Present”, “Capacity” back in one row above the cells"
    )


def test_a_removed_id_column_is_told(workbook: bytes, workshop: Workshop) -> None:
    """Rows could no longer be told apart, so nothing of the sheet is taken over."""
    content = changed(workbook, lambda book: book["Leaders"].delete_cols(5))
    (only,) = told(content)
    assert only.startswith("Leaders!A4: the hidden column “id” is missing, which tells the rows apart: ")
    assert read_workbook(content, "x.xlsx").workshop.same_as(workshop)


def test_a_question_taken_out_of_a_form_is_told(workbook: bytes) -> None:
    """The answer beside it would be lost without a word otherwise."""
    content = typed(workbook, {("The room", "A5"): "Firm"})
    assert told(content) == ["The room!A4: the line “Company” is missing: put it back in the column “What”"]


def test_problems_stand_in_the_order_of_the_workbook(workbook: bytes) -> None:
    """By sheet, then by row, then by column, whatever was found first."""
    content = typed(
        workbook,
        {("Stages", "F6"): 9, ("Stages", "G5"): "Anne", ("Stages", "A5"): "x", ("The room", "B9"): "Euros"},
    )
    places = [line.split(":")[0] for line in told(content)]
    assert places == ["The room!B9", "Stages!A5", "Stages!G5", "Stages!F6"]


def test_a_cell_with_a_problem_keeps_what_it_held(workbook: bytes) -> None:
    """The cells beside it are taken over all the same, for the preview."""
    opened = read_workbook(
        typed(workbook, {("Stages", "A5"): "x", ("Stages", "B5"): "I look around"}), "x.xlsx"
    )
    assert opened.says == "1 cell, 1 problem"
    first = opened.workshop.all(Stage)[0]
    assert (first.order, first.name) == (1, "I look around")

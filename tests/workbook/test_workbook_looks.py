"""The workbook is made for reading: what stands where, how it looks, and what Excel checks while people type."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from cxworkshop.domain.commands import Put, apply
from cxworkshop.domain.record import Record, face_of, fields, title_of
from cxworkshop.domain.records import RECORDS, BridgeRow, Leader, Pledge
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import read_workbook, write_workbook
from cxworkshop.workbook.computed import computed_titles
from cxworkshop.workbook.sheets import CONTENTS, COVER, DATA, LISTS, PICTURE, STAGE_MAP
from tests.workbook.editing import place_of

# Tables without names are covered in this workshop (test_anonymous_sheets).
SHOWN = [cls for cls in RECORDS if not cls.anonymous]
TABLES = [cls for cls in SHOWN if not cls.single]
FORMS = [cls for cls in RECORDS if cls.single]


@pytest.fixture(scope="module")
def book(workbook: bytes) -> Workbook:
    """The workbook as an editor opens it, formulas as formulas."""
    return openpyxl.load_workbook(BytesIO(workbook))


@pytest.fixture(scope="module")
def results(workbook: bytes) -> Workbook:
    """The workbook as a viewer shows it, with the results that the file holds."""
    return openpyxl.load_workbook(BytesIO(workbook), data_only=True)


def words(book: Workbook, sheet: str) -> list[str]:
    """Every text on a sheet, from top to bottom."""
    return [str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value is not None]


def test_there_is_a_sheet_for_every_table_in_the_order_of_the_day(book: Workbook) -> None:
    """Cover, contents, the bridge drawn, one sheet per record class, and two that nobody needs to see."""
    assert book.sheetnames == [
        COVER,
        CONTENTS,
        PICTURE,
        STAGE_MAP,
        *(cls.sheet for cls in RECORDS),
        LISTS,
        DATA,
    ]
    assert (book[LISTS].sheet_state, book[DATA].sheet_state) == ("hidden", "veryHidden")
    assert book.active.title == COVER


def test_names_of_sheets_and_columns_are_such_as_excel_takes() -> None:
    """Sheet names of at most 31 plain characters; no heading twice on a sheet, whatever its capitals."""
    names = [COVER, CONTENTS, PICTURE, STAGE_MAP, LISTS, DATA, *(cls.sheet for cls in RECORDS)]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    for cls in RECORDS:
        headings = [title_of(cls, name).casefold() for name in fields(cls)]
        headings += [title.casefold() for title in computed_titles(cls)] + ["id"]
        assert len(set(headings)) == len(headings), cls.sheet


@pytest.mark.parametrize("cls", TABLES, ids=lambda cls: cls.kind)
def test_a_table_has_its_headings_frozen_filtered_and_repeated_on_every_page(
    book: Workbook, cls: type[Record]
) -> None:
    """Row 4 holds the titles of the fields, and stays in sight on screen and on paper."""
    sheet = book[cls.sheet]
    titles = [title_of(cls, name) for name in fields(cls)]
    assert [cell.value for cell in sheet[4]][: len(titles)] == titles
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    (table,) = sheet.tables.values()
    assert table.autoFilter is not None
    assert table.ref.startswith("A4:")
    letter = openpyxl.utils.get_column_letter(sheet.max_column)
    assert (sheet[f"{letter}4"].value, sheet.column_dimensions[letter].hidden) == ("id", True)


@pytest.mark.parametrize("cls", FORMS, ids=lambda cls: cls.kind)
def test_a_form_asks_one_line_for_each_field(book: Workbook, cls: type[Record]) -> None:
    """What is asked, the answer, and help beside it."""
    sheet = book[cls.sheet]
    assert [cell.value for cell in sheet[4]] == ["What", "Answer", "Help"]
    assert [sheet.cell(5 + at, 1).value for at in range(len(fields(cls)))] == [
        title_of(cls, name) for name in fields(cls)
    ]


def offered(book: Workbook, source: str) -> list[str]:
    """What a list rule offers: written into the rule, or in a range where that is too long for Excel."""
    if source.startswith('"'):
        return source.strip('"').split(",")
    sheet, _, cells = source.partition("!")
    return [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]


@pytest.mark.parametrize("cls", SHOWN, ids=lambda cls: cls.kind)
def test_excel_checks_every_field_as_the_app_does(book: Workbook, cls: type[Record]) -> None:
    """Lists for choices, references and yes or no; bounds for numbers and days; with room below the table."""
    kinds = {
        "choice": "list",
        "flag": "list",
        "ref": "list",
        "whole": "whole",
        "number": "decimal",
        "money": "decimal",
        "percent": "decimal",
        "date": "date",
        "text": "textLength",
        "long": "textLength",
    }
    sheet = book[cls.sheet]
    for at, name in enumerate(fields(cls)):
        face = face_of(cls, name)
        if face.kind == "tags":
            continue
        row, letter = (5 + at, "B") if cls.single else (5, openpyxl.utils.get_column_letter(at + 1))
        (rule,) = [one for one in sheet.data_validations.dataValidation if f"{letter}{row}" in one.sqref]
        assert rule.type == kinds[face.kind], name
        if face.kind == "choice":
            assert offered(book, rule.formula1) == list(face.choices)
        if face.kind == "percent":
            assert (rule.formula1, rule.formula2) == ("0", "100")
        if not cls.single:
            assert f"{letter}25" in rule.sqref


def test_references_offer_the_rows_that_there_are_and_those_typed_since(book: Workbook) -> None:
    """The list of leaders holds both names, then what is typed below their table."""
    heading = next(cell for cell in book[LISTS][1] if cell.value == "leader")
    column = [book[LISTS].cell(row, heading.column).value for row in range(2, 5)]
    assert column == ["Ann Reed", "Bo Lind", "=LEFT(SUBSTITUTE('Leaders'!$A$7,CHAR(10),\" \"),80)"]


def test_values_have_the_format_of_their_kind(book: Workbook) -> None:
    """Days, money with cents only where there are any, and shares as people say them: 8 is 8.0%."""
    risk, bridge = book["Value at risk"], book["Bridge"]
    assert risk[place_of(risk, "It fails for", 5)].number_format == '0.0"%"'
    assert risk[place_of(risk, "Value of a customer", 5)].number_format == "#,##0"
    assert bridge[place_of(bridge, "Opening value", 5)].number_format == "#,##0.00"
    assert bridge[place_of(bridge, "From", 5)].number_format == "yyyy-mm-dd"
    assert bridge[place_of(bridge, "From", 5)].value.date().isoformat() == "2025-01-01"


def test_text_that_begins_like_a_formula_stays_text_when_it_is_edited(book: Workbook) -> None:
    """Excel would read it anew otherwise; the mark for that does not show."""
    cell = book["Legacy votes"]["C5"]
    assert (cell.value, cell.data_type) == ("=SUM(A1:A9) of my evenings", "s")
    assert cell.quotePrefix


def test_the_bridge_adds_up_in_excel(book: Workbook, results: Workbook) -> None:
    """100 + 30 + 5 - 45 is 90; 88 were counted, so 2 are missing and 12 are gone."""
    live, shown = book["Bridge"], results["Bridge"]
    expected = {"Adds up to": 90, "Gap": -2, "Net": -12, "Adds up to (value)": None, "Net (value)": None}
    for heading, result in expected.items():
        place = place_of(live, heading, 5)
        assert live[place].data_type == "f"
        assert shown[place].value == result


def test_the_bridge_is_drawn_as_a_chart_with_words_for_those_who_cannot_see_it(
    book: Workbook, results: Workbook, workbook: bytes
) -> None:
    """Stacked columns on an invisible one; the gap is a bar of its own; the title is the finding."""
    (chart,) = book[PICTURE]._charts
    assert (chart.grouping, len(chart.series)) == ("stacked", 5)
    assert [row[1].value for row in results[PICTURE].iter_rows(min_row=23, max_row=28)] == [
        100,
        30,
        5,
        45,
        -2,
        88,
    ]
    drawing = next(
        part for part in zipfile.ZipFile(BytesIO(workbook)).namelist() if "drawings/drawing" in part
    )
    described = zipfile.ZipFile(BytesIO(workbook)).read(drawing).decode()
    assert "Customers: opening 100, new 30, returned 5, lapsed 45, not explained −2, closing 88." in described


def test_a_bridge_of_segments_is_drawn_from_their_sum(workshop: Workshop) -> None:
    """Two segments and no row for all: each step fetches both cells."""
    period = {name: getattr(workshop.all(BridgeRow)[0], name) for name in ("period_start", "period_end")}
    rows = [
        BridgeRow(id="n", segment="North", opening=60, new=10, lapsed=5, **period),
        BridgeRow(id="s", segment="South", opening=40, new=20, lapsed=15, **period),
    ]
    content = BytesIO(write_workbook(assemble(rows)))
    assert openpyxl.load_workbook(content)[PICTURE]["B23"].value == "=SUM('Bridge'!D5,'Bridge'!D6)"
    shown = openpyxl.load_workbook(content, data_only=True)[PICTURE]
    assert [shown.cell(row, 2).value for row in range(23, 27)] == [100, 30, 20, 110]


def test_without_a_bridge_there_is_no_empty_chart() -> None:
    """Nothing to draw, nothing drawn."""
    assert PICTURE not in openpyxl.load_workbook(BytesIO(write_workbook(Workshop(title="New")))).sheetnames


def test_the_cover_tells_whose_day_it_was_what_was_found_and_who_owns_what(book: Workbook) -> None:
    """Company, title, day, period, currency, the headline, the priorities with their leaders, and whose words these are."""
    cover = words(book, COVER)
    for said in ("Harbour & Gull", "Harbour & Gull, spring", "3 February 2026", "2025", "GBP", "Bo Lind"):
        assert said in cover
    assert any(said.startswith("2025: 35 came, 45 left") for said in cover)
    assert cover[cover.index("1") + 1 : cover.index("1") + 4] == [
        "A voice at night",
        "Bo Lind",
        "by 1 March 2026",
    ]
    assert any("not affiliated with her" in said for said in cover)


def test_it_is_marked_draft_until_every_step_is_done(book: Workbook) -> None:
    """On the cover, and at the head of every printed page."""
    (draft,) = [said for said in words(book, COVER) if said.startswith("DRAFT")]
    assert draft.endswith("steps done")
    assert all(
        draft in (sheet.oddHeader.right.text or "") for sheet in book if sheet.sheet_state == "visible"
    )


def test_it_prints_one_page_wide_with_company_sheet_and_page_number(book: Workbook) -> None:
    """Only the bridge, the variants and the value at risk, with all their columns, take two pages side by side."""
    for sheet in (book[name] for name in book.sheetnames if book[name].sheet_state == "visible"):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (
            None,
            1,
            2 if sheet.title in ("Bridge", "Definition variants", "Value at risk", "Reviews") else 1,
        )
        assert sheet.print_area
        assert "Harbour && Gull" in sheet.oddFooter.left.text
        assert "&P" in sheet.oddFooter.right.text
        assert not sheet.sheet_view.showGridLines


def test_a_company_name_cannot_speak_in_the_codes_of_a_footer(workshop: Workshop) -> None:
    """`&G` would ask for a picture, and the footer would be lost."""
    named = apply(workshop, Put("company", "company", {"name": "Bread &Grain &[Picture]"}))
    book = openpyxl.load_workbook(BytesIO(write_workbook(named)))
    assert "Bread &&\u200bGrain" in book["Stages"].oddFooter.left.text


def test_the_contents_lead_to_every_sheet_and_count_its_rows(book: Workbook) -> None:
    """A link and the number of rows with something in them, for each table."""
    rows = {row[0].value: row for row in book[CONTENTS].iter_rows(min_row=2)}
    for cls in RECORDS:
        assert rows[cls.sheet][0].hyperlink.location == f"'{cls.sheet}'!A1"
        assert rows[cls.sheet][1].value == cls.about
    assert (rows["Leaders"][2].value, rows["Definition"][2].value) == (2, 0)


def test_the_file_tells_what_it_is(book: Workbook) -> None:
    """Title, company and schema stand in its properties."""
    assert book.properties.title == "Harbour & Gull, spring"
    assert book.custom_doc_props["workshop_schema"].value == 1


def test_marks_that_only_the_app_reads_are_out_of_sight() -> None:
    """What a signature was given for is a mark and not for eyes; it is in the sheet, hidden, and comes back."""
    signed = assemble([Leader(id="a", name="Ana"), Pledge(id="a", leader="a", signed_for="166b.690478")])
    content = write_workbook(signed)
    sheet = openpyxl.load_workbook(BytesIO(content))[Pledge.sheet]
    heads = {cell.value: cell.column_letter for cell in sheet[4]}
    assert sheet.column_dimensions[heads["Signed for"]].hidden
    assert not sheet.column_dimensions[heads["Leader"]].hidden
    assert read_workbook(content, "plan.xlsx").workshop.same_as(signed)

"""Opening a workbook on screen: a preview first, problems by sheet and cell, and a bad file changes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Leader, Stage
from cxworkshop.store import open_store
from cxworkshop.workbook import write_workbook

START, RESULTS = "pages/prepare/start.py", "pages/decide/results.py"


def edited(content: bytes, sheet: str, old: str, new: object) -> bytes:
    """The workbook with one cell typed anew, as a person would in Excel."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cell = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == old)
    cell.value = new
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def upload(at: AppTest, name: str, content: bytes) -> AppTest:
    """The page after a file was handed in."""
    at.file_uploader[0].upload(name, content)
    return at.run()


def test_a_workbook_opened_on_the_start_page_is_the_same_workshop(
    open_page: Callable[..., AppTest],
    code_of: Callable[..., str],
    own_store: str,
    sample_records: tuple[Record, ...],
) -> None:
    """Export, open as new: a second workshop that holds exactly the same."""
    store = open_store(own_store)
    code = code_of(*sample_records)
    at = upload(open_page(START), "sample.xlsx", write_workbook(store.load(code)))
    next(one for one in at.button if one.key == "open-excel-now").click().run()
    assert not at.exception
    other = next(one.code for one in store.list() if one.code != code)
    assert store.load(other).same_as(store.load(code))


def test_changes_made_in_excel_come_in_as_one_change(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """One cell typed in Excel: previewed, taken in, and taken back by one Undo."""
    store = open_store(own_store)
    code = code_of(Leader(id="l1", name="Ana Ruiz", function="CEO"), Stage(id="s1", name="I look"))
    changed = edited(write_workbook(store.load(code)), "Leaders", "Ana Ruiz", "Ana Ruiz-Gil")
    at = upload(open_page(RESULTS, code), "changed.xlsx", changed)
    assert "1 cell" in at.info[-1].value or any("1 cell" in one.value for one in at.info)
    at.button(key="take-in-now").click().run()
    assert store.load(code).all(Leader)[0].name == "Ana Ruiz-Gil"
    at.button(key="undo").click().run()
    assert store.load(code).all(Leader)[0].name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.xlsx", b""), ("text.xlsx", b"not a workbook"), ("zip.xlsx", b"PK\x03\x04rubbish")],
)
def test_a_file_that_is_no_workbook_is_said_and_changes_nothing(
    name: str, content: bytes, open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """One clear message, no traceback, no workshop made."""
    code = code_of()
    at = upload(open_page(START), name, content)
    assert not at.exception
    assert len(at.error) == 1
    assert [one.code for one in open_store(own_store).list()] == [code]


def test_a_problem_is_named_by_sheet_and_cell_and_nothing_can_be_taken_in(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A formula where a name should be: the cell is named, and there is no button to take it in."""
    store = open_store(own_store)
    code = code_of(Leader(id="l1", name="Ana Ruiz", function="CEO"))
    at = upload(
        open_page(RESULTS, code),
        "bad.xlsx",
        edited(write_workbook(store.load(code)), "Leaders", "Ana Ruiz", "=1+1"),
    )
    assert [one.value for one in at.text if one.value.startswith("Leaders!")]
    assert not [one for one in at.button if one.key == "take-in-now"]
    assert store.load(code).revision == 0

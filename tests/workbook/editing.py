"""What a person does to a workbook at their own desk, done by the library that only reads in the app."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def changed(content: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The file after somebody opened it, changed something and saved it."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def typed(content: bytes, cells: dict[tuple[str, str], object]) -> bytes:
    """The file after somebody typed values into cells, named by sheet and place; text stays text."""

    def type_all(book: Workbook) -> None:
        for (sheet, place), value in cells.items():
            write(book[sheet][place], value)

    return changed(content, type_all)


def write(cell: Cell, value: object) -> None:
    """Type a value; a text that begins like a formula is still a text."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def place_of(sheet: Worksheet, heading: str, row: int) -> str:
    """Where the column with that heading crosses a row; headings stand in row 4."""
    column = next(cell.column_letter for cell in sheet[4] if cell.value == heading)
    return f"{column}{row}"


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed, or added where there is none of that name."""
    rewritten = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return rewritten.getvalue()

"""Taking a file apart: the cells of its sheets, or one clear message why it is no workbook that can be read."""

from __future__ import annotations

import math
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

import openpyxl
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import TranslatorError
from openpyxl.utils import exceptions as openpyxl_errors

from cxworkshop.domain.errors import BadWorkbook
from cxworkshop.workbook.gate import refuse_bombs, refuse_other_files
from cxworkshop.workbook.sheets import SAMPLE_PROPERTY, SCHEMA_PROPERTY

MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 1_048_576, 100, 200
_SURE = 10**15
"""Whole numbers beyond it are none that a spreadsheet can hold."""
FORMULA = "a formula"
_DECORATION = re.compile(r'"[^"]*"|\\.')

# Whatever bytes a file holds, the reading libraries may trip over them anywhere; these are the ways they do.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    SyntaxError,
    TokenizerError,
    TranslatorError,
    openpyxl_errors.CellCoordinatesException,
    openpyxl_errors.IllegalCharacterError,
    openpyxl_errors.InvalidFileException,
    openpyxl_errors.NamedRangeException,
    openpyxl_errors.SheetTitleException,
)


@dataclass(frozen=True)
class Cell:
    """What a cell holds; `wrong` says that it is a formula or an error, which cannot be taken over."""

    value: object
    wrong: str = ""
    share: bool = False
    """Whether it is a number that is shown as per cent, so that 0.08 is 8."""


EMPTY = Cell(None)
Grid = dict[int, tuple[Cell, ...]]
"""The rows that hold something, by their number as on screen, from column A on."""


@dataclass(frozen=True)
class Book:
    """A workbook taken apart."""

    sheets: dict[str, Grid]
    epoch: datetime
    """The day that the file counts days from."""
    title: str = ""
    schema: int | None = None
    """The schema that its properties tell; None where they tell none."""
    sample: bool = False


def taken_apart(content: bytes, name: str) -> Book:
    """The sheets of an Excel file. Raises BadWorkbook, which names the file, what is wrong and what to do."""
    refuse_other_files(content, name)
    try:
        refuse_bombs(content, name)
        with warnings.catch_warnings():
            # What openpyxl cannot keep when saving is none of our business: it only reads.
            warnings.simplefilter("ignore")
            return _apart(content)
    except BROKEN as wrong:
        raise BadWorkbook(
            f"{name} cannot be read: the file is damaged. Open it in Excel, let Excel repair it and save it, "
            "or take an older copy."
        ) from wrong


def _apart(content: bytes) -> Book:
    # Reading cell by cell passes over charts, checks and pictures, so they cannot be in the way.
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, keep_links=False)
    told = {one.name: one.value for one in book.custom_doc_props}
    schema = told.get(SCHEMA_PROPERTY)
    sheets = {}
    for sheet in book.worksheets[:MOST_SHEETS]:
        # What a file says about its own size may be wrong.
        sheet.reset_dimensions()
        sheets[sheet.title] = _grid(islice(sheet.iter_rows(max_col=MOST_COLUMNS), MOST_ROWS))
    return Book(
        sheets,
        book.epoch,
        title=str(book.properties.title or "").strip(),
        schema=int(schema) if isinstance(schema, (int, float)) else None,
        sample=told.get(SAMPLE_PROPERTY) is True,
    )


def _grid(rows: Iterator[tuple[Any, ...]]) -> Grid:
    found: Grid = {}
    blank: tuple[Any, ...] | None = None
    for number, row in enumerate(rows, start=1):
        # Rows that the file leaves out all come as one and the same, and there may be a million of them.
        if row is blank:
            continue
        width = max((at for at, one in enumerate(row, start=1) if one.value is not None), default=0)
        cells = tuple(_cell(one) for one in row[:width])
        if any(cell is not EMPTY for cell in cells):
            found[number] = cells
        else:
            blank = row
    return found


def _cell(read: Any) -> Cell:
    value = read.value
    if read.data_type == "f":
        return Cell(None, FORMULA)
    if read.data_type == "e":
        return Cell(None, f"the error {value}")
    if value is None or (isinstance(value, str) and not value.strip()):
        return EMPTY
    if isinstance(value, int) and abs(value) > _SURE:
        return Cell(math.inf)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        # A sign in quotes or behind a backslash only decorates the number.
        return Cell(value, share="%" in _DECORATION.sub("", str(read.number_format)))
    if isinstance(value, (str, bool, date, datetime)):
        return Cell(value)
    return Cell(str(value))

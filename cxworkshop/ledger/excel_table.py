"""Tables out of Excel workbooks, with the cells that hold no value although they are not blank."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import fastexcel
import numpy as np
import pyarrow as pa

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.progress import Stages, size_in_words
from cxworkshop.ledger.sheet_xml import BROKEN, SheetXml
from cxworkshop.ledger.table import Likely, Table, tidy

_MOST_TITLES = 50
_NO_RESULT = "the cell is a formula without a result; open the workbook in Excel and save it there"
_ERRORS = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
}


def open_workbook(source: Path | bytes, name: str, stages: Stages) -> Table:
    """The first sheet of an Excel workbook that holds a table: a row of headers and rows below it.

    Cells come as text as Excel stores them, formulas as the results that were saved with them. A sheet of one column
    is a table only where no sheet has more.
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    stages.say(0.0, f"Unpacking {size_in_words(size)}")
    try:
        book = fastexcel.read_excel(source)
    except fastexcel.FastExcelError as broken:
        raise BadLedger(
            f"{name}: this is not an Excel workbook although its name says so;"
            " open it where it comes from and save it as .xlsx, or name a text file .csv."
        ) from broken
    narrow = None
    for number, sheet in enumerate(book.sheet_names):
        stages.say(0.1 + 0.4 * number / len(book.sheet_names), f"Reading the sheet '{sheet}'")
        try:
            # Skipping none keeps Excel's own row numbers, also where a sheet begins with empty rows.
            cells = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
        except fastexcel.FastExcelError:
            continue
        found = _Cells(source, sheet, cells)
        if found.top(2) is not None:
            return _table(name, found, 2, len(book.sheet_names) > 1)
        if narrow is None and len(found.columns) == 1 and found.top(1) is not None:
            narrow = found
    if narrow is None:
        raise BadLedger(f"{name}: no sheet holds a table; put the headers in one row and the rows below it.")
    return _table(name, narrow, 1, len(book.sheet_names) > 1)


class _Cells:
    """A sheet's cells, column by column, with the errors among them."""

    def __init__(self, source: Path | bytes, sheet: str, loaded: Any) -> None:
        cells, told = loaded.to_arrow_with_errors()
        self.sheet = sheet
        self.xml = SheetXml(source, sheet)
        self.columns = [pa.chunked_array([column]) for column in cells.columns]
        self.rows = cells.num_rows
        self.at = [column.absolute_index for column in loaded.selected_columns]
        self.errors = {one.position: _error(one.detail) for one in told.errors} if told is not None else {}

    def top(self, filled: int) -> int | None:
        """The first row with so many cells filled, and a row below it; a title above the table fills one cell."""
        for row in range(min(self.rows - 1, _MOST_TITLES)):
            if sum(1 for column in self.columns if (column[row].as_py() or "").strip()) >= filled:
                return row
        return None

    def without_result(self) -> set[tuple[int, int]]:
        """Row and column of the formulas saved without their results."""
        column_of = {at: index for index, at in enumerate(self.at)}
        return {(row, column_of[at]) for row, at in self.xml.without_result() if at in column_of}


def _table(name: str, cells: _Cells, filled: int, several: bool) -> Table:
    top = cells.top(filled)
    assert top is not None
    below = top + 1
    notes = [f"{name}: read from the sheet '{cells.sheet}'."] if several else []
    try:
        from_1904, rows_said = cells.xml.days_from_1904, cells.xml.rows
        known = True
    except BROKEN:
        from_1904, rows_said, known = False, 0, False
        notes.append(f"{name}: formulas without a result cannot be told from blank cells in this workbook.")
    # A row of nothing but such formulas is not even read.
    blank = rows_said > cells.rows or any(column.slice(below).null_count for column in cells.columns)
    found: dict[tuple[int, int], str] | None = None

    def faults(index: int) -> dict[int, str]:
        nonlocal found
        if found is None:
            found = dict(cells.errors)
            if known and blank:
                found |= dict.fromkeys(cells.without_result(), _NO_RESULT)
        return {row - below: why for (row, column), why in found.items() if column == index and row > top}

    def fetch(indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]:
        lost = [row for index in indices for row in faults(index) if row >= cells.rows - below]
        if lost:
            raise BadLedger(f"{name}: row {min(lost) + below + 1}: {_NO_RESULT}.")
        return [cells.columns[i].slice(below) for i in indices]

    def head(rows: int) -> list[tuple[str, ...]]:
        shown = range(below, min(below + rows, cells.rows))
        return [tuple(column[row].as_py() or "" for column in cells.columns) for row in shown]

    def numbers(index: int) -> Mask:
        mask = np.zeros(cells.rows, np.bool_)
        if known:
            mask[[row for row in cells.xml.numbers(cells.at[index]) if row < cells.rows]] = True
        return mask[below:]

    return Table(
        name,
        tuple(tidy(column[top].as_py() or "") for column in cells.columns),
        fetch,
        lambda rows: [below + 1 + row for row in rows],
        head,
        tuple(notes),
        # Bare day numbers of a workbook that counts from 1904 mean other days than everywhere else.
        serial_dates=not from_1904,
        header_row=below,
        sheet=cells.sheet if several else "",
        faults=faults,
        numbers=numbers,
    )


def _error(detail: str) -> str:
    kind = re.search(r"Error\((\w+)\)", detail)
    shown = _ERRORS.get(kind[1], "an error") if kind else "a value that cannot be read"
    return f"the cell holds {shown}; correct it, or the formula in it"

"""Tables out of Parquet files and Excel workbooks."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow as pa
import pyarrow.parquet as pq

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.progress import Stages, size_in_words
from cxworkshop.ledger.table import Likely, Table


def open_parquet(source: Path | bytes, name: str, stages: Stages) -> Table:
    """A Parquet file as a table; its rows are numbered from 1, since its header is no row."""
    try:
        file = pq.ParquetFile(BytesIO(source) if isinstance(source, bytes) else source)
    except (pa.ArrowException, OSError) as broken:
        raise BadLedger(f"{name}: this is not a Parquet file, or it is cut off; export it again.") from broken
    headers = tuple(str(header) for header in file.schema_arrow.names)
    if not file.metadata.num_rows:
        raise BadLedger(f"{name}: there are column names but no rows; export it with its rows.")

    def fetch(indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]:
        stages.say(0.1, f"Reading {file.metadata.num_rows:,} rows")
        try:
            read = file.read(columns=[headers[i] for i in indices])
        except (pa.ArrowException, OSError) as broken:
            raise BadLedger(f"{name}: the Parquet file is damaged; export it again.") from broken
        return [read.column(headers[i]) for i in indices]

    def head(rows: int) -> list[tuple[str, ...]]:
        try:
            first = next(file.iter_batches(rows)).to_pylist()
        except (pa.ArrowException, OSError) as broken:
            raise BadLedger(f"{name}: the Parquet file is damaged; export it again.") from broken
        return [tuple("" if cell is None else str(cell) for cell in row.values()) for row in first]

    return Table(name, headers, fetch, lambda rows: [row + 1 for row in rows], head)


def open_workbook(source: Path | bytes, name: str, stages: Stages) -> Table:
    """The first sheet of an Excel workbook that holds a table: a row of headers and rows below it.

    Cells come as text as Excel stores them, formulas as the results that were saved with them.
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
    for number, sheet in enumerate(book.sheet_names):
        stages.say(0.1 + 0.4 * number / len(book.sheet_names), f"Reading the sheet '{sheet}'")
        try:
            # Skipping none keeps Excel's own row numbers, also where a sheet begins with empty rows.
            cells = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string").to_arrow()
        except fastexcel.FastExcelError:
            continue
        columns = [pa.chunked_array([column]) for column in cells.columns]
        top = _header_row(columns)
        if top is not None and top + 1 < cells.num_rows:
            break
    else:
        raise BadLedger(f"{name}: no sheet holds a table; put the headers in one row and the rows below it.")
    notes = () if len(book.sheet_names) == 1 else (f"{name}: read from the sheet '{sheet}'.",)
    headers = tuple(column[top].as_py() or "" for column in columns)

    def fetch(indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]:
        return [columns[i].slice(top + 1) for i in indices]

    def head(rows: int) -> list[tuple[str, ...]]:
        below = range(top + 1, min(top + 1 + rows, cells.num_rows))
        return [tuple(column[row].as_py() or "" for column in columns) for row in below]

    return Table(
        name, headers, fetch, lambda rows: [top + 2 + row for row in rows], head, notes, serial_dates=True
    )


def _header_row(columns: list[Any]) -> int | None:
    # A title above the table fills one cell; the headers fill at least two.
    rows = len(columns[0]) if columns else 0
    for row in range(min(rows, 50)):
        if sum(1 for column in columns if (column[row].as_py() or "").strip()) >= 2:
            return row
    return None

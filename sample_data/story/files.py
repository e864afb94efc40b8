"""Files that come out the same, byte for byte, every time they are written."""

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

Row = Sequence[object]


def write_csv(path: Path, header: Row, rows: Iterable[Row]) -> None:
    """Write a comma-separated file in UTF-8, compressed where the name ends in `.gz`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    content = text.getvalue().encode()
    if path.suffix == ".gz":
        # Neither a time nor a name in the header: both would make two runs differ.
        packed = io.BytesIO()
        with gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=6, mtime=0) as archive:
            archive.write(content)
        content = packed.getvalue()
    path.write_bytes(content)


def write_xlsx(path: Path, sheet: str, header: Row, rows: Iterable[Row], widths: Sequence[int]) -> None:
    """Write one table as an Excel sheet with a frozen header, dated at a fixed moment."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2026, 1, 9, 9, 0), "author": "Sales desk"})
        table = book.add_worksheet(sheet)
        table.freeze_panes(1, 0)
        for column, width in enumerate(widths):
            table.set_column(column, column, width)
        table.write_row(0, 0, header, book.add_format({"bold": True}))
        for number, row in enumerate(rows, start=1):
            table.write_row(number, 0, row)

"""Tables out of text files, whatever separates their cells."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from cxworkshop.ledger.progress import Stages
from cxworkshop.ledger.table import Likely, Table
from cxworkshop.ledger.text_cells import fast_cells, full_cells
from cxworkshop.ledger.text_file import plain_text
from cxworkshop.ledger.text_quotes import simply_quoted_lines
from cxworkshop.ledger.text_top import LONGEST_LINE, Top, find_top

_CHUNK = 1 << 22


@contextmanager
def open_text(
    source: Path | bytes, name: str, stages: Stages, pass_over_unfit: bool = False
) -> Iterator[Table]:
    """A text file with a header row as a table of text cells; blank lines are no rows.

    Raises BadLedger with one problem a line for rows that do not fit the header; `pass_over_unfit` passes over those
    that have too few or too many cells, while they are not more than half.
    """
    with plain_text(source, name, stages) as text:
        top = find_top(text.path, name)
        rows_read = -1
        unbroken: bool | None = None
        unfit: dict[int, str] = {}

        @cache
        def quoted_rows() -> int | None:
            return simply_quoted_lines(text.path, top.separator, top.row) if text.quoted else None

        def fetch(indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]:
            nonlocal rows_read
            columns = None
            # Quotation marks can be written wrongly in ways that only the full reading tells apart.
            if not text.quoted or quoted_rows() is not None:
                columns = fast_cells(text.path, top, indices, likely or {}, stages, quoted_rows())
            if columns is None:
                columns, passed_over = full_cells(text.path, name, top, indices, pass_over_unfit)
                unfit.update(passed_over)
            rows_read = len(columns[0])
            return columns

        def row_numbers(rows: Sequence[int]) -> list[int]:
            nonlocal unbroken
            if unbroken is None:
                # As many lines as rows: every line is a row, and nothing needs to be counted.
                lines = quoted_rows() if text.quoted else _lines(text.path) - top.row
                unbroken = lines == rows_read
            if unbroken:
                return [top.row + 1 + row for row in rows]
            return _row_numbers(text.path, top, rows, unfit)

        def head(rows: int) -> list[tuple[str, ...]]:
            return [tuple(cells) for _, cells in islice(_data_rows(text.path, top), rows)]

        yield Table(
            name,
            top.headers,
            fetch,
            row_numbers,
            head,
            text.notes,
            semicolons=top.separator == ";",
            header_row=top.row,
            unfit=lambda: unfit,
        )


def _lines(path: Path) -> int:
    """How many lines there are; a line of nothing at the end is none."""
    lines, last = 0, b"\n"
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            lines += int(np.count_nonzero(np.frombuffer(chunk, np.uint8) == ord("\n")))
            last = chunk[-1:]
    return lines + (last != b"\n")


def _data_rows(path: Path, top: Top) -> Iterator[tuple[int, list[str]]]:
    """The data rows with the numbers that a spreadsheet shows: blank lines count, line breaks in cells do not."""
    csv.field_size_limit(LONGEST_LINE * 10)
    several = len(top.headers) > 1
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter=top.separator), 1):
            blank = not cells or (several and len(cells) == 1 and not cells[0].strip())
            if number > top.row and not blank:
                yield number, cells


def _row_numbers(path: Path, top: Top, rows: Sequence[int], unfit: Mapping[int, str]) -> list[int]:
    wanted, found = set(rows), dict[int, int]()
    fitting = (number for number, _ in _data_rows(path, top) if number not in unfit)
    for position, number in enumerate(fitting):
        if position in wanted:
            found[position] = number
            if len(found) == len(wanted):
                break
    return [found.get(row, row + top.row + 1) for row in rows]

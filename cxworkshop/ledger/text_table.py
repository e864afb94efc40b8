"""Tables out of text files, whatever separates their cells."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.progress import Stages
from cxworkshop.ledger.table import Likely, Table
from cxworkshop.ledger.text_cells import LONGEST_LINE, Top, fast_cells, full_cells
from cxworkshop.ledger.text_file import plain_text

_CHUNK = 1 << 22
_SEPARATORS = ",;\t|"


@contextmanager
def open_text(source: Path | bytes, name: str, stages: Stages) -> Iterator[Table]:
    """A text file with a header row as a table of text cells; blank lines are no rows.

    Raises BadLedger with one problem a line for rows that do not fit the header.
    """
    with plain_text(source, name, stages) as text:
        top = _top(text.path, name)
        rows_read = -1
        unbroken: bool | None = None

        def fetch(indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]:
            nonlocal rows_read
            # Quotation marks can be written wrongly in ways that only the full reading tells apart.
            read = None if text.quoted else fast_cells(text.path, top, indices, likely or {}, stages)
            columns = full_cells(text.path, name, top, indices) if read is None else read
            rows_read = len(columns[0])
            return columns

        def row_numbers(rows: Sequence[int]) -> list[int]:
            nonlocal unbroken
            if unbroken is None:
                # Without quotation marks and blank lines every line is a row, and nothing needs to be counted.
                unbroken = not text.quoted and _lines(text.path) == top.lines_above + 1 + rows_read
            if unbroken:
                return [top.lines_above + 2 + row for row in rows]
            return _row_numbers(text.path, top, rows)

        def head(rows: int) -> list[tuple[str, ...]]:
            return [tuple(cells) for _, cells in islice(_data_rows(text.path, top), rows)]

        yield Table(name, top.headers, fetch, row_numbers, head, text.notes, semicolons=top.separator == ";")


def _top(path: Path, name: str) -> Top:
    above, separator = 0, ""
    with path.open(encoding="utf-8-sig", newline=None) as lines:
        while line := lines.readline(LONGEST_LINE):
            # Excel writes such a line above the headers to say how cells are separated.
            hint = re.fullmatch(r'"?sep=(.)"?', line.strip())
            separator = hint[1] if hint else separator
            if line.strip() and not hint:
                break
            above += 1
        else:
            raise BadLedger(f"{name}: the file holds nothing but blank lines; export it again.")
        if not separator:
            outside_quotes = re.sub(r'"[^"]*"', "", line)
            separator = max(_SEPARATORS, key=outside_quotes.count)
        if len(line) >= LONGEST_LINE:
            raise BadLedger(
                f"{name}: row {above + 1} is far too long for headers; put short headers in the first row."
            )
        if not any(rest.strip() for rest in lines):
            raise BadLedger(f"{name}: there is a header but no rows; export it with its rows.")
    headers = next(csv.reader([line.rstrip("\r\n")], delimiter=separator))
    return Top(tuple(header.strip() for header in headers), separator, above)


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
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = (
            (number, cells)
            for number, cells in enumerate(csv.reader(lines, delimiter=top.separator), 1)
            if cells and number > top.lines_above
        )
        yield from islice(rows, 1, None)


def _row_numbers(path: Path, top: Top, rows: Sequence[int]) -> list[int]:
    wanted, found = set(rows), dict[int, int]()
    for position, (number, _) in enumerate(_data_rows(path, top)):
        if position in wanted:
            found[position] = number
            if len(found) == len(wanted):
                break
    return [found.get(row, row + 2) for row in rows]

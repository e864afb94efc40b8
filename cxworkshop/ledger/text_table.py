"""Tables out of text files, whatever separates their cells."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.problems import refuse
from cxworkshop.ledger.table import Table
from cxworkshop.ledger.text_file import plain_text

_LONGEST_LINE = 200_000
_SEPARATORS = ",;\t|"
_WRONG = {
    "MISSING COLUMNS": "there are fewer cells than the header; fill or remove the row",
    "TOO MANY COLUMNS": "there are more cells than the header; put quotation marks around cells that hold a separator",
    "UNQUOTED VALUE": "a quotation mark is opened and never closed; close or remove it",
    "LINE SIZE OVER MAXIMUM": "the row is far too long; look for a quotation mark that is never closed, or a text too long",
}


@dataclass(frozen=True)
class _Top:
    headers: tuple[str, ...]
    separator: str
    lines_above: int


@contextmanager
def open_text(source: Path | bytes, name: str) -> Iterator[Table]:
    """A text file with a header row as a table of text cells; blank lines are no rows.

    Raises BadLedger with one problem a line for rows that do not fit the header.
    """
    with plain_text(source, name) as text:
        top = _top(text.path, name)

        def fetch(indices: Sequence[int]) -> list[Any]:
            return _fetch(text.path, name, top, indices)

        def row_numbers(rows: Sequence[int]) -> list[int]:
            return _row_numbers(text.path, top, rows)

        yield Table(name, top.headers, fetch, row_numbers, text.notes, semicolons=top.separator == ";")


def _top(path: Path, name: str) -> _Top:
    above, separator = 0, ""
    with path.open(encoding="utf-8-sig", newline=None) as lines:
        while line := lines.readline(_LONGEST_LINE):
            # Excel writes such a line above the headers to say how cells are separated.
            hint = re.fullmatch(r'"?sep=(.)"?', line.strip())
            separator = hint[1] if hint else separator
            if line.strip() and not hint:
                break
            above += 1
        else:
            raise BadLedger(f"{name}: the file holds nothing but blank lines; export the ledger again.")
        if not separator:
            outside_quotes = re.sub(r'"[^"]*"', "", line)
            separator = max(_SEPARATORS, key=outside_quotes.count)
        if len(line) >= _LONGEST_LINE:
            raise BadLedger(
                f"{name}: row {above + 1} is far too long for headers; put short headers in the first row."
            )
        if not any(rest.strip() for rest in lines):
            raise BadLedger(f"{name}: there is a header but no rows; export the ledger with its rows.")
    headers = next(csv.reader([line.rstrip("\r\n")], delimiter=separator))
    return _Top(tuple(header.strip() for header in headers), separator, above)


def _fetch(path: Path, name: str, top: _Top, indices: Sequence[int]) -> list[Any]:
    wanted = ", ".join(f"c{i}" for i in indices)
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(config=settings) as engine:
        try:
            cells = engine.sql(
                f"SELECT {wanted} FROM read_csv($path, delim = $separator, quote = '\"', escape = '\"',"
                " header = true, skip = $above, auto_detect = false, compression = 'none', columns = $columns, store_rejects = true,"
                " max_line_size = $longest, buffer_size = 33554432)",
                params={
                    "path": str(path),
                    "separator": top.separator,
                    "above": top.lines_above,
                    "columns": {f"c{i}": "VARCHAR" for i in range(len(top.headers))},
                    "longest": _LONGEST_LINE,
                },
            ).to_arrow_table()
        except duckdb.Error as broken:
            raise BadLedger(f"{name}: the table cannot be read; save it again as CSV in UTF-8.") from broken
        rejects = engine.execute(
            "SELECT DISTINCT line, column_name, error_type::VARCHAR FROM reject_errors ORDER BY line"
        ).fetchall()
    if not len(cells) and not rejects:
        raise BadLedger(
            f"{name}: no rows can be read below the header; save the table again as CSV in UTF-8."
        )
    refuse(name, [_problem(name, top.headers, *reject) for reject in rejects])
    return list(cells.columns)


def _problem(name: str, headers: Sequence[str], line: int, column: str | None, kind: str) -> str:
    place = f"{name}: row {line}"
    # A row with too few or too many cells is wrong as a whole.
    if column is not None and kind not in ("MISSING COLUMNS", "TOO MANY COLUMNS"):
        place += f", column {headers[int(column.removeprefix('c'))]}"
    return f"{place}: {_WRONG.get(kind, 'the row cannot be read; write it again')}."


def _row_numbers(path: Path, top: _Top, rows: Sequence[int]) -> list[int]:
    """The numbers that a spreadsheet shows beside the data rows: blank lines count, line breaks in cells do not."""
    csv.field_size_limit(_LONGEST_LINE * 10)
    wanted, found, position = set(rows), dict[int, int](), -2
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter=top.separator), 1):
            if cells and number > top.lines_above:
                position += 1
                if position in wanted:
                    found[position] = number
                    if len(found) == len(wanted):
                        break
    return [found.get(row, row + 2) for row in rows]

"""Where the table in a text file begins: what separates its cells, and which row holds the headers."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.table import tidy

LONGEST_LINE = 200_000
_SEPARATORS = ",;\t|"
_MOST_TITLES = 20
_MOST_BREAKS = 20
_FEWEST = 3


@dataclass(frozen=True)
class Top:
    """The headers, what separates cells, and the number of the header row as a spreadsheet counts."""

    headers: tuple[str, ...]
    separator: str
    row: int


def find_top(path: Path, name: str) -> Top:
    """The headers of a plain text: the first row with two cells filled, below titles, blank lines and `sep=`.

    Where no row near the top has two, the table has one column, and its header is the first row that is filled.
    Raises BadLedger where there are no headers, or no rows below them.
    """
    with path.open(encoding="utf-8-sig", newline=None) as lines:
        filled = list(islice(_filled(lines), _MOST_TITLES + 2))
    if not filled:
        raise BadLedger(f"{name}: the file holds nothing but blank lines; export it again.")
    first = _top(name, *filled[0])
    top = first if sum(map(bool, first.headers)) > 1 else _below(name, filled) or first
    if top.row == filled[-1][0]:
        raise BadLedger(f"{name}: there is a header but no rows; export it with its rows.")
    return top


def _below(name: str, filled: list[tuple[int, str, str]]) -> Top | None:
    """The headers below titles: rows of one filled cell with separators, above a blank line, or above three columns.

    Two cells below a single one may as well be a list of one column whose cells hold a comma.
    """
    for at, row in enumerate(filled[1 : _MOST_TITLES + 1], 1):
        top = _top(name, *row)
        if sum(map(bool, top.headers)) < 2:
            continue
        apart = top.row > filled[at - 1][0] + 1
        blanks = all(top.separator in title for _, title, _ in filled[:at])
        cells = [len(_cells(below, top.separator)) for _, below, _ in filled[at + 1 : at + 3]]
        return (
            top
            if blanks or apart or (len(top.headers) >= _FEWEST and set(cells) == {len(top.headers)})
            else None
        )
    return None


def _filled(lines: TextIO) -> Iterator[tuple[int, str, str]]:
    """The rows that are not blank, each with its number and with what `sep=` above them said."""
    separator = ""
    for number, row in enumerate(_rows(lines), 1):
        # Excel writes such a line above the headers to say how cells are separated.
        if hint := re.fullmatch(r'"?sep=(.)"?', row.strip()):
            separator = hint[1]
        elif row.strip():
            yield number, row, separator


def _rows(lines: TextIO) -> Iterator[str]:
    """The lines, together with those that follow where a line breaks inside quotation marks."""
    ahead: list[str] = []
    while row := ahead.pop(0) if ahead else lines.readline(LONGEST_LINE):
        if _unfinished(row):
            ahead += islice(iter(lambda: lines.readline(LONGEST_LINE), ""), _MOST_BREAKS - len(ahead))
            wholes = ((row + "".join(ahead[:more]), more) for more in range(1, len(ahead) + 1))
            row, more = next((whole for whole in wholes if not _unfinished(whole[0])), (row, 0))
            del ahead[:more]
        yield row


def _unfinished(row: str) -> bool:
    return row.count('"') % 2 == 1 and re.search(r'(?:^|[,;\t|])"', row) is not None


def _top(name: str, number: int, row: str, separator: str) -> Top:
    if len(row) >= LONGEST_LINE:
        raise BadLedger(
            f"{name}: row {number} is far too long for headers; put short headers in the first row."
        )
    if not separator:
        outside_quotes = re.sub(r'"[^"]*"', "", row)
        separator = max(_SEPARATORS, key=outside_quotes.count)
    return Top(tuple(map(tidy, _cells(row, separator))), separator, number)


def _cells(row: str, separator: str) -> list[str]:
    return next(csv.reader([row.rstrip("\r\n")], delimiter=separator))

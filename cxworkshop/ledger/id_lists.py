"""A list of customers' ids in a file of its own, such as those that are to be left out."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from cxworkshop.domain.errors import BadLedger, NotFound
from cxworkshop.ledger.cells import WrongColumn, as_text
from cxworkshop.ledger.columns import suggest
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.progress import Stages
from cxworkshop.ledger.text_file import plain_text

_SEPARATORS = ",;\t"
_LOOKED_AT = 20
# Longer than any id, and short of what a cell in quotation marks may have.
_LONGEST = 10_000


def read_ids(source: Path | bytes, name: str | None = None) -> tuple[str, ...]:
    """The ids of a file, each once: the first cell of each line of a text, or of each row of .xlsx and .parquet.

    No row is taken for headers: a heading is an id that no customer has. A text may be packed (.gz) and in any encoding
    that a ledger may be in; a cell in quotation marks may hold the sign that parts cells. Raises NotFound where there is
    no such file, BadLedger where it is no such list.
    """
    name = name or (source.name if isinstance(source, Path) else "ids.csv")
    if name.lower().endswith((".xlsx", ".parquet")):
        with open_table(source, name) as table:
            try:
                cells = as_text(table.fetch([0])[0], "a customer").to_pylist()
            except WrongColumn as wrong:
                raise BadLedger(f"{name}: column {table.headers[0]}: {wrong}.") from wrong
            return _each_once([table.headers[0], *(cell or "" for cell in cells)])
    try:
        with plain_text(source, name, Stages(None)) as plain:
            lines = plain.path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as absent:
        raise NotFound(f"{name}: this list of ids cannot be read; check the name and the folder.") from absent
    return _each_once(_first_cells(lines))


def reads_as_heading(text: str) -> bool:
    """Whether an id that no customer has is most likely the heading of a list, such as customer_id."""
    return not re.search(r"\d", text) and bool({"customer", "id"} & suggest((text,)).keys())


def _first_cells(lines: Sequence[str]) -> list[str]:
    looked_at = re.sub(r'"[^"]*"', "", "\n".join(lines[:_LOOKED_AT]))
    separator = max(_SEPARATORS, key=looked_at.count)
    # Line by line, so that a quotation mark never closed costs one id and not all that follow.
    return [
        next(csv.reader([line[:_LONGEST]], delimiter=separator), [""])[0]
        if line.lstrip().startswith('"')
        else line.split(separator, 1)[0]
        for line in map(str.strip, lines)
    ]


def _each_once(cells: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))

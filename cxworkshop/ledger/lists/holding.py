"""What a list's cells say about its columns: names or numbers, nothing at all, or no customer's number after all."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers, WrongColumn, as_text, trimmed
from cxworkshop.ledger.lists.joining import distinct_per
from cxworkshop.ledger.lists.roles import EITHER, letters

_LOOKED_AT = 5_000
_MOST_NAMES = 3.0
"""A number beside more different names than this, on average, is a group's."""
_MOST_ROWS = 100.0
_ANSWERS = "yes no y n true false t f ja nein oui non si x on off"
_YES_OR_NO = frozenset(_ANSWERS.split())


def held(headers: Sequence[str], head: Sequence[Sequence[str]]) -> dict[str, str]:
    """For headers that may mean a customer's name or number (customer, client, account): which of both their cells are."""
    found = {}
    for at, header in enumerate(headers):
        if letters(header) not in EITHER:
            continue
        cells = [row[at].strip() for row in head if at < len(row) and row[at] and row[at].strip()]
        numbers = sum(any(sign.isdigit() for sign in cell) or "@" in cell for cell in cells)
        names = sum(_like_a_name(cell) for cell in cells)
        if 2 * max(numbers, names) > len(cells):
            found[header] = "id" if numbers > names else "name"
    return found


def _like_a_name(cell: str) -> bool:
    """Words without digits: several of them, or one that begins with a capital and goes on in small letters."""
    if any(sign.isdigit() for sign in cell):
        return False
    return len(cell.split()) > 1 or (len(cell) > 2 and cell[0].isupper() and cell[1:].islower())


def usable(column: Any, days: bool) -> tuple[Any, str]:
    """A column as text (as it is, where it tells days), or None and why it cannot be compared."""
    if days:
        return column, ""
    try:
        return as_text(column, "compared").cast(pa.large_string()), ""
    except WrongColumn as wrong:
        return None, str(wrong)


def filled_rows(columns: Sequence[Any], rows: int) -> Integers | None:
    """The positions of rows with a cell in any of the columns; None where these are all."""
    open_rows = np.arange(rows)
    for column in columns:
        cells = column if len(open_rows) == rows else column.take(pa.array(open_rows))
        blank = pc.is_null(cells)
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            short = pc.less_equal(pc.utf8_length(cells), 8).fill_null(False)
            few = pc.equal(trimmed(pc.if_else(short, cells, "x")), "") if pc.any(short).as_py() else short
            blank = pc.or_(blank, few)
        open_rows = open_rows[blank.to_numpy().astype(np.bool_)]
        if not len(open_rows):
            return None
    return np.delete(np.arange(rows), open_rows) if columns else None


def refused(cells: Mapping[str, Any], said: Collection[str]) -> dict[str, str]:
    """Guessed columns of numbers and addresses whose cells speak against it, and why; what a person said stays."""
    found = {}
    for role in ("id", "tax", "email"):
        if role in cells and role not in said and (why := _speaks_against(role, cells)):
            found[role] = why
    return found


def _speaks_against(role: str, cells: Mapping[str, Any]) -> str | None:
    codes, texts = _coded(cells[role])
    filled = int((codes >= 0).sum())
    if not filled:
        return None
    if role == "email":
        addresses = sum("@" in text for text in texts)
        return None if 2 * addresses >= len(texts) else "most of its cells are no e-mail address"
    if len(texts) < filled and (set(texts) <= _YES_OR_NO or set(texts) == {"0", "1"}):
        return "its cells say yes or no"
    if "product" not in cells and filled > _MOST_ROWS * len(texts):
        return f"it has {len(texts)} different cells only"
    for name in ("name", "last_name"):
        if name in cells and filled > len(texts):
            names = distinct_per(codes, _coded(cells[name])[0])
            if names.sum() > _MOST_NAMES * len(texts):
                return "one and the same cell stands beside many names"
    return None


def _coded(column: Any) -> tuple[Codes, list[str]]:
    some = pc.utf8_lower(trimmed(column.slice(0, _LOOKED_AT).combine_chunks()))
    told = pc.if_else(pc.equal(some, ""), pa.scalar(None, some.type), some).dictionary_encode()
    return told.indices.fill_null(-1).to_numpy().astype(np.int32), told.dictionary.to_pylist()

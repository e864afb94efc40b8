"""Rows that stand in a ledger more than once."""

from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers, Mask, as_text, told_apart
from cxworkshop.ledger.numbered import numbered


@dataclass(frozen=True)
class Marks:
    """A number for every row's id, the same where ids are the same; `text` where it may be the same for others too."""

    marks: Integers
    blank: Mask
    text: Any = None
    longest: int = 0
    """Characters in the longest id, where there are any too long to be one."""
    longest_row: int = -1


@dataclass(frozen=True)
class Ids:
    """Which rows have no id, which have an id of an earlier row, and that earlier row for each of these."""

    blank: Mask
    repeats: Integers
    firsts: Integers


def id_marks(column: Any, longest: int) -> Marks:
    """An Arrow column of ids as numbers: the ids themselves, or numbers worked out from them."""
    found = numbered(column)
    if found is not None:
        return Marks(found.values, found.blank)
    text = as_text(column, "a transaction id")
    if pa.types.is_dictionary(text.type):
        text = text.cast(pa.string())
    text = pc.utf8_trim_whitespace(text)
    length = pc.binary_length(text)
    blank = pc.equal(length, 0).fill_null(True).to_numpy()
    most, at = 0, -1
    if (pc.max(length).as_py() or 0) > longest:
        letters = pc.utf8_length(text)
        at = pc.index(pc.greater(letters, longest).fill_null(False), True).as_py()
        most = letters[at].as_py() if at >= 0 else 0
    return Marks(_marks(text), blank, text, most, at)


def repeated_ids(ids: Marks, rows: Mask) -> Ids:
    """Where ids repeat among some rows, equal where spelt the same.

    Only where two marks are equal are the ids themselves looked at, so millions of different ones cost little.
    """
    marks, blank = ids.marks, ids.blank
    candidates = _repeated(marks, rows & ~blank)
    if not len(candidates):
        return Ids(blank, candidates, candidates)
    codes = (
        np.unique(marks[candidates], return_inverse=True)[1].astype(np.int32)
        if ids.text is None
        else told_apart(pa.chunked_array([ids.text.take(pa.array(candidates)).combine_chunks()]))[0]
    )
    first = first_rows(codes)
    again = first != np.arange(len(codes))
    return Ids(blank, candidates[again], candidates[first[again]])


def _marks(text: Any) -> Integers:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(config=settings) as engine:
        engine.register("ids", pa.table({"id": text}))
        marks: Integers = (
            engine.sql("SELECT hash(id) AS mark FROM ids")
            .to_arrow_table()
            .column("mark")
            .to_numpy()
            .view(np.int64)
        )
    return marks


def _repeated(marks: Integers, rows: Mask) -> Integers:
    """The rows whose mark stands on more than one row, in order."""
    counting = marks if rows.all() else marks[rows]
    if (counting[1:] > counting[:-1]).all():
        return np.arange(0)
    ordered = np.sort(counting)
    twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(twice):
        return np.arange(0)
    at = np.minimum(np.searchsorted(twice, marks), len(twice) - 1)
    return np.flatnonzero(rows & (twice[at] == marks))


def first_rows(codes: Codes) -> Integers:
    """For every row the first row with its code."""
    rows = np.arange(len(codes))
    # Written backwards, so that the assignment that stands is the earliest row's.
    first = np.zeros(int(codes.max(initial=-1)) + 1, np.int64)
    first[codes[::-1]] = rows[::-1]
    return first[codes]


def count_repeats(*columns: Integers | Codes) -> int:
    """How many rows are equal in all columns to an earlier row."""
    rows = len(columns[0])
    if rows < 2:
        return 0
    key = np.zeros(rows, np.int64)
    room = 1
    for column in columns:
        low, high = int(column.min()), int(column.max())
        room *= high - low + 1
        if room >= 2**63:
            order = np.lexsort(columns)
            same = [column[order[1:]] == column[order[:-1]] for column in columns]
            return int(np.logical_and.reduce(same).sum())
        key *= high - low + 1
        key += column
        key -= low
    key.sort()
    return int((key[1:] == key[:-1]).sum())

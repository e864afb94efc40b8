"""A column's cells on their way from text to values: told apart once, however many rows repeat them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Integers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

# What is no part of a text at either end of it: blanks of every kind, and marks that nobody sees.
_TRIMMED = "".join(chr(sign) for sign in range(0x3001) if chr(sign).isspace()) + "\ufeff\u200b"
# Rows that are worked on at a time, so that what is made on the way stays near the processor.
_PIECE = 1 << 17
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Parsed:
    """A column's values (0 where there is none), which cells are blank, which are wrong, and why a row's cell is."""

    values: Integers
    blank: Mask
    wrong: Mask
    why: Callable[[int], str]
    notes: tuple[str, ...] = ()


class WrongColumn(ValueError):
    """A column as a whole cannot be what it was picked for; says why and what to do."""


def as_text(column: Any, what: str) -> Any:
    """An Arrow column of text, whole numbers or decimals as text; NaN is null, as a blank cell is.

    Texts that a file keeps in a dictionary stay in one, so the result is of the type string, large_string or
    dictionary of string; a caller that needs plain texts casts it. Raises WrongColumn for any other kind.
    """
    kind = column.type
    if pa.types.is_dictionary(kind):
        if pa.types.is_string(kind.value_type):
            return column
        column = column.cast(kind.value_type)
        kind = column.type
    if pa.types.is_floating(kind):
        column = pc.if_else(pc.is_nan(column), pa.scalar(None, kind), column)
        rounded = pc.round(column)
        if pc.all(pc.or_kleene(pc.equal(rounded, column), pc.is_null(column))).as_py() is not False:
            column = rounded.cast(pa.decimal128(38, 0), safe=False)
        return column.cast(pa.string())
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return column
    if not (
        pa.types.is_integer(kind)
        or pa.types.is_decimal(kind)
        or pa.types.is_null(kind)
        or pa.types.is_string_view(kind)
    ):
        raise WrongColumn(f"holds values of the kind {kind}, which cannot be {what}; choose another column")
    return column.cast(pa.large_string())


def shown(column: Any) -> list[str]:
    """An Arrow column of any kind as people may be shown it, blank where null; for a few cells."""
    found = []
    for cell in column:
        try:
            found.append(str(cell.as_py()) if cell.is_valid else "")
        except UnicodeDecodeError:
            found.append(cell.cast(pa.binary()).as_py().decode("utf-8", "replace"))
        except (OverflowError, ValueError, pa.ArrowException):
            # A day or a zone that only the file knows.
            found.append(str(getattr(cell, "value", "")))
    return found


def pieces(column: Any) -> list[tuple[int, Any]]:
    """An Arrow column in pieces of rows, each with the number of its first row."""
    found, start = [], 0
    for chunk in column.chunks:
        found += [(start + at, chunk.slice(at, _PIECE)) for at in range(0, len(chunk), _PIECE)]
        start += len(chunk)
    return found


def side_by_side(work: Callable[..., _Result], parts: list[tuple[int, Any]]) -> Iterator[_Result]:
    """Do the same work on all parts, on as many cores as there are; results in the parts' order."""
    if len(parts) < 2:
        yield from (work(*part) for part in parts)
        return
    with ThreadPoolExecutor(min(cpu_count() or 1, 8)) as hands:
        yield from hands.map(lambda part: work(*part), parts)


def told_apart(column: Any) -> tuple[Codes, Any]:
    """Rows as numbers into the Arrow array of their distinct texts, in the order they first stand; -1 where null."""
    if pa.types.is_dictionary(column.type):
        chunks = column.unify_dictionaries().chunks
        distinct = chunks[0].dictionary if chunks else pa.array([], pa.string())
        return _indices(chunks, len(column)), distinct
    parts = _halves(column)
    encoded_parts = list(side_by_side(lambda _, half: half.dictionary_encode(), list(enumerate(parts))))
    codes, distinct = np.empty(len(column), np.int32), None
    start = 0
    for told in encoded_parts:
        own = _indices(told.chunks, len(told))
        words = told.chunk(0).dictionary if told.num_chunks else pa.array([], column.type)
        if distinct is None:
            distinct = words
        else:
            known = pc.index_in(words, value_set=distinct)
            fresh = known.is_null().to_numpy(zero_copy_only=False)
            numbers = known.fill_null(-1).to_numpy().astype(np.int32)
            numbers[fresh] = len(distinct) + np.arange(int(fresh.sum()), dtype=np.int32)
            distinct = pa.concat_arrays([distinct, words.filter(pa.array(fresh))])
            own = lookup(numbers, own, -1)
        codes[start : start + len(told)] = own
        start += len(told)
    return codes, pa.array([], column.type) if distinct is None else distinct


def _halves(column: Any) -> list[Any]:
    # Telling texts apart takes one core; two halves take two, and putting them together is little work.
    if len(column) <= _PIECE or (cpu_count() or 1) < 2:
        return [column]
    middle = len(column) // 2
    return [column.slice(0, middle), column.slice(middle)]


def _indices(chunks: list[Any], rows: int) -> Codes:
    codes, start = np.empty(rows, np.int32), 0
    for chunk in chunks:
        indices = chunk.indices
        codes[start : start + len(chunk)] = (
            indices.fill_null(-1) if indices.null_count else indices
        ).to_numpy()
        start += len(chunk)
    return codes


def trimmed(texts: Any) -> Any:
    """An Arrow array of texts without blanks at their ends; null is an empty text."""
    return pc.utf8_trim(texts.fill_null("") if texts.null_count else texts, characters=_TRIMMED)


def encoded(column: Any) -> tuple[Codes, list[str]]:
    """Rows as numbers into the list of their distinct texts, trimmed; -1 where a cell is blank."""
    codes, distinct = told_apart(column)
    texts = trimmed(distinct).to_pylist()
    if "" in texts:
        codes = lookup(np.array([i if text else -1 for i, text in enumerate(texts)], np.int32), codes, -1)
    return codes, texts


def lookup(table: npt.NDArray[Any], codes: Codes, missing: int) -> npt.NDArray[Any]:
    """The table's entry for each code, `missing` for -1."""
    return taken(np.append(table, np.array([missing], table.dtype)), codes)


def taken(table: npt.NDArray[Any], at: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The table's entries at some places, fetched on all cores."""
    found = np.empty(len(at), table.dtype)

    def fetch(part: slice) -> None:
        found[part] = table[at[part]]

    in_parts(fetch, len(at))
    return found


def in_parts(work: Callable[[slice], None], rows: int) -> None:
    """Do a work on all rows, some at a time and on all cores: what it needs on the way never gets large."""
    parts = [slice(start, start + _PIECE) for start in range(0, rows, _PIECE)]
    list(side_by_side(lambda _, part: work(part), list(enumerate(parts))))


def used_of(codes: Codes, many: int) -> Mask:
    """Which of so many codes stand on any row."""
    used = np.zeros(many + 1, np.bool_)

    def note(part: slice) -> None:
        used[codes[part]] = True

    in_parts(note, len(codes))
    return used[:many]


def marked(table: Mask, codes: Codes) -> Mask:
    """Which rows' codes are marked in the table; quick where none are, as is usual."""
    return lookup(table, codes, 0) if table.any() else np.zeros(len(codes), np.bool_)

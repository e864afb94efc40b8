"""A column's cells on their way from text to values: told apart once, however many rows repeat them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Integers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


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
    """An Arrow column of text, whole numbers or decimals as text; raises WrongColumn for any other kind."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
        kind = column.type
    if pa.types.is_floating(kind):
        rounded = pc.round(column)
        if pc.all(pc.or_kleene(pc.equal(rounded, column), pc.is_null(column))).as_py() is not False:
            column = rounded.cast(pa.decimal128(38, 0), safe=False)
        return column.cast(pa.string())
    if not (
        pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
        or pa.types.is_integer(kind)
        or pa.types.is_decimal(kind)
        or pa.types.is_null(kind)
    ):
        raise WrongColumn(f"holds values of the kind {kind}, which cannot be {what}; choose another column")
    return column.cast(pa.large_string())


def encoded(column: Any) -> tuple[Codes, list[str]]:
    """Rows as numbers into the list of their distinct texts, trimmed; -1 where a cell is blank."""
    told = column.combine_chunks().dictionary_encode()
    if isinstance(told, pa.ChunkedArray):
        told = told.combine_chunks()
    codes = told.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    texts = [text.strip().strip("\ufeff\u200b") for text in told.dictionary.to_pylist()]
    return lookup(np.array([i if text else -1 for i, text in enumerate(texts)], np.int32), codes, -1), texts


def lookup(table: npt.NDArray[Any], codes: Codes, missing: int) -> npt.NDArray[Any]:
    """The table's entry for each code, `missing` for -1."""
    return np.append(table, np.array([missing], table.dtype))[codes]

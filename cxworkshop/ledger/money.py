"""A column of amounts, however its file writes money, as whole cents."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import (
    Integers,
    Mask,
    Parsed,
    as_text,
    pieces,
    side_by_side,
)
from cxworkshop.ledger.problems import quoted
from cxworkshop.ledger.written_money import MOST_CENTS, REMEDY, read_written

_SLACK = 1e-6


def parse_money(
    column: Any,
    semicolons: bool,
    rows: Callable[[Sequence[int]], list[int]],
    numbers: Callable[[], Mask] | None = None,
) -> Parsed:
    """An Arrow column of numbers or text as cents; fractions of a cent are rounded, halves away from zero, and told.

    Reads signs before and after, parentheses, currency marks, thousands marks and the decimal comma. `semicolons` says
    that the file separates cells as those with decimal commas do, `rows` gives the file's row numbers for messages,
    `numbers` the rows whose text is a number that the file stores as one. Raises WrongColumn where the decimal mark
    cannot be told, or where there is more than one currency.
    """
    kind = column.type
    if pa.types.is_float64(kind):
        return _from_numbers(column, column)
    if pa.types.is_float32(kind):
        # Its shortest spelling is what a person wrote; its value is a hair off.
        return _from_numbers(column.cast(pa.string()).cast(pa.float64()), column)
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _from_numbers(column.cast(pa.float64(), safe=False), column)
    text = as_text(column, "amounts")
    if not semicolons:
        try:
            return _from_numbers(text.cast(pa.float64()), text)
        except pa.ArrowInvalid:
            pass
    if numbers is None or not (stored := numbers()).any():
        return _from_text(text, semicolons, rows)
    return _from_both(text, stored, rows)


def _from_both(text: Any, stored: Mask, rows: Callable[[Sequence[int]], list[int]]) -> Parsed:
    """Numbers among texts: the decimal mark of the texts says nothing about the numbers."""
    mask, nothing = pa.chunked_array([pa.array(stored)]), pa.scalar(None, text.type)
    try:
        numbers = pc.if_else(mask, text, nothing).cast(pa.float64())
    except pa.ArrowInvalid:
        # Days are stored as numbers too.
        return _from_text(text, False, rows)
    own = _from_numbers(numbers, text)
    others = _from_text(pc.if_else(mask, nothing, text), False, rows)
    return Parsed(
        np.where(stored, own.values, others.values),
        np.where(stored, own.blank, others.blank),
        np.where(stored, own.wrong, others.wrong),
        lambda row: own.why(row) if stored[row] else others.why(row),
        others.notes + own.notes,
    )


def _from_text(text: Any, semicolons: bool, rows: Callable[[Sequence[int]], list[int]]) -> Parsed:
    read = read_written(text, semicolons, rows)
    notes = read.notes + _rounded(read.rounded)
    return Parsed(read.cents, read.blank, read.wrong, lambda row: _unreadable(read.texts(row)), notes)


def _from_numbers(numbers: Any, written: Any) -> Parsed:
    cents, rounded = np.zeros(len(numbers), np.int64), 0
    blank, wrong = np.zeros(len(numbers), np.bool_), np.zeros(len(numbers), np.bool_)

    def read(start: int, piece: Any) -> int:
        rows = slice(start, start + len(piece))
        if piece.null_count:
            blank[rows] = piece.is_null().to_numpy(zero_copy_only=False)
            piece = piece.fill_null(0.0)
        amounts = piece.to_numpy()
        nearest = np.rint(amounts * 100)
        # Almost every column is of whole cents that can be counted; only another is looked at closely.
        if np.abs(nearest).max(initial=0) <= MOST_CENTS and _whole(amounts, nearest):
            cents[rows] = nearest
            return 0
        cents[rows], wrong[rows], fractions = _closely(amounts)
        return int(np.count_nonzero(fractions))

    rounded = sum(side_by_side(read, pieces(numbers)))
    return Parsed(cents, blank, wrong, lambda row: _unreadable(str(written[row].as_py())), _rounded(rounded))


def _whole(amounts: npt.NDArray[np.float64], nearest: npt.NDArray[np.float64]) -> bool:
    return bool(np.abs(amounts * 100 - nearest).max(initial=0) <= _SLACK)


def _closely(amounts: npt.NDArray[np.float64]) -> tuple[Integers, Mask, Mask]:
    """Cents, which amounts are none, and which had fractions of a cent."""
    wrong = ~(np.abs(amounts) <= MOST_CENTS / 100)
    # 10.005 is stored as a hair less; the tolerance is far below any fraction that a person wrote.
    scaled = np.abs(np.where(wrong, 0.0, amounts)) * 100
    slack = _SLACK + scaled * 1e-15
    nearest = np.rint(scaled)
    exact = np.abs(scaled - nearest) <= slack
    cents = np.where(exact, nearest, np.floor(scaled + 0.5 + slack)).astype(np.int64)
    return np.where(amounts < 0, -cents, cents), wrong, ~exact


def _unreadable(written: str) -> str:
    return f"{quoted(written)} is no amount that can be counted; {REMEDY}"


def _rounded(count: int) -> tuple[str, ...]:
    have = "amount has" if count == 1 else "amounts have"
    return (f"{count:,} {have} fractions of a cent: rounded, halves away from zero",) if count else ()

"""Ids that are numbers, or numbers in a mould such as C0001234: millions of them told apart without reading texts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from cxworkshop.ledger.cells import Codes, Integers, Mask, in_parts, pieces, side_by_side, told_apart

_BLANK, _ZERO, _NINE = 32, 48, 57
_MOST_DIGITS, _SHORT = 18, 9
_PLENTY = 1 << 20
_Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Numbered:
    """Rows as the numbers that tell their ids apart (-1 where blank), and how numbers are spelt as Arrow texts."""

    values: Integers
    blank: Mask
    spelt: Callable[[Integers], Any]


def numbered(column: Any) -> Numbered | None:
    """An Arrow column whose ids are plain whole numbers or all of one mould; None where they are not."""
    if pa.types.is_integer(column.type):
        return _integers(column)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return None
    parts = pieces(column)
    # A look at the start spares most other columns the trip through all of their rows.
    if not parts or _moulds([(0, parts[0][1].slice(0, 100))]) is None:
        return None
    found = _moulds(parts)
    if found is None:
        return None
    width, low, high = found
    digits = np.flatnonzero(low != high) if width else np.arange(0)
    # One of a kind, such as a single customer, has nothing that varies: its text will do as it is.
    if width and not len(digits):
        return None
    # Half the memory where the numbers allow it, which is half the time of every step to come.
    short = (len(digits) if width else len(low)) <= _SHORT
    values: Integers = np.empty(len(column), np.int32 if short else np.int64)

    def read(start: int, piece: Any) -> bool:
        held, texts = _held(piece)
        if piece.null_count:
            values[start : start + len(piece)] = -1
        if not len(texts):
            return True
        numbers = _in_mould(texts, width, digits) if width else _plain(texts, short)
        if numbers is None:
            return False
        values[start : start + len(piece)][held] = numbers
        return True

    if not all(side_by_side(read, parts)):
        return None
    return Numbered(values, values < 0, _speller(low, digits) if width else _plainly)


def _integers(column: Any) -> Numbered | None:
    if pa.types.is_uint64(column.type):
        return None
    blank = column.is_null().to_numpy() if column.null_count else np.zeros(len(column), np.bool_)
    values = column.fill_null(0).to_numpy().astype(np.int64)
    if len(values) and values.min() < 0:
        return None
    values[blank] = -1
    return Numbered(values, blank, _plainly)


def _plainly(numbers: Integers) -> Any:
    return pa.array(numbers).cast(pa.string())


def _held(piece: Any) -> tuple[Any, Any]:
    """Where a piece's texts are not empty, as a mask or a slice of all, and these texts."""
    if not piece.null_count:
        return slice(None), piece
    return piece.is_valid().to_numpy(zero_copy_only=False), piece.drop_null()


def _buffers(texts: Any) -> tuple[npt.NDArray[Any], _Bytes]:
    kind = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    _, offsets, data = texts.buffers()
    ends = np.frombuffer(offsets, kind)[texts.offset : texts.offset + len(texts) + 1]
    signs = np.frombuffer(data, np.uint8) if data is not None else np.zeros(0, np.uint8)
    return ends, signs[int(ends[0]) : int(ends[-1])]


def _moulds(parts: list[tuple[int, Any]]) -> tuple[int, _Bytes, _Bytes] | None:
    """The width of the texts if it is one (else 0) with the lowest and highest sign of each place; None if no mould."""
    seen = list(side_by_side(_mould, parts))
    found = [own for own in seen if own is not None and own[0] >= 0]
    if not found or None in seen:
        return None
    widths = {own[0] for own in found}
    if len(widths) == 1 and 0 not in widths:
        low = np.min([own[1] for own in found], axis=0)
        high = np.max([own[2] for own in found], axis=0)
        varying = low != high
        fits = varying.sum() <= _MOST_DIGITS and low.min() >= _BLANK
        return (widths.pop(), low, high) if fits and _digits_only(low[varying], high[varying]) else None
    if not all(_digits_only(*own[1:]) for own in found):
        return None
    _, low, high = max(found, key=lambda own: len(own[1]))
    return (0, low, high) if len(low) <= _MOST_DIGITS else None


def _digits_only(low: _Bytes, high: _Bytes) -> bool:
    return bool((low >= _ZERO).all() and (high <= _NINE).all())


def _mould(_: int, piece: Any) -> tuple[int, _Bytes, _Bytes] | None:
    texts = _held(piece)[1]
    if not len(texts):
        return -1, np.zeros(0, np.uint8), np.zeros(0, np.uint8)
    ends, signs = _buffers(texts)
    widths = np.diff(ends)
    width = int(widths[0])
    if not width or not (widths == width).all():
        low, high = (np.repeat(end, widths.max()) for end in (signs.min(), signs.max()))
        return (0, low, high) if _digits_only(low, high) and widths.min() > 0 else None
    if width > 64:
        return None
    # Many rows side by side are one long row, over which the lowest and highest are found much faster.
    together = 64
    whole = len(texts) // together * together
    rows = [signs[: whole * width].reshape(-1, together * width), signs[whole * width :].reshape(-1, width)]
    lows = [block.min(axis=0).reshape(-1, width) for block in rows if len(block)]
    highs = [block.max(axis=0).reshape(-1, width) for block in rows if len(block)]
    return width, np.concatenate(lows).min(axis=0), np.concatenate(highs).max(axis=0)


def _in_mould(texts: Any, width: int, digits: Integers) -> Integers:
    signs = _buffers(texts)[1].reshape(-1, width)
    numbers: npt.NDArray[Any] = np.zeros(len(signs), np.int32 if len(digits) <= _SHORT else np.int64)
    for place in digits:
        numbers *= 10
        numbers += signs[:, place]
        numbers -= _ZERO
    return numbers


def _speller(mould: _Bytes, digits: Integers) -> Callable[[Integers], Any]:
    def spelt(numbers: Integers) -> Any:
        signs = np.tile(mould, (len(numbers), 1))
        left = numbers.astype(np.int64)
        for place in digits[::-1]:
            left, digit = np.divmod(left, 10)
            signs[:, place] = digit + _ZERO
        ends = np.arange(len(numbers) + 1, dtype=np.int32) * len(mould)
        buffers = [None, pa.py_buffer(ends), pa.py_buffer(np.ascontiguousarray(signs))]
        return pa.Array.from_buffers(pa.string(), len(numbers), buffers)

    return spelt


def _plain(texts: Any, short: bool) -> Integers | None:
    """Digits of any length as numbers; None where one is too long or begins with a nought, so that 07 is not 7."""
    try:
        numbers: Integers = texts.cast(pa.int32() if short else pa.int64()).to_numpy()
    except pa.ArrowInvalid:
        return None
    written = int(np.diff(_buffers(texts)[0]).sum())
    # Noughts in front only ever make a text longer than its number.
    most = len(str(numbers.max()))
    needed = len(numbers) + sum(int((numbers >= 10**power).sum()) for power in range(1, most))
    return numbers if written == needed else None


def coded(found: Numbered) -> tuple[Codes, Integers]:
    """Rows as numbers into the distinct numbers of a column; -1 where blank."""
    values, blank = found.values, found.blank
    high = int(values.max(initial=-1))
    low = int(values.min(initial=0, where=~blank)) if blank.any() else int(values.min(initial=high))
    room = high - low + 1
    if room > max(4 * len(values), _PLENTY):
        codes, distinct = told_apart(pa.chunked_array([pa.array(values, mask=blank)]))
        return codes, distinct.to_numpy()
    # The last place is for blanks.
    used = np.zeros(room + 1, np.bool_)
    codes = np.empty(len(values), np.int32)

    def place(part: slice) -> Integers:
        at = values[part] - low
        at[blank[part]] = room
        return at

    def note(part: slice) -> None:
        used[place(part)] = True

    in_parts(note, len(values))
    used[room] = False
    number_of = np.cumsum(used, dtype=np.int32) - np.int32(1)
    number_of[room] = -1

    def number(part: slice) -> None:
        codes[part] = number_of[place(part)]

    in_parts(number, len(values))
    return codes, np.flatnonzero(used) + low

"""Customer numbers made comparable: a prefix or leading zeros that one list writes and another leaves out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.lists.columns import rows

_SHAPE = r"^(?P<letters>\p{L}*)(?P<digits>\d+)$"


@dataclass(frozen=True)
class _Shape:
    """What all numbers of a list have in common: their letters in front, and whether they are padded with zeros."""

    prefix: str
    padded: bool
    numbers: int


def aligned(names: Sequence[str], columns: Sequence[Any], note: Callable[[str], object]) -> list[Any]:
    """The lists' tidied numbers, without what only some of the lists write in front of every number.

    A prefix goes only where all numbers of a list carry the same one, and another list writes digits alone; leading
    zeros go only where a list pads every number to one length and another has none.
    """
    shapes = [_shape(column) for column in columns]
    prefixes = {shape.prefix for shape in shapes if shape and shape.prefix}
    bare = any(shape and not shape.prefix for shape in shapes)
    out = list(columns)
    if bare and len(prefixes) == 1:
        prefix = prefixes.pop()
        for at, shape in enumerate(shapes):
            if shape and shape.prefix:
                out[at] = pc.utf8_slice_codeunits(out[at], start=len(prefix))
                note(
                    f"{names[at]}: {prefix.upper()} before every customer number is left out, because another list"
                    f" writes the number alone ({rows(shape.numbers)})."
                )
    elif prefixes:
        return out
    some_bare = any(shape and not shape.padded for shape in shapes)
    for at, shape in enumerate(shapes):
        if shape and shape.padded and some_bare:
            out[at] = pc.utf8_ltrim(out[at], characters="0")
            note(
                f"{names[at]}: zeros in front of customer numbers are left out, because another list has none"
                f" ({rows(shape.numbers)})."
            )
    return out


def _shape(column: Any) -> _Shape | None:
    told = pc.drop_null(column)
    if not len(told):
        return None
    parts = pc.extract_regex(told, _SHAPE)
    if parts.null_count:
        return None
    parts = parts.combine_chunks() if isinstance(parts, pa.ChunkedArray) else parts
    letters, digits = parts.field("letters"), parts.field("digits")
    prefixes = pc.unique(letters)
    if len(prefixes) > 1:
        return None
    lengths = pc.min_max(pc.utf8_length(digits))
    zeros = pc.any(pc.starts_with(digits, pattern="0")).as_py()
    padded = zeros and lengths["min"].as_py() == lengths["max"].as_py()
    return _Shape(prefixes[0].as_py(), padded, len(told))

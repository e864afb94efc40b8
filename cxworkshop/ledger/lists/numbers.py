"""Customer numbers made comparable: a prefix or leading zeros that one list writes and another leaves out."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_SHAPE = r"^(?P<letters>\p{L}*)(?P<digits>\d+)$"
_MOST = 0.95
"""A prefix is a list's own where so many of its numbers begin with it: an odd cell proves nothing."""
_LOOKED_AT = 5_000


def prefix_of(numbers: Any) -> str | None:
    """The letters before most of a list's distinct tidied numbers, "" for none; None where they differ or are no numbers."""
    some = numbers.take(pa.array(np.arange(0, len(numbers), max(1, len(numbers) // _LOOKED_AT))))
    parts = pc.extract_regex(some, _SHAPE)
    letters = pc.drop_null(pc.struct_field(parts, "letters"))
    if not len(letters):
        return None
    most = max(pc.value_counts(letters).to_pylist(), key=lambda one: one["counts"])
    return str(most["values"]) if most["counts"] >= _MOST * len(some) else None


def padded(numbers: Any, prefix: str) -> bool:
    """Whether zeros stand before some of the numbers."""
    return bool(pc.any(pc.match_substring_regex(numbers, f"^{prefix}0+\\d")).as_py())


def bare(numbers: Any, prefix: str, keep: str = "") -> Any:
    """Numbers without the zeros before them, and with `keep` in place of their prefix; cells of another shape as they are."""
    return pc.replace_substring_regex(numbers, pattern=f"^{prefix}0*(\\d+)$", replacement=f"{keep}\\1")

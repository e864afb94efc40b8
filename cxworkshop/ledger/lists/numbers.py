"""Customer numbers made comparable: a prefix or leading zeros that one list writes and another leaves out."""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.lists.columns import Values, encoded
from cxworkshop.ledger.lists.overlap import SHARE, Pair, common, pairs, presence

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


def written_otherwise(
    found: Values,
    on: Mask,
    prefixes: Sequence[str | None],
    alike: npt.NDArray[np.int64],
    apart: Collection[Pair],
) -> tuple[list[Pair], list[Pair]]:
    """Pairs of lists that share clearly more numbers without prefix and zeros; and those where that was not done."""
    texts = [found.texts.take(pa.array(np.flatnonzero(mine))) for mine in on]
    known = {prefix for prefix in prefixes if prefix is not None}
    if len(known) < 2 and not any(
        prefix is not None and padded(mine, prefix) for mine, prefix in zip(texts, prefixes, strict=True)
    ):
        return [], []
    plain = [
        mine if prefix is None else bare(mine, prefix) for mine, prefix in zip(texts, prefixes, strict=True)
    ]
    whole = [len(pc.unique(mine)) == len(mine) for mine in plain]
    again = encoded(plain)
    shared = common(presence(again.codes, [len(mine) for mine in plain], len(again.texts)))
    guessed: list[Pair] = []
    missed: list[Pair] = []
    for one, other in pairs(on):
        more = shared[one, other] - alike[one, other]
        if more < max(1.0, SHARE * min(alike[one, one], alike[other, other])):
            continue
        first, second = prefixes[one], prefixes[other]
        same = (
            whole[one]
            and whole[other]
            and None not in (first, second)
            and (first == second or "" in (first, second))
        )
        (guessed if same and (one, other) not in apart else missed).append((one, other))
    return guessed, missed

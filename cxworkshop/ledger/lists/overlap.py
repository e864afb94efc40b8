"""Which lists have how many values in common."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.cells import Codes, Mask

Pair = tuple[int, int]
SHARE = 0.05
"""Lists with different headers number alike where they share so much of the shorter one's numbers."""


def presence(codes: Codes, sizes: Sequence[int], many: int) -> Mask:
    """For each list (of so many rows, one after the other) which of so many codes stand on it."""
    on = np.zeros((len(sizes), many + 1), np.bool_)
    start = 0
    for at, size in enumerate(sizes):
        on[at, codes[start : start + size]] = True
        start += size
    return on[:, :many]


def common(on: Mask) -> npt.NDArray[np.int64]:
    """How many codes each two lists have in common; beside itself, how many a list has."""
    return np.array([[int((one & other).sum()) for other in on] for one in on], np.int64)


def pairs(on: Mask) -> list[Pair]:
    """Every two lists that have any code."""
    filled = [at for at, mine in enumerate(on) if mine.any()]
    return [(one, other) for one in filled for other in filled if one < other]

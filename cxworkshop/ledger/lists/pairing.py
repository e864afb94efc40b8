"""Texts compared in pairs, each pair of different texts once, however many profiles have it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from cxworkshop.ledger.cells import Codes
from cxworkshop.ledger.lists.columns import Values

Levels = npt.NDArray[np.int8]
Numbers = npt.NDArray[np.float32]
Texts = npt.NDArray[Any]


def level_pairs(
    one: Codes, other: Codes, values: Values, differing: Callable[[Texts, Texts], Levels]
) -> Levels:
    """0 where a side is unknown, 1 where both are the same, else what `differing` says of the two texts."""
    levels: Levels = ((one >= 0) & (one == other)).astype(np.int8)
    at = np.flatnonzero((one >= 0) & (other >= 0) & (one != other))
    if not len(at):
        return levels
    size = len(values.texts)
    low, high = np.minimum(one[at], other[at]).astype(np.int64), np.maximum(one[at], other[at])
    pairs = low * size + high
    order = np.argsort(pairs, kind="stable")
    starts = np.flatnonzero(np.diff(pairs[order], prepend=-1))
    told = pairs[order][starts]
    texts = np.array(values.listed(), object)
    found = differing(texts[told // size], texts[told % size])
    levels[at[order]] = np.repeat(found, np.diff(np.append(starts, len(order))))
    return levels


def apart(one: Texts, other: Texts) -> Numbers:
    """How many letters lie between texts side by side; two that are swapped count as one. Beyond 3 it says 4."""
    found: Numbers = process.cpdist(
        one, other, scorer=OSA.distance, score_cutoff=3, dtype=np.float32, workers=-1
    )
    return found


def likeness(one: Texts, other: Texts) -> Numbers:
    """How alike texts are side by side, 0 to 100."""
    found: Numbers = process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float32, workers=-1)
    return found

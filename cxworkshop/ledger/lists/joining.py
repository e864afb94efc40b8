"""Rows joined by what they share: connected components, kept apart where two values of an anchor would meet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask

_NONE = np.empty(0, np.int64)


@dataclass(frozen=True)
class Joined:
    """Each row's entity (the position of its first row), and the codes of the key that were not followed."""

    entity: Integers
    refused: Integers


def joined(entity: Integers, codes: Codes) -> Integers:
    """Entities after rows with the same code (-1: none) are one; an entity is named by its first row."""
    has = np.flatnonzero(codes >= 0)
    if not len(has):
        return entity
    ends, key = entity[has], codes[has]
    root = np.arange(len(entity), dtype=np.int64)
    while True:
        lowest = np.full(int(key.max()) + 1, len(entity), np.int64)
        np.minimum.at(lowest, key, root[ends])
        new = root.copy()
        np.minimum.at(new, ends, lowest[key])
        new = new[new]
        if np.array_equal(new, root):
            return root[entity]
        root = new


def joined_apart(entity: Integers, codes: Codes, anchors: Sequence[Codes]) -> Joined:
    """As `joined`, but a code is not followed where it would bring two values of an anchor into one entity.

    No entity may hold two values of an anchor beforehand (`settled_values`). A code that stands beside two is refused;
    so are all codes of an entity that would get two in a chain. The refused codes come back, for a person to look at.
    """
    codes = codes.copy()
    refused = [two_values(codes, _per(entity, anchor)[entity]) for anchor in anchors]
    for both in refused:
        if len(both):
            codes[np.isin(codes, both)] = -1
    while True:
        after = joined(entity, codes)
        crowded = [two_values(np.where(anchor >= 0, after, -1), anchor) for anchor in anchors]
        inside = np.isin(after, np.concatenate(crowded)) if any(map(len, crowded)) else np.zeros(0, np.bool_)
        chained = np.unique(codes[inside & (codes >= 0)]).astype(np.int64) if len(inside) else _NONE
        if not len(chained):
            return Joined(after, np.unique(np.concatenate([_NONE, *refused])))
        refused.append(chained)
        codes[np.isin(codes, chained)] = -1


def settled_values(entity: Integers, codes: Codes) -> Codes:
    """An anchor's codes with those taken as one that stand together in an entity already, so that none holds two."""
    has = codes >= 0
    if not len(two_values(np.where(has, entity, -1), codes)):
        return codes
    known, ends = np.unique(codes[has], return_inverse=True)
    one = joined(ends.astype(np.int64), entity[has].astype(np.int32))
    out = np.full(len(codes), -1, np.int32)
    out[has] = known[one]
    return out


def distinct_per(group: Codes, value: Codes) -> Integers:
    """How many different values (-1: none) each group has; groups are whole numbers from 0, -1 for none."""
    has = (group >= 0) & (value >= 0)
    size = int(group.max(initial=-1)) + 1
    pairs = np.unique(group[has].astype(np.int64) * (int(value.max(initial=-1)) + 1) + value[has])
    return np.bincount(pairs // (int(value.max(initial=-1)) + 1 or 1), minlength=size)


def _per(entity: Integers, anchor: Codes) -> Integers:
    found = np.full(len(entity), -1, np.int64)
    has = anchor >= 0
    found[entity[has]] = anchor[has]
    return found


def two_values(group: Integers | Codes, value: Integers | Codes) -> Integers:
    """The groups (-1: none) that hold two different values (-1: none)."""
    has: Mask = (group >= 0) & (value >= 0)
    if not has.any():
        return _NONE
    held, values = group[has], value[has]
    last = np.empty(int(held.max()) + 1, np.int64)
    last[held] = values
    return np.unique(held[last[held] != values]).astype(np.int64)

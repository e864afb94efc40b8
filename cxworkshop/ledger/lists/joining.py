"""Rows joined by what they share: connected components, kept apart where two customer numbers would meet."""

from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask


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


def joined_apart(entity: Integers, codes: Codes, anchor: Codes) -> Joined:
    """As `joined`, but a code is not followed where it would bring two anchors (customer numbers) into one entity.

    No entity may hold two anchors beforehand. A code that stands beside two is refused; so are all codes of an entity
    that would get two in a chain. The refused codes come back, for a person to look at.
    """
    codes = codes.copy()
    refused: list[Integers] = []
    while True:
        anchors = _per(entity, anchor)
        both = _two(codes, anchors[entity])
        if len(both):
            refused.append(both)
            codes[np.isin(codes, both)] = -1
        after = joined(entity, codes)
        crowded = _two(np.where(anchor >= 0, after, -1), anchor)
        if not len(crowded):
            break
        chained = np.unique(codes[np.isin(after, crowded) & (codes >= 0)]).astype(np.int64)
        refused.append(chained)
        codes[np.isin(codes, chained)] = -1
    return Joined(after, np.unique(np.concatenate(refused)) if refused else np.empty(0, np.int64))


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


def _two(group: Integers | Codes, value: Integers | Codes) -> Integers:
    """The groups (-1: none) that hold two different values (-1: none)."""
    has: Mask = (group >= 0) & (value >= 0)
    if not has.any():
        return np.empty(0, np.int64)
    size = int(group.max()) + 1
    low, high = np.full(size, np.iinfo(np.int64).max), np.full(size, -1, np.int64)
    np.minimum.at(low, group[has], value[has])
    np.maximum.at(high, group[has], value[has])
    return np.flatnonzero((high >= 0) & (high > low)).astype(np.int64)

"""What comments without a stage or a category have most often: cells of their columns, and words that were said."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pyarrow as pa

from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.comments.reading import Comments

LOOKED_AT = 3_000
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAID_ANYWAY = (
    "about after again also another because been before being both came come could didn't does doesn't "
    "doing done don't down each even ever every first from going gone have having here hers into isn't "
    "it's i've just know like made make many more most much must never nothing once only other ours "
    "over said same says should since some still such take than that that's their them then there these "
    "they they're thing this those told took under until upon very wasn't want wanted went were what "
    "when where which while whom will with within without would wouldn't your yours you're i'm can't "
    "cannot back please thank thanks time well anything something someone"
)
_EVERYDAY = frozenset(_SAID_ANYWAY.split())


def frequent_words(comments: Comments, among: Mask, most: int = 6) -> list[tuple[str, int]]:
    """The words that most of some comments have, and how many of those that were looked at have each.

    At most 3,000 comments are looked at, evenly through the file; everyday words are passed over. Where people spoke in
    their own words, headlines that stand in for missing ones are not looked at.
    """
    own = among & comments.own
    rows = np.flatnonzero(own if own.any() else among)
    if not len(rows):
        return []
    some = rows[np.unique(np.linspace(0, len(rows) - 1, LOOKED_AT).astype(np.int64))]
    found: Counter[str] = Counter()
    for text in comments.low.take(pa.array(some)).to_pylist():
        found.update(set(_WORD.findall(text)))
    told = [
        (word, many)
        for word, many in found.items()
        if many > 1 and len(word) >= _SHORTEST and word not in _EVERYDAY and set(word) != {"x"}
    ]
    return sorted(told, key=lambda one: (-one[1], one[0]))[:most]


def frequent_cells(
    comments: Comments, among: Mask, headers: list[str], most: int = 5
) -> list[tuple[str, str, int]]:
    """The commonest cells of some columns among some comments: header, cell and on how many of these rows, most first."""
    found = [
        (header, cell, many)
        for header in headers
        for cell, many in comments.table.counts(header, among)[:most]
    ]
    return sorted(found, key=lambda one: (-one[2], one[0], one[1]))[:most]

"""Comments chosen for reading: those of a stage, source, category and feeling that hold some words, latest first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.comments.lookup_words import has_words
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.sorting import CATEGORY, SOURCE, STAGE, Sorted

FEELINGS = ("angry", "unhappy", "neutral", "pleased", "delighted")
"""Feelings in words, from -2 to +2."""
ANY = ""
NONE = "-"


@dataclass(frozen=True)
class Wanted:
    """Which comments to read: ids, `-` for those without, or `""` for any; a feeling in words; words that were said."""

    stage: str = ANY
    source: str = ANY
    category: str = ANY
    feeling: str = ANY
    words: str = ""


def chosen(comments: Comments, places: Sorted, wanted: Wanted) -> Integers:
    """The rows of the comments that are wanted: those in customers' own words first, and of these the latest."""
    rows = np.ones(comments.rows, np.bool_)
    for target, id in ((STAGE, wanted.stage), (SOURCE, wanted.source), (CATEGORY, wanted.category)):
        if id != ANY:
            rows &= places.rows(target, None if id == NONE else id)
    if wanted.feeling == NONE:
        rows &= np.isnan(comments.feeling)
    elif wanted.feeling in FEELINGS:
        rows &= np.rint(comments.feeling) == FEELINGS.index(wanted.feeling) - 2
    if wanted.words.strip():
        rows &= has_words(comments.low, wanted.words)
    return comments.order[rows[comments.order]]


def felt(comments: Comments, row: int) -> str:
    """A comment's feeling in words; empty where it has none."""
    value = comments.feeling[row]
    return "" if np.isnan(value) else FEELINGS[int(np.rint(value)) + 2]

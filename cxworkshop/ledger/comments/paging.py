"""Comments chosen for reading: those of a stage, source, category and feeling that hold some words, latest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.comments.lookup_words import has_words, low_texts
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.sorting import CATEGORY, SOURCE, STAGE, Sorted

FEELINGS = ("angry", "unhappy", "neutral", "pleased", "delighted")
"""Feelings in words, from -2 to +2."""
ANY = ""
NONE = "-"
MOST_PRODUCTS = 200
"""More than these nobody picks from a list."""
# In small letters, and more rather than less: around an @, an account number, figures with no letter between.
_MIGHT_BE_COVERED = r"\S*@\S*|\b[a-z]{2}[0-9]{2}[ a-z0-9]{8,}|[0-9(+][^\pL]*[0-9]"


@dataclass(frozen=True)
class Wanted:
    """Which comments to read: ids, `-` for those without, or `""` for any; a feeling in words; a product as the file
    writes it; words that were said."""

    stage: str = ANY
    source: str = ANY
    category: str = ANY
    feeling: str = ANY
    words: str = ""
    product: str = ANY


def chosen(
    comments: Comments, places: Sorted, wanted: Wanted, cover: Callable[[str], str] | None = None
) -> Integers:
    """The rows of the comments that are wanted: those in customers' own words first, and of these the latest.

    With a `cover`, words are looked for in what it leaves to be seen, so that nobody can find out what it hides.
    """
    rows = np.ones(comments.rows, np.bool_)
    for target, id in ((STAGE, wanted.stage), (SOURCE, wanted.source), (CATEGORY, wanted.category)):
        if id != ANY:
            rows &= places.rows(target, None if id == NONE else id)
    if wanted.feeling == NONE:
        rows &= np.isnan(comments.feeling)
    elif wanted.feeling in FEELINGS:
        rows &= np.rint(comments.feeling) == FEELINGS.index(wanted.feeling) - 2
    if wanted.product != ANY:
        rows &= _of_product(comments, wanted.product)
    if wanted.words.strip():
        rows &= has_words(comments.low, wanted.words)
        if cover:
            rows = _still_seen(comments, rows, wanted.words, cover)
    return comments.order[rows[comments.order]]


def products(comments: Comments) -> list[str]:
    """The products that comments speak of, most first; none where the file has no such column or too many of them."""
    header = comments.product
    if header is None or comments.table.distinct(header) > MOST_PRODUCTS:
        return []
    return [text for text, _ in comments.table.counts(header)]


def product_of(comments: Comments, row: int) -> str:
    """The product of a comment as the file writes it; empty where it says none."""
    if comments.product is None:
        return ""
    codes, texts = comments.table.coded(comments.product)
    return texts[codes[row]] if codes[row] >= 0 else ""


def _of_product(comments: Comments, product: str) -> Mask:
    if comments.product is None:
        return np.zeros(comments.rows, np.bool_)
    codes, texts = comments.table.coded(comments.product)
    return np.append(np.array([text == product for text in texts], np.bool_), product == NONE)[codes]


def _still_seen(comments: Comments, rows: Mask, words: str, cover: Callable[[str], str]) -> Mask:
    """Of some rows those whose covered text has the words, too."""
    low = comments.low.filter(pa.array(rows))
    # Covering takes its time: only where the words stand in nothing but what might be covered is it done.
    bare = has_words(pc.replace_substring_regex(low, _MIGHT_BE_COVERED, " | "), words)
    doubtful = np.flatnonzero(rows)[~bare]
    covered = low_texts([cover(text) for text in comments.text.take(pa.array(doubtful)).to_pylist()])
    seen = rows.copy()
    seen[doubtful] = has_words(covered, words)
    return seen


def felt(comments: Comments, row: int) -> str:
    """A comment's feeling in words; empty where it has none."""
    value = comments.feeling[row]
    return "" if np.isnan(value) else FEELINGS[int(np.rint(value)) + 2]

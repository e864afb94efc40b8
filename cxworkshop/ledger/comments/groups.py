"""Sorted comments added up: one group per source, stage, touchpoint and category, and what stands for it aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.rules import Targets
from cxworkshop.ledger.comments.sorting import Sorted

# How many words are read aloud best, what may do where nobody spoke like that, and what is about right.
SHORTEST, LONGEST, TOO_LONG, RIGHT = 8, 40, 80, 22
# What a voice stumbles over: addresses, long numbers, words that were blacked out, words shouted, marks of all kinds.
_STUMBLES = r"[@#<>{}\[\]|\\/_*]|\d{4,}|(?i:xx+)|https?:|www\.|\p{Lu}{4,}|[!?]{2,}"
_NONE = -1


@dataclass(frozen=True)
class Group:
    """Comments that were sorted alike: how many, how they feel (-2 to 2), the latest day, and one of them in its words."""

    to: Targets
    count: int
    feeling: int | None
    last_day: date | None
    quote: str | None


@dataclass(frozen=True)
class Groups:
    """All groups, most comments first, and for each comment the number of its group."""

    all: tuple[Group, ...]
    of: Integers


def group_comments(comments: Comments, places: Sorted) -> Groups:
    """Add up sorted comments; every comment is in exactly one group."""
    key = np.zeros(comments.rows, np.int64)
    for ids, at in zip(places.ids, places.at, strict=True):
        key = key * (len(ids) + 1) + at + 1
    _, first, of, many = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -many))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    first, many, of = first[order], many[order], rank[of]
    known = ~np.isnan(comments.feeling)
    felt = np.bincount(of[known], weights=comments.feeling[known], minlength=len(many))
    rated = np.bincount(of[known], minlength=len(many))
    last = np.zeros(len(many), np.int64)
    np.maximum.at(last, of, comments.day)
    mean = np.divide(felt, rated, out=np.full(len(many), np.nan), where=rated > 0)
    quotes = _quotes(comments, of, mean)
    groups = []
    for number, row in enumerate(first):
        groups.append(
            Group(
                to=(places.id(0, row), places.id(1, row), places.id(2, row), places.id(3, row)),
                count=int(many[number]),
                feeling=round(float(mean[number])) if rated[number] else None,
                last_day=date.fromordinal(int(last[number])) if last[number] else None,
                quote=quotes.get(number),
            )
        )
    return Groups(tuple(groups), of)


def _quotes(comments: Comments, of: Integers, mean: npt.NDArray[np.float64]) -> dict[int, str]:
    """Per group the comment to read aloud: its own words, 8 to 40 of them and plain, felt as most feel, about 22 words,
    late, and of all equal ones the first in the file."""
    length = comments.length
    may = np.flatnonzero(comments.own & (length > 0) & (length <= TOO_LONG))
    if not len(may):
        return {}
    texts = comments.text.take(pa.array(may))
    stumbles: Mask = pc.match_substring_regex(texts, _STUMBLES).to_numpy(zero_copy_only=False)
    words, group = length[may], of[may]
    unfit = (words < SHORTEST) | (words > LONGEST)
    apart = np.nan_to_num(np.abs(comments.feeling[may] - mean[group]), nan=4.0)
    best = np.lexsort((may, -comments.day[may], np.abs(words - RIGHT), apart, stumbles, unfit, group))
    groups, first = np.unique(group[best], return_index=True)
    chosen = comments.text.take(pa.array(may[best[first]])).to_pylist()
    return dict(zip(groups.tolist(), chosen, strict=True))


def rows_saying(comments: Comments, quotes: list[str]) -> dict[str, list[int]]:
    """Where in the file some quotes stand: the rows of the comments that say exactly this; what nobody said is left out."""
    asked = list(dict.fromkeys(quotes))
    if not asked:
        return {}
    index = pc.index_in(comments.text, value_set=pa.array(asked, pa.large_string()))
    rows = np.flatnonzero(index.is_valid().to_numpy(zero_copy_only=False))
    found: dict[str, list[int]] = {}
    for row, at in zip(rows.tolist(), index.take(pa.array(rows)).to_pylist(), strict=True):
        found.setdefault(asked[at], []).append(row)
    return found

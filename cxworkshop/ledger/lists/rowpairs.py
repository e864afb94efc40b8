"""Matched pairs of records, row by row: those that share a key, and near-duplicates with score and reason."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

import numpy as np

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.near import NearPairs
from cxworkshop.ledger.lists.points import THRESHOLD
from cxworkshop.ledger.lists.roles import key_name

MOST_APART = 20
"""Of an entity with more rows than this, each row is paired with its first only: pairs grow with the square of rows."""
COLUMNS = ("list_a", "row_a", "list_b", "row_b", "score", "why")


@dataclass(frozen=True)
class RowPair:
    """Two rows, as positions among the rows of all lists."""

    first: int
    second: int
    score: float
    why: str


def exact_pairs(matched: Matched) -> Iterator[RowPair]:
    """Every two rows that exact keys made one, told by the key that both have, or by the chain that joins them."""
    first, second = _inside(matched.entity)
    shared = [
        (key, (codes := matched.values[key].codes)[first] == codes[second], codes[first] >= 0)
        for key in matched.keys
    ]
    words = np.full(len(first), "joined through another row", object)
    for key, same, known in reversed(shared):
        words[same & known] = f"same {key_name(key)}"
    for one, other, why in zip(first.tolist(), second.tolist(), words, strict=True):
        yield RowPair(one, other, 100, why)


def near_row_pairs(matched: Matched, near: NearPairs, lowest: float) -> Iterator[RowPair]:
    """Every row of one entity with every row of the other, for pairs with at least this score."""
    order = np.argsort(matched.entity, kind="stable")
    starts = np.searchsorted(matched.entity[order], np.arange(len(order) + 1))

    def rows(entity: int) -> list[int]:
        found: list[int] = order[starts[entity] : starts[entity + 1]].tolist()
        return found if len(found) <= MOST_APART else found[:1]

    for at in range(near.count(lowest)):
        score, why = float(near.score[at]), near.why(at)
        for one in rows(int(near.first[at])):
            for other in rows(int(near.second[at])):
                yield RowPair(one, other, score, why)


def pairs_csv(matched: Matched, near: NearPairs | None, accept: float | None) -> str:
    """All matched pairs of records as CSV, with the row numbers that a spreadsheet shows."""
    found = list(exact_pairs(matched))
    if near is not None:
        found += near_row_pairs(matched, near, min(THRESHOLD, accept or THRESHOLD))
    wanted: dict[int, list[int]] = {}
    for row in dict.fromkeys(row for pair in found for row in (pair.first, pair.second)):
        at, position = matched.place(row)
        wanted.setdefault(at, []).append(position)
    numbers = {
        (at, position): number
        for at, positions in wanted.items()
        for position, number in zip(positions, matched.lists[at].row_numbers(positions), strict=True)
    }
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for pair in found:
        one, other = sorted((matched.place(pair.first), matched.place(pair.second)))
        writer.writerow(
            (
                matched.lists[one[0]].name,
                numbers[one],
                matched.lists[other[0]].name,
                numbers[other],
                f"{pair.score:g}",
                pair.why,
            )
        )
    return text.getvalue()


def _inside(entity: Integers) -> tuple[Integers, Integers]:
    order = np.argsort(entity, kind="stable").astype(np.int64)
    root = entity[order]
    sizes = np.bincount(entity, minlength=len(entity))
    small = sizes[root] <= MOST_APART
    firsts, seconds = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for step in range(1, MOST_APART):
        at = np.flatnonzero((root[:-step] == root[step:]) & small[:-step]) if step < len(root) else firsts[0]
        if not len(at):
            break
        firsts.append(order[at])
        seconds.append(order[at + step])
    many = np.flatnonzero(~small & (order != root))
    firsts.append(root[many])
    seconds.append(order[many])
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    sort = np.lexsort((second, first))
    return first[sort], second[sort]

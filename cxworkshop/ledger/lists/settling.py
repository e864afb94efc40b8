"""A person's word laid over the exact keys: same, different, or everything from a score on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.lists.clusters import Clusters
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.near import NearPairs


@dataclass(frozen=True)
class Verdict:
    """What a person said of two rows, each a position among the rows of all lists."""

    first: int
    second: int
    same: bool


@dataclass(frozen=True)
class Settled:
    """Each row's entity after every word; `taken` pairs were made one, `refused` are what contradicts a word before."""

    entity: Integers
    taken: int
    refused: tuple[str, ...]


def settle(
    matched: Matched,
    near: NearPairs | None = None,
    verdicts: Sequence[Verdict] = (),
    accept_from: float | None = None,
) -> Settled:
    """Join what people called the same, then near pairs from a score on, best first.

    Two rows that someone called different are never joined by either, not even in a chain through a third. Neither are,
    by a near pair, two that are clearly different (see points.py): these ask for a word of their own. What would have
    done so is refused and listed. Rows joined by an exact key stay joined.
    """
    refused: list[str] = []
    clusters, taken = _by_word(matched, verdicts, refused)
    if near is not None and accept_from is not None:
        clusters, more = _by_score(clusters, near, accept_from, refused)
        taken += more
    entity = matched.entity.copy()
    if taken:
        root = np.arange(len(entity), dtype=np.int64)
        for member in clusters.members():
            root[member] = clusters.find(member)
        entity = root[entity]
    return Settled(entity, taken, tuple(refused))


def _by_word(matched: Matched, verdicts: Sequence[Verdict], refused: list[str]) -> tuple[Clusters, int]:
    clusters, taken = Clusters(), 0
    for one in sorted(verdicts, key=lambda one: one.same):
        first, second = int(matched.entity[one.first]), int(matched.entity[one.second])
        if not one.same and first == second:
            refused.append(f"{_rows(matched, one)} were called different, but share an exact key.")
        elif not one.same:
            clusters.part(first, second)
        elif clusters.join(first, second):
            taken += 1
        else:
            refused.append(f"{_rows(matched, one)} were called the same, which another “different” forbids.")
    return clusters, taken


def _by_score(
    said: Clusters, near: NearPairs, accept_from: float, refused: list[str]
) -> tuple[Clusters, int]:
    """Near pairs joined, best first; again without what that made one of the clearly different, until none is."""
    upto = near.count(accept_from)
    accepted = list(zip(near.first[:upto].tolist(), near.second[:upto].tolist(), strict=True))
    different: list[tuple[int, int]] = []
    forbidden: list[int] = []
    while True:
        clusters = said.copy()
        for pair in different:
            clusters.part(*pair)
        joined = [clusters.join(*pair) for pair in accepted]
        forbidden.append(joined.count(False))
        found = [pair for pair in clusters.pairs() if said.find(pair[0]) != said.find(pair[1])]
        wrong = near.clearly_different(found)
        if not wrong:
            break
        different += wrong
    refused += _told(forbidden[0], "rows that someone called different.")
    refused += _told(
        forbidden[-1] - forbidden[0],
        "rows whose names or birth dates clearly differ; where they are one all the same, say so pair by pair.",
    )
    return clusters, joined.count(True)


def _told(pairs: int, what: str) -> list[str]:
    return [f"{pairs:,} near pair{'s' * (pairs != 1)} would have joined {what}"] if pairs > 0 else []


def _rows(matched: Matched, one: Verdict) -> str:
    places = [matched.place(row) for row in (one.first, one.second)]
    told = []
    for at, position in places:
        told.append(f"row {matched.lists[at].row_numbers([position])[0]:,} of {matched.lists[at].name}")
    return f"{told[0][0].upper()}{told[0][1:]} and {told[1]}"

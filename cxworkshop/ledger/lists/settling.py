"""A person's word laid over the exact keys: same, different, or everything from a score on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Integers
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

    Two rows that someone called different are never joined by either, not even in a chain through a third; what
    would have done so is refused and listed. Rows joined by an exact key stay joined.
    """
    clusters = _Clusters()
    refused: list[str] = []
    taken = 0
    for one in verdicts:
        if not one.same:
            first, second = int(matched.entity[one.first]), int(matched.entity[one.second])
            if first == second:
                refused.append(f"{_rows(matched, one)} were called different, but share an exact key.")
            else:
                clusters.part(first, second)
    for one in verdicts:
        if one.same:
            first, second = int(matched.entity[one.first]), int(matched.entity[one.second])
            if clusters.join(first, second):
                taken += 1
            else:
                refused.append(
                    f"{_rows(matched, one)} were called the same, which another “different” forbids."
                )
    chained = 0
    if near is not None and accept_from is not None:
        for first, second in _accepted(near, accept_from):
            if clusters.join(first, second):
                taken += 1
            else:
                chained += 1
    if chained:
        refused.append(
            f"{chained:,} near pair{'s' * (chained != 1)} would have joined rows that someone called different."
        )
    entity = matched.entity.copy()
    if taken:
        root = np.arange(len(entity), dtype=np.int64)
        for member in clusters.members():
            root[member] = clusters.find(member)
        entity = root[entity]
    return Settled(entity, taken, tuple(refused))


def _accepted(near: NearPairs, accept_from: float) -> Iterable[tuple[int, int]]:
    upto = near.count(accept_from)
    return zip(near.first[:upto].tolist(), near.second[:upto].tolist(), strict=True)


def _rows(matched: Matched, one: Verdict) -> str:
    places = [matched.place(row) for row in (one.first, one.second)]
    told = []
    for at, position in places:
        told.append(f"row {matched.lists[at].row_numbers([position])[0]:,} of {matched.lists[at].name}")
    return f"{told[0][0].upper()}{told[0][1:]} and {told[1]}"


class _Clusters:
    """Joined entities, named by their first, that know whom they may not be joined with."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._apart: dict[int, set[int]] = {}

    def members(self) -> list[int]:
        return list(self._parent)

    def find(self, one: int) -> int:
        root = one
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(one, one)) != root:
            self._parent[one] = root
            one = parent
        return root

    def part(self, first: int, second: int) -> None:
        self._apart.setdefault(self.find(first), set()).add(self.find(second))
        self._apart.setdefault(self.find(second), set()).add(self.find(first))

    def join(self, first: int, second: int) -> bool:
        """Make two one; False where they may not be."""
        keep, give = sorted((self.find(first), self.find(second)))
        if keep == give:
            return True
        if give in self._apart.get(keep, ()):
            return False
        self._parent[give] = keep
        self._parent.setdefault(keep, keep)
        for foe in self._apart.pop(give, set()):
            self._apart[foe].discard(give)
            self._apart[foe].add(keep)
            self._apart.setdefault(keep, set()).add(foe)
        return True

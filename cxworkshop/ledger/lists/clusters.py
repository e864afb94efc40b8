"""Entities joined one after the other, with those that may not be joined."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import combinations


class Clusters:
    """Joined entities, named by their first, that know whom they may not be joined with."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._apart: dict[int, set[int]] = {}

    def members(self) -> list[int]:
        """The entities that were joined."""
        return list(self._parent)

    def copy(self) -> "Clusters":
        """The same clusters, to try out further joins."""
        return deepcopy(self)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every two entities that are one by now."""
        together: dict[int, list[int]] = {}
        for member in self._parent:
            together.setdefault(self.find(member), []).append(member)
        for members in together.values():
            yield from combinations(sorted(members), 2)

    def find(self, one: int) -> int:
        """The first of the entities that this one belongs to."""
        root = one
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(one, one)) != root:
            self._parent[one] = root
            one = parent
        return root

    def part(self, first: int, second: int) -> None:
        """Say that two may never be one."""
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

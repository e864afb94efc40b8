"""Near-duplicates: pairs of entities that look like one customer, each with a score and a reason; nobody is made one here."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.lists.blocking import candidate_pairs
from cxworkshop.ledger.lists.comparing import Levels, Numbers, compare, reason, scores
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.points import LOWEST
from cxworkshop.ledger.lists.profiles import Profiles, profiles

_AT_ONCE = 400_000


@dataclass(frozen=True)
class NearPairs:
    """Pairs of entities (`first` before `second`, both named by their first row), the best score first."""

    first: Integers
    second: Integers
    score: Numbers
    levels: dict[str, Levels]
    known: Profiles
    notes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.score)

    def why(self, at: int) -> str:
        """The reason for a pair's score, in words."""
        return reason({field: int(level[at]) for field, level in self.levels.items()})

    def count(self, lowest: float) -> int:
        """How many pairs have at least this score."""
        return int((self.score >= lowest).sum())


def near_pairs(matched: Matched, lowest: float = LOWEST) -> NearPairs:
    """Compare what is known of the entities, and keep the pairs with at least this score (0 to 100)."""
    notes: list[str] = []
    known = profiles(matched, notes.append)
    first, second = candidate_pairs(known)
    kept, found = [], []
    for start in range(0, len(first), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        levels = compare(known, first[part], second[part])
        points = scores(levels)
        at = np.flatnonzero(points >= lowest)
        kept.append(at + start)
        found.append((points[at], {field: level[at] for field, level in levels.items()}))
    if not found:
        none = np.empty(0, np.int64)
        return NearPairs(none, none, np.empty(0, np.float32), {}, known, tuple(notes))
    where = np.concatenate(kept)
    score = np.concatenate([points for points, _ in found])
    merged = {field: np.concatenate([levels[field] for _, levels in found]) for field in found[0][1]}
    order = np.lexsort((where, -score))
    where = where[order]
    return NearPairs(
        known.entity[first[where]],
        known.entity[second[where]],
        score[order],
        {field: level[order] for field, level in merged.items()},
        known,
        tuple(dict.fromkeys(notes)),
    )


def shown(near: NearPairs, entity: int, fields: Sequence[str] = ("name", "birth", "street", "town", "phone", "email")) -> dict[str, str]:
    """What is known of an entity, tidied, for reading aloud."""
    at = int(np.searchsorted(near.known.entity, entity))
    known = near.known

    def said(field: str) -> str:
        if field == "name":
            return f"{known.text('first', at)} {known.text('last', at)}".strip().title()
        if field == "street":
            return f"{known.text('house', at)} {known.text('street', at)}".strip().title()
        if field == "town":
            return f"{known.text('postcode', at).upper()} {known.text('town', at).title()}".strip()
        if field == "birth":
            day = known.text("birth", at)
            return f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else ""
        return known.text(field, at)

    return {field: said(field) for field in fields}

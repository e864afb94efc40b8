"""Near-duplicates: pairs of entities that look like one customer, each with a score and a reason; nobody is made one here."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.lists.blocking import candidate_pairs
from cxworkshop.ledger.lists.comparing import compare
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.pairing import Levels, Numbers
from cxworkshop.ledger.lists.points import LOWEST, THRESHOLD
from cxworkshop.ledger.lists.profiles import Profiles, profiles
from cxworkshop.ledger.lists.scoring import most, reason

_AT_ONCE = 4_000_000


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

    def clearly_different(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of these pairs of entities that cannot reach the threshold, whatever else agrees (points.py)."""
        if not pairs:
            return []
        at = np.searchsorted(self.known.entity, np.array(pairs, np.int64))
        _, levels, _ = compare(self.known, at[:, 0], at[:, 1], -np.inf)
        apart = np.flatnonzero(most(levels) < THRESHOLD)
        return [pairs[which] for which in apart.tolist()]

    def count(self, lowest: float) -> int:
        """How many pairs have at least this score."""
        return int((self.score >= lowest).sum())


def near_pairs(matched: Matched, lowest: float = LOWEST) -> NearPairs:
    """Compare what is known of the entities, and keep the pairs with at least this score (0 to 100)."""
    notes: list[str] = []
    known = profiles(matched, notes.append)
    first, second = candidate_pairs(known)
    parts = [
        (start, *compare(known, first[start : start + _AT_ONCE], second[start : start + _AT_ONCE], lowest))
        for start in range(0, max(len(first), 1), _AT_ONCE)
    ]
    where = np.concatenate([at + start for start, at, _, _ in parts])
    score = np.concatenate([points for _, _, _, points in parts])
    levels = {field: np.concatenate([found[field] for _, _, found, _ in parts]) for field in parts[0][2]}
    order = np.lexsort((where, -score))
    where = where[order]
    return NearPairs(
        known.entity[first[where]],
        known.entity[second[where]],
        score[order],
        {field: level[order] for field, level in levels.items()},
        known,
        tuple(dict.fromkeys(notes)),
    )


def shown(
    near: NearPairs,
    entity: int,
    fields: Sequence[str] = ("name", "birth", "street", "town", "phone", "email"),
) -> dict[str, str]:
    """What is known of an entity, tidied, for reading aloud."""
    at = int(np.searchsorted(near.known.entity, entity))
    known = near.known

    def said(field: str) -> str:
        if field == "name":
            return " ".join(
                filter(None, (known.text(part, at) for part in ("first", "last", "form")))
            ).title()
        if field == "street":
            return f"{known.text('house', at)} {known.text('street', at)}".strip().title()
        if field == "town":
            return f"{known.text('postcode', at).upper()} {known.text('town', at).title()}".strip()
        if field == "birth":
            day = known.text("birth", at)
            return f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else ""
        return known.text(field, at)

    return {field: said(field) for field in fields}

"""Rows with one customer number that contradict each other in everything else: lists may number differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.conflicts import KeyConflict, Rows, conflicts
from cxworkshop.ledger.lists.joining import two_values
from cxworkshop.ledger.lists.people import Words, differ, names_at, numbered

_MOST_LOOKED_AT = 500
_FEWEST = 2
_MOST_ROWS = 20


@dataclass(frozen=True)
class Strangers:
    """Two lists of which most customers with the same number have entirely different names and e-mails."""

    one: int
    other: int
    different: int
    of: int


def strangers(rows: Rows, ids: Values, email: Codes) -> list[Strangers]:
    """Pairs of lists whose shared numbers mostly stand beside names without a common word, and not the same e-mail."""
    many = len(ids.texts)
    firsts = np.full((len(rows.lists), many), -1, np.int64)
    for at, start in enumerate(rows.starts):
        mine = np.arange(start, start + rows.lists[at].rows)[::-1]
        mine = mine[ids.codes[mine] >= 0]
        firsts[at, ids.codes[mine]] = mine
    pairs, ends = [], []
    for one, other in combinations(range(len(rows.lists)), 2):
        shared = np.flatnonzero((firsts[one] >= 0) & (firsts[other] >= 0))
        some = shared[:: max(1, len(shared) // _MOST_LOOKED_AT)]
        if len(some) >= _FEWEST:
            pairs.append((one, other, len(some)))
            ends += [firsts[one, some], firsts[other, some]]
    if not pairs:
        return []
    names = iter(names_at(rows.lists, rows.of, rows.starts, np.concatenate(ends)))
    found = []
    for at, (one, other, many) in enumerate(pairs):
        ours, theirs = list(islice(names, many)), list(islice(names, many))
        mails = email[ends[2 * at]], email[ends[2 * at + 1]]
        same_mail = (mails[0] == mails[1]) & (mails[0] >= 0)
        named = sum(bool(a) and bool(b) for a, b in zip(ours, theirs, strict=True))
        different = sum(
            differ(a, b) and not same for a, b, same in zip(ours, theirs, same_mail.tolist(), strict=True)
        )
        if different >= _FEWEST and 2 * different >= named:
            found.append(Strangers(one, other, different, named))
    return found


def doubtful(rows: Rows, ids: Values, email: Codes, tax: Codes) -> tuple[list[KeyConflict], int]:
    """Numbers beside two tax numbers, or beside entirely different names and e-mails; the first of them, and how many."""
    two_taxes = two_values(ids.codes, tax)
    suspects = two_values(np.where(email >= 0, ids.codes, -1), email)
    at = np.flatnonzero(np.isin(ids.codes, suspects) & (email >= 0))
    names = names_at(rows.lists, rows.of, rows.starts, at)
    by_number: dict[int, list[int]] = {}
    for place, code in enumerate(ids.codes[at].tolist()):
        by_number.setdefault(code, []).append(place)
    apart = [
        code
        for code, places in by_number.items()
        if _falls_apart(
            [(names[place], int(email[at[place]])) for place in places if names[place]][:_MOST_ROWS]
        )
    ]
    named = np.full(len(ids.codes), -1, np.int32)
    named[at] = numbered(names)
    odd: Integers = np.setdiff1d(np.array(apart, np.int64), two_taxes)
    told = conflicts(rows, "id", ids.codes, two_taxes, "tax", tax)
    told += conflicts(rows, "id", ids.codes, odd, "name", named)
    return told, len(two_taxes) + len(odd)


def _falls_apart(rows: Sequence[tuple[Words, int]]) -> bool:
    """Whether some rows have neither a word of the name nor the e-mail in common with any of the others."""
    near, rest = rows[:1], list(rows[1:])
    while joining := [
        one for one in rest if any(one[1] == other[1] or not differ(one[0], other[0]) for other in near)
    ]:
        near, rest = [*near, *joining], [one for one in rest if one not in joining]
    return bool(rest)

"""Names compared: first with first and last with last, or across where somebody swapped them."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Mask
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.pairing import Levels, Texts, apart, level_pairs, likeness
from cxworkshop.ledger.lists.petnames import PET_NAMES

# How two first or last names are alike; 0 and 1 (unknown, same) are level_pairs' own.
_SAME, _ONE, _TWO, _SHORT, _INITIAL, _ALIKE, _FAINT, _OTHER = range(1, 9)
_ONE_OFF, _TWO_OFF = 4, 6
"""Only names of at least so many letters stay the same with one or two of them changed: Ann and Ian are two people."""


def name_levels(
    first: Codes, other_first: Codes, last: Codes, other_last: Codes, names: Values, same_birth: Mask
) -> Levels:
    """The level of each pair's names (points.py, NAME); first and last names are codes into the same `names`."""
    firsts = level_pairs(first, other_first, names, _kinship)
    lasts = level_pairs(last, other_last, names, _kinship)
    across = level_pairs(first, other_last, names, _kinship), level_pairs(last, other_first, names, _kinship)
    no_first, no_last = (first < 0) ^ (other_first < 0), (last < 0) ^ (other_last < 0)
    near_last = (lasts > 0) & (lasts <= _ALIKE)
    near_first = (firsts > 0) & (firsts <= _ALIKE)
    known = ((first >= 0) & (other_first >= 0)) | ((last >= 0) & (other_last >= 0))
    levels = (
        ((firsts == _SAME) & (lasts == _SAME), 1),
        ((across[0] == _SAME) & (across[1] == _SAME), 2),
        (_sum(firsts, lasts, 1), 3),
        (_sum(firsts, lasts, 2), 4),
        ((firsts == _SHORT) & near_last, 5),
        ((firsts == _INITIAL) & near_last, 6),
        ((firsts > 0) & (firsts <= _FAINT) & (lasts > 0) & (lasts <= _FAINT), 7),
        ((across[0] > 0) & (across[0] <= _FAINT) & (across[1] > 0) & (across[1] <= _FAINT), 17),
        (no_first & (lasts == _SAME), 8),
        (no_last & (firsts == _SAME), 9),
        # A name alone in one cell may be the other one's first or last name.
        (no_first & no_last & ((across[0] == _SAME) | (across[1] == _SAME)), 9),
        (no_first & near_last, 10),
        ((lasts == _SAME) & (first < 0) & (other_first < 0), 14),
        ((firsts == _SAME) & (last < 0) & (other_last < 0), 15),
        (near_first & (lasts > 0), 11),
        (near_last & (firsts > 0) & same_birth, 16),
        (near_last & (firsts > 0), 12),
        (known & same_birth, 18),
        (known, 13),
    )
    return np.select([mask for mask, _ in levels], [level for _, level in levels], 0).astype(np.int8)


def _sum(firsts: Levels, lasts: Levels, letters: int) -> Mask:
    """Where this many letters differ in first and last name together."""
    steps = np.array([99, 0, 1, 2, 99, 99, 99, 99, 99])
    found: Mask = (firsts > 0) & (lasts > 0) & (steps[firsts] + steps[lasts] == letters)
    return found


def _kinship(one: Texts, other: Texts) -> Levels:
    initial, short = np.zeros(len(one), np.bool_), np.zeros(len(one), np.bool_)
    strange = np.zeros(len(one), np.bool_)
    for at, (a, b) in enumerate(zip(one, other, strict=True)):
        less, more = sorted((a.partition(" ")[0], b.partition(" ")[0]), key=len)
        if len(less) == 1:
            # Two initials that differ are two people, however short the way from one to the other.
            initial[at] = more.startswith(less)
            strange[at] = not initial[at]
        else:
            short[at] = (len(less) > 2 and more.startswith(less)) or bool(
                PET_NAMES.get(less, _NONE) & PET_NAMES.get(more, _NONE)
            )
    steps, like = apart(one, other), likeness(one, other)
    letters = np.array([min(len(a), len(b)) for a, b in zip(one, other, strict=True)])
    one_off, two_off = (steps <= 1) & (letters >= _ONE_OFF), (steps <= 2) & (letters >= _TWO_OFF)
    return np.select(
        [strange, initial, one_off, short, two_off, like >= 75, like >= 65],
        [_OTHER, _INITIAL, _ONE, _SHORT, _TWO, _ALIKE, _FAINT],
        _OTHER,
    ).astype(np.int8)


_NONE: frozenset[str] = frozenset()

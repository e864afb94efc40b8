"""Names compared: first with first and last with last, across where somebody swapped them, companies' as a whole."""

import numpy as np
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Mask
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.kinship import (
    ALIKE,
    FAINT,
    INITIAL,
    ONE,
    OTHER,
    PART,
    SAME,
    SHORT,
    TWO,
    first_kinship,
    last_kinship,
)
from cxworkshop.ledger.lists.pairing import Levels, level_pairs

_OTHERWISE = (11, 12, 13, 16, 22)
_SPELT = (SAME, ONE, TWO, ALIKE, FAINT)


def name_levels(first: Codes, other_first: Codes, last: Codes, other_last: Codes, names: Values) -> Levels:
    """The level of each pair's names (points.py, NAME); first and last names are codes into the same `names`."""
    firsts = level_pairs(first, other_first, names, first_kinship)
    lasts = level_pairs(last, other_last, names, last_kinship)
    across = _across(first, other_first, last, other_last, names, firsts, lasts)
    no_first, no_last = (first < 0) ^ (other_first < 0), (last < 0) ^ (other_last < 0)
    near_last = (lasts > 0) & (lasts <= ALIKE)
    near_first = (firsts > 0) & (firsts <= ALIKE)
    known = ((first >= 0) & (other_first >= 0)) | ((last >= 0) & (other_last >= 0))
    levels = (
        ((firsts == SAME) & (lasts == SAME), 1),
        ((across[0] == SAME) & (across[1] == SAME), 2),
        (_sum(firsts, lasts, 1), 3),
        (_sum(firsts, lasts, 2), 4),
        ((firsts == PART) & near_last | near_first & (lasts == PART), 20),
        ((firsts == SHORT) & (lasts == SAME), 5),
        ((firsts == SHORT) & near_last, 18),
        ((firsts == INITIAL) & (lasts == SAME), 6),
        ((firsts == INITIAL) & near_last, 19),
        ((firsts > 0) & (firsts <= FAINT) & (lasts > 0) & (lasts <= FAINT), 7),
        (np.isin(across[0], _SPELT) & np.isin(across[1], _SPELT) & (np.minimum(*across) <= TWO), 17),
        (no_first & (lasts == SAME), 8),
        (no_last & (firsts == SAME), 9),
        ((no_first | no_last) & ((across[0] == SAME) | (across[1] == SAME)), 23),
        ((lasts == SAME) & (first < 0) & (other_first < 0), 14),
        ((firsts == SAME) & (last < 0) & (other_last < 0), 15),
        (((first < 0) | (other_first < 0)) & near_last, 10),
        (((last < 0) | (other_last < 0)) & near_first, 21),
        ((firsts == SAME) & (lasts > 0), 11),
        (near_first & (lasts > 0), 22),
        ((lasts == SAME) & (firsts > 0), 12),
        (near_last & (firsts > 0), 16),
        (known, 13),
    )
    found = np.select([mask for mask, _ in levels], [level for _, level in levels], 0).astype(np.int8)
    return _within(found, ((first, last), (other_first, other_last)), names)


def _across(
    first: Codes,
    other_first: Codes,
    last: Codes,
    other_last: Codes,
    names: Values,
    firsts: Levels,
    lasts: Levels,
) -> tuple[Levels, Levels]:
    """Each side's first name with the other's last, where first with first and last with last do not fit."""
    out = np.zeros(len(first), np.int8), np.zeros(len(first), np.int8)
    at = np.flatnonzero((firsts == 0) | (lasts == 0) | (firsts == OTHER) | (lasts == OTHER))
    out[0][at] = level_pairs(first[at], other_last[at], names, last_kinship)
    at = at[(out[0][at] > 0) & (out[0][at] <= FAINT) | (first[at] < 0) | (other_last[at] < 0)]
    out[1][at] = level_pairs(last[at], other_first[at], names, last_kinship)
    return out


def _within(levels: Levels, sides: tuple[tuple[Codes, Codes], ...], names: Values) -> Levels:
    """Where a name of several words differs in its parts, but has all the words of the other: a part of it is missing."""
    several = np.append(pc.match_substring(names.texts, " ").to_numpy(zero_copy_only=False), False)
    among = np.logical_or.reduce([several[codes] for side in sides for codes in side])
    texts = [*names.listed(), ""] if among.any() else []
    out = levels.copy()
    for row in np.flatnonzero(among & np.isin(levels, _OTHERWISE)):
        one, other = ({*texts[first[row]].split(), *texts[last[row]].split()} for first, last in sides)
        if min(len(one), len(other)) > 1 and (one <= other or other <= one):
            out[row] = 20
    return out


def _sum(firsts: Levels, lasts: Levels, letters: int) -> Mask:
    """Where this many letters differ in first and last name together."""
    steps = np.array([99, 0, 1, 2, *[99] * 6])
    found: Mask = (firsts > 0) & (lasts > 0) & (steps[firsts] + steps[lasts] == letters)
    return found

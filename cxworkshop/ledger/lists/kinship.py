"""How two first names, or two last names, are alike: spelt nearly so, shortened, in part, or two people's."""

import numpy as np
from rapidfuzz.distance import OSA

from cxworkshop.ledger.lists.pairing import Levels, Texts, apart, likeness
from cxworkshop.ledger.lists.petnames import PET_NAMES

# 0 and 1 (unknown, same) are level_pairs' own.
SAME, ONE, TWO, SHORT, PART, INITIAL, ALIKE, FAINT, OTHER = range(1, 10)
_OPEN = 0
_ONE_OFF, _TWO_OFF = 4, 6
"""Only names of at least so many letters stay the same with one or two of them changed: Ann and Ian are two people."""
_BEFORE = "van von vom zu zum zur de der den del della di da dos das du la le ter ten te al el bin ibn af av"
PARTICLES = frozenset(_BEFORE.split())
"""Words before a last name that do not tell one family from another."""


def first_kinship(one: Texts, other: Texts) -> Levels:
    """How first names side by side are alike; two that are both common, like Paul and Paula, are no slip of the keys."""
    told = np.zeros(len(one), np.int8)
    for at, (a, b) in enumerate(zip(one, other, strict=True)):
        told[at] = _several(a, b) if " " in a or " " in b else _single(a, b)
    return _spelt(one, other, told)


def last_kinship(one: Texts, other: Texts) -> Levels:
    """How last names side by side are alike, by the words that they do not share: van Dijk is no van Gogh."""
    told = np.zeros(len(one), np.int8)
    rests = None
    for at, (a, b) in enumerate(zip(one, other, strict=True)):
        if len(a) == 1 or len(b) == 1:
            told[at] = INITIAL if a[0] == b[0] else OTHER
        elif " " in a or " " in b:
            rests = rests or (one.copy(), other.copy())
            told[at], rests[0][at], rests[1][at] = _rest(a, b)
    return _spelt(*(rests or (one, other)), told)


def _spelt(one: Texts, other: Texts, told: Levels) -> Levels:
    """What is not told yet, by the letters; a short form that is one letter off is told as that."""
    steps, like = apart(one, other), likeness(one, other)
    letters = np.array([min(len(a), len(b)) for a, b in zip(one, other, strict=True)])
    free = told == _OPEN
    one_off = (free | (told == SHORT)) & (steps <= 1) & (letters >= _ONE_OFF)
    two_off = free & (steps <= 2) & (letters >= _TWO_OFF)
    return np.select(
        [one_off, ~free, two_off, like >= 75, like >= 65], [ONE, told, TWO, ALIKE, FAINT], OTHER
    ).astype(np.int8)


def _single(a: str, b: str) -> int:
    """How two first names of one word each are alike, or that their letters have to say."""
    less, more = (a, b) if len(a) <= len(b) else (b, a)
    if len(less) == 1:
        # Two initials that differ are two people, however short the way from one to the other.
        return INITIAL if more[0] == less else OTHER
    first, second = PET_NAMES.get(less), PET_NAMES.get(more)
    if first and second:
        return SHORT if first & second else OTHER
    if len(less) > 2 and more.startswith(less):
        return SHORT
    if len(less) >= _ONE_OFF:
        return _OPEN
    # Aym is a slip for Amy, which is a name; of Kai and Rai nobody knows.
    told = len(less) > 2 and (first or second or len(more) >= _ONE_OFF)
    return ALIKE if told and OSA.distance(less, more) <= 1 else OTHER


def _several(a: str, b: str) -> int:
    """How two first names are alike of which one has several words: the fewer words may be part of the more."""
    if a.replace(" ", "") == b.replace(" ", ""):
        return ONE
    fewer, more = sorted((a.split(), b.split()), key=len)
    if len(fewer) < len(more) and set(fewer) <= set(more) and max(map(len, fewer)) > 1:
        return PART
    if all(_near(*pair) for pair in zip(fewer, more, strict=False)):
        return ALIKE
    # A single name may have been torn in two; two names of several words that are known differ.
    return OTHER if len(fewer) > 1 or {fewer[0], more[0]} <= PET_NAMES.keys() else _OPEN


def _near(word: str, other: str) -> bool:
    level = _single(word, other) if word != other else SAME
    letters = min(len(word), len(other))
    return level != OTHER and (
        level != _OPEN or OSA.distance(word, other) <= (1 if letters < _TWO_OFF else 2)
    )


def _rest(a: str, b: str) -> tuple[int, str, str]:
    """What is left of two last names without the words that both have, where that does not tell already."""
    words = a.split(), b.split()
    shared = set(words[0]) & set(words[1])
    rests = [[word for word in side if word not in shared] for side in words]
    rests = [[word for word in side if word not in PARTICLES] for side in rests]
    if a.replace(" ", "") == b.replace(" ", ""):
        return ONE, a, b
    if all(rests):
        return _OPEN, " ".join(rests[0]), " ".join(rests[1])
    if shared - PARTICLES:
        return (PART if set(words[0]) != set(words[1]) else ALIKE), a, b
    return OTHER, a, b

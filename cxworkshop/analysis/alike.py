"""Candidates that may be one thing under two names, with why: near-duplicates split the dots between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from cxworkshop.analysis.findings import listed, quoted
from cxworkshop.analysis.merged import on_the_wall, stands_for
from cxworkshop.domain.records import Apart, Candidate, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop

NEARLY = 85.0
"""From where two names are nearly the same: a token-sort ratio, 0 to 100."""
SHARED = 2
"""Words that two names of one stage must share; one word is the stage's subject rather than a duplicate."""
FEW = 4
"""Names on the wall that may use a word before it tells nothing any more."""
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "about after again answers answer anybody because before begin beginning better come comes customers customer does doubt "
        "each every everybody fewer from goes gets have hear here instead into leave long longer less make more most "
        "nobody notice only other over people promised should something stage stay stays than that their them then "
        "there they this those through time under until very wait waits what when where which while whoever whom whose "
        "with within without wrong year years your",
    )
)
_IN_MARKS = re.compile("“([^“”]+)”")


class Alike(NamedTuple):
    """Two candidates that look like one, the earlier on the wall first, and why in words."""

    one: Candidate
    other: Candidate
    why: str


def alike(workshop: Workshop) -> tuple[Alike, ...]:
    """Pairs of candidates on the wall that may be one thing: of one moment first, then of one stage, then by name.

    Nothing is proposed between what stops and what does not, nor what the room has called two things.
    """
    standing = stands_for(workshop)
    told = {
        frozenset((standing.get(row.one or "", ""), standing.get(row.other or "", "")))
        for row in workshop.all(Apart)
    }
    found: list[tuple[int, Alike]] = []
    wall = [one for one in on_the_wall(workshop) if one.name]
    common = _common(wall)
    for one, other in combinations(wall, 2):
        if frozenset((one.id, other.id)) in told:
            continue
        if (one.verdict == "stop doing") != (other.verdict == "stop doing"):
            continue
        why = _why(workshop, one, other, common)
        if why:
            found.append((why[0], Alike(one, other, why[1])))
    return tuple(pair for _, pair in sorted(found, key=lambda item: item[0]))


def _why(
    workshop: Workshop, one: Candidate, other: Candidate, common: frozenset[str]
) -> tuple[int, str] | None:
    moment = workshop.get(Touchpoint, one.touchpoint)
    if moment and one.touchpoint == other.touchpoint:
        return 0, f"Both are about the moment {quoted(moment.name, 60)}."
    if moment and workshop.get(Touchpoint, other.touchpoint) and _gathered_alike(one, other):
        # What the app itself wrote of two moments reads alike and is not.
        return None
    stage = workshop.get(Stage, one.stage)
    if stage and one.stage == other.stage:
        shared = [word for word in _shared(one, other) if _stem(word) not in common]
        if len(shared) >= SHARED:
            words = listed([quoted(word) for word in shared[:3]])
            return 1, f"Both are about the stage {quoted(stage.name, 60)} and speak of {words}."
    first, second = _cores(one, other)
    # “Phase 1” and “Phase 2” are written alike because they are two.
    numbered = re.findall(r"\d+", first) == re.findall(r"\d+", second)
    if numbered and fuzz.token_sort_ratio(first, second) >= NEARLY:
        return 2, "Their names are nearly the same."
    return None


def _gathered_alike(one: Candidate, other: Candidate) -> bool:
    return bool(one.origin and other.origin) and _step(one) == _step(other)


def _step(one: Candidate) -> str:
    return (one.origin or "").split("/")[0]


def _cores(one: Candidate, other: Candidate) -> tuple[str, str]:
    """The two names to compare: of what one step gathered only what stands in quotation marks, which people wrote."""
    names = [" ".join((row.name or "").split()).casefold() for row in (one, other)]
    if _gathered_alike(one, other):
        inner = [" ".join(_IN_MARKS.findall(name)) for name in names]
        if all(inner):
            return inner[0], inner[1]
    return names[0], names[1]


def _common(wall: Sequence[Candidate]) -> frozenset[str]:
    """Words, without a last s, that more than a few of the names use: they are how this room talks and tell nothing."""
    counts = Counter(
        stem
        for one in wall
        for stem in {_stem(word) for word in re.findall(r"[^\W\d_]{4,}", (one.name or "").casefold())}
    )
    return frozenset(stem for stem, count in counts.items() if count > FEW)


def _shared(one: Candidate, other: Candidate) -> list[str]:
    """Telling words that both names use, in the order of the first; an ending in s makes no other word."""
    first, second = (
        {_stem(word): word for word in re.findall(r"[^\W\d_]{4,}", name) if word not in _PLAIN}
        for name in _cores(one, other)
    )
    return [word for stem, word in first.items() if stem in second]


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

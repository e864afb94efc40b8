"""One or many of what a company calls its customers: `a gardener`, `1,250 gardeners`, `1 of our staff`."""

from __future__ import annotations

import re

_ODD = {"people": "person", "children": "child", "men": "man", "women": "woman"}
_SEVERAL = re.compile(r"\b(and|or)\b|[&/,+]", re.IGNORECASE)
_SOUNDS_LIKE_YOU = re.compile(r"u(ni(?![dmn])|s[aeiu]|ti|te|k|biq|ro|ra)|eu|one\b|once\b")
"""How words begin that are written with a vowel and said without: a user, a unit; but an uninsured driver."""
_SILENT_H = re.compile(r"hour|honest|honou?r|heir")
_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an SME, an x-ray patient."""


def singular(word: str) -> str | None:
    """One of a plural, such as `gardener` of `gardeners`; None where the word is no plural, or more than one of them."""
    if _SEVERAL.search(word):
        return None
    *front, last = word.split() or ["customers"]
    one = _ODD.get(last.casefold())
    if one is None:
        if not re.search(r"[^sui]s$", last, re.IGNORECASE):
            return None
        one = re.sub(r"(?<=\w\w)ies$", "y", last)
        if one == last:
            one = re.sub(r"(?<=x)es$|(?<=ss|ch|sh)es$|(?<=[^aeo]us)es$|s$", "", last)
    return " ".join((*front, one))


def article(word: str) -> str:
    """`a` or `an`, as the word is said: `an hour`, `a user`, `an SME`, `a VIP guest`."""
    first = re.split(r"[^\w]", word, maxsplit=1)[0]
    spelled = len(first) == 1 or (first.isupper() and (len(first) <= 3 or not re.search("[AEIOU]", first)))
    if spelled:
        return "an" if first[:1].upper() in _SAID_WITH_A_VOWEL else "a"
    said = word.casefold()
    vowel = said[:1] in "aeiou" and not _SOUNDS_LIKE_YOU.match(said)
    return "an" if vowel or _SILENT_H.match(said) else "a"


def people(how_many: float, word: str, more: str = "") -> str:
    """Whole customers by the company's word for them; `more` stands before it: `1 fewer gardener`, `2 more members`."""
    figure = f"{round(how_many):,}{f' {more}' if more else ''}"
    if round(how_many) != 1:
        return f"{figure} {word}"
    one = singular(word)
    return f"{figure} {one}" if one else f"{figure} of our {word}"

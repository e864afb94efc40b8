"""One or many of what a company calls its customers: `1 gardener`, `1,250 gardeners`, `1 of our staff`."""

from __future__ import annotations

import re

_ODD = {"people": "person", "children": "child", "men": "man", "women": "woman"}


def singular(word: str) -> str | None:
    """One of a plural, such as `gardener` of `gardeners`; None where the word does not look like a plural."""
    *front, last = word.split() or ["customers"]
    one = _ODD.get(last.casefold())
    if one is None:
        if not re.search(r"[^sui]s$", last, re.IGNORECASE):
            return None
        one = re.sub(r"(?<=\w\w)ies$", "y", last)
        if one == last:
            one = re.sub(r"(?<=x)es$|(?<=ss|ch|sh)es$|s$", "", last)
    return " ".join((*front, one))


def people(how_many: float, word: str, more: str = "") -> str:
    """Whole customers by the company's word for them; `more` stands before it: `1 fewer gardener`, `2 more members`."""
    figure = f"{round(how_many):,}{f' {more}' if more else ''}"
    if round(how_many) != 1:
        return f"{figure} {word}"
    one = singular(word)
    return f"{figure} {one}" if one else f"{figure} of our {word}"

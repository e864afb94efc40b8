"""Putting a person's words on a picture: broken into lines that fit, cut with an ellipsis where they do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Widths in a common sans-serif, as shares of the letters' height; a rough guess is enough to break lines.
_NARROW, _WIDE = set("ijltfrI.,:;'’!|()[]-/ "), set("mwMWOQGCD@%&—…“”")


def wide(words: str) -> float:
    """How wide words are, in letter heights."""
    return sum(
        0.32
        if letter in _NARROW
        else 0.8
        if letter in _WIDE
        else 0.68
        if letter.isupper()
        else 1.0
        if letter > "⺀"
        else 0.55
        for letter in words
    )


def wrapped(words: str, width: float, most: int) -> str:
    """Words in at most `most` lines, `width` letter heights each; what is cut ends with an ellipsis."""
    found: list[str] = []
    line = ""
    for piece in _pieces(words, width):
        if line and wide((line + piece).rstrip()) > width:
            found.append(line.rstrip())
            line = ""
        line += piece
    found.append(line.rstrip())
    if len(found) > most:
        last = found[most - 1]
        while last and wide(last + "…") > width:
            last = last[:-1]
        found[most - 1 :] = [last.rstrip() + "…"]
    return "\n".join(found)


def fitted(words: str, width: float, height: float, sizes: Sequence[int]) -> tuple[str, int]:
    """Words in lines and the largest letters at which none is cut or broken; the smallest where none will do."""
    label = ""
    for size in sizes:
        label = wrapped(words, width / size, int(height / size))
        longest = max((wide(word) for word in re.split(r"[\s-]+", words)), default=0.0)
        if longest <= width / size and not label.endswith("…"):
            return label, size
    return label, sizes[-1]


def told_apart(labels: Iterable[str]) -> list[str]:
    """The labels in order, equal ones told apart by a number, so that cut names never share a place on an axis."""
    found: list[str] = []
    for label in labels:
        name, again = label, 2
        while name in found:
            name, again = f"{label} ({again})", again + 1
        found.append(name)
    return found


def _pieces(words: str, width: float) -> list[str]:
    """Words with the space or hyphen after them; one that is longer than a line is broken."""
    found: list[str] = []
    for word in re.findall(r"[^\s-]*(?:-|\s+)|[^\s-]+", " ".join(words.split())):
        while wide(word.rstrip()) > width and len(word) > 2:
            part = 2
            while wide(word[: part + 1]) <= width:
                part += 1
            found.append(word[:part])
            word = word[part:]
        found.append(word)
    return found


def short(amount: float, *, signed: bool = False) -> str:
    """A figure that fits on a bar: whole below 100,000, then in thousands or millions; a true minus sign.

    Where it is small, as sales in millions are, a fraction of it is not left out.
    """
    size = abs(amount)
    if size >= 999_500:
        words = f"{size / 1e6:,.{2 if size < 1e7 else 1}f}".rstrip("0").rstrip(".") + " m"
    else:
        words = f"{size:,.0f}" if size < 100_000 else f"{size / 1e3:,.0f} k"
        if size < 100:
            words = f"{size:.2f}".removesuffix(".00")
    sign = "−" if amount < 0 else "+" if signed and amount > 0 else ""
    return sign + words


def cut(words: str, width: float) -> str:
    """Words on one line of `width` letter heights; what does not fit is left out after a word, with an ellipsis.

    Only a word that is longer than the whole line, or writing without spaces, is cut inside.
    """
    line = " ".join(words.split())
    if wide(line) <= width:
        return line
    room = width - wide("…")
    kept = line[: int(room / 0.32) + 1]
    while kept and wide(kept) > room:
        kept = kept[:-1]
    whole = kept if line[len(kept) : len(kept) + 1] == " " else kept.rpartition(" ")[0]
    return (whole if wide(whole) * 2 > room else kept).rstrip(" ,;:-–") + "…"

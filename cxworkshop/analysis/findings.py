"""How findings are put into words: whole numbers with thousands separators, money, lists and a person's words quoted."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


LONGEST_WORD = 40
MOST_PLACES = 6


def in_words(number: float) -> str:
    """A whole number as it is said: `no`, `one` ... `twelve`, then digits with thousands separators."""
    whole = round(number)
    return NUMBERS[whole] if 0 <= whole < len(NUMBERS) else f"{whole:,}"


def counted(number: float, one: str, many: str = "") -> str:
    """A number of things, a fraction rounded: `one customer`, `twelve months`, `1,250 hours`."""
    return f"{in_words(number)} {one if round(number) == 1 else many or one + 's'}"


def all_of(number: int, thing: str) -> str:
    """Every one of some things: `both functions`, `all three functions`; there are two at least."""
    return f"both {thing}s" if number == 2 else f"all {counted(number, thing)}"


def figure(value: float, beside: float = 0.0) -> str:
    """A measured value to about three digits, with thousands separators: `12,345`, `52.4`, `−0.031`; never `−0`.

    It is as precise as the larger of it and the value that it is written beside.
    """
    size = max(abs(value), abs(beside))
    places = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    if 0 < size < 0.1:
        places = min(2 - math.floor(math.log10(size)), MOST_PLACES)
    words = f"{value:,.{places}f}"
    if "." in words:
        words = words.rstrip("0").rstrip(".")
    return "0" if words == "-0" else words.replace("-", "−")


def money(workshop: Workshop, amount: float, places: int = 0) -> str:
    """An amount in the workshop's currency, in whole units unless more `places` are asked for: `EUR 64,800`."""
    figure = f"{round(amount, places) or 0:,.{places}f}".replace("-", "−")
    return f"{workshop.one(Company).currency or ''} {figure}".strip()


def customers(workshop: Workshop) -> str:
    """What this company calls its customers, as it wrote it; `customers` where it has not said, or said a sentence."""
    word = " ".join((workshop.one(Company).customer_word or "").split())
    return word if 0 < len(word) <= LONGEST_WORD else "customers"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def quoted(words: str | None, most: int = 90) -> str:
    """A person's words in quotation marks, on one line, without their full stop, cut where they are long; a dash for none."""
    line = " ".join((words or "").split()).strip('“”"')
    line = (line if line.endswith("..") else line.removesuffix(".")) or "—"
    return f"“{brief(line, most)}”"


def brief(words: str | None, most: int) -> str:
    """A person's words on one line, cut where they are longer than `most` letters."""
    line = " ".join((words or "").split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def sure(evidence: str | None) -> str:
    """How sure a claim is, to stand behind it: ` (estimate)`; nothing where nobody has said."""
    return f" ({evidence})" if evidence else ""


def sentence(words: str) -> str:
    """Words with a capital letter first."""
    return words[:1].upper() + words[1:]

"""The definition card word for word: what a leader signs, and what changed in it since."""

from __future__ import annotations

from cxworkshop.analysis.findings import quoted
from cxworkshop.domain.records import Company, Definition
from cxworkshop.domain.workshop import Workshop

SENTENCE, COUNT, GIVES = "The definition", "The count", "What it gives"
LINES = (
    SENTENCE,
    "We count",
    "What makes one",
    "Setting",
    "Window",
    "Grace",
    "Smallest purchase that counts",
    "Value is",
    "Not counted",
    COUNT,
    GIVES,
)
FIELDS = (
    "sentence",
    "unit",
    "event",
    "setting",
    "window_days",
    "grace_days",
    "minimum",
    "value_basis",
    "exclusions",
    "agreed",
    "gives",
)
"""The fields of Definition that stand on the card, each under the line at the same place in LINES."""
_INDENT, _LONG = "\n  ", 160


def card_lines(workshop: Workshop) -> tuple[tuple[str, str], ...]:
    """The lines of the card as label and words, in the order of the card; what is blank has no line."""
    return lines_of(workshop.one(Definition), workshop.one(Company).currency)


def lines_of(card: Definition, currency: str | None) -> tuple[tuple[str, str], ...]:
    """The lines of a definition as if it stood on the card."""
    words = (
        card.sentence,
        card.unit,
        card.event,
        card.setting,
        _days(card.window_days),
        _days(card.grace_days),
        _amount(card.minimum, currency),
        card.value_basis,
        card.exclusions,
        None if card.agreed is None else f"{card.agreed:,}",
        card.gives,
    )
    return tuple((label, said) for label, said in zip(LINES, words, strict=True) if said)


def card_text(workshop: Workshop) -> str:
    """The card as one text, a line for each of `card_lines`; empty where nothing is written. It is what is signed."""
    return text_of(card_lines(workshop))


def text_of(lines: tuple[tuple[str, str], ...]) -> str:
    """Lines of a card as one text; a person's line breaks are indented."""
    return "\n".join(f"{label}: {said.replace(chr(10), _INDENT)}" for label, said in lines).strip()


def card_changes(old: str, new: str) -> tuple[str, ...]:
    """What differs between two card texts, line by line: `Window: 365 days → 540 days`."""
    before, after = _lines(old), _lines(new)
    labels = dict.fromkeys([*LINES, *before, *after])
    return tuple(
        f"{label}: {_short(before.get(label))} → {_short(after.get(label))}"
        for label in labels
        if before.get(label) != after.get(label)
    )


def _lines(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    label = ""
    for line in text.split("\n"):
        head, colon, words = line.partition(": ")
        if colon and head in LINES:
            label = head
            found[label] = words
        elif line or label:
            # A person's line breaks are indented; a text that was typed elsewhere may not be.
            found[label] = f"{found[label]}\n{line.strip()}" if label in found else line.strip()
    return found


def _short(words: str | None) -> str:
    if not words:
        return "nothing"
    line = " ".join(words.split())
    return line if len(line) <= 24 else quoted(line, _LONG)


def _days(days: int | None) -> str | None:
    return None if days is None else f"{days:,} day{'' if days == 1 else 's'}"


def _amount(amount: float | None, currency: str | None) -> str | None:
    if amount is None:
        return None
    words = f"{amount:,.2f}".removesuffix(".00")
    return f"{currency} {words}" if currency and amount else words

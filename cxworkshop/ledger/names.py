"""Customers and segments told apart by name, whatever spacing or capitals a row writes them with."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Mask, as_text, encoded, lookup
from cxworkshop.ledger.problems import quoted

ALL = "All"
UNKNOWN = "Unknown"
_LONGEST = 1_000


@dataclass(frozen=True)
class Named:
    """Rows as numbers into names (-1 where blank), and which rows' cells cannot be a name."""

    codes: Codes
    names: tuple[str, ...]
    wrong: Mask
    why: Callable[[int], str]


def parse_names(column: Any, what: str, key: Callable[[str], str]) -> Named:
    """An Arrow column as names, equal where their keys are equal; each is spelt as where it first stands."""
    codes, texts = encoded(as_text(column, what))
    numbers: dict[str, int] = {}
    names: list[str] = []
    merged = np.empty(len(texts), np.int32)
    for i, text in enumerate(texts):
        merged[i] = numbers.setdefault(key(text), len(names))
        if merged[i] == len(names):
            names.append(text)
    wrong_of = np.array([len(text) > _LONGEST or "\0" in text for text in texts], np.bool_)

    def why(row: int) -> str:
        text = texts[codes[row]]
        if "\0" in text:
            return f"{quoted(text)} holds a NUL character; remove it"
        return _too_long(len(text), what)

    return Named(lookup(merged, codes, -1), tuple(names), lookup(wrong_of, codes, 0), why)


def parse_ids(column: Any, what: str) -> Named:
    """An Arrow column as ids, equal where spelt the same; told apart without looking at every one of millions."""
    text = pc.utf8_trim_whitespace(as_text(column, what).combine_chunks())
    told = text.dictionary_encode()
    codes = told.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    length = pc.utf8_length(told.dictionary).to_numpy(zero_copy_only=False)
    codes = lookup(np.where(length == 0, -1, np.arange(len(length))).astype(np.int32), codes, -1)
    sizes = lookup(length, codes, 0)
    return Named(codes, (), sizes > _LONGEST, lambda row: _too_long(int(sizes[row]), what))


def _too_long(length: int, what: str) -> str:
    return f"{length:,} characters are too long for {what}; shorten it, or look for a quotation mark never closed"


def customer_key(text: str) -> str:
    """Customers are the same whatever their capitals and however their accents are stored (docs/method.md 2)."""
    return unicodedata.normalize("NFC", text).casefold()


def exact_key(text: str) -> str:
    """Segments are the same only when spelt the same."""
    return unicodedata.normalize("NFC", text)


def compacted(codes: Codes, names: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """Only the names that rows use, renumbered in the order in which they stood."""
    used = [int(code) for code in np.unique(codes) if code >= 0]
    return _renumbered(codes, names, used)


def segments_apart(codes: Codes, names: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """The segments that rows use, in alphabetical order, none of them named as the rows of all or of unknown are."""
    codes = np.where(
        np.isin(codes, [i for i, name in enumerate(names) if name == UNKNOWN]), np.int32(-1), codes
    )
    names = tuple(f"{name} (segment)" if name == ALL else name for name in names)
    used = [int(code) for code in np.unique(codes) if code >= 0]
    return _renumbered(codes, names, sorted(used, key=lambda code: (names[code].casefold(), names[code])))


def _renumbered(codes: Codes, names: tuple[str, ...], used: list[int]) -> tuple[Codes, tuple[str, ...]]:
    renumbered = np.full(len(names) + 1, -1, np.int32)
    renumbered[used] = np.arange(len(used), dtype=np.int32)
    return renumbered[codes], tuple(names[code] for code in used)

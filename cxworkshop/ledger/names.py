"""Customers and segments told apart by name, whatever spacing or capitals a row writes them with."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import (
    Codes,
    Integers,
    Mask,
    as_text,
    lookup,
    marked,
    told_apart,
    trimmed,
    used_of,
)
from cxworkshop.ledger.numbered import coded, numbered
from cxworkshop.ledger.problems import quoted

ALL = "All"
UNKNOWN = "Unknown"
LONGEST = 1_000


@dataclass(frozen=True)
class Named:
    """Rows as numbers into names (-1 where blank), and which rows' cells cannot be a name."""

    codes: Codes
    names: tuple[str, ...]
    wrong: Mask
    why: Callable[[int], str]


def parse_names(column: Any, what: str, key: Callable[[str], str]) -> Named:
    """An Arrow column as names, equal where their keys are equal; each is spelt as where it first stands."""
    if (found := numbered(column)) is not None:
        codes, numbers = coded(found)
        names = tuple(trimmed(found.spelt(numbers)).to_pylist())
        return Named(codes, names, np.zeros(len(codes), np.bool_), str)
    codes, distinct = told_apart(as_text(column, what))
    texts = trimmed(distinct)
    merged, first = _merged(texts, key)
    length = pc.utf8_length(texts).to_numpy()
    nul = pc.match_substring(texts, "\0").to_numpy(zero_copy_only=False)
    names = texts.take(pa.array(first)).to_pylist()
    told = codes
    # Names as many as texts are numbered as these are.
    if len(first) < len(merged):
        codes = lookup(merged, told, -1)
    if "" in names:
        # A blank cell is nobody; those after it move up.
        blank = names.index("")
        del names[blank]
        codes = np.where(codes == blank, np.int32(-1), codes - (codes > blank).astype(np.int32))

    def why(row: int) -> str:
        text = texts[told[row]].as_py()
        if "\0" in text:
            return f"{quoted(text)} holds a NUL character; remove it"
        return too_long(len(text), what)

    return Named(codes, tuple(names), marked((length > LONGEST) | nul, told), why)


def _merged(texts: Any, key: Callable[[str], str]) -> tuple[Codes, Integers]:
    """Each text's number among the names, told apart by key, and where each name first stands."""
    keys = pc.ascii_lower(texts) if key("A") == "a" else texts
    plain = pc.string_is_ascii(texts).to_numpy(zero_copy_only=False)
    if not plain.all():
        rest = pa.array([key(text) for text in texts.filter(pa.array(~plain)).to_pylist()], texts.type)
        keys = pc.replace_with_mask(keys, pa.array(~plain), rest)
    merged = keys.dictionary_encode().indices.to_numpy().astype(np.int32)
    first = np.zeros(int(merged.max(initial=-1)) + 1, np.int64)
    # Written backwards, so that the place that stands is the earliest.
    first[merged[::-1]] = np.arange(len(merged))[::-1]
    return merged, first


def too_long(length: int, what: str) -> str:
    """Why a cell of so many characters cannot be a name or an id."""
    return f"{length:,} characters are too long for {what}; shorten it, or look for a quotation mark never closed"


def customer_key(text: str) -> str:
    """Customers are the same whatever their capitals and however their accents are stored (docs/method.md 2)."""
    return unicodedata.normalize("NFC", text).casefold()


def exact_key(text: str) -> str:
    """Segments are the same only when spelt the same."""
    return unicodedata.normalize("NFC", text)


def united(units: Named, customers: Named) -> tuple[Codes, tuple[str, ...]]:
    """Rows as numbers into names: their unit where there is one, else their customer; the same name is the same one."""
    alone = units.codes < 0
    names = list(units.names)
    numbers = {customer_key(name): i for i, name in enumerate(names)}
    number_of = np.full(len(customers.names), -1, np.int32)
    for code in used_codes(customers.codes[alone], len(customers.names)):
        name = customers.names[code]
        number_of[code] = numbers.setdefault(customer_key(name), len(names))
        if number_of[code] == len(names):
            names.append(name)
    return np.where(alone, lookup(number_of, customers.codes, -1), units.codes), tuple(names)


def compacted(codes: Codes, names: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """Only the names that rows use, renumbered in the order in which they stood."""
    used = used_codes(codes, len(names))
    return (codes, names) if len(used) == len(names) else _renumbered(codes, names, used)


def used_codes(codes: Codes, names: int) -> list[int]:
    """Which of the names rows use."""
    found: list[int] = np.flatnonzero(used_of(codes, names)).tolist()
    return found


def segments_apart(codes: Codes, names: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """The segments that rows use, in alphabetical order; those named as the unknown are have none."""
    if UNKNOWN in names:
        codes = np.where(codes == names.index(UNKNOWN), np.int32(-1), codes)
    used = used_codes(codes, len(names))
    return _renumbered(codes, names, sorted(used, key=lambda code: (names[code].casefold(), names[code])))


def lines_of(segments: tuple[str, ...]) -> tuple[str, ...]:
    """What the segments' lines are called: as the segments are, but none of them as the line of all customers."""
    apart = f"{ALL} (segment)"
    while apart in segments:
        apart = f"{apart} (segment)"
    return tuple(apart if name == ALL else name for name in segments)


def _renumbered(codes: Codes, names: tuple[str, ...], used: list[int]) -> tuple[Codes, tuple[str, ...]]:
    renumbered = np.full(len(names), -1, np.int32)
    renumbered[used] = np.arange(len(used), dtype=np.int32)
    return lookup(renumbered, codes, -1), tuple(names[code] for code in used)

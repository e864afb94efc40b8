"""A column of measured values as numbers, however its file writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.ledger.problems import quoted

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_DRESS = re.compile(r"[\s\u00a0\u202f'’%‰$€£¥]+|\b[A-Z]{3}\b")
_COMMA_ENDS = re.compile(r"[+-]?\d*,(?:\d{1,2}|\d{4,})|[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?0,\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_COMMA = re.compile(r"[+-]?(?:\d*|\d{1,3}(?:\.\d{3})+),\d+")
_POINTED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
STANDS_FOR_NOTHING = frozenset(("n/a", "na", "n.a.", "nan", "null", "none", "-", "–", "—", ".", "?", "#n/a"))
REMEDY = "write it in digits, such as 12500 or 12.5, or leave it blank"


@dataclass(frozen=True)
class Values:
    """The number of each cell, None where it is blank or stands for nothing; `wrong` says by position what is none."""

    numbers: tuple[float | None, ...]
    wrong: dict[int, str]
    notes: tuple[str, ...] = ()


def read_values(cells: Sequence[str], semicolons: bool = False) -> Values:
    """The numbers of a column's cells; percent and currency signs and marks of thousands are passed over.

    A comma is the decimal mark where the column shows it, or where only `semicolons` separate the cells of the file.
    """
    bare = [_bare(cell) for cell in cells]
    commas = any(_COMMA_ENDS.fullmatch(one) for one in bare) or (
        semicolons and any("," in one for one in bare) and not any("." in one for one in bare)
    )
    numbers: list[float | None] = []
    wrong: dict[int, str] = {}
    for at, one in enumerate(bare):
        if not one or cells[at].casefold() in STANDS_FOR_NOTHING:
            numbers.append(None)
            continue
        plain = _plain(one, commas)
        value = float(plain) if _PLAIN.fullmatch(plain) else float("inf")
        if abs(value) > 1e15:
            wrong[at] = f"{quoted(cells[at])} is no number that can be kept; {REMEDY}"
            numbers.append(None)
        else:
            numbers.append(value)
    mark = "the decimal mark" if commas else "a mark of thousands"
    notes = (f"a comma is read as {mark}",) if any("," in one for one in bare) else ()
    return Values(tuple(numbers), wrong, notes)


def is_values(cells: Sequence[str], semicolons: bool = False) -> bool:
    """Whether there are numbers, and nothing that is none among them."""
    read = read_values(cells, semicolons)
    return not read.wrong and any(one is not None for one in read.numbers)


def _plain(bare: str, commas: bool) -> str:
    """A number with a point for its decimal mark and nothing for thousands, where it is written as the column is."""
    if not commas:
        return bare.replace(",", "") if _THOUSANDS.fullmatch(bare) else bare
    if "," in bare:
        return bare.replace(".", "").replace(",", ".") if _COMMA.fullmatch(bare) else ","
    return bare.replace(".", "") if _POINTED.fullmatch(bare) else bare


def _bare(cell: str) -> str:
    if cell.casefold() in STANDS_FOR_NOTHING:
        return ""
    return _DRESS.sub("", cell.replace("−", "-"))

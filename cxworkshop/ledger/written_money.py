"""Amounts as people write them: signs, currency marks, thousands marks, and a decimal mark that the column has to tell."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

from cxworkshop.ledger.cells import Integers, Mask, WrongColumn, encoded, lookup, marked, used_of
from cxworkshop.ledger.problems import quoted

MOST_CENTS = 10**15
REMEDY = "write amounts as 1234.50"
_MARKS = re.compile(r"[$€£¥₹]|\b[A-Z]{3}\b")
_MEANS = {"€": {"EUR"}, "£": {"GBP"}, "₹": {"INR"}, "¥": {"JPY", "CNY"}}
_MEANS["$"] = {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD"}
_PLAIN = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)")
_SCIENTIFIC = re.compile(r"[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}")
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Written:
    """A column of written amounts as cents, which cells are blank or wrong, and how many had fractions of a cent."""

    cents: Integers
    blank: Mask
    wrong: Mask
    rounded: int
    texts: Callable[[int], str]
    notes: tuple[str, ...]


def read_written(text: Any, semicolons: bool, rows: Callable[[Sequence[int]], list[int]]) -> Written:
    """An Arrow column of written amounts as cents, halves of a cent away from zero.

    `rows` gives the file's row numbers for messages. Raises WrongColumn where the decimal mark cannot be told, or where
    there is more than one currency.
    """
    codes, texts = encoded(text)
    bare = [_bare(written) for written in texts]

    used = np.flatnonzero(used_of(codes, len(texts))).tolist()
    amounts = {texts[i]: bare[i] for i in used if bare[i]}

    def place(written: str) -> str:
        at = next(i for i in used if texts[i] == written)
        return f"{quoted(written)} in row {rows([int(np.flatnonzero(codes == at)[0])])[0]}"

    _refuse_currencies(list(amounts), place)
    comma, notes = _decimal_comma(amounts, semicolons, place)
    cents_of, fractions, wrong_of = [], [], []
    for amount in bare:
        value = _value(amount, comma)
        cents = None if value is None else value.quantize(_CENT, ROUND_HALF_UP)
        wrong_of.append(cents is None)
        cents_of.append(0 if cents is None else int(cents * 100))
        fractions.append(cents is not None and cents != value)
    blank = codes < 0
    return Written(
        lookup(np.array(cents_of, np.int64), codes, 0),
        blank,
        marked(np.array(wrong_of, np.bool_), codes) & ~blank,
        int(marked(np.array(fractions, np.bool_), codes).sum()),
        lambda row: texts[codes[row]],
        notes,
    )


def _refuse_currencies(texts: Sequence[str], place: Callable[[str], str]) -> None:
    """Raise WrongColumn where marks cannot all mean one currency, as EUR and € do, and $ and CAD."""
    first: dict[str, str] = {}
    for written in texts:
        for mark in _MARKS.findall(written):
            first.setdefault(mark, written)
    possible = [_MEANS.get(mark, {mark}) for mark in first]
    if len(first) > 1 and not set.intersection(*possible):
        shown = ", ".join(place(written) for written in list(first.values())[:3])
        raise WrongColumn(
            f"holds more than one currency ({shown}); put the currency into a column of its own and give the rates, or"
            " turn all amounts into one at a constant rate first"
        )


def _bare(written: str) -> str:
    """The amount without currency and spacing, its sign in front; empty where it is none."""
    text = _MARKS.sub("", written).strip().replace("−", "-")
    sign = ""
    if text.startswith("(") and text.endswith(")"):
        sign, text = "-", text[1:-1].strip()
    elif text.endswith("-"):
        sign, text = "-", text[:-1].strip()
    text = sign + re.sub(r"^([+-])\s+", r"\1", _SPACED.sub("", text))
    return text if _PLAIN.fullmatch(text) or _SCIENTIFIC.fullmatch(text) else ""


def _decimal_comma(
    amounts: Mapping[str, str], semicolons: bool, place: Callable[[str], str]
) -> tuple[bool, tuple[str, ...]]:
    """Whether the column's decimal mark is the comma, from the amounts that leave no doubt."""
    sure: dict[str, str] = {}
    doubtful: dict[str, str] = {}
    for written, amount in amounts.items():
        for mark, other in (".,", ",."):
            if mark not in amount:
                continue
            parts = amount.lstrip("+-").split(mark)
            if other in amount:
                sure.setdefault(max(".,", key=amount.rfind), written)
            elif len(parts) > 2:
                sure.setdefault(other, written)
            elif len(parts[1]) == 3 and 1 <= len(parts[0]) <= 3 and not parts[0].startswith("0"):
                doubtful.setdefault(mark, written)
            else:
                sure.setdefault(mark, written)
    told = sure or doubtful
    if len(told) > 1:
        raise WrongColumn(
            f"uses both a decimal point and a decimal comma, as in {place(told['.'])} and {place(told[','])};"
            f" {REMEDY}"
        )
    if "," in sure:
        return True, ("amounts are read with a decimal comma",)
    if not sure and doubtful and semicolons:
        # Files with semicolons mostly come from where the comma is the decimal mark, but not all of them.
        (written,) = doubtful.values()
        raise WrongColumn(f"cannot tell whether {place(written)} is in thousands or has decimals; {REMEDY}")
    if not sure and "," in doubtful:
        return False, (f"commas are read as thousands marks, as in {doubtful[',']}",)
    return False, ()


def _value(amount: str, comma: bool) -> Decimal | None:
    if not amount:
        return None
    thousands, mark = (".", ",") if comma else (",", ".")
    if not _SCIENTIFIC.fullmatch(amount):
        whole, _, decimals = amount.lstrip("+-").partition(mark)
        grouped = re.fullmatch(rf"\d{{1,3}}(\{thousands}\d{{2,3}})*\{thousands}\d{{3}}", whole)
        if not (grouped or whole.isdecimal() or not whole) or not (decimals.isdecimal() or not decimals):
            return None
        amount = ("-" if amount[0] == "-" else "") + whole.replace(thousands, "") + "." + decimals
    value = Decimal(amount.rstrip("."))
    return value if abs(value) * 100 <= MOST_CENTS else None

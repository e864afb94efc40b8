"""A column of amounts, however its file writes money, as whole cents."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from cxworkshop.ledger.cells import (
    Integers,
    Mask,
    Parsed,
    WrongColumn,
    as_text,
    encoded,
    lookup,
    marked,
    pieces,
    side_by_side,
)
from cxworkshop.ledger.problems import quoted

MOST_CENTS = 10**15
_SLACK = 1e-6
_MARKS = re.compile(r"[$€£¥₹]|\b[A-Z]{3}\b")
_PLAIN = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)")
_SCIENTIFIC = re.compile(r"[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}")
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))")
_REMEDY = "write amounts as 1234.50"
_CENT = Decimal("0.01")
_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY CNY", "$": "USD CAD AUD NZD SGD HKD"}
Rows = Callable[[Sequence[int]], list[int]]
"""The numbers that a spreadsheet shows beside data rows at some positions."""


def parse_money(column: Any, semicolons: bool, rows: Rows) -> Parsed:
    """An Arrow column of numbers or text as cents; fractions of a cent are rounded, halves away from zero, and told.

    Reads signs before and after, parentheses, currency marks, thousands marks and the decimal comma. `semicolons` says
    that the file separates cells as those with decimal commas do; `rows` gives the file's row numbers for messages.
    Raises WrongColumn where the decimal mark cannot be told, or where there is more than one currency.
    """
    kind = column.type
    if pa.types.is_float64(kind):
        return _from_numbers(column, column)
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return _from_numbers(column.cast(pa.float64(), safe=False), column)
    text = as_text(column, "amounts")
    if not semicolons:
        try:
            return _from_numbers(text.cast(pa.float64()), text)
        except pa.ArrowInvalid:
            pass
    return _from_text(text, semicolons, rows)


def _from_numbers(numbers: Any, written: Any) -> Parsed:
    cents, rounded = np.zeros(len(numbers), np.int64), 0
    blank, wrong = np.zeros(len(numbers), np.bool_), np.zeros(len(numbers), np.bool_)

    def read(start: int, piece: Any) -> int:
        rows = slice(start, start + len(piece))
        if piece.null_count:
            blank[rows] = piece.is_null().to_numpy(zero_copy_only=False)
            piece = piece.fill_null(0.0)
        amounts = piece.to_numpy()
        nearest = np.rint(amounts * 100)
        # Almost every column is of whole cents that can be counted; only another is looked at closely.
        if np.abs(nearest).max(initial=0) <= MOST_CENTS and _whole(amounts, nearest):
            cents[rows] = nearest
            return 0
        cents[rows], wrong[rows], fractions = _closely(amounts)
        return int(np.count_nonzero(fractions))

    rounded = sum(side_by_side(read, pieces(numbers)))
    return Parsed(cents, blank, wrong, lambda row: _unreadable(str(written[row].as_py())), _rounded(rounded))


def _whole(amounts: npt.NDArray[np.float64], nearest: npt.NDArray[np.float64]) -> bool:
    return bool(np.abs(amounts * 100 - nearest).max(initial=0) <= _SLACK)


def _closely(amounts: npt.NDArray[np.float64]) -> tuple[Integers, Mask, Mask]:
    """Cents, which amounts are none, and which had fractions of a cent."""
    wrong = ~(np.abs(amounts) <= MOST_CENTS / 100)
    # 10.005 is stored as a hair less; the tolerance is far below any fraction that a person wrote.
    scaled = np.abs(np.where(wrong, 0.0, amounts)) * 100
    slack = _SLACK + scaled * 1e-15
    nearest = np.rint(scaled)
    exact = np.abs(scaled - nearest) <= slack
    cents = np.where(exact, nearest, np.floor(scaled + 0.5 + slack)).astype(np.int64)
    return np.where(amounts < 0, -cents, cents), wrong, ~exact


def _from_text(text: Any, semicolons: bool, rows: Rows) -> Parsed:
    codes, texts = encoded(text)
    bare = [_bare(written) for written in texts]

    def place(at: int) -> str:
        (row,) = rows([int(np.flatnonzero(codes == at)[0])])
        return f"{quoted(texts[at])} in row {row}"

    first_of: dict[str, int] = {}
    for at, (written, amount) in enumerate(zip(texts, bare, strict=True)):
        for mark in _MARKS.findall(written) if amount else ():
            first_of.setdefault(mark, at)
    if len(differing := _currencies(first_of)) > 1:
        raise WrongColumn(
            f"holds more than one currency, as {' and '.join(place(first_of[mark]) for mark in differing[:2])};"
            " turn all amounts into one at a constant rate first, or put the currency into a column of its own"
        )
    amounts: dict[str, int] = {}
    for at, amount in enumerate(bare):
        if amount:
            amounts.setdefault(amount, at)
    comma, notes = _decimal_comma(list(amounts), semicolons, lambda amount: place(amounts[amount]))
    cents_of, fractions, wrong_of = [], [], []
    for amount in bare:
        value = _value(amount, comma)
        cents = None if value is None else value.quantize(_CENT, ROUND_HALF_UP)
        wrong_of.append(cents is None)
        cents_of.append(0 if cents is None else int(cents * 100))
        fractions.append(cents is not None and cents != value)
    blank = codes < 0
    wrong = marked(np.array(wrong_of, np.bool_), codes) & ~blank
    values: Integers = lookup(np.array(cents_of, np.int64), codes, 0)
    rounded = int(marked(np.array(fractions, np.bool_), codes).sum())
    return Parsed(values, blank, wrong, lambda row: _unreadable(texts[codes[row]]), notes + _rounded(rounded))


def _unreadable(written: str) -> str:
    return f"{quoted(written)} is no amount that can be counted; {_REMEDY}"


def _rounded(count: int) -> tuple[str, ...]:
    have = "amount has" if count == 1 else "amounts have"
    return (f"{count:,} {have} fractions of a cent: rounded, halves away from zero",) if count else ()


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


def _currencies(marks: Mapping[str, int]) -> list[str]:
    """A mark for each currency: a sign and the code that it may stand for are one."""
    codes = [mark for mark in marks if mark.isalpha()]
    return codes + [
        sign
        for sign in marks
        if not sign.isalpha() and not any(code in _SIGNS.get(sign, "").split() for code in codes)
    ]


def _decimal_comma(
    amounts: list[str], semicolons: bool, place: Callable[[str], str]
) -> tuple[bool, tuple[str, ...]]:
    """Whether the column's decimal mark is the comma, from the amounts that leave no doubt."""
    sure: dict[str, str] = {}
    doubtful: dict[str, str] = {}
    for amount in amounts:
        for mark, other in (".,", ",."):
            if mark not in amount:
                continue
            parts = amount.lstrip("+-").split(mark)
            if other in amount:
                sure.setdefault(max(".,", key=amount.rfind), amount)
            elif len(parts) > 2:
                sure.setdefault(other, amount)
            elif len(parts[1]) == 3 and 1 <= len(parts[0]) <= 3 and not parts[0].startswith("0"):
                doubtful.setdefault(mark, amount)
            else:
                sure.setdefault(mark, amount)
    told = sure or doubtful
    if len(told) > 1:
        raise WrongColumn(
            f"uses both a decimal point and a decimal comma, as in {place(told['.'])} and {place(told[','])}; {_REMEDY}"
        )
    if "," in sure:
        return True, ("amounts are read with a decimal comma",)
    if not sure and doubtful and semicolons:
        (amount,) = doubtful.values()
        raise WrongColumn(f"cannot tell whether {place(amount)} is in thousands or has decimals; {_REMEDY}")
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

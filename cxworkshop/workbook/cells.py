"""What one cell says in a field: what was written there, what a person typed instead, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl.utils.datetime import from_excel

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.fields import Face
from cxworkshop.domain.values import parse
from cxworkshop.workbook.sheets import Shown, is_text, plain, same
from cxworkshop.workbook.unzip import FORMULA, Cell


@dataclass(frozen=True)
class Name:
    """A reference as typed, which has still to be found among the rows of another sheet."""

    words: str


def said(face: Face, cell: Cell, written: Shown, before: object, epoch: datetime) -> object:
    """The value of a field, or a Name; `before` where the cell still shows what was `written` for it.

    Raises BadValue with what is wrong and what to do.
    """
    if cell.wrong:
        remedy = "paste its value" if cell.wrong == FORMULA else "write a value or leave the cell blank"
        raise BadValue(f"holds {cell.wrong}: {remedy}")
    value = _serial(face, cell, epoch)
    if same(value, written):
        return before
    if isinstance(value, str):
        value = plain(value)
    elif isinstance(value, datetime) and is_text(face):
        value = str(value.date() if value.time() == time() else value)
    if face.kind == "ref":
        words = parse(Face("text"), value)
        return Name(str(words)) if words is not None else None
    return parse(face, value)


def _serial(face: Face, cell: Cell, epoch: datetime) -> object:
    """The cell's value; days and shares that lost their format are taken for what they are."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    if face.kind == "date":
        try:
            day = from_excel(value, epoch)
        except (OverflowError, ValueError):
            return value
        return day if isinstance(day, date) else value
    if face.kind == "percent" and cell.share:
        return round(value * 100, 10)
    return value

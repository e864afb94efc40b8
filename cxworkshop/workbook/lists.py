"""The hidden sheet of names that the drop-down lists offer: the rows of other sheets, and choices too long for a check."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from cxworkshop.domain.record import face_of, fields
from cxworkshop.domain.records import BY_KIND, RECORDS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.looks import Looks, put
from cxworkshop.workbook.sheets import HEADER_ROW, LISTS, ROOM
from cxworkshop.workbook.validation import inline


@dataclass(frozen=True)
class _Column:
    key: str
    words: tuple[str, ...]
    typed: tuple[str, ...] = ()
    """Formulas that show what people type below the rows of a sheet."""

    def formula(self, at: int) -> str:
        """The range of all words and of what was typed so far."""
        letter, last = xl_col_to_name(at), len(self.words) + len(self.typed) + 1
        if not self.typed:
            return f"='{LISTS}'!${letter}$2:${letter}${max(2, last)}"
        full = f"'{LISTS}'!${letter}$2:${letter}${last}"
        return f"=OFFSET('{LISTS}'!${letter}$2,0,0,MAX(1,COUNTIF({full},\"?*\")),1)"


def columns(workshop: Workshop) -> tuple[_Column, ...]:
    """One column per kind that a reference points to, and one per choice that is too long for a check."""
    found: dict[str, _Column] = {}
    for cls in RECORDS:
        for name in fields(cls):
            face = face_of(cls, name)
            if face.refers and face.refers not in found:
                found[face.refers] = _names(workshop, face.refers)
            elif face.choices and not inline(face.choices):
                found[f"{cls.kind}.{name}"] = _Column(f"{cls.kind}.{name}", face.choices)
    return tuple(found.values())


def ranges(workshop: Workshop) -> dict[str, str]:
    """The formula of each list, by its key."""
    return {column.key: column.formula(at) for at, column in enumerate(columns(workshop))}


def write_lists(book: Workbook, looks: Looks, workshop: Workshop) -> None:
    """Add the hidden sheet."""
    sheet = book.add_worksheet(LISTS)
    sheet.hide()
    plain = looks()
    for at, column in enumerate(columns(workshop)):
        sheet.write_string(0, at, column.key, plain)
        for row, words in enumerate(column.words, start=1):
            put(sheet, row, at, words, plain, plain)
        for row, formula in enumerate(column.typed, start=1 + len(column.words)):
            sheet.write_formula(row, at, formula, None, "")


def _names(workshop: Workshop, kind: str) -> _Column:
    cls = BY_KIND[kind]
    words = tuple(workshop.labels(kind).values())
    named_by = cls.named_by[0]
    if cls.single or len(cls.named_by) > 1 or face_of(cls, named_by).refers:
        return _Column(kind, words)
    letter = xl_col_to_name(fields(cls).index(named_by))
    first = HEADER_ROW + 2 + len(words)
    typed = tuple(
        f"=LEFT(SUBSTITUTE('{cls.sheet}'!${letter}${row},CHAR(10),\" \"),80)"
        for row in range(first, first + ROOM)
    )
    return _Column(kind, words, typed)

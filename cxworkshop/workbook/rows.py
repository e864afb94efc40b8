"""Reading one sheet back: where its headings stand, which row is which record, and what was changed in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from openpyxl.utils import get_column_letter

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import Record, face_of, fields, title_of
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.cells import Name, said
from cxworkshop.workbook.computed import computed
from cxworkshop.workbook.opened import Changes, Problem
from cxworkshop.workbook.sheets import FORM_HEADER, ID, plain, same, shown
from cxworkshop.workbook.unzip import EMPTY, Cell, Grid

_TOP = 30
"""Rows within which the headings must stand."""
_LONGEST_ID = 100


@dataclass
class Draft:
    """A row as read; references that were typed anew still wait to be found by their names."""

    cls: type[Record]
    id: str
    values: dict[str, object] = field(default_factory=dict)
    names: dict[str, tuple[Name, str]] = field(default_factory=dict)
    """Field -> what was typed, and the cell it stands in."""
    before: Record | None = None
    cells: int = 0
    """Cells that were changed, so far as known without the names."""


@dataclass
class Sheet:
    """What was read from one sheet."""

    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)


class Reader:
    """Reads the sheets of one workbook against what the app wrote into it."""

    def __init__(self, base: Workshop, epoch: datetime, seed: str) -> None:
        self.base, self.epoch, self.seed = base, epoch, seed

    def kept(self, cls: type[Record]) -> Sheet:
        """The records of a class as they were, for a sheet that cannot be read."""
        return Sheet([Draft(cls, record.id, before=record) for record in self.base.all(cls)])

    def form(self, cls: type[Record], grid: Grid) -> Sheet:
        """The one record of a class, from its form."""
        head = _heading_row(grid, set(map(str.casefold, FORM_HEADER[:2])))
        if head is None:
            return self._no_headings(cls, FORM_HEADER[:2])
        what, answer = (_columns(grid[head])[title.casefold()] for title in FORM_HEADER[:2])
        asked = {_words(_at(cells, what)): row for row, cells in grid.items() if row > head}
        sheet, before = Sheet(), self.base.get(cls, cls.kind)
        draft = Draft(cls, cls.kind, before=before)
        for name in fields(cls):
            row = asked.get(title_of(cls, name).casefold())
            if row is None:
                message = f"the line “{title_of(cls, name)}” is missing: put it back in the column “{FORM_HEADER[0]}”"
                sheet.problems.append(Problem(cls.sheet, f"{_letter(what)}{head}", message))
                continue
            self._read(sheet, draft, name, _at(grid[row], answer), f"{_letter(answer)}{row}")
        if before or draft.names or any(value not in (None, ()) for value in draft.values.values()):
            sheet.drafts.append(draft)
            sheet.changes = Changes(added=0 if before else 1)
        return sheet

    def table(self, cls: type[Record], grid: Grid) -> Sheet:
        """The records of a class, from its table, in the order in which they stand there."""
        titles = {title_of(cls, name).casefold(): name for name in fields(cls)}
        head = _heading_row(grid, {*titles, ID})
        if head is None:
            return self._no_headings(cls, tuple(title_of(cls, name) for name in fields(cls)))
        columns, sheet = _columns(grid[head]), Sheet()
        self._headings(sheet, cls, head, columns)
        places = {name: columns[title] for title, name in titles.items() if title in columns}
        if ID not in columns:
            kept = self.kept(cls)
            return Sheet(kept.drafts, sheet.problems, sheet.notes)
        seen: dict[str, int] = {}
        known = {record.id: record for record in self.base.all(cls)}
        for row, cells in grid.items():
            if row <= head:
                continue
            id = plain(str(_at(cells, columns[ID]).value or ""))
            before = known.get(id)
            filled = {name: _at(cells, column) for name, column in places.items()}
            if all(cell.value is None and not cell.wrong for cell in filled.values()) and not self._blank(
                before
            ):
                continue
            if id in seen:
                message = (
                    f"the id in this cell stands in row {seen[id]} already: empty this cell (its column is hidden) "
                    "if this is a new row, or delete one of the two rows"
                )
                sheet.problems.append(Problem(cls.sheet, f"{_letter(columns[ID])}{row}", message))
                before = None
            if not id or id in seen or len(id) > _LONGEST_ID:
                id = self._new_id(cls, row)
            seen[id] = row
            draft = Draft(cls, id, before=before)
            for name, cell in filled.items():
                self._read(sheet, draft, name, cell, f"{_letter(places[name])}{row}")
            sheet.drafts.append(draft)
        sheet.changes = _changes(cls, list(known), list(seen))
        return sheet

    def _read(self, sheet: Sheet, draft: Draft, name: str, cell: Cell, place: str) -> None:
        written = shown(self.base, draft.before, name) if draft.before else None
        held = getattr(draft.before, name) if draft.before else None
        try:
            value = said(face_of(draft.cls, name), cell, written, held, self.epoch)
        except BadValue as wrong:
            sheet.problems.append(Problem(draft.cls.sheet, place, str(wrong)))
            return
        if isinstance(value, Name):
            draft.names[name] = (value, place)
        else:
            draft.values[name] = value
            draft.cells += draft.before is not None and value != held

    def _blank(self, before: Record | None) -> bool:
        """Whether a record that is there shows nothing at all, so that an empty row is how it was written."""
        return before is not None and all(
            same(None, shown(self.base, before, name)) for name in fields(type(before))
        )

    def _new_id(self, cls: type[Record], row: int) -> str:
        # From file and place: whoever opens the same file twice gets the same rows, not two of each.
        return sha256(f"{self.seed}/{cls.kind}/{row}".encode()).hexdigest()[:32]

    def _no_headings(self, cls: type[Record], titles: tuple[str, ...]) -> Sheet:
        kept = self.kept(cls)
        message = f"the headings are missing: put “{'”, “'.join(titles)}” back in one row above the cells"
        kept.problems.append(Problem(cls.sheet, "A1", message))
        return kept

    def _headings(self, sheet: Sheet, cls: type[Record], head: int, columns: dict[str, int]) -> None:
        ours = [title_of(cls, name) for name in fields(cls)]
        live = {extra.title.casefold() for extra in computed(cls)}
        strange = [
            f"“{title}” in {_letter(column)}{head}"
            for title, column in columns.items()
            if title not in {*map(str.casefold, ours), *live, ID}
        ]
        missing = [title for title in [*ours, ID] if title.casefold() not in columns]
        for title in missing:
            perhaps = f"; {' and '.join(strange)} is not known here" if strange else ""
            message = f"the column “{title}” is missing{perhaps}: write this heading back above its cells"
            if title == ID:
                message = (
                    "the hidden column “id” is missing, which tells the rows apart: "
                    "copy your changes into a workbook that the app has saved anew"
                )
            sheet.problems.append(Problem(cls.sheet, f"A{head}", message))
        if strange and not missing:
            sheet.notes.append(
                f"{cls.sheet}: {' and '.join(strange)} is none of the workshop's columns and was left out."
            )


def matches(cls: type[Record], grid: Grid) -> bool:
    """Whether a sheet has the headings of a record class, whatever its name."""
    titles = {title_of(cls, name).casefold() for name in fields(cls)}
    if cls.single:
        return titles <= {_words(cell) for cells in grid.values() for cell in cells[:3]}
    head = _heading_row(grid, titles)
    return head is not None and titles <= set(_columns(grid[head]))


def _heading_row(grid: Grid, titles: set[str]) -> int | None:
    """The row near the top that holds most of these headings, and at least half of them."""
    found = {row: len(titles & set(_columns(cells))) for row, cells in grid.items() if row <= _TOP}
    best = max(found, key=lambda row: found[row], default=None)
    return best if best is not None and found[best] * 2 >= len(titles) else None


def _columns(cells: tuple[Cell, ...]) -> dict[str, int]:
    """Heading -> its first column."""
    found: dict[str, int] = {}
    for column, cell in enumerate(cells):
        if words := _words(cell):
            found.setdefault(words, column)
    return found


def _words(cell: Cell) -> str:
    return plain(cell.value).casefold() if isinstance(cell.value, str) else ""


def _at(cells: tuple[Cell, ...], column: int) -> Cell:
    return cells[column] if column < len(cells) else EMPTY


def _letter(column: int) -> str:
    return str(get_column_letter(column + 1))


def _changes(cls: type[Record], before: list[str], after: list[str]) -> Changes:
    stayed = [id for id in before if id in set(after)]
    there = set(before)
    moved = [id for id in after if id in there] != stayed
    return Changes(len(after) - len(stayed), len(before) - len(stayed), 0, (cls.sheet,) if moved else ())

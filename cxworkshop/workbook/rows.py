"""Reading one sheet back: which row is which record, and what was changed in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import Record, face_of, fields, title_of
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook import headings
from cxworkshop.workbook.cells import Name, said
from cxworkshop.workbook.opened import Changes, Problem
from cxworkshop.workbook.sheets import FORM_HEADER, ID, plain, same, shown
from cxworkshop.workbook.unzip import Cell, Grid

_LONGEST_ID = 100


@dataclass
class Draft:
    """A row as read; references that were typed anew still wait to be found by their names."""

    cls: type[Record]
    id: str
    before: Record | None = None
    values: dict[str, object] = field(default_factory=dict)
    names: dict[str, tuple[Name, str]] = field(default_factory=dict)
    """Field -> what was typed, and the cell it stands in."""
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

    def kept(self, cls: type[Record], *problems: Problem) -> Sheet:
        """The records of a class as they were, for a sheet that cannot be read."""
        return Sheet([Draft(cls, record.id, record) for record in self.base.all(cls)], list(problems))

    def form(self, cls: type[Record], grid: Grid) -> Sheet:
        """The one record of a class, from its form."""
        what, answer, _ = FORM_HEADER
        there = headings.found(grid, (what, answer))
        if there is None or what not in there or answer not in there:
            return self.kept(cls, _no_headings(cls, (what, answer)))
        asked = {
            headings.heading(there.below(what, cells)).casefold(): row
            for row, cells in grid.items()
            if row > there.row
        }
        sheet, before = Sheet(), self.base.get(cls, cls.kind)
        draft = Draft(cls, cls.kind, before)
        for name in fields(cls):
            title = title_of(cls, name)
            row = asked.get(title.casefold())
            if row is None:
                message = f"the line “{title}” is missing: put it back in the column “{what}”"
                sheet.problems.append(Problem(cls.sheet, there.place(what), message))
            else:
                self._read(sheet, draft, name, there.below(answer, grid[row]), there.place(answer, row))
        if before or draft.names or any(value not in (None, ()) for value in draft.values.values()):
            sheet.drafts.append(draft)
            sheet.changes = Changes(added=0 if before else 1)
        return sheet

    def table(self, cls: type[Record], grid: Grid) -> Sheet:
        """The records of a class, from its table, in the order in which they stand there."""
        titles = {name: title_of(cls, name) for name in fields(cls)}
        there = headings.of_table(cls, grid)
        if there is None:
            return self.kept(cls, _no_headings(cls, tuple(titles.values())))
        problems = headings.missing(cls, there)
        if ID not in there:
            return self.kept(cls, *problems)
        sheet = Sheet(problems=problems, notes=[] if problems else headings.left_out(cls, there))
        seen: dict[str, int] = {}
        known = {record.id: record for record in self.base.all(cls)}
        for row, cells in grid.items():
            if row <= there.row:
                continue
            id = plain(str(there.below(ID, cells).value or ""))
            before = known.get(id)
            filled = {name: there.below(title, cells) for name, title in titles.items() if title in there}
            if all(cell.value is None and not cell.wrong for cell in filled.values()) and not self._blank(
                before
            ):
                continue
            if id in seen:
                sheet.problems.append(_twice(cls, there.place(ID, row), seen[id]))
                before = None
            if not id or id in seen or len(id) > _LONGEST_ID:
                id = self._new_id(cls, row)
            seen[id] = row
            draft = Draft(cls, id, before)
            for name, cell in filled.items():
                self._read(sheet, draft, name, cell, there.place(titles[name], row))
            sheet.drafts.append(draft)
        if cls.anonymous:
            # How rows without a name are sorted in a file means nothing.
            stood = {id: at for at, id in enumerate(known)}
            sheet.drafts.sort(key=lambda draft: (stood.get(draft.id, len(stood)), draft.id))
        sheet.changes = _changes(cls, list(known), [draft.id for draft in sheet.drafts])
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


def _no_headings(cls: type[Record], titles: tuple[str, ...]) -> Problem:
    wanted = "”, “".join(titles)
    message = f"the headings are missing: put “{wanted}” back in one row above the cells"
    return Problem(cls.sheet, "A1", message)


def _twice(cls: type[Record], place: str, first: int) -> Problem:
    message = (
        f"the id in this cell stands in row {first} already: empty this cell (its column is hidden) "
        "if this is a new row, or delete one of the two rows"
    )
    return Problem(cls.sheet, place, message)


def _changes(cls: type[Record], before: list[str], after: list[str]) -> Changes:
    was, now = set(before), set(after)
    stayed = [id for id in before if id in now]
    moved = [id for id in after if id in was] != stayed
    return Changes(len(after) - len(stayed), len(before) - len(stayed), 0, (cls.sheet,) if moved else ())

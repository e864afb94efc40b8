"""Where the headings of a sheet stand, and what is wrong where one of them is not as it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from cxworkshop.domain.record import Record, fields, title_of
from cxworkshop.workbook.computed import computed_titles
from cxworkshop.workbook.opened import Problem
from cxworkshop.workbook.sheets import ID, plain
from cxworkshop.workbook.unzip import EMPTY, Cell, Grid

_TOP = 30
"""Rows within which the headings must stand."""


@dataclass(frozen=True)
class Headings:
    """The row of headings and the column of each, counted from 0; of two equal ones the first counts."""

    row: int
    columns: dict[str, int]
    words: dict[str, str]
    """Each heading as it is spelt."""

    def place(self, title: str, row: int | None = None) -> str:
        """The cell below a heading, or the heading's own."""
        return f"{get_column_letter(self.columns[title.casefold()] + 1)}{row or self.row}"

    def below(self, title: str, cells: tuple[Cell, ...]) -> Cell:
        """What a row holds below a heading."""
        column = self.columns[title.casefold()]
        return cells[column] if column < len(cells) else EMPTY

    def __contains__(self, title: str) -> bool:
        """Whether there is such a heading, in capitals or not."""
        return title.casefold() in self.columns


def found(grid: Grid, titles: Iterable[str]) -> Headings | None:
    """The row near the top that holds most of these headings, and at least half of them."""
    wanted = {title.casefold() for title in titles}
    best: Headings | None = None
    for row, cells in grid.items():
        if row > _TOP:
            break
        one = Headings(row, {}, {})
        for column, cell in enumerate(cells):
            if words := heading(cell):
                one.columns.setdefault(words.casefold(), column)
                one.words.setdefault(words.casefold(), words)
        if len(wanted & set(one.columns)) > (len(wanted & set(best.columns)) if best else 0):
            best = one
    return best if best and len(wanted & set(best.columns)) * 2 >= len(wanted) else None


def of_table(cls: type[Record], grid: Grid) -> Headings | None:
    """The headings of a record class's table; None where its sheet has none."""
    return found(grid, (*(title_of(cls, name) for name in fields(cls)), ID))


def heading(cell: Cell) -> str:
    """The words in a cell; nothing where it holds no words."""
    return plain(cell.value) if isinstance(cell.value, str) else ""


def missing(cls: type[Record], there: Headings) -> list[Problem]:
    """What to do about each column of a record class that has no heading (any more)."""
    perhaps = " and ".join(strange(cls, there))
    problems = []
    for title in (title_of(cls, name) for name in fields(cls)):
        if title not in there:
            hint = f"; {perhaps} is not known here" if perhaps else ""
            message = f"the column “{title}” is missing{hint}: write this heading back above its cells"
            problems.append(Problem(cls.sheet, f"A{there.row}", message))
    if ID not in there:
        message = (
            "the hidden column “id” is missing, which tells the rows apart: "
            "copy your changes into a workbook that the app has saved anew"
        )
        problems.append(Problem(cls.sheet, f"A{there.row}", message))
    return problems


def left_out(cls: type[Record], there: Headings) -> list[str]:
    """A note on columns that somebody added, which are not taken over."""
    own = " and ".join(strange(cls, there))
    return [f"{cls.sheet}: {own} is none of the workshop's columns and was left out."] if own else []


def strange(cls: type[Record], there: Headings) -> list[str]:
    """The headings that are none of a record class's, as typed and where."""
    ours = [*(title_of(cls, name) for name in fields(cls)), *computed_titles(cls), ID]
    known = {title.casefold() for title in ours}
    return [f"“{said}” in {there.place(said)}" for key, said in there.words.items() if key not in known]


def matches(cls: type[Record], grid: Grid) -> bool:
    """Whether a sheet holds all the headings or questions of a record class, whatever its name."""
    titles = {title_of(cls, name).casefold() for name in fields(cls)}
    if cls.single:
        return titles <= {heading(cell).casefold() for cells in grid.values() for cell in cells[:3]}
    there = found(grid, titles)
    return there is not None and titles <= set(there.columns)

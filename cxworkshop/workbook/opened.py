"""What came out of opening a workbook: the workshop, what was changed by hand, and what cannot be taken over."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Problem:
    """Something in one cell that a person has to mend before the workbook can be taken over."""

    sheet: str
    cell: str
    message: str

    def __str__(self) -> str:
        """The place and the remedy on one line."""
        return f"{self.sheet}!{self.cell}: {self.message}".replace("\n", " ")


@dataclass(frozen=True)
class Changes:
    """How the visible sheets differ from what the app wrote into the file."""

    added: int = 0
    removed: int = 0
    cells: int = 0
    reordered: tuple[str, ...] = ()
    """The sheets whose rows stand in another order."""

    def __bool__(self) -> bool:
        """Whether anything was changed."""
        return bool(self.added or self.removed or self.cells or self.reordered)

    def __add__(self, other: Changes) -> Changes:
        """Both together."""
        return Changes(
            self.added + other.added,
            self.removed + other.removed,
            self.cells + other.cells,
            self.reordered + other.reordered,
        )


@dataclass(frozen=True)
class Opened:
    """A workbook as read; where there are problems it must not be stored."""

    workshop: Workshop
    """With every change that could be read; a cell with a problem keeps what it held before."""
    problems: tuple[Problem, ...] = ()
    changes: Changes = field(default_factory=Changes)
    notes: tuple[str, ...] = ()
    """What was left out or could not be compared, a sentence each."""

    @property
    def says(self) -> str:
        """The preview in a line, such as “+3 rows, 5 cells, 2 problems”."""
        told = [
            _told("+", self.changes.added, "row"),
            _told("−", self.changes.removed, "row"),
            _told("", self.changes.cells, "cell"),
            f"new order in {', '.join(self.changes.reordered)}" if self.changes.reordered else "",
            _told("", len(self.problems), "problem"),
        ]
        return ", ".join(one for one in told if one) or "no changes"


def _told(sign: str, count: int, noun: str) -> str:
    return f"{sign}{count:,} {noun}{'' if count == 1 else 's'}" if count else ""

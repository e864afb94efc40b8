"""The table of docs/coverage.md as rows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from cxworkshop.programme import PARTS, Step

PAGE = Path(__file__).resolve().parents[1] / "docs/coverage.md"
PLACES = ("Start", "The sidebar", "Command line")
"""What stands on no step."""
BLANK = "—"


class Covered(NamedTuple):
    """A row: its number, what it asks, the titles of page and step, and the words to point at."""

    number: int
    asks: str
    page: str
    step: str
    point_at: str

    @property
    def words(self) -> tuple[str, ...]:
        """What stands in quotation marks."""
        return tuple(re.findall("“([^”]+)”", self.point_at))

    @property
    def found(self) -> Step | None:
        """The step of that title on the page of that title; None where there is none."""
        steps = (step for part in PARTS if part.title == self.page for step in part.steps)
        return next((step for step in steps if step.title == self.step), None)


def rows() -> tuple[Covered, ...]:
    """Every row of the table, in order."""
    lines = (line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| *\d", line))
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return tuple(Covered(int(number), *rest) for number, *rest in cells)

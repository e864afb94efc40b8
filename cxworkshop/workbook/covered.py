"""The sheet of answers without a name: empty but for a line in words until the room has opened them together."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl.utils import get_column_letter
from xlsxwriter.worksheet import Worksheet

from cxworkshop.analysis.dots import ballots, dots_open
from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.silent import slips_in, slips_open
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Dot, Slip
from cxworkshop.domain.workshop import R, Workshop
from cxworkshop.workbook.looks import SOFT, Looks
from cxworkshop.workbook.opened import Problem
from cxworkshop.workbook.page import high, lines, top
from cxworkshop.workbook.sheets import HEADER_ROW
from cxworkshop.workbook.unzip import Grid

_WIDTH = 96.0
_SILENT: dict[type[Record], tuple[str, Callable[[Workshop], int], Callable[[Workshop], bool]]] = {
    Slip: ("slip", lambda workshop: len(slips_in(workshop)), slips_open),
    Dot: ("ballot", lambda workshop: len(ballots(workshop)), dots_open),
}


def covered(cls: type[Record], workshop: Workshop) -> bool:
    """Whether a class of answers without a name is not opened, or fewer than three are in."""
    return cls.anonymous and not _SILENT[cls][2](workshop)


def counted_rows(cls: type[Record], workshop: Workshop) -> int:
    """How many rows with something on them a sheet holds; of a covered one how many answers are in."""
    if covered(cls, workshop):
        return _SILENT[cls][1](workshop)
    return sum(bool(record.filled) for record in workshop.all(cls))


def in_order(cls: type[R], workshop: Workshop) -> tuple[R, ...]:
    """The rows of a sheet as they stand there; those without a name by their random ids, which say nothing of when."""
    found = workshop.all(cls)
    return tuple(sorted(found, key=lambda record: record.id)) if cls.anonymous else found


def covered_says(cls: type[Record], workshop: Workshop) -> str:
    """How many answers are in, why they are not here, and where they are typed."""
    thing, count, _ = _SILENT[cls]
    found = count(workshop)
    said = sentence(
        f"{counted(found, f'{thing} is', f'{thing}s are')} in" if found else f"no {thing} is in yet"
    )
    return (
        f"{said}. They stand here once three or more are in and the room has revealed them together in the app. "
        "Until then nothing is typed here; the file keeps them for the app."
    )


def write_covered(
    sheet: Worksheet, looks: Looks, workshop: Workshop, cls: type[Record], accent: str
) -> tuple[int, int, float]:
    """Fill the sheet with words in place of rows; returns its last row, last column and width for print."""
    top(sheet, looks, cls.sheet, cls.about, accent, 0, _WIDTH)
    words = covered_says(cls, workshop)
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_row(HEADER_ROW, high(lines(words, _WIDTH)))
    sheet.write_string(HEADER_ROW, 0, words, looks(text_wrap=True, font_color=SOFT))
    return HEADER_ROW, 0, _WIDTH


def typed_over(cls: type[Record], grid: Grid) -> list[Problem]:
    """What was typed on a covered sheet beside and below its words, row by row."""
    thing = _SILENT[cls][0]
    message = (
        f"this sheet is covered until the {thing}s are revealed: empty this cell, "
        f"and type the {thing} in the app, where nobody sees it"
    )
    found = []
    for row, cells in grid.items():
        ours = 1 if row == HEADER_ROW + 1 else 0
        filled = [
            at for at, cell in enumerate(cells) if at >= ours and (cell.value is not None or cell.wrong)
        ]
        if row > HEADER_ROW and filled:
            found.append(Problem(cls.sheet, f"{get_column_letter(filled[0] + 1)}{row}", message))
    return found

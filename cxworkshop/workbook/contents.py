"""The second page: every sheet with what a row on it is, and a link to it."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.covered import counted_rows
from cxworkshop.workbook.looks import ACCENT, DISPLAY, HAIR, SOFT, Looks
from cxworkshop.workbook.page import high, lines, on_paper
from cxworkshop.workbook.progress import PartDone
from cxworkshop.workbook.sheets import CONTENTS, PICTURE, STAGE_MAP

_WIDTHS = (24, 72, 8)


def write_contents(
    sheet: Worksheet,
    looks: Looks,
    workshop: Workshop,
    parts: Sequence[PartDone],
    mark: str,
    *,
    picture: bool,
    mapped: bool,
) -> None:
    """Fill the contents, part by part in the order of the day."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 34)
    sheet.write_string(
        0, 0, CONTENTS, looks(font_name=DISPLAY, font_size=20, font_color=ACCENT, valign="vcenter")
    )
    grey = looks(font_size=9, font_color=SOFT, align="right", valign="bottom")
    sheet.write_string(0, 2, "Rows", grey)
    line = {"bottom": 4, "bottom_color": HAIR, "text_wrap": True}
    about, count = looks(font_color=SOFT, **line), looks(align="right", num_format="#,##0", **line)
    row = 1
    drawn = ((PICTURE, "The latest bridge, drawn.", picture), (STAGE_MAP, "The stage map, drawn.", mapped))
    for title, words in ((title, words) for title, words, there in drawn if there):
        _link(sheet, looks, row, title, ACCENT)
        sheet.write_string(row, 1, words, about)
        sheet.write_blank(row, 2, None, count)
        row += 1
    for part in parts:
        if not part.writes:
            continue
        sheet.set_row(row, 26)
        sheet.write_string(
            row, 0, part.title, looks(bold=True, font_size=12, font_color=part.accent, valign="bottom")
        )
        for cls in part.writes:
            row += 1
            sheet.set_row(row, high(lines(cls.about, _WIDTHS[1])))
            _link(sheet, looks, row, cls.sheet, part.accent)
            sheet.write_string(row, 1, cls.about, about)
            sheet.write_number(row, 2, counted_rows(cls, workshop), count)
        row += 1
    on_paper(
        sheet, row - 1, len(_WIDTHS) - 1, sum(_WIDTHS), workshop.one(Company).name or "", mark, one_page=True
    )


def _link(sheet: Worksheet, looks: Looks, row: int, title: str, accent: str) -> None:
    look = looks(font_color=accent, underline=1, bottom=4, bottom_color=HAIR)
    sheet.write_url(row, 0, f"internal:'{title}'!A1", look, title)

"""The sheet of a record class that has one row: what is asked, the answer, and help beside it."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from cxworkshop.domain.record import Record, face_of, fields, help_of, title_of
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.looks import HAIR, SOFT, Looks, put
from cxworkshop.workbook.page import high, lines, top
from cxworkshop.workbook.sheets import FORM_HEADER, HEADER_ROW, shown
from cxworkshop.workbook.validation import check

FIRST = HEADER_ROW + 1
_WIDTHS = (28, 46, 34)


def write_form(
    sheet: Worksheet, looks: Looks, workshop: Workshop, cls: type[Record], accent: str, ranges: dict[str, str]
) -> tuple[int, int, float]:
    """Fill the sheet of a record class that has one row; returns its last row, last column and width for print."""
    record = workshop.one(cls)
    top(sheet, looks, cls.sheet, cls.about, accent, len(_WIDTHS) - 1, sum(_WIDTHS))
    head = looks(bold=True, font_color="#FFFFFF", bg_color=accent, valign="vcenter", align="left", indent=1)
    for column, (width, title) in enumerate(zip(_WIDTHS, FORM_HEADER, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADER_ROW, column, title, head)
    sheet.set_row(HEADER_ROW, 22)
    line: dict[str, object] = {
        "bottom": 4,
        "bottom_color": HAIR,
        "text_wrap": True,
        "align": "left",
        "indent": 1,
    }
    question, told = looks(bold=True, **line), looks(font_color=SOFT, italic=True, **line)
    last = FIRST
    for row, name in enumerate(fields(cls), start=FIRST):
        face, value = face_of(cls, name), shown(workshop, record, name)
        cents = isinstance(value, float) and not value.is_integer()
        look = looks.cell(face, cents=cents, align="left")
        sheet.write_string(row, 0, title_of(cls, name), question)
        put(sheet, row, 1, value, look, looks.cell(face, live=True))
        sheet.write_string(row, 2, help_of(cls, name), told)
        check(sheet, (row, 1, row, 1), cls, name, ranges)
        texts = (title_of(cls, name), str(value or ""), help_of(cls, name))
        sheet.set_row(row, high(max(map(lines, texts, _WIDTHS))))
        last = row
    sheet.freeze_panes(FIRST, 0)
    sheet.repeat_rows(HEADER_ROW)
    return last, 2, sum(_WIDTHS)

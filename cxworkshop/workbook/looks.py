"""How the workbook looks: a few quiet formats, each made once."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cxworkshop.domain.fields import Face
from cxworkshop.workbook.sheets import Shown, is_text

INK, SOFT, HAIR, PAPER, WARN = "#1F2933", "#6B7280", "#DAD8D0", "#F4F3EE", "#C2410C"
ACCENT = "#1F4E5F"
COMPETENCIES = {1: "#0B6E4F", 2: "#1D5FA8", 3: "#7A3E9D", 4: "#A34A08", 5: "#A61E4D"}
GAIN, LOSS, NEUTRAL = "#2B6CB0", "#C2410C", "#6B7280"
BODY, SIZE, DISPLAY = "Arial", 10, "Georgia"
DAY = "yyyy-mm-dd"

_NUMBERS = {"whole": "#,##0", "percent": '0.0"%"', "date": DAY, "number": "General"}
_LIVE = tuple("=+-@'\t")


class Looks:
    """The formats of one workbook by what they look like."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **look: object) -> Format:
        """The format with these properties, in the workbook's font and ink unless they say otherwise."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            base: dict[str, Any] = {"font_name": BODY, "font_size": SIZE, "font_color": INK, "valign": "top"}
            self._made[key] = self._book.add_format({**base, **look})
        return self._made[key]

    def change(self, **look: object) -> Format:
        """What a condition changes of a cell's look, and nothing else."""
        return self._book.add_format(look)

    def cell(
        self, face: Face, *, cents: bool = False, live: bool = False, line: bool = True, align: str = "right"
    ) -> Format:
        """How a cell of a field looks; `live` marks text that a spreadsheet would take for a formula when edited.

        `line` draws the hairline below it, `align` is where its numbers stand.
        """
        look: dict[str, object] = {"bottom": 4, "bottom_color": HAIR} if line else {}
        if is_text(face):
            look |= {"text_wrap": True, "num_format": "General" if face.kind == "long" else "@"}
        else:
            money = "#,##0.00" if cents else "#,##0"
            look["num_format"] = _NUMBERS.get(face.kind, money)
        # LibreOffice forgets the indent of every other figure, so figures stand flush.
        look |= {"align": "left", "indent": 1} if is_text(face) or align == "left" else {"align": align}
        if live:
            look["quote_prefix"] = True
        return self(**look)


def put(sheet: Worksheet, row: int, column: int, value: Shown, look: Format, live: Format) -> None:
    """Write a value as what it is: text stays text, whatever it begins with; `live` is the look of such text."""
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        if value.startswith(_LIVE):
            look = live
        if value.startswith("<r>") and value.endswith("</r>"):
            # XlsxWriter takes text between these marks for markup of its own; in two runs it stays text.
            sheet.write_rich_string(row, column, value[:1], look, value[1:], look)
        else:
            sheet.write_string(row, column, value, look)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_datetime(row, column, value, look)

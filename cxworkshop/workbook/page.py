"""What every sheet has: its title, the way back, and how it prints."""

from __future__ import annotations

from textwrap import wrap

from xlsxwriter.worksheet import Worksheet

from cxworkshop.workbook.looks import DISPLAY, SOFT, Looks
from cxworkshop.workbook.sheets import CONTENTS

A3, A4 = 8, 9
_ACROSS, _SMALL, _SMALLEST = 110, 170, 300
"""Characters side by side above which a sheet prints across the page, on the larger paper, and on two of it."""
_TIGHT = 1.17
"""Characters of running text that stand in the width of one figure, by which columns are measured."""
_LINE, _AIR, _HIGHEST = 13.0, 4.0, 405.0


def top(
    sheet: Worksheet, looks: Looks, title: str, about: str, accent: str, last_column: int, width: float
) -> None:
    """The title, what the sheet is about, and the way back to the contents, as wide as what stands below."""
    sheet.set_row(0, 30)
    sheet.write_string(
        0, 0, title, looks(font_name=DISPLAY, font_size=20, font_color=accent, valign="vcenter")
    )
    look = looks(italic=True, font_color=SOFT, text_wrap=True)
    if last_column:
        sheet.merge_range(1, 0, 1, last_column, "", look)
    sheet.write_string(1, 0, about, look)
    sheet.set_row(1, high(lines(about, width)))
    sheet.write_url(2, 0, f"internal:'{CONTENTS}'!A1", looks(font_size=9, font_color=SOFT), f"← {CONTENTS}")


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of that width; LibreOffice does not find out by itself."""
    fits = max(1, int((width - 1) * _TIGHT))
    return sum(len(wrap(part, fits)) if len(part) > fits else 1 for part in text.split("\n"))


def high(count: int) -> float:
    """The height of a row of so many lines, in points."""
    return min(_HIGHEST, _LINE * count + _AIR)


def on_paper(
    sheet: Worksheet,
    last_row: int,
    last_column: int,
    width: float,
    company: str,
    mark: str,
    *,
    one_page: bool = False,
) -> None:
    """Print set-up: as wide as the paper, the company and the page number below, the mark (DRAFT) above."""
    sheet.hide_gridlines(2)
    sheet.set_paper(A3 if width > _SMALL else A4)
    if width > _ACROSS:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(2 if width > _SMALLEST else 1, 1 if one_page else 0)
    if one_page:
        sheet.center_horizontally()
    sheet.print_area(0, 0, last_row, last_column)
    grey = f"&8&K{SOFT.removeprefix('#')}"
    # In headers & starts a code, and &G would ask for a picture; a blank of no width keeps the two apart.
    name = " ".join(company.split())[:80].replace("&", "&&")
    name = name.replace("&G", "&\u200bG").replace("&[", "&\u200b[")
    sheet.set_footer(f"&L{grey} {name}&C{grey}&A&R{grey}Page &P of &N")
    if mark:
        sheet.set_header(f"&R{grey}{mark}")

"""The sheet that shows the stage map: the picture on a page of its own, and the same map in cells below it."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_svg import map_svg
from cxworkshop.drawing.map_table import map_table
from cxworkshop.drawing.png import PER_INCH, png, size_of
from cxworkshop.programme.rules.experience import map_says
from cxworkshop.workbook.looks import COMPETENCIES, HAIR, SOFT, Looks, put
from cxworkshop.workbook.page import high, lines, on_paper, top
from cxworkshop.workbook.sheets import HEADER_ROW, STAGE_MAP

_ABOUT = "The stages in order, one leader on each, the moments below them. In cells, the same map stands below the picture."
_WIDTHS = (34, 22, 36, 9, 9, 11, 10, 10, 9, 14)
_PIXELS = 7
"""In one character of a column's width."""
_TALL, _ROW = 720, 19
"""Pixels: the height at which the picture still fits on one page across, and of a row."""
_POINTS = 0.75
"""In a pixel."""
_SCREEN = 96
"""Pixels in an inch of a sheet."""
_SHARP = 2.0
_LONGEST = 250


def write_stage_map(sheet: Worksheet, looks: Looks, workshop: Workshop, mark: str) -> None:
    """Fill the sheet: the picture with its finding as its description, and a row per moment."""
    last, width = len(_WIDTHS) - 1, sum(_WIDTHS)
    says = map_says(workshop)
    top(sheet, looks, STAGE_MAP, _ABOUT, COMPETENCIES[2], last, width)
    for column, wide in enumerate(_WIDTHS):
        sheet.set_column(column, column, wide)
    start = HEADER_ROW + _picture(sheet, workshop, says, width * _PIXELS)
    rows = map_table(workshop)
    head = looks(bold=True, font_color=SOFT, bottom=1, bottom_color=HAIR, text_wrap=True)
    line = {"text_wrap": True, "bottom": 4, "bottom_color": HAIR}
    look, live = looks(**line), looks(quote_prefix=True, **line)
    sheet.set_row(start, high(2))
    for column, title in enumerate(rows[0]):
        sheet.write_string(start, column, title, head)
    for at, row in enumerate(rows, start=start + 1):
        cells = [str(cell) for cell in row.values()]
        tallest = max(lines(cell, wide) for cell, wide in zip(cells, _WIDTHS, strict=True))
        sheet.set_row(at, high(tallest))
        for column, cell in enumerate(cells):
            put(sheet, at, column, cell or None, look, live)
    company = workshop.one(Company).name or ""
    on_paper(sheet, start + len(rows), last, width, company, mark)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_h_pagebreaks([start])


def _picture(sheet: Worksheet, workshop: Workshop, says: str, room: float) -> int:
    """Put the picture in; how many rows it covers."""
    svg = map_svg(workshop, says)
    assert svg is not None, "a sheet is made only where there are stages"
    image = png(svg, _SHARP)
    wide, tall = size_of(image)
    scale = min(room / wide, _TALL / tall)
    look = {
        "image_data": BytesIO(image),
        "x_scale": scale * PER_INCH / _SCREEN,
        "y_scale": scale * PER_INCH / _SCREEN,
        "description": f"Stage map. {says}"[:_LONGEST],
        "object_position": 2,
    }
    sheet.insert_image(HEADER_ROW, 0, "stage-map.png", look)
    covered = int(tall * scale / _ROW) + 2
    for row in range(HEADER_ROW, HEADER_ROW + covered):
        # Programs differ in how high a row is that nobody has set, and a picture hangs on its rows. Rows of 20 pixels
        # would count as not set.
        sheet.set_row(row, _ROW * _POINTS)
    return covered

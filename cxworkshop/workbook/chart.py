"""The sheet that draws the latest bridge as Excel's own charts, customers first, money second."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cxworkshop.analysis.bridge import computed_closing, number
from cxworkshop.analysis.bridge_rows import CUSTOMERS, MONEY
from cxworkshop.analysis.bridges import headline, latest, value_flows
from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook import waterfall
from cxworkshop.workbook.looks import BODY, DISPLAY, GAIN, HAIR, INK, LOSS, NEUTRAL, SOFT, Looks
from cxworkshop.workbook.page import on_paper, top
from cxworkshop.workbook.sheets import HEADER_ROW, PICTURE
from cxworkshop.workbook.waterfall import HEADINGS, Bar

_ABOUT = "Drawn from the figures on the Bridge sheet: change one there and the picture moves."
_WIDTHS = (22, *(14,) * 6, 15, 24)
_ROWS, _ROW_HEIGHT, _WIDE = 22, 20, 900
"""The rows that a chart covers, their height and its width in pixels."""


def drawable(workshop: Workshop) -> bool:
    """Whether there is a bridge that says how many there were, came and left."""
    found = latest(workshop)
    return found is not None and computed_closing(found[1]) is not None


def write_chart(
    book: Workbook, sheet: Worksheet, looks: Looks, workshop: Workshop, accent: str, mark: str
) -> None:
    """Fill the sheet: the bridge in customers, the bridge in money where it is known, and the figures of each."""
    found = latest(workshop)
    assert found is not None
    row, flows = found
    company, money = workshop.one(Company), value_flows(row)
    top(sheet, looks, PICTURE, _ABOUT, accent, waterfall.UNEXPLAINED, sum(_WIDTHS[:-1]))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    steps = waterfall.bars(workshop, row, flows, CUSTOMERS)
    last = _picture(book, sheet, looks, HEADER_ROW, steps, headline(workshop), "Customers")
    worth = computed_closing(money)
    if worth is not None:
        unit = f"Value in {company.currency}" if company.currency else "Value"
        told = f"{unit}: {number(money.opening or 0)} at the start, {number(worth if money.closing is None else money.closing)} at the end"
        sheet.set_h_pagebreaks([last + 2])
        last = _picture(book, sheet, looks, last + 2, waterfall.bars(workshop, row, money, MONEY), told, unit)
    on_paper(sheet, last, waterfall.UNEXPLAINED, sum(_WIDTHS), company.name or "", mark)


def _picture(
    book: Workbook, sheet: Worksheet, looks: Looks, start: int, steps: Sequence[Bar], told: str, unit: str
) -> int:
    head, first = start + _ROWS, start + _ROWS + 1
    for column, heading in enumerate(HEADINGS):
        side = {"align": "right"} if column else {}
        sheet.write_string(
            head,
            column,
            heading or unit,
            looks(bold=True, font_color=SOFT, bottom=1, bottom_color=HAIR, **side),
        )
    whole = all(float(step.value).is_integer() for step in steps)
    look = looks(num_format="#,##0;−#,##0;–" if whole else "#,##0.00;−#,##0.00;–", align="right")
    grey = looks(font_color=SOFT)
    for row, (step, line) in enumerate(zip(steps, waterfall.figures(steps, first), strict=True), start=first):
        sheet.write_string(row, 0, step.title, looks())
        for column, (formula, value) in enumerate(line, start=1):
            if formula:
                sheet.write_formula(
                    row, column, f"={formula}", look if column < waterfall.CAPTION else grey, value
                )
            else:
                sheet.write_number(row, column, value, look)
    last = first + len(steps) - 1
    _draw(book, sheet, start, (first, last), steps, told, unit)
    return last


def _draw(
    book: Workbook,
    sheet: Worksheet,
    start: int,
    rows: tuple[int, int],
    steps: Sequence[Bar],
    told: str,
    unit: str,
) -> None:
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    stripes = {"pattern": "wide_upward_diagonal", "fg_color": NEUTRAL, "bg_color": "#FFFFFF"}
    series: dict[int, dict[str, object]] = {
        waterfall.BELOW: {"fill": {"none": True}},
        waterfall.TOTAL: {"fill": {"color": NEUTRAL}},
        waterfall.RISE: {"fill": {"color": GAIN}},
        waterfall.FALL: {"fill": {"color": LOSS}},
        waterfall.UNEXPLAINED: {"pattern": stripes},
    }
    captions = _place(rows, waterfall.CAPTION)
    for column, look in series.items():
        values = _place(rows, column)
        chart.add_series(
            {"name": HEADINGS[column], "categories": captions, "values": values, "gap": 40, **look}
        )
    title = {"name": DISPLAY, "size": 14, "bold": False, "color": INK}
    chart.set_title({"name": told[:250], "name_font": title})
    chart.set_legend({"none": True})
    grid = {"visible": True, "line": {"color": HAIR, "width": 0.5}}
    axis: dict[str, object] = {"line": {"color": HAIR}, "major_tick_mark": "none"}
    chart.set_x_axis({**axis, "num_font": {"name": BODY, "size": 11, "color": INK}})
    floor = {} if any(step.value < 0 and not step.gap for step in steps) else {"min": 0}
    small = {"name": BODY, "size": 9, "color": SOFT}
    chart.set_y_axis({**axis, **floor, "num_font": small, "num_format": "#,##0", "major_gridlines": grid})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": _WIDE, "height": _ROWS * _ROW_HEIGHT - _ROW_HEIGHT})
    said = ", ".join(f"{step.title.lower()} {number(step.value)}" for step in steps)
    sheet.insert_chart(start, 0, chart, {"description": f"{unit}: {said}."[:250], "object_position": 2})


def _place(rows: tuple[int, int], column: int) -> str:
    return f"='{PICTURE}'!{xl_range_abs(rows[0], column, rows[1], column)}"

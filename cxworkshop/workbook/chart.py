"""The sheet that draws the latest bridge as Excel's own charts, customers first, money second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cxworkshop.analysis.bridge import closing, computed_closing, number
from cxworkshop.analysis.bridge_rows import CUSTOMERS, MONEY
from cxworkshop.analysis.bridges import Bridge, headline, latest, value_flows
from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook import waterfall
from cxworkshop.workbook.looks import BODY, COMPETENCIES, DISPLAY, GAIN, HAIR, INK, LOSS, NEUTRAL, SOFT, Looks
from cxworkshop.workbook.page import on_paper, top
from cxworkshop.workbook.sheets import HEADER_ROW, PICTURE
from cxworkshop.workbook.waterfall import HEADINGS, Bar

_ABOUT = "Drawn from the figures on the Bridge sheet: change one there and the picture moves."
_WIDTHS = (22, *(14,) * 6, 15, 24)
_ROWS, _ROW_HEIGHT, _WIDE = 18, 20, 880
"""The rows that a chart covers, their height and its width in pixels."""


@dataclass(frozen=True)
class _Drawing:
    """A waterfall, the finding above it and the unit of its figures."""

    steps: tuple[Bar, ...]
    finding: str
    unit: str


def drawable(workshop: Workshop) -> Bridge | None:
    """The bridge that the day is about, where it says how many there were, came and left."""
    found = latest(workshop)
    return found if found is not None and computed_closing(found[1]) is not None else None


def write_chart(
    book: Workbook, sheet: Worksheet, looks: Looks, workshop: Workshop, bridge: Bridge, mark: str
) -> None:
    """Fill the sheet: the bridge in customers, the bridge in money where it is known, and the figures of each."""
    top(sheet, looks, PICTURE, _ABOUT, COMPETENCIES[1], waterfall.UNEXPLAINED, sum(_WIDTHS[:-1]))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    start, breaks = HEADER_ROW, []
    for drawing in _drawings(workshop, bridge):
        last = _figures(sheet, looks, start, drawing)
        _draw(book, sheet, start, last, drawing)
        start = last + 2
        breaks.append(start)
    sheet.set_h_pagebreaks(breaks[:-1])
    company = workshop.one(Company).name or ""
    on_paper(sheet, breaks[-1] - 2, waterfall.UNEXPLAINED, sum(_WIDTHS), company, mark)


def _drawings(workshop: Workshop, bridge: Bridge) -> Iterator[_Drawing]:
    row, flows = bridge
    yield _Drawing(waterfall.bars(workshop, row, flows, CUSTOMERS), headline(workshop), "Customers")
    money, currency = value_flows(row), workshop.one(Company).currency
    if computed_closing(money) is not None:
        unit = f"Value in {currency}" if currency else "Value"
        finding = (
            f"{unit}: {number(money.opening or 0)} at the start, {number(closing(money) or 0)} at the end"
        )
        yield _Drawing(waterfall.bars(workshop, row, money, MONEY), finding, unit)


def _figures(sheet: Worksheet, looks: Looks, start: int, drawing: _Drawing) -> int:
    """The table below the chart, from which it is drawn; its last row."""
    head, first = start + _ROWS, start + _ROWS + 1
    line: dict[str, object] = {"bold": True, "font_color": SOFT, "bottom": 1, "bottom_color": HAIR}
    for column, heading in enumerate((drawing.unit, *HEADINGS[1:])):
        sheet.write_string(head, column, heading, looks(align="right" if column else "left", **line))
    whole = all(float(step.value).is_integer() for step in drawing.steps)
    look = looks(num_format="#,##0;−#,##0;–" if whole else "#,##0.00;−#,##0.00;–", align="right")
    grey = looks(font_color=SOFT)
    for at, figures in enumerate(waterfall.figures(drawing.steps, first)):
        sheet.write_string(first + at, 0, drawing.steps[at].title, looks())
        for column, (formula, value) in enumerate(figures, start=1):
            shape = grey if column == waterfall.CAPTION else look
            if formula:
                sheet.write_formula(first + at, column, f"={formula}", shape, value)
            else:
                sheet.write_number(first + at, column, value, shape)
    return first + len(drawing.steps) - 1


def _draw(book: Workbook, sheet: Worksheet, start: int, last: int, drawing: _Drawing) -> None:
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    stripes = {"pattern": "wide_upward_diagonal", "fg_color": NEUTRAL, "bg_color": "#FFFFFF"}
    looks: dict[int, dict[str, object]] = {
        waterfall.BELOW: {"fill": {"none": True}},
        waterfall.TOTAL: {"fill": {"color": NEUTRAL}},
        waterfall.RISE: {"fill": {"color": GAIN}},
        waterfall.FALL: {"fill": {"color": LOSS}},
        waterfall.UNEXPLAINED: {"pattern": stripes},
    }
    for column, look in looks.items():
        places = {
            name: f"='{PICTURE}'!{xl_range_abs(start + _ROWS + 1, at, last, at)}"
            for name, at in (("categories", waterfall.CAPTION), ("values", column))
        }
        chart.add_series({"name": HEADINGS[column], **places, "gap": 40, **look})
    title = {"name": DISPLAY, "size": 14, "bold": False, "color": INK}
    chart.set_title({"name": drawing.finding[:250], "name_font": title})
    chart.set_legend({"none": True})
    grid = {"visible": True, "line": {"color": HAIR, "width": 0.5}}
    axis: dict[str, object] = {"line": {"color": HAIR}, "major_tick_mark": "none"}
    chart.set_x_axis({**axis, "num_font": {"name": BODY, "size": 11, "color": INK}})
    # Columns that do not begin at nothing would tell lies about how large the changes are.
    floor = {} if any(step.value < 0 and not step.gap for step in drawing.steps) else {"min": 0}
    small = {"name": BODY, "size": 9, "color": SOFT}
    chart.set_y_axis({**axis, **floor, "num_font": small, "num_format": "#,##0", "major_gridlines": grid})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": _WIDE, "height": (_ROWS - 1) * _ROW_HEIGHT})
    said = ", ".join(f"{step.title.lower()} {number(step.value)}" for step in drawing.steps)
    sheet.insert_chart(
        start, 0, chart, {"description": f"{drawing.unit}: {said}."[:250], "object_position": 2}
    )

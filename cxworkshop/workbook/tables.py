"""The sheet of a record class that has many rows: an Excel table with checks, drop-down lists and room to go on typing."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from cxworkshop.domain.fields import Face
from cxworkshop.domain.record import Record, face_of, fields, title_of
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.computed import computed
from cxworkshop.workbook.covered import in_order
from cxworkshop.workbook.live import Computed, table_name
from cxworkshop.workbook.looks import HAIR, SOFT, WARN, Looks, put
from cxworkshop.workbook.page import high, lines, top
from cxworkshop.workbook.sheets import HEADER_ROW, ID, ROOM, Shown, is_text, shown
from cxworkshop.workbook.validation import check

FIRST = HEADER_ROW + 1
_WIDTHS = {
    "long": (26, 54),
    "text": (16, 38),
    "ref": (14, 30),
    "tags": (16, 30),
    "choice": (11, 26),
    "flag": (9, 12),
    "date": (12, 13),
}
_NUMBER_WIDTHS, _LIVE_WIDTH = (11, 17), 14.0
_LOOSE, _NARROW, _WIDE = ("text", "long", "ref", "tags"), 96, 260
"""Columns of these kinds make a narrow table wider and a wide one narrower."""


def write_table(
    sheet: Worksheet, looks: Looks, workshop: Workshop, cls: type[Record], accent: str, ranges: dict[str, str]
) -> tuple[int, int, float]:
    """Fill the sheet of a record class that has many rows; returns its last row, last column and width for print."""
    records, names, extras = in_order(cls, workshop), fields(cls), computed(cls, workshop)
    last, end = FIRST + max(1, len(records)) - 1, len(names) + len(extras)
    values = {name: [shown(workshop, record, name) for record in records] for name in names}
    seen = [name for name in names if not face_of(cls, name).mark]
    widths = _widths(cls, {name: values[name] for name in seen})
    total = sum(widths.values()) + len(extras) * _LIVE_WIDTH
    top(sheet, looks, cls.sheet, cls.about, accent, end - 1, total)
    _declare(sheet, looks, cls, last, accent, extras)
    for column, name in enumerate(names):
        _fill(sheet, looks, face_of(cls, name), column, values[name], widths.get(name))
        check(sheet, (FIRST, column, last + ROOM, column), cls, name, ranges)
    for column, extra in enumerate(extras, start=len(names)):
        _compute(sheet, looks, extra, column, records)
    text = looks(num_format="@", font_color=SOFT)
    for at, record in enumerate(records):
        put(sheet, FIRST + at, end, record.id, text, text)
        tallest = max(lines(_said(values[name][at]), widths[name]) for name in seen)
        if tallest > 1:
            sheet.set_row(FIRST + at, high(tallest))
    sheet.set_default_row(high(1))
    sheet.set_column(end, end, 20, text, {"hidden": True})
    headings = [
        *((title_of(cls, name), widths[name]) for name in seen),
        *((one.title, _LIVE_WIDTH) for one in extras),
    ]
    sheet.set_row(HEADER_ROW, 8 + high(max(lines(words, width - 4) for words, width in headings)))
    sheet.freeze_panes(FIRST, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.repeat_columns(0, len(cls.named_by) - 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(FIRST, 0, last + ROOM, end)})
    return last, end - 1, total


def _declare(
    sheet: Worksheet, looks: Looks, cls: type[Record], last: int, accent: str, extras: tuple[Computed, ...]
) -> None:
    filled: dict[str, Any] = {"bold": True, "text_wrap": True, "valign": "vcenter"}
    head = looks(font_color="#FFFFFF", bg_color=accent, align="left", indent=1, **filled)
    # The button of the filter stands where a heading that is flush right would end.
    right: dict[str, Any] = {"align": "right", "indent": 2, **filled}
    figures = looks(font_color="#FFFFFF", bg_color=accent, **right)
    live = looks(font_color=accent, bottom=2, bottom_color=accent, **right)
    headings: list[dict[str, object]] = [
        {"header": title_of(cls, name), "header_format": head if is_text(face_of(cls, name)) else figures}
        for name in fields(cls)
    ]
    headings += [{"header": one.title, "header_format": live, "formula": one.formula} for one in extras]
    headings.append({"header": ID, "header_format": head})
    options = {
        "name": table_name(cls),
        "columns": headings,
        "style": "Table Style Light 1",
        "banded_rows": False,
    }
    sheet.add_table(HEADER_ROW, 0, last, len(headings) - 1, options)


def _fill(
    sheet: Worksheet, looks: Looks, face: Face, column: int, values: list[Shown], width: float | None
) -> None:
    """Without a width the column is there and out of sight."""
    cents = any(isinstance(value, float) and not value.is_integer() for value in values)
    look, live = looks.cell(face, cents=cents), looks.cell(face, live=True)
    for row, value in enumerate(values or [None], start=FIRST):
        put(sheet, row, column, value, look, live)
    hidden = {"hidden": True} if width is None else {}
    sheet.set_column(column, column, width, looks.cell(face, cents=cents, line=False), hidden)


def _compute(
    sheet: Worksheet, looks: Looks, extra: Computed, column: int, records: tuple[Record, ...]
) -> None:
    results = [extra.result(record) for record in records] or [None]
    cents = not extra.people and any(
        result is not None and not float(result).is_integer() for result in results
    )
    look: dict[str, Any] = {
        "num_format": "#,##0.00" if cents else "#,##0",
        "align": "right",
        "italic": True,
    }
    line = looks(bottom=4, bottom_color=HAIR, **look)
    for row, result in enumerate(results, start=FIRST):
        sheet.write_formula(row, column, extra.formula, line, "" if result is None else result)
    sheet.set_column(column, column, _LIVE_WIDTH, looks(**look))
    if extra.alarming:
        first, last = xl_rowcol_to_cell(FIRST, column), FIRST + len(results) - 1 + ROOM
        criteria = f"=AND(ISNUMBER({first}),ABS(N({first}))>0.004)"
        rule = {"type": "formula", "criteria": criteria, "format": looks.change(bold=True, font_color=WARN)}
        sheet.conditional_format(FIRST, column, last, column, rule)


def _widths(cls: type[Record], values: dict[str, list[Shown]]) -> dict[str, float]:
    """Field -> width: as its longest line needs, within what suits its kind; the table fits a page."""
    found: dict[str, float] = {}
    for name, column in values.items():
        low, most = _WIDTHS.get(face_of(cls, name).kind, _NUMBER_WIDTHS)
        longest = max((len(part) for value in column for part in _said(value).split("\n")), default=0)
        # A heading wraps between words, beside the button of its filter.
        title = title_of(cls, name)
        word = max(len(part) for part in title.split()) * 1.2 + 4
        found[name] = float(max(low, min(most, longest + 2), word, min(18, len(title) / 3 + 6)))
    loose, total = [name for name in values if face_of(cls, name).kind in _LOOSE], sum(found.values())
    aim = min(max(total, _NARROW), _WIDE)
    if loose:
        by = min(2.0, 1 + (aim - total) / sum(found[name] for name in loose))
        for name in loose:
            found[name] = max(_WIDTHS[face_of(cls, name).kind][0], found[name] * by)
    return found


def _said(value: Shown) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else "" if value is None else str(value)

"""The figures behind a waterfall in Excel: each step's amount, where it starts and where it ends, as live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from cxworkshop.analysis.bridge import GAINS, Flows, computed_closing
from cxworkshop.analysis.bridge_rows import by_period
from cxworkshop.domain.record import fields, title_of
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.sheets import HEADER_ROW

HEADINGS = ("", "Amount", "Stands at", "Below", "Total", "Gain", "Loss", "Gap", "In the picture")
BELOW, TOTAL, RISE, FALL, UNEXPLAINED, CAPTION = range(3, 9)
"""The columns that the chart stacks, of which the first is invisible and carries the others; and what stands below."""

_ALWAYS = ("new", "lapsed")
_ORDER = ("new", "returned", "moved_in", "grown", "lapsed", "moved_out", "shrunk")
_MOST_PLACES = 250
"""A sum in Excel takes 255."""

Figure = tuple[str, float | str]
"""A formula and its result; without a formula it is only a figure."""


@dataclass(frozen=True)
class Bar:
    """One step of a waterfall."""

    title: str
    amount: str
    """The formula that fetches it; blank where it is only a figure."""
    value: float
    sign: int
    """+1 comes on top, -1 goes off, 0 stands on the ground."""
    gap: bool = False
    """Whether it is what does not add up: counted closing less what it should be, explained or not."""


def bars(workshop: Workshop, row: BridgeRow, flows: Flows, columns: dict[str, str]) -> tuple[Bar, ...]:
    """The steps from opening to closing; `columns` says which field of the Bridge sheet holds each figure.

    A row that is the sum of segments fetches the segments' cells.
    """
    summed = workshop.get(BridgeRow, row.id) is None
    rows = by_period(workshop)[row.period_start, row.period_end] if summed else (row,)
    places = {record.id: HEADER_ROW + 1 + at for at, record in enumerate(workshop.all(BridgeRow))}

    def bar(name: str, sign: int) -> Bar:
        value = getattr(flows, name) or 0.0
        counted = all(getattr(one, columns[name]) is not None for one in rows)
        formula = ""
        # Where only some segments counted their closing, the rest is added up, which no sum of cells says.
        if len(rows) <= _MOST_PLACES and (counted or name != "closing"):
            column = fields(BridgeRow).index(columns[name])
            cells = [f"'{BridgeRow.sheet}'!{xl_rowcol_to_cell(places[one.id], column)}" for one in rows]
            formula = f"SUM({','.join(cells)})"
        return Bar(title_of(BridgeRow, name), formula, value, sign)

    moves = [name for name in _ORDER if name in columns and (name in _ALWAYS or getattr(flows, name))]
    found = [bar("opening", 0), *(bar(name, 1 if name in GAINS else -1) for name in moves)]
    end = adds_up = computed_closing(flows) or 0.0
    if flows.closing is not None:
        end, counted = flows.closing, bar("closing", 1)
        known = "Explained gap" if row.gap_reason else "Not explained"
        found.append(Bar(known, counted.amount, flows.closing - adds_up, 1, gap=True))
    return (*found, Bar(title_of(BridgeRow, "closing"), "", end, 0))


def figures(steps: Sequence[Bar], first_row: int) -> list[list[Figure]]:
    """For each step the cells of `HEADINGS` after its title, when the first step stands in `first_row`."""
    table, before = [], 0.0
    for row, bar in enumerate(steps, start=first_row):
        level = bar.value if bar.sign == 0 else before + bar.sign * bar.value
        table.append(_line(row, bar, before, level, opens=row == first_row))
        before = level
    return table


def _line(row: int, bar: Bar, before: float, level: float, *, opens: bool) -> list[Figure]:
    amount, now, then = (xl_rowcol_to_cell(*place) for place in ((row, 1), (row, 2), (max(0, row - 1), 2)))
    nothing: Figure = ("", 0.0)
    caption = _caption(row, bar, amount)
    if bar.sign == 0:
        fetched = bar.amount if opens else then
        return [
            (fetched, bar.value),
            (amount, level),
            nothing,
            (amount, level),
            nothing,
            nothing,
            nothing,
            caption,
        ]
    fetched = f"{bar.amount}-{then}" if bar.gap and bar.amount else bar.amount
    ends = (f"{then}+{amount}" if bar.sign > 0 else f"{then}-{amount}", level)
    below = (f"MIN({then},{now})", min(before, level))
    if bar.gap:
        change = [nothing, nothing, (f"ABS({amount})", abs(bar.value))]
    else:
        rise = (f"MAX({now}-{then},0)", max(level - before, 0.0))
        fall = (f"MAX({then}-{now},0)", max(before - level, 0.0))
        change = [rise, fall, nothing]
    return [(fetched, bar.value), ends, below, nothing, *change, caption]


def _caption(row: int, bar: Bar, amount: str) -> Figure:
    # FIXED groups thousands as the reader's language does; a format in TEXT would be read in that language.
    sign = {1: "+", 0: "", -1: "−"}[bar.sign]
    said = f"{bar.title}\n{'' if bar.gap and bar.value <= 0 else sign}{bar.value:,.0f}"
    shown = f'IF({amount}>0,"+","")' if bar.gap else f'"{sign}"'
    return f"{xl_rowcol_to_cell(row, 0)}&CHAR(10)&{shown}&FIXED({amount},0)", said

"""The value of a customer by the latest bridge, as a formula over the Bridge sheet."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.bridges import latest
from cxworkshop.analysis.customer_values import YEAR
from cxworkshop.analysis.lab import WINDOW
from cxworkshop.domain.record import title_of
from cxworkshop.domain.records import BridgeRow, LedgerSource
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.live import table_name

_LAST = 1_000_000
"""A row that no table reaches."""


def bridge_formula(workshop: Workshop, group: str) -> str:
    """Opening value ÷ opening customers of the segment named in the cell `group`, or else of all customers.

    The period is the one that the day was about when the file was written; blank where the bridge has no such figures.
    """
    found = latest(workshop)
    if found is None:
        return '=""'
    total = found[0]
    when = f"({_column('period_start')}={_day(total.period_start)})*({_column('period_end')}={_day(total.period_end)})"
    if workshop.get(BridgeRow, total.id):
        everyone = _row(workshop, when, _quoted(total.segment or ""))
    else:
        everyone = "/".join(f"SUMPRODUCT({when}*{_column(name)})" for name in ("opening_value", "opening"))
        computed = f'(SUMPRODUCT({when}*({_column("from_ledger")}<>"yes"))=0)'
        everyone = _positive(everyone + _year(workshop, computed))
    return f'=IFERROR({_row(workshop, when, group)},IFERROR({everyone},""))'


def _row(workshop: Workshop, when: str, segment: str) -> str:
    """The figure of the first row of the period with that segment; an error where it has none."""
    # The first of several; MATCH would not look through a table of one row.
    found = f"{when}*({_column('segment')}={segment})*({_LAST}-ROW({_column('segment')}))"
    place = f"{_LAST}-SUMPRODUCT(MAX({found}))-ROW({table_name(BridgeRow)}[[#Headers],[{title_of(BridgeRow, 'segment')}]])"
    value, opening, ledger = (
        f"INDEX({_column(name)},{place})" for name in ("opening_value", "opening", "from_ledger")
    )
    computed = f'({ledger}="yes")'
    return _positive(f"{value}/{opening}{_year(workshop, computed)}")


def _year(workshop: Workshop, computed: str) -> str:
    """What makes a year of a value that the ledger gave over another window."""
    source = workshop.one(LedgerSource)
    window = source.window_days or WINDOW
    if source.setting in ("contracts", "hybrid") or window == YEAR:
        return ""
    return f"*IF({computed},{YEAR}/{window},1)"


def _positive(amount: str) -> str:
    """The amount, or an error where it is not more than nothing."""
    return f"1/(1/MAX(0,{amount}))"


def _column(name: str) -> str:
    return f"{table_name(BridgeRow)}[{title_of(BridgeRow, name)}]"


def _day(day: date | None) -> str:
    return f"DATE({day.year},{day.month},{day.day})" if day else '""'


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'

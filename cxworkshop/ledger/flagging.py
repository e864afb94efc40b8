"""Which flags a ledger raises on a period: where its days run out, and which customers to look at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from cxworkshop.analysis.bridge_flag_words import Flag, flag
from cxworkshop.analysis.bridge_flags import outside_contradictions
from cxworkshop.analysis.nouns import people
from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.line import BridgeLine
from cxworkshop.ledger.names import ALL
from cxworkshop.ledger.span import Span


def known_flags(ledger: Span, definition: BridgeDefinition, period: Period) -> tuple[Flag, ...]:
    """What the ledger's first and last day mean for a period (docs/method.md 2, Edge cases)."""
    found = []
    to_date = period.cut_end and definition.to_day is None
    if to_date:
        found.append(flag("to_date", last_day=period.end))
    if period.end > ledger.last_day:
        found.append(flag("beyond_data", period_end=period.end, last_day=ledger.last_day))
    if period.cut_start or (period.cut_end and not to_date):
        found.append(flag("part_period"))
    # The opening looks back over a window of purchases; contracts speak for themselves from their start on.
    looks_back = 0 if ledger.setting == "contracts" else definition.window - 1
    if ledger.first_day.toordinal() > period.start.toordinal() - 1 - looks_back:
        doubt = "" if ledger.first_seen_column else " and some who look new are not"
        found.append(flag("short_history", first_day=ledger.first_day, doubt=doubt))
    return tuple(found)


def figure_flags(worthless: int, pending: int) -> tuple[Flag, ...]:
    """What to look at among the customers who are active at the end of a period."""
    found = []
    if worthless:
        found.append(flag("value_not_positive", count=worthless))
    if pending:
        found.append(flag("pending_renewal", who=people(pending, "customers")))
    return tuple(found)


def refund_flags(refunds: int, cents: int) -> tuple[Flag, ...]:
    """What to say of refunds that no active customer had."""
    return (flag("orphan_refund", count=refunds, value=cents / 100),) if refunds else ()


def with_sales_flags(
    ledger: Span, periods: Sequence[Period], lines: Sequence[BridgeLine]
) -> tuple[BridgeLine, ...]:
    """The lines, those of all customers with what their sales say beside those of the period before.

    Only whole periods of the calendar that the ledger covers are set beside each other, and only purchases are sales
    of their day (docs/method.md 2, Contradictions).
    """
    whole = [
        not (period.cut_start or period.cut_end)
        and ledger.first_day <= period.start
        and period.end <= ledger.last_day
        for period in periods
    ]
    totals = [line for line in lines if line.segment == ALL]
    said: dict[date, tuple[Flag, ...]] = {}
    for (before, had), (line, has) in pairwise(zip(totals, whole, strict=True)):
        if had and has and ledger.setting == "purchases":
            change = (line.revenue - before.revenue) / 100
            said[line.period_start] = outside_contradictions(line.customers, revenue_change=change)
    return tuple(
        replace(line, flags=(*line.flags, *more))
        if line.segment == ALL and (more := said.get(line.period_start))
        else line
        for line in lines
    )

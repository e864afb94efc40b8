"""A period that is only to date has a fair comparison: as many days of the period before."""

from datetime import timedelta

from cxworkshop.ledger.calendar import Period, calendar_start
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.span import Span


def same_days_before(ledger: Span, definition: BridgeDefinition, last: Period) -> Period | None:
    """The first days of the calendar period before the last one, as many as the last one has, or all where it is shorter.

    None where the last period is whole or was cut by the dates asked for, and where the ledger begins later.
    """
    if not last.cut_end or last.cut_start or definition.to_day is not None:
        return None
    day_before = last.start - timedelta(days=1)
    start = calendar_start(day_before, definition.by)
    if start < calendar_start(ledger.first_day, definition.by):
        return None
    end = min(start + (last.end - last.start), day_before)
    return Period(start, end, cut_end=end < day_before)

"""The bridge rows that a workshop holds: which speak for all customers, and how each moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxworkshop.analysis.bridge import Flows, closing, computed_closing, gap
from cxworkshop.domain.records import BridgeRow, Company
from cxworkshop.domain.workshop import Workshop

CUSTOMERS = {
    name: name for name in ("opening", "new", "returned", "lapsed", "moved_in", "moved_out", "closing")
}
MONEY = {name: f"{name}_value" for name in (*CUSTOMERS, "grown", "shrunk")}
FIGURES = {*CUSTOMERS.values(), *MONEY.values()}
NEEDED = {"opening", "new", "lapsed", "closing"}
EVERYONE = {"", "all", "all customers", "everyone", "overall", "total", "totals"}
"""What people write beside a row that speaks for all; counted as a segment, it would double the sum."""

Bridge = tuple[BridgeRow, Flows]
"""A row and its movement in customers; `value_flows(row)` gives its movement in money."""
Period = tuple[date | None, date | None]


def customer_flows(row: BridgeRow) -> Flows:
    """A row's movement in whole customers."""
    return Flows(**{name: getattr(row, field) for name, field in CUSTOMERS.items()})


def value_flows(row: BridgeRow) -> Flows:
    """A row's movement in money."""
    return Flows(**{name: getattr(row, field) for name, field in MONEY.items()})


def is_total(row: BridgeRow) -> bool:
    """Whether a row speaks for all customers rather than for a segment."""
    return (row.segment or "").strip().casefold() in EVERYONE


def by_period(workshop: Workshop) -> dict[Period, tuple[BridgeRow, ...]]:
    """The rows that hold a figure, by (from, to), earliest end first; rows without dates come last."""
    found: dict[Period, list[BridgeRow]] = {}
    for row in workshop.all(BridgeRow):
        if any(getattr(row, field) is not None for field in FIGURES):
            found.setdefault((row.period_start, row.period_end), []).append(row)
    ordered = sorted(found, key=lambda period: (period[1] or date.max, period[0] or date.max))
    return {period: tuple(found[period]) for period in ordered}


def totals(workshop: Workshop) -> tuple[Bridge, ...]:
    """The bridge of all customers for each period, earliest first.

    Where a period has only segments, their sum. Of two rows for one period the first counts. Source: docs/method.md 2.
    """
    found = []
    for rows in by_period(workshop).values():
        row = next((row for row in rows if is_total(row)), None) or summed(rows)
        found.append((row, customer_flows(row)))
    return tuple(found)


def by_segment(workshop: Workshop) -> tuple[Bridge, ...]:
    """The bridge of each segment, period by period, earliest first, segments as entered."""
    return tuple(
        (row, customer_flows(row))
        for rows in by_period(workshop).values()
        for row in rows
        if not is_total(row)
    )


def latest(workshop: Workshop) -> Bridge | None:
    """The bridge that the day is about: of the company's period, or else of the last period, the longest of them.

    Without a period of the company, one that somebody has only begun to type does not stand in the way of the last whole one.
    """
    company, found = workshop.one(Company), totals(workshop)
    for row, flows in found:
        if company.period_end and (row.period_start, row.period_end) == (
            company.period_start,
            company.period_end,
        ):
            return row, flows
    return _last([one for one in found if computed_closing(one[1]) is not None] or found)


def begun(workshop: Workshop) -> Bridge | None:
    """The bridge of the last period where it is later than the one that the day is about, and somebody has only begun it."""
    found, last = latest(workshop), _last(totals(workshop))
    company = workshop.one(Company)
    return None if company.period_end or last == found else last


def _last(found: Sequence[Bridge]) -> Bridge | None:
    ends = [row.period_end for row, _ in found if row.period_end]
    return next((one for one in found if not ends or one[0].period_end == ends[-1]), None)


def summed(rows: Sequence[BridgeRow]) -> BridgeRow:
    """All customers of a period as the sum of its segments; moves between segments cancel and are left out.

    Opening, new, lapsed and closing are known where every segment knows them; other blanks count as nothing.
    Closing is left to be added up where no segment counted it. A gap has its reasons where every segment's gap has one.
    """
    values: dict[str, object] = {"period_start": rows[0].period_start, "period_end": rows[0].period_end}
    for fields, flows in ((CUSTOMERS, customer_flows), (MONEY, value_flows)):
        parts = [flows(row) for row in rows]
        for name, field in fields.items():
            if name in ("moved_in", "moved_out"):
                continue
            given = [getattr(part, name) for part in parts]
            if name == "closing" and any(value is not None for value in given):
                given = [closing(part) for part in parts]
            known = [value for value in given if value is not None]
            if known and (name not in NEEDED or len(known) == len(given)):
                values[field] = sum(known)
    values["gap_reason"] = _reasons(rows)
    # Unchecked, because a sum may pass the bounds that hold for what a person types.
    return BridgeRow.model_construct(id=f"sum-{rows[0].id}", **values)  # type: ignore[arg-type]


def _reasons(rows: Sequence[BridgeRow]) -> str | None:
    apart = [row for row in rows if gap(customer_flows(row)) or gap(value_flows(row))]
    told = [f"{row.segment}: {row.gap_reason}" for row in apart if row.gap_reason]
    return "; ".join(told) or None if len(told) == len(apart) else None

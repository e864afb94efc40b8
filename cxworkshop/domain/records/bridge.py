"""Competency one, the bridge: how opening customers became closing customers, and what else happened in the period."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, percent, text, whole
from cxworkshop.domain.record import Record
from cxworkshop.domain.records.room import EVIDENCE


class BridgeRow(Record):
    kind: ClassVar[str] = "bridge_row"
    sheet: ClassVar[str] = "Bridge"
    about: ClassVar[str] = (
        "How one period's opening customers became its closing customers; blank segment means all of them."
    )
    named_by: ClassVar[tuple[str, ...]] = ("period_start", "period_end", "segment")

    period_start: date | None = day("From")
    period_end: date | None = day("To")
    segment: str | None = text("Segment", "Blank for all customers.")
    opening: int | None = whole("Opening")
    new: int | None = whole("New", "Came for the first time.")
    returned: int | None = whole("Returned", "Had left before and came back.")
    lapsed: int | None = whole("Lapsed", "Were here at the start and are not at the end.")
    moved_in: int | None = whole("Moved in", "From another segment.")
    moved_out: int | None = whole("Moved out", "To another segment.")
    closing: int | None = whole("Closing", "As counted; leave blank to let it be added up.")
    came_and_went: int | None = whole("Came and went", "Inside the period; in neither snapshot.")
    paused: int | None = whole("Paused", "Silent in between, here at both ends.")
    grown: int | None = whole("Grew", "Stayed and spent more.")
    shrunk: int | None = whole("Shrank", "Stayed and spent less: a smaller share of their wallet.")
    opening_value: float | None = money("Opening value", low=None)
    new_value: float | None = money("New value", low=None)
    returned_value: float | None = money("Returned value", low=None)
    lapsed_value: float | None = money("Lapsed value", low=None)
    grown_value: float | None = money("Grown value")
    shrunk_value: float | None = money("Shrunk value")
    moved_in_value: float | None = money("Moved in value", low=None)
    moved_out_value: float | None = money("Moved out value", low=None)
    closing_value: float | None = money(
        "Closing value", "As counted; leave blank to let it be added up.", low=None
    )
    returned_and_went: int | None = whole(
        "Came back and went", "Of those who came and went, had been here before the period."
    )
    pending: int | None = whole(
        "Renewal pending", "Contract ended, still within grace: counted, and not safe."
    )
    orphan_refunds: int | None = whole(
        "Orphan refunds", "Refunds to customers who were not active that day, to be looked at."
    )
    orphan_value: float | None = money("Orphan refunds value", low=None)
    evidence: str | None = choice("How sure", EVIDENCE)
    gap_reason: str | None = text("The gap is because", "Only where the closing count does not add up.")
    from_ledger: bool | None = flag("Computed from the ledger")
    remarks: str | None = long(
        "What to know", "What the ledger said of this period: to date, short history ..."
    )


class PeriodFacts(Record):
    kind: ClassVar[str] = "period_facts"
    sheet: ClassVar[str] = "Beside the bridge"
    about: ClassVar[str] = (
        "What else happened in a period: sales, units, scores, renewals, referrals, share of wallet."
    )
    named_by: ClassVar[tuple[str, ...]] = ("period_start", "period_end")

    period_start: date | None = day("From")
    period_end: date | None = day("To")
    revenue: float | None = money("Revenue")
    orders: int | None = whole("Orders", "To split revenue into customers x orders x order value.")
    units: int | None = whole("Product units", "Products are not customers; see whether they move together.")
    score: float | None = number("Survey score", "Second, after the count.", low=-100, high=100)
    renewals_due: int | None = whole("Renewals due")
    renewals_renewed: int | None = whole("Renewed")
    renewals_pending: int | None = whole("Still pending")
    due_value: float | None = money("Value due")
    renewed_value: float | None = money("Value renewed")
    referred: int | None = whole("New by referral")
    wallet_with_us: float | None = money("Spend with us", "Of the customers whose whole spend you know.")
    wallet_total: float | None = money("Their whole spend", "In this category, with anyone.")
    evidence: str | None = choice("How sure", EVIDENCE)
    pending_value: float | None = money(
        "Value still pending", "Of the value due: contracts within their grace, neither renewed nor lost."
    )
    margin: float | None = percent(
        "Margin", "Share of revenue that is margin; splits profit where you know it."
    )

"""Competency one, customers as assets: rival counts, the agreed definition, the bridge, and why people stay or leave."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, ref, text, whole
from cxworkshop.domain.record import Record
from cxworkshop.domain.records.room import EVIDENCE

UNITS = ("person", "household", "account", "site")
SETTINGS = ("purchases", "contracts", "hybrid")
VALUE_BASES = ("revenue", "margin", "annual contract value")
STANCES = ("agree", "can live with it", "object")
DIRECTIONS = ("stay", "leave", "buy more", "buy less", "use more", "use less")
CAUSES = ("operational", "cultural", "behavioural", "we don't know")
PERIODS = ("month", "quarter", "half", "year")


class FunctionCount(Record):
    kind: ClassVar[str] = "function_count"
    sheet: ClassVar[str] = "Counts by function"
    about: ClassVar[str] = "How many customers one function says there are, and what it counts."
    named_by: ClassVar[tuple[str, ...]] = ("function",)

    function: str | None = text("Function", "Who brings this number.")
    definition: str | None = long("What we count", "In one sentence: who is in, who is out, since when.")
    source: str | None = text("Where it comes from", "System, report or list, and its date.")
    opening: int | None = whole("Opening", "Customers at the start of the period.")
    new: int | None = whole("New", "Customers who came.")
    lost: int | None = whole("Lost", "Customers who left.")
    total: int | None = whole("Closing", "Customers at the end of the period.")
    evidence: str | None = choice("How sure", EVIDENCE)
    difference: str | None = long(
        "Why it differs", "Counts products, includes trials, other window, duplicates ..."
    )


class Definition(Record):
    kind: ClassVar[str] = "definition"
    sheet: ClassVar[str] = "Definition"
    about: ClassVar[str] = (
        "The one company version: who counts as a customer, in words that every function signs."
    )
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("sentence",)

    sentence: str | None = long(
        "A customer is ...", "Read it aloud: would a new colleague count the same people?"
    )
    unit: str | None = choice("We count", UNITS)
    event: str | None = text(
        "What makes one", "The event that makes someone a customer: a purchase, a signed contract ..."
    )
    setting: str | None = choice(
        "Setting", SETTINGS, "Purchases: silence tells. Contracts: the end date tells. Hybrid: either."
    )
    window_days: int | None = whole(
        "Window", "Active means a purchase within this many days.", low=1, high=3_660, unit="days"
    )
    grace_days: int | None = whole(
        "Grace", "Days after a contract's end before it counts as lost.", high=3_660, unit="days"
    )
    minimum: float | None = money("Smallest purchase that counts", "0 counts every purchase.")
    value_basis: str | None = choice("Value is", VALUE_BASES)
    exclusions: str | None = long("Not counted", "Staff, tests, internal accounts, resellers ...")
    data_owner: str | None = ref("Data owner", "leader", "Who answers for this number next month.")
    agreed: int | None = whole(
        "The count we sign", "Customers on the last day of the period, by this definition."
    )


class SignOff(Record):
    kind: ClassVar[str] = "sign_off"
    sheet: ClassVar[str] = "Sign-off"
    about: ClassVar[str] = (
        "Each leader's word on the definition and the count; an objection is kept, with its reason."
    )
    named_by: ClassVar[tuple[str, ...]] = ("leader",)

    leader: str | None = ref("Leader", "leader")
    stance: str | None = choice("Stance", STANCES)
    reason: str | None = long("Reason", "What would have to change for you to agree?")


class LedgerSource(Record):
    kind: ClassVar[str] = "ledger_source"
    sheet: ClassVar[str] = "Ledger"
    about: ClassVar[str] = "The ledger file that the bridge was computed from, and how it was read."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("file",)

    file: str | None = text("File", "The name of the file as it was handed in.")
    fingerprint: str | None = text(
        "Fingerprint", "SHA-256 of the file, so that the same file can be told again."
    )
    rows: int | None = whole("Rows read")
    customers: int | None = whole("Customers in it")
    first_day: date | None = day("First day")
    last_day: date | None = day("Last day")
    setting: str | None = choice("Setting", SETTINGS)
    window_days: int | None = whole("Window", low=1, high=3_660, unit="days")
    grace_days: int | None = whole("Grace", high=3_660, unit="days")
    minimum: float | None = money("Smallest purchase that counts")
    by: str | None = choice("Period", PERIODS)
    customer_column: str | None = text("Customer column")
    date_column: str | None = text("Date column")
    amount_column: str | None = text("Amount column")
    segment_column: str | None = text("Segment column")
    start_column: str | None = text("Start column")
    end_column: str | None = text("End column")
    id_column: str | None = text("Transaction column")
    notes: str | None = long("What was noticed", "Rows left out, duplicates, partial periods.")


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
    evidence: str | None = choice("How sure", EVIDENCE)
    gap_reason: str | None = text("The gap is because", "Only where the closing count does not add up.")
    from_ledger: bool | None = flag("Computed from the ledger")


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


class Reason(Record):
    kind: ClassVar[str] = "reason"
    sheet: ClassVar[str] = "Reasons"
    about: ClassVar[str] = "Why people stay, leave, buy or use more or less; “we don't know” is a finding."
    named_by: ClassVar[tuple[str, ...]] = ("reason",)

    reason: str | None = text("Reason", "As a customer would say it.")
    direction: str | None = choice("It makes them", DIRECTIONS)
    cause: str | None = choice("Cause", CAUSES, "What we run, what we believe, or how we behave.")
    what: str | None = long("What was done", "The fact: what happened to the customer.")
    how: str | None = long("How it was done", "The manner: what it felt like.")
    customers: int | None = whole("Customers", "Whole people in the period.")
    value: float | None = money("Value", "What they were worth in a year.")
    evidence: str | None = choice("How sure", EVIDENCE)
    controllable: bool | None = flag("In our hands")
    captive: bool | None = flag("Captive", "They stay because leaving is hard: delayed, not safe.")
    touchpoint: str | None = ref("Touchpoint", "touchpoint", "Where it happens, once the map is drawn.")
    rank: int | None = whole("Top five", "1 to 5 for the five that matter most.", low=1, high=5)

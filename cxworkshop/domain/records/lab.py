"""Competency one, the definition lab: the dials of a definition, the ledger they are tried on, and the variants kept."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, tags, text, whole
from cxworkshop.domain.record import Record

SETTINGS = ("purchases", "contracts", "hybrid")
VALUE_BASES = ("revenue", "margin", "annual contract value")
PERIODS = ("month", "quarter", "half", "year")


def setting() -> Any:
    """What tells who left."""
    return choice(
        "Setting", SETTINGS, "Purchases: silence tells. Contracts: the end date tells. Hybrid: either."
    )


def window() -> Any:
    """How long a purchase keeps its customer."""
    return whole("Window", "Active means a purchase within this many days.", low=1, high=3_660, unit="days")


def grace() -> Any:
    """How long an ended contract keeps its customer."""
    return whole("Grace", "Days after a contract's end before it counts as lost.", high=3_660, unit="days")


def minimum() -> Any:
    """The smallest purchase that keeps anybody."""
    return money("Smallest purchase that counts", "0 counts every purchase.")


class LabSettings(Record):
    """What can be set in the definition lab; the ledger at hand and every kept variant have the same dials."""

    setting: str | None = setting()
    window_days: int | None = window()
    grace_days: int | None = grace()
    minimum: float | None = minimum()
    unit_column: str | None = text(
        "Count by", "A column that groups accounts, such as household; blank counts the customer column."
    )
    merge_list: str | None = text(
        "Merge table", "How many ids which file says are another customer's: these count as that customer."
    )
    merge_mark: str | None = text("Mark of that table", "SHA-256 of the file, which finds it again.")
    value_basis: str | None = choice("Value is", VALUE_BASES)
    value_column: str | None = text(
        "Value column", "Blank takes the amount; a margin column says what customers leave you."
    )
    margin_percent: float | None = number(
        "Margin", "Share of the amount that is margin, where no column says it.", low=0, high=100, unit="%"
    )
    exclude_column: str | None = text(
        "Leave out by", "The column whose values are left out, such as segment."
    )
    excluded_values: tuple[str, ...] = tags("Values left out", "Rows with these values do not count.")
    excluded_ids: str | None = long("Customers left out", "Customer ids, one a line.")
    excluded_list: str | None = text(
        "List of customers left out",
        "How many customers which file names, where the list is too long to type.",
    )
    excluded_mark: str | None = text("Mark of that list", "SHA-256 of the file, which finds it again.")
    internal: tuple[str, ...] = tags(
        "Internal accounts", "Customer ids that begin with one of these, such as TEST, are left out."
    )
    by: str | None = choice("Period", PERIODS)
    from_day: date | None = day("Count from", "Blank begins with the ledger.")
    to_day: date | None = day("Count to", "Blank ends with the ledger.")
    gross: bool | None = flag(
        "Gross view", "Adds those who came and went inside a period to both who came and who left."
    )


class LedgerSource(LabSettings):
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
    customer_column: str | None = text("Customer column")
    date_column: str | None = text("Date column")
    amount_column: str | None = text("Amount column")
    segment_column: str | None = text("Segment column")
    start_column: str | None = text("Start column")
    end_column: str | None = text("End column")
    id_column: str | None = text("Transaction column")
    currency_column: str | None = text("Currency column")
    first_seen_column: str | None = text(
        "First-seen column",
        "When a customer was first seen: who was before a period is returned in it, not new.",
    )
    rates: tuple[str, ...] = tags(
        "Rates", "One constant rate per currency into the workshop's own, such as USD=0.92."
    )
    currency_into: str | None = text(
        "Into currency", "The currency of the bridge; every other one in the ledger needs its rate."
    )
    leave_out_bad: bool | None = flag(
        "Leave out what cannot be read",
        "Rows with such a cell are told with their money, and are in no figure.",
    )
    notes: str | None = long("What was noticed", "Rows left out, duplicates, partial periods.")


class Variant(LabSettings):
    kind: ClassVar[str] = "variant"
    sheet: ClassVar[str] = "Definition variants"
    about: ClassVar[str] = "A definition that was tried in the lab and kept under a name, with what it gives."

    name: str | None = text("Name", "Such as “Finance's eighteen months”.")
    sentence: str | None = long(
        "A customer is ...", "The definition in words; it goes on the card as it stands."
    )
    segment_column: str | None = text("Segment column")
    period_start: date | None = day("Counted from")
    period_end: date | None = day("Counted to")
    opening: int | None = whole("Opening")
    new: int | None = whole("New")
    returned: int | None = whole("Returned")
    lapsed: int | None = whole("Lapsed")
    closing: int | None = whole("Closing")
    opening_value: float | None = money("Opening value", low=None)
    closing_value: float | None = money("Closing value", low=None)

"""Competency one, one list from several: the lists that departments keep, and which of their rows are the same customer."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, number, ref, tags, text, whole
from cxworkshop.domain.record import Record

VERDICTS = ("same", "different")


class ListSource(Record):
    kind: ClassVar[str] = "list_source"
    sheet: ClassVar[str] = "Lists handed in"
    about: ClassVar[str] = "A list of customers that one department keeps, and which of its columns say what."

    name: str | None = text("Whose list", "Best the function's name, as it stands beside its count.")
    file: str | None = text("File", "The name of the file as it was handed in.")
    fingerprint: str | None = text("Fingerprint", "SHA-256 of the file.", mark=True)
    rows: int | None = whole("Rows read")
    id_column: str | None = text("Customer id column", "A number that several lists share.")
    email_column: str | None = text("E-mail column")
    tax_column: str | None = text("Tax number column")
    phone_column: str | None = text("Telephone column")
    name_column: str | None = text("Name column", "First and last name in one column, or a company's name.")
    first_name_column: str | None = text("First name column")
    last_name_column: str | None = text("Last name column")
    street_column: str | None = text("Street column")
    house_column: str | None = text("House number column", "Where it does not stand beside the street.")
    town_column: str | None = text("Town column")
    postcode_column: str | None = text("Postcode column")
    birth_column: str | None = text("Birth date column")
    product_column: str | None = text(
        "Product column", "Where a customer stands once for each product, what the product is."
    )
    last_seen_column: str | None = text("Last seen column", "The day of the last order, invoice or contact.")


class Reconciliation(Record):
    kind: ClassVar[str] = "reconciliation"
    sheet: ClassVar[str] = "One list from several"
    about: ClassVar[str] = "How the departments' lists were made one, and the one count that came of it."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("one_version",)

    exact_keys: tuple[str, ...] = tags(
        "Exact keys", "What makes two rows the same customer without anybody's word."
    )
    near: bool | None = flag("Look for near-duplicates")
    accept_from: float | None = number(
        "Accept from",
        "Pairs with this score or more are taken as the same; blank takes none unread.",
        low=0,
        high=100,
    )
    as_of: date | None = day(
        "Active on", "Whoever was last seen longer ago than the window has left by this day."
    )
    window_days: int | None = whole("Seen within", low=1, high=3_660, unit="days")
    with_ledger: bool | None = flag(
        "Count whom the ledger counts",
        "Only customers whom the open ledger knows as active by its definition.",
    )
    one_version: int | None = whole("One company version", "Customers on all lists together, each once.")
    counted_from: str | None = text(
        "Counted from", "A mark of the lists, keys and verdicts behind the count; blank where it was typed."
    )
    notes: str | None = long("What was noticed")


class PairVerdict(Record):
    kind: ClassVar[str] = "pair_verdict"
    sheet: ClassVar[str] = "Same or not"
    about: ClassVar[str] = "Two rows that look like one customer, and what a person said of them."
    named_by: ClassVar[tuple[str, ...]] = ("list_a", "row_a", "list_b", "row_b")

    list_a: str | None = ref("List", "list_source")
    row_a: int | None = whole("Row")
    list_b: str | None = ref("Other list", "list_source")
    row_b: int | None = whole("Other row")
    score: float | None = number("Score", low=0, high=100)
    why: str | None = text("Why")
    verdict: str | None = choice("They are", VERDICTS)

"""The room: whose company this is, what it calls its customers, and who sits at the table."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, number, tags, text
from cxworkshop.domain.record import Record

AGENDAS = ("half a day", "one day", "two days")
EVIDENCE = ("fact", "estimate", "assumption")
FUNCTIONS = ("CEO", "CFO", "CMO", "CTO", "COO", "Sales", "Service", "Operations", "People", "Product", "IT")
EXPECTED_FUNCTIONS = ("CEO", "CFO", "CMO", "CTO")
CURRENCIES = (
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "CAD",
    "AUD",
    "NZD",
    "JPY",
    "INR",
    "BRL",
    "ZAR",
)


class Company(Record):
    kind: ClassVar[str] = "company"
    sheet: ClassVar[str] = "The room"
    about: ClassVar[str] = "The company, the period that is counted, and the day itself."
    single: ClassVar[bool] = True

    name: str | None = text("Company", "As it should stand on the cover of the workbook.")
    customer_word: str | None = text(
        "We call our customers", "Guests, members, patients, policyholders ... the word you use aloud."
    )
    period_start: date | None = day("Counted from", "First day of the period whose customers you count.")
    period_end: date | None = day("Counted to", "Last day of that period.")
    currency: str | None = choice("Currency", CURRENCIES, "One currency for every amount in the workshop.")
    agenda: str | None = choice("Time we have", AGENDAS, "Sets the minutes that each step suggests.")
    held_on: date | None = day("Held on", "The day of the workshop; review dates count from here.")
    facilitator: str | None = text("Facilitator", "Who leads the day.")
    purpose: str | None = long("Why we are here", "One sentence that everyone in the room would sign.")
    products: tuple[str, ...] = tags(
        "What we sell",
        "Names of products and services: a stage named after one is yours, not the customer's.",
    )


class Segment(Record):
    kind: ClassVar[str] = "segment"
    sheet: ClassVar[str] = "Segments"
    about: ClassVar[str] = "A group of customers that you would grow, lose and serve differently."

    name: str | None = text("Segment", "As it is written in your ledger, if you have one.")
    priority: bool | None = flag("Matters most", "A segment whose loss would hurt more than its size says.")
    note: str | None = text("What sets them apart", "In customers' words rather than by product.")


class Leader(Record):
    kind: ClassVar[str] = "leader"
    sheet: ClassVar[str] = "Leaders"
    about: ClassVar[str] = (
        "A person who decides; the count needs at least the CEO, CFO, CMO and CTO at one table."
    )

    name: str | None = text("Name", "First and last name.")
    function: str | None = text("Function", "CEO, CFO, CMO, CTO ... one person, one function.")
    present: bool | None = flag("Present", "In the room today.")
    capacity: float | None = number(
        "Capacity", "What this leader's people can give until the review.", low=0, unit="person-months"
    )

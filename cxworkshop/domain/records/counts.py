"""Competency one, the count: what each function says, why the numbers differ, the one definition, and who signed it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, ref, text, whole
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import lab
from cxworkshop.domain.records.lab import VALUE_BASES
from cxworkshop.domain.records.room import EVIDENCE

UNITS = ("person", "household", "account", "site")
STANCES = ("agree", "can live with it", "object")
DIFFERENCES = (
    "counts products",
    "counts accounts instead of people",
    "counts people instead of households",
    "counts households instead of people",
    "includes trials and prospects",
    "includes customers who have left",
    "counts some of them twice",
    "other window",
    "internal and test accounts",
    "some are missing",
    "other",
)


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
    revealed: bool | None = flag("Revealed", "Shown to the room; until then the number stays covered.")


class CountDifference(Record):
    kind: ClassVar[str] = "count_difference"
    sheet: ClassVar[str] = "Why counts differ"
    about: ClassVar[str] = "One named cause that lies between a function's number and the agreed one."
    named_by: ClassVar[tuple[str, ...]] = ("count", "cause")

    count: str | None = ref("Count of", "function_count")
    cause: str | None = choice("Because it", DIFFERENCES)
    customers: int | None = whole(
        "Step to the agreed number",
        "−1,200 where the function has 1,200 too many; 300 where it is missing 300.",
        low=None,
    )
    note: str | None = text("In words", "How you know.")
    evidence: str | None = choice("How sure", EVIDENCE)
    from_lists: bool | None = flag("Found in the lists", "Computed by reconciling the departments' lists.")


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
    setting: str | None = lab.setting()
    window_days: int | None = lab.window()
    grace_days: int | None = lab.grace()
    minimum: float | None = lab.minimum()
    value_basis: str | None = choice("Value is", VALUE_BASES)
    exclusions: str | None = long("Not counted", "Staff, tests, internal accounts, resellers ...")
    data_owner: str | None = ref("Data owner", "leader", "Who answers for this number next month.")
    agreed: int | None = whole(
        "The count we sign", "Customers on the last day of the period, by this definition."
    )
    gives: str | None = long("What it gives", "The bridge that this definition gives, in whole customers.")
    variant: str | None = ref("Chosen from", "variant", "The variant of the definition lab that was chosen.")


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
    signed: str | None = long(
        "What was signed",
        "The definition card word for word, as it stood when this was said; a card that reads otherwise is not signed.",
    )


class Signature(Record):
    kind: ClassVar[str] = "signature"
    sheet: ClassVar[str] = "Signature log"
    about: ClassVar[str] = (
        "Every word that a leader ever gave on a definition card, in the order given; nothing here is replaced."
    )
    named_by: ClassVar[tuple[str, ...]] = ("name", "stance")

    leader: str | None = ref("Leader", "leader")
    name: str | None = text("Name", "As it was on that day.")
    stance: str | None = choice("Stance", STANCES)
    reason: str | None = long("Reason")
    signed: str | None = long("What was signed")
    given_on: date | None = day("On")

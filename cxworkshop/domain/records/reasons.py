"""Competency one, why: the reasons for which people stay, leave, buy or use more or less."""

from __future__ import annotations

from typing import ClassVar

from cxworkshop.domain.fields import choice, flag, long, money, ref, text, whole
from cxworkshop.domain.record import Record
from cxworkshop.domain.records.room import EVIDENCE

DIRECTIONS = ("stay", "leave", "buy more", "buy less", "use more", "use less")
CAUSES = ("operational", "cultural", "behavioural", "we don't know")


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

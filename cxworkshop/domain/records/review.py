"""Coming back: what became of each commitment, how the count moved, and the round that follows."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, long, money, number, ref, text, whole
from cxworkshop.domain.record import Record
from cxworkshop.domain.records.room import EVIDENCE

OCCASIONS = ("30 days", "60 days", "90 days", "another day")
OUTCOMES = ("kept", "slipped", "dropped")


class Review(Record):
    kind: ClassVar[str] = "review"
    sheet: ClassVar[str] = "Reviews"
    about: ClassVar[str] = "A day on which you look again, with the customers counted anew."
    named_by: ClassVar[tuple[str, ...]] = ("occasion", "held_on")

    held_on: date | None = day("Held on")
    occasion: str | None = choice("After", OCCASIONS)
    period_start: date | None = day("Counted from")
    period_end: date | None = day("Counted to")
    opening: int | None = whole("Opening", unit="customers")
    new: int | None = whole("New", unit="customers")
    returned: int | None = whole("Returned", unit="customers")
    lapsed: int | None = whole("Lapsed", unit="customers")
    opening_value: float | None = money("Opening value")
    new_value: float | None = money("New value")
    returned_value: float | None = money("Returned value")
    grown_value: float | None = money("Grown value")
    shrunk_value: float | None = money("Shrunk value")
    lapsed_value: float | None = money("Lapsed value")
    evidence: str | None = choice("How sure", EVIDENCE)
    source: str | None = text("Where the figures come from")
    learned: str | None = long("What we learned", "About customers, and about ourselves.")
    dissent: str | None = long("Who sees it otherwise, and why", "Kept, not argued away.")
    next_on: date | None = day("We look again on")
    uncounted: str | None = long("Why nobody was counted anew", "Needed only where the figures are blank.")


class Progress(Record):
    kind: ClassVar[str] = "progress"
    sheet: ClassVar[str] = "Progress"
    about: ClassVar[str] = "What became of one commitment, as it was told at one review."
    named_by: ClassVar[tuple[str, ...]] = ("review", "candidate")

    review: str | None = ref("Review", "review")
    candidate: str | None = ref("Priority", "candidate")
    value: float | None = number("Measure now")
    outcome: str | None = choice(
        "Commitment", OUTCOMES, "Kept as promised, slipped to another day, or dropped."
    )
    reason: str | None = long("Why", "Needed where it slipped or was dropped.")
    lives: str | None = long(
        "What is better in a customer's life", "A person, and what changed for them.", personal=True
    )
    next_day: date | None = day("New date", "Where it slipped.")


class Round(Record):
    kind: ClassVar[str] = "round"
    sheet: ClassVar[str] = "Round"
    about: ClassVar[str] = "Which round of the work this is, and what it came from."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("number",)

    number: int | None = whole("Round", "The first is 1.", low=1, high=99)
    from_code: str | None = text("Came from workshop")
    from_title: str | None = text("Its title")
    from_day: date | None = day("It was held on")
    carried_on: date | None = day("Carried forward on")

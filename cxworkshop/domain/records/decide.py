"""Deciding: candidates, blind dots, the five to ten that you start, and what was decided aloud."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, ref, tags, text, whole
from cxworkshop.domain.record import Record

VERDICTS = ("now", "not now", "stop doing")
CONFIDENCE = ("0.5", "0.8", "1")
IMPACTS = ("0.25", "0.5", "1", "2", "3")


class Candidate(Record):
    kind: ClassVar[str] = "candidate"
    sheet: ClassVar[str] = "Candidates"
    about: ClassVar[str] = "Something that could become a priority, and where in the day it came from."

    name: str | None = text("Candidate", "What would be different for a customer.")
    because: str | None = long("Because", "The gap, moment or number that it answers.")
    origin: str | None = text("Came from", "Step and row that it was gathered from; blank if typed here.")
    stage: str | None = ref("Stage", "stage")
    touchpoint: str | None = ref("Touchpoint", "touchpoint", "Its value at risk is taken from there.")
    functions: tuple[str, ...] = tags("Functions it takes", "At least two, or it is one silo's project.")
    value: float | None = money("Value at risk", "A year's; blank takes the touchpoint's.")
    confidence: str | None = choice(
        "Confidence", CONFIDENCE, "1 we know, 0.8 we have good reason, 0.5 we believe."
    )
    effort: float | None = number("Effort", low=0.1, high=10_000, unit="person-months")
    verdict: str | None = choice(
        "Verdict", VERDICTS, "Five to ten “now”; the rest is said aloud as “not now”."
    )
    why: str | None = text(
        "Why this verdict", "One line that you could defend to the people who asked for it."
    )
    reach: int | None = whole(
        "Reach", "Whom it touches in a year; blank takes who meets the touchpoint.", unit="customers"
    )
    impact: str | None = choice("Impact", IMPACTS, "On each of them: 3 massive, 1 medium, 0.25 hardly any.")
    ease: int | None = whole("Ease", "10 tomorrow morning, 1 the hardest thing we ever did.", low=1, high=10)
    worth: int | None = whole("Value", "To customers and to us, from 1 to 10.", low=1, high=10)
    urgency: int | None = whole("Time criticality", "What waiting costs, from 1 to 10.", low=1, high=10)
    reduction: int | None = whole(
        "Risk reduction", "What it makes safer or possible, from 1 to 10.", low=1, high=10
    )
    merged_into: str | None = ref(
        "Merged into", "candidate", "The same thing under another name; blank stands alone."
    )
    waits_for: str | None = ref(
        "Begins after", "candidate", "The priority that has to be completely improved first."
    )


class Apart(Record):
    kind: ClassVar[str] = "apart"
    sheet: ClassVar[str] = "Two things"
    about: ClassVar[str] = "Two candidates that look alike and are not: said once, so that nobody asks again."
    named_by: ClassVar[tuple[str, ...]] = ("one", "other")

    one: str | None = ref("One", "candidate")
    other: str | None = ref("Other", "candidate")
    why: str | None = text("Why they are two things", "What one of them does that the other does not.")


class Dot(Record):
    kind: ClassVar[str] = "dot"
    sheet: ClassVar[str] = "Dots"
    about: ClassVar[str] = "One ballot's dots on one candidate; ballots carry a number, not a name."
    named_by: ClassVar[tuple[str, ...]] = ("candidate", "ballot")
    anonymous: ClassVar[bool] = True

    candidate: str | None = ref("Candidate", "candidate")
    ballot: int | None = whole("Ballot", low=1, high=99)
    dots: int | None = whole("Dots", "At most two on one candidate.", low=0, high=2)


class Choosing(Record):
    kind: ClassVar[str] = "choosing"
    sheet: ClassVar[str] = "Choosing"
    about: ClassVar[str] = "How the choice was made."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("ties",)

    override: str | None = long(
        "Why fewer than five, or more than ten", "Needed only then; it is kept with the priorities."
    )
    ties: str | None = long("How ties at the cut were settled", "Decided aloud, by whom.")


class Decision(Record):
    kind: ClassVar[str] = "decision"
    sheet: ClassVar[str] = "Decisions"
    about: ClassVar[str] = "What was decided, in words, and who saw it otherwise."
    named_by: ClassVar[tuple[str, ...]] = ("decided",)

    step: str | None = text("Step", "The step that it ends; blank for any other decision.")
    decided: str | None = long("We decide", "One sentence that holds tomorrow.")
    dissent: str | None = long("Who sees it otherwise, and why", "Kept, not argued away.")
    mother: bool | None = flag("Would we do this to our mothers?")
    on_day: date | None = day("Date")


class Parked(Record):
    kind: ClassVar[str] = "parked"
    sheet: ClassVar[str] = "Parking lot"
    about: ClassVar[str] = "What was said at the wrong moment, and will not be forgotten."
    named_by: ClassVar[tuple[str, ...]] = ("item",)

    item: str | None = long("Parked")
    raised_by: str | None = text("Raised by")
    owner: str | None = ref("Who takes it", "leader")
    answer: str | None = long("What became of it")

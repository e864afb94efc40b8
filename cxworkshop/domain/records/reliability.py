"""Competency four, reliability and innovation: know that a moment fails before the customer tells you."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, percent, ref, text, whole
from cxworkshop.domain.record import Record
from cxworkshop.domain.records.room import EVIDENCE

BETTER = ("higher", "lower")
RELIABLE = ("1", "2", "3", "4", "5", "it depends")
VARIANTS = ("mean", "median")
DEVELOPMENT = ("define", "understand", "design", "pilot", "standardise", "measure")


class Measure(Record):
    kind: ClassVar[str] = "measure"
    sheet: ClassVar[str] = "Measures"
    about: ClassVar[str] = (
        "A number from operations that shows whether a moment is kept, with who acts when it is not."
    )

    touchpoint: str | None = ref("Touchpoint", "touchpoint")
    name: str | None = text("Measure", "Something done for the customer, not something sold.")
    unit: str | None = text("Unit", "%, days, minutes, number ...")
    better: str | None = choice("Better is", BETTER)
    standard: float | None = number("Standard", "What you promise; it is not a limit of the chart.")
    floor: float | None = number("Cannot go below", "A natural bound, such as 0.")
    ceiling: float | None = number("Cannot go above", "A natural bound, such as 100 %.")
    baseline: int | None = whole(
        "Baseline points", "The limits are computed from the first so many points; blank uses all.", low=2
    )
    variant: str | None = choice(
        "Limits from", VARIANTS, "The mean, or the median where a few wild points would stretch the limits."
    )
    since: date | None = day(
        "New limits since", "Only after a lasting change that you understand; earlier points stay in sight."
    )
    since_why: str | None = text("What changed then")
    owner: str | None = ref("Owner", "leader")
    reader: str | None = text("Reader", "Who looks at it, as soon as it is there.")
    cadence_days: int | None = whole("Every", "How often it is read.", low=1, high=3_660, unit="days")
    trigger: str | None = text("We act when", "The signal that starts the response.")
    response: str | None = text("Then we", "The first thing done, by whom, within what time.")
    rescue: str | None = text("Rescue move", "What puts the customer back together.")


class Reading(Record):
    kind: ClassVar[str] = "reading"
    sheet: ClassVar[str] = "Readings"
    about: ClassVar[str] = "One point of a measure's series."
    named_by: ClassVar[tuple[str, ...]] = ("measure", "taken_on")

    measure: str | None = ref("Measure", "measure")
    taken_on: date | None = day("Date")
    value: float | None = number("Value")


class Risk(Record):
    kind: ClassVar[str] = "risk"
    sheet: ClassVar[str] = "Value at risk"
    about: ClassVar[str] = (
        "How many meet a moment, how often it fails, and what that costs in customers and money."
    )
    named_by: ClassVar[tuple[str, ...]] = ("touchpoint",)

    touchpoint: str | None = ref("Touchpoint", "touchpoint")
    customers: int | None = whole("Meet it in a year", unit="customers")
    failure: float | None = percent("It fails for")
    failure_low: float | None = percent("Fails for at least", "The low end, where it is a judgement.")
    failure_high: float | None = percent("Fails for at most", "The high end, where it is a judgement.")
    rescued: float | None = percent("Of those, rescued")
    rescued_low: float | None = percent("Rescued at least", "The low end, where it is a judgement.")
    rescued_high: float | None = percent("Rescued at most", "The high end, where it is a judgement.")
    leaving: float | None = percent(
        "More leave after a failure", "Extra chance of leaving when nobody rescued them: a judgement."
    )
    leaving_low: float | None = percent("At least", "The low end of that judgement.")
    leaving_high: float | None = percent("At most", "The high end of that judgement.")
    value: float | None = money(
        "Value of a customer", "A year's worth; blank takes it from the customer asset bridge."
    )
    captive: float | None = percent("Captive", "Would leave if they could.")
    evidence: str | None = choice("How sure", EVIDENCE)
    population: str | None = text(
        "Which customers", "A segment's name; blank is all. The same people are never lost twice."
    )


class Rating(Record):
    kind: ClassVar[str] = "rating"
    sheet: ClassVar[str] = "Reliability ratings"
    about: ClassVar[str] = "Each leader's answer for a stage; “it depends” means no."
    named_by: ClassVar[tuple[str, ...]] = ("stage", "leader")

    stage: str | None = ref("Stage", "stage")
    leader: str | None = ref("Leader", "leader")
    rating: str | None = choice("Reliable?", RELIABLE, "1 luck, 5 you can count on it every time.")


class Development(Record):
    kind: ClassVar[str] = "development"
    sheet: ClassVar[str] = "Innovation"
    about: ClassVar[str] = (
        "Something that would go beyond reliable, and the step of development it has reached."
    )

    name: str | None = text("Idea", "What the customer gets that nobody gives them now.")
    touchpoint: str | None = ref("Touchpoint", "touchpoint")
    step: str | None = choice("Step", DEVELOPMENT, "The same discipline as for a product.")
    owner: str | None = ref("Owner", "leader")
    next_step: str | None = long("Next")
    by_day: date | None = day("By")
    earned: bool | None = flag("Reliable first", "The moment is already reliable.")

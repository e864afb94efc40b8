"""Competency three, the listening path: who speaks to you, through which ears, and the story stage by stage."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, ref, text, whole
from cxworkshop.domain.record import Record

SOURCE_KINDS = (
    "volunteered",
    "survey",
    "social",
    "ethnographic",
    "front line",
    "lost customer",
    "operational",
    "other",
)


class Source(Record):
    kind: ClassVar[str] = "source"
    sheet: ClassVar[str] = "Sources"
    about: ClassVar[str] = "One way in which customers' lives reach you."

    name: str | None = text("Source", "Call notes, reviews, exit interviews ...")
    source_kind: str | None = choice("Kind", SOURCE_KINDS)
    aided: bool | None = flag("Asked for", "Yes if you put the question; no if they came by themselves.")
    owner: str | None = ref("Owner", "leader")
    cadence_days: int | None = whole("Every", "How often somebody listens.", low=1, high=3_660, unit="days")
    last_day: date | None = day("Last heard")
    beyond: str | None = text(
        "What moves it beyond our control", "Scores move for reasons that no team can change."
    )


class Category(Record):
    kind: ClassVar[str] = "category"
    sheet: ClassVar[str] = "Categories"
    about: ClassVar[str] = "One company-wide name for what customers talk about."

    name: str | None = text("Category", "Said as a customer would.")
    meaning: str | None = text("It covers", "So that two people sort a comment alike.")


class CodeMap(Record):
    kind: ClassVar[str] = "code_map"
    sheet: ClassVar[str] = "Code map"
    about: ClassVar[str] = "A silo's own code, and the company category it belongs to."
    named_by: ClassVar[tuple[str, ...]] = ("silo", "code")

    silo: str | None = text("Function", "Whose code it is.")
    code: str | None = text("Its code", "As it stands in that system.")
    category: str | None = ref("Category", "category")


class Evidence(Record):
    kind: ClassVar[str] = "evidence"
    sheet: ClassVar[str] = "Evidence"
    about: ClassVar[str] = "What was heard, where in the customer's life, from which source, how often."
    named_by: ClassVar[tuple[str, ...]] = ("quote",)

    stage: str | None = ref("Stage", "stage")
    touchpoint: str | None = ref("Touchpoint", "touchpoint")
    source: str | None = ref("Source", "source")
    category: str | None = ref("Category", "category")
    quote: str | None = long("In their words", "A sentence you could read aloud.")
    count: int | None = whole("How many said it")
    sentiment: int | None = whole("Feeling", "-2 angry, 0 neutral, +2 delighted.", low=-2, high=2)
    heard_on: date | None = day("Heard on")


class Story(Record):
    kind: ClassVar[str] = "story"
    sheet: ClassVar[str] = "Stories"
    about: ClassVar[str] = "One stage told as a customer lives it, from at least two kinds of source."
    named_by: ClassVar[tuple[str, ...]] = ("stage",)

    stage: str | None = ref("Stage", "stage")
    story: str | None = long("The story", "What happens to a customer here, and what it does to them.")
    teller: str | None = ref("Who tells it", "leader", "The leader who will tell it aloud.")

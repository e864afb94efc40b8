"""Competency three, the listening path: who speaks to you, through which ears, and the story stage by stage."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, number, ref, tags, text, whole
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
MATCHES = ("is", "has the words")


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
    silo: str | None = text("Function that keeps it", "Whose report these voices usually end in.")
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


class Listening(Record):
    kind: ClassVar[str] = "listening"
    sheet: ClassVar[str] = "Listening"
    about: ClassVar[str] = "How the words of customers are handled in this workshop."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ()

    personal: bool | None = flag(
        "Show personal data",
        "E-mail addresses, telephone and card numbers are masked on screen and in exports unless you say yes.",
    )


class CommentFile(Record):
    kind: ClassVar[str] = "comment_file"
    sheet: ClassVar[str] = "Comment files"
    about: ClassVar[str] = "A file of comments that was handed in, and which of its columns say what."
    named_by: ClassVar[tuple[str, ...]] = ("file",)

    file: str | None = text("File", "The name of the file as it was handed in.")
    fingerprint: str | None = text("Fingerprint", "SHA-256 of the file.", mark=True)
    date_column: str | None = text("Date column")
    text_columns: tuple[str, ...] = tags("Text columns", "The first that is not blank is what was said.")
    channel_column: str | None = text("Channel column", "How it reached you; each of its values is a source.")
    rating_column: str | None = text("Rating column")
    rating_best: float | None = number("Best rating", "The rating of somebody delighted.")
    rating_worst: float | None = number("Worst rating", "The rating of somebody angry.")
    product_column: str | None = text("Product column")
    code_column: str | None = text("Code column", "The silo's own code for what it is about.")
    rows: int | None = whole("Comments read")
    first_day: date | None = day("First day")
    last_day: date | None = day("Last day")
    no_stage: int | None = whole("Without a stage", "Comments that no rule brings to a stage.")
    no_category: int | None = whole("Without a category", "Comments that no rule brings to a category.")
    source: str | None = ref(
        "Source of the rest", "source", "Whose words these are where no channel says so."
    )


class SortRule(Record):
    kind: ClassVar[str] = "sort_rule"
    sheet: ClassVar[str] = "Sorting rules"
    about: ClassVar[str] = (
        "What brings a comment to a stage, a moment, a source or a category, file after file."
    )
    named_by: ClassVar[tuple[str, ...]] = ("column", "says")

    column: str | None = text("Where", "A column's title, or blank for what was said.")
    match: str | None = choice("It", MATCHES, "The whole cell, or words anywhere in it.")
    says: str | None = text("Says", "Several words or phrases are parted by | signs.", personal=True)
    source: str | None = ref("Source", "source")
    stage: str | None = ref("Stage", "stage")
    touchpoint: str | None = ref("Touchpoint", "touchpoint")
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
    quote: str | None = long("In their words", "A sentence you could read aloud.", personal=True)
    aloud: bool | None = flag("Read aloud", "Chosen for reading to the room.")
    count: int | None = whole("How many said it")
    sentiment: int | None = whole("Feeling", "-2 angry, 0 neutral, +2 delighted.", low=-2, high=2)
    heard_on: date | None = day("Heard on")
    batch: str | None = ref("From the file", "comment_file", "Blank where somebody typed it.")


class Story(Record):
    kind: ClassVar[str] = "story"
    sheet: ClassVar[str] = "Stories"
    about: ClassVar[str] = "One stage told as a customer lives it, from at least two kinds of source."
    named_by: ClassVar[tuple[str, ...]] = ("stage",)

    stage: str | None = ref("Stage", "stage")
    story: str | None = long(
        "The story", "What happens to a customer here, and what it does to them.", personal=True
    )
    teller: str | None = ref("Who tells it", "leader", "The leader who will tell it aloud.")

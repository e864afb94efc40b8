"""Competency five, leadership and culture: how you will and will not grow, and the proof that you mean it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, number, ref, text, whole
from cxworkshop.domain.record import Record

TOWARD = ("customers", "employees", "partners")
ELEMENTS = ("united decisions", "permission", "proof by action")
VERDICTS = ("kill", "change", "keep")
IN_LIVES = ("improves something", "interrupts something")


class GrowthChoice(Record):
    kind: ClassVar[str] = "growth_choice"
    sheet: ClassVar[str] = "Will and will not"
    about: ClassVar[str] = "How you will grow, how you will not, and the cost you accept for it."
    named_by: ClassVar[tuple[str, ...]] = ("will",)

    will: str | None = long("We will", "An action that somebody could photograph.")
    will_not: str | None = long("We will not", "Something tempting that you give up.")
    cost: str | None = long("What it costs us", "A choice that costs nothing is a slogan.")
    toward: str | None = choice("Toward", TOWARD)


class ChoiceVote(Record):
    kind: ClassVar[str] = "choice_vote"
    sheet: ClassVar[str] = "Choice votes"
    about: ClassVar[str] = "Each leader's fist-to-five on a pair; united means nobody below three."
    named_by: ClassVar[tuple[str, ...]] = ("choice", "leader")

    choice: str | None = ref("Pair", "growth_choice")
    leader: str | None = ref("Leader", "leader")
    vote: int | None = whole("Vote", "0 I block it, 3 I can live with it, 5 I will lead it.", low=0, high=5)


class Standard(Record):
    kind: ClassVar[str] = "standard"
    sheet: ClassVar[str] = "Standards"
    about: ClassVar[str] = (
        "What must be true before anything reaches a customer, and who may stop it if it is not."
    )
    named_by: ClassVar[tuple[str, ...]] = ("standard",)

    standard: str | None = long("Must be true", "Before it ships, opens, is sent or is said.")
    tools: str | None = text("What people get for it", "Tools, time, material, training.")
    halt: str | None = text("Who may halt", "By role, without asking first.")
    leader: str | None = ref("Lived by", "leader", "The leader who is seen keeping it.")
    effect: str | None = choice(
        "In customers' lives it", IN_LIVES, "A standard that people are measured by can do either."
    )


class Proof(Record):
    kind: ClassVar[str] = "proof"
    sheet: ClassVar[str] = "Proof"
    about: ClassVar[str] = "Something done that people can see, for one of the three elements of leadership."
    named_by: ClassVar[tuple[str, ...]] = ("action",)

    element: str | None = choice("Element", ELEMENTS)
    action: str | None = long("What we do", "Done, or dated.")
    leader: str | None = ref("Leader", "leader")
    on_day: date | None = day("Date")
    evidence: str | None = text("How people will see it", "What would convince a sceptic.")


class Rule(Record):
    kind: ClassVar[str] = "rule"
    sheet: ClassVar[str] = "Rules"
    about: ClassVar[str] = "A rule that costs customers or colleagues more than it protects."
    named_by: ClassVar[tuple[str, ...]] = ("rule",)

    rule: str | None = long("The rule", "Word for word.")
    suffers: str | None = text("Who suffers")
    times: float | None = number("Times a year", low=0)
    minutes: float | None = number("Minutes each", low=0)
    mother: bool | None = flag("Would you put your mother through it?")
    legal: bool | None = flag("Required by law", "Which law? “We always did” is not one.")
    verdict: str | None = choice("Verdict", VERDICTS)
    ends_on: date | None = day("From")
    law: str | None = text("Which law", "Its name and paragraph, and who has read it.")


class Behaviour(Record):
    kind: ClassVar[str] = "behaviour"
    sheet: ClassVar[str] = "Behaviours"
    about: ClassVar[str] = "A habit of a leader that has to shift, and what people will see in its place."
    named_by: ClassVar[tuple[str, ...]] = ("today",)

    today: str | None = long("What we do today", "Seen and heard, not meant.")
    instead: str | None = long("What people will see instead", "Something that could be filmed.")
    leader: str | None = ref("Leader", "leader", "Who begins with it.")
    noticed: str | None = text("Who would notice first", "Ask this person in a month.")
    from_day: date | None = day("From")


class Immersion(Record):
    kind: ClassVar[str] = "immersion"
    sheet: ClassVar[str] = "Immersion"
    about: ClassVar[str] = "A leader does what customers have to do, in full, without help."
    named_by: ClassVar[tuple[str, ...]] = ("leader", "task")

    leader: str | None = ref("Leader", "leader")
    task: str | None = text("Customer's task", "Move house, return a parcel, change an address ...")
    on_day: date | None = day("Date")
    pay_linked: bool | None = flag("Counts towards pay")
    learned: str | None = long("What I learned")

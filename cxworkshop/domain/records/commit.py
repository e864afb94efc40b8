"""Committing: who answers for each priority, who keeps it together, who signed, and what everyone hears."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, ref, text
from cxworkshop.domain.record import Record

ASSET_NUMBERS = (
    "new",
    "returned",
    "lapsed",
    "closing",
    "grown value",
    "shrunk value",
    "lapsed value",
    "closing value",
)
MATURITY = ("commit", "unite and build")
STATES = ("not begun", "under way", "improved", "finished")
PLEDGES = ("I sign", "I can live with it", "I object")
COMPETENCIES = (
    "customers as assets",
    "align around experience",
    "listening path",
    "reliability and innovation",
    "leadership and culture",
)


class Commitment(Record):
    kind: ClassVar[str] = "commitment"
    sheet: ClassVar[str] = "Commitments"
    about: ClassVar[str] = "What one leader answers for, until a customer's life is better."
    named_by: ClassVar[tuple[str, ...]] = ("candidate",)

    candidate: str | None = ref("Priority", "candidate")
    executive: str | None = ref("Accountable leader", "leader")
    successor: str | None = ref("Carries on if they leave", "leader")
    team: str | None = text("Team", "People from at least two functions, by name.")
    first_action: str | None = text("First action", "Within 30 days.")
    first_day: date | None = day("First action by")
    outcome: str | None = long(
        "What improves in customers' lives", "Success is a better life, not a finished task."
    )
    metric: str | None = text("Measured by")
    baseline: float | None = number("Today")
    target: float | None = number("Target")
    asset_number: str | None = choice("Customer number it moves", ASSET_NUMBERS)
    people: float | None = number("People", low=0, unit="person-months")
    money: float | None = money("Money")
    stops: str | None = text("What we stop for it", "Time comes from somewhere.")
    message: str | None = long(
        "What we tell the organisation", "What we do, what it means for you, when you hear more."
    )
    review_day: date | None = day("Review on")
    signed: bool | None = flag("Signed")
    clears: str | None = text("Obstacle the leader removes", "An order, a target or a project in its way.")
    skills: str | None = text("What people learn to do", "A skill that stays, beyond a dashboard.")
    state: str | None = choice("State", STATES, "Finished is: improved, checked, and it stays so.")


class Governance(Record):
    kind: ClassVar[str] = "governance"
    sheet: ClassVar[str] = "Keeping at it"
    about: ClassVar[str] = "Who keeps the work together after today, and when you meet over customer numbers."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("role",)

    monthly: str | None = long("Customer room, monthly", "Who meets, over which numbers.")
    quarterly: str | None = long("Customer room, quarterly")
    annual: str | None = long("Customer room, once a year")
    next_meeting: date | None = day("Next meeting opens with customer numbers on")
    role: str | None = text("Customer leader", "Whatever the title: who unites the silos.")
    mandate: str | None = long("Mandate", "What this person may decide, stop and ask for.")
    maturity: str | None = choice(
        "Where we are", MATURITY, "Years one to three disrupt: commit first, then unite and build."
    )
    capacity: float | None = number("Capacity until the review", low=0, unit="person-months")
    board: str | None = long("The board's part", "What it hears, asks and protects.")
    team: str | None = long("This team's part", "What none of you may hand down.")
    everyone: str | None = long("Everyone's part", "What each colleague may do from tomorrow.")
    honours: str | None = long(
        "How it honours our own people", "So that you can do it again next year, on purpose."
    )


class Building(Record):
    kind: ClassVar[str] = "building"
    sheet: ClassVar[str] = "Building competencies"
    about: ClassVar[str] = (
        "What a leader does so that the company gets better at one of the five competencies."
    )
    named_by: ClassVar[tuple[str, ...]] = ("competency",)

    competency: str | None = choice("Competency", COMPETENCIES)
    leader: str | None = ref("Leader", "leader")
    build: str | None = long("What I do to build it", "So that it works without me.")
    by_day: date | None = day("By")


class Pledge(Record):
    kind: ClassVar[str] = "pledge"
    sheet: ClassVar[str] = "Signatures on the plan"
    about: ClassVar[str] = (
        "Each leader's word on the priorities and commitments as a whole; an objection is kept."
    )
    named_by: ClassVar[tuple[str, ...]] = ("leader",)

    leader: str | None = ref("Leader", "leader")
    word: str | None = choice("Word", PLEDGES)
    reason: str | None = long("Reason", "Needed where you object; it stands on the page of results.")
    on_day: date | None = day("Date")
    signed_for: str | None = text(
        "Signed for", "A mark of the plan as it stood; the app fills it in.", mark=True
    )


class Message(Record):
    kind: ClassVar[str] = "message"
    sheet: ClassVar[str] = "Messages"
    about: ClassVar[str] = (
        "What the organisation hears of a decision: what, what it means for them, what came of it."
    )
    named_by: ClassVar[tuple[str, ...]] = ("what",)

    decision: str | None = ref("Decision", "decision")
    candidate: str | None = ref("Priority", "candidate", "Where it is about a priority.")
    what: str | None = long("What we decided", "As you would say it in a corridor.")
    means: str | None = long("What it means for you", "What is different on Monday, and what you may do.")
    achieved: str | None = long(
        "What we have achieved", "In customers' lives; blank until there is something."
    )
    audience: str | None = text("Who hears it")
    teller: str | None = ref("Who tells it", "leader")
    on_day: date | None = day("Told on")

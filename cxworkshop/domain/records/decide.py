"""Deciding: candidates, blind dots, the five to ten that you start, what each of you commits, and what was decided aloud."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, money, number, ref, tags, text, whole
from cxworkshop.domain.record import Record

VERDICTS = ("now", "not now", "stop doing")
CONFIDENCE = ("0.5", "0.8", "1")
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
IMPACTS = ("0.25", "0.5", "1", "2", "3")
STATES = ("not begun", "under way", "improved", "finished")
PLEDGES = ("I sign", "I can live with it", "I object")
COMPETENCIES = (
    "customers as assets",
    "align around experience",
    "listening path",
    "reliability and innovation",
    "leadership and culture",
)


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

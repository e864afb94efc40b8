"""Competency two, align around experience: the stages of a customer's life with you and the few moments that decide."""

from __future__ import annotations

from typing import ClassVar

from cxworkshop.domain.fields import choice, flag, long, ref, tags, text, whole
from cxworkshop.domain.record import Record

CATEGORIES = ("at risk", "respond", "add value", "earn growth")
DECIDES = ("stay", "leave", "buy more", "recommend")
SEEN = ("obvious", "hidden")
ROLES = ("win", "bond", "rescue", "grow")


class Stage(Record):
    kind: ClassVar[str] = "stage"
    sheet: ClassVar[str] = "Stages"
    about: ClassVar[str] = "One part of the customer's life with you, named as the customer would."

    order: int | None = whole("Order", "1 is where the customer's story begins.", low=1, high=99)
    name: str | None = text(
        "Stage, in the customer's words", "“I look for someone I can trust”, not “acquisition”."
    )
    inside_name: str | None = text(
        "What we call it inside", "Kept beside it, so that you hear the difference."
    )
    goal: str | None = long("I want to ...", "What the customer is trying to get done.")
    need: str | None = long("I need ...", "What must be true for that to go well.")
    emotion: int | None = whole(
        "Emotion", "-2 dread, 0 indifferent, +2 delight: what you settled on.", low=-2, high=2
    )
    executive: str | None = ref("Accountable leader", "leader", "One person who answers for the whole stage.")
    functions: tuple[str, ...] = tags(
        "Functions it takes", "At least two; a stage that one function runs is a silo."
    )
    actor: str | None = text("Who lives it", "Which customer you are picturing.")
    scenario: str | None = long("In what situation", "What brought them here today.")


class Touchpoint(Record):
    kind: ClassVar[str] = "touchpoint"
    sheet: ClassVar[str] = "Touchpoints"
    about: ClassVar[str] = "A moment in a stage; ten to twenty in all, and only a few of them priorities."

    stage: str | None = ref("Stage", "stage")
    name: str | None = text("Moment", "What the customer does or waits for.")
    category: str | None = choice(
        "What it is for", CATEGORIES, "Stop a loss, answer a need, add something, or earn more."
    )
    role: str | None = choice("Role", ROLES, "Win somebody, bond with them, rescue them, or grow with them.")
    decides: str | None = choice("Decides whether they", DECIDES)
    seen: str | None = choice("Seen", SEEN, "Hidden moments, such as a hundredth order, pass unnoticed.")
    priority: bool | None = flag("Priority", "One of the few that you will make reliable first.")
    truth: bool | None = flag("Moment of truth", "Where the bond is made or broken.")
    pressure: bool | None = flag("Pressure point", "Where customers give up on you.")
    rescue: bool | None = flag("Rescue moment", "Where what went wrong can still be put right.")
    parked: bool | None = flag("Parked", "Seen, and left as it is for now.")
    metric: str | None = text("How operations can see it", "A number you have before the customer complains.")
    actions: str | None = long("What they do")
    thoughts: str | None = long("What they think")
    opportunity: str | None = long("What we could do", "Reliable first, remarkable second.")


class Feeling(Record):
    kind: ClassVar[str] = "feeling"
    sheet: ClassVar[str] = "Feelings"
    about: ClassVar[str] = "Each leader's mark for how a stage feels to the customer who lives it."
    named_by: ClassVar[tuple[str, ...]] = ("stage", "leader")

    stage: str | None = ref("Stage", "stage")
    leader: str | None = ref("Leader", "leader")
    emotion: int | None = whole("It feels", "-2 dread, 0 indifferent, +2 delight.", low=-2, high=2)

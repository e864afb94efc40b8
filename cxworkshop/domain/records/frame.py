"""The frame: what stands in the way, what company you want to become, and the words you will use from now on."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from cxworkshop.domain.fields import choice, day, flag, long, ref, text, whole
from cxworkshop.domain.record import Record

GROWTH_PATH = ("random", "reliable", "differentiated", "desired")
MOTIVES = ("customers' lives", "competitors", "cost", "rules we must follow", "investors")

# Field of the slip -> the inhibitor in a few words. The order is that of docs/method.md 4, rows 38-44.
INHIBITORS: dict[str, str] = {
    "absent": "Leaders hand it to a department",
    "mantra": "A slogan before a plan",
    "undefined": "No shared picture of the experience",
    "boundless": "The work is too big to finish",
    "scores": "Scores stand in for customers",
    "silence": "People are not told or shown",
    "guessing": "We act on what we think they need",
}

_RATING = "1 this is not us, 5 this is exactly us."


def _rated(field: str, title: str) -> Any:
    return whole(title, f"{INHIBITORS[field]}. {_RATING}", low=1, high=5)


class Slip(Record):
    kind: ClassVar[str] = "slip"
    sheet: ClassVar[str] = "Inhibitor slips"
    about: ClassVar[str] = "One leader's silent answers, without a name."
    named_by: ClassVar[tuple[str, ...]] = ("growth_path",)
    anonymous: ClassVar[bool] = True

    absent: int | None = _rated("absent", "Handed down")
    mantra: int | None = _rated("mantra", "Slogan first")
    undefined: int | None = _rated("undefined", "No picture")
    boundless: int | None = _rated("boundless", "Too big")
    scores: int | None = _rated("scores", "Scores")
    silence: int | None = _rated("silence", "Not told")
    guessing: int | None = _rated("guessing", "Guessing")
    growth_path: str | None = choice(
        "Our customers' experience is", GROWTH_PATH, "Where you stand today, not where you aim."
    )


class Reveal(Record):
    kind: ClassVar[str] = "reveal"
    sheet: ClassVar[str] = "Revealed"
    about: ClassVar[str] = "Which silent answers the room has opened together."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("slips", "dots")

    slips: bool | None = flag("Slips revealed", "All of them in one moment, three at least.")
    dots: bool | None = flag("Dots revealed", "All of them in one moment, three ballots at least.")
    slips_seen: int | None = whole("Slips seen", "How many the room has seen; the app fills it in.")
    dots_seen: int | None = whole("Ballots seen", "How many the room has seen; the app fills it in.")


class Countermove(Record):
    kind: ClassVar[str] = "countermove"
    sheet: ClassVar[str] = "Countermoves"
    about: ClassVar[str] = "What the leaders themselves will do about an inhibitor."
    named_by: ClassVar[tuple[str, ...]] = ("move",)

    inhibitor: str | None = choice("Inhibitor", tuple(INHIBITORS.values()))
    move: str | None = long(
        "Countermove", "Something that a leader does, not something that a department is told to do."
    )
    owner: str | None = ref("Leader", "leader")
    by_day: date | None = day("By")


class Legacy(Record):
    kind: ClassVar[str] = "legacy"
    sheet: ClassVar[str] = "Legacy"
    about: ClassVar[str] = "The growth you want to be remembered for, in one sentence."
    single: ClassVar[bool] = True
    named_by: ClassVar[tuple[str, ...]] = ("sentence",)

    sentence: str | None = long(
        "Our legacy of growth", "We grew because ... One sentence, no adjectives you could not prove."
    )
    become: str | None = long("The company we become", "What will be different to work for, and to buy from?")
    lives: str | None = long(
        "Whose life is better", "Name a customer and what changed for them; if you cannot, say so."
    )
    motive: str | None = choice(
        "What moves us most, honestly", MOTIVES, "What the last three big decisions were about."
    )
    motive_note: str | None = long("How we know", "The last decision that shows it.")


class LegacyVote(Record):
    kind: ClassVar[str] = "legacy_vote"
    sheet: ClassVar[str] = "Legacy votes"
    about: ClassVar[str] = "Each leader's fist-to-five on the sentence, and what they put in themselves."
    named_by: ClassVar[tuple[str, ...]] = ("leader",)

    leader: str | None = ref("Leader", "leader")
    fingers: int | None = whole(
        "Fist to five", "0 I block it, 3 I can live with it, 5 I will lead it.", low=0, high=5
    )
    stake: str | None = long("What I put in myself", "Time, money, pride: something you would miss.")


class WordSwap(Record):
    kind: ClassVar[str] = "word_swap"
    sheet: ClassVar[str] = "Words"
    about: ClassVar[str] = (
        "A company word that you stop saying, and the customers' word that takes its place."
    )
    named_by: ClassVar[tuple[str, ...]] = ("old", "new")

    old: str | None = text("We used to say", "Churn, ticket, upsell, target ...")
    new: str | None = text("From now on we say", "The same thing as a customer lives it.")

"""Every day that somebody promised: first actions, reviews, customer rooms, rules that end, proof, immersion and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cxworkshop.analysis.commitments import owned
from cxworkshop.analysis.rules import dies
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Behaviour,
    Building,
    Company,
    Countermove,
    Governance,
    Immersion,
    Leader,
    Message,
    Proof,
    Review,
    Rule,
)
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Promised:
    """Something that is to happen on a day."""

    day: date
    what: str
    """What kind of day it is, in a word or two."""
    words: str
    """What is to happen, as it was written."""
    leader: str | None
    """The id of the leader whose day it is: None where it belongs to all of you, empty where nobody is listed for it."""
    record: Record
    field: str
    """The record and the field that the day stands in, which name it for good."""
    about: str = ""
    """The priority that it belongs to."""


def promised_days(workshop: Workshop) -> tuple[Promised, ...]:
    """All from the day of the workshop on, in order of days; on one day in the order of the workshop."""
    held = workshop.one(Company).held_on
    ahead = (one for one in _found(workshop) if held is None or one.day >= held)
    return tuple(sorted(ahead, key=lambda one: one.day))


def _found(workshop: Workshop) -> Iterator[Promised]:
    for one in owned(workshop):
        row, name = one.commitment, one.candidate.name or "—"
        who = _listed(workshop, row.executive)
        if row.first_day:
            yield Promised(
                row.first_day,
                "First action",
                row.first_action or name,
                who,
                row,
                "first_day",
                about=name,
            )
        if row.review_day:
            yield Promised(row.review_day, "Review", name, who, row, "review_day", about=name)
    card = workshop.one(Governance)
    if card.next_meeting:
        words = "The meeting opens with customers who came and who left"
        yield Promised(card.next_meeting, "Customer room", words, None, card, "next_meeting")
    for rule in workshop.all(Rule):
        # One that the law requires ends on no day, whatever was said of it.
        if rule.ends_on and (dies(rule) or rule.verdict == "change"):
            what = "A rule ends" if dies(rule) else "A rule changes"
            yield Promised(rule.ends_on, what, rule.rule or "—", None, rule, "ends_on")
    for cls, what, written, whose, when in _OTHERS:
        for record in workshop.all(cls):
            day: date | None = getattr(record, when)
            if day:
                who = _listed(workshop, getattr(record, whose))
                yield Promised(day, what, getattr(record, written) or "—", who, record, when)
    for review in workshop.all(Review):
        if review.next_on:
            words = "We look again, with the customers counted anew"
            yield Promised(review.next_on, "Look again", words, None, review, "next_on")


def _listed(workshop: Workshop, leader: str | None) -> str:
    return leader if leader and workshop.get(Leader, leader) else ""


_OTHERS: tuple[tuple[type[Record], str, str, str, str], ...] = (
    (Proof, "Proof", "action", "leader", "on_day"),
    (Immersion, "As a customer", "task", "leader", "on_day"),
    (Countermove, "Countermove", "move", "owner", "by_day"),
    (Behaviour, "A habit shifts", "instead", "leader", "from_day"),
    (Building, "A competency is built", "build", "leader", "by_day"),
    (Message, "People hear", "what", "teller", "on_day"),
)
"""Each table whose rows have one day: what the day is called, and the fields of its words, its leader and the day."""

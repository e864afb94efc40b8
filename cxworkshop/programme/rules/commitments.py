"""When the commitments hold: no blanks, a first action in thirty days, all signed, a rhythm that lasts."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from cxworkshop.analysis.findings import listed, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import Commitment, Company, Governance, Leader
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, called, lacking, lacks, quote, share, told

_DAYS = 30
_LOAD = 2


def own_missing(workshop: Workshop) -> str | None:
    """For every priority a commitment without blanks, signed, that begins within thirty days."""
    now = chosen(workshop)
    if not now:
        return "There are no priorities yet to answer for."
    made = {row.candidate: row for row in workshop.all(Commitment)}
    rows = [(row, made[row.id]) for row in now if row.id in made]
    needed = [name for name in fields(Commitment) if name not in ("candidate", "signed")]
    halves = [gaps for row, one in rows if (gaps := lacks(workshop, one, needed, quote(row.name)))]
    held = workshop.one(Company).held_on
    late = [
        row for row, one in rows if held and one.first_day and one.first_day > held + timedelta(days=_DAYS)
    ]
    return told(
        lacking(
            [quote(row.name) for row in now if row.id not in made],
            "priority has no commitment",
            "priorities have no commitment",
        ),
        lacking(halves, "commitment has blanks", "commitments have blanks"),
        lacking(
            [quote(row.name) for row in late],
            "first action lies more than thirty days ahead",
            "first actions lie more than thirty days ahead",
        ),
        lacking(
            [quote(row.name) for row, one in rows if not one.signed],
            "commitment is not signed",
            "commitments are not signed",
        ),
    )


def own_says(workshop: Workshop) -> str:
    """How many are signed, and who carries more than two."""
    now = {row.id for row in chosen(workshop)}
    rows = [row for row in workshop.all(Commitment) if row.candidate in now]
    if not rows:
        return "The commitments appear here by stage, with owner, first day and the number that should move."
    signed = sum(bool(row.signed) for row in rows)
    said = sentence(f"{share(signed, len(rows), 'commitment', 'is', 'are')} signed.")
    load = Counter(row.executive for row in rows)
    heavy = [
        f"{called(workshop, leader)} ({load[leader.id]})"
        for leader in workshop.all(Leader)
        if load[leader.id] > _LOAD
    ]
    return f"{said} More than two each: {listed(heavy)}." if heavy else said


def keep_missing(workshop: Workshop) -> str | None:
    """Rhythm, next meeting, role, mandate, capacity and where you are, without blanks."""
    card = workshop.one(Governance)
    return lacking(blanks(workshop, card, fields(Governance)), "line is still blank", "lines are still blank")


def keep_says(workshop: Workshop) -> str:
    """Who keeps it together, when you meet, and whether the work fits the people."""
    card = workshop.one(Governance)
    if not card.role and not card.next_meeting:
        return "Who keeps this together, and the next meetings over customer numbers, appear here."
    role = f"{quote(card.role)} keeps this together" if card.role else "Nobody keeps this together yet"
    when = f"; you meet over customer numbers on {day_label(card.next_meeting)}" if card.next_meeting else ""
    now = {row.id for row in chosen(workshop)}
    asked = sum(row.people or 0 for row in workshop.all(Commitment) if row.candidate in now)
    if card.capacity is None or not asked:
        return f"{role}{when}."
    fits = "there are" if asked <= card.capacity else "there are only"
    return f"{role}{when}. The priorities ask for {asked:,.4g} person-months and {fits} {card.capacity:,.4g}."

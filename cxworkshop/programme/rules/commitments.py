"""When the commitments hold: no blanks, a first action in thirty days, all signed, people enough, a rhythm that lasts."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.analysis.commitments import REQUIRED, Owned, flags, late, owned
from cxworkshop.analysis.findings import counted, figure, in_words, money, sentence
from cxworkshop.analysis.load import asked, loads
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import Building, Decision, Governance
from cxworkshop.domain.records.commit import COMPETENCIES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, called, lacking, lacks, quote, share, some, told

FITS = "commitments.calendar"
KEPT = tuple(name for name in fields(Governance) if name != "capacity")
"""What keeps the work together; the capacity is asked for where it is set against what was promised."""
NO_PRIORITIES = "There are no priorities yet to answer for."


def own_missing(workshop: Workshop) -> str | None:
    """For every priority a commitment without blanks, signed, that begins within thirty days."""
    everyone = owned(workshop)
    if not everyone:
        return NO_PRIORITIES
    rows = [one for one in everyone if one.written]
    halves = [
        gaps for one in rows if (gaps := lacks(workshop, one.commitment, REQUIRED, quote(one.candidate.name)))
    ]
    return told(
        lacking(
            _names(one for one in everyone if not one.written),
            "priority has no commitment",
            "priorities have no commitment",
        ),
        lacking(halves, "commitment has blanks", "commitments have blanks"),
        lacking(
            _names(one for one in rows if late(workshop, one.commitment)),
            "first action lies more than thirty days ahead",
            "first actions lie more than thirty days ahead",
        ),
        lacking(
            _names(one for one in rows if not one.signed),
            "commitment is not signed",
            "commitments are not signed",
        ),
    )


def own_says(workshop: Workshop) -> str:
    """How many are signed, and of how many something has to be said aloud once more."""
    everyone = owned(workshop)
    if not everyone:
        return (
            "The commitments appear here, each with its owner, its first day and the number that should move."
        )
    rows = [one for one in everyone if one.written]
    if not rows:
        return sentence(f"{counted(len(everyone), 'priority waits', 'priorities wait')} for a commitment.")
    signed = sum(one.signed for one in rows)
    said = sentence(f"{share(signed, len(rows), 'commitment', 'is', 'are')} signed.")
    doubtful = sum(bool(flags(workshop, one)) for one in rows)
    if not doubtful:
        return said
    return f"{said} {sentence(counted(doubtful, 'has', 'have'))} something to be said aloud once more."


def calendar_missing(workshop: Workshop) -> str | None:
    """What every leader's people can give, and room for what was promised, or a decision on what gives way."""
    if not owned(workshop):
        return NO_PRIORITIES
    carriers = [load for load in loads(workshop) if load.carries]
    whole = asked(workshop)
    decided = workshop.get(Decision, FITS)
    crowded = too_much(workshop)
    return told(
        lacking(
            _names(whole.orphaned),
            "priority has nobody to answer for it",
            "priorities have nobody to answer for them",
        )
        if carriers
        else "Nobody answers for a priority yet.",
        lacking(
            [called(workshop, load.leader) for load in carriers if load.capacity is None],
            "leader has not said what their people can give",
            "leaders have not said what their people can give",
        ),
        lacking(
            _names(whole.unsaid),
            "priority does not say how many people it takes",
            "priorities do not say how many people they take",
        ),
        "The capacity until the review is not written yet." if whole.capacity is None else None,
        f"{crowded} Write into the decision what gives way."
        if crowded and not (decided and decided.decided)
        else None,
    )


def calendar_says(workshop: Workshop) -> str:
    """What the priorities ask for together, in people and in money, and who carries more than fits."""
    whole = asked(workshop)
    if not owned(workshop) or not (whole.people or whole.money):
        return "What each of you carries appears here beside what your people can give."
    cost = f" and {money(workshop, whole.money)}" if whole.money else ""
    said = f"The priorities ask for {_months(whole.people)}{cost}"
    if whole.capacity is not None:
        verb = "is" if figure(whole.capacity) == "1" else "are"
        said += f"; there {verb}{' only' if whole.over else ''} {_months(whole.capacity)}"
    heavy = [called(workshop, load.leader) for load in loads(workshop) if load.heavy or load.over]
    return f"{said}. Too much for {some(heavy)}." if heavy else f"{said}."


def too_much(workshop: Workshop) -> str | None:
    """Who carries more priorities than two, and of whose people more is asked than they can give."""
    found, whole = loads(workshop), asked(workshop)
    return told(
        lacking(
            [
                f"{called(workshop, one.leader)}, with {in_words(len(one.carries))}"
                for one in found
                if one.heavy
            ],
            "leader carries more than two priorities",
            "leaders carry more than two priorities each",
        ),
        lacking(
            [
                f"{called(workshop, one.leader)}, {figure(one.people)} of {figure(one.capacity)} person-months"
                for one in found
                if one.capacity is not None and one.over
            ],
            "leader is asked for more people than there are",
            "leaders are asked for more people than there are",
        ),
        f"Altogether {figure(whole.people)} person-months are asked for, and there are {figure(whole.capacity)}."
        if whole.capacity is not None and whole.over
        else None,
    )


def keep_missing(workshop: Workshop) -> str | None:
    """Rhythm, next meeting, role, mandate, everybody's part, without blanks; and who builds each of the competencies."""
    card = workshop.one(Governance)
    rows = [row for row in workshop.all(Building) if row.competency]
    built = {row.competency for row in rows}
    return told(
        lacking(blanks(workshop, card, KEPT), "line is still blank", "lines are still blank"),
        lacking(
            [one for one in COMPETENCIES if one not in built],
            "competency has nobody who builds it",
            "competencies have nobody who builds them",
        ),
        lacking(
            [gaps for row in rows if (gaps := lacks(workshop, row, ("leader", "build", "by_day")))],
            "of them has blanks",
            "of them have blanks",
        ),
    )


def keep_says(workshop: Workshop) -> str:
    """Who keeps it together, when you meet, and who builds the competencies."""
    card = workshop.one(Governance)
    builders = {row.competency for row in workshop.all(Building) if row.leader and row.build}
    if not card.role and not card.next_meeting and not builders:
        return "Who keeps this together, and the next meetings over customer numbers, appear here."
    role = f"{quote(card.role)} keeps this together" if card.role else "Nobody keeps this together yet"
    when = f"; you meet over customer numbers on {day_label(card.next_meeting)}" if card.next_meeting else ""
    said = f"{role}{when}."
    if not builders:
        return said
    many = in_words(len(builders)) if len(builders) < len(COMPETENCIES) else "each"
    have = "have" if 1 < len(builders) < len(COMPETENCIES) else "has"
    return f"{said} {sentence(many)} of the five competencies {have} a leader who builds it."


def _months(people: float) -> str:
    months = figure(people)
    return f"{months} person-month{'' if months == '1' else 's'}"


def _names(rows: Iterable[Owned]) -> list[str]:
    return [quote(one.candidate.name) for one in rows]

"""When a new round can begin, where this one came from, and what the next would take along."""

from __future__ import annotations

from cxworkshop.analysis.ended import ended, open_priorities
from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.records import Company, Round
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import quote, told


def round_missing(workshop: Workshop) -> str | None:
    """Nothing, once there is something that could be carried forward."""
    if not workshop.all(Company) or not (chosen(workshop) or workshop.one(Round).number):
        return "There is nothing to carry forward yet: a round begins from a day with priorities."
    return None


def round_says(workshop: Workshop) -> str:
    """Which round this is and what it came from; what a next one would begin with."""
    now = workshop.one(Round)
    came = None
    if now.number and now.from_title:
        held = f", held on {day_label(now.from_day)}" if now.from_day else ""
        came = f"Round {now.number}, carried forward from {quote(now.from_title)}{held}."
    picked = chosen(workshop)
    if not picked:
        return came or "What a new round would carry forward, and what it would leave behind, stands here."
    goes, done = len(open_priorities(workshop)), len(ended(workshop))
    behind = (
        f"; {counted(done, 'is finished or dropped and stays', 'are finished or dropped and stay')} here"
        if done
        else ""
    )
    return (
        told(
            came,
            sentence(
                f"{counted(goes, 'priority goes on', 'priorities go on')} into the next round, to be chosen anew{behind}."
            ),
        )
        or ""
    )

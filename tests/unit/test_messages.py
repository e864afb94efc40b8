"""What everyone hears: each priority has a whole message, decisions may have one, and all can be read out."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.messages import (
    decisions_untold,
    in_order,
    message_flags,
    priorities_untold,
    read_out,
    subject,
)
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Decision, Leader, Message, WordSwap
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme.rules.messages import tell_missing, tell_says

EVE = Leader(id="eve", name="Eve Noor", function="CEO")
BOAT = Candidate(id="boat", name="The last boat waits", verdict="now", value=10.0, confidence="1", effort=1.0)
PIER = Candidate(id="pier", name="The pier is lit", verdict="now", value=90.0, confidence="1", effort=1.0)
LATER = Candidate(id="later", name="A second pier", verdict="not now")
HALT = Decision(id="d", step="leadership.permission", decided="Any deckhand may hold a boat.")
DRAFT = Decision(id="e", dissent="Not decided yet")


def message(id: str, **given: object) -> Message:
    """A whole message, unless a field of it is given otherwise."""
    whole = {
        "what": "The last boat waits for the last bus.",
        "means": "You may hold it.",
        "audience": "Crews",
        "teller": "eve",
        "on_day": date(2026, 1, 16),
    }
    return Message(id=id, **{**whole, **given})


def room(*rows: Record) -> Workshop:
    """Two priorities, a third candidate that waits, and one decision."""
    return assemble([EVE, BOAT, PIER, LATER, HALT, DRAFT, *rows])


def test_each_priority_needs_a_message_and_no_decision_does() -> None:
    """Who has none is named; the dearest stands first, what is not now needs none, and an unwritten decision is not offered."""
    assert [one.id for one in priorities_untold(room())] == ["pier", "boat"]
    assert [one.id for one in decisions_untold(room())] == ["d"]
    assert tell_missing(room(message("1", candidate="boat"))) == (
        "One priority has no message: “The pier is lit”."
    )
    both = (message("1", candidate="boat"), message("2", candidate="pier"))
    assert tell_missing(room(*both)) is None
    assert decisions_untold(room(*both, message("3", decision="d"))) == ()


def test_a_half_message_is_told_by_what_it_is_about_and_achievements_come_later() -> None:
    """Blank fields are named, those of a decision's message too; `What we have achieved` may stay blank."""
    rows = (
        message("1", candidate="boat"),
        message("2", candidate="pier", means=None, on_day=None),
        message("3", decision="d", teller="gone"),
    )
    assert tell_missing(room(*rows)) == (
        "Two messages are not whole: “The pier is lit” lacks what it means for you and told on; "
        "“Any deckhand may hold a boat” lacks who tells it."
    )


def test_without_priorities_there_is_nothing_to_tell_of() -> None:
    """An empty workshop is told in words, and so is one whose messages point nowhere."""
    assert tell_missing(Workshop()) == "There are no priorities yet that anyone could hear about."
    assert tell_says(Workshop()).startswith("What people will hear stands here")
    lost = assemble([message("1", candidate="gone", decision="gone")])
    assert subject(lost, lost.all(Message)[0]) is None
    assert tell_says(lost).startswith("One message tells of other decisions.")


def test_messages_stand_in_the_order_of_the_priorities() -> None:
    """The dearest priority first, then what is about decisions, as written."""
    rows = (message("d", decision="d"), message("b", candidate="boat"), message("p", candidate="pier"))
    assert [one.id for one in in_order(room(*rows))] == ["p", "b", "d"]


def test_a_message_reads_as_it_is_said() -> None:
    """What, what it means, what came of it, who says so and when; what is blank does not leave a hole."""
    first = room(message("1", candidate="boat"))
    assert read_out(first, first.all(Message)[0]) == (
        "The last boat waits for the last bus.\n\nWhat it means for you\nYou may hold it.\n\nEve Noor, 16 January 2026"
    )
    later = room(message("1", achieved="Forty came home.", teller=None, on_day=None))
    assert read_out(later, later.all(Message)[0]).endswith("What we have achieved\nForty came home.")


def test_the_finding_counts_what_is_told_what_was_achieved_and_old_words() -> None:
    """One of two priorities, one other decision, one achievement; the flagged message is counted, not shamed by name."""
    swap = WordSwap(id="w", old="pax", new="people on board")
    rows = (
        message("1", candidate="boat", achieved="Forty came home."),
        message("2", decision="d", means="All pax and the score will be looked after."),
    )
    found = room(*rows, swap)
    assert tell_says(found) == (
        "One of two priorities has a message. One message tells of other decisions. One message says what was achieved. "
        "One message falls back into old words or scores."
    )
    assert len(message_flags(found, rows[1])) == 2
    assert tell_says(room(rows[0])).endswith("None of them falls back into the words that you gave up.")

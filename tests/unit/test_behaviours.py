"""Habits that shift: each leader in the room gives one up, with what people see instead and who would notice."""

from __future__ import annotations

from datetime import date

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Behaviour, Leader
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme.rules.behaviours import behaviours_missing, behaviours_says

DAY = date(2026, 2, 10)
ANA = Leader(id="ana", name="Ana Ruiz", function="CFO", present=True)
TOM = Leader(id="tom", name="Tom Berg", function="CMO", present=True)
EVE = Leader(id="eve", name="Eve Noor", function="CEO", present=False)


def habit(id: str, leader: str | None, **more: object) -> Behaviour:
    """A whole habit of a leader, unless a field of it is given otherwise."""
    whole = {"today": "I ask for sales", "instead": "I ask who left", "noticed": "Jo", "from_day": DAY}
    return Behaviour(id=id, leader=leader, **{**whole, **more})


def room(*rows: Record) -> Workshop:
    """Ana and Tom in the room, Eve away."""
    return assemble([ANA, TOM, EVE, *rows])


def test_every_leader_in_the_room_begins_with_a_habit_and_an_absent_one_is_not_waited_for() -> None:
    """Two habits of one leader do not stand for the other; with one each the step is done, though Eve has none."""
    assert behaviours_missing(room()) == (
        "Two leaders have named no habit yet: Ana Ruiz, CFO; Tom Berg, CMO."
    )
    assert behaviours_missing(room(habit("1", "ana"), habit("2", "ana"))) == (
        "One leader has named no habit yet: Tom Berg, CMO."
    )
    assert behaviours_missing(room(habit("1", "ana"), habit("2", "tom"))) is None


def test_a_half_written_habit_is_told_and_a_second_whole_one_is_enough() -> None:
    """What is missing is named by leader and field; of two habits one has to be whole."""
    half = habit("1", "ana", instead=None, from_day=None)
    assert behaviours_missing(room(half, habit("2", "tom"))) == (
        "One habit is half written: Ana Ruiz, CFO lacks what people will see instead and from."
    )
    assert behaviours_missing(room(half, habit("3", "ana"), habit("2", "tom"))) is None


def test_a_habit_of_nobody_is_told_while_somebody_has_none() -> None:
    """A row whose leader is gone, or was never chosen, is advice for somebody else."""
    said = behaviours_missing(room(habit("1", "gone"), habit("2", "tom"))) or ""
    assert "One leader has named no habit yet: Ana Ruiz, CFO." in said
    assert "One habit belongs to nobody: “I ask for sales”." in said


def test_without_leaders_nobody_can_begin() -> None:
    """An empty workshop is told so, and the finding says what will stand there."""
    assert behaviours_missing(Workshop()) == (
        "No leader is listed yet, so nobody can begin with a habit of their own."
    )
    assert behaviours_says(Workshop()).startswith("Two columns appear here")


def test_the_finding_counts_habits_and_leaders_and_says_whom_to_ask() -> None:
    """Two habits of one leader; the same witness is named once."""
    said = behaviours_says(room(habit("1", "ana"), habit("2", "ana")))
    assert said == "Two habits shift, begun by one leader; in a month, ask “Jo”."
    assert behaviours_says(room(habit("1", None, noticed=None))) == "One habit shifts, begun by nobody yet."

"""Slips and ballots: nothing is told of them before the room opens them together, nor of fewer than three."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.agreement import opinion
from cxworkshop.analysis.dots import ballots, dots_open, open_ballots
from cxworkshop.analysis.opinions import growth_path, inhibitors
from cxworkshop.analysis.priorities import dots_agreement, dots_of, rankings, ties
from cxworkshop.analysis.silent import slips_in, slips_open
from cxworkshop.domain.commands import Batch, Put, Remove, apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    RECORDS,
    Candidate,
    Countermove,
    Dot,
    Leader,
    Legacy,
    LegacyVote,
    Reveal,
    Slip,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme import STEPS
from cxworkshop.programme.rules import frame as rules
from cxworkshop.store import Store, open_store
from cxworkshop.ui.ballot_panel import wrong
from cxworkshop.ui.charts import frame as charts
from cxworkshop.ui.charts.ranks import ranks
from cxworkshop.ui.silent import in_says
from cxworkshop.workbook.covered import _SILENT

OPEN = Reveal(id="reveal", slips=True, dots=True)
SAID = "Rated highest without one"


def _slips(count: int) -> list[Record]:
    return [Slip(id=f"s{n}", absent=5, mantra=1, scores=3, growth_path="random") for n in range(count)]


def _ballots(count: int) -> list[Record]:
    wall: list[Record] = [
        Candidate(id=id, name=f"Wish {id}", value=9.0, confidence="1", effort=1.0, verdict="now")
        for id in "abcdefghijkl"
    ]
    return [*wall, *(Dot(id=f"d{n}", candidate="b", ballot=n + 1, dots=2) for n in range(count))]


def _room(count: int, *more: Record) -> Workshop:
    return assemble([*_slips(count), *_ballots(count), *more])


CLOSED = pytest.mark.parametrize(
    "room",
    [_room(8), _room(2, OPEN), _room(3, Reveal(id="reveal", slips=False))],
    ids=["closed", "two", "shut"],
)


@CLOSED
def test_nothing_is_told_of_slips_that_are_not_open(room: Workshop) -> None:
    """No figure, no order, no picture and no hint: what can be told is how many are in."""
    assert not slips_open(room)
    assert all(not found.values and found.median is None for _, found in inhibitors(room))
    assert not any(count for _, count in growth_path(room))
    assert (charts.inhibitors(room, LIGHT), charts.growth_path(room, LIGHT)) == (None, None)
    assert (rules.worst(room), rules.talk_first(room)) == ([], [])
    assert SAID not in (STEPS["frame.inhibitors"].done(room) or "")
    for key in ("frame.inhibitors", "frame.path"):
        assert "Leaders hand it" not in STEPS[key].reads(room)
        assert "stands at" not in STEPS[key].reads(room)


@CLOSED
def test_nothing_is_told_of_ballots_that_are_not_open(room: Workshop) -> None:
    """No dot, no rank, no tie, no agreement and no slope."""
    assert not dots_open(room)
    assert (dots_of(room, "b"), open_ballots(room), dots_agreement(room), ties(room)) == (0, {}, None, ())
    assert {(row.dots, row.dots_rank) for row in rankings(room)} == {(0, None)}
    assert ranks(room, LIGHT) is None
    assert "Wish b" not in STEPS["priorities.dots"].reads(room)


def test_one_press_opens_them_while_three_are_in() -> None:
    """Three slips and three ballots, revealed: the middle, the most loved, and what to face are told."""
    room = _room(3, OPEN)
    assert slips_open(room)
    assert inhibitors(room)[0] == ("Leaders hand it to a department", opinion([5, 5, 5], 1, 5))
    assert dict(growth_path(room))["random"] == 3
    assert (dots_of(room, "b"), rankings(room)[0].dots_rank is not None) == (6, True)
    assert dots_agreement(room) == pytest.approx(1)
    assert SAID in (STEPS["frame.inhibitors"].done(room) or "")
    fewer = apply(room, Batch((Remove("slip", "s0"), Remove("dot", "d0"))))
    assert not slips_open(fewer)
    assert not dots_open(fewer)


def test_a_slip_with_nothing_on_it_does_not_count() -> None:
    """Neither as one that is in nor towards the three."""
    room = assemble([*_slips(2), Slip(id="blank"), OPEN])
    assert len(slips_in(room)) == 2
    assert not slips_open(room)


def test_steps_say_that_answers_wait_to_be_opened() -> None:
    """A step whose answers are all in and covered is not done; it says what to press."""
    room = _room(8)
    assert STEPS["frame.path"].done(room) == "All slips are in and still covered: reveal them together."
    assert "The ballots are still covered" in (STEPS["priorities.dots"].done(room) or "")
    assert STEPS["frame.path"].reads(room) == "Eight slips are in and covered until you reveal them together."
    few = _room(2)
    assert STEPS["frame.path"].done(few) == (
        "Two slips are in so far; one is missing. Fewer than three are never shown."
    )
    assert STEPS["frame.path"].done(assemble([])) == "No slip is in yet; three are missing."


def test_before_the_reveal_a_step_counts_slips_and_not_marks() -> None:
    """Whether the first slip left the ladder blank is an answer of that slip."""
    blank = assemble([Slip(id="s", absent=2)])
    assert STEPS["frame.path"].done(blank) == STEPS["frame.path"].done(assemble(_slips(1)))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "nobody has answered"),
        ([3], "one answer, so there is nothing to compare"),
        ([4, 4, 4], "you all say 4"),
        ([1, 1, 5, 5], "from 1 to 5, two camps (agreement −1.00)"),
        ([1, 2, 3, 4, 5], "from 1 to 5, spread out (agreement 0.00)"),
        ([3, 3, 3, 4, 4, 4], "from 3 to 4, close together (agreement 0.75)"),
    ],
)
def test_how_far_answers_lie_apart_is_said_in_words(values: list[float], words: str) -> None:
    """Also where there is nothing to compare; the figures are those of method 3.3."""
    assert rules.apart_says(opinion(values, 1, 5)) == words


def test_the_least_agreed_inhibitor_is_talked_about_first() -> None:
    """Two camps before those who all say the same; the worst three go by the median."""
    marks = [(5, 1, 4), (1, 1, 4), (5, 1, 4), (1, 1, 4)]
    slips = [Slip(id=str(n), absent=a, mantra=b, scores=c) for n, (a, b, c) in enumerate(marks)]
    room = assemble([*slips, OPEN])
    assert rules.talk_first(room)[0][0] == "Leaders hand it to a department"
    assert [words for words, _ in rules.worst(room)] == [
        "Scores stand in for customers",
        "Leaders hand it to a department",
        "A slogan before a plan",
    ]
    done = Countermove(id="m", inhibitor="Scores stand in for customers", move="I read letters aloud")
    assert "Scores stand in" not in (STEPS["frame.inhibitors"].done(assemble([*slips, OPEN, done])) or "")


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ("3 3 7", []),
        ("7", []),
        ("", ["Nothing is on this ballot"]),
        ("3 x", ["Something on this ballot is not a number"]),
        ("3 -7", ["Something on this ballot is not a number"]),
        ("3 9999999999", ["Something on this ballot is not a number"]),
        ("3 27", ["A number on this ballot is not on the wall: they run from 1 to 12"]),
        ("0", ["A number on this ballot is not on the wall"]),
        ("3 3 3", ["More than two dots stand on one candidate"]),
        ("1 2 3 4", ["These are too many dots: a ballot has three dots"]),
        ("27 27 27 27", ["A number on this ballot", "More than two dots", "These are too many dots"]),
    ],
)
def test_a_ballot_names_the_rules_it_breaks_and_not_what_was_typed(said: str, broken: list[str]) -> None:
    """Twelve candidates give three dots, at most two on one; fewer may be given."""
    found = wrong(said.split(), 12)
    assert len(found) == len(broken)
    assert all(words.startswith(start) for words, start in zip(found, broken, strict=True))
    assert "27" not in " ".join(found)


@pytest.mark.parametrize(
    ("count", "room", "words"),
    [
        (0, 8, "No slip is in yet: whoever sits at the keyboard begins."),
        (5, 8, "5 of 8 slips are in; pass the keyboard on."),
        (8, 8, "8 of 8 slips are in: reveal them together."),
        (2, 2, "2 of 2 slips are in: fewer than three are never opened, so say aloud what you wrote."),
        (1, 1, "1 of 1 slips is in: fewer than three are never opened, so say aloud what you wrote."),
        (9, 8, "9 slips are in from 8 leaders in the room: one is in twice. Take it back, or begin again."),
        (1, 0, "One slip in; pass the keyboard on."),
    ],
)
def test_how_many_are_in_is_said(count: int, room: int, words: str) -> None:
    """With what comes next; one too many is told."""
    assert in_says("slip", count, room, False) == words


def test_the_log_counts_and_names_neither_answers_nor_how_many_rows_a_ballot_fills(own_store: str) -> None:
    """How many candidates a ballot names could be remembered and found again in the ballots that are opened."""
    store: Store = open_store(own_store)
    code = store.create("Room", by="Ann", records=_ballots(0))
    dots = tuple(
        Put("dot", f"x{n}", {"candidate": id, "ballot": 47, "dots": 1}) for n, id in enumerate("abc")
    )
    store.commit(code, Batch(dots, "A ballot"), "Ann")
    store.commit(code, Put("slip", "y", {"absent": 5, "growth_path": "desired"}), "Ann")
    store.commit(code, Batch((Remove("slip", "y"),), "All slips taken out"), "Ann")
    store.commit(code, Put("reveal", "reveal", {"dots": True}), "Ann")
    said = [(change.words, change.by, len(change.at) > 10) for change in store.changes(code)]
    assert said[1:4] == [
        ("All slips taken out", "", False),
        ("Inhibitor slips (new)", "", False),
        ("A ballot", "", False),
    ]
    assert store.can_undo(code, "Ann") == said[0][0]
    assert len(ballots(store.load(code))) == 1
    store.close()


def test_every_table_without_names_can_be_covered() -> None:
    """The workbook knows of each when it is open."""
    assert set(_SILENT) == {cls for cls in RECORDS if cls.anonymous}


def test_absent_leaders_are_told_and_not_waited_for() -> None:
    """Whoever is in the room votes; who is not is named as absent, unless they sent a vote."""
    room = assemble(
        [
            Leader(id="a", name="Ana Ruiz", function="CFO", present=True),
            Leader(id="b", name="Bo Lind", function="CTO"),
            Leader(id="c", name="Cy Moss", function="CMO", present=False),
            Legacy(id="legacy", sentence="We grew because people came back."),
            LegacyVote(id="v", leader="a", fingers=4),
        ]
    )
    assert STEPS["frame.legacy"].done(room) is None
    assert rules.legacy_absent(room) == "Not in the room, and not waited for: Bo Lind, CTO; Cy Moss, CMO."
    sent = apply(room, Put("legacy_vote", "w", {"leader": "c", "fingers": 3}))
    assert rules.legacy_absent(sent) == "Not in the room, and not waited for: Bo Lind, CTO."
    assert rules.legacy_absent(assemble([])) is None


def test_the_ladder_marks_the_middle_rung_or_both() -> None:
    """Four marks on two rungs have their middle between them; all on one rung are said to be."""
    places = ["random", "random", "desired", "desired"]
    halves = assemble([*(Slip(id=str(n), growth_path=place) for n, place in enumerate(places)), OPEN])
    found = charts.growth_path(halves, LIGHT)
    assert found is not None
    assert found.says == (
        "The middle of the room stands between “random” and “desired”; "
        "the marks reach from random to desired. Nobody says reliable and differentiated."
    )
    alike = charts.growth_path(_room(3, OPEN), LIGHT)
    assert alike is not None
    assert alike.says.startswith("All three marks stand at “random”.")

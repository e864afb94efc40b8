"""The gate of five to ten: who carries the priorities, what waits for what, and what is nearest to finished."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.gate import (
    busy,
    counted_out,
    executive_of,
    gate,
    may_begin,
    nearest,
    never_begins,
    overloaded,
    state_of,
    too_early,
    waited_for,
)
from cxworkshop.analysis.second_look import second_look, system_in
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Choosing, Commitment, Leader, Stage
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS
from cxworkshop.programme.rules.priorities import choose_flags

ANA = Leader(id="ana", name="Ana Ruiz", function="CFO")
STAGE = Stage(id="pay", name="I pay", executive="ana", functions=("Finance", "Service"))


def _now(count: int, **more: object) -> list[Candidate]:
    made = {"verdict": "now", "functions": ("Finance", "Service"), "because": "They left", **more}
    return [Candidate(id=str(n), name=f"Priority {n}", **made) for n in range(count)]  # type: ignore[arg-type]


def _states(*states: str) -> list[Record]:
    return [Commitment(id=f"c{n}", candidate=str(n), state=state) for n, state in enumerate(states)]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "None chosen yet; choose 5 to 10"),
        (4, "4 chosen; choose 1 more"),
        (5, "5 chosen"),
        (10, "10 chosen"),
        (11, "11 chosen; move 1 to “not now”"),
    ],
)
def test_the_gate_is_said_in_one_line(count: int, said: str) -> None:
    """Large enough to be read from the back: how many, and what to do."""
    assert counted_out(assemble(_now(count))) == said


def test_a_finished_priority_takes_no_place_among_the_ten() -> None:
    """Eleven chosen and one of them finished: ten are under way, and the gate is open."""
    room = assemble([*_now(11), *_states("finished")])
    assert counted_out(room) == "11 chosen, 1 of them finished"
    assert (len(busy(room)), gate(room)) == (10, None)
    assert gate(assemble(_now(11))) == (
        "Eleven priorities are chosen: move one to “not now”, or write why you can finish more than ten."
    )


def test_all_finished_keeps_the_gate_open() -> None:
    """Five chosen and finished are five that were chosen."""
    assert gate(assemble([*_now(5), *_states(*["finished"] * 5)])) is None


def test_who_answers_is_the_commitment_or_else_the_stage() -> None:
    """A commitment to somebody who left the table says nothing."""
    (one,) = _now(1, stage="pay")
    assert executive_of(assemble([ANA, STAGE, one]), one) == (ANA, False)
    tom = Leader(id="tom", name="Tom")
    given = Commitment(id="c", candidate="0", executive="tom")
    assert executive_of(assemble([ANA, STAGE, tom, one, given]), one) == (tom, True)
    assert executive_of(assemble([ANA, STAGE, one, given]), one) == (ANA, False)
    assert executive_of(assemble([one]), one) == (None, False)


def test_three_at_once_are_too_many_for_one_leader() -> None:
    """Two are not; a finished one no longer counts; before commitments it is the leader of the stage."""
    assert overloaded(assemble([ANA, STAGE, *_now(2, stage="pay")])) == ()
    (said,) = overloaded(assemble([ANA, STAGE, *_now(3, stage="pay")]))
    assert said == (
        "Ana Ruiz would answer for three at once, some of them as leader of their stage: "
        "“Priority 0”, “Priority 1” and “Priority 2”. Two at most: give one to somebody else, or let it wait."
    )
    assert overloaded(assemble([ANA, STAGE, *_now(3, stage="pay"), *_states("finished")])) == ()


def test_a_later_one_begins_when_what_it_waits_for_is_finished() -> None:
    """Improved is not finished; nor does it matter when nothing is waited for."""
    later = Candidate(id="later", name="Then this", verdict="not now", waits_for="0")
    assert may_begin(assemble([*_now(5), later, *_states("improved")])) == ()
    room = assemble([*_now(5), later, *_states("finished")])
    assert may_begin(room) == (later,)
    assert "the turn of “Then this” has come." in STEPS["priorities.choose"].reads(room)
    assert may_begin(assemble([*_now(5), later.with_values({"waits_for": None}), *_states("finished")])) == ()


def test_who_waits_for_a_merged_one_waits_for_what_stands_for_it() -> None:
    """And its state is that of the whole."""
    twin = Candidate(id="twin", name="Twin", merged_into="0")
    later = Candidate(id="later", name="Then", verdict="not now", waits_for="twin")
    room = assemble([*_now(1), twin, later, Commitment(id="c", candidate="twin", state="finished")])
    assert waited_for(room, later) == _now(1)[0]
    assert state_of(room, _now(1)[0]) == "finished"
    assert may_begin(room) == (later,)


def test_a_priority_that_begins_before_its_turn_is_flagged() -> None:
    """With what it waits for and what to do."""
    first, second = _now(2)
    room = assemble([first, second.with_values({"waits_for": "0"})])
    assert too_early(room) == (
        "“Priority 1” starts now and waits for “Priority 0”, which is not finished: "
        "let it wait, or say that it need not.",
    )
    assert too_early(room)[0] in choose_flags(room)


def test_circles_of_waiting_are_named() -> None:
    """Each once, whoever leads into it; one that waits for itself, or for what stops, would never begin either."""

    def later(id: str, after: str, verdict: str = "not now") -> Candidate:
        return Candidate(id=id, name=id.upper(), verdict=verdict, waits_for=after)

    assert never_begins(assemble([later("x", "a"), later("a", "b"), later("b", "a")])) == (
        "“A” and “B” wait for each other: decide which of them begins.",
    )
    assert never_begins(assemble([later("a", "a")])) == (
        "“A” waits for itself: name what has to be finished first.",
    )
    stop = Candidate(id="s", name="S", verdict="stop doing")
    assert never_begins(assemble([later("a", "s"), stop])) == (
        "“A” waits for “S”, which you stop: it would never begin.",
    )
    assert never_begins(assemble([later("a", "b"), later("b", "gone")])) == ()


def test_when_ten_are_under_way_the_nearest_to_finished_is_named() -> None:
    """Nine leave a place; ten that have not begun leave nobody near."""
    assert nearest(assemble(_now(9))) is None
    assert nearest(assemble(_now(10))) == (
        "Ten are chosen and none of them has begun: finish one before you add another."
    )
    assert nearest(assemble([*_now(10), *_states("under way", "improved")])) == (
        "All places are taken. Nearest to finished (improved): “Priority 1”. Finish before you add another."
    )


def test_circles_and_blanks_keep_the_step_open_and_a_reason_opens_the_gate() -> None:
    """The override is for numbers alone."""
    done = STEPS["priorities.choose"].done
    later = Candidate(id="l", name="Later", verdict="not now", why="In July", waits_for="l")
    said = done(assemble([*_now(4), later, Choosing(id="choosing", override="We are three people.")]))
    assert said == "“Later” waits for itself: name what has to be finished first."
    assert counted_out(Workshop()) == "None chosen yet; choose 5 to 10"
    assert (overloaded(Workshop()), may_begin(Workshop()), nearest(Workshop())) == ((), (), None)


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("An app that designs the garden", "app"),
        ("Roll out the new CRM", "CRM"),
        ("An AI that answers", "AI"),
        ("One portal for all", "portal"),
        ("Somebody answers before ten", None),
        ("What happens on the day is said", None),
        (None, None),
    ],
)
def test_a_system_before_its_purpose_is_seen(name: str | None, system: str | None) -> None:
    """Whole words only: what “happens” is no app."""
    assert system_in(name) == system


def test_a_second_look_asks_for_the_function_the_purpose_and_the_reason() -> None:
    """In that order; a priority across functions with a reason is left in peace."""
    pet = Candidate(id="p", name="An app for the garden", functions=("IT",))
    assert second_look(assemble([pet]), pet) == (
        "One silo: only IT is named. Say which other function the customer meets on the way, or hand it back to one.",
        "A system before a purpose: “app”. Say what it changes for a customer.",
        "No reason: say which gap, moment or number it answers.",
    )
    (sound,) = _now(1)
    assert second_look(assemble([sound]), sound) == ()


def test_the_wall_asks_for_a_reason_and_for_twins_to_be_settled() -> None:
    """Only of what is still in play."""
    done = STEPS["priorities.candidates"].done
    wall = _now(5)
    assert done(assemble(wall)) is None
    bare = [wall[0].with_values({"because": None}), *wall[1:]]
    assert done(assemble(bare)) == "One candidate has no reason: “Priority 0”."
    assert done(assemble([wall[0].with_values({"because": None, "verdict": "not now"}), *wall[1:]])) is None
    twin = Candidate(id="t", name="Pay on the first day", because="So", stage="pay")
    pair = [twin, twin.model_copy(update={"id": "u", "name": "Pay on that first day"})]
    assert done(assemble([*wall, *pair])) == "One pair looks alike: one thing, or two?"

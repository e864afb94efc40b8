"""Whatever the room or an edited workbook writes: merges lose nobody, values never add up twice, the gate always answers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.alike import alike
from cxworkshop.analysis.gate import (
    busy,
    counted_out,
    gate,
    may_begin,
    nearest,
    never_begins,
    overloaded,
    too_early,
)
from cxworkshop.analysis.merged import members, on_the_wall, stands_for
from cxworkshop.analysis.merging import merged, parted
from cxworkshop.analysis.priorities import chosen, value_of
from cxworkshop.analysis.scores import METHODS, score, weighed
from cxworkshop.analysis.together import functions_of, reach_of
from cxworkshop.domain.commands import apply, inverse
from cxworkshop.domain.records import Candidate, Commitment, Leader, Risk
from cxworkshop.domain.records.commit import STATES
from cxworkshop.domain.records.decide import VERDICTS
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS

IDS = tuple("abcdefgh")
_REF = st.sampled_from([None, "gone", *IDS])


@st.composite
def rooms(draw: st.DrawFn) -> Workshop:
    """Up to eight candidates that are merged and wait in any way, circles and references to nothing among them."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    rows = [
        Candidate(
            id=id,
            name=draw(st.sampled_from((None, "Answer the telephone", "Ring before the day", id))),
            touchpoint=draw(st.sampled_from((None, "t1", "t2"))),
            functions=draw(st.sampled_from(((), ("Sales",), ("SALES", "Service")))),
            value=draw(st.none() | st.floats(0, 1e9)),
            effort=draw(st.none() | st.floats(0.1, 100)),
            confidence=draw(st.sampled_from((None, "0.5", "1"))),
            verdict=draw(st.sampled_from((None, *VERDICTS))),
            merged_into=draw(_REF),
            waits_for=draw(_REF),
        )
        for id in ids
    ]
    risks = [
        Risk(id=f"r{n}", touchpoint=f"t{n}", customers=met, failure=50, leaving=50, value=100)
        for n, met in ((1, draw(st.integers(0, 10_000))), (2, draw(st.integers(0, 10_000))))
    ]
    states = [
        Commitment(id=f"c{id}", candidate=id, executive="ana", state=draw(st.sampled_from((None, *STATES))))
        for id in ids[:4]
    ]
    return assemble([Leader(id="ana", name="Ana"), *rows, *risks, *states])


@given(rooms())
def test_every_candidate_stands_for_itself_or_is_spoken_for_by_one_that_does(room: Workshop) -> None:
    """Nobody is lost in a chain or a circle, and nobody is in two places."""
    wall = on_the_wall(room)
    spoken = [one.id for first in wall for one in members(room, first)]
    assert sorted(spoken) == sorted(one.id for one in room.all(Candidate))
    assert {stands_for(room)[one.id] for one in room.all(Candidate)} == {one.id for one in wall}
    assert set(chosen(room)) <= set(wall)


@given(rooms())
def test_together_they_are_worth_at_least_the_dearest_and_at_most_the_sum(room: Workshop) -> None:
    """And reach as many as the most that one of them meets, never more than all of them."""
    for first in on_the_wall(room):
        alone = [assemble([row, *room.all(Risk)]) for row in members(room, first)]
        rows = [one.all(Candidate)[0].with_values({"merged_into": None}) for one in alone]
        worth = [
            value for one, row in zip(alone, rows, strict=True) if (value := value_of(one, row)) is not None
        ]
        whole = value_of(room, first)
        assert (whole is None) == (not worth)
        if whole is not None:
            assert max(worth) - 0.01 <= whole <= sum(worth) + 0.01
        met = [
            reach for one, row in zip(alone, rows, strict=True) if (reach := reach_of(one, row)) is not None
        ]
        assert (reach_of(room, first) or 0) == max(met, default=0)
        assert len({name.casefold() for name in functions_of(room, first)}) == len(functions_of(room, first))


@given(rooms(), st.sampled_from(IDS), st.sampled_from(IDS))
def test_a_merge_can_always_be_taken_back(room: Workshop, stays: str, goes: str) -> None:
    """By undo to the very same workshop; from the list so that the candidate stands for itself again."""
    made = merged(room, stays, goes)
    after = apply(room, made)
    assert apply(after, inverse(room, made)).same_as(room)
    if made.commands:
        assert stands_for(after)[goes] == stands_for(after)[stays]
        again = apply(after, parted(after, goes))
        assert stands_for(again)[goes] == goes or stands_for(after)[goes] == goes


@given(rooms())
@settings(max_examples=60)
def test_the_gate_and_the_orders_always_answer(room: Workshop) -> None:
    """In words, whatever waits for whatever; the gate is open exactly from five chosen to ten under way."""
    count, now = len(chosen(room)), len(busy(room))
    assert (gate(room) is None) == (count >= 5 and now <= 10)
    assert counted_out(room)
    assert all(one.verdict == "not now" for one in may_begin(room))
    for said in (*overloaded(room), *too_early(room), *never_begins(room)):
        assert said.endswith(".")
    assert (nearest(room) is None) == (now < 10)
    assert len(weighed(room)) == sum(one.verdict != "stop doing" for one in on_the_wall(room))
    for one in room.all(Candidate):
        assert all((found := score(room, one, way)) is None or found >= 0 for way in METHODS)
    for key in ("candidates", "weigh", "dots", "choose"):
        step = STEPS[f"priorities.{key}"]
        assert step.reads(room)
        assert step.done(room) != ""
    for pair in alike(room):
        assert pair.one.id != pair.other.id
        assert pair.why.endswith(".")

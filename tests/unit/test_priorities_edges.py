"""Priorities at their edges: dots on what nobody weighed, nothing at risk, names that are missing, ties beside what stops."""

from __future__ import annotations

from cxworkshop.analysis.gate import never_begins
from cxworkshop.analysis.priorities import compared, ties
from cxworkshop.analysis.trail import trails
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Dot, Reveal
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import palette
from cxworkshop.programme import STEPS
from cxworkshop.ui.charts.bubbles import bubbles
from cxworkshop.ui.charts.dots import dotted
from cxworkshop.ui.charts.priorities import ranks, scores

LIGHT = palette("light")
OPEN = Reveal(id="reveal", dots=True)


def _weighed(id: str, value: float = 100.0, **more: object) -> Candidate:
    return Candidate(id=id, name=f"Wish {id}", value=value, confidence="1", effort=1).with_values(more)


def _dots(**on: int) -> list[Record]:
    """Three ballots and what lies on each candidate in all."""
    return [
        OPEN,
        *(
            Dot(id=f"{id}{ballot}", candidate=id, ballot=ballot, dots=1)
            for id, many in on.items()
            for ballot in range(1, many + 1)
        ),
    ]


def test_dots_that_all_lie_on_what_nobody_weighed_are_said_to() -> None:
    """The picture stands, and tells that the dots are elsewhere."""
    room = assemble([_weighed("a"), _weighed("b", 50), Candidate(id="c", name="Bare"), *_dots(c=3)])
    assert [(row.dots_rank, row.apart) for row in compared(room)] == [(1, 0), (1, 0)]
    found = ranks(room, LIGHT)
    assert found is not None
    assert found.says.startswith("All dots went to what has no place by money")


def test_dots_are_drawn_also_where_nobody_has_weighed_anything() -> None:
    """Before any score the dots stand alone; with scores only while something with dots has none."""
    bare = [Candidate(id=id, name=f"Wish {id}") for id in "abc"]
    found = dotted(assemble([*bare, *_dots(a=3, b=1)]), LIGHT)
    assert found is not None
    assert found.says == "“Wish a” has most dots: 3 of 4."
    assert found.chart.to_dict()["layer"]
    assert found.table == [{"Candidate": "Wish a", "Dots": 3}, {"Candidate": "Wish b", "Dots": 1}]
    some = [_weighed("a"), _weighed("b"), bare[2]]
    shared = dotted(assemble([*some, *_dots(a=3, c=3)]), LIGHT)
    assert shared is not None
    assert shared.says == "Two things share most dots: 3 each. One thing with dots has no score yet."
    assert dotted(assemble([*some, *_dots(a=3, b=2)]), LIGHT) is None
    covered = [one for one in _dots(a=3) if one.kind != "reveal"]
    assert dotted(assemble([*bare, *covered]), LIGHT) is None


def test_what_stops_takes_no_place_at_the_cut() -> None:
    """One is chosen, and equal in dots to one that is not, whatever was loved most and is to stop."""
    wall = [
        _weighed("a", verdict="now"),
        _weighed("b", verdict="not now"),
        _weighed("s", verdict="stop doing"),
    ]
    assert [one.id for one in ties(assemble([*wall, *_dots(s=3, a=2, b=2)]))] == ["a", "b"]
    assert ties(assemble([*wall, *_dots(s=2, a=2, b=1)])) == ()


def test_where_no_money_is_at_risk_no_picture_names_a_best_one() -> None:
    """Neither a made-up sum nor much for little."""
    room = assemble([_weighed("a", 0.0), _weighed("b", 0.0)])
    bars, spots = scores(room, LIGHT), bubbles(room, LIGHT)
    assert bars is not None
    assert spots is not None
    assert bars.says == "No money is at risk in what you have weighed so far."
    assert spots.says == "Effort is known and no money is at risk in any of these."


def test_without_confidence_much_for_little_goes_by_money_for_each_month() -> None:
    """Not by who was written first."""
    rows = [_weighed("a", 10, effort=20, confidence=None), _weighed("b", 90, confidence=None)]
    found = bubbles(assemble(rows), LIGHT)
    assert found is not None
    assert found.says.startswith("“Wish b” gives much for little")


def test_a_candidate_without_a_name_is_asked_for_one() -> None:
    """It stands in findings as a dash, not as nothing."""
    room = assemble(
        [Candidate(id="a", because="Seen twice", value=9.0, confidence="1", effort=1.0, verdict="now")]
    )
    assert "One candidate has no name yet." in (STEPS["priorities.candidates"].done(room) or "")
    assert STEPS["priorities.weigh"].reads(room) == "Money puts “—” first."
    assert STEPS["priorities.choose"].reads(room) == "One priority begins now: “—”; nothing waits."


def test_what_stops_waits_for_nothing_and_a_long_circle_names_three() -> None:
    """Neither a circle of things that stop nor “it begins after” is told of; fifteen in a circle fill no screen."""
    ring = [
        Candidate(id=str(n), name=f"Thing {n}", verdict="stop doing", waits_for=str((n + 1) % 15))
        for n in range(15)
    ]
    assert never_begins(assemble(ring)) == ()
    assert not any("begins after" in clue.says for clue in trails(assemble(ring))[0].came_of)
    later = assemble(one.with_values({"verdict": "not now"}) for one in ring)
    assert never_begins(later) == (
        "“Thing 0”, “Thing 1”, “Thing 2” and 12 more wait for each other: decide which of them begins.",
    )

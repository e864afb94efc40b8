"""Holes and heaps of accountability, and the soft cap on priority moments."""

from __future__ import annotations

from cxworkshop.analysis.accountability import gaps, gaps_say
from cxworkshop.analysis.priority_cap import brought_back, cap, cap_says, over, rest_parked
from cxworkshop.domain.commands import apply, inverse
from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme.rules.experience import touchpoints_missing
from cxworkshop.ui.charts.experience import accountability

CROWD = ("Sales", "Service", "IT", "Finance", "People", "Legal")
ROOM = assemble(
    [
        Leader(id="ada", name="Ada", function="Sales"),
        Leader(id="bo", name="Bo", function="IT"),
        Stage(id="a", order=1, name="I look", executive="ada", functions=("Service",)),
        Stage(id="b", order=2, name="I choose", executive="ada", functions=CROWD),
        Stage(id="c", order=3, name="I wait", executive="ada", functions=("Sales", "Service")),
        Stage(id="d", order=4, name="I ask", functions=("Service",)),
    ]
)


def test_holes_and_heaps_are_found() -> None:
    """A stage without a leader, one of one function, one of six, a leader of three, a function everywhere."""
    found = gaps(ROOM)
    assert [stage.id for stage in found.unowned] == ["d"]
    assert [stage.id for stage in found.alone] == ["d"]
    assert [stage.id for stage in found.crowded] == ["b"]
    assert [(leader.id, count) for leader, count in found.heavy] == [("ada", 3)]
    assert found.everywhere == ("Service",)


def test_holes_and_heaps_are_said_in_words() -> None:
    """The heaviest first, each a sentence."""
    assert gaps_say(ROOM) == [
        "Nobody answers for one of four stages: “I ask”.",
        "Fewer than two functions take part in “I ask”.",
        "Ada answers for three stages: two are as many as one can care about.",
        "More than five functions share “I choose”: each counts on the others.",
        "Service takes part everywhere and answers for nothing.",
    ]
    assert gaps_say(Workshop()) == []


def test_the_matrix_marks_holes_and_heaps_by_signs() -> None:
    """✕, ◐ and ▲ stand in rows of their own; ▲ stands before an overloaded function; the table says it in words."""
    found = accountability(ROOM, LIGHT)
    assert found is not None
    assert found.says.startswith("Nobody answers for one of four stages: “I ask”.")
    signs = {
        (row["side"], row["name"], row["sign"])
        for rows in found.chart.to_dict()["datasets"].values()
        for row in rows
        if row["sign"] in ("✕", "◐", "▲")
    }
    assert signs == {("Nobody", "I ask", "✕"), ("One function", "I ask", "◐"), ("A crowd", "I choose", "▲")}
    sides = {row["side"] for rows in found.chart.to_dict()["datasets"].values() for row in rows}
    assert {"▲ Sales", "▲ Service", "IT"} <= sides
    assert found.table[-1] == {
        "Function": "What stands out",
        "I look": "",
        "I choose": "a crowd",
        "I wait": "",
        "I ask": "nobody, one function",
    }


def moments(count: int, marked: int) -> Workshop:
    """Moments in six stages by turns, the first of them priorities."""
    return assemble(
        [
            *(Stage(id=f"s{at}", order=at + 1, name=f"Stage {at}") for at in range(6)),
            *(
                Touchpoint(id=f"t{at}", stage=f"s{at % 6}", name=f"M{at}", priority=at < marked)
                for at in range(count)
            ),
        ]
    )


def test_the_cap_warns_and_does_not_refuse() -> None:
    """Ten are within it; of thirteen, three are over, along the map, and a stage of three is named."""
    assert over(moments(18, 10)) == []
    assert (
        cap_says(moments(18, 10))
        == "Ten moments are priorities, of 10 at most; eight neither chosen nor parked."
    )
    assert over(moments(18, 13)) == [
        "Three over ten, counted along the map: “M10”, “M5” and “M11”. Which can wait?",
        "“Stage 0” has three priorities, over two: which two decide?",
    ]


def test_the_rest_is_parked_in_one_change_and_one_is_brought_back() -> None:
    """Priorities stay as they are; undo gives back exactly what was."""
    room = moments(18, 6)
    change = rest_parked(room)
    after = apply(room, change)
    assert change.name == "twelve moments parked"
    assert [len(some) for some in (cap(after).chosen, cap(after).open, cap(after).parked)] == [6, 0, 12]
    assert apply(after, inverse(room, change)).same_as(room)
    back = apply(after, brought_back(after, "t7"))
    assert [one.id for one in cap(back).open] == ["t7"]
    assert rest_parked(after).commands == ()


def test_parked_moments_are_not_in_the_way() -> None:
    """Twenty-four moments are too many, unless the rest is parked; parking never makes them too few."""
    room = moments(24, 6)
    assert touchpoints_missing(room) == "Four moments are too many: 10 to 20 tell the story."
    assert touchpoints_missing(apply(room, rest_parked(room))) is None

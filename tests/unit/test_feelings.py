"""How each stage feels: settled or the middle of the marks, how far the leaders agree, and whom to talk about first."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.feelings import felt, in_words, least_agreed
from cxworkshop.domain.records import Feeling, Leader, Stage
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme.rules.experience import feelings_missing, feelings_says
from cxworkshop.ui.charts.feelings import emotion_curve

MARKS = {"a": (1, 1, 1, 1, 1, 1), "b": (-2, -2, -2, 2, 2, 2), "c": (-1, 0, 0, 0, 1, None)}
LEADERS = [Leader(id=f"l{at}", name=f"Leader {at}") for at in range(6)]


def room(**settled: int) -> Workshop:
    """Three stages that six leaders marked, and one that nobody did; some are settled."""
    stages = [
        Stage(id=id, order=at, name=f"I {id}", emotion=settled.get(id)) for at, id in enumerate("abcd", 1)
    ]
    marks = [
        Feeling(id=f"{id}{at}", stage=id, leader=f"l{at}", emotion=mark)
        for id, given in MARKS.items()
        for at, mark in enumerate(given)
    ]
    return assemble([*LEADERS, *stages, *marks])


def test_a_stage_feels_as_settled_or_else_as_the_middle_of_its_marks() -> None:
    """What the room settled on stands; without it the median does; without marks there is nothing to say."""
    found = felt(room(a=-1))
    assert [(one.emotion, one.settled) for one in found] == [
        (-1, True),
        (0.0, False),
        (0.0, False),
        (None, False),
    ]


def test_agreement_is_van_der_eijks() -> None:
    """All the same is 1, two camps at the ends are -1, as published and in method.md 3.3."""
    agreements = [one.opinion.agreement for one in felt(room())]
    assert agreements[:2] == [pytest.approx(1), pytest.approx(-1)]
    assert [one.range for one in felt(room())] == [0, 4, 2, 0]
    first = least_agreed(room())
    assert first is not None
    assert first.stage.id == "b"
    assert least_agreed(Workshop()) is None


def test_a_leader_who_wrote_twice_has_one_mark() -> None:
    """The last one counts."""
    twice = assemble(
        [
            *room().all(Leader),
            *room().all(Stage),
            *room().all(Feeling),
            Feeling(id="z", stage="a", leader="l0", emotion=-2),
        ]
    )
    assert sorted(felt(twice)[0].opinion.values) == [-2, 1, 1, 1, 1, 1]


def test_between_two_feelings_both_are_said() -> None:
    """A half is between two words."""
    assert [in_words(one) for one in (-2, -0.5, 0.0, 1.5, 2)] == [
        "dread",
        "uneasy to indifferent",
        "indifferent",
        "glad to delight",
        "delight",
    ]


def test_the_curve_shows_each_mark_the_range_and_the_agreement() -> None:
    """Seventeen dots, no two in one place; a band where marks differ; the least agreed stage in the title."""
    found = emotion_curve(room(a=1, b=-2, c=0), LIGHT)
    assert found is not None
    assert found.says == "It feels worst in “I b”: dread. Talk first about “I b”, where you agree least."
    assert [
        (row["Stage"], row["Marks"], row["From"], row["To"], row["Agreement"]) for row in found.table
    ] == [
        ("I a", 6, 1, 1, 1),
        ("I b", 6, -2, 2, -1),
        ("I c", 5, -1, 1, 0.7),
    ]
    spec = found.chart.to_dict()
    dots = [
        (layer["mark"]["xOffset"], row["name"], row["feeling"])
        for layer in spec["layer"]
        if "xOffset" in layer["mark"]
        for row in spec["datasets"][layer["data"]["name"]]
    ]
    assert len(dots) == len(set(dots)) == 17
    assert not [dot for dot in dots if dot[0] == 0 and dot[1:] in {("I a", 1), ("I b", -2), ("I c", 0)}]
    bands = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "bar")
    assert [row["name"] for row in spec["datasets"][bands["data"]["name"]]] == ["I b", "I c"]
    assert emotion_curve(assemble([Stage(id="a", emotion=1)]), LIGHT) is None


def test_the_step_is_done_when_each_stage_is_marked_and_settled() -> None:
    """What is missing is said in words; the finding names the worst and the least agreed."""
    assert feelings_missing(room(a=1, b=-2)) == (
        "One stage has marks of fewer than two leaders: “I d”. "
        "Two stages have no emotion that you settled on: “I c”; “I d”."
    )
    assert feelings_missing(Workshop()) == "There are no stages yet to feel anything about."
    assert feelings_says(room(b=-2)).startswith("It feels worst in “I b”: dread. Talk first about “I b”")

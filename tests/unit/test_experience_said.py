"""What competency two says in edge cases: the funnel's own names, stages that all feel alike, moments without a name."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest

from cxworkshop.analysis.accountability import gaps_say
from cxworkshop.analysis.names import name_flag
from cxworkshop.analysis.priority_cap import cap
from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.lettering import wide
from cxworkshop.drawing.map_layout import WIDE
from cxworkshop.drawing.map_svg import TITLE, map_svg
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.drawing.sheet import NAMESPACE
from cxworkshop.programme.rules.experience import feelings_says, map_says, stages_missing, stages_says
from cxworkshop.ui.charts.feelings import emotion_curve

ROOM = assemble([Leader(id="ada", name="Ada", function="Service")])


def felt(*emotions: int) -> Workshop:
    """A stage for each emotion: A, B, C ..."""
    return assemble(
        Stage(id=f"s{at}", order=at, name=chr(64 + at), emotion=emotion)
        for at, emotion in enumerate(emotions, start=1)
    )


@pytest.mark.parametrize(
    "name",
    [
        "Awareness",
        "Consideration",
        "Purchase",
        "Post-purchase",
        "After sales",
        "Close",
        "Activation",
        "Loyalty",
        "Advocacy",
        "Customer service",
    ],
)
def test_the_names_that_every_funnel_has_are_ours(name: str) -> None:
    """Each is flagged and asks a question; a function of this room stays one with a customer in front of it."""
    flag = name_flag(name, ROOM)
    assert flag
    assert flag.endswith("?")


@pytest.mark.parametrize(
    "name", ["I ask where this road leads me", "I lead a busy life", "I become aware of it", "I come close"]
)
def test_a_customers_own_words_are_left_alone(name: str) -> None:
    """A word of the funnel that means something else in a sentence is no word of the funnel."""
    assert name_flag(name, ROOM) is None


@pytest.mark.parametrize(
    ("emotions", "says"),
    [
        ((0, 0, 0, 0), "All four stages feel the same: indifferent."),
        ((-1, -1), "Both stages feel the same: uneasy."),
        ((2, 2, 2), "All three stages are a delight: ask a customer whether that is so."),
        ((1, -2, -2), "It feels worst in “B” and “C”: dread."),
        ((-2, -2, -2, -2, -2, 1), "It feels worst in “A”, “B”, “C” and 2 more: dread."),
    ],
)
def test_the_curve_and_the_step_say_the_same_of_stages_that_feel_alike(
    emotions: tuple[int, ...], says: str
) -> None:
    """Nothing is worst where all are alike, and ties are told; the picture's title is the step's finding."""
    room = felt(*emotions)
    picture = emotion_curve(room, LIGHT)
    assert picture
    assert (says, says) == (feelings_says(room), picture.says)


def test_one_stage_alone_has_a_finding() -> None:
    """A single stage feels worst, or is a delight."""
    assert feelings_says(felt(-1)) == "It feels worst in “A”: uneasy."
    assert feelings_says(felt(2)) == "The one stage is a delight: ask a customer whether that is so."


def test_a_step_is_not_done_while_its_finding_names_what_is_still_ours() -> None:
    """A name that is the same inside and outside is missing a customer's word, in the finding and in what is missing."""
    leader = Leader(id="ada", name="Ada", function="CEO")
    stages = [
        Stage(id=f"s{at}", order=at, name=name, inside_name=inside, executive="ada")
        for at, (name, inside) in enumerate(
            (("I look", "Search"), ("I wait", "Delivery"), ("I live with it", "Use"), ("Care", "care")),
            start=1,
        )
    ]
    room = assemble([leader, *stages])
    assert "One name is still yours: “Care”." in stages_says(room)
    assert str(stages_missing(room)).startswith("One name is yours and not the customer's: “Care”.")
    better = assemble([leader, *stages[:3], stages[3].with_values({"name": "I am looked after"})])
    assert stages_missing(better) is None


def test_a_moment_without_a_name_is_not_counted_against_the_cap() -> None:
    """A row that only has its stage is neither chosen, nor waiting, nor too many in its stage."""
    named = [Touchpoint(id=f"t{at}", stage="s1", name=f"Moment {at}", priority=True) for at in range(2)]
    blank = [Touchpoint(id="b1", stage="s1", priority=True), Touchpoint(id="b2", stage="s1")]
    found = cap(assemble([Stage(id="s1", order=1, name="I look"), *named, *blank]))
    assert ["t0", "t1"] == [one.id for one in found.chosen]
    assert (found.open, found.full) == ((), ())


def test_stages_that_nobody_answers_for_are_counted_as_people_would() -> None:
    """The only one, any of several, and some of them, each in a sentence of its own."""
    rows = [Stage(id=f"s{at}", order=at, name=chr(64 + at)) for at in range(1, 6)]
    assert gaps_say(assemble(rows[:1]))[0] == "Nobody answers for the only stage: “A”."
    assert map_says(assemble(rows[:1])).startswith(
        "The one stage lacks a leader or a priority moment. Nobody"
    )
    assert gaps_say(assemble(rows))[0] == "Nobody answers for any of five stages: “A”, “B”, “C” and two more."
    ada = Leader(id="ada", name="Ada", function="CEO")
    owned = [ada, rows[0].with_values({"executive": "ada"}), rows[1]]
    assert gaps_say(assemble(owned))[0] == "Nobody answers for one of two stages: “B”."


def test_a_long_finding_stays_on_the_picture() -> None:
    """Its letters are bold and its face may be wide: each line is a fifth shorter than the picture, and none is lost."""
    says = " ".join(["Nobody answers for one of eight stages and two are as many as one can care about."] * 3)
    rows = [Stage(id=f"s{at}", order=at, name=f"I do {at}") for at in range(1, 9)]
    svg = Xml.fromstring(str(map_svg(assemble(rows), says)))
    lines = [one.text or "" for one in svg.iter(f"{{{NAMESPACE}}}text") if one.get("font-size") == f"{TITLE}"]
    assert says == " ".join(lines)
    assert max(wide(line) for line in lines) * TITLE * 1.19 <= WIDE

"""Competency two on the page: the path changed as one step each, the rest parked, and what the map cannot show said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Company, Evidence, Feeling, Leader, Rating, Stage, Story, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import Store, open_store

PAGE = "pages/competencies/experience.py"
ROOM: tuple[Record, ...] = (
    Leader(id="ada", name="Ada", function="Sales"),
    Leader(id="bo", name="Bo", function="IT"),
    Stage(
        id="a", order=1, name="I look", inside_name="Awareness", executive="ada", functions=("Sales", "IT")
    ),
    Stage(id="b", order=2, name="I wait", executive="bo", functions=("IT", "Sales")),
    Stage(id="c", order=3, name="Acquisition", inside_name="Acquisition"),
    Touchpoint(id="t1", stage="a", name="The page", priority=True),
    Touchpoint(id="t2", stage="b", name="The message"),
    Touchpoint(id="t3", stage="b", name="The parcel"),
    Touchpoint(id="t4", stage="gone", name="A lost moment"),
    Evidence(id="e", stage="b", touchpoint="t3", quote="Late"),
    Story(id="s", stage="b", story="Days pass."),
    Rating(id="r1", stage="b", leader="ada", rating="2"),
    Rating(id="r2", stage="a", leader="ada", rating="4"),
    Feeling(id="f1", stage="a", leader="ada", emotion=1),
    Feeling(id="f2", stage="b", leader="ada", emotion=2),
    Feeling(id="f3", stage="b", leader="bo", emotion=-2),
)

Room = tuple[Callable[[str], AppTest], Callable[[], Workshop]]


@pytest.fixture
def room(own_store: str, code_of: Callable[..., str], open_page: Callable[..., AppTest]) -> Room:
    """Opens a step of the room's page, and loads what is kept of it."""
    code = code_of(*ROOM)
    store: Store = open_store(own_store)
    return lambda step: open_page(PAGE, code, f"experience.{step}"), lambda: store.load(code)


def choose(at: AppTest, label: str, value: str) -> AppTest:
    """Choose in a list by its label."""
    return next(box for box in at.selectbox if box.label == label).set_value(value).run()


def press(at: AppTest, label: str) -> AppTest:
    """Press a button by its words."""
    return next(button for button in at.button if button.label == label).click().run()


def way(at: AppTest, name: str) -> AppTest:
    """Choose what to do with the path."""
    return (
        next(one for one in at.segmented_control if one.label == "What do you want to do?")
        .set_value(name)
        .run()
    )


def said(at: AppTest) -> str:
    """All that the page says in words, as Markdown or as text."""
    words = [one.value for kind in (at.markdown, at.warning, at.caption, at.text, at.success) for one in kind]
    return "\n".join(str(one).replace("\\", "") for one in words)


def test_a_stage_moves_and_undo_takes_it_back(room: Room) -> None:
    """Later, said on the page, and back again."""
    open_step, kept = room
    at = press(open_step("stages"), "Later")
    assert [stage.id for stage in ordered_stages(kept())] == ["b", "a", "c"]
    assert "“I look” moved later. Undo takes it back as one change." in said(at)
    at = press(at, "Undo")
    assert not at.exception
    assert [stage.id for stage in ordered_stages(kept())] == ["a", "b", "c"]


def test_a_merge_says_what_moves_before_it_does(room: Room) -> None:
    """Two moments, the evidence, the story and the marks of “I wait” move to “I look”; one undo restores them."""
    open_step, kept = room
    before = kept()
    at = way(open_step("stages"), "Merge")
    at = choose(at, "Merge this stage", "b")
    assert "Two moments, one piece of evidence, one story and three marks move to “I look”." in said(at)
    assert "Where a leader marked both, the more doubtful mark stays." in said(at)
    at = press(at, "Merge the two")
    assert not at.exception
    assert {one.stage for one in kept().all(Touchpoint)} == {"a", "gone"}
    assert [(one.stage, one.rating) for one in kept().all(Rating)] == [("a", "2")]
    press(at, "Undo")
    assert kept().same_as(before)


def test_a_stage_is_added_and_split(room: Room) -> None:
    """A new one at the end, then another that takes a moment along."""
    open_step, kept = room
    at = way(open_step("stages"), "Add")
    at = (
        next(one for one in at.text_input if one.label.startswith("The new stage"))
        .set_value("I tell a friend")
        .run()
    )
    at = press(at, "Add this stage")
    assert [stage.name for stage in ordered_stages(kept())][-1] == "I tell a friend"
    at = way(at, "Split")
    at = choose(at, "Stage", "b")
    at = (
        next(one for one in at.text_input if one.label == "The stage that comes after it")
        .set_value("It comes")
        .run()
    )
    at = next(one for one in at.multiselect if one.label == "Moments that go with it").set_value(["t3"]).run()
    at = press(at, "Split the stage")
    assert not at.exception
    stages = {stage.name: stage.id for stage in ordered_stages(kept())}
    assert list(stages) == ["I look", "I wait", "It comes", "Acquisition", "I tell a friend"]
    assert [one.id for one in kept().all(Touchpoint) if one.stage == stages["It comes"]] == ["t3"]
    assert kept().all(Evidence)[0].stage == stages["It comes"]


def test_taking_a_stage_out_says_what_would_be_left(room: Room) -> None:
    """The warning comes before the button; afterwards the map says which moments it cannot show."""
    open_step, kept = room
    at = way(open_step("stages"), "Take out")
    at = choose(at, "Stage", "b")
    assert "would be left without a stage" in said(at)
    press(at, "Take it out all the same")
    assert [stage.id for stage in kept().all(Stage)] == ["a", "c"]
    at = open_step("map")
    assert (
        "Three moments stand on no stage and so not on the map: “The message”, “The parcel” and “A lost moment”."
        in said(at)
    )


def test_names_inside_and_outside_stand_side_by_side(room: Room) -> None:
    """The title names the one that is still ours, and why is said with a question."""
    at = room[0]("stages")
    assert "One of three names is still ours and not the customer's: “Acquisition”." in said(at)
    assert "What are they looking for when they find us?" in said(at)


def test_the_least_agreed_stage_is_talked_about_first(room: Room) -> None:
    """Two leaders four apart on “I wait”; settling takes one press."""
    open_step, kept = room
    at = open_step("feelings")
    assert "Talk first about “I wait”, where you agree least." in said(at)
    assert "middle of the marks: indifferent" in said(at)
    second = [one for one in at.segmented_control if one.label == "Emotion"][1]
    second.set_value(-1).run()
    assert [stage.emotion for stage in ordered_stages(kept())] == [None, -1, None]


def test_the_rest_is_parked_and_one_brought_back(room: Room) -> None:
    """One priority of ten; three moments are parked at once, and one comes back."""
    open_step, kept = room
    at = open_step("touchpoints")
    at = press(at, "Park the rest (3)")
    assert [one.id for one in kept().all(Touchpoint) if one.parked] == ["t2", "t3", "t4"]
    at = press(at, "The parcel")
    assert not at.exception
    assert [one.id for one in kept().all(Touchpoint) if one.parked] == ["t2", "t4"]
    press(press(at, "Undo"), "Undo")
    assert not [one for one in kept().all(Touchpoint) if one.parked]


def test_the_map_states_its_finding_and_is_taken_away_as_a_picture(room: Room) -> None:
    """Coverage and holes in people's words above it; two buttons give it as lines and as dots."""
    at = room[0]("map")
    assert not at.exception
    assert (
        "One of three stages has a leader and a priority moment. Nobody answers for one of three stages: “Acquisition”."
        in said(at)
    )
    assert {"The map as SVG", "The map as PNG"} <= {one.label for one in at.get("download_button")}


def test_what_customers_left_in_two_stories_survives_a_merge(
    own_store: str, code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """Both addresses are masked on the page and whole in the text that the merge keeps."""
    mine, theirs = Story(id="s1", stage="a", story="Write to bo@example.org"), "Call cy@example.org first"
    code = code_of(*ROOM[:5], mine, Story(id="s2", stage="b", story=theirs))
    at = way(open_page(PAGE, code, "experience.stages"), "Merge")
    at = choose(at, "Merge this stage", "b")
    at = press(at, "Merge the two")
    assert not at.exception
    (story,) = open_store(own_store).load(code).all(Story)
    assert story.story == f"{mine.story}\n\n{theirs}"
    assert "example.org" not in said(at)


def test_what_we_sell_is_not_chosen_among_functions(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """Products are typed; only the functions of a stage are offered from the table of leaders."""
    at = open_page("pages/prepare/room.py", code_of(*ROOM, Company(id="company", products=("Bloom",))))
    products = next(one for one in at.multiselect if one.label == "What we sell")
    assert (["Bloom"], ["Bloom"]) == (products.value, products.options)


def test_a_stage_without_a_name_is_neither_added_nor_split_off(room: Room) -> None:
    """Nothing is written, and the page says what to write."""
    open_step, kept = room
    before = kept()
    for kind, button in (("Add", "Add this stage"), ("Split", "Split the stage")):
        at = press(way(open_step("stages"), kind), button)
        assert not at.exception
        assert [one.value.replace("\\", "") for one in at.error] == ["Write the new stage's name first."]
    assert kept().same_as(before)

"""Stages moved, added, merged and split: nothing that hangs on them is lost, and undo gives back what was."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.stage_changes import added, merged, moved, split
from cxworkshop.analysis.stage_hanging import hanging, in_words, pointing
from cxworkshop.domain.commands import Batch, apply, inverse
from cxworkshop.domain.errors import BadValue, Conflict, NotFound
from cxworkshop.domain.record import Record, face_of, fields
from cxworkshop.domain.records import (
    RECORDS,
    Candidate,
    Evidence,
    Feeling,
    Leader,
    Rating,
    SortRule,
    Stage,
    Story,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble
from tests.strategies import values

ROOM = assemble(
    [
        Leader(id="ada", name="Ada", function="Sales"),
        Leader(id="bo", name="Bo", function="IT"),
        Stage(id="a", order=1, name="I look", goal="I want to see.", emotion=1, functions=("Sales", "IT")),
        Stage(
            id="b",
            order=5,
            name="I wait",
            goal="I want it soon.",
            executive="bo",
            emotion=-1,
            functions=("it", "Service"),
        ),
        Stage(id="c", order=7, name="I ask", executive="ada", inside_name="Claims", need="An answer."),
        Touchpoint(id="t1", stage="b", name="The message"),
        Touchpoint(id="t2", stage="b", name="The parcel"),
        Touchpoint(id="t3", stage="c", name="The call"),
        Evidence(id="e1", stage="b", touchpoint="t2", quote="Late again"),
        Evidence(id="e2", stage="b", quote="So quiet"),
        Story(id="s1", stage="b", story="Days pass."),
        Story(id="s2", stage="c", story="Nobody rings back.", teller="bo"),
        SortRule(id="r", says="late", stage="b"),
        Rating(id="m1", stage="b", leader="ada", rating="4"),
        Rating(id="m2", stage="c", leader="ada", rating="it depends"),
        Rating(id="m3", stage="b", leader="bo", rating="1"),
        Rating(id="m4", stage="c", leader="bo", rating="it depends"),
        Feeling(id="f1", stage="b", leader="bo", emotion=-2),
        Candidate(
            id="n", name="A word while they wait", stage="b", touchpoint="t2", origin="experience.stages/b"
        ),
    ]
)
A, B, C = ROOM.all(Stage)


def order(workshop: Workshop) -> list[tuple[str, int | None]]:
    """Stages in order, with their numbers."""
    return [(stage.id, stage.order) for stage in ordered_stages(workshop)]


def test_a_stage_moves_and_all_are_numbered_anew() -> None:
    """The last becomes the second, rows stand in the same order, and no stage moves beyond either end."""
    after = apply(ROOM, moved(ROOM, "c", -1))
    assert order(after) == [("a", 1), ("c", 2), ("b", 3)]
    assert [stage.id for stage in after.all(Stage)] == ["a", "c", "b"]
    assert order(apply(ROOM, moved(ROOM, "a", -1))) == [("a", 1), ("b", 2), ("c", 3)]
    assert order(apply(ROOM, moved(ROOM, "c", 1))) == [("a", 1), ("b", 2), ("c", 3)]


def test_a_stage_is_added_in_its_place() -> None:
    """It becomes number 2, and those after it move on."""
    after = apply(ROOM, added(ROOM, "new", "I compare", 2))
    assert order(after) == [("a", 1), ("new", 2), ("b", 3), ("c", 4)]
    assert [stage.id for stage in after.all(Stage)] == ["a", "new", "b", "c"]


def test_everything_that_hangs_on_a_merged_stage_moves() -> None:
    """Moments, evidence, rules and candidates of “I wait” belong to “I ask”, and its origin follows."""
    after = apply(ROOM, merged(ROOM, "b", "c"))
    assert order(after) == [("a", 1), ("c", 2)]
    assert not list(hanging(after, "b"))
    assert {one.stage for one in after.all(Touchpoint)} == {"c"}
    assert {one.stage for one in after.all(Evidence)} == {"c"}
    assert after.all(SortRule)[0].stage == "c"
    assert (after.all(Candidate)[0].stage, after.all(Candidate)[0].origin) == ("c", "experience.stages/c")


def test_a_merged_stage_says_what_both_said() -> None:
    """Blanks are filled, functions united, the lower emotion kept, the leader stays, two stories are one text."""
    after = apply(ROOM, merged(ROOM, "a", "b"))
    both = after.get(Stage, "b")
    assert both is not None
    assert (both.name, both.executive, both.emotion) == ("I wait", "bo", -1)
    assert both.goal == "I want it soon.\n\nI want to see."
    assert both.functions == ("it", "Service", "Sales")
    told = apply(ROOM, merged(ROOM, "b", "c")).all(Story)
    assert [(one.story, one.teller, one.stage) for one in told] == [
        ("Nobody rings back.\n\nDays pass.", "bo", "c")
    ]


def test_the_more_doubtful_mark_of_a_leader_stays() -> None:
    """Ada's “it depends” outlives her 4, Bo's 1 his “it depends”; a mark without a rival moves along."""
    after = apply(ROOM, merged(ROOM, "b", "c"))
    assert {(one.leader, one.rating) for one in after.all(Rating)} == {("ada", "it depends"), ("bo", "1")}
    assert {(one.stage, one.leader, one.emotion) for one in after.all(Feeling)} == {("c", "bo", -2)}


def test_texts_that_do_not_fit_into_one_are_not_cut() -> None:
    """A merge that would lose words is refused, with what to do."""
    long = assemble([Stage(id="x", goal="a" * 4000), Stage(id="y", goal="b" * 4000)])
    with pytest.raises(BadValue, match="Shorten one of them first"):
        merged(long, "x", "y")


def test_a_stage_is_split_with_the_moments_chosen() -> None:
    """The new stage comes after it with its leader and functions; evidence and candidates go with their moment."""
    after = apply(ROOM, split(ROOM, "b", "new", "It comes", ["t2"]))
    new = after.get(Stage, "new")
    assert new is not None
    assert order(after) == [("a", 1), ("b", 2), ("new", 3), ("c", 4)]
    assert (new.name, new.executive, new.functions) == ("It comes", "bo", ("it", "Service"))
    assert {record.id for record, _ in hanging(after, "new")} == {"t2", "e1", "n"}
    assert {record.id for record, _ in hanging(after, "b")} == {"t1", "e2", "s1", "r", "m1", "m3", "f1"}


def test_what_hangs_is_said_in_whole_numbers() -> None:
    """Marks of both kinds are counted together."""
    said = in_words(record for record, _ in hanging(ROOM, "b"))
    assert (
        said
        == "two moments, two pieces of evidence, one story, three marks, one candidate and one sorting rule"
    )
    assert in_words(()) == ""


def test_a_stage_that_is_gone_is_said_and_not_guessed() -> None:
    """Nothing happens to a stage that somebody took out, nor to one that is merged into itself."""
    for change in (
        lambda: moved(ROOM, "z", 1),
        lambda: merged(ROOM, "z", "a"),
        lambda: merged(ROOM, "a", "a"),
    ):
        with pytest.raises(NotFound):
            change()


def test_a_merge_does_not_swallow_what_was_written_meanwhile() -> None:
    """Somebody renamed the stage after the preview: the merge is refused."""
    change = merged(ROOM, "b", "c")
    since = apply(ROOM, Batch((moved(ROOM, "b", -1),)))
    with pytest.raises(Conflict):
        apply(since, change)


JOINED = ("story", "teller", "origin")
POINTING = [cls for cls in RECORDS if pointing(cls, "stage")]


KNOWN = {"stage": ["a", "b", "c"], "touchpoint": ["t1", "t2", "t3"], "leader": ["l1", "l2"]}
WORDS = (None, "Late", "Nobody rings back.\n=1+1", "x" * 2_600)


def said(cls: type[Record]) -> st.SearchStrategy[dict[str, object]]:
    """What a row may hold: references to what is there and to what is gone, words, marks and functions."""
    some: dict[str, st.SearchStrategy[object]] = {}
    for name in fields(cls):
        face = face_of(cls, name)
        if face.kind == "ref":
            some[name] = st.sampled_from([*KNOWN.get(face.refers, ()), None, "gone"])
        elif face.kind in ("text", "long"):
            some[name] = st.sampled_from([one and one[: int(face.high or 0)] for one in WORDS])
        elif face.kind in ("choice", "whole", "tags"):
            some[name] = values(face)
    return st.fixed_dictionaries(some)


@st.composite
def rooms(draw: st.DrawFn) -> Workshop:
    """Any workshop of three stages, three moments, two leaders and a few rows of one table that points to stages."""
    rows: list[Record] = [Leader(id=one, name=one) for one in KNOWN["leader"]]
    chosen: list[tuple[type[Record], list[str]]] = [
        (Stage, KNOWN["stage"]),
        (Touchpoint, KNOWN["touchpoint"]),
        (draw(st.sampled_from([cls for cls in POINTING if cls is not Touchpoint])), ["1", "2", "3", "4"]),
    ]
    rows += [cls(id=id, **draw(said(cls))) for cls, names in chosen for id in names]
    return assemble(rows)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rooms(), st.data())
def test_no_change_of_stages_loses_anything(room: Workshop, data: st.DataObject) -> None:
    """Every row is still there with what it said, but for marks and stories that a merge made one; undo restores all."""
    kind = data.draw(st.sampled_from(("move", "add", "merge", "split")))
    one, other = data.draw(st.permutations(["a", "b", "c"]))[:2]
    try:
        change = {
            "move": lambda: moved(room, one, data.draw(st.integers(-3, 3))),
            "add": lambda: added(room, "new", "New", data.draw(st.integers(1, 5))),
            "merge": lambda: merged(room, one, other),
            "split": lambda: split(
                room, one, "new", "New", data.draw(st.sets(st.sampled_from(["t1", "t2"])))
            ),
        }[kind]()
    except BadValue:
        # Long texts that do not fit into one: nothing was changed.
        return
    after = apply(room, change)
    stages = {stage.id for stage in after.all(Stage)}
    assert [stage.order for stage in ordered_stages(after)] == list(range(1, len(stages) + 1))
    for cls in RECORDS:
        there = {record.id for record in after.all(cls)}
        missing = {record.id for record in room.all(cls)} - there
        if cls is Stage:
            assert missing == ({one} if kind == "merge" else set())
        elif missing:
            assert kind == "merge"
            assert cls is Story or cls.named_by == ("stage", "leader")
        for record in room.all(cls) if cls is not Stage else ():
            now = after.items.get((cls.kind, record.id))
            for name in pointing(cls, "stage") if now else ():
                before = getattr(record, name)
                if room.get(Stage, before):
                    assert now is not None
                    assert getattr(now.record, name) in stages
                    assert (
                        now.record.with_values({name: before}).filled.items()
                        >= {key: value for key, value in record.filled.items() if key not in JOINED}.items()
                    )
    stories = "".join(story.story or "" for story in after.all(Story))
    assert all((story.story or "") in stories for story in room.all(Story))
    for cls in (one for one in POINTING if one.named_by == ("stage", "leader")):
        marked = {
            getattr(record, "leader", None) for record in room.all(cls) if getattr(record, "stage", None)
        }
        assert marked == {
            getattr(record, "leader", None) for record in after.all(cls) if getattr(record, "stage", None)
        }
    assert apply(after, inverse(room, change)).same_as(room)

"""Twins on the wall: proposed with why, merged without losing or counting anything twice, parted, told apart."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.alike import alike
from cxworkshop.analysis.dots import ballots, dots_of
from cxworkshop.analysis.merged import members, on_the_wall, stands_for
from cxworkshop.analysis.merging import groups, merged, parted, two_things
from cxworkshop.analysis.priorities import candidates, chosen, one_silo, value_of
from cxworkshop.analysis.together import functions_of, reach_of
from cxworkshop.domain.commands import apply, inverse
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Dot, Reveal, Risk, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble

MAP: tuple[Record, ...] = (
    Stage(id="wait", name="I wait for my order", functions=("Warehouse",)),
    Stage(id="pay", name="I pay", functions=("Finance",)),
    Touchpoint(id="late", stage="wait", name="My order is late"),
    Touchpoint(id="call", stage="wait", name="I ring to ask"),
)
LATE = Risk(id="rl", touchpoint="late", customers=12_000, failure=8, rescued=25, leaving=20, value=450)
CALL = Risk(id="rc", touchpoint="call", customers=6_000, failure=50, rescued=0, leaving=20, value=450)
A = Candidate(
    id="a", name="On the day, or we ring", touchpoint="late", functions=("Warehouse",), because="144 leave"
)
B = Candidate(id="b", name="Somebody answers", touchpoint="call", functions=("Service",), because="600 leave")
C = Candidate(id="c", name="A third name", functions=("SERVICE", "Sales"))


def _into(one: Candidate, into: str | None) -> Candidate:
    return one.with_values({"merged_into": into})


def test_two_of_one_moment_are_proposed_with_the_moment() -> None:
    """And nothing without a name, or of another moment and stage."""
    twin = Candidate(id="t", name="Ring first", touchpoint="late")
    (found,) = alike(assemble([*MAP, A, twin, Candidate(id="n", touchpoint="late"), C]))
    assert (found.one.id, found.other.id) == ("a", "t")
    assert found.why == "Both are about the moment “My order is late”."


def test_two_of_one_stage_that_speak_of_the_same_are_proposed() -> None:
    """Two telling words shared; endings in s and small words make no difference, one shared word is the subject."""
    one = Candidate(id="1", name="Refunds reach the account in days", stage="pay")
    two = Candidate(id="2", name="Every refund is on their account at once", stage="pay")
    (found,) = alike(assemble([*MAP, one, two]))
    assert found.why == "Both are about the stage “I pay” and speak of “refunds” and “account”."
    assert alike(assemble([*MAP, one, two.with_values({"stage": "wait"})])) == ()
    assert alike(assemble([*MAP, one, Candidate(id="2", name="A refund by post", stage="pay")])) == ()


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Answer the telephone by ten", "By ten, answer the telephone", True),
        ("Answer the telephone", "Answer the telephones", True),
        ("Answer the telephone", "Close the shop on Sunday", False),
        ("Phase 1 of the returns desk", "Phase 2 of the returns desk", False),
    ],
)
def test_names_that_are_nearly_the_same_are_proposed(first: str, second: str, found: bool) -> None:
    """In any order of words; a number in them tells two apart."""
    room = assemble([Candidate(id="1", name=first), Candidate(id="2", name=second)])
    assert [pair.why for pair in alike(room)] == ["Their names are nearly the same."] * found


def test_what_the_app_words_alike_is_not_a_twin() -> None:
    """Two stages that nobody answers for are two gaps under one sentence; the words in quotation marks decide."""
    said = "One leader answers for “{}” from beginning to end"
    rows = [
        Candidate(id=id, name=said.format(name), stage=id, origin=f"experience.stages/{id}")
        for id, name in (("wait", "I wait for my order"), ("pay", "I pay"))
    ]
    assert alike(assemble([*MAP, *rows])) == ()


def test_what_stops_is_no_twin_of_what_begins() -> None:
    """Ending the old thing and beginning the new one are about one moment, and are two."""
    stop = Candidate(id="s", name="The old recording", touchpoint="late", verdict="stop doing")
    assert alike(assemble([*MAP, A, stop])) == ()


def test_two_things_are_never_proposed_again() -> None:
    """Nor after either of them took in a third; undo asks again."""
    room = assemble([*MAP, A, Candidate(id="t", name="Ring first", touchpoint="late"), C])
    said = two_things(room, "a", "t")
    after = apply(room, said)
    assert alike(after) == ()
    assert alike(apply(after, merged(after, "a", "c"))) == ()
    assert len(alike(apply(after, inverse(room, said)))) == 1
    assert said.name == "“On the day, or we ring” and “Ring first” are two things"


def test_a_merged_candidate_leaves_the_wall_and_lends_its_functions() -> None:
    """One silo each, two functions together; capitals make no third."""
    room = assemble([*MAP, A, B, C])
    after = apply(apply(room, merged(room, "a", "b")), merged(room, "a", "c"))
    assert [one.id for one in on_the_wall(after)] == ["a"]
    assert [one.id for one in candidates(after) if not one.origin] == ["a"]
    assert functions_of(after, A) == ("Warehouse", "Service", "Sales")
    assert one_silo(room, A)
    assert not one_silo(after, A)
    assert [[one.id for one in group] for group in groups(after)] == [["a", "b", "c"]]


def test_value_is_never_counted_twice() -> None:
    """144 of 12,000 and 600 of 6,000 leave: together 12,000·(1 − 0.988·0.95) = 736.8, worth 331,560 and not 334,800."""
    room = assemble([*MAP, LATE, CALL, A, _into(B, "a")])
    assert value_of(assemble([*MAP, LATE, CALL, A]), A) == pytest.approx(64_800)
    assert value_of(assemble([*MAP, LATE, CALL, B]), B) == pytest.approx(270_000)
    assert value_of(room, A) == pytest.approx(331_560)
    assert reach_of(room, A) == 12_000


def test_of_two_typed_values_the_larger_counts() -> None:
    """Nobody knows whom they share, so they are not added up; a value of the same moment is not added either."""
    own = A.with_values({"value": 50_000})
    assert value_of(assemble([*MAP, LATE, own, _into(C.with_values({"value": 80_000}), "a")]), own) == 80_000
    assert (
        value_of(assemble([*MAP, LATE, own, _into(C.with_values({"touchpoint": "late"}), "a")]), own)
        == 64_800
    )
    assert value_of(assemble([*MAP, C]), C) is None


def test_dots_go_with_the_merge_two_at_most_on_a_ballot() -> None:
    """Ballot 1 gave two to each: two count. Ballot 2 gave one to the twin: it counts for what stands."""
    given = [("a", 1, 2), ("b", 1, 2), ("b", 2, 1), ("c", 3, 1)]
    dots = [
        Dot(id=str(n), candidate=id, ballot=ballot, dots=some) for n, (id, ballot, some) in enumerate(given)
    ]
    room = assemble([*MAP, A, _into(B, "a"), C, *dots, Reveal(id="reveal", dots=True)])
    assert ballots(room) == {1: {"a": 2}, 2: {"a": 1}, 3: {"c": 1}}
    assert (dots_of(room, "a"), dots_of(room, "b"), dots_of(room, "c")) == (3, 0, 1)


def test_a_merged_priority_is_spoken_for_by_the_one_that_stands() -> None:
    """It is not chosen a second time."""
    now = {"verdict": "now"}
    room = assemble([A.with_values(now), _into(B.with_values(now), "a")])
    assert [one.id for one in chosen(room)] == ["a"]


@pytest.mark.parametrize(
    ("into", "standing"),
    [
        ({"a": "b", "b": "c", "c": None}, {"a": "c", "b": "c", "c": "c"}),
        ({"a": "b", "b": "a", "c": None}, {"a": "a", "b": "a", "c": "c"}),
        ({"a": "b", "b": "c", "c": "b"}, {"a": "b", "b": "b", "c": "b"}),
        ({"a": "a", "b": "gone", "c": "b"}, {"a": "a", "b": "b", "c": "b"}),
        ({"a": "b", "b": "c", "c": "a"}, {"a": "a", "b": "a", "c": "a"}),
    ],
)
def test_chains_and_circles_lose_nobody(into: dict[str, str | None], standing: dict[str, str]) -> None:
    """A into B into C stands as C; in a circle the first of the wall stays; itself or nothing is alone."""
    room = assemble([_into(one, into[one.id]) for one in (A, B, C)])
    assert stands_for(room) == standing
    there = [one.id for first in on_the_wall(room) for one in members(room, first)]
    assert sorted(there) == ["a", "b", "c"]


def test_a_merge_is_undone_from_the_list_and_by_undo() -> None:
    """Both give back the wall as it was; the log names both candidates."""
    room = assemble([A, B])
    made = merged(room, "a", "b")
    after = apply(room, made)
    assert made.name == "“Somebody answers” merged into “On the day, or we ring”"
    assert apply(after, parted(after, "b")).same_as(room)
    assert apply(after, inverse(room, made)).same_as(room)


def test_a_circle_from_a_workbook_can_be_parted() -> None:
    """A into B and B into A: parting B leaves two candidates that point to nothing."""
    room = assemble([_into(A, "b"), _into(B, "a")])
    after = apply(room, parted(room, "b"))
    assert [one.merged_into for one in after.all(Candidate)] == [None, None]


def test_what_is_one_already_or_gone_is_not_merged() -> None:
    """No command, so nothing is logged."""
    room = assemble([A, _into(B, "a")])
    assert merged(room, "a", "b").commands == ()
    assert merged(room, "a", "a").commands == ()
    assert merged(room, "gone", "a").commands == ()
    assert parted(room, "a").commands == () == parted(room, "gone").commands
    assert alike(Workshop()) == () == groups(Workshop())

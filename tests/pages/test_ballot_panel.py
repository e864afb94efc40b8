"""Ballots on screen: numbers typed behind a cover, kept under a random number, opened in one moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.dots import ballots
from cxworkshop.domain.records import Candidate, Dot, Leader, Reveal, Stage
from cxworkshop.store import open_store
from tests.pages.test_counts_panel import drawn
from tests.pages.test_frame_panel import press, said

PAGE, STEP = "pages/decide/priorities.py", "priorities.dots"
LEADERS = [Leader(id=id, name=f"{id} Reed", function=id, present=True) for id in ("CEO", "CFO", "CMO")]
WALL = [
    Candidate(id=id, name=f"Wish {id}", value=1e5, confidence="1", effort=effort)
    for effort, id in enumerate("abcd", 1)
]
MERGED = Candidate(id="m", name="Wish a again", merged_into="a")

OpenPage = Callable[..., AppTest]
CodeOf = Callable[..., str]


def vote(at: AppTest, numbers: str) -> AppTest:
    """Type a ballot and hand it in."""
    next(one for one in at.text_input if one.label.startswith("Numbers of")).set_value(numbers)
    return press(at, "Hand in this ballot")


def test_three_ballots_are_handed_in_and_opened_together(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Candidates are numbered on screen; each ballot is one change; no dot is told before the reveal."""
    code = code_of(*LEADERS, *WALL, MERGED)
    at = open_page(PAGE, code, STEP)
    assert {"1  Wish a", "4  Wish d"} <= {one.value for one in at.text}
    assert not any("Wish a again" in one.value for one in at.text)
    for number, typed in enumerate(("4 4 2", "4, 4, 3", "4"), 1):
        at = vote(at, typed)
        assert not at.exception
        assert f"{number} of 3 ballots" in said(at)
        assert not any(one.value for one in at.text_input if one.label.startswith("Numbers of"))
        assert "Most dots" not in said(at)
        assert b"by your dots" not in drawn(at)
    kept = open_store(own_store).load(code)
    found = ballots(kept)
    assert sorted(map(dict, found.values()), key=len) == [{"d": 1}, *found_two(found)]
    assert len(found) == 3
    assert kept.revision == 3
    at = press(at, "Reveal together")
    assert "Three ballots, opened together." in said(at)
    assert any("by your dots" in one.value for one in at.text)
    assert not any(one.label.startswith("Numbers of") for one in at.text_input)


def found_two(found: dict[int, object]) -> list[object]:
    """The two ballots that named two candidates, in the order of their random numbers."""
    both = ({"d": 2, "b": 1}, {"d": 2, "c": 1})
    return [dict(one) for one in found.values() if dict(one) in both]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("77", "not on the wall"),
        ("1 1 1", "on one candidate"),
        ("1 2 3 4", "too many"),
        ("1 7x7", "not a number"),
    ],
)
def test_a_ballot_that_breaks_a_rule_is_refused(
    open_page: OpenPage, code_of: CodeOf, own_store: str, typed: str, rule: str
) -> None:
    """The rule is named, what was typed is not, and nothing is kept."""
    code = code_of(*LEADERS, *WALL)
    at = vote(open_page(PAGE, code, STEP), typed)
    told = " ".join(one.value for one in at.error)
    assert rule in told
    assert typed not in told
    assert b"7x7" not in drawn(at)
    assert open_store(own_store).load(code).all(Dot) == ()


def test_a_ballot_is_taken_back_whole_and_all_are_begun_again(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """One press removes every dot of it; beginning again closes what was open."""
    dots = [Dot(id=f"d{n}", candidate="a", ballot=n, dots=1) for n in (5, 6, 7)]
    code = code_of(*LEADERS, *WALL, *dots)
    at = vote(open_page(PAGE, code, STEP), "1 2 3")
    assert "4 ballots are in from 3 leaders" in said(at)
    at = press(at, "Take back the last one")
    assert {dot.id for dot in open_store(own_store).load(code).all(Dot)} == {"d5", "d6", "d7"}
    at = press(press(at, "Reveal together"), "Cover them again")
    at = press(at, "Remove all three")
    kept = open_store(own_store).load(code)
    assert (kept.all(Dot), kept.one(Reveal).dots) == ((), False)


def test_without_candidates_there_is_nothing_to_vote_on(open_page: OpenPage, code_of: CodeOf) -> None:
    """Words instead of an empty cover; a gap that nobody took up is told; one leader alone is never opened."""
    at = open_page(PAGE, code_of(Stage(id="s", name="I wait"), *WALL), STEP)
    assert "One of these is not taken up yet." in " ".join(one.value for one in at.caption)
    at = open_page(PAGE, code_of(), STEP)
    assert "Gather the candidates first; every ballot then has its dots to give." in said(at)
    at = vote(open_page(PAGE, code_of(LEADERS[0], *WALL), STEP), "1")
    assert next(one for one in at.button if one.label == "Reveal together").disabled


def test_what_the_room_has_seen_is_not_opened_again_with_one_more(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Also where somebody undid the reveal: the newcomer's ballot would be the whole difference."""
    dots = [Dot(id=f"d{n}", candidate="a", ballot=n, dots=1) for n in (5, 6, 7)]
    code = code_of(*LEADERS, *WALL, *dots)
    at = press(open_page(PAGE, code, STEP), "Reveal together")
    assert "Three ballots, opened together." in said(at)
    store = open_store(own_store)
    store.undo(code, at.session_state["cx"].me)
    assert store.load(code).one(Reveal).dots_seen == 3
    at = vote(at.run(), "2")
    assert "You have seen three ballots, and one ballot came in since" in said(at)
    assert next(one for one in at.button if one.label == "Reveal together").disabled
    at = press(at, "Remove all four")
    assert open_store(own_store).load(code).one(Reveal).dots_seen is None
    for _ in range(3):
        at = vote(at, "1 2")
    assert "Three ballots, opened together." in said(press(at, "Reveal together"))

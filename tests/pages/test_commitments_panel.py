"""Commitments on screen: the card, the load, the board, the days and their file, who builds, and who signs the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Building, Candidate, Commitment, Governance, Leader, Pledge, Stage
from cxworkshop.programme.pledges import LIVES, OBJECTS, SIGNS, plan_mark
from cxworkshop.store import open_store

PAGE = "pages/decide/commitments.py"
NASTY = "![x](https://evil.example/x.png) <b>bold</b>"
ROOM: tuple[Record, ...] = (
    Leader(id="ana", name="Ana Ruiz", function="CFO", present=True, capacity=2),
    Leader(id="tom", name="Tom Berg", function="CMO", present=True),
    Leader(id="eve", name="Eve Noor", function="CEO"),
    Stage(id="s1", order=1, name="I send it back"),
    Stage(id="s2", order=2, name=NASTY),
    Candidate(id="x", name="Refunds within five days", verdict="now", stage="s1"),
    Candidate(id="y", name=NASTY, verdict="now"),
    Commitment(id="c", candidate="x", executive="ana", successor="ana", people=3, first_day=date(2026, 2, 9),
               outcome="Implement the portal"),
)  # fmt: skip

OpenPage = Callable[..., AppTest]
CodeOf = Callable[..., str]


def words(at: AppTest) -> str:
    """Everything that is said in words on the page."""
    found = (*at.text, *at.markdown, *at.caption, *at.info, *at.error, *at.warning, *at.success)
    return "\n".join(str(one.value).replace("\\", "") for one in found)


def safe(at: AppTest) -> bool:
    """No traceback, and nobody's words are markup."""
    assert not at.exception, at.exception
    marked = [one.value for one in (*at.markdown, *at.caption, *at.info, *at.warning)]
    return not [said for said in marked if "![x](" in said or "<b>" in said]


def fields(at: AppTest, place: str) -> Any:
    """The widget of a field, by what its key begins with."""
    kinds = (at.text_area, at.text_input, at.selectbox, at.date_input, at.button_group)
    return next(one for kind in kinds for one in kind if (one.key or "").startswith(f"bound:{place}"))


def look(at: AppTest, view: str) -> AppTest:
    """Choose one of the views of the calendar."""
    return (
        next(one for one in at.button_group if (one.key or "").startswith("fit-and-days"))
        .set_value(view)
        .run()
    )


def test_a_card_reads_as_a_page_and_asks_what_is_doubtful(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """The promise in words, what is blank, what has to be said aloud; a field that is filled is kept under the priority."""
    code = code_of(*ROOM)
    at = open_page(PAGE, code, "commitments.own")
    assert safe(at)
    said = words(at)
    assert "Ana Ruiz, CFO, answers for it." in said
    assert "Begun by 9 February 2026." in said
    assert "5 of 17 lines are written. Still blank: team, first action," in said
    assert "“Implement the portal” is a task" in said
    assert "Whoever answers for it would also carry on" in said
    fields(at, "commitment:c:skills").set_value("To end a case").run()
    next(one for one in at.selectbox if one.label == "Priority").set_value("y").run()
    assert "Nobody answers for it yet." in words(at)
    fields(at, "commitment:y:team").set_value("Lea (Finance), Jo (Service)").run()
    assert safe(at)
    kept = {one.candidate: one for one in open_store(own_store).load(code).all(Commitment)}
    assert ("To end a case", "Lea (Finance), Jo (Service)") == (kept["x"].skills, kept["y"].team)


def test_the_load_the_board_and_the_days(open_page: OpenPage, code_of: CodeOf, own_store: str) -> None:
    """Too much is told; a card moves on its board, also one that nothing was written of; the days can be chosen by leader."""
    code = code_of(*ROOM, Governance(id="governance", next_meeting=date(2026, 2, 10)))
    at = open_page(PAGE, code, "commitments.calendar")
    assert safe(at)
    assert (
        "One leader is asked for more people than there are: Ana Ruiz, CFO, 3 of 2 person-months."
        in words(at)
    )
    fields(at, "governance:governance:capacity").set_value("12").run()
    look(at, "Where it stands")
    assert "Two have not begun; nothing begins in one of two stages." in words(at)
    assert "Of no stage yet" in words(at)
    fields(at, "commitment:y:state:board").set_value("under way").run()
    fields(at, "commitment:c:state:board").set_value("improved").run()
    assert "One is under way and one has improved a life; nothing begins in one of two stages." in words(at)
    assert safe(at)
    kept = open_store(own_store).load(code)
    assert {"x": "improved", "y": "under way"} == {one.candidate: one.state for one in kept.all(Commitment)}
    assert 12 == kept.one(Governance).capacity
    look(at, "When you look")
    assert "Two promises on two days, from 9 February 2026 to 10 February 2026." in words(at)
    assert {"Mon 9", "Tue 10"} <= {one.value for one in at.text}
    next(one for one in at.selectbox if (one.key or "").startswith("whose-days")).set_value("tom").run()
    assert "Mon 9" not in {one.value for one in at.text}
    assert "Tue 10" in {one.value for one in at.text}
    assert safe(at)


def test_who_builds_each_competency_is_kept_under_it(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Five places, one for each competency; the row that is there already is written on."""
    built = Building(id="mine", competency="listening path", leader="tom")
    code = code_of(*ROOM, built)
    at = open_page(PAGE, code, "commitments.keep")
    fields(at, "building:building-1:build").set_value("I open the close with them.").run()
    fields(at, "building:mine:build").set_value("Two calls a month.").run()
    fields(at, "governance:governance:honours").set_value("Nobody works nights.").run()
    assert safe(at)
    kept = open_store(own_store).load(code)
    assert {"customers as assets": "I open the close with them.", "listening path": "Two calls a month."} == {
        one.competency: one.build for one in kept.all(Building)
    }
    assert "Nobody works nights." == kept.one(Governance).honours


def give(at: AppTest, who: str, word: str, why: str = "") -> AppTest:
    """A leader chooses, writes and presses Sign."""
    next(one for one in at.button_group if (one.key or "").startswith(f"stance:plan-{who}|")).set_value(word)
    next(one for one in at.text_area if (one.key or "").startswith(f"reason:plan-{who}|")).set_value(why)
    at.run()
    return at.button(key=f"sign:{who}").click().run()


def test_the_plan_is_signed_and_signed_again_after_it_changed(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """An objection needs its reason and is kept; a plan that changed meanwhile is not signed; who is away is told."""
    code, store = code_of(*ROOM), open_store(own_store)
    at = open_page(PAGE, code, "commitments.sign")
    assert "Not in the room, and not waited for: Eve Noor, CEO." in words(at)
    assert "Own commitment not signed yet" in words(at)
    give(at, "ana", OBJECTS)
    assert "Say what would have to change for you to sign" in words(at)
    assert () == store.load(code).all(Pledge)
    give(at, "ana", OBJECTS, "Nobody asked the depot.")
    give(at, "tom", LIVES)
    assert "One objection stands: Ana Ruiz, CFO, “Nobody asked the depot”." in words(at)
    give(at, "ana", SIGNS, "Asked now.")
    assert [one for one in at.success if "Done." in one.value]
    kept = {one.leader: one for one in store.load(code).all(Pledge)}
    assert ((SIGNS, "Asked now."), (LIVES, None)) == tuple(
        (kept[who].word, kept[who].reason) for who in ("ana", "tom")
    )
    assert {plan_mark(store.load(code))} == {one.signed_for for one in kept.values()}
    assert date.today() == kept["ana"].on_day

    store.commit(code, Put("commitment", "c", {"target": 5}), "another")
    at.button(key="sign:ana").click().run()
    assert "The plan changed while you were signing." in words(at)
    assert "signed for an earlier version" in words(at)
    assert "changed: Refunds within five days" in words(at)
    give(at, "ana", SIGNS, "Still.")
    assert "One leader signed an earlier version and must sign again: Tom Berg, CMO." in words(at)
    assert safe(at)


def test_the_projector_shows_what_is_written_and_no_controls(open_page: OpenPage, code_of: CodeOf) -> None:
    """On every step of the page: words, and nothing to press or to type in."""
    code = code_of(*ROOM, Pledge(id="ana", leader="ana", word=OBJECTS, reason="Nobody asked the depot."),
                   Building(id="mine", competency="listening path", leader="tom", build="Two calls a month."))  # fmt: skip
    shown = ""
    for step in ("own", "calendar", "keep", "sign"):
        at = open_page(PAGE, code, f"commitments.{step}")
        if step == "own":
            next(one for one in at.selectbox if one.label == "Priority").set_value("y").run()
        at.button(key="project").click().run()
        assert safe(at)
        assert not [one for one in at.selectbox if one.label == "Priority"]
        assert step != "own" or f"2. {NASTY}" in [one.value for one in at.text]
        assert not [*at.text_area, *at.text_input, *at.date_input]
        shown += words(at)
    for said in ("Implement the portal", "Two calls a month.", "Nobody asked the depot.", "To be confirmed"):
        assert said in shown

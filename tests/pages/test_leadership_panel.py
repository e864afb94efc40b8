"""Competency five on the page: the wall with its hands, who may halt, proof in three columns, rules, habits and tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.hands import EASY
from cxworkshop.analysis.rules import NO_LAW
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Behaviour,
    ChoiceVote,
    Company,
    Decision,
    GrowthChoice,
    Immersion,
    Leader,
    Proof,
    Rule,
    Standard,
)
from cxworkshop.store import open_store

PAGE = "pages/competencies/leadership.py"
HELD = date(2026, 1, 13)
ROOM: tuple[Record, ...] = (
    Company(id="company", held_on=HELD),
    Leader(id="ana", name="Ana Ruiz", present=True),
    Leader(id="tom", name="Tom Berg", present=True),
    Leader(id="eve", name="Eve Noor", present=False),
    GrowthChoice(id="g1", will="Wait for the bus", will_not="Sail early", cost="Four hours", toward="employees"),
    GrowthChoice(id="g2", will="Shine", will_not="Be dull"),
    GrowthChoice(id="g3", will="Refund at once", will_not="Ask for paper", cost="Some cheats"),
    *(
        ChoiceVote(id=f"{choice}-{who}", choice=choice, leader=who, vote=vote)
        for choice, who, vote in (
            ("g1", "ana", 4), ("g1", "tom", 3), ("g2", "ana", 5), ("g2", "tom", 5), ("g3", "tom", 2),
        )
    ),
    Standard(id="s1", standard="The pier knows first", halt="Any deckhand", effect="interrupts something"),
    Standard(id="s2", standard="It was tried"),
    Proof(id="p1", element="permission", action="A boat was held", leader="ana", on_day=HELD, evidence="The log"),
    Proof(id="p2", element="permission", action="A thank you", on_day=date(2026, 1, 9)),
    Proof(id="p3", action="A sign came down"),
    Rule(id="r1", rule="No refund without paper", times=600, minutes=10, legal=True, verdict="kill"),
    Decision(id="leadership.proof", step="leadership.proof", decided="They queue twice", mother=False),
    Behaviour(id="b1", today="I ask for sales", instead="I ask who left", leader="ana"),
    Immersion(id="i1", leader="tom", task="Ask for a refund", on_day=date(2026, 1, 5), pay_linked=True),
    Immersion(id="i2", leader="ana", task="Miss the boat", learned="It rained"),
)  # fmt: skip

Step = Callable[..., AppTest]


@pytest.fixture
def step(code_of: Callable[..., str], open_page: Callable[..., AppTest]) -> Step:
    """Opens a step of the room's page, on the laptop or on the projector."""
    code = code_of(*ROOM)

    def open_it(name: str, view: str = "") -> AppTest:
        at = open_page(PAGE, code, f"leadership.{name}")
        if view:
            at.query_params["view"] = view
            at.run()
        assert not at.exception, at.exception
        return at

    return open_it


def said(at: AppTest) -> str:
    """All that the page says in words."""
    words = [
        one.value for kind in (at.markdown, at.warning, at.caption, at.text, at.subheader) for one in kind
    ]
    return "\n".join(str(one).replace("\\", "") for one in words)


def test_the_wall_shows_every_hand_by_name_and_on_the_projector_without(step: Step) -> None:
    """United, split and waiting are told by sign and word; an absent leader is told; a slogan is flagged."""
    at = step("choices")
    words = said(at)
    shown = [one.value for one in at.text]
    assert [one for one in shown if one[0] in "●▼○" and "\n" not in one] == [
        "● united",
        "● united",
        "▼ not united",
    ]
    assert {"4\n● Ana", "3\n● Tom", "2\n▼ Tom", "5\n● Ana\n● Tom"} <= set(shown)
    assert "We will, toward employees" in words
    assert "Not in the room, and to be told: Eve." in words
    assert "No hand yet: Ana." in words
    assert EASY in words
    assert "Three pairs, two with all of you behind them; split on “Refund at once”." in words
    projected = step("choices", "projector")
    assert "5\n● ●" in [one.value for one in projected.text]
    assert "Ana" not in said(projected).replace("Not in the room, and to be told: Eve.", "").replace(
        "No hand yet: Ana.", ""
    )


def test_standards_say_who_may_halt_and_what_they_do_to_people(step: Step) -> None:
    """What nobody may stop, and what interrupts, stand out in words."""
    words = said(step("permission"))
    assert "Any deckhand" in words
    assert "nobody may stop it for this yet" in words
    assert "▼ interrupts something in their lives" in words
    assert "○ improves or interrupts: not said yet" in words


def test_proof_stands_in_three_columns_and_empty_ones_say_what_is_missing(step: Step) -> None:
    """Done, overdue and without a day in words; two columns are empty, and a proof without an element is not lost."""
    at = step("proof")
    words = said(at)
    assert [one.value for one in at.subheader][:3] == ["United decisions", "Permission", "Proof by action"]
    assert "● done, 13 January 2026" in words
    assert "▼ overdue, 9 January 2026" in words
    assert "○ no day yet" in words
    assert "One pair on the wall with all of you behind it" not in words
    assert "Two pairs on the wall with all of you behind them" in words
    assert [one.value for one in at.warning if one.value.startswith("Nothing yet:")] == [
        one.value for one in at.warning
    ]
    assert len(at.warning) == 2
    assert "Say which of the three elements this shows." in words


def test_rules_that_the_law_keeps_and_decisions_that_fail_the_mother_question_are_named(step: Step) -> None:
    """A law without a name is flagged beside its rule, and the decision stands under the tally."""
    at = step("rules")
    words = said(at)
    assert NO_LAW in words
    assert "no rule is killed yet" in words
    assert "Decided today, and you would not do it to your mothers" in words
    assert "✕ They queue twice" in words


def test_habits_and_tasks_are_cards_with_what_they_lack(step: Step) -> None:
    """A habit without a witness asks for one; a task whose day has passed asks what was learned."""
    habits = said(step("behaviours"))
    assert "I ask who left" in habits
    assert "Ana Ruiz, no day yet" in habits
    assert "who would notice first?" in habits
    tasks = said(step("immersion"))
    assert "▼ 5 January 2026 has passed: what was learned?, counts towards pay" in tasks
    assert "● done" in tasks


def test_the_mother_question_is_asked_of_a_written_decision_under_its_step(
    step: Step, own_store: str, open_page: Callable[..., AppTest]
) -> None:
    """Not before anything is decided; the answer is kept, and can be taken back to not asked."""
    assert not [one for one in step("choices").segmented_control if "mother" in one.label]
    at = step("proof")
    code = "".join(at.query_params["w"])

    def kept() -> bool | None:
        found = open_store(own_store).load(code).get(Decision, "leadership.proof")
        assert found is not None
        return found.mother

    def answer(value: str) -> None:
        next(one for one in at.segmented_control if "mother" in one.label).set_value(value).run()
        assert not at.exception, at.exception

    assert kept() is False
    answer("yes")
    assert kept() is True
    answer("")
    assert kept() is None

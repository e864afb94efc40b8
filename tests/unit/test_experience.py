"""Stages in order, who answers for them, and names that are the company's rather than the customer's."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.experience import (
    Coverage,
    coverage,
    matrix,
    name_flag,
    ordered_stages,
    stage_of,
    touchpoints_of,
)
from cxworkshop.domain.records import FunctionCount, Leader, Stage, Touchpoint, WordSwap
from cxworkshop.domain.workshop import Workshop, assemble

ROOM = assemble(
    [
        Leader(id="ada", name="Ada", function="Sales"),
        Leader(id="bo", name="Bo", function="IT"),
        Stage(id="two", order=2, name="I wait", executive="bo", functions=("Warehouse", "sales")),
        Stage(id="none", name="I tell a friend"),
        Stage(id="one", order=1, name="I choose", executive="ada", functions=("Sales", "IT")),
        Touchpoint(id="t1", stage="two", name="The parcel is late", priority=True),
        Touchpoint(id="t2", stage="two", name="A message comes"),
        Touchpoint(id="t3", stage="one", name="I compare"),
        Touchpoint(id="t4", stage="gone", name="A lost moment", priority=True),
        FunctionCount(id="c", function="Customer Service"),
        WordSwap(id="w", old="Churn, ticket", new="someone left us"),
    ]
)


def test_stages_come_in_the_order_of_the_customers_life() -> None:
    """A stage without an order comes last."""
    assert [stage.id for stage in ordered_stages(ROOM)] == ["one", "two", "none"]


def test_touchpoints_belong_to_their_stage_or_to_none_any_more() -> None:
    """A touchpoint whose stage was removed is found under None."""
    assert [one.id for one in touchpoints_of(ROOM, "two")] == ["t1", "t2"]
    assert [one.id for one in touchpoints_of(ROOM, None)] == ["t4"]


def test_a_row_that_names_only_a_touchpoint_happens_in_its_stage() -> None:
    """The stage that a row names itself comes first."""
    in_two, both, gone = (stage_of(ROOM, *named) for named in ((None, "t1"), ("one", "t1"), ("gone", "t4")))
    assert in_two is not None
    assert both is not None
    assert (in_two.id, both.id, gone) == ("two", "one", None)


def test_a_stage_is_covered_by_a_leader_and_a_priority_touchpoint() -> None:
    """One of three has both."""
    assert coverage(ROOM) == Coverage(3, 1, pytest.approx(1 / 3))
    assert coverage(Workshop()) == Coverage(0, 0, None)


def test_the_matrix_shows_who_answers_and_who_takes_part() -> None:
    """Leaders' functions first; the same function in other capitals is the same function."""
    functions, stages, cells = matrix(ROOM)
    assert functions == ("Sales", "IT", "Warehouse")
    assert [stage.id for stage in stages] == ["one", "two", "none"]
    assert cells["Sales", "one"] == "accountable"
    assert cells["IT", "one"] == "takes part"
    assert cells["IT", "two"] == "accountable"
    assert cells["Sales", "two"] == "takes part"
    assert cells["Warehouse", "none"] == ""
    assert len(cells) == 9


@pytest.mark.parametrize(
    "name",
    [
        "Customer acquisition",
        "We acquire them",
        "Convert",
        "conversion",
        "Upsell",
        "Up-selling and cross-sell",
        "cross sell",
        "Retain",
        "Retention",
        "Renewal",
        "Lead",
        "leads",
        "Funnel",
        "The pipeline",
        "Onboarding",
        "Sales",
        "sales & IT",
        "The Sales department",
        "Customer Service",
        "IT",
        "warehouse",
        "Ticket",
    ],
)
def test_the_companys_words_are_flagged_with_a_better_question(name: str) -> None:
    """Funnel words, names of this workshop's functions, and words that the room gave up."""
    flag = name_flag(name, ROOM)
    assert flag is not None
    assert flag.endswith("?")


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "  ",
        "I look for someone I can trust",
        "I wait for my parcel and use it",
        "I compare sales prices",
        "Leadership listens to me",
        "I show it to my friends",
        "Something breaks",
        "The",
        "Misleading letters stop",
        "Tickets to the opera",
    ],
)
def test_the_customers_words_are_left_alone(name: str | None) -> None:
    """A flag on a good name would teach the room to ignore flags."""
    assert name_flag(name, ROOM) is None


def test_a_flag_says_which_word_and_why() -> None:
    """In the words of the name itself."""
    assert name_flag("Customer Acquisition", ROOM) == (
        "“Acquisition” is a company word: it says what we do, not what they live. "
        "What are they looking for when they find us?"
    )
    assert name_flag("After churn", ROOM) == (
        "“churn” is a company word: it says what we do, not what they live. Why would they stay, if leaving were easy?"
    )
    assert name_flag("My ticket", ROOM) == (
        "You agreed to stop saying “ticket” and to say “someone left us”. What would a customer call this stage?"
    )
    assert name_flag("IT & Sales", ROOM) == (
        "“IT & Sales” is the name of a function, not of a part of a customer's life. "
        "What is the customer trying to get done while you are busy with it?"
    )


def test_words_of_a_person_are_no_patterns() -> None:
    """Brackets and stars in a function or a swap match themselves only."""
    room = assemble([WordSwap(id="w", old="c++ (*"), Leader(id="l", function="R&D (*")])
    assert name_flag("we do c++ (* here", room) is not None
    assert name_flag("R&D (*", room) is not None
    assert name_flag("ccc", room) is None


def test_an_empty_workshop_has_no_map() -> None:
    """Nothing in, nothing out."""
    assert ordered_stages(Workshop()) == ()
    assert matrix(Workshop()) == ((), (), {})

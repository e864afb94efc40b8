"""Rival counts on screen: covered until they are revealed together, then open to everybody."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import CountDifference, Definition, FunctionCount, Leader
from cxworkshop.store import open_store

PAGE, STEP = "pages/competencies/assets.py", "assets.counts"
STEPS = (STEP, "assets.lists", "assets.definition", "assets.signoff")
SECRET, OTHER = 39_162, 17_174
MARKETING = FunctionCount(id="m", function="Marketing", definition="Addresses", total=SECRET)
SERVICE = FunctionCount(id="s", function="Service", definition="Households", opening=OTHER, new=0, lost=0)
LATE = FunctionCount(id="l", function="Sales", definition="Products")
CARD = Definition(id="definition", sentence="Whoever paid", agreed=21_599)

OpenPage = Callable[..., AppTest]
CodeOf = Callable[..., str]


def drawn(at: AppTest) -> bytes:
    """Everything that the browser was sent, whatever element it is in."""

    def parts(node: Any) -> Iterator[bytes]:
        proto = getattr(node, "proto", None)
        if proto is not None:
            yield proto.SerializeToString()
        for child in getattr(node, "children", {}).values():
            yield from parts(child)

    return b"".join(parts(at._tree))


def shows(at: AppTest, number: int) -> bool:
    """Whether a number is anywhere on the page: in words, or as a cell of a table."""
    ways = (
        str(number).encode(),
        f"{number:,}".encode(),
        number.to_bytes(8, "little"),
        struct.pack("<d", number),
    )
    return any(way in drawn(at) for way in ways)


def figure(at: AppTest, title: str) -> Any:
    """A covered field."""
    return next(one for one in at.text_input if one.label == title)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("view", ["", "projector"])
def test_no_covered_number_is_anywhere(open_page: OpenPage, code_of: CodeOf, step: str, view: str) -> None:
    """Neither the step itself nor any that speaks of counts sends one to the browser, on either screen."""
    at = open_page(PAGE, code_of(MARKETING, SERVICE, LATE, CARD), step)
    if view:
        at.query_params["view"] = view
        at.run()
    assert not at.exception
    assert not shows(at, SECRET)
    assert not shows(at, OTHER)


def test_a_revealed_number_is_found_by_the_same_search(open_page: OpenPage, code_of: CodeOf) -> None:
    """The search above would see it: after the reveal the page holds both numbers."""
    revealed = [row.with_values({"revealed": True}) for row in (MARKETING, SERVICE)]
    at = open_page(PAGE, code_of(*revealed), STEP)
    assert shows(at, SECRET)
    assert shows(at, OTHER)


def test_a_number_is_typed_behind_a_cover(open_page: OpenPage, code_of: CodeOf, own_store: str) -> None:
    """It is stored as typed, the field empties itself, and the row only says that a number is in."""
    code = code_of(FunctionCount(id="m", function="Marketing"))
    at = open_page(PAGE, code, STEP)
    figure(at, "Closing").set_value("39,162").run()
    assert open_store(own_store).load(code).get(FunctionCount, "m") == FunctionCount(
        id="m", function="Marketing", total=SECRET
    )
    assert (figure(at, "Closing").value, figure(at, "Closing").placeholder) == ("", "in, covered")
    assert any("A number is in" in one.value for one in at.caption)
    assert not shows(at, SECRET)


def test_a_covered_number_is_corrected_and_taken_back(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Typing again replaces it; emptying it leaves none."""
    code = code_of(MARKETING)
    at = open_page(PAGE, code, STEP)
    figure(at, "Closing").set_value("40000").run()
    assert 40_000 == open_store(own_store).load(code).all(FunctionCount)[0].total
    at.button(key="empty:m:total").click().run()
    assert open_store(own_store).load(code).all(FunctionCount)[0].total is None


@pytest.mark.parametrize("typed", ["39l62", "39162.5", "-39162"])
def test_what_cannot_be_read_is_told_without_repeating_it(
    open_page: OpenPage, code_of: CodeOf, own_store: str, typed: str
) -> None:
    """The error names function and field; what was typed is neither stored nor shown."""
    code = code_of(FunctionCount(id="m", function="Marketing"))
    at = open_page(PAGE, code, STEP)
    figure(at, "Closing").set_value(typed).run()
    assert ["Not saved\\. Marketing, Closing"] == [one.value.split("\\:")[0] for one in at.error]
    assert typed.encode() not in drawn(at)
    assert not shows(at, SECRET)
    assert open_store(own_store).load(code).all(FunctionCount)[0].total is None


def test_the_functions_at_the_table_are_offered(open_page: OpenPage, code_of: CodeOf, own_store: str) -> None:
    """One press adds a row for each; one of them alone can be taken out again."""
    leaders = (Leader(id="a", name="Ana", function="CFO"), Leader(id="b", name="Bo", function="Sales"))
    code = code_of(*leaders)
    at = open_page(PAGE, code, STEP)
    at.button(key="add-all").click().run()
    rows = open_store(own_store).load(code).all(FunctionCount)
    assert ["CFO", "Sales"] == [row.function for row in rows]
    at.button(key=f"out:{rows[0].id}").click().run()
    assert ["Sales"] == [row.function for row in open_store(own_store).load(code).all(FunctionCount)]


def test_all_are_revealed_at_once_and_one_undo_covers_them_again(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Whoever has no number yet is named and stays covered."""
    code = code_of(MARKETING, SERVICE, LATE)
    at = open_page(PAGE, code, STEP)
    assert any("No closing count yet\\: Sales" in one.value for one in at.caption)
    at.button(key="reveal").click().run()
    assert [True, True, None] == [row.revealed for row in open_store(own_store).load(code).all(FunctionCount)]
    assert shows(at, SECRET)
    at.button(key="undo").click().run()
    assert [None] * 3 == [row.revealed for row in open_store(own_store).load(code).all(FunctionCount)]
    assert not shows(at, SECRET)


def test_one_number_alone_is_not_revealed(open_page: OpenPage, code_of: CodeOf) -> None:
    """Nobody stands alone: the button waits for a second number."""
    assert open_page(PAGE, code_of(MARKETING, LATE), STEP).button(key="reveal").disabled


def test_a_late_number_stays_covered_until_it_is_revealed_too(open_page: OpenPage, code_of: CodeOf) -> None:
    """The others are open, this one only says that it is in."""
    open_rows = [row.with_values({"revealed": True}) for row in (MARKETING, SERVICE)]
    at = open_page(PAGE, code_of(*open_rows, LATE.with_values({"total": 35_735})), STEP)
    assert shows(at, SECRET)
    assert not shows(at, 35_735)
    at.button(key="reveal").click().run()
    assert shows(at, 35_735)


def test_a_difference_of_a_covered_count_is_not_shown(open_page: OpenPage, code_of: CodeOf) -> None:
    """From a cause and the agreed count the number could be worked out."""
    cause = CountDifference(id="d", count="l", cause="counts products", customers=-14_136)
    open_rows = [row.with_values({"revealed": True}) for row in (MARKETING, SERVICE)]
    at = open_page(PAGE, code_of(*open_rows, LATE.with_values({"total": 35_735}), cause, CARD), STEP)
    assert not at.exception
    assert b"14,136" not in drawn(at)
    assert (-14_136).to_bytes(8, "little", signed=True) not in drawn(at)


def test_a_begun_or_impossible_number_says_so_behind_its_cover(open_page: OpenPage, code_of: CodeOf) -> None:
    """Neither can be revealed, and the page says what is wanted of each without a figure of it."""
    begun = FunctionCount(id="b", function="Sales", opening=OTHER)
    wrong = FunctionCount(id="w", function="IT", opening=OTHER, new=1, lost=SECRET)
    at = open_page(PAGE, code_of(begun, wrong), STEP)
    said = [one.value for one in at.caption]
    assert any("Begun and covered: no closing count yet" in one for one in said)
    assert any("More lost than were there or came" in one for one in said)
    assert at.button(key="reveal").disabled
    assert not shows(at, OTHER)
    assert not shows(at, SECRET)

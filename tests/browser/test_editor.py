"""The table editor in a real browser: whatever people do to it, nothing that they typed is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from cxworkshop.domain.commands import Put, Remove
from cxworkshop.domain.records import Feeling, Leader, Stage
from cxworkshop.store import Store, open_store
from tests.browser.conftest import Server
from tests.browser.hands import AFTER_TITLES, Grid, paste_box, press, see_table, settle

SECONDS = 15


@pytest.fixture
def room(server: Server, open_browser: Callable[..., Any]) -> tuple[Any, Store, str]:
    """The leaders' table of a blank workshop on screen, with the store behind it."""
    store = open_store(server.database)
    code = store.create("Hearth", by="somebody")
    page = open_browser(f"{server.url}/room?w={code}&step=room.leaders")
    page.get_by_role("heading", name="Who").first.wait_for(timeout=30_000)
    see_table(page)
    return page, store, code


def leaders(store: Store, code: str) -> list[tuple[str | None, str | None]]:
    """Names and functions as they are kept."""
    return [(one.name, one.function) for one in store.load(code).all(Leader)]


def until(store: Store, code: str, expected: list[tuple[str | None, str | None]]) -> None:
    """Wait until the store holds these leaders, and say what it holds where it never does."""
    end = time.monotonic() + SECONDS
    while leaders(store, code) != expected and time.monotonic() < end:
        time.sleep(0.1)
    assert expected == leaders(store, code)


def fine(page: Any) -> None:
    """No traceback, no error box of Streamlit's."""
    assert page.locator('[data-testid="stException"]').count() == 0


def test_twenty_quick_edits_in_a_row_are_all_kept(room: tuple[Any, Store, str]) -> None:
    """Ten rows typed one after the other, without waiting for the page in between."""
    page, store, code = room
    grid = Grid(page, "Leaders")
    for number in range(10):
        grid.type(number, f"Leader {number}", f"F{number}")
    until(store, code, [(f"Leader {number}", f"F{number}") for number in range(10)])
    fine(page)


def test_edits_survive_another_session_that_writes_meanwhile(room: tuple[Any, Store, str]) -> None:
    """Somebody else adds rows and edits other cells while this table is typed in: both are kept, none overwritten."""
    page, store, code = room
    grid = Grid(page, "Leaders")
    grid.type(0, "Ana Ruiz", "CEO")
    until(store, code, [("Ana Ruiz", "CEO")])
    ana = store.load(code).all(Leader)[0].id
    store.commit(code, Put("leader", "other", {"name": "Olu Ade", "function": "COO"}), "another")
    grid.type(1, "Tom Berg", "CFO")
    store.commit(code, Put("leader", ana, {"present": True}), "another")
    grid.type(2, "Mia Sol", "CMO")
    until(store, code, [("Ana Ruiz", "CEO"), ("Olu Ade", "COO"), ("Tom Berg", "CFO"), ("Mia Sol", "CMO")])
    assert store.load(code).get(Leader, ana) == Leader(id=ana, name="Ana Ruiz", function="CEO", present=True)
    press(page, "Others wrote in this table. Show what they wrote")
    page.wait_for_timeout(500)
    assert "Olu Ade" in (page.locator('[data-testid="stDataFrame"]').first.text_content() or "")
    fine(page)


def test_leaving_and_coming_back_replays_nothing(room: tuple[Any, Store, str]) -> None:
    """An edit made right before leaving is kept; coming back neither repeats it nor undoes what others wrote since."""
    page, store, code = room
    grid = Grid(page, "Leaders")
    grid.type(0, "Ana Ruiz", "CEO")
    page.get_by_role("link", name="Priorities").click(delay=60)
    until(store, code, [("Ana Ruiz", "CEO")])
    settle(page)
    ana = store.load(code).all(Leader)[0].id
    store.commit(code, Put("leader", ana, {"function": "Chair"}), "another")
    page.get_by_role("link", name="The room").click(delay=60)
    settle(page)
    page.wait_for_timeout(800)
    grid = Grid(page, "Leaders")
    grid.type(1, "Tom Berg", "CFO")
    until(store, code, [("Ana Ruiz", "Chair"), ("Tom Berg", "CFO")])
    fine(page)


def test_rows_can_be_deleted_and_undone_in_their_place(room: tuple[Any, Store, str]) -> None:
    """A marked row goes with the Delete key; Undo brings it back where it was."""
    page, store, code = room
    grid = Grid(page, "Leaders")
    for number, name in enumerate(("Ana", "Tom", "Mia")):
        grid.type(number, name, "F")
    until(store, code, [("Ana", "F"), ("Tom", "F"), ("Mia", "F")])
    grid.click(1, 15)
    page.keyboard.press("Delete")
    until(store, code, [("Ana", "F"), ("Mia", "F")])
    settle(page)
    press(page, "Undo")
    until(store, code, [("Ana", "F"), ("Tom", "F"), ("Mia", "F")])
    fine(page)


def test_a_block_from_a_spreadsheet_is_pasted_whole(room: tuple[Any, Store, str]) -> None:
    """Into the grid over existing rows and beyond them, and as new rows through the paste box; one Undo each."""
    page, store, code = room
    grid = Grid(page, "Leaders")
    grid.type(0, "Old", "X")
    until(store, code, [("Old", "X")])
    grid.click(0, 60)
    page.evaluate("navigator.clipboard.writeText('Ana\\tCEO\\nTom\\tCFO\\nMia\\tCMO\\n')")
    page.keyboard.press("Control+v")
    pasted = [("Ana", "CEO"), ("Tom", "CFO"), ("Mia", "CMO")]
    until(store, code, pasted)
    settle(page)
    paste_box(page, "Name\tFunction\tPresent\nLee\tCTO\tyes\nRaj\tCOO\tno")
    until(store, code, [*pasted, ("Lee", "CTO"), ("Raj", "COO")])
    page.get_by_text("2 rows added to Leaders").wait_for(timeout=10_000)
    assert page.get_by_label("Paste here").input_value() == ""
    page.keyboard.press("Escape")
    press(page, "Undo")
    until(store, code, pasted)
    fine(page)


def test_a_bad_paste_names_line_and_column_and_changes_nothing(room: tuple[Any, Store, str]) -> None:
    """One wrong cell among good ones: nothing is added, the place and the remedy are said."""
    page, store, code = room
    paste_box(page, "Name\tPresent\nLee\tyes\nRaj\tperhaps")
    page.get_by_text("Line 3, Present").wait_for(timeout=10_000)
    assert "perhaps" in page.get_by_label("Paste here").input_value()
    assert leaders(store, code) == []
    fine(page)


def test_an_invalid_cell_is_kept_and_named_and_its_neighbours_are_saved(
    server: Server, open_browser: Callable[..., Any]
) -> None:
    """An emotion of 9 is not saved, not clamped and not forgotten: it is named, also after leaving and coming back."""
    store = open_store(server.database)
    leaders = [Leader(id=name, name=name) for name in ("Ana", "Bo", "Cy")]
    code = store.create("Hearth", by="somebody", records=[Stage(id="s", name="I arrive"), *leaders])
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.feelings")
    see_table(page)
    grid = Grid(page, "Feelings")
    grid.type(0, "1", "9", "-2", x=AFTER_TITLES)
    page.get_by_text("9 is outside -2 to 2").wait_for(timeout=10_000)
    kept = {one.leader: one.emotion for one in store.load(code).all(Feeling)}
    assert kept == {"Ana": 1, "Cy": -2}
    page.get_by_role("link", name="Results").click(delay=60)
    settle(page)
    page.get_by_role("link", name="Align around experience").click(delay=60)
    page.get_by_text("9 is outside -2 to 2").wait_for(timeout=10_000)
    fine(page)


def test_an_edit_in_a_row_that_another_removed_brings_the_row_back(room: tuple[Any, Store, str]) -> None:
    """Writing wins over deleting: the whole row returns with what was typed."""
    page, store, code = room
    grid = Grid(page, "Leaders")
    grid.type(0, "Ana Ruiz", "CEO")
    grid.type(1, "Tom Berg", "CFO")
    until(store, code, [("Ana Ruiz", "CEO"), ("Tom Berg", "CFO")])
    store.commit(code, Remove("leader", store.load(code).all(Leader)[0].id), "another")
    grid.click(0, 60)
    page.keyboard.type("Ana Ruiz-Gil", delay=25)
    page.keyboard.press("Enter")
    until(store, code, [("Tom Berg", "CFO"), ("Ana Ruiz-Gil", "CEO")])
    fine(page)

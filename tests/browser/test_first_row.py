"""The keyboard stays with the table that is typed in, from its very first row and wherever the mouse is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxworkshop.domain.records import WordSwap
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.hands import PAUSE, Grid, see_table, settle
from tests.browser.test_editor import fine


@pytest.mark.parametrize("aside", ["stays", "leaves before typing", "leaves while typing"])
def test_no_word_is_lost_when_the_mouse_leaves_the_table(
    server: Server, open_browser: Callable[..., Any], aside: str
) -> None:
    """Straight from another field into an empty table: every cell of three rows holds what was typed into it."""
    store = open_store(server.database)
    code = store.create("Hearth", by="somebody")
    page = open_browser(f"{server.url}/frame?w={code}&step=frame.words")
    see_table(page)
    page.get_by_label("We decide", exact=True).click()
    grid = Grid(page, "Words")

    def move(moment: str) -> None:
        if aside == moment:
            page.mouse.move(1200, 700, steps=4)
            page.wait_for_timeout(150)

    typed = [("Comm", "Blue"), ("Second", "Row"), ("Third", "Line")]
    for row, (old, new) in enumerate(typed):
        grid.click(row, 60)
        move("leaves before typing")
        page.keyboard.type(old, delay=25)
        move("leaves while typing")
        page.keyboard.press("Tab")
        page.wait_for_timeout(PAUSE)
        page.keyboard.type(new, delay=25)
        page.keyboard.press("Enter")
        page.wait_for_timeout(PAUSE)
    settle(page)
    page.wait_for_timeout(1000)
    assert typed == [(one.old, one.new) for one in store.load(code).all(WordSwap)]
    fine(page)

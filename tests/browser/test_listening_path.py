"""Listening in a real browser: a masked quote is edited in its table, and a story is written and read on the projector."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from cxworkshop.domain.records import Evidence, Leader, Source, Stage, Story
from cxworkshop.store import Store, open_store
from tests.browser.conftest import Server
from tests.browser.hands import Grid, press, see_table, settle
from tests.browser.swift import enter, idle

SECONDS = 15
LARGE = 26
"""Pixels that are read from the back of a room."""
RAW = "Ring me on 020 7946 0958 or write to ana@mail.example."
ROOM = (
    Leader(id="l1", name="Ana Ruiz", function="CEO"),
    Stage(id="buy", order=1, name="I choose"),
    Stage(id="wait", order=2, name="<b>I wait</b>"),
    Source(id="calls", name="Calls", source_kind="volunteered", aided=False),
    Evidence(id="e1", stage="wait", source="calls", quote=RAW, count=7, sentiment=-2),
    Evidence(id="e2", stage="wait", source="calls", quote="Nobody came.", count=9, sentiment=-1),
)


def until(store: Store, code: str, holds: Callable[[Any], bool]) -> None:
    """Wait until the kept workshop is so."""
    end = time.monotonic() + SECONDS
    while not holds(store.load(code)) and time.monotonic() < end:
        time.sleep(0.1)
    assert holds(store.load(code))


def test_masks_lose_nothing_and_a_story_is_told(server: Server, open_browser: Callable[..., Any]) -> None:
    """Typed around its masks a quote keeps its data; the story stands large on the projector with the chosen quote."""
    store = open_store(server.database)
    code = store.create("Hearth", by="somebody", records=ROOM)
    page = open_browser(f"{server.url}/listening?w={code}&step=listening.evidence")
    page.get_by_role("heading", name="What you heard").first.wait_for(timeout=30_000)
    see_table(page)
    grid = Grid(page, "Evidence:")
    grid.row = 78
    grid.type(0, "", "", "", "", "Twice I rang [phone] and wrote to [e-mail].")
    until(
        store,
        code,
        lambda found: (
            found.get(Evidence, "e1").quote == "Twice I rang 020 7946 0958 and wrote to ana@mail.example."
        ),
    )
    press(page, "One story for each stage")
    page.get_by_role("radio", name="I wait").click(force=True)
    idle(page)
    assert page.get_by_text("“Twice I rang [phone] and wrote to [e-mail].”").is_visible()
    enter(page, {"The story": "She waited from eight until six."})
    until(
        store,
        code,
        lambda found: (
            found.all(Story)
            == (Story(id="story-wait", stage="wait", story="She waited from eight until six."),)
        ),
    )
    page.get_by_text("Read aloud").nth(1).click()
    until(store, code, lambda found: found.get(Evidence, "e1").aloud is True)
    press(page, "Projector view")
    told = page.get_by_text("She waited from eight until six.")
    told.wait_for()
    settle(page)
    assert float(told.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= LARGE
    assert page.get_by_text("“Twice I rang [phone] and wrote to [e-mail].”").is_visible()
    assert page.get_by_text("Nobody came.").count() == 0
    assert page.get_by_role("switch").count() == page.locator("textarea").count() == 0
    assert page.locator('[data-testid="stException"]').count() == 0
    assert "7946" not in page.content()

"""The stage map in a browser: a click opens a stage for writing, an edit keeps the map, a name is never markup."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import RECORDS, Stage, Touchpoint
from cxworkshop.domain.wire import workshop_in
from cxworkshop.store import Store, open_store
from tests.browser.conftest import ROOT, Server
from tests.browser.hands import settle

NASTY = "<img src=x onerror=alert(1)>"
FIRST_STAGE = (0.126, 40)
"""Where the first of six stages stands on the map: a share of its width, and pixels from its top."""


def on_the_map(server: Server, open_browser: Callable[..., Any]) -> tuple[Any, Store, str]:
    """The sample's map on screen, with one moment renamed to something nasty."""
    found = workshop_in(
        json.loads(Path(ROOT, "sample_data/finished_workshop.json").read_text(encoding="utf-8"))
    )
    store = open_store(server.database)
    code = store.create("Sample", by="test", records=[record for cls in RECORDS for record in found.all(cls)])
    store.commit(code, Put("touchpoint", found.all(Touchpoint)[0].id, {"name": NASTY}), "test")
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    page.dialogs = []
    page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
    page.frame_locator("iframe").locator("canvas").first.wait_for(timeout=30_000)
    page.get_by_text("Ask aloud").click()
    settle(page)
    page.wait_for_timeout(1500)
    return page, store, code


def click_the_first_stage(page: Any) -> None:
    """A click in the middle of the first stage."""
    frame = page.locator("iframe").first
    frame.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box = frame.bounding_box()
    page.mouse.click(box["x"] + box["width"] * FIRST_STAGE[0], box["y"] + FIRST_STAGE[1])
    page.wait_for_timeout(500)
    settle(page)


def test_a_click_opens_a_stage_and_an_edit_keeps_the_map_as_it_stands(
    server: Server, open_browser: Callable[..., Any]
) -> None:
    """The stage's fields open beside the map; a new name is saved, and the map is neither reloaded nor deselected."""
    page, store, code = on_the_map(server, open_browser)
    click_the_first_stage(page)
    field = page.get_by_label("Stage, in the customer's words", exact=True)
    field.wait_for(timeout=15_000)
    page.evaluate("() => { document.querySelector('iframe').contentWindow.stays = true }")
    field.fill("I dream of a garden")
    field.press("Tab")
    settle(page)
    page.wait_for_timeout(1500)
    assert "I dream of a garden" in {stage.name for stage in store.load(code).all(Stage)}
    assert page.evaluate("() => document.querySelector('iframe').contentWindow.stays === true")
    assert field.input_value() == "I dream of a garden"


def test_a_name_that_looks_like_markup_runs_nothing(server: Server, open_browser: Callable[..., Any]) -> None:
    """The moment is drawn as the words it is: no window opens, and no image is made of it."""
    page, _, _ = on_the_map(server, open_browser)
    click_the_first_stage(page)
    assert page.dialogs == []
    assert page.frame_locator("iframe").locator("img[src='x']").count() == 0
    assert page.locator("img[src='x']").count() == 0
    page.get_by_text("The map as a table").click()
    settle(page)
    assert NASTY in (page.locator('[data-testid="stDataFrame"]').first.text_content() or "")

"""The stage map on screen: a click opens, an edit leaves it standing, and a name that looks like markup is a name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from cxworkshop.domain.records import RECORDS, Stage, Touchpoint
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_layout import Spot, outline, positions
from cxworkshop.store import Store, open_store
from tests.browser.conftest import ROOT, Server
from tests.browser.swift import enter, idle

FITTED = 0.9
"""The drawing fills nine tenths of its canvas, in the middle."""
NASTY = "<img src=x onerror=alert(1)>"


@pytest.fixture
def sample(server: Server) -> tuple[Store, str]:
    """The store behind the running app, and the code of the finished sample in it."""
    found = workshop_in(json.loads((ROOT / "sample_data/finished_workshop.json").read_text(encoding="utf-8")))
    store = open_store(server.database)
    return store, store.create(
        "Sample", by="test", records=[one for cls in RECORDS for one in found.all(cls)]
    )


class Map:
    """The map of an open page: a canvas in a frame, so it is clicked by place."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.frame = page.locator('[data-testid="stCustomComponentV1"]')
        self.frame.wait_for()
        self.canvas = self.frame.content_frame.locator("canvas")
        self.canvas.wait_for()
        self.frame.scroll_into_view_if_needed()
        page.wait_for_timeout(600)

    def place(self, workshop: Workshop, opens: str) -> tuple[float, float]:
        """Where on the screen the box stands that opens a record."""
        spot: Spot = next(one for one in positions(workshop) if one.opens == opens)
        whole, box = outline(workshop), self.canvas.bounding_box()
        scale = FITTED * min(box["width"] / whole.width, box["height"] / whole.height)
        x = box["x"] + box["width"] / 2 + (spot.x - whole.width / 2) * scale
        return x, box["y"] + box["height"] / 2 + (spot.y - whole.height / 2) * scale

    def click(self, workshop: Workshop, opens: str) -> None:
        """Click a stage or a moment."""
        self.page.mouse.click(*self.place(workshop, opens))
        idle(self.page)


def open_map(page: Any) -> Map:
    """The map's step, drawn."""
    page.get_by_role("heading", name="The map you will decide by").wait_for(timeout=30_000)
    idle(page)
    return Map(page)


def test_every_stage_opens_beside_the_map_with_a_click(
    server: Server, sample: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """Each box of the first row opens its own stage for writing, and a box below it opens a moment."""
    store, code = sample
    workshop = store.load(code)
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    drawn = open_map(page)
    page.get_by_text("Click a stage or a moment to open it here.").wait_for()
    name = page.get_by_label("Stage, in the customer's words", exact=True)
    for stage in workshop.all(Stage):
        drawn.click(workshop, stage.id)
        page.wait_for_function(
            '([label, words]) => document.querySelector(`[aria-label="${label}"]`)?.value === words',
            arg=["Stage, in the customer's words", stage.name],
            timeout=10_000,
        )
        assert stage.name == name.input_value()
    moment = next(one for one in positions(workshop) if one.kind == "moment")
    drawn.click(workshop, moment.opens)
    page.get_by_label("Moment", exact=True).wait_for()
    found = workshop.get(Touchpoint, moment.opens)
    assert found
    assert found.name == page.get_by_label("Moment", exact=True).input_value()


def test_an_edit_beside_the_map_leaves_the_map_standing(
    server: Server, sample: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """A stage's new name is drawn in the same frame, which is not loaded again; the stage stays open."""
    store, code = sample
    workshop = store.load(code)
    stage = workshop.all(Stage)[1]
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    drawn = open_map(page)
    drawn.click(workshop, stage.id)
    name = page.get_by_label("Stage, in the customer's words", exact=True)
    name.wait_for()
    frame = drawn.frame.element_handle()
    frame.content_frame().evaluate("window.sameDocument = true")
    before = drawn.canvas.screenshot()
    loads = sum("streamlit_agraph" in url for url in page.asked)
    enter(page, {"Stage, in the customer's words": "I decide, and sleep on it"})
    page.wait_for_timeout(1000)
    assert store.load(code).get(Stage, stage.id) == stage.with_values({"name": "I decide, and sleep on it"})
    assert drawn.frame.element_handle().evaluate("(now, then) => now === then", frame)
    assert frame.content_frame().evaluate("window.sameDocument")
    assert loads == sum("streamlit_agraph" in url for url in page.asked)
    assert before != drawn.canvas.screenshot()
    assert "I decide, and sleep on it" == name.input_value()


def test_a_name_that_looks_like_markup_is_drawn_as_a_name(
    server: Server, sample: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """Typed beside the map, drawn, pointed at, double-clicked and drawn again: it never becomes an image or a script."""
    store, code = sample
    workshop = store.load(code)
    moment = next(one for one in positions(workshop) if one.kind == "moment")
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    drawn = open_map(page)
    drawn.click(workshop, moment.opens)
    page.get_by_label("Moment", exact=True).wait_for()
    enter(page, {"Moment": NASTY})
    assert NASTY == page.get_by_label("Moment", exact=True).input_value()
    for _ in range(2):
        x, y = drawn.place(store.load(code), moment.opens)
        page.mouse.move(x, y)
        page.wait_for_timeout(500)
        page.mouse.dblclick(x, y)
        page.wait_for_timeout(500)
        page.get_by_text("The map as a table").click()
        page.locator("canvas td", has_text=NASTY).first.wait_for(state="attached")
        page.reload()
        drawn = open_map(page)
    page.goto(f"{server.url}/experience?w={code}&step=experience.touchpoints")
    page.locator("canvas td", has_text=NASTY).first.wait_for(state="attached", timeout=30_000)
    Map(page)
    found = store.load(code).get(Touchpoint, moment.opens)
    assert found
    assert NASTY == found.name
    assert [] == said
    assert 1 == len(page.context.pages)
    assert not page.locator('img[src="x"]').count()
    assert not page.frame_locator('[data-testid="stCustomComponentV1"]').locator("img").count()
    assert not [url for url in page.asked if url.endswith("/x")]

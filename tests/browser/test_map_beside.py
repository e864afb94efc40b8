"""Beside the stage map: what was closed or added opens again, a folded bar says what is in it, and an address is no link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cxworkshop.domain.commands import Put, Remove
from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.swift import idle
from tests.browser.test_map import Map, open_map

ADDRESS = '=HYPERLINK("http://x.example") www.x.example bo@x.example'
ROOM = (
    Leader(id="ada", name="Ada", function=ADDRESS),
    Stage(id="a", order=1, name="I look", executive="ada"),
    Stage(id="b", order=2, name=ADDRESS, inside_name=ADDRESS),
    Touchpoint(id="t1", stage="a", name="The page", role="win", truth=True),
    Touchpoint(id="t2", stage="b", name="The parcel"),
)


def test_a_box_opens_again_whatever_took_its_place(server: Server, open_browser: Callable[..., Any]) -> None:
    """A stage after its new moment was written or closed, a moment that somebody took out and put back, a folded bar;
    the first press adds the stage whose name is still being typed; and an address in what the page says is no link."""
    store = open_store(server.database)
    code = store.create("Beside", by="test", records=ROOM)
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    drawn, heading = open_map(page), page.locator(".st-key-opened h3")

    def opens(id: str, name: str) -> None:
        drawn.click(store.load(code), id)
        page.locator(".st-key-opened h3", has_text=name).wait_for(timeout=10_000)

    def add() -> None:
        page.get_by_role("button", name="Add a moment to this stage").click()
        page.locator(".st-key-opened h3", has_text="A new moment").wait_for()
        idle(page)

    opens("a", "I look")
    add()
    opens("a", "I look")
    add()
    page.get_by_role("button", name="Close", exact=True).click()
    heading.wait_for(state="detached")
    idle(page)
    opens("a", "I look")
    opens("t2", "The parcel")
    parcel = store.load(code).get(Touchpoint, "t2")
    assert parcel
    store.commit(code, Remove("touchpoint", "t2"), "somebody else")
    page.get_by_role("button", name="Undo").click()
    heading.wait_for(state="detached")
    store.commit(code, Put("touchpoint", "t2", dict(parcel.filled)), "somebody else")
    page.get_by_role("button", name="Redo").click()
    idle(page)
    opens("t2", "The parcel")

    page.get_by_test_id("stSidebarHeader").hover()
    page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    unfold = page.get_by_test_id("stExpandSidebarButton")
    unfold.wait_for()
    drawn = Map(page)
    drawn.click(store.load(code), "t1")
    said = "button => getComputedStyle(button, '::after').content"
    page.wait_for_function(
        f"() => ({said})(document.querySelector('[data-testid=stExpandSidebarButton]')) !== 'none'"
    )
    assert '"Show what you opened"' == unfold.evaluate(said)
    assert unfold.bounding_box()["width"] > 150
    unfold.click()
    page.locator(".st-key-opened h3", has_text="The page").wait_for()
    assert page.locator(".st-key-opened").is_visible()

    page.goto(f"{server.url}/experience?w={code}&step=experience.stages")
    page.get_by_text("Move, add, merge, split or take out a stage").click()
    page.get_by_role("radio", name="Add", exact=True).click(force=True)
    idle(page)
    page.get_by_label("The new stage, in the customer's words").fill("I tell a friend")
    page.get_by_role("button", name="Add this stage").click(delay=60)
    page.get_by_text("“I tell a friend” added").wait_for(timeout=10_000)

    for step in ("stages", "map"):
        page.goto(f"{server.url}/experience?w={code}&step=experience.{step}")
        page.get_by_test_id("stAlert").filter(has_text="x.example").first.wait_for(timeout=30_000)
        idle(page)
        linked = page.locator('[data-testid="stMain"] a[href*="x.example"]')
        assert 0 == linked.count(), linked.first.inner_text()

"""The stage map on screen: a click opens, an edit leaves it standing, and a name that looks like markup is a name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxworkshop.domain.commands import Remove
from cxworkshop.domain.records import RECORDS, Leader, Stage, Touchpoint
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_layout import Spot, outline, positions
from cxworkshop.store import Store, open_store
from tests.browser.conftest import ROOT, Server
from tests.browser.swift import enter, idle, say, select

SMALLEST = 12.5
"""Letters in pixels that are read at 1280 by 720 without zooming."""
FITTED = 0.9
"""The drawing fills nine tenths of its canvas, in the middle."""
# The drawing library's own network, which the page keeps among the component's hooks.
NETWORK = """() => {
  const found = value => value && typeof value.getPositions === 'function' && value;
  for (let at = document.querySelector('canvas'); at; at = at.parentElement) {
    const key = Object.keys(at).find(name => name.startsWith('__reactInternalInstance'));
    for (let fibre = key && at[key]; fibre; fibre = fibre.return)
      for (let hook = fibre.memoizedState; hook && typeof hook === 'object' && 'next' in hook; hook = hook.next) {
        const held = hook.memoizedState;
        window.net = found(held) || found(held && held.current) || (Array.isArray(held) && found(held[0])) || window.net;
      }
  }
  return !!window.net;
}"""
STANDS = """() => [net.getPositions(), net.getScale(), net.getViewPosition(),
  [net.canvas.frame.canvas.clientWidth, net.canvas.frame.canvas.clientHeight]]"""
BOXES = """() => Object.entries(net.body.nodes).filter(([id]) => id.startsWith('box ')).map(([id, node]) => {
  const shape = node.shape, words = shape.labelModule;
  return {id, left: shape.left, top: shape.top, wide: shape.width, high: shape.height,
    words: node.options.label, letters: node.options.font.size, textWide: words.size.width, textHigh: words.size.height};
})"""
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

    def inside(self) -> Any:
        """The document in the frame, in which `net` is the drawing library's network."""
        inside = self.frame.element_handle().content_frame()
        assert inside.evaluate(NETWORK)
        return inside

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
    page.get_by_text("Click a stage or a moment to open it beside the map.").wait_for()
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


STAGES = (
    "I notice that I need help with my home",
    "I look for somebody I can trust",
    "I compare what they offer and decide",
    "I sign, and hope it was right",
    "I wait for the day it begins",
    "I live with it every day",
    "Something goes wrong and I need help",
    "I decide whether to stay or to go",
)
MOMENTS = (
    "Asking a friend whom they would call",
    "The first page that I find at night",
    "Hearing a person on the telephone",
    "Being asked how it went, and answering",
    "The first bill after the first month",
)


@pytest.fixture
def large(server: Server) -> tuple[Store, str]:
    """Eight stages, the sixth without a leader, and forty moments with every sign."""
    leaders = [
        Leader(id=f"l{at}", name=name) for at, name in enumerate(("Ana Ruiz", "Tom Berg", "Mia Kowalczyk"))
    ]
    stages = [
        Stage(id=f"s{at}", order=at + 1, name=name, executive=None if at == 5 else f"l{at % 3}")
        for at, name in enumerate(STAGES)
    ]
    moments = [
        Touchpoint(
            id=f"t{at}{row}",
            stage=f"s{at}",
            name=name,
            role=("win", "bond", "rescue", "grow")[(at + row) % 4],
            priority=row == 1,
            truth=row in (1, 3),
            pressure=(at + row) % 3 == 0,
            rescue=row == 1 or (at + row) % 5 == 0,
            parked=row == 4,
        )
        for at in range(len(STAGES))
        for row, name in enumerate(MOMENTS)
    ]
    store = open_store(server.database)
    return store, store.create("Large", by="test", records=[*leaders, *stages, *moments])


def test_eight_stages_and_forty_moments_are_read_without_zooming(
    server: Server, large: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """At 1280 by 720 the map is as high as the window, letters are 12.5 pixels, no box touches another, no word is cut."""
    _, code = large
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    drawn = open_map(page)
    inside = drawn.inside()
    scale, boxes = inside.evaluate("net.getScale()"), inside.evaluate(BOXES)
    framed = [one for one in boxes if one["id"].startswith(("box stage", "box moment"))]
    assert len(STAGES) * (1 + len(MOMENTS)) == len(framed)
    assert [] == [one["words"] for one in boxes if one["letters"] * scale < SMALLEST]
    assert [] == [one["words"] for one in boxes if "…" in one["words"]]
    assert [] == [
        one["words"] for one in framed if one["textWide"] > one["wide"] or one["textHigh"] > one["high"]
    ]
    for one in framed:
        for other in framed:
            apart = one is other or (
                one["left"] + one["wide"] < other["left"]
                or other["left"] + other["wide"] < one["left"]
                or one["top"] + one["high"] < other["top"]
                or other["top"] + other["high"] < one["top"]
            )
            assert apart, (one["words"], other["words"])
    assert drawn.frame.bounding_box()["height"] <= 720


def test_ten_edits_in_a_row_leave_every_other_box_where_it_was(
    server: Server, large: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """Written beside the map, one after the other: nothing else moves, the frame is not loaded again, the view stands still.

    The last stage, which none of the edits is about, is even the same picture, point by point.
    """
    store, code = large
    # Room for one more moment below the first stage.
    store.commit(code, Remove("touchpoint", "t04"), "test")
    workshop = store.load(code)
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    drawn = open_map(page)
    drawn.click(workshop, "t02")
    page.get_by_label("Moment", exact=True).wait_for()
    inside = drawn.inside()
    inside.evaluate("window.sameDocument = true")
    loads = sum("streamlit_agraph" in url for url in page.asked)
    before = inside.evaluate(STANDS)
    column = drawn.place(workshop, "s7")[0] - drawn.canvas.bounding_box()["x"]

    def last_stage() -> bytes:
        box = drawn.canvas.bounding_box()
        clip = {"x": box["x"] + column - 40, "y": box["y"], "width": 80, "height": box["height"]}
        found: bytes = page.screenshot(clip=clip)
        return found

    picture = last_stage()

    def add() -> None:
        drawn.click(workshop, "s0")
        page.get_by_role("button", name="Add a moment to this stage").click()
        idle(page)

    def take_back() -> None:
        page.get_by_role("button", name="Undo").click()
        idle(page)

    def other_leader() -> None:
        drawn.click(workshop, "s0")
        page.get_by_label("Stage, in the customer's words", exact=True).wait_for()
        select(page, "Accountable leader", "Tom Berg")

    edits: tuple[Callable[[], object], ...] = (
        lambda: enter(page, {"Moment": "Hearing nobody at all"}),
        lambda: say(page, "Role", "grow"),
        lambda: say(page, "Priority", "yes"),
        lambda: say(page, "Moment of truth", "yes"),
        lambda: say(page, "Pressure point", "yes"),
        lambda: say(page, "Rescue moment", "yes"),
        lambda: say(page, "Parked", "yes"),
        other_leader,
        add,
        take_back,
    )
    for number, edit in enumerate(edits, start=1):
        revision = store.load(code).revision
        edit()
        page.wait_for_timeout(300)
        assert store.load(code).revision > revision, f"edit {number} was not written"
        now = inside.evaluate(STANDS)
        assert before[1:] == now[1:], f"edit {number} moved the view"
        moved = [id for id, place in before[0].items() if "t02" not in id and now[0].get(id, place) != place]
        assert [] == moved, f"edit {number} moved {moved}"
        stood = [id for id in before[0] if "t02" not in id and ":s0" not in id]
        assert set(stood) <= set(now[0])
    assert inside.evaluate("window.sameDocument")
    assert loads == sum("streamlit_agraph" in url for url in page.asked)
    assert picture == last_stage()
    found = store.load(code).get(Touchpoint, "t02")
    assert found
    assert (found.name, found.role, found.parked) == ("Hearing nobody at all", "grow", True)
    assert "l1" == store.load(code).get(Stage, "s0").executive  # type: ignore[union-attr]


def test_what_was_closed_stays_closed_until_it_is_clicked_again(
    server: Server, large: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """While something is open the navigation makes room for it; the map keeps its size, and is taken away as a picture."""
    store, code = large
    workshop = store.load(code)
    page = open_browser(f"{server.url}/experience?w={code}&step=experience.map")
    drawn = open_map(page)
    size = drawn.frame.bounding_box()
    navigation, field = page.get_by_test_id("stSidebarNav"), page.get_by_label("Moment", exact=True)
    close = page.get_by_role("button", name="Close", exact=True)
    for moment in ("t11", "t11", "t32"):
        drawn.click(workshop, moment)
        field.wait_for()
        assert MOMENTS[int(moment[2])] == page.locator(".st-key-opened h3").inner_text()
        assert not navigation.is_visible()
        assert size == drawn.frame.bounding_box()
        close.click()
        field.wait_for(state="detached")
        idle(page)
        assert navigation.is_visible()
        assert size == drawn.frame.bounding_box()
    for kind, begins in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"The map as {kind}").click()
        assert f"Large-stage-map.{kind.lower()}" == waiting.value.suggested_filename
        assert Path(waiting.value.path()).read_bytes().startswith(begins)

"""A refresh, a crash and a deep link all lead to the same page of the same workshop, with everything that was saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from cxworkshop.domain.records import Company, Definition, Leader
from cxworkshop.programme import STEPS
from cxworkshop.store import Store, open_store
from tests.browser.conftest import Server, serve
from tests.browser.hands import press
from tests.browser.swift import Table, enter, idle

SECONDS = 15
CONNECTED = (
    "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState === 'CONNECTED'"
)


@pytest.fixture
def kept(server: Server) -> tuple[Store, str]:
    """The store behind the running app, and the code of a workshop in it."""
    store = open_store(server.database)
    people = (
        Leader(id="ana", name="Ana Ruiz", function="CEO"),
        Leader(id="tom", name="Tom Berg", function="CFO"),
    )
    code = store.create("Hearth", by="somebody", records=(Company(id="company", name="Hearth"), *people))
    return store, code


@pytest.fixture
def opened(server: Server, kept: tuple[Store, str], open_browser: Callable[..., Any]) -> Callable[[str], Any]:
    """Opens a step of the workshop by its address."""

    def open_it(step: str) -> Any:
        page = open_browser(f"{server.url}/{step.split('.')[0]}?w={kept[1]}&step={step}")
        at_step(page, step)
        return page

    return open_it


@pytest.fixture
def killed_and_started(server: Server) -> Iterator[Callable[[], None]]:
    """Kills the server as a power cut would, and starts it again at the same place."""
    started: list[Server] = []

    def again() -> None:
        server.process.kill()
        server.process.wait()
        started.append(serve(server.log.parent, urlsplit(server.url).port))

    yield again
    for one in started:
        one.process.kill()
        one.process.wait()


def at_step(page: Any, step: str) -> None:
    """The step is open, inside the frame, without a traceback or a red box."""
    page.get_by_role("heading", name=STEPS[step].title, exact=True).wait_for(timeout=30_000)
    page.get_by_role("link", name="Results", exact=True).wait_for()
    idle(page)
    for box in ("stException", "stAlertContentError", "stDialog"):
        assert not page.locator(f'[data-testid="{box}"]').count()


def come_back(page: Any) -> None:
    """Wait, without a hand on anything, until the page has found the server again and drawn itself afresh."""
    page.wait_for_function(CONNECTED, timeout=30_000)
    page.wait_for_timeout(500)
    idle(page)


def until(truth: Callable[[], bool]) -> bool:
    """Wait until something is true; whether it ever was."""
    end = time.monotonic() + SECONDS
    while not truth() and time.monotonic() < end:
        time.sleep(0.1)
    return truth()


def test_a_refresh_comes_back_to_the_same_step(
    server: Server, kept: tuple[Store, str], open_browser: Callable[..., Any]
) -> None:
    """The address holds the workshop and the step, however one came there."""
    _, code = kept
    page = open_browser(f"{server.url}/assets?w={code}")
    at_step(page, "assets.counts")
    press(page, STEPS["assets.definition"].title)
    at_step(page, "assets.definition")
    enter(page, {"A customer is ...": "Somebody who ate with us"})
    page.reload()
    at_step(page, "assets.definition")
    assert code in page.url
    assert "Somebody who ate with us" == page.get_by_label("A customer is ...", exact=True).input_value()
    page.get_by_role("link", name="Commitments", exact=True).click(delay=60)
    at_step(page, "commitments.own")
    page.reload()
    at_step(page, "commitments.own")


def test_one_press_of_back_is_one_step(opened: Callable[[str], Any]) -> None:
    """From step to step within a page and from page to page, the way one came."""
    page = opened("frame.words")
    page.get_by_role("link", name="The room").click()
    at_step(page, "room.company")
    press(page, "Next: ")
    at_step(page, "room.leaders")
    for step in ("room.company", "frame.words"):
        page.go_back()
        at_step(page, step)


def test_a_field_lives_on_through_a_crash_of_the_server(
    kept: tuple[Store, str], opened: Callable[[str], Any], killed_and_started: Callable[[], None]
) -> None:
    """The page comes back by itself with what was saved; the first words typed afterwards are saved too."""
    store, code = kept
    page = opened("assets.definition")
    enter(page, {"A customer is ...": "Somebody who ate with us"})
    page.evaluate("window.sameDocument = true")
    killed_and_started()
    come_back(page)
    enter(page, {"What makes one": "A paid bill"})
    assert until(lambda: store.load(code).one(Definition).event == "A paid bill")
    assert "Somebody who ate with us" == page.get_by_label("A customer is ...", exact=True).input_value()
    assert "Somebody who ate with us" == store.load(code).one(Definition).sentence
    assert page.evaluate("window.sameDocument")
    at_step(page, "assets.definition")


def test_a_table_lives_on_through_a_crash_of_the_server(
    kept: tuple[Store, str], opened: Callable[[str], Any], killed_and_started: Callable[[], None]
) -> None:
    """Rows typed before are there, and the first row typed afterwards is saved."""
    store, code = kept
    page = opened("room.leaders")
    Table(page, "Leaders").write(2, "Mia Sol", "CMO")
    assert until(lambda: store.load(code).all(Leader)[-1].function == "CMO")
    killed_and_started()
    come_back(page)
    Table(page, "Leaders").write(3, "Raj Patel", "CTO")
    now = [("Ana Ruiz", "CEO"), ("Tom Berg", "CFO"), ("Mia Sol", "CMO"), ("Raj Patel", "CTO")]
    assert until(lambda: [(one.name, one.function) for one in store.load(code).all(Leader)] == now)
    at_step(page, "room.leaders")


def test_a_deep_link_opens_its_page_on_a_server_that_has_just_started(
    kept: tuple[Store, str], opened: Callable[[str], Any]
) -> None:
    """The first request that a server ever gets may name any step: it opens in the frame, without a dialog."""
    page = opened("reliability.risk")
    assert page.get_by_text(f"workshop {kept[1]}").count()
    assert "step=reliability.risk" in page.url

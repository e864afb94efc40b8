"""Coming back: a refresh, a crash of the server and a deep link all lead to the same step of the same workshop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cxworkshop.domain.records import Company
from cxworkshop.store import open_store
from tests.browser.conftest import Server, serve
from tests.browser.hands import fill, press, settle

QUESTION = "What company do you want to become"


def test_a_refresh_comes_back_to_the_same_step(server: Server, open_browser: Callable[..., Any]) -> None:
    """The address holds workshop and step; reloading it shows them again."""
    code = open_store(server.database).create("Hearth", by="test")
    page = open_browser(f"{server.url}/room?w={code}")
    page.get_by_role("link", name="Frame").click(delay=60)
    page.get_by_role("heading", name=QUESTION).wait_for(timeout=30_000)
    settle(page)
    press(page, "The words you will use")
    page.reload()
    page.get_by_role("heading", name="The words you will use").wait_for(timeout=30_000)
    assert f"w={code}" in page.url
    assert "/frame" in page.url


def test_a_deep_link_on_a_fresh_server_opens_its_page_inside_the_frame(
    server: Server, open_browser: Callable[..., Any]
) -> None:
    """The first request after a start of the server is no dead end, and no window stands in the way."""
    code = open_store(server.database).create("Hearth", by="test")
    page = open_browser(f"{server.url}/frame?w={code}&step=frame.words")
    page.get_by_role("heading", name="The words you will use").wait_for(timeout=30_000)
    page.wait_for_timeout(1500)
    assert page.get_by_role("dialog").count() == 0
    assert page.get_by_role("button", name="Parking lot").count() == 1


def test_after_a_crash_of_the_server_the_page_comes_back_and_the_first_edit_is_kept(
    tmp_path: Path, open_browser: Callable[..., Any]
) -> None:
    """kill -9: what was called saved is there, and nothing typed after the restart falls into the gap."""
    first = serve(tmp_path)
    store = open_store(first.database)
    code = store.create("Hearth", by="test")
    page = open_browser(f"{first.url}/room?w={code}&step=room.company")
    page.get_by_label("Company", exact=True).wait_for(timeout=30_000)
    settle(page)
    fill(page, "Company", "Hearth & Field")
    page.get_by_text("change 1").wait_for(timeout=10_000)
    first.process.kill()
    first.process.wait()
    page.wait_for_timeout(1500)
    second = serve(tmp_path, urlsplit(first.url).port)
    try:
        page.wait_for_function(
            "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState === 'CONNECTED'",
            timeout=30_000,
        )
        page.wait_for_timeout(3000)
        settle(page)
        assert page.get_by_label("Company", exact=True).input_value() == "Hearth & Field"
        fill(page, "We call our customers", "guests")
        page.get_by_text("change 2").wait_for(timeout=15_000)
        kept = store.load(code).one(Company)
        assert (kept.name, kept.customer_word) == ("Hearth & Field", "guests")
    finally:
        second.process.kill()
        second.process.wait()

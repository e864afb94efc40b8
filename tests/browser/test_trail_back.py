"""A priority is followed by links, and Back and a refresh keep one's place on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cxworkshop.domain.records import Candidate, Reason
from cxworkshop.programme import STEPS
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.swift import idle


def test_back_and_a_refresh_keep_the_row_that_a_priority_led_to(
    server: Server, open_browser: Callable[..., Any]
) -> None:
    """Only a browser shows which addresses Streamlit leaves behind on its way from page to page."""
    reason = Reason(id="r", reason="Nobody rang", direction="leave", customers=40)
    kept = Candidate(id="c", name="Somebody rings", origin="assets.why/r", verdict="now")
    code = open_store(server.database).create("Hearth", by="somebody", records=(reason, kept))
    page = open_browser(f"{server.url}/priorities?w={code}&step=priorities.choose&priority=c")
    card = page.locator(".st-key-followed")
    trail = page.locator(".st-key-trail")
    trail.get_by_role("link", name=STEPS["assets.why"].title).first.click()
    card.get_by_text("40 customers left").wait_for()
    page.reload()
    card.get_by_text("40 customers left").wait_for(timeout=30_000)
    idle(page)
    card.get_by_role("link", name="Back to its trail").click()
    trail.get_by_text("40 customers left").wait_for()
    idle(page)
    page.go_back()
    card.get_by_text("40 customers left").wait_for()
    idle(page)
    page.go_back()
    trail.get_by_text("40 customers left").wait_for()

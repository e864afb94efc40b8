"""The definition lab in a real browser: a dial is moved, and the count moves with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser.conftest import Server
from tests.browser.hands import press
from tests.browser.swift import idle


def test_a_dial_moves_the_count_at_once_and_an_undo_moves_it_back(
    server: Server, open_browser: Callable[..., Any]
) -> None:
    """The sample's own ledger is at hand: 21,599 gardeners by a year's window, 13,288 by half a year's."""
    page = open_browser(server.url)
    page.get_by_role("heading", name="Begin").wait_for(timeout=30_000)
    press(page, "Open the sample")
    page.get_by_role("button", name="The definition lab").click(delay=60)
    gives = page.locator(".st-key-lab-gives")
    gives.get_by_text("21,599", exact=True).first.wait_for(timeout=30_000)
    page.get_by_role("radio", name="6 m").click(delay=60)
    gives.get_by_text("13,288", exact=True).first.wait_for(timeout=15_000)
    idle(page)
    assert "8,311" in gives.inner_text()
    press(page, "Undo", exact=True)
    gives.get_by_text("21,599", exact=True).first.wait_for(timeout=15_000)


def test_nothing_is_written_that_nobody_chose(server: Server, open_browser: Callable[..., Any]) -> None:
    """Two files with other headers, and a setting: three changes, although every field that offers columns changed its offer."""
    page = open_browser(server.url)
    page.get_by_role("heading", name="Begin").wait_for(timeout=30_000)
    press(page, "Open the sample")
    page.get_by_role("button", name="The definition lab").click(delay=60)
    page.locator(".st-key-lab-gives").wait_for(timeout=30_000)
    page.locator(".st-key-lab-source summary").first.click()
    uploader = page.locator(".st-key-lab-source input[type=file]").first
    bad = b"customer,date,amount\nA,2025-02-30,1\n"
    uploader.set_input_files({"name": "bad.csv", "mimeType": "text/csv", "buffer": bad})
    page.get_by_text("is no date").first.wait_for(timeout=15_000)
    idle(page)
    good = b"who,date,start,end,amount,region\nA,,2025-01-01,,5,x\nB,2025-02-01,,,5,y\n"
    uploader = page.locator("input[type=file]").first
    uploader.set_input_files({"name": "good.csv", "mimeType": "text/csv", "buffer": good})
    page.get_by_text("no column for the customer").first.wait_for(timeout=15_000)
    idle(page)
    page.get_by_role("radio", name="hybrid").click(delay=60)
    idle(page)
    page.get_by_text("change 3").first.wait_for(timeout=15_000)
    idle(page)
    assert page.get_by_text("change 3").count() == 1

"""Nothing leaves the machine: every page of the sample is opened, and every request goes to this computer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from cxworkshop.programme import PARTS
from tests.browser.conftest import Server
from tests.browser.hands import press, settle

HERE = {"localhost", "127.0.0.1", ""}


def test_no_request_leaves_the_machine(server: Server, open_browser: Callable[..., Any]) -> None:
    """Start page, sample, and each page with its pictures: no address but this computer's is asked for anything."""
    page = open_browser(server.url)
    page.get_by_role("button", name="Open the sample").wait_for(timeout=30_000)
    settle(page)
    press(page, "Open the sample")
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for(timeout=30_000)
    for part in PARTS:
        page.get_by_role("link", name=part.title).first.click(delay=60)
        page.get_by_role("heading", name=part.question).wait_for(timeout=30_000)
        settle(page)
        assert page.locator('[data-testid="stException"]').count() == 0
    strangers = {url for url in page.asked if (urlsplit(url).hostname or "") not in HERE}
    assert strangers == set()
    assert len(page.asked) > 20

"""Nothing leaves the machine, and nothing on any page waits for something that would have to come from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import TimeoutError as TooSlow

from cxworkshop.programme import PARTS
from tests.browser.conftest import Server
from tests.browser.hands import press
from tests.browser.swift import idle

HERE = {"localhost", "127.0.0.1"}
INSIDE = {"data", "blob", "about"}
DRAWN = """() => {
  const all = selector => [...document.querySelectorAll(`[data-testid="stMain"] ${selector}`)].filter(
    one => one.checkVisibility() && !one.closest('details:not([open])'));
  const blank = [];
  for (const chart of all('[data-testid="stVegaLiteChart"]'))
    if (!chart.querySelector('svg path, svg text, canvas')) blank.push('a chart');
  for (const table of all('[data-testid="stDataFrame"]'))
    if (!table.querySelector('canvas table th')) blank.push('a table');
  for (const image of all('img'))
    if (!image.complete || !image.naturalWidth) blank.push('an image');
  for (const map of all('iframe'))
    if (!map.contentDocument.querySelector('canvas, main')) blank.push('a map or the page');
  return blank.length ? blank.join(', ') : '';
}"""


def local(url: str) -> bool:
    """Whether an address is of this machine, or holds what it names within itself."""
    parts = urlsplit(url)
    return parts.scheme in INSIDE or parts.hostname in HERE


def test_the_app_draws_every_page_without_the_internet(
    server: Server, open_browser: Callable[..., Any]
) -> None:
    """The start page and every step of the sample ask this machine alone, and draw with all other ways closed."""
    page = open_browser("about:blank")
    page.on("websocket", lambda socket: page.asked.append(socket.url))
    page.context.route(lambda url: not local(url), lambda route: route.abort())
    page.goto(server.url)
    page.get_by_role("heading", name="Begin").wait_for(timeout=30_000)
    drawn(page, "start")
    press(page, "Open the sample")
    page.get_by_role("heading", name=PARTS[2].question).wait_for(timeout=30_000)
    for part in PARTS:
        title = f"{part.competency} · {part.title}" if part.competency else part.title
        page.get_by_role("link", name=title, exact=True).click(delay=60)
        for step in part.steps:
            if len(part.steps) > 1:
                page.locator(".st-key-rail").get_by_role("button", name=step.title).click(delay=60)
            page.get_by_role("heading", name=step.title, exact=True).wait_for(timeout=30_000)
            drawn(page, step.key)
    away = sorted({url for url in page.asked if not local(url)})
    assert not away
    assert any("streamlit_agraph" in url for url in page.asked)
    assert any(url.startswith("ws") for url in page.asked)


def drawn(page: Any, place: str) -> None:
    """Every picture, table and map of the page is there, and no error."""
    idle(page)
    try:
        page.wait_for_function(f"() => !({DRAWN})()", timeout=15_000)
    except TooSlow as slow:
        raise AssertionError(f"{place}: {page.evaluate(DRAWN)} never came") from slow
    for box in ("stException", "stAlertContentError"):
        found = page.locator(f'[data-testid="{box}"]')
        assert not found.count(), f"{place}: {found.first.inner_text()}"

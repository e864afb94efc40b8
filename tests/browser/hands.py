"""What hands do at a keyboard: fill a field, type down a table, paste a block, press a button."""

from __future__ import annotations

from typing import Any

from cxworkshop.ui.opened import ROW

HEAD = 40
AFTER_TITLES = 360
"""Where the first cell after the titles of a grid of votes lies, in pixels from its left edge."""
PAUSE = 400
"""Milliseconds between leaving one cell and typing in the next. The grid moves its own focus about 200 ms after a move of
the selection; a machine that types in that very instant loses the character before it reaches any of our code."""


def settle(page: Any, before: int = 250, after: int = 150) -> None:
    """Wait until the page has drawn what it has to, and some milliseconds before and after."""
    page.wait_for_timeout(before)
    page.wait_for_function(
        "() => { const app = document.querySelector('[data-testid=\"stApp\"]');"
        " return app && app.dataset.testScriptState !== 'running'"
        " && app.dataset.testConnectionState === 'CONNECTED' }",
        timeout=30_000,
    )
    page.wait_for_timeout(after)


def box_of(place: Any) -> Any:
    """Where a thing stands on the screen; one that is being drawn anew stands nowhere for a moment."""
    for _ in range(50):
        if box := place.bounding_box():
            return box
        place.page.wait_for_timeout(100)
    raise AssertionError(f"{place} stands nowhere on the screen")


def see_table(page: Any) -> None:
    """Wait until the first table of a page that was just opened can be worked in."""
    page.locator('[data-testid="stDataFrame"]').first.wait_for(timeout=30_000)
    settle(page)
    page.wait_for_timeout(800)


def press(page: Any, name: str, *, exact: bool = False) -> None:
    """Press a button by its words."""
    page.get_by_role("button", name=name, exact=exact).first.click(delay=60)
    settle(page)


class Grid:
    """A table editor: a canvas, so it is worked by position and by the keyboard, as a person would."""

    def __init__(self, page: Any, name: str) -> None:
        self.page = page
        self.frame = page.locator('[data-testid="stDataFrame"]').filter(
            has=page.get_by_role("button", name=f"Fullscreen: {name}")
        )
        if self.frame.count() == 0:
            self.frame = page.locator(f'[data-testid="stDataFrame"][aria-label^="{name}"]')
        self.row = ROW

    def click(self, row: int, x: int) -> None:
        """Click into a cell by row number and distance from the left edge."""
        self.point(row, x)
        self.page.wait_for_timeout(PAUSE)

    def point(self, row: int, x: int) -> None:
        """Click, without waiting for the grid to take it in."""
        frame = self.frame.first
        depth = HEAD + self.row * row + self.row / 2
        # Bring the cell, not just its table, into view: a click outside the window reaches nothing.
        frame.evaluate(
            """(table, depth) => {
              const main = document.querySelector('[data-testid="stMain"]');
              const y = table.getBoundingClientRect().top + depth;
              if (y < 140 || y > window.innerHeight - 90) main.scrollBy({top: y - window.innerHeight / 2});
            }""",
            depth,
        )
        self.page.wait_for_timeout(60)
        box = box_of(frame)
        self.page.mouse.click(box["x"] + x, box["y"] + depth)

    def type(self, row: int, *cells: str, x: int = 60) -> None:
        """Type into the cells of a row from one cell on; an empty string leaves a cell alone."""
        self.click(row, x)
        for number, words in enumerate(cells):
            if words:
                self.page.keyboard.type(words, delay=25)
            if number + 1 < len(cells):
                self.page.keyboard.press("Tab")
                self.page.wait_for_timeout(PAUSE)
        self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(PAUSE)


def paste_box(page: Any, block: str) -> None:
    """Paste a block copied from a spreadsheet into the box under the first table, and press its button."""
    page.get_by_role("button", name="Paste rows from a spreadsheet").first.click(delay=60)
    page.get_by_label("Paste here").fill(block)
    page.get_by_role("button", name="Add these rows").click(delay=60)
    settle(page)


def paste_rows(page: Any, block: str) -> None:
    """Paste a block under the first table, and go on."""
    paste_box(page, block)
    page.keyboard.press("Escape")
    settle(page)

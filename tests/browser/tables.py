"""Tables typed cell by cell: each cell is seen to open before the rest of its words are typed, so that none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.browser.hands import HEAD, ROW, Grid, settle

TALL = 78
"""The height of a row that holds paragraphs."""
TICK = True
"""What ticks a box, where other cells take words."""
Cell = str | bool | date | None
"""What goes into a cell; None leaves it alone."""

OPEN = "() => !!document.activeElement.closest('#portal')"
CURRENT = "() => document.querySelector('canvas td[aria-selected=true]')?.id ?? ''"
MOVED = "before => { const at = document.activeElement; return at.matches('td[aria-selected=true]') && at.id !== before }"
"""The grid's focus follows its selection about 200 ms later; a key pressed in between may reach nothing."""
REST = 260
BREATH = 60
"""Milliseconds between the last letter of a cell and the key that leaves it."""


class Table(Grid):
    """A table editor, known by its title."""

    def __init__(self, page: Any, name: str) -> None:
        super().__init__(page, f"{name}:")
        self.frame.first.wait_for()
        self.row = self._row_height()

    def _row_height(self) -> int:
        """Rows are low, or high where they hold paragraphs; the canvas says how high all of them are together."""
        canvas = self.frame.first.locator('[data-testid="data-grid-canvas"]')
        rows = int(canvas.locator("table").get_attribute("aria-rowcount")) - 1
        return min((ROW, TALL), key=lambda high: abs(canvas.bounding_box()["height"] - HEAD - high * rows))

    def write(self, row: int, *cells: Cell) -> None:
        """Type into the cells of a row from the first one on; the row after the last one is a new one."""
        self._select(row, 60)
        self._first()
        for number, words in enumerate(cells):
            last = number + 1 == len(cells)
            before = self.page.evaluate(CURRENT)
            if isinstance(words, bool):
                self.page.keyboard.press("Space")
                self.page.wait_for_timeout(BREATH)
            elif isinstance(words, date):
                self._day(words)
            elif words:
                self._words(words)
            if not last:
                self.page.keyboard.press("Tab")
                self.page.wait_for_function(MOVED, arg=before, timeout=5_000)
            elif self.page.evaluate(OPEN):
                self.page.keyboard.press("Enter")
                self.page.wait_for_timeout(BREATH)

    def paste(self, row: int, block: Sequence[Sequence[str]], x: int = 60) -> None:
        """Paste a block of cells that was copied in a spreadsheet, from the cell at `x` on."""
        self._select(row, x)
        copied = "\n".join("\t".join(cells) for cells in block)
        self.page.evaluate("words => navigator.clipboard.writeText(words)", copied)
        self.page.keyboard.press("Control+v")
        settle(self.page)

    def _select(self, row: int, x: int) -> None:
        for _ in range(4):
            before = self.page.evaluate(CURRENT)
            self.point(row, x)
            for _ in range(12):
                self.page.wait_for_timeout(50)
                if self.page.evaluate(MOVED, before):
                    return
                if self.page.evaluate(OPEN):
                    # A new row opens at once. In a table that was empty its cell is then not the current one, and Tab
                    # would lead back to it: so it is closed, and made the current one.
                    self.page.wait_for_timeout(REST)
                    self.page.keyboard.press("Escape")
                    self.page.wait_for_timeout(REST)
                    break
            if self.page.evaluate(CURRENT):
                return
        raise AssertionError(f"row {row} could not be clicked")

    def _first(self) -> None:
        """Back to the first column, where a wide table was left scrolled."""
        at = self.page.evaluate(CURRENT)
        if int(at.split("-")[2]) > 1:
            self.page.keyboard.press("Home")
            self.page.wait_for_function(MOVED, arg=at, timeout=5_000)

    def _words(self, words: str) -> None:
        self._open(words[0])
        self.page.keyboard.type(words[1:], delay=4)
        self.page.wait_for_timeout(BREATH)

    def _day(self, day: date) -> None:
        """A day's cell takes its parts in the order of the browser's country, here the American one."""
        self._open("Enter")
        self.page.keyboard.type(f"{day:%m%d%Y}", delay=20)
        self.page.wait_for_timeout(BREATH)
        # Tab would move among the parts of the day; Enter leaves it, for the cell below.
        for key in ("Enter", "ArrowUp"):
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(REST)

    def _open(self, key: str) -> None:
        for _ in range(4):
            self.page.keyboard.press(key)
            for _ in range(10):
                self.page.wait_for_timeout(40)
                if self.page.evaluate(OPEN):
                    return
        raise AssertionError(f"no cell opened for {key!r}")


def enter_day(page: Any, label: str, day: date) -> None:
    """Type a day into a field, part by part."""
    page.get_by_role("spinbutton", name=f"year, {label}").click()
    page.keyboard.type(f"{day:%Y%m%d}", delay=20)
    page.keyboard.press("Tab")
    settle(page)


def say(page: Any, label: str, said: str) -> None:
    """Press one of the few answers that stand in a field."""
    group = page.locator('[data-testid="stButtonGroup"]').filter(has_text=label)
    group.get_by_role("radio", name=said, exact=True).click(force=True)
    settle(page)

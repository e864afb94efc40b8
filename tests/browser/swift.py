"""Hands of somebody who types fast: on to the next field or cell as soon as it takes a key, whatever the page still does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cxworkshop.ui.opened import ROW, TALL
from tests.browser.hands import HEAD, Grid, box_of, settle

TICK = True
"""What ticks a box, where other cells take words."""
Cell = str | bool | date | None
"""What goes into a cell; None leaves it alone."""

LEFT = 60
"""Where the first column is clicked, in pixels from the table's left edge."""

ALONE = "selector => document.querySelectorAll(selector).length === 1"
"""While a table is drawn anew, the old one stands beside it for a moment."""
OPEN = "() => !!document.activeElement.closest('#portal')"
CURRENT = "table => table.querySelector('canvas td[aria-selected=true]')?.id ?? ''"
MOVED = """([table, before]) => {
  const at = document.activeElement;
  return at.matches('td[aria-selected=true]') && table.contains(at) && at.id !== before;
}"""
"""The grid's focus follows its selection about 200 ms later; a letter typed in between is lost before it is in a cell."""
BREATH = 80
"""Milliseconds between the last letter of a cell and the key that leaves it."""
AFTER = 250
LOOKS = 14
"""How often to look, every 40 ms, whether a cell has opened."""


def idle(page: Any) -> None:
    """Wait until the page has taken in what was typed."""
    settle(page, 150, 50)


def enter(page: Any, fields: Mapping[str, str | date]) -> None:
    """Type into fields by their labels, one after the other: words, or a day part by part."""
    for label, words in fields.items():
        if isinstance(words, date):
            page.get_by_role("spinbutton", name=f"year, {label}").click()
            page.keyboard.type(f"{words:%Y%m%d}", delay=10)
        else:
            page.get_by_label(label, exact=True).first.fill(words)
        page.keyboard.press("Tab")
    idle(page)


def select(page: Any, label: str, option: str) -> None:
    """Choose in a list; a page that still draws may close it at once, then it is opened again."""
    wanted = page.get_by_role("option", name=option, exact=True).first
    for _ in range(4):
        page.get_by_role("combobox", name=label, exact=True).first.click()
        for _ in range(LOOKS):
            page.wait_for_timeout(40)
            if wanted.is_visible():
                wanted.click()
                idle(page)
                return
    raise AssertionError(f"{label} does not offer {option}")


def say(page: Any, label: str, answer: str) -> None:
    """Press one of the few answers that stand in a field."""
    group = page.locator('[data-testid="stButtonGroup"]').filter(has_text=label)
    group.get_by_role("radio", name=answer, exact=True).click(force=True)
    idle(page)


class Table(Grid):
    """A table editor, known by its title."""

    def __init__(self, page: Any, name: str) -> None:
        page.wait_for_function(ALONE, arg=f'[aria-label^="Fullscreen: {name}:"]', timeout=15_000)
        super().__init__(page, f"{name}:")
        self.row = self._row_height()

    def _row_height(self) -> int:
        """Rows are low, or high where they hold paragraphs; the canvas says how high all of them are together."""
        canvas = self.frame.first.locator('[data-testid="data-grid-canvas"]')
        rows = int(canvas.locator("table").get_attribute("aria-rowcount")) - 1
        drawn = box_of(canvas)["height"]
        return min((ROW, TALL), key=lambda high: abs(drawn - HEAD - high * rows))

    def write(self, row: int, *cells: Cell) -> None:
        """Type into the cells of a row from the first one on; the row after the last one is a new one."""
        self._select(row, LEFT)
        for number, words in enumerate(cells):
            if isinstance(words, bool):
                self.page.keyboard.press("Space")
                self.page.wait_for_timeout(BREATH)
            elif words:
                self._words(words if isinstance(words, str) else words.isoformat())
            if number + 1 == len(cells):
                # Enter would untick a box.
                if not isinstance(words, bool):
                    self.page.keyboard.press("Enter")
                self.page.wait_for_timeout(BREATH)
            else:
                self._next()

    def _next(self) -> None:
        # Also over a cell that is left alone: two moves at once look like one, and the letters come too early.
        before = self._current()
        self.page.keyboard.press("Tab")
        self.page.wait_for_function(MOVED, arg=before, timeout=5_000)

    def paste(self, row: int, block: Sequence[Sequence[str]], x: int = LEFT) -> None:
        """Paste a block of cells that was copied in a spreadsheet, from the cell at `x` on."""
        self._select(row, x)
        if self.page.evaluate(OPEN):
            self.page.keyboard.press("Escape")
            self.page.wait_for_timeout(BREATH)
        copied = "\n".join("\t".join(cells) for cells in block)
        self.page.evaluate("words => navigator.clipboard.writeText(words)", copied)
        self.page.keyboard.press("Control+v")
        idle(self.page)

    def _select(self, row: int, x: int) -> None:
        self._click(row, x)
        if self.page.evaluate(OPEN):
            self.page.wait_for_timeout(AFTER)
        # Tables that grow have a column of marks before the first one.
        if x == LEFT and int(self._current()[1].split("-")[2]) > 1:
            # A wide table was left scrolled.
            for key in ("Escape", "Home"):
                self.page.keyboard.press(key)
                self.page.wait_for_timeout(AFTER)

    def _click(self, row: int, x: int) -> None:
        before = self._current()
        for _ in range(3):
            self.point(row, x)
            for _ in range(LOOKS):
                self.page.wait_for_timeout(40)
                if self.page.evaluate(OPEN) or self.page.evaluate(MOVED, before):
                    return
        raise AssertionError(f"row {row} could not be clicked")

    def _current(self) -> list[Any]:
        """This table, and the id of its current cell; every table on a page keeps one."""
        table = self.frame.first.element_handle()
        return [table, table.evaluate(CURRENT)]

    def _words(self, words: str) -> None:
        self._open(words[0])
        self.page.keyboard.type(words[1:])
        self.page.wait_for_timeout(BREATH)

    def _open(self, key: str) -> None:
        for _ in range(3):
            self.page.keyboard.press(key)
            for _ in range(LOOKS):
                if self.page.evaluate(OPEN):
                    return
                self.page.wait_for_timeout(40)
        raise AssertionError(f"no cell opened for {key!r}")

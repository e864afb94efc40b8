"""A table in a file: its headers, its columns when asked for, and the file's own number of every row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.problems import quoted

Likely = Literal["numbers", "few", "names"]
"""What a column most likely holds: plain numbers, a few texts over and over, or texts of any kind."""


class Fetch(Protocol):
    """Gives Arrow columns by their position among the headers.

    `likely` says, by position, what a column may be read as at once; a file that cannot do so gives its text.
    """

    def __call__(self, indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]: ...


def tidy(header: str) -> str:
    """A header on one line, without blanks at its ends."""
    return " ".join(header.split())


def _nothing(*_: int) -> dict[int, str]:
    return {}


@dataclass(frozen=True)
class Table:
    """An opened table, of any kind of file.

    `fetch` gives columns; `row_numbers` turns data rows' positions (from 0) into the numbers that a person sees beside
    them. `semicolons` and `serial_dates` tell how its cells may be written. `head` gives the first rows as text.
    `header_row` is the number of the row of headers, None where they are no row; `sheet` is the sheet's name where the
    file has several.
    """

    name: str
    headers: tuple[str, ...]
    fetch: Fetch
    row_numbers: Callable[[Sequence[int]], list[int]]
    head: Callable[[int], list[tuple[str, ...]]]
    notes: tuple[str, ...] = ()
    semicolons: bool = False
    serial_dates: bool = False
    header_row: int | None = 1
    sheet: str = ""
    unfit: Callable[[], Mapping[int, str]] = _nothing
    """After `fetch`: the rows that it passed over because they do not fit the headers, by number, and why each."""
    faults: Callable[[int], Mapping[int, str]] = _nothing
    """By position, the rows whose cell of a column looks blank and is not, and what is wrong with each."""
    numbers: Callable[[int], Mask] | None = None
    """Which cells of a column are stored as numbers, where a file has numbers beside texts."""

    @property
    def top(self) -> str:
        """Where the headers stand, as messages name it."""
        return "the file" if self.header_row is None else self.place(self.header_row)

    def place(self, row: int) -> str:
        """A row, by its number, as messages name it."""
        return f"sheet {quoted(self.sheet)}, row {row}" if self.sheet else f"row {row}"

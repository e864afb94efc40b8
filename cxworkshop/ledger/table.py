"""A table in a file: its headers, its columns when asked for, and the file's own number of every row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Likely = Literal["numbers", "few", "names"]
"""What a column most likely holds: plain numbers, a few texts over and over, or texts of any kind."""


class Fetch(Protocol):
    """Gives Arrow columns by their position among the headers.

    `likely` says, by position, what a column may be read as at once; a file that cannot do so gives its text.
    """

    def __call__(self, indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]: ...


@dataclass(frozen=True)
class Table:
    """An opened table, of any kind of file.

    `fetch` gives columns; `row_numbers` turns data rows' positions (from 0) into the numbers that a person sees beside
    them. `semicolons` and `serial_dates` tell how its cells may be written. `head` gives the first rows as text.
    """

    name: str
    headers: tuple[str, ...]
    fetch: Fetch
    row_numbers: Callable[[Sequence[int]], list[int]]
    head: Callable[[int], list[tuple[str, ...]]]
    notes: tuple[str, ...] = ()
    semicolons: bool = False
    serial_dates: bool = False

"""A table in a file: its headers, its columns when asked for, and the file's own number of every row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Table:
    """An opened table, of any kind of file.

    `fetch` gives Arrow columns by their position among the headers; `row_numbers` turns data rows' positions (from 0)
    into the numbers that a person sees beside them. `semicolons` and `serial_dates` tell how its cells may be written.
    """

    name: str
    headers: tuple[str, ...]
    fetch: Callable[[Sequence[int]], list[Any]]
    row_numbers: Callable[[Sequence[int]], list[int]]
    notes: tuple[str, ...] = ()
    semicolons: bool = False
    serial_dates: bool = False

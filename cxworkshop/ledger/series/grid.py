"""A small table read whole: its headers, its cells as text, and where each of them stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import WrongColumn, as_text, shown
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.problems import refuse

_MIDNIGHT = re.compile(r"(?<=\d)[ T]00:00:00(?:\.0+)?$")
MOST_CELLS = 5_000_000


@dataclass(frozen=True)
class Grid:
    """A table's cells by column, trimmed, blank where there is none; `faults` are cells that hold an error, by place."""

    name: str
    headers: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    """The file's own number of each row."""
    top: str
    place: Callable[[int], str]
    faults: dict[tuple[int, int], str]
    """Column and position of cells that look blank and are not."""
    semicolons: bool
    serial_dates: bool
    notes: tuple[str, ...]

    def rows(self, positions: Sequence[int]) -> list[int]:
        """The file's numbers of the rows at these positions."""
        return [self.numbers[at] for at in positions]

    def problem(self, at: int, column: int, why: str) -> str:
        """What is wrong in a cell, with the place where a person finds it."""
        return f"{self.name}: {self.place(self.numbers[at])}, column {self.headers[column]}: {why}."

    def kept(self, positions: Sequence[int]) -> "Grid":
        """The same table with only these rows."""
        again = {at: new for new, at in enumerate(positions)}
        return Grid(
            self.name,
            self.headers,
            tuple(tuple(column[at] for at in positions) for column in self.columns),
            tuple(self.numbers[at] for at in positions),
            self.top,
            self.place,
            {(column, again[at]): why for (column, at), why in self.faults.items() if at in again},
            self.semicolons,
            self.serial_dates,
            self.notes,
        )


def read_grid(source: Path | bytes, file: str | None = None) -> Grid:
    """A table of a .csv, .csv.gz, .parquet or .xlsx file; raises NotFound, or BadLedger naming the file."""
    with open_table(source, file) as table:
        wanted = range(len(table.headers))
        cells = table.fetch(list(wanted))
        rows = len(cells[0]) if cells else 0
        if rows * len(cells) > MOST_CELLS:
            raise BadLedger(
                f"{table.name}: {rows:,} rows of {len(cells)} columns are no series of measured values; sum them up by"
                " day or month first."
            )
        faults = {(at, row): why for at in wanted for row, why in table.faults(at).items()}
        columns = tuple(_texts(column) for column in cells)
        filled = [row for row in range(rows) if any(column[row] for column in columns)]
        grid = Grid(
            table.name,
            table.headers,
            columns,
            tuple(table.row_numbers(list(range(rows)))),
            table.top,
            table.place,
            faults,
            table.semicolons,
            table.serial_dates,
            table.notes,
        )
        return grid if len(filled) == rows or faults else grid.kept(filled)


def told(grid: Grid, problems: Sequence[tuple[int, int, str]]) -> None:
    """Raise BadLedger with these problems (position, column, why) in the order of the rows; nothing where there are none."""
    refuse(grid.name, [grid.problem(*one) for one in sorted(problems)])


def _texts(column: Any) -> tuple[str, ...]:
    try:
        cells = as_text(column, "text").cast(pa.large_string()).to_pylist()
    except WrongColumn:
        cells = shown(column)
    # A day that a file keeps with a clock is still a day.
    return tuple(_MIDNIGHT.sub("", (cell or "").strip()) for cell in cells)

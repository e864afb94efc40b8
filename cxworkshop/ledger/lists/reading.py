"""A department's list as it was handed in: its rows, and which of its columns say what."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.lists.guessing import guess_columns
from cxworkshop.ledger.lists.holding import filled_rows, held, refused, usable
from cxworkshop.ledger.lists.roles import DAYS, EITHER, ROLES, letters
from cxworkshop.ledger.table import Table

MOST_LISTS = 6
_LOOKED_AT = 500


@dataclass(frozen=True)
class DepartmentList:
    """A list's name, its file, its columns by role (Arrow, as written), and how many rows it has.

    `columns` maps roles to headers; a key without a role is its own. `spare` holds columns by header that may be keys.
    `kept` are the positions in the file of the rows that are not blank, or None where all are.
    """

    name: str
    source: Path | bytes
    file: str
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    cells: Mapping[str, Any]
    spare: Mapping[str, Any]
    rows: int
    serial_dates: bool
    notes: tuple[str, ...]
    kept: Integers | None = None

    def with_cells(self, **cells: Any) -> "DepartmentList":
        """The list with other cells for some roles, under the same headers."""
        columns = {role: self.columns.get(role, role) for role in cells}
        return replace(self, cells={**self.cells, **cells}, columns={**self.columns, **columns})

    def with_key(self, key: str, header: str) -> "DepartmentList":
        """The list with a column taken as a key; `header` must be among the spare columns.

        Raises BadLedger where two columns have this header, or where it holds what cannot be compared.
        """
        if header not in self.spare:
            raise BadLedger(f"{self.file}: there are several columns named {header}; give each its own name.")
        cells, wrong = usable(self.spare[header], days=key in DAYS)
        if cells is None:
            raise BadLedger(f"{self.file}, column {header}: it {wrong}.")
        overruled = f"{self.name}, column {header} is not taken"
        return replace(
            self,
            cells={**self.cells, key: cells},
            columns={**self.columns, key: header},
            notes=tuple(note for note in self.notes if not note.startswith(overruled)),
        )

    @property
    def unused(self) -> tuple[str, ...]:
        """Headers of columns that say nothing to the matching; two of one header are told by a note."""
        return tuple(
            one
            for one in self.headers
            if one and self.headers.count(one) == 1 and one not in self.columns.values()
        )

    def row_numbers(self, positions: Sequence[int]) -> list[int]:
        """The numbers that a spreadsheet shows beside the data rows at these positions (from 0)."""
        with open_table(self.source, self.file) as table:
            if self.kept is None:
                return table.row_numbers(positions)
            return table.row_numbers(self.kept[np.asarray(positions, np.int64)].tolist())


def read_list(
    source: Path | bytes,
    name: str | None = None,
    *,
    file: str | None = None,
    columns: Mapping[str, str] | None = None,
    every_header: bool = False,
) -> DepartmentList:
    """Read a list (.csv, .csv.gz, .parquet, .xlsx); `columns` says by role which header is meant, "" for none.

    What a header leaves open is told by its cells; rows without a cell in any column that is used are left out. With
    `every_header` the columns without a role are read too, to serve as keys. Raises NotFound, or BadLedger naming the
    file.
    """
    with open_table(source, file) as table:
        headers, called = table.headers, name or stem(table.name)
        holding = held(headers, _head(table))
        picked = guess_columns(headers, columns, holding)
        for role, header in picked.items():
            if header not in headers:
                raise BadLedger(
                    f"{table.name}: {table.top} has no column {header} (for the {ROLES[role].what})."
                )
        if not picked and not every_header:
            raise BadLedger(
                f"{table.name}: no header in {table.top} says what its column holds; put headers"
                " such as customer id, e-mail, name and postcode into the first row (or name a --key on the command line)."
            )
        more = [one for one in headers if one and headers.count(one) == 1] if every_header else []
        wanted = sorted({headers.index(header) for header in (*picked.values(), *more)})
        if not wanted:
            raise BadLedger(f"{table.name}: {table.top} has no header of its own; give each column one.")
        fetched = dict(zip(wanted, table.fetch(wanted), strict=True))
        notes = [*table.notes, *_twice(called, headers)]
        cells, names = {}, {}
        for role, header in picked.items():
            found, wrong = usable(fetched[headers.index(header)], days=role in DAYS)
            if found is None:
                notes.append(f"{called}, column {header} is not used as {ROLES[role].what}: it {wrong}.")
            else:
                cells[role], names[role] = found, header
        for role, why in refused(cells, frozenset(columns or ())).items():
            notes.append(
                f"{called}, column {names[role]} is not taken as {ROLES[role].what}: {why}. If it is one, say so (a"
                " column of the list on screen, --key on the command line)."
            )
            del cells[role], names[role]
        rows = len(next(iter(fetched.values())))
        kept = filled_rows([*cells.values(), *(fetched[headers.index(one)] for one in more)], rows)
        if kept is not None:
            notes.append(
                f"{called}: rows with nothing in any column that is used are left out ({rows - len(kept):,})."
            )
            rows, cells = len(kept), {role: column.take(kept) for role, column in cells.items()}
        spare = {header: fetched[headers.index(header)] for header in more}
        return DepartmentList(
            name=called,
            source=source,
            file=table.name,
            headers=headers,
            columns=names,
            cells=cells,
            rows=rows,
            spare=spare if kept is None else {header: column.take(kept) for header, column in spare.items()},
            serial_dates=table.serial_dates,
            notes=tuple(notes),
            kept=kept,
        )


def stem(file: str) -> str:
    """A file's name without its ending."""
    for ending in (".csv.gz", ".csv", ".parquet", ".xlsx"):
        if file.lower().endswith(ending):
            return file[: -len(ending)]
    return file


def _head(table: Table) -> list[tuple[str, ...]]:
    if not any(letters(header) in EITHER for header in table.headers):
        return []
    try:
        return table.head(_LOOKED_AT)
    except csv.Error:
        # What is wrong with a row is told with its place when all rows are read.
        return []


def own_names(names: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """Names that can be told apart, also joined by +: the second of one name is numbered, and a + becomes a hyphen."""
    found = list(taken)
    for name in names:
        name, number = name.replace("+", "-"), 2
        own = name
        while own in found:
            own, number = f"{name} ({number})", number + 1
        found.append(own)
    return found[len(taken) :]


def _twice(called: str, headers: Sequence[str]) -> list[str]:
    return [
        f"{called}: {headers.count(one)} columns are headed {one}, and none of them is used; give each its own header."
        for one in dict.fromkeys(headers)
        if one and headers.count(one) > 1
    ]

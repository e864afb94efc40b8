"""A department's list as it was handed in: its rows, and which of its columns say what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.lists.roles import ROLES, guess_columns

MOST_LISTS = 6


@dataclass(frozen=True)
class DepartmentList:
    """A list's name, its file, its columns by role (Arrow, as written), and how many rows it has.

    `columns` maps roles to headers; a key without a role is its own. `spare` holds columns by header that may be keys.
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

    def with_cells(self, **cells: Any) -> "DepartmentList":
        """The list with other cells for some roles, under the same headers."""
        columns = {role: self.columns.get(role, role) for role in cells}
        return replace(self, cells={**self.cells, **cells}, columns={**self.columns, **columns})

    def with_key(self, key: str, header: str) -> "DepartmentList":
        """The list with a column taken as a key; `header` must be among the spare columns.

        Raises BadLedger where two columns have this header.
        """
        if header not in self.spare:
            raise BadLedger(f"{self.file}: row 1 has several columns named {header}; give each its own name.")
        return replace(
            self,
            cells={**self.cells, key: self.spare[header]},
            columns={**self.columns, key: header},
        )

    def row_numbers(self, positions: Sequence[int]) -> list[int]:
        """The numbers that a spreadsheet shows beside the data rows at these positions (from 0)."""
        with open_table(self.source, self.file) as table:
            return table.row_numbers(positions)


def read_list(
    source: Path | bytes,
    name: str | None = None,
    *,
    file: str | None = None,
    columns: Mapping[str, str] | None = None,
    every_header: bool = False,
) -> DepartmentList:
    """Read a list (.csv, .csv.gz, .parquet, .xlsx); `columns` says by role which header is meant, "" for none.

    With `every_header` the columns without a role are read too, to serve as keys. Raises NotFound, or BadLedger naming
    the file.
    """
    with open_table(source, file) as table:
        picked = guess_columns(table.headers, columns)
        for role, header in picked.items():
            if header not in table.headers:
                raise BadLedger(f"{table.name}: row 1 has no column {header} (for the {ROLES[role].what}).")
        if not picked and not every_header:
            raise BadLedger(
                f"{table.name}: no header in row 1 says what its column holds; put headers"
                " such as customer id, e-mail, name and postcode into the first row (or name a --key on the command line)."
            )
        more = [one for one in table.headers if one and table.headers.count(one) == 1] if every_header else []
        wanted = sorted({table.headers.index(header) for header in (*picked.values(), *more)})
        fetched = dict(zip(wanted, table.fetch(wanted), strict=True))
        cells = {role: fetched[table.headers.index(header)] for role, header in picked.items()}
        spare = {header: fetched[table.headers.index(header)] for header in more}
        return DepartmentList(
            name=name or stem(table.name),
            source=source,
            file=table.name,
            headers=table.headers,
            columns=picked,
            cells=cells,
            rows=len(next(iter(fetched.values()))),
            spare=spare,
            serial_dates=table.serial_dates,
            notes=table.notes,
        )


def stem(file: str) -> str:
    """A file's name without its ending."""
    for ending in (".csv.gz", ".csv", ".parquet", ".xlsx"):
        if file.lower().endswith(ending):
            return file[: -len(ending)]
    return file

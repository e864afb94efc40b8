"""A table's columns read for their roles, with what is wrong in them collected until all of it can be told."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Mask, Parsed, WrongColumn
from cxworkshop.ledger.columns import Column
from cxworkshop.ledger.dates import parse_dates
from cxworkshop.ledger.money import parse_money
from cxworkshop.ledger.names import Named, parse_ids, parse_names
from cxworkshop.ledger.problems import MOST_TOLD, refuse
from cxworkshop.ledger.table import Table

_Cells = TypeVar("_Cells")


class Reading:
    """The picked columns of a table on their way to a ledger; problems wait for `finish`, so that all are told."""

    def __init__(self, table: Table, picked: dict[str, Column]) -> None:
        self.table = table
        self.picked = picked
        self.notes = list(table.notes)
        self._cells = dict(
            zip(picked, table.fetch([column.index for column in picked.values()]), strict=True)
        )
        self._found: list[tuple[Mask, str, Callable[[int], str]]] = []

    def names(self, role: str, what: str, key: Callable[[str], str]) -> Named:
        """A role's column as names; a cell that cannot be one is collected as a problem."""
        return self._checked(role, lambda cells: parse_names(cells, what, key))

    def ids(self, role: str, what: str) -> Named:
        """A role's column as ids without names; a cell that cannot be one is collected as a problem."""
        return self._checked(role, lambda cells: parse_ids(cells, what))

    def money(self, role: str) -> Parsed:
        """A role's column as cents."""
        return self._noted(role, lambda cells: parse_money(cells, self.table.semicolons))

    def dates(self, role: str) -> Parsed:
        """A role's column as day numbers."""
        return self._noted(
            role, lambda cells: parse_dates(cells, self.table.serial_dates, self.table.row_numbers)
        )

    def require(self, role: str, parsed: Parsed, rows: Mask) -> None:
        """Collect the rows whose cell is wrong, or blank although it is needed."""
        self.refuse_where(role, parsed.wrong & rows, parsed.why)
        self.refuse_where(
            role, parsed.blank & rows, lambda row: "the cell is blank; fill it in or take the row out"
        )

    def refuse_where(self, role: str, rows: Mask, why: Callable[[int], str]) -> None:
        """Collect a problem for every row of a mask."""
        if rows.any():
            self._found.append((rows, self.picked[role].header, why))

    def finish(self) -> None:
        """Raise BadLedger with every problem collected, in the order of the file's rows; else do nothing."""
        places = sorted(
            (int(row), number)
            for number, (rows, _, _) in enumerate(self._found)
            for row in np.flatnonzero(rows)[:MOST_TOLD]
        )[:MOST_TOLD]
        numbers = self.table.row_numbers([row for row, _ in places]) if places else []
        told = []
        for (row, number), shown in zip(places, numbers, strict=True):
            _, header, why = self._found[number]
            told.append(f"{self.table.name}: row {shown}, column {header}: {why(row)}.")
        refuse(self.table.name, told, sum(int(rows.sum()) for rows, _, _ in self._found))

    def _checked(self, role: str, parse: Callable[[Any], Named]) -> Named:
        named = self._whole(role, parse)
        self.refuse_where(role, named.wrong, named.why)
        return named

    def _noted(self, role: str, parse: Callable[[Any], Parsed]) -> Parsed:
        parsed = self._whole(role, parse)
        self.notes += [f"Column {self.picked[role].header}: {note}." for note in parsed.notes]
        return parsed

    def _whole(self, role: str, parse: Callable[[Any], _Cells]) -> _Cells:
        try:
            return parse(self._cells[role])
        except WrongColumn as wrong:
            raise BadLedger(f"{self.table.name}: column {self.picked[role].header}: {wrong}.") from wrong

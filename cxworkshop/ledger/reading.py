"""A table's columns read for their roles, with what is wrong in them collected until all of it can be told."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Mask, Parsed, WrongColumn
from cxworkshop.ledger.columns import Column
from cxworkshop.ledger.dates import parse_dates
from cxworkshop.ledger.money import parse_money
from cxworkshop.ledger.names import LONGEST, Named, customer_key, exact_key, parse_names, too_long
from cxworkshop.ledger.problems import MOST_TOLD, refuse
from cxworkshop.ledger.repeats import Ids, Marks, id_marks, repeated_ids
from cxworkshop.ledger.table import Likely, Table

_LOOKED_AT = 5
_DAYS = ("date", "start", "end", "first_seen")
_NAMES: dict[str, tuple[str, Callable[[str], str]]] = {
    "customer": ("a customer", customer_key),
    "unit": ("a unit", customer_key),
    "segment": ("a segment", exact_key),
    "exclude": ("a kind of row", exact_key),
    "currency": ("a currency", customer_key),
}
_LIKELY: dict[str, Likely] = {
    **dict.fromkeys(("amount", "value"), "numbers"),
    **dict.fromkeys((*_DAYS, "segment", "exclude", "currency"), "few"),
}


@dataclass(frozen=True)
class Found:
    """Rows whose cell in a column cannot be used, and why each cannot."""

    rows: Mask
    header: str
    why: Callable[[int], str]


class Reading:
    """The picked columns of a table on their way to a ledger; problems wait for `finish`, so that all are told.

    With `leave_out_bad` only a column that is mostly wrong is a problem; elsewhere `bad` says which rows to leave out.
    """

    def __init__(
        self, table: Table, picked: dict[str, Column], roles: Sequence[str], leave_out_bad: bool = False
    ) -> None:
        self.table = table
        self.picked = picked
        self.notes = list(table.notes)
        self.found: list[Found] = []
        self._leave_out_bad = leave_out_bad
        self._faults: dict[str, Found] = {}
        self._named: Mask | None = None
        used = [role for role in roles if role in picked]
        cells = table.fetch([picked[role].index for role in used], self._likely(used))
        for role in used:
            self._fault(role, len(cells[0]))
        # Columns are read side by side, and each one's cells are let go as soon as it is read.
        self._hands = ThreadPoolExecutor(2)
        self._parsed = {role: self._hands.submit(self._parse_once, role, [cells.pop(0)]) for role in used}

    def close(self) -> None:
        """Begin no more reading."""
        self._hands.shutdown(cancel_futures=True)

    def only(self, rows: Mask) -> None:
        """Let no cell outside these rows, which are in no figure, stand in the way of a column."""
        self._named = rows

    def names(self, role: str) -> Named:
        """A role's column as names; a cell that cannot be one is collected as a problem."""
        named: Named = self._result(role)
        self.refuse_where(role, named.wrong, named.why)
        return named

    def ids(self, role: str, what: str, rows: Mask) -> Ids:
        """Where a role's column repeats the id of an earlier row, looking at some rows only."""
        marks: Marks = self._result(role)
        if marks.longest > LONGEST:
            (number,) = self.table.row_numbers([marks.longest_row])
            raise BadLedger(
                f"{self.table.name}: {self.table.place(number)}, column {self.picked[role].header}:"
                f" {too_long(marks.longest, what)}."
            )
        return repeated_ids(marks, rows)

    def money(self, role: str) -> Parsed:
        """A role's column as cents."""
        parsed: Parsed = self._result(role)
        if parsed.wrong.any():
            # Read as numbers, a wrong cell is no longer as a person wrote it.
            (cells,) = self.table.fetch([self.picked[role].index])
            try:
                parsed = self._parse(role, cells)
            except WrongColumn as wrong:
                parsed = self._of_the_named(role, wrong)
        return self._noted(role, parsed)

    def dates(self, role: str) -> Parsed:
        """A role's column as day numbers."""
        return self._noted(role, self._result(role))

    def require(self, role: str, parsed: Parsed, rows: Mask) -> None:
        """Collect the rows whose cell is wrong, or blank although it is needed."""
        self.refuse_where(role, parsed.wrong & rows, parsed.why)
        self.refuse_where(
            role, parsed.blank & rows, lambda row: "the cell is blank; fill it in or take the row out"
        )

    def refuse_where(self, role: str, rows: Mask, why: Callable[[int], str]) -> None:
        """Collect a problem for every row of a mask."""
        if role in self._faults:
            rows = rows & ~self._faults[role].rows
        if rows.any():
            self.found.append(Found(rows, self.picked[role].header, why))

    def bad(self) -> Mask | None:
        """Which rows have a cell that cannot be used; None where there is no such row."""
        return np.logical_or.reduce([found.rows for found in self.found]) if self.found else None

    def finish(self, rows: Mask) -> None:
        """Raise BadLedger with every problem collected, in the order of the file's rows; else do nothing.

        Bad ones that may be left out are no problem while at least half of the rows that have a customer are good.
        """
        for role, found in self._faults.items():
            # A row that names nobody is in no figure, whatever else it holds.
            if (at := found.rows if role == "customer" else found.rows & rows).any():
                self.found.append(replace(found, rows=at))
        bad = self.bad()
        if bad is None or (self._leave_out_bad and int((rows & bad).sum()) * 2 <= int(rows.sum())):
            return
        places = sorted(
            (int(row), number)
            for number, found in enumerate(self.found)
            for row in np.flatnonzero(found.rows)[:MOST_TOLD]
        )[:MOST_TOLD]
        numbers = self.table.row_numbers([row for row, _ in places]) if places else []
        told = []
        for (row, number), shown in zip(places, numbers, strict=True):
            found = self.found[number]
            told.append(
                f"{self.table.name}: {self.table.place(shown)}, column {found.header}: {found.why(row)}."
            )
        refuse(self.table.name, told, sum(int(found.rows.sum()) for found in self.found))

    def faulty(self, role: str) -> Mask | bool:
        """The rows whose cell of a role looks blank because it holds an error."""
        return self._faults[role].rows if role in self._faults else False

    def _fault(self, role: str, rows: int) -> None:
        faults = self.table.faults(self.picked[role].index)
        if faults:
            mask = np.zeros(rows, np.bool_)
            mask[list(faults)] = True
            self._faults[role] = Found(mask, self.picked[role].header, faults.__getitem__)

    def _noted(self, role: str, parsed: Parsed) -> Parsed:
        self.notes += [f"Column {self.picked[role].header}: {note}." for note in parsed.notes]
        return parsed

    def _parse_once(self, role: str, held: list[Any]) -> Any:
        try:
            return self._parse(role, held.pop())
        finally:
            # What the cells took is used for what comes next; memory never used before costs much more.
            pa.default_memory_pool().release_unused()

    def _parse(self, role: str, cells: Any) -> Any:
        likely = _LIKELY.get(role)
        if likely == "numbers":
            numbers = self.table.numbers
            stored = None if numbers is None else partial(numbers, self.picked[role].index)
            return parse_money(cells, self.table.semicolons, self.table.row_numbers, stored)
        if role in _DAYS:
            return parse_dates(cells, self.table.serial_dates, self.table.row_numbers, self._leave_out_bad)
        if role in _NAMES:
            return parse_names(cells, *_NAMES[role])
        return id_marks(cells, LONGEST)

    def _result(self, role: str) -> Any:
        try:
            return self._parsed.pop(role).result()
        except WrongColumn as wrong:
            return self._of_the_named(role, wrong)

    def _of_the_named(self, role: str, wrong: WrongColumn) -> Any:
        """A column read once more without the cells that are in no figure; those are wrong, not blank."""
        if self._named is None or self._named.all():
            raise self._refused(role, wrong) from wrong
        (cells,) = self.table.fetch([self.picked[role].index])
        unread = ~self._named & cells.is_valid().to_numpy()
        try:
            parsed = self._parse(role, pc.if_else(pa.array(unread), pa.scalar(None, cells.type), cells))
        except WrongColumn as still:
            raise self._refused(role, still) from still
        return replace(parsed, blank=parsed.blank & ~unread, wrong=parsed.wrong | unread)

    def _refused(self, role: str, wrong: WrongColumn) -> BadLedger:
        said = f"{self.table.name}: column {self.picked[role].header}: {wrong}."
        return BadLedger(
            f"{said} That concerns the whole column, so no rows are left out."
            if self._leave_out_bad
            else said
        )

    def _likely(self, roles: Sequence[str]) -> dict[int, Likely]:
        """What the columns most likely hold, by position, so that a file can be read as that at once."""
        first = self.table.head(_LOOKED_AT)
        found: dict[int, Likely] = {}
        for role in roles:
            index = self.picked[role].index
            likely = _LIKELY.get(role, "names")
            if likely == "numbers" and self.table.semicolons:
                likely = "names"
            # A clock makes nearly every cell another text.
            if likely == "few" and any(":" in row[index] for row in first if index < len(row)):
                likely = "names"
            found[index] = likely
        return found

"""What a person has to look at: shared values that joined nobody, and customers whose rows contradict each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxworkshop.analysis.findings import listed
from cxworkshop.ledger.cells import Codes, Integers, WrongColumn, as_text
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.roles import key_name

MOST_CONFLICTS = 200
_MOST_PLACES = 6


@dataclass(frozen=True)
class KeyConflict:
    """A key's value beside several values of another role, both as written; `places` are (list, position) of rows.

    `against` is the role (or header) whose values `others` contradict each other. Where `others` has fewer than two
    the contradiction stands on rows that other shared values would join.
    """

    key: str
    value: str
    against: str
    others: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def says(self) -> str:
        """What is shared and what speaks against it, in words."""
        shared = f"{key_name(self.key)} {self.value}"
        what = key_name(self.against)
        if len(self.others) < 2:
            return f"{shared} would join, through other rows, customers of whom each has another {what}"
        return f"{shared} stands beside the {_several(what)} {listed(self.others)}"


@dataclass(frozen=True)
class Rows:
    """The rows of all lists, one after the other: which list each belongs to, and where each list starts."""

    lists: tuple[DepartmentList, ...]
    of: Codes
    starts: tuple[int, ...]

    def place(self, row: int) -> tuple[int, int]:
        """The list and the position in it of a row of all lists."""
        at = int(self.of[row])
        return at, row - self.starts[at]

    def written(self, role: str, row: int) -> str:
        """A row's cell as its list has it."""
        at, position = self.place(row)
        one = self.lists[at]
        if role == "name" and "name" not in one.cells:
            return " ".join(
                filter(None, (self._cell(one, part, position) for part in ("first_name", "last_name")))
            )
        return self._cell(one, role, position)

    def _cell(self, one: DepartmentList, role: str, position: int) -> str:
        if role not in one.cells:
            return ""
        cell = one.cells[role].slice(position, 1)
        try:
            return str(as_text(cell, "text")[0].as_py() or "").strip()
        except WrongColumn:
            return str(cell[0].as_py())


def conflicts(
    all_rows: Rows,
    key: str,
    codes: Codes,
    refused: Integers,
    against: str,
    contradicting: Codes,
    beside: Integers | None = None,
) -> list[KeyConflict]:
    """The first of the refused codes of a key, each with what contradicts on its rows.

    `contradicting` are the codes of the role `against` (-1: none); `beside` tells for each row the row on which its own
    is written, or -1, where that may be another.
    """
    refused = refused[:MOST_CONFLICTS]
    if not len(refused):
        return []
    at = np.flatnonzero(np.isin(codes, refused))
    order = at[np.argsort(codes[at], kind="stable")]
    told = []
    for mine in np.split(order, np.flatnonzero(np.diff(codes[order])) + 1):
        source = mine if beside is None else beside[mine]
        different: dict[int, tuple[int, int]] = {}
        for row, written in zip(mine.tolist(), source.tolist(), strict=True):
            if written >= 0 and contradicting[written] >= 0:
                different.setdefault(int(contradicting[written]), (row, written))
        several = list(different.values())[:_MOST_PLACES]
        shown = list(dict.fromkeys([*(row for row, _ in several), *mine[:_MOST_PLACES].tolist()]))[
            :_MOST_PLACES
        ]
        told.append(
            KeyConflict(
                key,
                all_rows.written(key, shown[0]),
                against,
                tuple(all_rows.written(against, written) for _, written in several),
                tuple(all_rows.place(row) for row in sorted(shown)),
            )
        )
    return told


def _several(what: str) -> str:
    return what if what.endswith("s") else f"{what}s"


def in_lists(lists: Sequence[DepartmentList], conflict: KeyConflict) -> str:
    """Where a conflict stands: each list with its rows, as a spreadsheet numbers them."""
    by_list: dict[int, list[int]] = {}
    for at, position in conflict.places:
        by_list.setdefault(at, []).append(position)
    return "; ".join(
        f"{lists[at].name}, row{'s' * (len(positions) > 1)} {listed([f'{n:,}' for n in lists[at].row_numbers(positions)])}"
        for at, positions in by_list.items()
    )

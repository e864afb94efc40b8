"""Rows of all lists made entities by exact keys: the same customer number, tax number or e-mail is the same customer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.cells import Codes, Integers, WrongColumn, as_text
from cxworkshop.ledger.lists.columns import Values, encoded, gathered, rows, tidied
from cxworkshop.ledger.lists.joining import distinct_per, joined, joined_apart
from cxworkshop.ledger.lists.numbers import aligned
from cxworkshop.ledger.lists.phones import without_country_codes
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.roles import IDENTIFYING, ROLES

MOST_NAMES = 10
"""An e-mail or phone beside more different names than this is a switchboard's, not a person's."""
MOST_ROWS = 100
"""... or, where a list has no names, on more rows than this."""
MOST_CONFLICTS = 200


@dataclass(frozen=True)
class KeyConflict:
    """A key's value that would make one customer of two customer numbers; `places` are (list, position) of rows."""

    key: str
    value: str
    numbers: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Matched:
    """The rows of all lists, one after the other: which list and which entity each belongs to.

    An entity is named by the position of its first row. `keys` are the roles that were followed, in order, and `values`
    their tidied cells. `conflicts` holds the first of the values that were not followed, of `conflict_count`.
    """

    lists: tuple[DepartmentList, ...]
    of: Codes
    starts: tuple[int, ...]
    entity: Integers
    keys: tuple[str, ...]
    values: dict[str, Values]
    conflicts: tuple[KeyConflict, ...]
    conflict_count: int
    notes: tuple[str, ...]

    def place(self, row: int) -> tuple[int, int]:
        """The list and the position in it of a row of all lists."""
        at = int(self.of[row])
        return at, row - self.starts[at]


def match_exactly(lists: Sequence[DepartmentList], keys: Sequence[str] | None = None) -> Matched:
    """Make rows with the same value of a key one entity; `keys` are roles or headers, by default those that identify.

    A value beside two customer numbers is a conflict and not followed, and neither is an e-mail or phone that many
    different names share. Raises BadValue for a key that no list has.
    """
    notes: list[str] = []
    for one in lists:
        notes += one.notes
    chosen = _keys(lists, keys, notes.append)
    sizes = [one.rows for one in lists]
    starts = tuple(int(start) for start in np.cumsum([0, *sizes[:-1]]))
    of = np.repeat(np.arange(len(lists), dtype=np.int32), sizes)
    entity = np.arange(sum(sizes), dtype=np.int64)
    values: dict[str, Values] = {}
    conflicts: list[KeyConflict] = []
    count, anchor = 0, None
    for key in chosen:
        found = _values(lists, key, notes.append)
        values[key] = found
        codes = found.codes
        if key in ("email", "phone"):
            codes = _personal(lists, of, starts, found, key, notes.append)
        if anchor is None:
            entity = joined(entity, codes)
            anchor = found if key not in ("email", "phone") else None
            continue
        result = joined_apart(entity, codes, anchor.codes)
        conflicts += _conflicts(key, found, result.refused[:MOST_CONFLICTS], anchor, of, starts)
        count += len(result.refused)
        entity = result.entity
    entity = _copies(lists, starts, entity, anchor, notes.append)
    if count:
        notes.append(
            f"{count:,} value{'s' * (count != 1)} of a key stand beside two customer numbers; nothing was made one"
            " through them."
        )
    return Matched(
        tuple(lists),
        of,
        starts,
        entity,
        tuple(chosen),
        values,
        tuple(conflicts[:MOST_CONFLICTS]),
        count,
        tuple(dict.fromkeys(notes)),
    )


def key_name(key: str) -> str:
    """A key as people call it."""
    return ROLES[key].what if key in ROLES else key


def _keys(
    lists: Sequence[DepartmentList], keys: Sequence[str] | None, note: Callable[[str], object]
) -> list[str]:
    if keys is None:
        chosen = [role for role in IDENTIFYING if any(role in one.columns for one in lists)]
    else:
        # Numbers before addresses: what identifies decides what an address may not join.
        order = (*IDENTIFYING[:2], *(key for key in keys if key not in ROLES), "email")
        chosen = sorted(dict.fromkeys(keys), key=lambda key: order.index(key) if key in order else len(order))
    for key in chosen:
        without = [one.name for one in lists if key not in one.columns]
        if len(without) == len(lists):
            raise BadValue(f"No list has a column for the key {key_name(key)}; choose another.")
        if without:
            note(f"No {key_name(key)} on {', '.join(without)}.")
    for one in lists:
        if not set(chosen) & set(one.columns):
            note(f"{one.name} has none of the keys, so each of its rows is taken as a customer of its own.")
    return chosen


def _values(lists: Sequence[DepartmentList], key: str, note: Callable[[str], object]) -> Values:
    if key == "phone":
        return without_country_codes(gathered(lists, key, note), note)
    if key != "id":
        return gathered(lists, key, note)
    parts = []
    for one in lists:
        cells, notes = tidied(one, key)
        parts.append(cells)
        for words in notes:
            note(words)
    return encoded(aligned([one.name for one in lists], parts, note))


def _personal(
    lists: Sequence[DepartmentList],
    of: Codes,
    starts: Sequence[int],
    found: Values,
    key: str,
    note: Callable[[str], object],
) -> Codes:
    """The codes without those that are no address or that many people share."""
    codes = found.codes.copy()
    if key == "email":
        address = pc.match_substring(found.texts, "@").to_numpy(zero_copy_only=False).astype(np.bool_)
        odd = (codes >= 0) & ~np.append(address, True)[codes]
        if odd.any():
            note(f"Cells without an @ are no e-mail address and join nobody ({rows(int(odd.sum()))}).")
            codes[odd] = -1
    often = np.bincount(codes[codes >= 0], minlength=len(found.texts))
    suspects = np.flatnonzero(often > MOST_NAMES)
    if not len(suspects):
        return codes
    at = np.flatnonzero(np.isin(codes, suspects))
    names = _names(lists, of, starts, at)
    group = np.searchsorted(suspects, codes[at]).astype(np.int32)
    different = distinct_per(group, names)
    nameless = np.bincount(group[names < 0], minlength=len(suspects))
    different = np.pad(different, (0, len(suspects) - len(different)))
    shared = suspects[(different > MOST_NAMES) | (nameless > MOST_ROWS)]
    if len(shared):
        codes[np.isin(codes, shared)] = -1
        several = f"{len(shared):,} {key_name(key)} values" if len(shared) > 1 else f"One {key_name(key)}"
        note(
            f"{several} stand{'s' * (len(shared) == 1)} beside more than {MOST_NAMES} names, or on more than"
            f" {MOST_ROWS} rows without a name: shared by many, so no key"
            f" ({rows(int(np.isin(found.codes, shared).sum()))})."
        )
    return codes


def _names(lists: Sequence[DepartmentList], of: Codes, starts: Sequence[int], at: Integers) -> Codes:
    """Codes of the names as written in some rows; -1 where a list has none."""
    parts = []
    for number, one in enumerate(lists):
        mine = pa.array(at[of[at] == number] - starts[number])
        written: Any = pa.nulls(len(mine), pa.large_string())
        for role in ("name", "last_name"):
            if role in one.cells:
                try:
                    written = pc.utf8_lower(as_text(one.cells[role], "a name").take(mine))
                except WrongColumn:
                    continue
                break
        parts.append(written.cast(pa.large_string()))
    return encoded(parts).codes


def _conflicts(
    key: str, found: Values, refused: Integers, anchor: Values, of: Codes, starts: Sequence[int]
) -> list[KeyConflict]:
    told = []
    at = np.flatnonzero(np.isin(found.codes, refused))
    order = at[np.argsort(found.codes[at], kind="stable")]
    for mine in np.split(order, np.flatnonzero(np.diff(found.codes[order])) + 1) if len(order) else []:
        numbers = [anchor.texts[int(code)].as_py() for code in np.unique(anchor.codes[mine]) if code >= 0]
        places = tuple((int(of[row]), int(row) - starts[int(of[row])]) for row in mine[:6])
        told.append(
            KeyConflict(key, found.texts[int(found.codes[mine[0]])].as_py(), tuple(numbers[:6]), places)
        )
    return told


def _copies(
    lists: Sequence[DepartmentList],
    starts: Sequence[int],
    entity: Integers,
    anchor: Values | None,
    note: Callable[[str], object],
) -> Integers:
    """Where one list is a copy of another, its rows are joined one by one, also those without any key."""
    codes = np.full(len(entity), -1, np.int32)
    for later, copy in enumerate(lists):
        for earlier in range(later):
            first = lists[earlier]
            if copy.headers == first.headers and copy.rows == first.rows and _same(copy, first):
                for start in (starts[earlier], starts[later]):
                    codes[start : start + copy.rows] = starts[earlier] + np.arange(copy.rows, dtype=np.int32)
                note(f"{copy.name} holds the same rows as {first.name}: they are matched row by row.")
                break
    return joined_apart(entity, codes, anchor.codes).entity if anchor else joined(entity, codes)


def _same(copy: DepartmentList, first: DepartmentList) -> bool:
    return set(copy.cells) == set(first.cells) and all(
        cells.combine_chunks().equals(first.cells[role].combine_chunks())
        for role, cells in copy.cells.items()
    )

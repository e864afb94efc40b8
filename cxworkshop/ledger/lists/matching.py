"""Rows of all lists made entities by exact keys: the same customer number, tax number or e-mail is the same customer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.columns import listed
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.conflicts import MOST_CONFLICTS, KeyConflict, Rows, conflicts
from cxworkshop.ledger.lists.copies import copied
from cxworkshop.ledger.lists.ids import numbered_customers
from cxworkshop.ledger.lists.joining import joined, joined_apart, settled_values, two_values
from cxworkshop.ledger.lists.keys import in_order, is_anchor, values_of
from cxworkshop.ledger.lists.people import names_at, numbered
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.roles import key_name
from cxworkshop.ledger.lists.series import Numbered
from cxworkshop.ledger.lists.sharing import personal

_NO_SERIES = Numbered(Values(np.empty(0, np.int32), None), (), ())


@dataclass(frozen=True)
class Matched(Rows):
    """The rows of all lists, one after the other: which list and which entity each belongs to.

    An entity is named by the position of its first row. `keys` are the roles that were followed, in order, and `values`
    their tidied cells; `series` is each list's series of customer ids. `conflicts` holds the first of the values that
    were not followed, of `conflict_count`; `doubts` ids that were, although their rows contradict each other.
    """

    entity: Integers
    keys: tuple[str, ...]
    values: dict[str, Values]
    series: tuple[int, ...]
    conflicts: tuple[KeyConflict, ...]
    conflict_count: int
    doubts: tuple[KeyConflict, ...]
    notes: tuple[str, ...]


@dataclass
class _Told:
    """What matching has to say: sentences, and the values that joined nobody."""

    notes: list[str] = field(default_factory=list)
    conflicts: list[KeyConflict] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def refused(self, key: str, found: list[KeyConflict], many: int) -> None:
        self.conflicts += found[: MOST_CONFLICTS - len(self.conflicts)]
        self.counts[key] = self.counts.get(key, 0) + many


def match_exactly(lists: Sequence[DepartmentList], keys: Sequence[str] | None = None) -> Matched:
    """Make rows with the same value of a key one entity; `keys` are roles or headers, by default those that identify.

    A value beside two customer numbers of one series, two tax numbers or two values of a named column is a conflict and
    not followed, and neither is an e-mail or phone that many share. The order of the keys does not matter. Raises
    BadValue for a key that no list has.
    """
    told = _Told([words for one in lists for words in one.notes])
    told.notes += [f"{one.name}: not used: {listed(one.unused)}." for one in lists if one.unused]
    chosen = in_order(lists, keys, told.notes.append)
    sizes = [one.rows for one in lists]
    rows = Rows(
        tuple(lists),
        np.repeat(np.arange(len(lists), dtype=np.int32), sizes),
        tuple(int(start) for start in np.cumsum([0, *sizes[:-1]])),
    )
    values = {key: values_of(lists, key, told.notes.append) for key in chosen if key != "id"}
    numbers, doubts = (
        numbered_customers(rows, values, told.notes.append)
        if "id" in chosen
        else (_NO_SERIES, tuple[KeyConflict, ...]())
    )
    if "id" in chosen:
        values = {"id": numbers.values, **values}
    entity = np.arange(sum(sizes), dtype=np.int64)
    anchors: list[tuple[str, Codes]] = []
    for key in chosen:
        codes = values[key].codes
        if key in ("email", "phone"):
            codes, offices = personal(lists, rows.of, rows.starts, values[key], key, told.notes.append)
            # Where a number has made all its rows one, an office's address contradicts nothing.
            offices = np.intersect1d(offices, two_values(values[key].codes, entity))
            told.refused(key, *_offices(rows, key, values[key].codes, offices))
        entity = _joined_apart(rows, entity, key, codes, anchors, told)
        if key == "id":
            # Numbers of two series are no contradiction.
            anchors += [
                (key, np.where(np.isin(rows.of, mine), codes, -1)) for mine in _groups(numbers.series)
            ]
        elif is_anchor(key):
            anchors.append((key, codes))
    copies = copied(lists, rows.starts, told.notes.append)
    if (copies >= 0).any():
        # A list and its copy have the same numbers row by row.
        entity = joined(entity, copies)
    for key, many in told.counts.items():
        if many:
            told.notes.append(
                f"{many:,} {key_name(key)} value{'s join' if many != 1 else ' joins'} nobody, because what stands"
                " beside it on its rows contradicts."
            )
    return Matched(
        rows.lists,
        rows.of,
        rows.starts,
        entity,
        tuple(chosen),
        values,
        numbers.series,
        tuple(told.conflicts),
        sum(told.counts.values()),
        doubts,
        tuple(dict.fromkeys(told.notes)),
    )


def _joined_apart(
    rows: Rows, entity: Integers, key: str, codes: Codes, anchors: Sequence[tuple[str, Codes]], told: _Told
) -> Integers:
    if not anchors:
        return joined(entity, codes)
    settled = [settled_values(entity, anchor) for _, anchor in anchors]
    result = joined_apart(entity, codes, settled)
    left = result.refused
    for (against, own), anchor in zip(anchors, settled, strict=True):
        known = np.full(len(entity), -1, anchor.dtype)
        known[entity[anchor >= 0]] = anchor[anchor >= 0]
        here = np.intersect1d(left, two_values(codes, known[entity]))
        left = np.setdiff1d(left, here)
        told.refused(key, conflicts(rows, key, codes, here, against, own, _beside(entity, own)), len(here))
    against, own = anchors[0]
    told.refused(key, conflicts(rows, key, codes, left, against, own, _beside(entity, own)), len(left))
    return result.entity


def _groups(series: Sequence[int]) -> list[list[int]]:
    return [[at for at, mine in enumerate(series) if mine == own] for own in dict.fromkeys(series)]


def _beside(entity: Integers, own: Codes) -> Integers:
    """For each row the row on which its entity's value of an anchor is written (its own, where it has one), or -1."""
    has = np.flatnonzero(own >= 0)
    known = np.full(len(entity), -1, np.int64)
    known[entity[has][::-1]] = has[::-1]
    found = known[entity]
    found[has] = has
    return found


def _offices(rows: Rows, key: str, codes: Codes, offices: Integers) -> tuple[list[KeyConflict], int]:
    """Offices' addresses that were not followed, with the names beside them."""
    at = np.flatnonzero(np.isin(codes, offices))
    named = np.full(len(codes), -1, np.int32)
    named[at] = numbered(names_at(rows.lists, rows.of, rows.starts, at))
    return conflicts(rows, key, codes, offices, "name", named), len(offices)

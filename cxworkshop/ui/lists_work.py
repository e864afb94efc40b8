"""The lists worked out once for each question: read, matched, compared, and settled by what people said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import streamlit as st

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.records import LedgerSource, ListSource, PairVerdict, Reconciliation
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.lists import (
    IDENTIFYING,
    Count,
    DepartmentList,
    Matched,
    NearPairs,
    Settled,
    Verdict,
    count,
    ids_as_here,
    match_exactly,
    merges_of,
    near_pairs,
    own_names,
    read_list,
    settle,
)
from cxworkshop.ui import kept_files, lab_compute
from cxworkshop.ui.lab_files import READ, path_for
from cxworkshop.ui.lists_source import FIELDS

_List = tuple[str, str, str, tuple[tuple[str, str], ...]]
_Word = tuple[int, int, int, int, bool]


@dataclass(frozen=True)
class Work:
    """What the panel shows: the lists' ids in order, matched rows, pairs, what was settled, and the count."""

    ids: tuple[str, ...]
    files: tuple[_List, ...]
    matched: Matched
    near: NearPairs | None
    settled: Settled
    counted: Count
    merges: tuple[tuple[str, str], ...]
    """Ids of the ledger that the lists made one with another of its ids: each, and that other."""

    def row_number(self, row: int) -> tuple[int, int]:
        """The list and the number that a spreadsheet shows beside a row of all lists."""
        at, position = self.matched.place(row)
        return at, int(_numbers(self.files[at])[position])


def work(workshop: Workshop) -> Work | None:
    """The answer to the workshop's question, from memory where it was asked before; None without lists on this computer.

    Raises BadFile for a list that cannot be read any more, BadValue for a key that no list has and where the ledger is to
    say who counts but cannot.
    """
    sources = [one for one in workshop.all(ListSource) if kept_files.path_of(one.fingerprint)]
    if not sources:
        return None
    files = _told_apart(tuple(_file(source) for source in sources))
    said = workshop.one(Reconciliation)
    has = {role for _, _, _, columns in files for role, _ in columns}
    keys = tuple(key for key in said.exact_keys or IDENTIFYING if key in has)
    places = {source.id: at for at, source in enumerate(sources)}
    words = tuple(
        (places[one.list_a], one.row_a, places[one.list_b], one.row_b, one.verdict == "same")
        for one in workshop.all(PairVerdict)
        if one.verdict and one.list_a in places and one.list_b in places and one.row_a and one.row_b
    )
    matched = _matched(files, keys)
    near = _near(files, keys) if said.near else None
    asked = _active(workshop, matched) if said.with_ledger else None
    # The ledger knows better than a list's own last day who is still a customer.
    seen = (None, None) if asked else (said.as_of, said.window_days)
    settled, counted, merges = _counted(files, keys, bool(said.near), words, said.accept_from, *seen, asked)
    return Work(tuple(places), files, matched, near, settled, counted, merges)


def _active(workshop: Workshop, matched: Matched) -> tuple[Path, LedgerSource]:
    source = workshop.one(LedgerSource)
    path = path_for(source)
    if path is None:
        raise BadValue(
            "“Count whom the ledger counts” is on, but there is no ledger on this computer: hand it in in the definition"
            " lab, or switch it off above."
        )
    if "id" not in matched.values:
        raise BadValue(
            "“Count whom the ledger counts” is on, but the lists are not matched on a customer id: choose it under Exact"
            " keys and name its column in at least one list, or switch it off above."
        )
    return path, source


def _told_apart(files: tuple[_List, ...]) -> tuple[_List, ...]:
    """The lists with names of their own: the second of one name is numbered, and none holds the + between names."""
    names = own_names([name for _, _, name, _ in files])
    return tuple(
        (path, file, name, columns) for (path, file, _, columns), name in zip(files, names, strict=True)
    )


def _file(source: ListSource) -> _List:
    path = kept_files.path_of(source.fingerprint)
    columns = tuple((role, getattr(source, name)) for role, name in FIELDS.items() if getattr(source, name))
    return str(path), source.file or "list.csv", source.name or source.file or "list", columns


@st.cache_resource(show_spinner="Reading the list ...", max_entries=12)
def _read(file: _List) -> DepartmentList:
    path, original, name, columns = file
    every = dict.fromkeys(FIELDS, "")
    return read_list(Path(path), name, file=original, columns={**every, **dict(columns)})


@st.cache_resource(show_spinner=False, max_entries=12)
def _numbers(file: _List) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    one = _read(file)
    return np.array(one.row_numbers(range(one.rows)), np.int64)


@st.cache_resource(show_spinner="Laying the lists over each other ...", max_entries=4)
def _matched(files: tuple[_List, ...], keys: tuple[str, ...]) -> Matched:
    return match_exactly([_read(file) for file in files], keys)


@st.cache_resource(show_spinner="Looking for near-duplicates ...", max_entries=4)
def _near(files: tuple[_List, ...], keys: tuple[str, ...]) -> NearPairs:
    return near_pairs(_matched(files, keys))


@st.cache_resource(
    show_spinner="Counting ...",
    max_entries=16,
    hash_funcs={LedgerSource: lambda source: source.model_dump_json(exclude=set(READ))},
)
def _counted(
    files: tuple[_List, ...],
    keys: tuple[str, ...],
    near: bool,
    words: tuple[_Word, ...],
    accept_from: float | None,
    as_of: date | None,
    window_days: int | None,
    asked: tuple[Path, LedgerSource] | None,
) -> tuple[Settled, Count, tuple[tuple[str, str], ...]]:
    matched = _matched(files, keys)
    verdicts = []
    for list_a, row_a, list_b, row_b, same in words:
        ends = [_position(matched, files, at, row) for at, row in ((list_a, row_a), (list_b, row_b))]
        if None not in ends:
            verdicts.append(Verdict(int(ends[0] or 0), int(ends[1] or 0), same))
    settled = settle(matched, _near(files, keys) if near else None, verdicts, accept_from)
    active, merges = None, tuple[tuple[str, str], ...]()
    if asked:
        path, source = asked
        active = ids_as_here(matched, lab_compute.active(path, source))
        # As the file has them: what was merged before, or is counted by another unit, has no ids of its own any more.
        plain = source.with_values({"merge_list": None, "merge_mark": None, "unit_column": None})
        merges = merges_of(matched, settled.entity, lab_compute.ledger(path, plain).customers)
    counted = count(matched, settled.entity, as_of=as_of, window_days=window_days, active_ids=active)
    return settled, counted, merges


def _position(matched: Matched, files: tuple[_List, ...], at: int, row: int) -> int | None:
    """A row of all lists by its number in its own; None where the file has no such row any more."""
    numbers = _numbers(files[at])
    position = int(np.searchsorted(numbers, row))
    found = position < len(numbers) and numbers[position] == row
    return matched.starts[at] + position if found else None

"""The one company version, who is on which lists, and how each department's number walks to it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.lists.columns import gathered
from cxworkshop.ledger.lists.joining import distinct_per
from cxworkshop.ledger.lists.matching import Matched


@dataclass(frozen=True)
class Step:
    """One reason why a department's number is another: its cause as the count's table names it, and whole customers."""

    cause: str
    customers: int
    says: str


@dataclass(frozen=True)
class ListCount:
    """One list on its way: rows - duplicates - products - lapsed - strangers + missing = the one company version.

    `duplicates` and `products` are rows too many for its own entities; `lapsed` are entities last seen before the window;
    `strangers` entities that the ledger does not know; `missing` are customers who are not on this list.
    """

    name: str
    rows: int
    entities: int
    duplicates: int
    products: int
    lapsed: int
    strangers: int
    missing: int
    one_version: int

    @property
    def walk(self) -> tuple[Step, ...]:
        """The steps that are not nought, in order; added to the rows they give the one company version."""
        steps = (
            Step(
                "counts some of them twice", -self.duplicates, "rows that repeat a customer on the same list"
            ),
            Step(
                "counts products", -self.products, "a customer's further products, each with a row of its own"
            ),
            Step("includes customers who have left", -self.lapsed, "customers not seen within the window"),
            Step("includes trials and prospects", -self.strangers, "people whom the ledger does not know"),
            Step("some are missing", self.missing, "customers whom only other lists know"),
        )
        return tuple(step for step in steps if step.customers)


@dataclass(frozen=True)
class Combination:
    """How many customers are on exactly these lists."""

    lists: tuple[str, ...]
    customers: int


@dataclass(frozen=True)
class Count:
    """The one company version with all that leads to it; `active` says for each row whether its entity counts."""

    one_version: int
    lists: tuple[ListCount, ...]
    combinations: tuple[Combination, ...]
    active: Mask
    notes: tuple[str, ...]


def count(
    matched: Matched,
    entity: Integers,
    *,
    as_of: date | None = None,
    window_days: int | None = None,
    active_ids: AbstractSet[str] | None = None,
) -> Count:
    """Count entities over all lists.

    With `as_of` and `window_days`, an entity last seen on no list after as_of - window_days has lapsed; one without any
    last-seen date counts. With `active_ids` (a ledger's customers within the window, from `ids_as_here`), an entity
    counts only with one of them: without any id it is a stranger, with others it has lapsed; and those of them who are
    on no list count too.
    """
    notes: list[str] = []
    lists = len(matched.lists)
    roots, inside = np.unique(entity, return_inverse=True)
    on = np.zeros((lists, len(roots)), np.bool_)
    on[matched.of, inside] = True
    nowhere = 0
    lapsed = np.zeros(len(roots), np.bool_)
    strangers = np.zeros(len(roots), np.bool_)
    if as_of is not None and window_days is not None:
        lapsed |= _silent(matched, inside, len(roots), as_of, window_days, notes)
    if active_ids is not None and "id" in matched.values:
        known, numbered, found_ids = _known(matched, inside, len(roots), active_ids)
        nowhere = len(active_ids) - found_ids
        strangers = ~numbered
        lapsed = (lapsed | (numbered & ~known)) & ~strangers
    counts = ~(lapsed | strangers)
    one_version = int(counts.sum()) + nowhere
    products = gathered(matched.lists, "product", lambda _: None).codes
    told = []
    for at, one in enumerate(matched.lists):
        mine = slice(matched.starts[at], matched.starts[at] + one.rows)
        here, present = inside[mine], on[at]
        several = np.zeros(len(roots), np.int64)
        found = distinct_per(here.astype(np.int32), products[mine])
        several[: len(found)] = found
        further = int(np.maximum(several - 1, 0)[present].sum())
        own = int(present.sum())
        told.append(
            ListCount(
                one.name,
                one.rows,
                own,
                one.rows - own - further,
                further,
                int((lapsed & present).sum()),
                int((strangers & present).sum()),
                one_version - int((counts & present).sum()),
                one_version,
            )
        )
    return Count(
        one_version,
        tuple(told),
        _combinations(matched, on[:, counts], nowhere),
        counts[inside],
        tuple(notes),
    )


def _combinations(
    matched: Matched, on: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], nowhere: int
) -> tuple[Combination, ...]:
    masks = (on * (1 << np.arange(len(matched.lists)))[:, None]).sum(axis=0)
    found, sizes = np.unique(masks, return_counts=True)
    named = [
        Combination(tuple(one.name for at, one in enumerate(matched.lists) if int(mask) >> at & 1), int(size))
        for mask, size in zip(found, sizes, strict=True)
    ]
    if nowhere:
        named.append(Combination((), nowhere))
    return tuple(sorted(named, key=lambda one: (-one.customers, len(one.lists), one.lists)))


def _silent(
    matched: Matched, inside: Integers, entities: int, as_of: date, window_days: int, notes: list[str]
) -> Mask:
    seen = gathered(matched.lists, "last_seen", notes.append)
    if not len(seen.texts):
        return np.zeros(entities, np.bool_)
    days = np.append(seen.texts.cast(pa.int64()).to_numpy(), 0)[seen.codes]
    last = np.zeros(entities, np.int64)
    np.maximum.at(last, inside, days)
    first_day = int((as_of - timedelta(days=window_days)).strftime("%Y%m%d"))
    return (last > 0) & (last <= first_day)


def _known(
    matched: Matched, inside: Integers, entities: int, active_ids: AbstractSet[str]
) -> tuple[Mask, Mask, int]:
    ids = matched.values["id"]
    listed = pc.is_in(ids.texts, value_set=pa.array(sorted(active_ids), pa.large_string()))
    row = np.append(listed.to_numpy(zero_copy_only=False).astype(np.bool_), False)[ids.codes]
    known, numbered = np.zeros(entities, np.bool_), np.zeros(entities, np.bool_)
    known[inside[row]] = True
    numbered[inside[ids.codes >= 0]] = True
    return known, numbered, int(pc.sum(listed).as_py() or 0)


def names_of(lists: Sequence[str]) -> str:
    """A combination's lists as one name."""
    return "+".join(lists)

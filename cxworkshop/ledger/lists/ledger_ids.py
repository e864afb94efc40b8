"""A ledger's customers among the matched lists: whose number is whose, and which of them the lists made one."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.lists.columns import tidied_ids
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.series import in_series


def ids_as_here(matched: Matched, customers: Sequence[str]) -> frozenset[str]:
    """A ledger's customers with their numbers written as those of the matched lists are, so that they can be compared.

    A customer who is on no list keeps a number that no list has.
    """
    written, places = _found(matched, customers)
    texts = matched.values["id"].texts.to_pylist() if "id" in matched.values else []
    return frozenset(
        texts[place] if place >= 0 else f"{number} of the ledger"
        for number, place in zip(written, places.tolist(), strict=True)
        if number
    )


def merges_of(matched: Matched, entity: Integers, customers: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The ledger's customers whom the lists made one with another of its customers: each, and the first such one.

    Both are written as the ledger writes them. A number that stands with several entities settles nothing.
    """
    if "id" not in matched.values:
        return ()
    ids = matched.values["id"]
    rows = np.flatnonzero(ids.codes >= 0)
    low = np.full(len(ids.texts), np.iinfo(np.int64).max)
    high = np.full(len(ids.texts), -1, np.int64)
    np.minimum.at(low, ids.codes[rows], entity[rows])
    np.maximum.at(high, ids.codes[rows], entity[rows])
    _, places = _found(matched, customers)
    first: dict[int, str] = {}
    merges = []
    for customer, place in zip(customers, places.tolist(), strict=True):
        if place < 0 or low[place] != high[place]:
            continue
        one = first.setdefault(int(low[place]), customer)
        if one != customer:
            merges.append((customer, one))
    return tuple(merges)


def _found(matched: Matched, customers: Sequence[str]) -> tuple[list[str | None], Integers]:
    """The customers' numbers in the lists' one way of writing, and each one's place among the lists' numbers or -1.

    Where the lists have several series, the ledger's is the one that has most of its numbers.
    """
    best = np.full(len(customers), -1, np.int64)
    if "id" not in matched.values:
        return list(customers), best
    ids = matched.values["id"]
    signed = bool(pc.any(pc.match_substring(ids.texts, "-")).as_py())
    cells, _ = tidied_ids(pa.array(customers, pa.large_string()), signed)
    for own in dict.fromkeys(matched.series):
        lists = [at for at, mine in enumerate(matched.series) if mine == own]
        here = np.unique(ids.codes[np.isin(matched.of, lists)])
        here = here[here >= 0]
        together = in_series(
            ("ledger", "lists"), ("", ""), (cells, ids.texts.take(pa.array(here))), lambda words: None
        )
        # A guess changes how both are written, never their order.
        ours, theirs = together.values.codes[len(customers) :], together.values.codes[: len(customers)]
        places = np.full(len(together.values.texts) + 1, -1, np.int64)
        places[ours] = here
        found = np.where(theirs >= 0, places[theirs], -1)
        if (found >= 0).sum() > (best >= 0).sum():
            best = found
    return cells.to_pylist(), best

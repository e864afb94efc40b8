"""A ledger's rows in blocks of customers, small enough for a processor's cache, ready for any definition."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.cells import Codes, Integers, Mask, side_by_side
from cxworkshop.ledger.homes import homes
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.worth import margin, yearly

# A purchase's longest window and the days of any contract fit between two places' moments.
_LONGEST_WINDOW = 36_601
_CONTRACT_STRIDE = 2**32
_BLOCK = 2**18
# What a customer costs beside its rows: a cell for every boundary.
_CUSTOMER = 16


@dataclass(frozen=True, eq=False)
class Block:
    """Some customers, each at a place, and all their rows by place and day; days are counted from the ledger's first.

    `at` is a row's moment: its place times `stride` plus its day, so that moments tell customers and days apart.
    `homes` is each place's segment where customers keep theirs, `segment` each row's where they do not.
    """

    customers: Codes
    stride: int
    place: Codes
    day: Codes
    at: npt.NDArray[Any]
    cents: npt.NDArray[Any]
    worth: npt.NDArray[Any]
    refunds: Codes
    homes: Codes | None
    segment: Codes | None
    end: Integers | None
    contract: Mask | None
    yearly: Integers | None
    ends: Integers | None
    """The moments at which contracts end, in order; of equal ones the one to begin last, then the dearest, comes last."""
    ended: Integers | None
    """What each of these contracts was worth in a year."""
    first_seen: Integers | None
    """The day on which each place's customer was first seen, where a column tells it."""


def blocks(
    ledger: Ledger, first_day: int, margin_percent: float | None, size: int = _BLOCK
) -> Iterator[Block]:
    """Cut a ledger into blocks of about `size` rows; a row's worth is its value, or its margin, or its amount.

    Days are counted from the day number `first_day`, of the ledger before any row was left out.
    """
    counts = np.bincount(ledger.customer, minlength=len(ledger.customers))
    starts = np.cumsum(counts) - counts
    stride = int(ledger.day.max()) - first_day + _LONGEST_WINDOW
    if ledger.contract is not None:
        stride = _CONTRACT_STRIDE
    most = max(1, min(size, (2**31 - 1) // stride if stride < 2**31 else size))
    home, changes = homes(ledger, starts, counts)
    order = np.flatnonzero(counts)
    order = order[np.lexsort((home[order], changes[order]))]
    effort = np.cumsum(counts[order] + _CUSTOMER)
    cuts = np.searchsorted(effort, np.arange(size, int(effort[-1]), size))
    places = np.arange(0, len(order), most)
    cuts = np.unique([0, *cuts, *places, int((~changes[order]).sum()), len(order)])

    def block(begin: int, until: int) -> Block:
        who = order[begin:until].astype(np.int32)
        keeps = home[who] if not changes[who[0]] else None
        return _block(ledger, who, keeps, starts[who], counts[who], stride, first_day, margin_percent)

    return side_by_side(block, list(pairwise(cuts.tolist())))


def _block(
    ledger: Ledger,
    who: Codes,
    keeps: Codes | None,
    starts: Integers,
    counts: Integers,
    stride: int,
    first_day: int,
    margin_percent: float | None,
) -> Block:
    rows = np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
    place = np.repeat(np.arange(len(who), dtype=np.int32), counts)
    day = (ledger.day[rows] - first_day).astype(np.int32)
    cents = ledger.cents[rows]
    worth = cents
    if ledger.value is not None:
        worth = ledger.value[rows]
    elif margin_percent is not None:
        worth = margin(cents, margin_percent)
    contract = end = by_year = ends = ended = None
    if ledger.contract is not None and ledger.end is not None:
        contract, end = ledger.contract[rows], ledger.end[rows].astype(np.int64)
        by_year = np.where(contract, yearly(worth, ledger.day[rows], end), 0)
        end -= first_day
        real = np.flatnonzero(contract & (cents >= 0))
        ends, ended = place[real].astype(np.int64) * stride + end[real], by_year[real]
        order = np.lexsort((ended, day[real], ends))
        ends, ended = ends[order], ended[order]
    small = _small(cents)
    return Block(
        customers=who,
        stride=stride,
        place=place,
        day=day,
        at=_small(place.astype(np.int64) * stride + day, wide=stride >= 2**31),
        cents=small,
        worth=small if worth is cents else _small(worth),
        refunds=np.flatnonzero(cents < 0).astype(np.int32),
        homes=keeps,
        segment=ledger.segment[rows] if keeps is None and ledger.segment is not None else None,
        end=end,
        contract=contract,
        yearly=by_year,
        ends=ends,
        ended=ended,
        first_seen=None if ledger.first_seen is None else ledger.first_seen[who] - first_day,
    )


def _small(numbers: Integers, wide: bool = False) -> npt.NDArray[Any]:
    """The same whole numbers in 32 bits where they fit, unless they must stay wide for what is added to them."""
    fits = not wide and int(numbers.max()) < 2**31 and int(numbers.min()) >= -(2**31)
    return numbers.astype(np.int32) if fits else numbers

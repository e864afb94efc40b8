"""The figures of a bridge, counted block by block on every core and added up."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.blocks import Block
from cxworkshop.ledger.boundaries import Boundaries
from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.memo import Found, found
from cxworkshop.ledger.movements import Movements
from cxworkshop.ledger.renewals import renewals
from cxworkshop.ledger.segments import Changing, Fixed, Segments
from cxworkshop.ledger.spells import Spells, qualifying, spells
from cxworkshop.ledger.wallets import wallets


@dataclass(frozen=True, eq=False)
class Counted:
    """Figures by period and segment number, renewals by boundary, and what there is to look at by name."""

    figures: dict[str, Integers]
    renewals: Integers
    orphans: tuple[Found, ...]
    worthless: tuple[Found, ...]


def count(
    blocks: Sequence[Block],
    segments: int,
    definition: BridgeDefinition,
    boundaries: Boundaries,
    threads: int | None = None,
) -> Counted:
    """Count all blocks; `segments` is how many there are with that of unknown; by default a thread for every core."""

    def one(block: Block) -> Counted:
        return _block(block, segments, definition, boundaries)

    with ThreadPoolExecutor(threads or os.cpu_count() or 1) as pool:
        parts = list(pool.map(one, blocks))
    names = dict.fromkeys(name for part in parts for name in part.figures)
    nothing = np.zeros((boundaries.periods, segments), np.int64)
    return Counted(
        {name: sum((part.figures.get(name, nothing) for part in parts), nothing) for name in names},
        sum((part.renewals for part in parts), np.zeros((boundaries.columns, 6), np.int64)),
        tuple(found for part in parts for found in part.orphans),
        tuple(found for part in parts for found in part.worthless),
    )


def _block(block: Block, segments: int, definition: BridgeDefinition, boundaries: Boundaries) -> Counted:
    entering = boundaries.later(0)[block.day]
    counts = qualifying(block, definition.minimum_cents)
    lives = spells(block, counts, definition, boundaries)
    stands: Segments
    if block.homes is not None:
        stands = Fixed(block.homes, block.place, boundaries.columns, segments)
    else:
        assert block.segment is not None
        stands = Changing(
            block.place,
            entering,
            block.segment,
            len(block.customers),
            boundaries.columns,
            segments,
        )
    value, pending = wallets(block, entering, definition, boundaries)
    moved = Movements(lives, value, boundaries, stands, segments)
    moved.levels(pending)
    moved.arrivals_and_departures()
    moved.silences()
    moved.moves()
    bought = counts if block.contract is None else counts & ~block.contract
    moved.rows("revenue", entering, block.cents)
    moved.rows("purchases", entering, bought)
    orphans = _orphans(block, lives, moved, boundaries)
    return Counted(
        moved.figures,
        renewals(block, definition.grace, boundaries),
        (orphans,),
        (_worthless(block, moved, boundaries),),
    )


def _orphans(block: Block, lives: Spells, moved: Movements, boundaries: Boundaries) -> Found:
    """Refunds to customers who were not active on the refund's day, in the periods."""
    rows = block.refunds[~lives.active_at(block.at[block.refunds])]
    boundary = boundaries.of(block.day[rows])
    within = (boundary > 0) & (boundary <= boundaries.periods)
    rows, boundary = rows[within], boundary[within]
    worth = block.worth[rows].astype(np.int64)
    moved.count("orphan_refunds", boundary, block.place[rows])
    moved.count("orphan_value", boundary, block.place[rows], worth)
    return found(block.customers[block.place[rows]], block.day[rows].astype(np.int64), worth)


def _worthless(block: Block, moved: Movements, boundaries: Boundaries) -> Found:
    """Customers who are active at the last boundary with a value of nothing or less."""
    last = boundaries.periods
    active = moved.active[last :: boundaries.columns]
    value = moved.value[last :: boundaries.columns]
    who = np.flatnonzero(active & (value <= 0))
    return found(block.customers[who], np.full(len(who), boundaries.days[last]), value[who])

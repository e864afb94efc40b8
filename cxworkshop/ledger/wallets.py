"""What each customer's wallet holds at every boundary, in cents."""

import numpy as np

from cxworkshop.ledger.blocks import Block
from cxworkshop.ledger.boundaries import Boundaries
from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.worth import scaled


def wallets(
    block: Block, entering: Integers, definition: BridgeDefinition, boundaries: Boundaries
) -> tuple[Integers, Integers | None]:
    """The value of every cell (place by boundary), active or not, and the cells whose renewal is pending.

    `entering` is the first boundary on or after each row's day.
    Purchases are worth their net in the window, contracts their yearly value while they cover the day or, where none
    does, the latest within its grace; hybrid adds both, purchases taken to a year (docs/method.md 2). Pending is None
    without contracts.
    """
    if block.contract is None or block.end is None or block.yearly is None:
        return _bought(block, entering, None, definition.window, boundaries), None
    value = scaled(
        _bought(block, entering, ~block.contract, definition.window, boundaries), 365, definition.window
    )
    covering = np.flatnonzero(block.contract)
    end, worth = block.end[covering], block.yearly[covering]
    origin = block.place[covering].astype(np.int64) * boundaries.columns
    came, went = origin + entering[covering], origin + boundaries.of(end + 1)
    value += _held(came, went, worth, len(value))
    real = block.cents[covering] >= 0
    ones = np.ones(int(real.sum()), np.int64)
    covered = _held(came[real], went[real], ones, len(value))
    over = (origin + boundaries.of(end + definition.grace + 1))[real]
    pending = np.flatnonzero((_held(went[real], over, ones, len(value)) > 0) & (covered == 0))
    place, boundary = np.divmod(pending, boundaries.columns)
    # Grace is granted to the last that ended before the boundary's day.
    looked_up = place * block.stride + boundaries.days[boundary]
    assert block.ends is not None
    assert block.ended is not None
    value[pending] += block.ended[np.searchsorted(block.ends, looked_up, side="left") - 1]
    return value, pending


def _bought(
    block: Block, entering: Integers, rows: Mask | None, window: int, boundaries: Boundaries
) -> Integers:
    place, day, worth = block.place, block.day, block.worth
    if rows is not None:
        place, day, worth, entering = place[rows], day[rows], worth[rows], entering[rows]
    origin = place.astype(np.int64) * boundaries.columns
    cells = len(block.customers) * boundaries.columns
    return _held(
        origin + entering,
        origin + boundaries.later(window)[day],
        worth.astype(np.int64),
        cells,
    )


def _held(came: Integers, went: Integers, amount: Integers, cells: int) -> Integers:
    """Each amount in the cells from `came` until before `went`, which are of one place, added up."""
    change = np.zeros(cells, np.int64)
    np.add.at(change, came, amount)
    np.subtract.at(change, went, amount)
    # What a place gains it has lost again by its last boundary, so one running sum serves all of them.
    return np.cumsum(change, out=change)

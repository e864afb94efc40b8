"""Contracts that ended in a period: renewed, not renewed, or still within their grace."""

from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.blocks import Block
from cxworkshop.ledger.boundaries import Boundaries
from cxworkshop.ledger.cells import Integers


@dataclass(frozen=True)
class Renewals:
    """Contracts due in a period, by count and by their yearly value in cents; the rest of due was not renewed."""

    due: int
    renewed: int
    pending: int
    due_cents: int
    renewed_cents: int
    pending_cents: int


def renewals(block: Block, grace: int, boundaries: Boundaries) -> Integers:
    """A block's contracts by the period of their last day, a row a boundary, columns as in Renewals (docs/method.md 2).

    One is renewed when another of its customer's, begun by closing, begins no later than the day after its grace and
    outlasts it; pending when it is not and its grace is not over.
    """
    total = np.zeros((boundaries.columns, 6), np.int64)
    if block.contract is None or block.end is None or block.yearly is None:
        return total
    real = np.flatnonzero(block.contract & (block.cents >= 0))
    end, start = block.end[real], block.at[real].astype(np.int64)
    origin = start - block.day[real]
    # A place's moments lie beyond every end of the place before it, so the maximum starts anew with each.
    reach = np.maximum.accumulate(origin + end)
    boundary = boundaries.of(end)
    due = np.flatnonzero((boundary > 0) & (boundary <= boundaries.periods))
    end, boundary, origin, worth = end[due], boundary[due], origin[due], block.yearly[real][due]
    closing = boundaries.days[boundary]
    # The furthest end among the customer's contracts that begin in time.
    in_time = np.searchsorted(start, origin + np.minimum(end + grace + 1, closing), side="right") - 1
    renewed = reach[in_time] > origin + end
    pending = ~renewed & (end + grace >= closing)
    for column, who in enumerate((np.ones_like(renewed), renewed, pending)):
        np.add.at(total[:, column], boundary[who], 1)
        np.add.at(total[:, column + 3], boundary[who], worth[who])
    return total

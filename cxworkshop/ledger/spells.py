"""Spells: the unbroken stretches of days on which a customer is active."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.blocks import Block
from cxworkshop.ledger.boundaries import Boundaries
from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.definition import BridgeDefinition


@dataclass(frozen=True, eq=False)
class Spells:
    """Spells by place, then by day, as moments (`Block.at`): active from `begin` until the day before `exit`."""

    begin: npt.NDArray[Any]
    exit: npt.NDArray[Any]
    place: npt.NDArray[Any]
    came: Integers
    """The first boundary on or after a spell's first day."""
    went: Integers
    """The first boundary without the spell."""
    seen: Integers | None = None
    """For each place, the first boundary on or after the day on which its customer was first seen, where that is told."""

    def active_at(self, moments: npt.NDArray[Any]) -> Mask:
        """Whether the customer of each moment is active on its day."""
        if not len(self.begin):
            return np.zeros(len(moments), np.bool_)
        latest = np.searchsorted(self.begin, moments, side="right") - 1
        found: Mask = (latest >= 0) & (self.exit[latest] > moments)
        return found

    @cached_property
    def first_of_place(self) -> Mask:
        """Which spells are their customer's first."""
        first = np.ones(len(self.place), np.bool_)
        first[1:] = self.place[1:] != self.place[:-1]
        return first

    @cached_property
    def first_came(self) -> Integers:
        """For each spell, the boundary by which its customer had come for the first time, or was first seen."""
        first = np.flatnonzero(self.first_of_place)
        came = np.repeat(self.came[first], np.diff(first, append=len(self.place)))
        return came if self.seen is None else np.minimum(came, self.seen[self.place])


def qualifying(block: Block, minimum_cents: int) -> Mask:
    """Which rows keep their customer active: no refunds, no purchases below the minimum (docs/method.md 2)."""
    if block.contract is None:
        return block.cents >= minimum_cents
    return block.cents >= np.where(block.contract, 0, minimum_cents)


def spells(block: Block, counts: Mask, definition: BridgeDefinition, boundaries: Boundaries) -> Spells:
    """Join a block's rows that count: each keeps its customer for a window, or a contract's term with its grace."""
    at = block.at[counts]
    opens = np.ones(len(at), np.bool_)
    if block.contract is None or block.end is None:
        opens[1:] = at[1:] - at[:-1] > definition.window
        first = np.flatnonzero(opens)
        leave = at[np.append(first[1:], len(at)) - 1] + definition.window if len(at) else at
    else:
        stays = np.where(block.contract, block.end - block.day + definition.grace + 1, definition.window)
        # A place's moments lie beyond every exit of the place before it, so the maximum starts anew with each.
        reach = np.maximum.accumulate(at + stays[counts])
        opens[1:] = at[1:] > reach[:-1]
        first = np.flatnonzero(opens)
        leave = reach[np.append(first[1:], len(at)) - 1] if len(at) else reach
    begin = at[first]
    place = begin // block.stride
    origin = place * block.stride
    seen = None if block.first_seen is None else boundaries.of(block.first_seen)
    return Spells(begin, leave, place, boundaries.of(begin - origin), boundaries.of(leave - origin), seen)

"""What moved from boundary to boundary: people and cents, by segment."""

from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.boundaries import Boundaries
from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.segments import Changing, Segments, Whole
from cxworkshop.ledger.spells import Spells

MOVES = ("moved_in", "moved_out", "moved_in_value", "moved_out_value")


class Movements:
    """The figures of a block by period and segment number, named as the columns of the result (docs/method.md 2).

    Opening, lapsed and moved-out stand in the segment of the opening, all else in that of the closing; a move carries
    the value of the opening. `active` and `value` are by cell: place by boundary.
    """

    def __init__(
        self, lives: Spells, value: Integers, boundaries: Boundaries, segments: Segments, known: int
    ):
        self._boundaries, self._segments, self._known = boundaries, segments, known
        self._lives = lives
        self._origin = lives.place.astype(np.int64) * boundaries.columns
        self.active = self._present(len(value))
        self.value = np.multiply(value, self.active, out=value)
        self.figures: dict[str, Integers] = {}

    def count(self, name: str, boundary: Integers, place: Whole, amount: Integers | None = None) -> None:
        """Add up events at boundaries 1 and later - how many, or their amounts - in the segment of the closing."""
        self._events(name, boundary, self._segments.at(boundary, place), amount)

    def rows(self, name: str, boundary: Integers, amount: npt.NDArray[Any]) -> None:
        """Add up all rows' amounts, or those that count, at boundaries 1 and later, in the segment of the closing."""
        self.figures[name] = self._segments.rows(boundary, amount)[1:-1]

    def levels(self, pending: Integers | None) -> None:
        """How things stand at each boundary, and how the wallets of those who stayed changed on the way."""
        active, value = self.active, self.value
        closing, worth = self._segments.cells(active), self._segments.cells(value)
        self.figures["opening"], self.figures["closing"] = closing[:-2], closing[1:-1]
        self.figures["opening_value"], self.figures["closing_value"] = worth[:-2], worth[1:-1]
        self.figures["worthless"] = self._segments.cells(active & (value <= 0))[1:-1]
        if pending is not None:
            at = pending[active[pending]]
            place, boundary = np.divmod(at, self._boundaries.columns)
            self.count("pending", boundary, place)

    def arrivals_and_departures(self) -> None:
        """Who came and who left between two boundaries, and what those who stayed gained and lost in value."""
        lives, columns = self._lives, self._boundaries.columns
        stands = np.flatnonzero(lives.came < lives.went)
        place, came, went = lives.place[stands], lives.came[stands], lives.went[stands]
        # Who left and came back between the same two boundaries did neither.
        back = (place[1:] == place[:-1]) & (came[1:] == went[:-1])
        arrived = np.append(True, ~back) if len(stands) else np.zeros(0, np.bool_)
        departed = np.append(~back, True) if len(stands) else np.zeros(0, np.bool_)
        arrived &= came > 0
        departed &= went < columns - 1
        origin = self._origin[stands]
        first = lives.first_came[stands] == came
        for name, who in (("new", arrived & first), ("returned", arrived & ~first)):
            self.count(name, came[who], place[who])
            self.count(f"{name}_value", came[who], place[who], self.value[(origin + came)[who]])
        left, leavers = went[departed], place[departed]
        stood = self._segments.at(left - 1, leavers)
        self._events("lapsed", left, stood)
        self._events("lapsed_value", left, stood, self.value[(origin + went)[departed] - 1])
        change = np.empty_like(self.value)
        change[:1] = 0
        np.subtract(self.value[1:], self.value[:-1], out=change[1:])
        change[(origin + came)[arrived]] = 0
        change[(origin + went)[departed]] = 0
        grown, net = self._segments.cells(np.maximum(change, 0)), self._segments.cells(change)
        self.figures["grown_value"], self.figures["shrunk_value"] = grown[1:-1], (grown - net)[1:-1]
        self.figures["grown"] = self._segments.cells(change > 0)[1:-1]
        self.figures["shrunk"] = self._segments.cells(change < 0)[1:-1]

    def silences(self) -> None:
        """Who came and went, or paused, between two boundaries: a spell began where nothing changed at the ends."""
        lives, columns = self._lives, self._boundaries.columns
        seen = (lives.came > 0) & (lives.came < columns - 1)
        # Several spells in one period are one customer's.
        seen[1:] &= (lives.place[1:] != lives.place[:-1]) | (lives.came[1:] != lives.came[:-1])
        seen &= ~lives.first_of_place | (lives.came == lives.went)
        place, boundary, cell = lives.place[seen], lives.came[seen], (self._origin + lives.came)[seen]
        there, was = self.active[cell], self.active[cell - 1]
        passing = ~there & ~was
        self.count("came_and_went", boundary[passing], place[passing])
        known = passing & (lives.first_came[seen] < boundary)
        self.count("returned_and_went", boundary[known], place[known])
        paused = there & was
        self.count("paused", boundary[paused], place[paused])

    def moves(self) -> None:
        """Who stayed and stands in another segment than before."""
        if not isinstance(self._segments, Changing):
            return
        stands = self._segments.stands
        other = self.active[1:] & self.active[:-1] & (stands[1:] != stands[:-1])
        cell = np.flatnonzero(other) + 1
        boundary, carried = cell % self._boundaries.columns, self.value[cell - 1]
        for name, segment in (("moved_in", stands[cell]), ("moved_out", stands[cell - 1])):
            self._events(name, boundary, segment)
            self._events(f"{name}_value", boundary, segment, carried)

    def _present(self, cells: int) -> Mask:
        lives = self._lives
        stands = lives.came < lives.went
        change = np.zeros(cells, np.int8)
        # A customer's spells that are seen at a boundary come at different ones, and go at different ones.
        change[(self._origin + lives.came)[stands]] = 1
        change[(self._origin + lives.went)[stands]] -= 1
        return np.cumsum(change, dtype=np.int8, out=change).view(np.bool_)

    def _events(self, name: str, boundary: Integers, segment: Codes, amount: Integers | None = None) -> None:
        keys = boundary * self._known + segment
        size = self._boundaries.columns * self._known
        if amount is None:
            total = np.bincount(keys, minlength=size)
        else:
            total = np.zeros(size, np.int64)
            np.add.at(total, keys, amount)
        self.figures[name] = total.reshape(-1, self._known)[1:-1]

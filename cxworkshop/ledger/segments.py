"""In which segment a customer stands at a boundary, and figures added up by it."""

from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.cells import Codes, Integers


class Fixed:
    """Customers who keep their segment, placed segment by segment: adding up takes whole stretches of them."""

    def __init__(self, homes: Codes, columns: int, segments: int) -> None:
        self._homes, self._columns, self._segments = homes, columns, segments
        self._starts = np.flatnonzero(np.diff(homes, prepend=-1))

    def at(self, boundary: Integers, place: Codes) -> Codes:
        """The segment of the customer at each place."""
        found: Codes = self._homes[place]
        return found

    def added(self, cells: npt.NDArray[Any]) -> Integers:
        """Cells by place and boundary, added up by boundary and segment."""
        by_stretch = np.add.reduceat(
            cells.reshape(-1, self._columns), self._starts, axis=0, dtype=np.int64
        )
        total = np.zeros((self._columns, self._segments), np.int64)
        total[:, self._homes[self._starts]] = by_stretch.T
        return total


class Changing:
    """Customers who change segment: each stands in the last one that a row up to the boundary names."""

    def __init__(
        self, place: Codes, boundary: Integers, named: Codes, places: int, columns: int, segments: int
    ) -> None:
        self._columns, self._segments = columns, segments
        found = np.full((places, columns), -1, np.int32)
        rows = named >= 0
        # Rows are in the order of days, so the assignment that stands is the latest's.
        found[place[rows], boundary[rows]] = named[rows]
        found[found[:, 0] < 0, 0] = segments - 1
        for column in range(1, columns):
            blank = found[:, column] < 0
            found[blank, column] = found[blank, column - 1]
        self.cells: Codes = found.ravel()
        self._keys = np.tile(np.arange(columns) * segments, places) + self.cells

    def at(self, boundary: Integers, place: Codes) -> Codes:
        """The segment at each boundary of the customer at each place."""
        found: Codes = self.cells[place.astype(np.int64) * self._columns + boundary]
        return found

    def added(self, cells: npt.NDArray[Any]) -> Integers:
        """Cells by place and boundary, added up by boundary and segment."""
        total = np.zeros(self._columns * self._segments, np.int64)
        np.add.at(total, self._keys, cells.astype(np.int64))
        return total.reshape(self._columns, self._segments)


Segments = Fixed | Changing

"""In which segment a customer stands at a boundary, and figures added up by it."""

from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.cells import Codes, Integers

Whole = npt.NDArray[np.signedinteger[Any]]


class Fixed:
    """Customers who keep their segment, placed segment by segment: adding up takes whole stretches of them."""

    def __init__(self, homes: Codes, place: Codes, columns: int, segments: int) -> None:
        self._homes, self._columns, self._segments = homes, columns, segments
        starts = np.flatnonzero(np.diff(homes, prepend=-1))
        ends = np.append(starts[1:], len(homes))
        rows = np.append(np.searchsorted(place, starts), len(place))
        self._stretches = [
            (homes[start], slice(start, end), slice(first, last))
            for start, end, first, last in zip(starts, ends, rows[:-1], rows[1:], strict=True)
        ]

    def at(self, boundary: Integers, place: Whole) -> Codes:
        """The segment of the customer at each place."""
        found: Codes = self._homes[place]
        return found

    def cells(self, cells: npt.NDArray[Any]) -> Integers:
        """Cells by place and boundary, added up by boundary and segment."""
        table = cells.view(np.uint8) if cells.dtype == np.bool_ else cells
        table = table.reshape(-1, self._columns)
        total = np.zeros((self._columns, self._segments), np.int64)
        for home, places, _ in self._stretches:
            total[:, home] = _down(table[places])
        return total

    def rows(self, boundary: Integers, amount: npt.NDArray[Any]) -> Integers:
        """Every row's amount, or whether it counts, added up by boundary and segment."""
        total = np.zeros((self._columns, self._segments), np.int64)
        for home, _, rows in self._stretches:
            total[:, home] = _by_boundary(boundary[rows], amount[rows], self._columns)
        return total


class Changing:
    """Customers who change segment: each stands in the last one that a row up to the boundary names."""

    def __init__(
        self, place: Codes, boundary: Integers, named: Codes, places: int, columns: int, segments: int
    ) -> None:
        self._columns, self._segments = columns, segments
        self._place = place
        found = np.full((places, columns), -1, np.int32)
        rows = named >= 0
        # Rows are in the order of days, so the assignment that stands is the latest's.
        found[place[rows], boundary[rows]] = named[rows]
        found[found[:, 0] < 0, 0] = segments - 1
        for column in range(1, columns):
            blank = found[:, column] < 0
            found[blank, column] = found[blank, column - 1]
        self.stands: Codes = found.ravel()
        self._keys = np.tile(np.arange(columns) * segments, places) + self.stands

    def at(self, boundary: Integers, place: Whole) -> Codes:
        """The segment at each boundary of the customer at each place."""
        found: Codes = self.stands[place.astype(np.int64) * self._columns + boundary]
        return found

    def cells(self, cells: npt.NDArray[Any]) -> Integers:
        """Cells by place and boundary, added up by boundary and segment."""
        total = np.zeros(self._columns * self._segments, np.int64)
        np.add.at(total, self._keys, cells.astype(np.int64))
        return total.reshape(self._columns, self._segments)

    def rows(self, boundary: Integers, amount: npt.NDArray[Any]) -> Integers:
        """Every row's amount, or whether it counts, added up by boundary and segment."""
        keys = boundary * self._segments + self.at(boundary, self._place)
        return _by_boundary(keys, amount, self._columns * self._segments).reshape(-1, self._segments)


Segments = Fixed | Changing


def _by_boundary(keys: Integers, amount: npt.NDArray[Any], size: int) -> Integers:
    if amount.dtype == np.bool_:
        return np.bincount(keys, amount, size).astype(np.int64)
    total = np.zeros(size, np.int64)
    np.add.at(total, keys, amount.astype(np.int64))
    return total


def _down(table: npt.NDArray[Any]) -> Integers:
    """The sum of every column. Halving makes long additions of short rows; bytes are halved only while they hold it."""
    halvings = 6 if table.dtype == np.uint8 else 20
    while halvings and len(table) > 32:
        half = len(table) // 2
        halved = table[:half] + table[half : 2 * half]
        halved[0] += table[-1] * np.uint8(len(table) % 2)
        table, halvings = halved, halvings - 1
    found: Integers = table.sum(axis=0, dtype=np.int64)
    return found

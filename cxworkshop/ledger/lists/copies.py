"""Where one list is a copy of another, its rows are the same customers one by one, also those without any key."""

from collections.abc import Callable, Sequence

import numpy as np

from cxworkshop.ledger.cells import Codes
from cxworkshop.ledger.lists.reading import DepartmentList


def copied(lists: Sequence[DepartmentList], starts: Sequence[int], note: Callable[[str], object]) -> Codes:
    """The same code for a row and its copy, -1 where a list is nobody's copy."""
    codes = np.full(sum(one.rows for one in lists), -1, np.int32)
    for later, copy in enumerate(lists):
        for earlier in range(later):
            first = lists[earlier]
            if copy.headers == first.headers and copy.rows == first.rows and _same(copy, first):
                for start in (starts[earlier], starts[later]):
                    codes[start : start + copy.rows] = starts[earlier] + np.arange(copy.rows, dtype=np.int32)
                note(f"{copy.name} holds the same rows as {first.name}: they are matched row by row.")
                break
    return codes


def _same(copy: DepartmentList, first: DepartmentList) -> bool:
    return set(copy.cells) == set(first.cells) and all(
        cells.combine_chunks().equals(first.cells[role].combine_chunks())
        for role, cells in copy.cells.items()
    )

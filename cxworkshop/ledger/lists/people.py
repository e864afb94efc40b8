"""Who some rows are by their names: whether they may be one, or are entirely different."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.columns import tidied
from cxworkshop.ledger.lists.reading import DepartmentList

Words = frozenset[str]
_LEGAL_FORMS = (
    "ltd limited plc llp llc inc corp co company gmbh mbh ag kg ohg ug ev sa sas sarl srl spa bv nv ab oy as aps"
    " the and und et y of"
)
_FORMS = frozenset(_LEGAL_FORMS.split())


def names_at(lists: Sequence[DepartmentList], of: Codes, starts: Sequence[int], at: Integers) -> list[Words]:
    """The words of the name on each of some rows, without legal forms; none where there is no name."""
    found: list[Words] = [frozenset()] * len(at)
    for number, one in enumerate(lists):
        roles = [role for role in ("name", "first_name", "last_name") if role in one.cells]
        here = (of[at] == number).nonzero()[0]
        if not roles or not len(here):
            continue
        rows = pa.array(at[here] - starts[number])
        few = replace(one, cells={role: one.cells[role].take(rows) for role in roles}, rows=len(rows))
        parts = [tidied(few, role)[0].to_pylist() for role in roles]
        for place, cells in zip(here.tolist(), zip(*parts, strict=True), strict=True):
            words = frozenset(word for cell in cells if cell for word in cell.split())
            found[place] = words - _FORMS or words
    return found


def numbered(names: Sequence[Words]) -> Codes:
    """Names as codes; -1 where there is none."""
    known: dict[Words, int] = {}
    return np.array([known.setdefault(name, len(known)) if name else -1 for name in names], np.int32)


def agree(names: Sequence[Words]) -> bool:
    """Whether names may be one's: there is one, and each says no more than the fullest does; an initial is its word."""
    fullest = max(names, key=lambda name: sum(map(len, name)), default=frozenset())
    return bool(fullest) and all(
        any(other == word or (len(word) == 1 and other.startswith(word)) for other in fullest)
        for name in names
        for word in name
    )


def differ(one: Words, other: Words) -> bool:
    """Whether both are named and have no word in common; initials say nothing."""
    mine, theirs = ({word for word in name if len(word) > 1} for name in (one, other))
    return bool(mine) and bool(theirs) and not mine & theirs

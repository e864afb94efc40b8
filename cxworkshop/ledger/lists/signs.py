"""Signs in numbers: where leaving them out would make two numbers of one list the same, they stay."""

from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.lists.columns import tidied
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.tidy import SIGNED, TIDY

_PLAIN = r"^(\p{L}+[^\p{L}\p{N}]?)?\p{N}*$|^\p{N}+\.0+$"
"""Letters, a sign and digits: what is left of such a number without its sign tells where the sign was."""


def comparable(lists: Sequence[DepartmentList], role: str, note: Callable[[str], object]) -> list[Any]:
    """Each list's numbers without blanks and signs; with the signs where these tell two numbers of a list apart."""
    rule = TIDY.get(role, TIDY["id"])
    for one in lists:
        if (alike := _alike(one, role)) is not None:
            rule = SIGNED
            note(
                f"{one.name}, column {one.columns[role]}: {alike[0]} and {alike[1]} differ by their signs only, so signs"
                " count in every list."
            )
            break
    parts = []
    for one in lists:
        cells, notes = tidied(one, role, rule)
        parts.append(cells)
        for words in notes:
            note(words)
    return parts


def _alike(one: DepartmentList, role: str) -> tuple[str, str] | None:
    """Two numbers of a list that only signs tell apart."""
    if role not in one.cells:
        return None
    text = one.cells[role]
    odd = pc.invert(pc.match_substring_regex(text, _PLAIN))
    suspects = text.filter(odd)
    if not len(suspects):
        return None
    found: dict[str, str] = {}
    plain = tidied(one, role, TIDY["id"])[0].filter(odd)
    signed = tidied(one, role, SIGNED)[0].filter(odd)
    for bare, with_signs, written in zip(
        plain.to_pylist(), signed.to_pylist(), suspects.to_pylist(), strict=True
    ):
        if bare and "-" in with_signs:
            if found.setdefault(bare, with_signs) != with_signs:
                return next(
                    other.strip()
                    for other, mine in zip(suspects.to_pylist(), signed.to_pylist(), strict=True)
                    if mine == found[bare]
                ), written.strip()
    below = [bare for bare, with_signs in found.items() if with_signs.startswith("-")]
    above = pc.is_in(pa.array(below, pa.large_string()), value_set=pc.unique(tidied(one, role, SIGNED)[0]))
    for bare, there in zip(below, above.to_pylist(), strict=True):
        if there:
            return bare, f"-{bare}"
    return None

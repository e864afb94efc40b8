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
    plain = tidied(one, role, TIDY["id"])[0].filter(odd)
    all_signed = tidied(one, role, SIGNED)[0]
    signed = all_signed.filter(odd)
    first: dict[str, tuple[str, str]] = {}
    for bare, with_signs, written in zip(
        plain.to_pylist(), signed.to_pylist(), suspects.to_pylist(), strict=True
    ):
        if not bare or "-" not in with_signs:
            continue
        mine, other = first.setdefault(bare, (with_signs, written.strip()))
        if mine != with_signs:
            return other, written.strip()
    # A minus in front tells from the same number without it.
    below = [bare for bare, (with_signs, _) in first.items() if with_signs.startswith("-")]
    there = pc.is_in(pa.array(below, pa.large_string()), value_set=pc.unique(all_signed)).to_pylist()
    return next(
        ((bare, first[bare][1]) for bare, is_there in zip(below, there, strict=True) if is_there), None
    )

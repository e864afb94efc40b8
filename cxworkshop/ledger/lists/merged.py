"""The merged list: each customer once, with the best that is known and where each stands on every list."""

import csv
from collections.abc import Iterator
from io import StringIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.lists.columns import tidied
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.roles import DAYS, ROLES

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_LISTED = 20
_MIDNIGHT = r"[ T]00:00(:00(\.0+)?)?Z?$"
"""The hour of a day that a spreadsheet or a column of times writes behind it."""


def merged_header(matched: Matched) -> list[str]:
    """The merged list's headers: what is known, then for each list its rows and its numbers."""
    found = ["customer"] + [ROLES[role].what for role in _roles(matched)] + ["lists"]
    for one in matched.lists:
        found += [f"{one.name}: rows", f"{one.name}: customer ids"]
    return found


def merged_rows(
    matched: Matched, entity: Integers, active: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
) -> Iterator[list[str]]:
    """A row per customer who counts: of each column the first cell, in the order of the lists, that stands for something, as written."""
    roles = _roles(matched)
    cells = {role: [_written(matched, at, role) for at in range(len(matched.lists))] for role in roles}
    numbers = [one.row_numbers(range(one.rows)) for one in matched.lists]
    order = np.argsort(entity, kind="stable")
    order = order[active[order]]
    bounds = np.flatnonzero(np.diff(entity[order], prepend=-1))
    places = matched.of[order]
    local = order - np.asarray(matched.starts)[places]
    for customer, (start, stop) in enumerate(zip(bounds, [*bounds[1:], len(order)], strict=True), 1):
        mine = list(zip(places[start:stop].tolist(), local[start:stop].tolist(), strict=True))
        row = [str(customer)]
        row += [next((text for at, i in mine if (text := cells[role][at][i])), "") for role in roles]
        row.append("+".join(matched.lists[at].name for at in dict.fromkeys(at for at, _ in mine)))
        for number in range(len(matched.lists)):
            here = [i for at, i in mine if at == number]
            row.append(_listed([str(numbers[number][i]) for i in here]))
            row.append(
                _listed(list(dict.fromkeys(_id(cells, number, i) for i in here if _id(cells, number, i))))
            )
        yield row


def merged_csv(
    matched: Matched, entity: Integers, active: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
) -> str:
    """The merged list as CSV; a cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([harmless(cell) for cell in merged_header(matched)])
    writer.writerows([harmless(cell) for cell in row] for row in merged_rows(matched, entity, active))
    return text.getvalue()


def harmless(cell: str) -> str:
    """A cell's text so that no spreadsheet takes it for a formula; telephone numbers such as +44 1632 stay as they are."""
    if cell.startswith(_FORMULA) and not cell[1:].replace(" ", "").isdigit():
        return f"'{cell}"
    return cell


def _roles(matched: Matched) -> list[str]:
    return [role for role in ROLES if any(role in one.cells for one in matched.lists)]


def _written(matched: Matched, at: int, role: str) -> list[str]:
    """A list's cells as written, days alike in every kind of file; "" for what stands for nothing."""
    one = matched.lists[at]
    if role not in one.cells:
        return [""] * one.rows
    filled = tidied(one, role)[0].is_valid()
    texts = pc.if_else(filled, one.cells[role].cast(pa.large_string()), "")
    if role in DAYS:
        texts = pc.replace_substring_regex(texts, pattern=_MIDNIGHT, replacement="")
    return [text.strip() for text in texts.to_pylist()]


def _id(cells: dict[str, list[list[str]]], number: int, at: int) -> str:
    return cells["id"][number][at] if "id" in cells else ""


def _listed(parts: list[str]) -> str:
    rest = len(parts) - _MOST_LISTED
    return " ".join(parts[:_MOST_LISTED]) + (f" and {rest} more" if rest > 0 else "")

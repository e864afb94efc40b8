"""A merge table: ids that are other customers', each with the customer that it is (docs/method.md 2, Edge cases)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import WrongColumn, as_text, lookup, trimmed
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.names import Named, customer_key
from cxworkshop.ledger.problems import MOST_TOLD, quoted, refuse


@dataclass(frozen=True)
class MergeTable:
    """The customer that each id is, as it is to be spelt, by the id's key (`customer_key`); `name` is the file's."""

    name: str
    into: Mapping[str, str]


def read_merges(source: Path | bytes, name: str | None = None) -> MergeTable:
    """Read a merge table: below a row of headers, an id in the first column, the customer that it is in the second.

    Where that one is listed too, the id is whom that one is. Raises NotFound, or BadLedger naming the rows: blank cells,
    an id that would be two customers, ids that are each other.
    """
    with open_table(source, name) as table:
        if len(table.headers) < 2:
            raise BadLedger(
                f"{table.name}: a merge table has two columns, an id and the customer that it is;"
                f" this file has {len(table.headers)}."
            )
        ids, customers = (
            _texts(table.name, header, column)
            for header, column in zip(table.headers[:2], table.fetch([0, 1]), strict=True)
        )
        listed: dict[str, tuple[str, int]] = {}
        wrong: list[tuple[int, int, str]] = []
        for row, (id, customer) in enumerate(zip(ids, customers, strict=True)):
            key = customer_key(id)
            if not id and not customer:
                continue
            if not id or not customer:
                wrong.append((row, 1 if id else 0, "the cell is blank; fill it in or take the row out"))
            elif key in listed and customer_key(listed[key][0]) != customer_key(customer):
                said = f"{quoted(id)} is {quoted(customer)} here and {quoted(listed[key][0])} further up"
                wrong.append((row, 1, f"{said}; keep one of the two"))
            elif key != customer_key(customer):
                listed.setdefault(key, (customer, row))
        into, circles = _followed(listed)
        wrong += circles
        first = sorted(wrong)[:MOST_TOLD]
        numbers = table.row_numbers([row for row, *_ in first]) if first else []
        told = [
            f"{table.name}: {table.place(number)}, column {table.headers[column]}: {why}."
            for number, (_, column, why) in zip(numbers, first, strict=True)
        ]
        refuse(table.name, told, len(wrong))
        return MergeTable(table.name, into)


def merged(customers: Named, table: MergeTable) -> tuple[Named, int]:
    """Rows with the customers that the table says they are, and how many of its ids there were among them."""
    names = list(customers.names)
    at = {customer_key(name): code for code, name in enumerate(names)}
    number_of = np.arange(len(names), dtype=np.int32)
    found = 0
    for key, customer in table.into.items():
        code = at.get(key)
        if code is None or code >= len(number_of):
            continue
        found += 1
        number_of[code] = at.setdefault(customer_key(customer), len(names))
        if number_of[code] == len(names):
            names.append(customer)
    codes = lookup(number_of, customers.codes, -1)
    return Named(codes, tuple(names), customers.wrong, customers.why), found


def _texts(file: str, header: str, column: Any) -> list[str]:
    try:
        found: list[str] = trimmed(as_text(column, "a customer").cast(pa.string())).to_pylist()
    except WrongColumn as wrong:
        raise BadLedger(f"{file}: column {header}: {wrong}.") from wrong
    return found


def _followed(listed: Mapping[str, tuple[str, int]]) -> tuple[dict[str, str], list[tuple[int, int, str]]]:
    """Where each id ends, from one to the next; and the rows of those that come back to themselves."""
    into: dict[str, str] = {}
    circles: list[tuple[int, int, str]] = []
    for key, (customer, row) in listed.items():
        passed = {key}
        while (step := customer_key(customer)) in listed and step not in passed:
            passed.add(step)
            customer = into.get(step) or listed[step][0]
        if customer_key(customer) in passed:
            circles.append((row, 1, "the ids lead back to one another; let one of them stand for itself"))
        into[key] = customer
    return into, circles

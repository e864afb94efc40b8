"""Rows that a definition leaves out: by a column's values, by customer, by how a customer's id begins."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from unicodedata import normalize

import numpy as np

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.cells import Codes, Mask, marked
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.id_lists import reads_as_heading
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.names import UNKNOWN, customer_key

NO_COLUMN = (
    "There is no column in which to look for {values} to leave out; name it (--exclude-column or --segment)."
)


@dataclass(frozen=True)
class Excluded:
    """Rows in no figure of a bridge: the reason as a sentence, how many, and their money in cents."""

    reason: str
    rows: int
    cents: int


def exclude(
    ledger: Ledger, definition: BridgeDefinition
) -> tuple[Ledger, tuple[Excluded, ...], tuple[str, ...]]:
    """The ledger without what the definition leaves out, what that is, and notes on what was not found.

    A row that several reasons meet is told under the first. Raises BadValue where no row is left.
    """
    kept = np.ones(ledger.rows, np.bool_)
    left_out: list[Excluded] = []
    notes: list[str] = []
    for reason, rows in (*_by_value(ledger, definition, notes), *_by_customer(ledger, definition, notes)):
        rows = rows & kept
        left_out.append(Excluded(reason, int(rows.sum()), int(ledger.cents[rows].sum())))
        kept &= ~rows
    if not kept.any():
        raise BadValue(
            f"{ledger.name}: every row is left out; take back one of the values, customers or internal"
            " accounts that are left out."
        )
    return (ledger if kept.all() else _only(ledger, kept)), tuple(left_out), tuple(notes)


def require_column(ledger: Ledger, definition: BridgeDefinition) -> None:
    """Raise BadValue where values are to be left out and no column was read that could hold them."""
    if definition.excluded and ledger.exclude is None and ledger.segment is None:
        raise BadValue(NO_COLUMN.format(values=", ".join(definition.excluded)))


def _by_value(ledger: Ledger, definition: BridgeDefinition, notes: list[str]) -> Iterator[tuple[str, Mask]]:
    role, codes, names = "exclude", ledger.exclude, ledger.exclude_names
    if codes is None:
        role, codes, names = "segment", ledger.segment, ledger.segments or ()
    header = dict(ledger.columns).get(role, role)
    for value in dict.fromkeys(normalize("NFC", value.strip()) for value in definition.excluded):
        if codes is None:
            notes.append(f"{value} cannot be left out: there is no column to leave out by; choose one.")
            continue
        code = names.index(value) if value in names else -1
        rows = codes == code
        if (code < 0 and value != UNKNOWN) or not rows.any():
            notes.append(f"Nothing to leave out: no row has {value} in column {header}.")
            continue
        yield f"Left out: {value} in column {header}", rows


def _by_customer(
    ledger: Ledger, definition: BridgeDefinition, notes: list[str]
) -> Iterator[tuple[str, Mask]]:
    ids = {customer_key(text.strip()): text.strip() for text in definition.excluded_ids if text.strip()}
    prefixes = {customer_key(text.strip()): text.strip() for text in definition.internal if text.strip()}
    if not ids and not prefixes:
        return
    # A customer goes by the name of its unit, and by that which its rows had before.
    named = [(ledger.customer, ledger.customers), *((one.codes, one.names) for one in ledger.before)]
    people = [(codes, [customer_key(name) for name in names]) for codes, names in named]
    if ids:
        there = {key for _, keys in people for key in keys if key in ids}
        missing = [text for key, text in ids.items() if key not in there and not reads_as_heading(text)]
        if missing:
            notes.append(f"Nothing to leave out: there is no customer {_listed(missing)} in the ledger.")
        if there:
            told = _listed([text for key, text in ids.items() if key in there])
            plural = "" if len(there) == 1 else "s"
            yield f"Left out: customer{plural} {told}", _rows_of(people, there.__contains__)
    for prefix, text in prefixes.items():
        rows = _rows_of(people, partial(_begins, prefix))
        if not rows.any():
            notes.append(f"Nothing to leave out: no customer's id begins with {text}.")
            continue
        yield f"Left out: customers whose id begins with {text}", rows


def _begins(start: str, key: str) -> bool:
    return key.startswith(start)


def _rows_of(people: Sequence[tuple[Codes, Sequence[str]]], is_meant: Callable[[str], bool]) -> Mask:
    found = np.zeros(len(people[0][0]), np.bool_)
    for codes, keys in people:
        found |= marked(np.fromiter((is_meant(key) for key in keys), np.bool_, len(keys)), codes)
    return found


def _listed(texts: Sequence[str], most: int = 5) -> str:
    more = f" and {len(texts) - most:,} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + more


def _only(ledger: Ledger, kept: Mask) -> Ledger:
    columns = ("customer", "day", "cents", "segment", "end", "contract", "value")
    return replace(
        ledger,
        **{name: column[kept] for name in columns if (column := getattr(ledger, name)) is not None},
        exclude=None,
        before=(),
    )

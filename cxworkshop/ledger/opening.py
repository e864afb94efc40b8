"""Opening a ledger: from a file's cells to customers, days and cents, or to a list of what is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.columns import pick
from cxworkshop.ledger.days import Days, contract_days, hybrid_days, purchase_days
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.ledger import SETTINGS, Ledger, LeftOut
from cxworkshop.ledger.names import compacted, customer_key, exact_key, segments_apart
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import ledger_remarks
from cxworkshop.ledger.repeats import count_repeats, first_rows
from cxworkshop.ledger.roles import OPTIONS

# Per setting: columns that must be there, columns that may be, columns without a meaning, how days are read.
_Roles = tuple[str, ...]
_SETTINGS: dict[str, tuple[_Roles, _Roles, _Roles, Callable[[Reading, Mask], Days]]] = {
    "purchases": (("customer", "date", "amount"), (), ("start", "end"), purchase_days),
    "contracts": (("customer", "start", "end", "amount"), (), ("date",), contract_days),
    "hybrid": (("customer", "end", "amount"), ("date", "start"), (), hybrid_days),
}
_MOST_SEGMENTS = 1_000


def open_ledger(
    source: Path | bytes,
    name: str | None = None,
    *,
    setting: str = "purchases",
    columns: Mapping[str, str] | None = None,
) -> Ledger:
    """Read a ledger file (or its bytes, with its name) for a setting: purchases, contracts or hybrid.

    `columns` names the headers of customer, date, amount, segment, start, end or id where the guess is wrong; a segment
    is read only where named. Rows without a customer are left out; of rows with the same transaction id the first
    counts (docs/method.md 2, Edge cases). Raises NotFound, BadValue, or BadLedger with a problem a line.
    """
    if setting not in SETTINGS:
        raise BadValue(f"The setting is one of {', '.join(SETTINGS)}, not {setting}.")
    needed, useful, idle, read_days = _SETTINGS[setting]
    wanted = {role: header for role, header in (columns or {}).items() if role not in idle}
    with open_table(source, name) as table:
        picked = pick(
            table.name, table.headers, wanted, needed, (*useful, "id", "document", "currency", "quantity")
        )
        reading = Reading(table, picked)
        customer = reading.names("customer", "a customer", customer_key)
        has = customer.codes >= 0
        amount = reading.money("amount")
        days = read_days(reading, has)
        reading.require("amount", amount, has)
        segment = reading.names("segment", "a segment", exact_key) if "segment" in picked else None
        reading.finish()
        if not has.any():
            raise BadLedger(
                f"{table.name}: column {picked['customer'].header} is blank in every row; choose another."
            )
        _refuse_currencies(reading, has)
        content: tuple[Codes | Integers, ...] = (customer.codes, days.day, amount.values)
        id_role, ids = _transactions(reading, has, content)
        reading.finish()

    missing = ~has & ~(amount.blank & days.blank)
    kept = has & (first_rows(ids) == np.arange(len(ids)))
    order = np.flatnonzero(kept)[np.lexsort((days.day[kept], customer.codes[kept]))]
    codes, customers = compacted(customer.codes[order], customer.names)
    segments = None if segment is None else segments_apart(segment.codes[order], segment.names)
    if segments is not None and len(segments[1]) > _MOST_SEGMENTS:
        raise BadLedger(
            f"{table.name}: column {picked['segment'].header} has {len(segments[1]):,} different segments;"
            f" choose a column with at most {_MOST_SEGMENTS:,}."
        )
    compared = content if days.end is None else (*content, days.end)
    equal = [column[order][ids[order] < 0] for column in compared]
    ledger = Ledger(
        name=table.name,
        setting=setting,
        columns=tuple((role, picked[role].header) for role in OPTIONS if role in picked and role != "id")
        + ((("id", picked[id_role].header),) if id_role else ()),
        notes=(),
        rows_read=len(has),
        no_customer=LeftOut(int(missing.sum()), int(amount.values[missing].sum())),
        duplicates=LeftOut(int((has & ~kept).sum()), int(amount.values[has & ~kept].sum())),
        repeats=count_repeats(*equal),
        customers=customers,
        segments=None if segments is None else segments[1],
        customer=codes,
        day=days.day[order],
        cents=amount.values[order],
        segment=None if segments is None else segments[0],
        end=None if days.end is None else days.end[order],
        contract=None if days.contract is None else days.contract[order],
    )
    return replace(ledger, notes=(*reading.notes, *ledger_remarks(ledger, picked)))


def _refuse_currencies(reading: Reading, rows: Mask) -> None:
    if "currency" not in reading.picked:
        return
    currency = reading.names("currency", "a currency", str.casefold)
    used = [int(code) for code in np.unique(currency.codes[rows]) if code >= 0]
    if len(used) > 1:
        table = reading.table
        at = [int(np.flatnonzero(rows & (currency.codes == code))[0]) for code in used[:2]]
        first, second = (
            f"row {row} is in {currency.names[code]}"
            for row, code in zip(table.row_numbers(at), used[:2], strict=True)
        )
        raise BadLedger(
            f"{table.name}: column {reading.picked['currency'].header}: {first}, {second};"
            " turn all amounts into one currency at a constant rate first."
        )


def _transactions(
    reading: Reading, rows: Mask, content: tuple[Codes | Integers, ...]
) -> tuple[str | None, Codes]:
    """The role and codes of the column whose repeats are duplicates; -1 for rows without an id.

    An order's or invoice's number that stands on different rows numbers the lines of one paper, not one transaction.
    """
    role = next((role for role in ("id", "document") if role in reading.picked), None)
    if role is None:
        return None, np.full(len(rows), -1, np.int32)
    ids = np.where(rows, reading.ids(role, "a transaction id").codes, -1)
    header = reading.picked[role].header
    first = first_rows(ids)
    differing = int(np.logical_or.reduce([column != column[first] for column in content]).sum())
    if differing and role == "document":
        reading.notes.append(
            f"Column {header} repeats on different rows, so it is not taken as a transaction id; all rows count."
        )
        return None, np.full(len(rows), -1, np.int32)
    if differing:
        reading.notes.append(
            f"Of the rows that repeat a transaction id in column {header}, {differing:,} differ from the first in"
            " customer, day or amount; check that the column is one."
        )
    return role, ids

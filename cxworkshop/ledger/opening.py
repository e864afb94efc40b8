"""Opening a ledger: from a file's cells to customers, days and cents, or to a list of what is wrong with them."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger.cells import Codes, Integers, Mask, taken
from cxworkshop.ledger.columns import pick
from cxworkshop.ledger.currencies import checked_rates, converted
from cxworkshop.ledger.days import Days, contract_days, hybrid_days, purchase_days
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.ledger import SETTINGS, Ledger
from cxworkshop.ledger.left_out import DUPLICATE, NO_CUSTOMER, Content, LeftOut, left_out
from cxworkshop.ledger.names import (
    Named,
    compacted,
    segments_apart,
    united,
)
from cxworkshop.ledger.order import by_customer_and_day
from cxworkshop.ledger.progress import Progress, Stages
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import ledger_remarks
from cxworkshop.ledger.repeats import Ids, count_repeats
from cxworkshop.ledger.roles import FURTHER, OPTIONS

# Per setting: columns that must be there, columns that may be, columns without a meaning, how days are read.
_Roles = tuple[str, ...]
_SETTINGS: dict[str, tuple[_Roles, _Roles, _Roles, Callable[[Reading, Mask], Days]]] = {
    "purchases": (("customer", "date", "amount"), (), ("start", "end"), purchase_days),
    "contracts": (("customer", "start", "end", "amount"), (), ("date",), contract_days),
    "hybrid": (("customer", "end", "amount"), ("date", "start"), (), hybrid_days),
}
_MOST_SEGMENTS = 1_000
_SHORT = 30_000


@dataclass(frozen=True, eq=False)
class _Rows:
    """All rows of a file as they were read, the money in the bridge's own currency."""

    customer: Codes
    customers: tuple[str, ...]
    has: Mask
    days: Days
    cents: Integers
    known: Mask
    value: Integers | None
    segment: Named | None
    exclude: Named | None

    @property
    def content(self) -> tuple[Codes | Integers, ...]:
        """What makes two rows without an id equal."""
        same = (self.customer, self.days.day, self.cents)
        return same if self.days.end is None else (*same, self.days.end)


def open_ledger(
    source: Path | bytes,
    name: str | None = None,
    *,
    setting: str = "purchases",
    columns: Mapping[str, str] | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    currency: str | None = None,
    leave_out_bad: bool = False,
    progress: Progress | None = None,
) -> Ledger:
    """Read a ledger file (or its bytes, with its name) for a setting: purchases, contracts or hybrid.

    `columns` names the headers of customer, date, amount, segment, start, end, id, unit, value, exclude or currency
    where the guess is wrong; segment, unit, value and exclude are read only where named. `rates` turn amounts into
    `currency`: USD 0.92 says that 1 USD is 0.92 of it. Rows without a customer are left out; of rows with the same
    transaction id the first counts (docs/method.md 2, Edge cases); with `leave_out_bad` rows with cells that cannot
    be used are left out too, unless they are more than half. `progress` is told a share from 0 to 1, and words.
    Raises NotFound, BadValue, or BadLedger with a problem a line.
    """
    if setting not in SETTINGS:
        raise BadValue(f"The setting is one of {', '.join(SETTINGS)}, not {setting}.")
    factors = checked_rates(rates)
    needed, useful, idle, read_days = _SETTINGS[setting]
    wanted = {role: header for role, header in (columns or {}).items() if role not in idle}
    stages = Stages(progress)
    with open_table(source, name, stages.say if progress else None) as table, ExitStack() as opened:
        picked = pick(
            table.name, table.headers, wanted, needed, (*useful, "id", "document", "currency", "quantity")
        )
        id_role: str | None = next((role for role in ("id", "document") if role in picked), None)
        used = [role for role in (*OPTIONS, *FURTHER) if role != "id"] + ([id_role] if id_role else [])
        stages.say(0.15, "Reading the columns")
        reading = Reading(table, picked, used, leave_out_bad)
        opened.callback(reading.close)
        rows = _read(reading, read_days, factors, currency, stages)
        bad = reading.bad()
        good = rows.has if bad is None else rows.has & ~bad
        stages.say(0.75, "Looking for repeated transactions")
        id_role, ids = _transactions(reading, id_role, good, rows)
        stages.say(0.85, "Putting each customer's rows together")
        groups = _left_out(reading, rows, bad, ids)
        ledger = _ledger(reading, setting, rows, good, id_role, ids, groups)
    # What the cells took is needed for what comes next, such as the bridge.
    pa.default_memory_pool().release_unused()
    stages.say(1.0, "The ledger is open")
    return replace(ledger, notes=(*reading.notes, *ledger_remarks(ledger, picked)))


def _read(
    reading: Reading,
    read_days: Callable[[Reading, Mask], Days],
    rates: dict[str, Decimal],
    currency: str | None,
    stages: Stages,
) -> _Rows:
    picked, table = reading.picked, reading.table
    stages.say(0.55, "Telling customers apart")
    customer = reading.names("customer")
    codes, customers = customer.codes, customer.names
    if "unit" in picked:
        unit = reading.names("unit")
        alone = int(((unit.codes < 0) & (codes >= 0)).sum())
        codes, customers = united(unit, customer)
        if alone:
            reading.notes.append(f"{alone:,} rows without a {picked['unit'].header} keep their customer.")
    has = codes >= 0
    stages.say(0.62, "Reading amounts and dates")
    amount = reading.money("amount")
    days = read_days(reading, has)
    reading.require("amount", amount, has)
    money = [amount.values]
    if "value" in picked:
        value = reading.money("value")
        reading.require("value", value, has)
        money.append(value.values)
    segment = reading.names("segment") if "segment" in picked else None
    exclude = reading.names("exclude") if "exclude" in picked else None
    reading.finish(has)
    if not has.any():
        raise BadLedger(
            f"{table.name}: column {picked['customer'].header} is blank in every row; choose another."
        )
    cents, *values = converted(reading, has, rates, currency, money)
    known = ~(amount.blank | amount.wrong)
    return _Rows(codes, customers, has, days, cents, known, values[0] if values else None, segment, exclude)


def _transactions(
    reading: Reading, role: str | None, good: Mask, rows: _Rows
) -> tuple[str | None, Ids | None]:
    """The role and the repeats of the column whose repeats are duplicates.

    An order's or invoice's number that stands on different rows numbers the lines of one paper, not one transaction.
    """
    if role is None:
        return None, None
    ids = reading.ids(role, "a transaction id", good)
    header = reading.picked[role].header
    content = (rows.customer, rows.days.day, rows.cents)
    differing = int(
        np.logical_or.reduce([column[ids.repeats] != column[ids.firsts] for column in content]).sum()
    )
    if differing and role == "document":
        reading.notes.append(
            f"Column {header} repeats on different rows, so it is not taken as a transaction id; all rows count."
        )
        return None, None
    if differing:
        reading.notes.append(
            f"Of the rows that repeat a transaction id in column {header}, {differing:,} differ from the first in"
            " customer, day or amount; check that the column is one."
        )
    return role, ids


def _left_out(reading: Reading, rows: _Rows, bad: Mask | None, ids: Ids | None) -> tuple[LeftOut, ...]:
    table = reading.table
    content = Content(rows.customer, rows.customers, rows.days.day, rows.cents, rows.known, table.row_numbers)
    # A row without customer, amount and day is no row at all, as below many a table.
    missing = ~rows.has & ~(~rows.known & rows.days.blank)
    groups = [left_out(NO_CUSTOMER, missing, content)] if missing.any() else []
    if bad is not None:
        told = ~rows.has
        for found in reading.found:
            at = found.rows & ~told
            told |= at
            if at.any():
                first = int(np.flatnonzero(at)[0])
                (number,) = table.row_numbers([first])
                reason = f"Left out for a bad {found.header}, as in row {number}, where {found.why(first)}"
                groups.append(left_out(reason, at, content))
    if ids is not None and len(ids.repeats):
        groups.append(left_out(DUPLICATE, ids.repeats, content))
    return tuple(groups)


def _ledger(
    reading: Reading,
    setting: str,
    rows: _Rows,
    good: Mask,
    id_role: str | None,
    ids: Ids | None,
    groups: tuple[LeftOut, ...],
) -> Ledger:
    picked = reading.picked
    kept = good
    if ids is not None and len(ids.repeats):
        kept = good.copy()
        kept[ids.repeats] = False
    at: Any = slice(None) if kept.all() else np.flatnonzero(kept)
    without = None if ids is None else ids.blank[at]
    if without is None or without.any():
        of = slice(None) if without is None else without
        repeats = count_repeats(*(column[at][of] for column in rows.content))
    else:
        repeats = 0
    codes, customers = compacted(rows.customer[at], rows.customers)
    order, customer, day = by_customer_and_day(codes, rows.days.day[at])

    def sorted_rows(column: npt.NDArray[Any]) -> npt.NDArray[Any]:
        return taken(column[at], order)

    segment, segments = _few(reading, "segment", rows.segment, sorted_rows)
    exclude, exclude_names = _few(reading, "exclude", rows.exclude, sorted_rows)
    roles = [role for role in OPTIONS if role in picked and role != "id"]
    named = [role for role in FURTHER if role in picked and picked[role].named]
    return Ledger(
        name=reading.table.name,
        setting=setting,
        columns=tuple((role, picked[role].header) for role in roles)
        + ((("id", picked[id_role].header),) if id_role else ())
        + tuple((role, picked[role].header) for role in named),
        notes=(),
        rows_read=len(rows.has),
        left_out=groups,
        repeats=repeats,
        customers=customers,
        segments=segments,
        customer=customer,
        day=day,
        cents=sorted_rows(rows.cents),
        segment=segment,
        end=None if rows.days.end is None else sorted_rows(rows.days.end),
        contract=None if rows.days.contract is None else sorted_rows(rows.days.contract),
        value=None if rows.value is None else sorted_rows(rows.value),
        exclude=exclude,
        exclude_names=exclude_names or (),
    )


def _few(
    reading: Reading, role: str, column: Named | None, sorted_rows: Callable[[Codes], Codes]
) -> tuple[Codes | None, tuple[str, ...] | None]:
    """A column of few names in the ledger's order: of segments, or of kinds of rows."""
    if column is None:
        return None, None
    # Of few names the numbers are short, and short ones are put in order faster.
    codes = sorted_rows(column.codes.astype(np.int16) if len(column.names) < _SHORT else column.codes)
    if role == "segment":
        codes, names = segments_apart(codes, column.names)
    else:
        codes, names = compacted(codes, column.names)
    if len(names) > _MOST_SEGMENTS:
        what = "segments" if role == "segment" else "values"
        raise BadLedger(
            f"{reading.table.name}: column {reading.picked[role].header} has {len(names):,} different {what};"
            f" choose a column with at most {_MOST_SEGMENTS:,}."
        )
    return codes, names

"""Opening a ledger: from a file's cells to customers, days and cents, or to a list of what is wrong with them."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.building import built
from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.columns import pick
from cxworkshop.ledger.currencies import Rates, checked_rates
from cxworkshop.ledger.days import Days, contract_days, hybrid_days, purchase_days
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.ledger import IDLE, SETTINGS, Ledger
from cxworkshop.ledger.merging import MergeTable
from cxworkshop.ledger.progress import Progress, Stages
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import ledger_remarks
from cxworkshop.ledger.roles import FURTHER, OPTIONS
from cxworkshop.ledger.rows import read_rows
from cxworkshop.ledger.sifting import left_out_of, transactions

# Per setting: columns that must be there, columns that may be, how days are read.
_Roles = tuple[str, ...]
_SETTINGS: dict[str, tuple[_Roles, _Roles, Callable[[Reading, Mask], Days]]] = {
    "purchases": (("customer", "date", "amount"), (), purchase_days),
    "contracts": (("customer", "start", "end", "amount"), (), contract_days),
    "hybrid": (("customer", "end", "amount"), ("date", "start"), hybrid_days),
}


def open_ledger(
    source: Path | bytes,
    name: str | None = None,
    *,
    setting: str = "purchases",
    columns: Mapping[str, str] | None = None,
    rates: Rates = None,
    currency: str | None = None,
    merges: MergeTable | None = None,
    leave_out_bad: bool = False,
    progress: Progress | None = None,
) -> Ledger:
    """Read a ledger file (or its bytes, with its name) for a setting: purchases, contracts or hybrid.

    `columns` names the headers of customer, date, amount, segment, start, end, id, unit, value, exclude, first_seen or
    currency where the guess is wrong; segment, unit, value, exclude and first_seen are read only where named. `merges`
    says which customers are others. `rates`, by currency or
    in pairs, turn amounts into `currency`: USD 0.92 says that 1 USD is 0.92 of it. Rows without a customer are left out; of rows with the same
    transaction id the first counts (docs/method.md 2, Edge cases); with `leave_out_bad` rows with cells that cannot
    be used, or with too few or too many, are left out too, unless they are more than half. `progress` is told a share from 0 to 1, and words.
    Raises NotFound, BadValue, or BadLedger with a problem a line.
    """
    if setting not in SETTINGS:
        raise BadValue(f"The setting is one of {', '.join(SETTINGS)}, not {setting}.")
    factors = checked_rates(rates, currency)
    needed, useful, read_days = _SETTINGS[setting]
    wanted = {role: header for role, header in (columns or {}).items() if role not in IDLE[setting]}
    stages = Stages(progress)
    with (
        open_table(source, name, stages.say if progress else None, leave_out_bad) as table,
        ExitStack() as opened,
    ):
        picked = pick(
            table.name,
            table.headers,
            wanted,
            needed,
            (*useful, "id", "document", "currency", "quantity"),
            table.top,
        )
        id_role: str | None = next((role for role in ("id", "document") if role in picked), None)
        used = [role for role in (*OPTIONS, *FURTHER) if role != "id"] + ([id_role] if id_role else [])
        stages.say(0.15, "Reading the columns")
        reading = Reading(table, picked, used, leave_out_bad)
        opened.callback(reading.close)
        rows = read_rows(reading, read_days, factors, currency, merges, stages)
        # What the cells took is needed for what comes next; memory that was never used costs time.
        pa.default_memory_pool().release_unused()
        bad = reading.bad()
        good = rows.has if bad is None else rows.has & ~bad
        stages.say(0.75, "Looking for repeated transactions")
        id_role, ids = transactions(reading, id_role, good, rows)
        stages.say(0.85, "Putting each customer's rows together")
        groups = left_out_of(reading, rows, bad, ids)
        ledger = built(reading, setting, rows, good, id_role, ids, groups)
    stages.say(1.0, "The ledger is open")
    return replace(ledger, notes=(*reading.notes, *ledger_remarks(ledger, picked)))

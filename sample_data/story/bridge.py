"""The bridge of the sample's ledger, computed as the app computes it."""

import hashlib
from datetime import date
from pathlib import Path

from cxworkshop.domain.records import BridgeRow, LedgerSource
from cxworkshop.ledger.bridge import BridgeLine, compute_bridge
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.names import ALL
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.ui.lab_write import row_values

WINDOW = 365


def ledger_and_bridge(path: Path) -> tuple[LedgerSource, list[BridgeRow]]:
    """How the ledger was read, the bridges of 2024 and 2025, and 2025 by segment.

    There is none of 2023: the ledger begins there, so everybody would look new.
    """
    ledger = open_ledger(path, columns={"segment": "segment"})
    definition = BridgeDefinition(
        window=WINDOW, by="year", from_day=date(2024, 1, 1), to_day=date(2025, 12, 31)
    )
    lines = compute_bridge(ledger, definition).rows
    wanted = [line for line in lines if line.segment == ALL]
    wanted += [line for line in lines if line.segment != ALL and line.period_end.year == 2025]
    columns = dict(ledger.columns)
    source = LedgerSource(
        id="ledger_source",
        file=path.name,
        fingerprint=hashlib.sha256(path.read_bytes()).hexdigest(),
        rows=ledger.rows_read,
        customers=len(ledger.customers),
        first_day=ledger.first_day,
        last_day=ledger.last_day,
        setting=ledger.setting,
        window_days=WINDOW,
        grace_days=0,
        minimum=0,
        by="year",
        from_day=date(2024, 1, 1),
        to_day=date(2025, 12, 31),
        value_basis="revenue",
        notes="\n".join(ledger.notes),
        **{f"{role}_column": header for role, header in columns.items()},
    )
    return source, [_row(line) for line in wanted if line.opening or line.closing]


def _row(line: BridgeLine) -> BridgeRow:
    name = "all" if line.segment == ALL else line.segment.lower().replace(" ", "-")
    return BridgeRow(id=f"bridge-{line.period_end.year}-{name}", **row_values(line))

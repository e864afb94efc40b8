"""What a ledger knows beside the bridge - renewals, sales, orders - written where the room typed none."""

from __future__ import annotations

from datetime import date

from cxworkshop.domain.commands import Command, Put, Remove
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger import Bridge

OURS = "ledger-facts-"
"""How the ids begin of rows that no person began."""


def facts(workshop: Workshop, bridge: Bridge) -> list[Command]:
    """The commands that put each period's figures beside the bridge; what a person typed is never written over."""
    rows = {(row.period_start, row.period_end): row for row in workshop.all(PeriodFacts)}
    found = _figures(bridge)
    commands: list[Command] = []
    for period, row in rows.items():
        if row.id.startswith(OURS) and period not in found and not _typed(row):
            commands.append(Remove("period_facts", row.id))
    for (start, end), figures in found.items():
        old = rows.get((start, end))
        if old is None:
            begun = {"period_start": start, "period_end": end, "evidence": "fact"}
            commands.append(Put("period_facts", f"{OURS}{start}-{end}", {**begun, **figures}))
            continue
        ours = old.id.startswith(OURS)
        wanted = {name: value for name, value in figures.items() if ours or getattr(old, name) is None}
        if wanted:
            commands.append(Put("period_facts", old.id, wanted))
    return commands


def _figures(bridge: Bridge) -> dict[tuple[date, date], dict[str, object]]:
    """What the ledger knows of each period; periods of which it knows nothing are left out."""
    found: dict[tuple[date, date], dict[str, object]] = {}
    for number, line in enumerate(bridge.totals):
        values: dict[str, object] = {}
        if line.purchases:
            values |= {"orders": line.purchases, "revenue": line.revenue / 100}
        if number < len(bridge.renewals) and (due := bridge.renewals[number]).due:
            values |= {
                "renewals_due": due.due,
                "renewals_renewed": due.renewed,
                "renewals_pending": due.pending,
                "due_value": due.due_cents / 100,
                "pending_value": due.pending_cents / 100,
                "renewed_value": due.renewed_cents / 100,
            }
        if values:
            found[line.period_start, line.period_end] = values
    return found


def _typed(row: PeriodFacts) -> bool:
    """Whether a row that we began also holds what only people know."""
    return any(
        value is not None
        for value in (row.units, row.score, row.referred, row.wallet_with_us, row.wallet_total)
    )

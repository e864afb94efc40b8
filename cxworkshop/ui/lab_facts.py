"""What a ledger knows beside the bridge - renewals, sales, orders - written where the room typed none."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.bridge import number
from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.commands import Command, Put, Remove
from cxworkshop.domain.record import title_of
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger import Bridge
from cxworkshop.programme.say import several

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


def stays(workshop: Workshop, bridge: Bridge) -> str | None:
    """What people typed beside the bridge and the ledger says otherwise, a sentence; None where nothing differs.

    Such a figure is left as it is: it may come from a better source, or from the ledger as it was before.
    """
    found = _figures(bridge)
    apart = [
        f"{sentence(period_label(row.period_start, row.period_end))}, {title_of(PeriodFacts, name)} {number(held)}"
        f" (ledger: {number(value)})"
        for row in workshop.all(PeriodFacts)
        if not row.id.startswith(OURS) and row.period_start and row.period_end
        for name, value in found.get((row.period_start, row.period_end), {}).items()
        if (held := getattr(row, name)) is not None and held != value
    ]
    return f"Left as they were typed beside the bridge: {several(apart)}." if apart else None


def _figures(bridge: Bridge) -> dict[tuple[date, date], dict[str, float]]:
    """What the ledger knows of each period; periods of which it knows nothing are left out."""
    found: dict[tuple[date, date], dict[str, float]] = {}
    for place, line in enumerate(bridge.totals):
        values: dict[str, float] = {}
        if line.purchases:
            values |= {"orders": line.purchases, "revenue": line.revenue / 100}
        if place < len(bridge.renewals) and (due := bridge.renewals[place]).due:
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

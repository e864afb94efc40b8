"""What a bridge leaves out of its bars and must not keep silent about, in words."""

from __future__ import annotations

from cxworkshop.analysis.bridge import number
from cxworkshop.analysis.bridge_gross import is_gross
from cxworkshop.analysis.findings import customers, money
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop

TO_DATE, CUT = "to date", "cut short"
PENDING, ORPHANS = "Contract ended, still within grace", "Refunds to "
"""How the sentences of `bridge_flags` begin or say what is looked for in remarks."""


def memo(workshop: Workshop, row: BridgeRow) -> tuple[str, ...]:
    """Came and went, paused, pending renewals, orphan refunds, and what the ledger remarked; a sentence each.

    What is nothing or unknown is left out. Source: docs/method.md 2, Edge cases.
    """
    noun, found = customers(workshop), []
    if row.came_and_went:
        back = (
            f", {number(row.returned_and_went)} of them not for the first time"
            if row.returned_and_went
            else ""
        )
        where = (
            "this gross view counts them among those who came and those who left"
            if is_gross(workshop)
            else "they are in no bar"
        )
        found.append(f"Came and went inside the period: {number(row.came_and_went)} {noun}{back}; {where}.")
    if row.paused:
        found.append(f"Paused, here at both ends and silent in between: {number(row.paused)} {noun}.")
    if row.pending:
        found.append(f"Renewal pending: {number(row.pending)} {noun}; they are counted, and not safe.")
    if row.orphan_refunds:
        worth = f", {money(workshop, row.orphan_value)} together" if row.orphan_value is not None else ""
        found.append(
            f"Refunds to {noun} who were not active that day: {number(row.orphan_refunds)}{worth}; look at them."
        )
    return (*found, *_remarks(row))


def is_partial(row: BridgeRow) -> bool:
    """Whether a row's remarks say that its period is not whole: to date, or cut short."""
    said = (row.remarks or "").casefold()
    return TO_DATE in said or CUT in said


def _remarks(row: BridgeRow) -> list[str]:
    lines = [line.strip() for line in (row.remarks or "").splitlines() if line.strip()]
    # Pending renewals and orphan refunds that have figures of their own are told from them.
    told = [start for start, figure in ((PENDING, row.pending), (ORPHANS, row.orphan_refunds)) if figure]
    return [line for line in lines if not line.startswith(tuple(told))]

"""What a bridge leaves out of its bars and must not keep silent about, in words."""

from __future__ import annotations

from cxworkshop.analysis.bridge import gap, gap_verdict, number
from cxworkshop.analysis.bridge_flag_words import SENTENCES
from cxworkshop.analysis.bridge_gross import is_gross
from cxworkshop.analysis.bridge_rows import value_flows
from cxworkshop.analysis.findings import customers, money
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop

PENDING, ORPHANS = "Contract ended, still within grace", "Refunds to "
PARTS = {
    SENTENCES["to_date"].partition("{")[0]: "to date",
    SENTENCES["part_period"].partition(":")[0]: "cut short",
}
"""How sentences of `bridge_flag_words` begin that are looked for in remarks, which anybody may add to."""


def memo(workshop: Workshop, row: BridgeRow) -> tuple[str, ...]:
    """Came and went, paused, pending renewals, orphan refunds, why the value has a gap, and what the ledger remarked.

    A sentence each; what is nothing or unknown is left out. Source: docs/method.md 2, Edge cases.
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
        found.append(f"Came and went inside the period: {people(row.came_and_went, noun)}{back}; {where}.")
    if row.paused:
        found.append(f"Paused, here at both ends and silent in between: {people(row.paused, noun)}.")
    if row.pending:
        found.append(f"Renewal pending: {people(row.pending, noun)}; they are counted, and not safe.")
    if row.orphan_refunds:
        worth = f", {money(workshop, row.orphan_value)} together" if row.orphan_value is not None else ""
        found.append(
            f"Refunds to {noun} who were not active that day: {number(row.orphan_refunds)}{worth}; look at them."
        )
    # A gap that nobody has explained is among what does not add up.
    explained = value_gap(workshop, row) if row.gap_reason else None
    return (*found, *([explained] if explained else []), *_remarks(row))


def value_gap(workshop: Workshop, row: BridgeRow) -> str | None:
    """By how much the counted value at the end differs from what adds up, and why, a sentence; None where it does not."""
    apart = gap(value_flows(row))
    if not apart:
        return None
    size = f"{money(workshop, abs(apart))} {'more' if apart > 0 else 'less'}"
    # An amount of money is one thing, however many coins.
    verdict = gap_verdict(1, row.gap_reason)
    return f"The value counted at the end is {size} than the figures add up to; that {verdict}."


def part(row: BridgeRow) -> str:
    """`to date` or `cut short` where the ledger remarked that a row's period is not whole; else nothing."""
    return next(
        (words for line in _lines(row) for start, words in PARTS.items() if line.startswith(start)), ""
    )


def _lines(row: BridgeRow) -> list[str]:
    return [line.strip() for line in (row.remarks or "").splitlines() if line.strip()]


def _remarks(row: BridgeRow) -> list[str]:
    # Pending renewals and orphan refunds that have figures of their own are told from them.
    told = [start for start, figure in ((PENDING, row.pending), (ORPHANS, row.orphan_refunds)) if figure]
    return [line for line in _lines(row) if not line.startswith(tuple(told))]

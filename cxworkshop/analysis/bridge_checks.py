"""What does not add up in a workshop's bridges: within a row, between segments, from one period to the next."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis import bridge
from cxworkshop.analysis.bridge_problems import chain_problems, segment_problems
from cxworkshop.analysis.bridge_problems import problems as row_problems
from cxworkshop.analysis.bridge_rows import (
    by_period,
    customer_flows,
    is_total,
    totals,
    value_flows,
)
from cxworkshop.analysis.findings import customers, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.periods import day_after, period_label, period_name
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop

_APART = "at the end than the figures add up to; find them, or write why."


def problems(workshop: Workshop) -> tuple[str, ...]:
    """What does not add up, a sentence each that begins with its period.

    A gap that has been given a reason is explained and no longer a problem. Source: docs/method.md 2.
    """
    found, noun = list[str](), customers(workshop)
    for rows in by_period(workshop).values():
        for row in rows:
            where = _where(row) + ("" if is_total(row) else f", {row.segment}")
            found += (f"{where}: {said}" for said in _within(row, noun))
        found += (f"{_where(rows[0])}: {said}" for said in _between(rows))
    return (*found, *_chain([row for row, _ in totals(workshop)]))


def _where(row: BridgeRow) -> str:
    return sentence(period_label(row.period_start, row.period_end))


def _within(row: BridgeRow, noun: str) -> Iterator[str]:
    yield from row_problems(customer_flows(row))
    # Refunds can make a computed value negative; a typed one cannot be.
    if not row.from_ledger:
        yield from row_problems(value_flows(row), money=True)
    if row.gap_reason:
        return
    heads, worth = bridge.gap(customer_flows(row)), bridge.gap(value_flows(row))
    if heads:
        yield f"{people(abs(heads), noun, 'more' if heads > 0 else 'fewer')} {_APART}"
    if worth:
        yield f"{bridge.number(abs(worth))} {'more' if worth > 0 else 'less'} in value {_APART}"


def _between(rows: tuple[BridgeRow, ...]) -> Iterator[str]:
    whole = [row for row in rows if is_total(row)]
    parts = [row for row in rows if not is_total(row)]
    if len(whole) > 1:
        yield f"{len(whole)} rows speak for all customers; keep one."
    if parts:
        everyone = whole[0] if whole else BridgeRow(id="none")
        yield from segment_problems(customer_flows(everyone), [customer_flows(row) for row in parts])
        yield from segment_problems(value_flows(everyone), [value_flows(row) for row in parts], money=True)


def _chain(rows: list[BridgeRow]) -> Iterator[str]:
    """Each period against the one that ends the day before it begins; money may be revalued, so only customers."""
    for row in rows:
        for before in rows:
            if row.period_start and day_after(before.period_end) == row.period_start:
                pair = [
                    (period_name(one.period_start, one.period_end), customer_flows(one))
                    for one in (before, row)
                ]
                yield from map(sentence, chain_problems(pair))

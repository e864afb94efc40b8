"""The worked examples of docs/method.md 2, figure by figure."""

from dataclasses import replace
from datetime import date

import pytest
from worked import CONTRACTS, PURCHASES

from cxworkshop.ledger import BridgeDefinition, BridgeLine, compute_bridge, open_ledger

HALF = BridgeDefinition(window=180, by="half", from_day=date(2025, 7, 1), to_day=date(2025, 12, 31))
YEAR = BridgeDefinition(grace=30, by="year", from_day=date(2025, 1, 1), to_day=date(2025, 12, 31))


def figures(line: BridgeLine, *names: str) -> tuple[int, ...]:
    """Some of a line's figures."""
    return tuple(getattr(line, name) for name in names)


def test_the_purchase_example_counts_as_published() -> None:
    """5 + 2 new + 1 returned - 2 lapsed = 6; G came and went, A and F paused."""
    (line,) = compute_bridge(open_ledger(PURCHASES.encode(), "p.csv"), HALF).rows
    counts = figures(line, "opening", "new", "returned", "lapsed", "closing", "came_and_went", "paused")
    assert counts == (5, 2, 1, 2, 6, 1, 2)


def test_the_purchase_example_is_worth_what_is_published() -> None:
    """720 + 145 + 60 + 50 - 80 - 340 = 555; F is held, so one grew and one shrank."""
    (line,) = compute_bridge(open_ledger(PURCHASES.encode(), "p.csv"), HALF).rows
    value = figures(
        line, "opening_value", "new_value", "returned_value", "grown_value", "shrunk_value", "lapsed_value"
    )
    assert value == (72000, 14500, 6000, 5000, 8000, 34000)
    assert line.closing_value == 55500
    assert (line.grown, line.shrunk) == (1, 1)


def test_the_purchase_example_flags_more_customers_worth_less() -> None:
    """One customer more and 165 less in value is the contradiction that the example names."""
    (line,) = compute_bridge(open_ledger(PURCHASES.encode(), "p.csv"), HALF).rows
    flags = {flag.code: flag.sentence for flag in line.flags}
    assert "customers_up_value_down" in flags
    assert "Customers +1, value −165" in flags["customers_up_value_down"]


def test_the_purchase_example_lists_its_orphan_refund() -> None:
    """K's refund came when K was no longer active: it is in no bar, and it is named."""
    bridge = compute_bridge(open_ledger(PURCHASES.encode(), "p.csv"), HALF)
    assert (bridge.orphan_refunds.count, bridge.orphan_refunds.cents) == (1, -3000)
    assert bridge.orphan_refunds.rows[0].customer == "K"


def test_a_repeated_transaction_counts_once() -> None:
    """I's sale stands twice under one id: 55, not 110."""
    ledger = open_ledger(PURCHASES.encode(), "p.csv")
    assert (ledger.duplicates.rows, ledger.duplicates.cents) == (1, 5500)
    assert any("repeated: 1 row, 55 together" in note for note in ledger.notes)


def test_the_contract_example_counts_as_published() -> None:
    """4 + 1 - 1 = 4, and 3000 + 600 + 200 - 800 = 3000; R's gap of 19 days is no lapse and no pause."""
    ledger = open_ledger(CONTRACTS.encode(), "c.csv", setting="contracts")
    (line,) = compute_bridge(ledger, YEAR).rows
    assert figures(line, "opening", "new", "returned", "lapsed", "closing", "paused") == (4, 1, 0, 1, 4, 0)
    value = figures(
        line, "opening_value", "new_value", "grown_value", "shrunk_value", "lapsed_value", "closing_value"
    )
    assert value == (300000, 60000, 20000, 0, 80000, 300000)


def test_the_contract_example_renews_as_published() -> None:
    """Four due, T pending: two of three renewed, 1500 of 2300 by expiring value."""
    ledger = open_ledger(CONTRACTS.encode(), "c.csv", setting="contracts")
    (due,) = compute_bridge(ledger, YEAR).renewals
    assert (due.due, due.renewed, due.pending) == (4, 2, 1)
    assert (due.renewed_cents, due.due_cents - due.pending_cents) == (150000, 230000)


def test_without_grace_a_late_renewal_is_a_pause() -> None:
    """R was away for 19 days; only the grace makes that no pause, and without it T has lapsed."""
    ledger = open_ledger(CONTRACTS.encode(), "c.csv", setting="contracts")
    (line,) = compute_bridge(ledger, replace(YEAR, grace=0)).rows
    assert (line.paused, line.lapsed, line.closing) == (1, 2, 3)


@pytest.mark.parametrize("as_hybrid", ["start", "date"])
def test_a_hybrid_ledger_of_contracts_only_equals_the_contract_example(as_hybrid: str) -> None:
    """Hybrid adds purchases to contracts; without any, the contract bridge remains."""
    text = CONTRACTS.replace("start", as_hybrid)
    (line,) = compute_bridge(open_ledger(text.encode(), "c.csv", setting="hybrid"), YEAR).rows
    assert figures(line, "opening", "new", "lapsed", "closing", "closing_value") == (4, 1, 1, 4, 300000)


def test_hybrid_value_is_the_contract_and_a_years_worth_of_purchases() -> None:
    """A contract of 365 and purchases of 18 in a window of 180 days are worth 365 + 18 x 365 / 180 = 401.50."""
    text = (
        "customer,date,start,end,amount\nA,,2025-01-01,2025-12-31,365\nA,2025-12-01,,,18\nA,2025-03-01,,,99\n"
    )
    ledger = open_ledger(text.encode(), "h.csv", setting="hybrid")
    (line,) = compute_bridge(ledger, replace(HALF, from_day=date(2025, 1, 1), by="year")).rows
    assert (line.new, line.closing_value) == (1, 40150)


def test_an_invoice_of_a_contract_is_no_purchase_too() -> None:
    """A row with a date and a contract's start is the contract; its money counts once."""
    text = "customer,date,start,end,amount\nA,2025-06-01,2025-01-01,2025-12-31,365\n"
    ledger = open_ledger(text.encode(), "h.csv", setting="hybrid")
    (line,) = compute_bridge(ledger, YEAR).rows
    assert line.closing_value == 36500
    assert any("Both a date and a start in " in note for note in ledger.notes)

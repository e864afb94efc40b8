"""The edges of the method: the last day of a window, the day after a contract, and who is new."""

from datetime import date
from typing import Any

import pytest

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import Bridge, BridgeDefinition, compute_bridge, open_ledger


def bridge(rows: str, setting: str = "purchases", **definition: Any) -> Bridge:
    """The bridge of January to March 2025, a quarter, of a few rows."""
    header = "customer,date,amount" if setting == "purchases" else "customer,start,end,amount"
    days = {"from_day": date(2025, 1, 1), "to_day": date(2025, 3, 31)}
    ledger = open_ledger(f"{header}\n{rows}\n".encode(), "l.csv", setting=setting)
    return compute_bridge(ledger, BridgeDefinition(**{**days, **definition}))


def test_a_window_holds_its_last_day_and_not_its_first() -> None:
    """With 90 days, 1 January is in the quarter's closing and 31 December is not."""
    (line,) = bridge("A,2024-12-31,1\nB,2025-01-01,1", window=90).rows
    assert (line.opening, line.lapsed, line.new, line.closing) == (1, 1, 1, 1)


def test_buying_on_the_day_after_the_window_is_no_pause() -> None:
    """Thirty days after a purchase with a window of 30 nobody has been silent; a day later somebody has."""
    steady, late = "A,2024-12-20,1\nA,2025-01-19,1", "B,2024-12-20,1\nB,2025-01-20,1"
    (line,) = bridge(
        f"{steady}\n{late}\nA,2025-03-20,1\nB,2025-03-20,1", window=30, to_day=date(2025, 2, 1)
    ).rows
    assert (line.opening, line.closing, line.paused) == (2, 2, 1)


def test_a_contract_that_follows_the_day_after_is_no_pause() -> None:
    """Renewed without a day between, and the renewal is one."""
    found = bridge("A,2024-01-01,2025-01-31,1\nA,2025-02-01,2026-01-31,1", "contracts")
    assert (found.rows[0].paused, found.renewals[0].due, found.renewals[0].renewed) == (0, 1, 1)


def test_overlapping_contracts_make_one_customer_of_both_values() -> None:
    """Two contracts at once are one customer; grace never adds the one that ended to the one that runs."""
    found = bridge("A,2024-01-01,2025-03-15,441\nA,2025-01-01,2025-12-31,365", "contracts", grace=30)
    (line,) = found.rows
    assert (line.opening, line.closing, line.closing_value) == (1, 1, 36500)


def test_a_contract_in_grace_keeps_its_value_and_is_pending() -> None:
    """Ended on 20 March with 30 days of grace: still here on the 31st, and flagged."""
    (line,) = bridge("A,2024-03-21,2025-03-20,365", "contracts", grace=30).rows
    assert (line.closing, line.closing_value) == (1, 36500)
    assert "pending_renewal" in [flag.code for flag in line.flags]


def test_an_open_contracts_amount_is_a_years() -> None:
    """Without an end there is no term to divide by; it never falls due."""
    found = bridge("A,2024-03-21,,120", "contracts")
    assert (found.rows[0].closing_value, found.renewals[0].due) == (12000, 0)


def test_a_refund_never_creates_a_customer() -> None:
    """A refund alone is no customer, and the purchase after it is the first."""
    (line,) = bridge("A,2024-11-01,-5\nA,2025-02-01,20").rows
    assert (line.opening, line.new, line.returned, line.closing_value) == (0, 1, 0, 1500)


def test_a_refund_lowers_value_on_its_own_day() -> None:
    """Sold in December, paid back in January: the opening is untouched, the closing shrinks."""
    (line,) = bridge("A,2024-12-01,100\nA,2025-01-15,-30").rows
    assert (line.opening_value, line.shrunk_value, line.closing_value) == (10000, 3000, 7000)


def test_a_row_of_nothing_is_a_purchase() -> None:
    """0.00 keeps its customer active; being worth nothing, the customer is flagged and listed."""
    found = bridge("A,2025-02-01,0.00")
    assert (found.rows[0].new, found.worthless.count) == (1, 1)
    assert "value_not_positive" in [flag.code for flag in found.rows[0].flags]


def test_an_opening_without_enough_history_is_flagged() -> None:
    """A window that reaches back beyond the ledger's first row understates the opening."""
    short = bridge("A,2024-12-01,1\nA,2025-03-31,1", window=90).rows[0]
    long = bridge("A,2024-10-03,1\nA,2025-03-31,1", window=90).rows[0]
    assert ["short_history" in [flag.code for flag in line.flags] for line in (short, long)] == [True, False]


def test_a_period_past_the_ledgers_end_is_flagged() -> None:
    """--to vouches for the days after the last row; the flag says what it vouches for."""
    assert "beyond_data" in [flag.code for flag in bridge("A,2025-01-05,1").rows[0].flags]


def test_a_refund_before_coming_back_is_an_orphan_and_in_the_value() -> None:
    """5 back while nobody was active, then 100 paid: told as an orphan, and the newcomer is worth 95, so in a bar."""
    found = bridge("A,2025-02-01,-5\nA,2025-02-10,100")
    assert (1, 9500) == (found.orphan_refunds.count, found.totals[-1].closing_value)
    assert any(
        note.startswith("Refunds to customers who were not active that day: 1, −5") for note in found.notes
    )
    assert not any("no bar" in flag.sentence for line in found.rows for flag in line.flags)


def test_an_end_after_2100_stands_for_none() -> None:
    """9999-12-31 is how many systems write an open contract; a start so late is still a slip."""
    rows = b"customer,start,end,amount\nA,2025-02-01,9999-12-31,7\nB,2025-02-01,,7\n"
    ledger = open_ledger(rows, "c.csv", setting="contracts")
    assert "Column end: an end after 2100 stands for none." in ledger.notes
    assert "Without an end: 2 contracts, the amount taken as a year's." in ledger.notes
    late = b"customer,start,end,amount\nA,9999-12-31,,7\n"
    with pytest.raises(BadLedger, match="column start: '9999-12-31' is not between 1900 and 2100"):
        open_ledger(late, "c.csv", setting="contracts")

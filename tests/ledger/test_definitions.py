"""What a definition can also say: what a row is worth, which rows stay out, and what another definition moves."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger import (
    BridgeDefinition,
    Ledger,
    compute_bridge,
    open_ledger,
)

ROWS = """\
customer,date,amount,region
A,2025-01-05,100,North
A,2025-02-03,60,North
B,2025-01-20,10.05,South
TEST-1,2025-01-08,500,North
C,2025-02-10,40,South
B,2025-02-12,-3,South
"""
FEBRUARY = BridgeDefinition(window=30, by="month")


def ledger(rows: str = ROWS) -> Ledger:
    """A few rows, by region."""
    return open_ledger(rows.encode(), "few.csv", columns={"segment": "region"})


def test_a_margin_is_rounded_row_by_row_away_from_nothing() -> None:
    """Half of 10.05 is 5.03, half of -3 is -1.50: B is worth 3.53, while revenue stays the money paid."""
    line = compute_bridge(ledger(), replace(FEBRUARY, margin_percent=50.0)).totals[-1]
    assert (line.closing_value, line.revenue) == (3000 + 353 + 2000, 9700)


def test_a_margin_does_not_decide_who_counts() -> None:
    """With a margin of nothing everybody is still here, and is flagged as worth nothing."""
    plain, none = (compute_bridge(ledger(), replace(FEBRUARY, margin_percent=of)) for of in (None, 0.0))
    assert plain.totals[-1].closing == none.totals[-1].closing == none.worthless.count == 3


@pytest.mark.parametrize("percent", [-1.0, 100.5])
def test_a_margin_is_a_share(percent: float) -> None:
    """Below nothing or above all of the amount is refused."""
    with pytest.raises(BadValue, match="0 to 100"):
        BridgeDefinition(margin_percent=percent)


def test_customers_left_out_are_compared_as_customers_are() -> None:
    """Capitals and spaces do not matter; who is not there is told, and is no error."""
    found = compute_bridge(ledger(), replace(FEBRUARY, excluded_ids=(" a ", "Nobody"), internal=("test",)))
    assert found.totals[0].new == 1
    assert [(one.rows, one.cents) for one in found.left_out] == [(2, 16000), (1, 50000)]
    assert any("no customer Nobody" in note for note in found.notes)
    assert "Left out: customers whose id begins with test: 1 row, 500 together." in found.notes


def test_a_value_left_out_goes_by_its_own_column() -> None:
    """With an exclude column its values count, and the segments stay."""
    made = ledger()
    sold_by = replace(made, exclude=np.where(made.cents == 4000, 0, -1), exclude_names=("Reseller",))
    found = compute_bridge(sold_by, replace(FEBRUARY, excluded=("Reseller", "South")))
    assert [one.rows for one in found.left_out] == [1]
    assert any("no row has South" in note for note in found.notes)


def test_leaving_everything_out_is_refused() -> None:
    """A bridge of nobody says nothing; the remedy is in the message."""
    with pytest.raises(BadValue, match="take back"):
        compute_bridge(ledger(), replace(FEBRUARY, excluded=("North", "South")))


def test_a_period_to_date_is_compared_with_as_many_days_of_the_one_before() -> None:
    """The ledger ends on 12 February: 1 to 12 January is its fair comparison, said in whole customers."""
    found = compute_bridge(ledger(), FEBRUARY)
    assert found.compare is not None
    assert (found.compare.period_start, found.compare.period_end) == (date(2025, 1, 1), date(2025, 1, 12))
    assert (found.compare.new, found.totals[-1].new) == (2, 1)
    assert any("its first 12 days" in note and "2 came" in note for note in found.notes)


def test_a_whole_period_has_no_comparison() -> None:
    """Where a day vouches for the end of the ledger, nothing is to date."""
    assert compute_bridge(ledger(), replace(FEBRUARY, to_day=date(2025, 2, 28))).compare is None


def test_amounts_beyond_what_decimals_hold_stay_whole_cents() -> None:
    """Two customers at the largest amounts that a ledger takes: every cent is still there."""
    rows = "customer,date,amount\n" + "A,2025-01-05,9999999999999.99\n" * 40 + "B,2025-01-06,0.01\n"
    line = compute_bridge(open_ledger(rows.encode(), "big.csv"), FEBRUARY).totals[-1]
    assert line.closing_value == 40 * 999_999_999_999_999 + 1

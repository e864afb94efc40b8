"""Ledgers in several currencies: one constant rate for each, exact to the cent, or a refusal that says what is missing."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger import Ledger, open_ledger

HEADER = "customer,date,amount,currency\n"


def opened(rows: str, **options: Any) -> Ledger:
    """A ledger of purchases, a row a line."""
    return open_ledger((HEADER + rows).encode(), "l.csv", **options)


def test_amounts_are_turned_at_one_rate_and_told() -> None:
    """10.01 dollars at 0.92 are 9.21 euros; the notes say how many rows were turned, and at what."""
    ledger = opened("A,2025-01-01,10.01,usd\nB,2025-01-02,5,EUR\n", rates={"USD": "0.92"}, currency="EUR")
    assert ledger.cents.tolist() == [921, 500]
    assert "Turned into EUR: 1 row in usd, at 0.92 each." in ledger.notes


def test_halves_of_a_cent_go_away_from_zero() -> None:
    """A cent and its refund turn into the same cent at a rate of a half."""
    ledger = opened("A,2025-01-01,0.01,X\nB,2025-01-01,-0.01,X\n", rates={"X": Decimal("0.5")}, currency="E")
    assert ledger.cents.tolist() == [1, -1]


def test_a_missing_rate_is_refused_with_its_rows_and_the_remedy() -> None:
    """Column, currency, first row and number of rows are named."""
    rows = "A,2025-01-01,1,EUR\nA,2025-01-01,2,CHF\nA,2025-01-02,3,chf\nA,2025-01-02,4,USD\n"
    said = r"l\.csv: row 3, column currency: 2 rows in CHF without a rate; give the rate .* turned into EUR"
    with pytest.raises(BadLedger, match=said):
        opened(rows, rates={"USD": "0.92"}, currency="EUR")


def test_rates_without_a_column_of_currencies_are_refused() -> None:
    """Nobody believes that amounts were turned when they were not."""
    with pytest.raises(BadLedger, match="no column for the currency"):
        open_ledger(b"customer,date,amount\nA,2025-01-01,1\n", "l.csv", rates={"USD": "0.92"})


@pytest.mark.parametrize("rate", ["0", "-1", "much", "NaN", "Infinity", "1e99"])
def test_a_rate_that_is_none_is_refused(rate: str) -> None:
    """Nothing, less than nothing and words are no rates."""
    with pytest.raises(BadValue, match="The rate of USD"):
        opened("A,2025-01-01,1,USD\n", rates={"USD": rate})


def test_one_currency_without_rates_is_as_it_is() -> None:
    """A column of one currency changes nothing; a blank cell is no second one, and that is told."""
    ledger = opened("A,2025-01-01,1,EUR\nA,2025-01-02,2,\n")
    assert ledger.cents.tolist() == [100, 200]
    assert "1 row without a currency, taken to be in EUR." in ledger.notes


def test_a_row_without_a_currency_is_in_the_bridges_own() -> None:
    """It is counted as it stands, and told."""
    ledger = opened("A,2025-01-01,1,USD\nA,2025-01-02,2,\n", rates={"USD": "2"}, currency="EUR")
    assert ledger.cents.tolist() == [200, 200]
    assert "1 row without a currency, taken to be in EUR." in ledger.notes


@given(
    st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=30),
    st.decimals(Decimal("0.000001"), Decimal("999"), places=6),
)
def test_every_row_is_turned_to_the_nearest_cent(amounts: list[int], rate: Decimal) -> None:
    """The money of the ledger is the sum of its rows, each turned and rounded by itself."""
    rows = "".join(f"A,2025-01-01,{Decimal(cents) / 100:f},USD\n" for cents in amounts)
    expected = [int((Decimal(cents) * rate).quantize(Decimal(1), ROUND_HALF_UP)) for cents in amounts]
    assert expected == opened(rows, rates={"USD": rate}, currency="EUR").cents.tolist()


def test_rates_of_many_decimals_are_exact() -> None:
    """A billion at a rate of eighteen decimals is right to the cent."""
    ledger = opened("A,2025-01-01,1000000000,X\n", rates={"X": "0.123456789012345678"}, currency="E")
    assert ledger.cents.tolist() == [12345678901]


@pytest.mark.parametrize(
    ("rates", "said"),
    [
        ([("USD", "0.92"), ("USD", "0.5")], "USD has two rates, 0.92 and 0.5"),
        ([("USD", "0.92"), ("usd", "0.5")], "usd has two rates"),
        ([("EUR", "2")], "EUR is the bridge's own currency, whose rate is 1"),
    ],
)
def test_rates_that_gainsay_each_other_are_refused(rates: list[tuple[str, str]], said: str) -> None:
    """No rate is dropped in silence: neither the first of two, nor that of the bridge's own currency."""
    with pytest.raises(BadValue, match=said):
        opened("A,2025-01-01,1,USD\n", rates=rates, currency="EUR")


def test_a_rate_said_twice_is_one() -> None:
    """The same rate again, or 1 for the bridge's own currency, gainsays nothing."""
    rates = [("USD", "0.9"), ("usd", "0.90"), ("EUR", "1")]
    assert [90] == opened("A,2025-01-01,1,USD\n", rates=rates, currency="EUR").cents.tolist()


def test_what_was_not_needed_is_told() -> None:
    """A rate of a currency that is not there, and a currency of its own where no column says any."""
    rates = {"USD": "0.9", "jpy": "0.5"}
    assert "No row is in JPY: its rate is not needed." in opened("A,2025-01-01,1,USD\n", rates=rates).notes
    ledger = open_ledger(b"customer,date,amount\nA,2025-01-01,1\n", "l.csv", currency="EUR")
    assert "There is no column for the currency: all amounts are taken to be in EUR." in ledger.notes


@pytest.mark.parametrize("rates", [{}, {"USD": "0.5"}])
def test_a_currency_only_on_rows_left_out_needs_no_rate(rates: dict[str, str]) -> None:
    """It stops nothing, and its money is in no sum of what was left out; what has a rate is turned there too."""
    rows = "A,2025-01-01,1,USD\nB,2025-01-02,2,USD\nC,never,8,CHF\n,2025-01-03,16,USD\n,2025-01-03,32,CHF\n"
    ledger = opened(rows, rates=rates, leave_out_bad=True)
    assert (
        1600 * (0.5 if rates else 1) == ledger.no_customer.cents == sum(one.cents for one in ledger.left_out)
    )
    assert "In no sum: the money of 2 rows left out whose currency has no rate." in ledger.notes

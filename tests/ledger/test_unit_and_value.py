"""What a room may count by: accounts grouped into units, rows by their margin, and rows marked for leaving out."""

import pytest

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import Ledger, open_ledger

TEXT = (
    "customer,household,date,amount,margin,kind\n"
    "A,H1,2025-01-03,10,2.50,shop\n"
    "B,h1 ,2025-01-01,20,-1,internal\n"
    "C,,2025-01-02,30,3,\n"
    ",H2,2025-01-02,40,4,shop\n"
    ",,2025-01-02,50,5,shop\n"
)


def opened(text: str = TEXT, **columns: str) -> Ledger:
    """A ledger of purchases with some columns named."""
    return open_ledger(text.encode(), "l.csv", columns={"customer": "customer", **columns})


def test_a_unit_takes_the_place_of_its_customers() -> None:
    """Two accounts of one household are one; who has none stays alone, and a household needs no account."""
    ledger = opened(unit="household")
    held = {ledger.customers[who]: 0 for who in ledger.customer}
    for who, cents in zip(ledger.customer, ledger.cents, strict=True):
        held[ledger.customers[who]] += int(cents)
    assert held == {"H1": 3000, "C": 3000, "H2": 4000}
    assert "1 row without a household: there the customer counts." in ledger.notes
    assert ("unit", "household") in ledger.columns


def test_a_customer_named_as_a_unit_is_in_it() -> None:
    """A parent company that also buys for itself is not counted twice."""
    text = "customer,parent,date,amount\nAcme,,2025-01-01,1\nAcme North,ACME,2025-01-01,2\n"
    assert opened(text, unit="parent").customers == ("ACME",)


def test_a_value_column_stands_beside_the_amount() -> None:
    """The margin is kept row by row; the amount still says who bought."""
    ledger = opened(value="margin")
    assert ledger.value is not None
    together = sorted(zip(ledger.cents.tolist(), ledger.value.tolist(), strict=True))
    assert together == [(1000, 250), (2000, -100), (3000, 300)]


def test_a_blank_value_is_a_problem() -> None:
    """Nobody guesses what a row is worth."""
    with pytest.raises(BadLedger, match="row 2, column margin: the cell is blank"):
        opened("customer,date,amount,margin\nA,2025-01-01,1,\n", value="margin")


def test_values_to_exclude_by_are_kept() -> None:
    """Each row's kind stands beside it, with a blank as none."""
    ledger = opened(exclude="kind")
    assert ledger.exclude is not None
    kinds = [ledger.exclude_names[code] if code >= 0 else None for code in ledger.exclude]
    assert sorted(zip(ledger.cents.tolist(), kinds, strict=True)) == [
        (1000, "shop"),
        (2000, "internal"),
        (3000, None),
    ]


def test_nothing_is_taken_unasked() -> None:
    """A household, a margin and a kind change nothing until somebody names them."""
    ledger = opened()
    assert (ledger.value, ledger.exclude, set(ledger.customers)) == (None, None, {"A", "B", "C"})

"""Who is a customer on a day, and the lists counted as the ledger counts."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Definition, Row, active
from test_bridge_oracle import FIRST, contracts, definitions, opened, purchases
from worked import CONTRACTS, PURCHASES

from cxworkshop.ledger import BridgeDefinition, active_customers, open_ledger
from cxworkshop.ledger.lists import Verdict, count, ids_as_here, match_exactly, merges_of, read_list, settle

LAST = date(2025, 12, 31)


def test_the_purchase_example_ends_with_its_six_customers() -> None:
    """The closing six of docs/method.md 2 are A, B, D, E, F and I."""
    ledger = open_ledger(PURCHASES.encode(), "p.csv")
    assert ("A", "B", "D", "E", "F", "I") == tuple(
        sorted(active_customers(ledger, BridgeDefinition(window=180), LAST))
    )


def test_the_contract_example_ends_with_its_four_customers() -> None:
    """Q has left; T ended, is within its grace, and counts."""
    ledger = open_ledger(CONTRACTS.encode(), "c.csv", setting="contracts")
    assert ("P", "R", "T", "U") == tuple(sorted(active_customers(ledger, BridgeDefinition(grace=30), LAST)))


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(purchases | contracts(), min_size=1, max_size=14),
    definition=definitions,
    after=st.integers(0, 170),
)
def test_whoever_the_method_calls_active_is_named(
    rows: list[Row], definition: Definition, after: int
) -> None:
    """Purchases, contracts and both: the same people as in plain Python."""
    day = FIRST + timedelta(days=after)
    asked = Definition(definition.window, definition.grace, definition.minimum, "hybrid")
    people = {row.customer for row in rows}
    expected = {who for who in people if active([row for row in rows if row.customer == who], day, asked)}
    found = active_customers(
        opened(rows, "hybrid"), BridgeDefinition(asked.window, asked.grace, asked.minimum), day
    )
    assert expected == set(found)


def test_lists_count_whom_the_ledger_counts_and_nobody_else() -> None:
    """Ann is on both lists and active, Bo has left, Cy was never a customer, and Dee is on no list: two in all.

    One list writes C-1 where the other writes 1; the ledger's numbers are read as the lists' are.
    """
    one = read_list(b"customer no,e-mail\nC-1,ann@x.example\nC-2,bo@x.example\n", "one", file="one.csv")
    two = read_list(b"customer no,e-mail\n1,\n,cy@x.example\n", "two", file="two.csv")
    matched = match_exactly([one, two])
    found = count(matched, matched.entity, active_ids=ids_as_here(matched, ("C-1", "C-9")))
    assert 2 == found.one_version
    assert {("one", "two"): 1, (): 1} == {part.lists: part.customers for part in found.combinations}
    for own in found.lists:
        assert found.one_version == own.rows + sum(step.customers for step in own.walk)
    steps = {(own.name, step.cause): step.customers for own in found.lists for step in own.walk}
    assert {
        ("one", "includes customers who have left"): -1,
        ("one", "some are missing"): 1,
        ("two", "includes trials and prospects"): -1,
        ("two", "some are missing"): 1,
    } == steps


def test_lists_that_write_what_the_ledger_leaves_out_are_read_alike() -> None:
    """All lists write TB-007 where the ledger writes 7: the customers are the same, and a stranger stays one."""
    one = read_list(b"customer no\nTB-007\nTB-008\n", "one", file="one.csv")
    matched = match_exactly([one])
    found = count(matched, matched.entity, active_ids=ids_as_here(matched, ("7", "12")))
    assert {("one",): 1, (): 1} == {part.lists: part.customers for part in found.combinations}


def test_ids_of_the_ledger_that_a_word_made_one_are_a_merge_table() -> None:
    """By a person's word row 1 is row 2; a number that stands with two customers, and one unknown, settle nothing."""
    matched = match_exactly(
        [read_list(b"customer no,e-mail\nC-1,a@x.example\nC-2,b@x.example\nC-3,\n", "one", file="one.csv")]
    )
    settled = settle(matched, None, [Verdict(1, 0, True)])
    assert merges_of(matched, settled.entity, ("9", "2", "3", "1")) == (("1", "2"),)
    by_mail = match_exactly(
        [
            read_list(
                b"customer no,e-mail\n1,a@x.example\n1,b@x.example\n2,a@x.example\n", "one", file="one.csv"
            )
        ],
        ["email"],
    )
    assert merges_of(by_mail, by_mail.entity, ("1", "2")) == ()

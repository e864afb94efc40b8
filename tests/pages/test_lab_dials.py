"""The definition lab: every dial moves the count on the page, and what a file leaves out is told and can be taken away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import BridgeRow, Company, Definition, LedgerSource, PeriodFacts, Variant
from cxworkshop.store import open_store
from tests.ledger import worked
from tests.pages.test_ledger_panel import PAGE, STEP, handed_in

SHOP = b"""id,customer,household,date,amount,margin,segment,ccy
1,A,h1,2025-01-05,100,40,North,EUR
2,B,h1,2025-02-05,50,10,North,USD
3,TEST9,,2025-06-06,70,10,South,EUR
4,C,,2025-12-07,80,10,Staff,EUR
5,D,,2025-12-07,5,2,South,EUR
6,,,2025-12-08,80,10,South,EUR
"""
BAD_ROW = SHOP + b"7,E,,2025-12-09,bad,1,South,EUR\n"
CONTRACTS = worked.CONTRACTS.encode()


@pytest.fixture
def lab(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> Callable[..., tuple[AppTest, Callable[..., AppTest], str]]:
    """The lab with a ledger handed in; a way to turn dials and see the page again; and the workshop's code."""

    def opened(content: bytes = SHOP, **beside: object) -> tuple[AppTest, Callable[..., AppTest], str]:
        code = code_of(Company(id="company", currency="EUR"))
        at = handed_in(open_page(PAGE, code, STEP), "shop.csv", content)
        store = open_store(own_store)

        def turn(**dials: object) -> AppTest:
            store.commit(code, Put("ledger_source", "ledger_source", dials), "test")
            return at.run()

        if beside:
            turn(**beside)
        return at, turn, code

    return opened


def count(at: AppTest) -> str:
    """The customer count as the page shows it, in its largest type."""
    assert not at.exception
    (shown,) = [one.value for one in at.text if one.value.replace(",", "").isdigit()][:1]
    return shown


RATES = {"rates": ("USD=0.9",)}


@pytest.mark.parametrize(
    ("dials", "expected"),
    [
        ({}, "5"),
        ({"window_days": 30}, "2"),
        ({"minimum": 10.0}, "4"),
        ({"unit_column": "household"}, "4"),
        ({"exclude_column": "segment", "excluded_values": ("Staff",)}, "4"),
        ({"internal": ("test",)}, "4"),
        ({"excluded_ids": "a\nD"}, "3"),
    ],
    ids=[
        "as handed in",
        "window",
        "minimum",
        "unit",
        "a segment's rows",
        "internal accounts",
        "a list of ids",
    ],
)
def test_each_dial_moves_the_count(
    dials: dict[str, object], expected: str, lab: Callable[..., object]
) -> None:
    """Five customers at first; each dial alone gives the count that plain reckoning gives."""
    at, _, _ = lab(**RATES, **dials)  # type: ignore[misc]
    assert expected == count(at)


def test_a_currency_without_a_rate_is_refused_with_the_remedy(lab: Callable[..., object]) -> None:
    """The error names currency and column; the rate, once typed, opens the ledger."""
    at, turn, _ = lab()  # type: ignore[misc]
    assert "USD" in at.error[0].value
    at = turn(**RATES)
    assert not at.error
    assert "5" == count(at)


def test_rows_that_cannot_be_read_can_be_left_out_and_are_told(lab: Callable[..., object]) -> None:
    """A press leaves the bad row out; it is counted with the row that names nobody, and both can be downloaded."""
    at, _, _ = lab(BAD_ROW, **RATES)  # type: ignore[misc]
    assert "row 8" in at.error[0].value
    at.button(key="leave-out-bad").click().run()
    assert not at.error
    assert "5" == count(at)
    assert [one for one in at.expander if one.label.startswith("Rows left out: 2")]


def test_a_variant_is_kept_and_becomes_the_definition_in_one_change(
    lab: Callable[..., object], own_store: str
) -> None:
    """Card, bridge and count are the variant's, word for word; one Undo takes all of it back."""
    at, turn, code = lab(**RATES)  # type: ignore[misc]
    at = turn(window_days=30)
    name = next(one for one in at.text_input if one.label == "Name")
    name.set_value("Thirty days").run()
    next(one for one in at.button if one.label == "Keep it").click().run()
    store = open_store(own_store)
    (kept,) = store.load(code).all(Variant)
    assert ("Thirty days", 30, 2) == (kept.name, kept.window_days, kept.closing)
    next(one for one in at.button if one.label == "Make it the definition").click().run()
    found = store.load(code)
    card = found.one(Definition)
    assert (kept.sentence, 30, 2, kept.id) == (card.sentence, card.window_days, card.agreed, card.variant)
    assert [2] == [row.closing for row in found.all(BridgeRow)]
    at.button(key="undo").click().run()
    found = store.load(code)
    assert (None, ()) == (found.one(Definition).agreed, found.all(BridgeRow))


def test_renewals_of_contracts_stand_beside_the_bridge(lab: Callable[..., object], own_store: str) -> None:
    """The contract example of docs/method.md 2: four due, two renewed, one pending; 3,000 due in value, 700 pending."""
    at, turn, code = lab(CONTRACTS, setting="contracts", grace_days=30)  # type: ignore[misc]
    at = turn(from_day="2025-01-01", to_day="2025-12-31", by="year")
    assert "4" == count(at)
    at.button(key="write-bridge").click().run()
    found = open_store(own_store).load(code)
    (row,) = found.all(BridgeRow)
    assert (4, 1, 1, 4, 1) == (row.opening, row.new, row.lapsed, row.closing, row.pending)
    (facts,) = found.all(PeriodFacts)
    assert (4, 2, 1) == (facts.renewals_due, facts.renewals_renewed, facts.renewals_pending)
    assert (3000.0, 1500.0, 700.0) == (facts.due_value, facts.renewed_value, facts.pending_value)
    assert "contracts" == found.one(LedgerSource).setting


def test_what_was_typed_beside_the_bridge_stays_and_is_told(
    lab: Callable[..., object], own_store: str
) -> None:
    """A person wrote three renewals where the ledger has two: theirs stays, and the page says that they differ."""
    at, turn, code = lab(CONTRACTS, setting="contracts", grace_days=30)  # type: ignore[misc]
    turn(from_day="2025-01-01", to_day="2025-12-31", by="year")
    year = {"period_start": "2025-01-01", "period_end": "2025-12-31", "renewals_renewed": 3}
    store = open_store(own_store)
    store.commit(code, Put("period_facts", "typed", year), "test")
    at.run().button(key="write-bridge").click().run()
    (facts,) = store.load(code).all(PeriodFacts)
    assert (4, 3) == (facts.renewals_due, facts.renewals_renewed)
    said = "The bridge is in the workshop. Left as they were typed beside the bridge: 2025, Renewed 3 (ledger: 2)."
    assert said in [one.value.replace("\\", "") for one in at.success]


def test_a_variant_that_was_never_counted_does_not_become_the_definition(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Without its ledger there is no count to put on the card: the press is refused in words, and the card stays."""
    code = code_of(Variant(id="v", name="Fin"), Definition(id="definition", agreed=5))
    at = open_page(PAGE, code, STEP)
    at.button(key="choose:v").click().run()
    assert any("was not counted yet" in one.value for one in at.error)
    assert Definition(id="definition", agreed=5) == open_store(own_store).load(code).one(Definition)


def test_one_customer_is_said_in_the_singular(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """One definition tried gives one number and no range; chosen without its ledger it says what it gives."""
    at = open_page(PAGE, code_of(Variant(id="v", name="Fin", closing=1)), STEP)
    assert any("One definition tried: 1 customer." in one.value for one in (*at.text, *at.markdown))
    at.button(key="choose:v").click().run()
    assert any("is the definition now\\: 1 customer\\." in one.value for one in at.success)

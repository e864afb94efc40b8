"""A ledger opened on the page becomes the workshop's bridge; a bad one gets a message and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import BridgeRow, LedgerSource
from cxworkshop.ledger import BridgeDefinition, compute_bridge, open_ledger
from cxworkshop.store import open_store

ROOT = Path(__file__).resolve().parents[2]
LEDGER = ROOT / "sample_data" / "ledger.csv.gz"
PAGE, STEP = "pages/competencies/assets.py", "assets.lab"

BAD = {
    "empty.csv": (b"", "empty"),
    "text.xlsx": (b"this is no workbook", "xlsx"),
    "nodates.csv": (b"customer,amount\nA,10\n", "date"),
    "nocustomer.csv": (b"date,amount\n2025-01-01,10\n", "customer"),
    "mixed.csv": (b"customer,date,amount\nA,2025-01-31,10\nB,31/01/2025,5\n", "date"),
    "blank.csv": (b"customer,date,amount\nA,2025-01-31,\n", "amount"),
    "long.csv": (b"customer,date,amount\n" + b"x" * 1_000_000 + b",2025-01-31,1\n", "long"),
}


def handed_in(at: AppTest, name: str, content: bytes) -> AppTest:
    """The page after a file was handed in."""
    at.file_uploader[0].upload(name, content)
    return at.run()


def test_the_sample_ledger_becomes_the_bridge_and_one_undo_takes_it_back(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """What the page writes equals what the ledger computes, to the cent; it is one change."""
    code = code_of()
    at = handed_in(open_page(PAGE, code, STEP), LEDGER.name, LEDGER.read_bytes())
    assert not at.exception
    at.button(key="write-bridge").click().run()
    store = open_store(own_store)
    kept = store.load(code).all(BridgeRow)
    bridge = compute_bridge(open_ledger(LEDGER), BridgeDefinition(window=365, by="year"))
    assert [(line.opening, line.new, line.lapsed, line.closing_value / 100) for line in bridge.rows] == [
        (row.opening, row.new, row.lapsed, row.closing_value) for row in kept
    ]
    assert store.load(code).one(LedgerSource).customers == 40_082
    at.button(key="undo").click().run()
    assert store.load(code).all(BridgeRow) == ()


def test_a_segment_column_gives_a_row_for_each_segment(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Naming the column is enough: the bridge then has its segments and still all customers."""
    code = code_of()
    at = handed_in(
        open_page(PAGE, code, STEP),
        "small.csv",
        b"customer,date,amount,kind\nA,2024-03-01,10,north\nB,2024-04-01,5,south\nA,2025-03-02,10,north\n",
    )
    next(one for one in at.selectbox if one.label == "Segment column").set_value("kind").run()
    at.button(key="write-bridge").click().run()
    kept = open_store(own_store).load(code).all(BridgeRow)
    assert {row.segment for row in kept} == {"north", "south", None}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_ledger_says_what_to_do_and_writes_no_bridge(
    name: str, open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Each gets one clear message, no traceback, and the bridge stays as it was."""
    content, word = BAD[name]
    code = code_of(BridgeRow(id="b", opening=5, new=1, lapsed=2))
    at = open_page(PAGE, code, STEP)
    at = handed_in(at, name, content)
    assert not at.exception
    assert len(at.error) == 1
    assert word in at.error[0].value.casefold()
    assert open_store(own_store).load(code).all(BridgeRow) == (BridgeRow(id="b", opening=5, new=1, lapsed=2),)

"""A ledger may lie where it is; its mapping is remembered; a variant sets the dials again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import LedgerSource, Variant
from cxworkshop.store import open_store
from tests.pages.test_ledger_panel import PAGE, STEP, handed_in

ROWS = b"who;customer;date;amount\nA;X;2025-01-05;10\nB;X;2025-02-05;20\nC;Y;2025-03-05;5\n"


def counted(at: AppTest) -> str:
    """The count in the largest type; it is the first text that is a number."""
    assert not at.exception
    return next(one.value for one in at.text if one.value.replace(",", "").isdigit())


def opened_at(at: AppTest, place: str) -> AppTest:
    """The page after a place on this computer was typed and opened."""
    field = next(one for one in at.text_input if one.label == "Or its place on this computer")
    field.set_value(place).run()
    return at.button(key="open-path").click().run()


def test_a_file_is_read_where_it_lies_until_it_changes(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str, tmp_path: Path
) -> None:
    """It is not copied, so when it changes the page says so instead of counting something else."""
    file = tmp_path / "shop.csv"
    file.write_bytes(ROWS)
    at = opened_at(open_page(PAGE, code_of(), STEP), f'"{file}"')
    assert "2" == counted(at)
    assert [] == list((tmp_path / "ledgers").glob("*.csv"))
    file.write_bytes(ROWS + b"D;Z;2025-03-05;5\n")
    at.run()
    assert not at.exception
    assert any("has changed since" in one.value for one in at.warning)


@pytest.mark.parametrize(
    ("place", "word"), [("no/such/ledger.csv", "no such file"), ("", "Type where"), ("\0", "no such file")]
)
def test_a_place_without_a_ledger_is_told_and_changes_nothing(
    place: str, word: str, open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """One message with the remedy; no ledger is noted."""
    code = code_of()
    at = opened_at(open_page(PAGE, code, STEP), place)
    assert not at.exception
    assert [True] == [word in one.value for one in at.error]
    assert open_store(own_store).load(code).all(LedgerSource) == ()


def test_a_file_that_is_no_table_is_not_opened_by_its_place(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str, tmp_path: Path
) -> None:
    """Only the endings of ledgers are read; the message lists them."""
    secret = tmp_path / "notes.txt"
    secret.write_text("nobody's business", encoding="utf-8")
    code = code_of()
    at = opened_at(open_page(PAGE, code, STEP), str(secret))
    assert [True] == [".parquet" in one.value for one in at.error]
    assert open_store(own_store).load(code).all(LedgerSource) == ()


def test_the_next_file_with_the_same_headers_is_read_the_same_way(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The customer column that somebody put right stays right; a file without that header is guessed anew."""
    at = handed_in(open_page(PAGE, code_of(), STEP), "one.csv", ROWS)
    assert "2" == counted(at)
    next(one for one in at.selectbox if one.label == "Customer column").set_value("who").run()
    assert "3" == counted(at)
    assert "4" == counted(handed_in(at, "two.csv", ROWS + b"D;Y;2025-04-05;5\n"))
    assert "1" == counted(handed_in(at, "three.csv", b"customer,date,amount\nQ,2025-01-05,1\n"))


def test_a_variant_sets_the_dials_again_and_undo_takes_them_back(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Loading writes every dial in one change, also those that the variant leaves blank."""
    kept = Variant(id="v", name="Strict", setting="purchases", window_days=30, minimum=6.0)
    code = code_of(kept)
    at = handed_in(open_page(PAGE, code, STEP), "shop.csv", ROWS)
    assert "2" == counted(at)
    at.button(key="load:v").click().run()
    assert "1" == counted(at)
    source = open_store(own_store).load(code).one(LedgerSource)
    assert (30, 6.0, None) == (source.window_days, source.minimum, source.by)
    at.button(key="undo").click().run()
    assert "2" == counted(at)

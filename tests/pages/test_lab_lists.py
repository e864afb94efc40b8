"""Lists laid over the ledger in the lab: customers to leave out, and ids that are another customer's."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import LedgerSource, Reconciliation, Variant
from cxworkshop.store import open_store
from cxworkshop.ui.kept_files import folder
from cxworkshop.workbook.one_table import one_table
from tests.pages.test_ledger_panel import PAGE, STEP, handed_in
from tests.pages.test_lists_panel import FINANCE, SALES

SHOP = b"customer,date,amount,since\nC-1,2025-01-05,10,\nC-2,2025-02-05,20,2020-01-01\nC-3,2025-03-05,5,\nC-9,2025-03-06,5,\n"


def counted(at: AppTest) -> str:
    """The count in the largest type; it is the first text that is a number."""
    assert not at.exception
    return next(one.value for one in at.text if one.value.replace(",", "").isdigit())


def upload(at: AppTest, label: str, name: str, content: bytes) -> AppTest:
    """The page after a file was put into the uploader of a label."""
    next(one for one in at.file_uploader if one.label.startswith(label)).upload(name, content)
    return at.run()


@pytest.fixture
def lab(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> tuple[AppTest, Callable[[], LedgerSource], str]:
    """The lab with a ledger of four customers; what is kept of it; and the workshop's code."""
    code = code_of()
    at = handed_in(open_page(PAGE, code, STEP), "shop.csv", SHOP)
    assert counted(at) == "4"
    return at, lambda: open_store(own_store).load(code).one(LedgerSource), code


def test_a_list_of_any_length_leaves_customers_out(
    lab: tuple[AppTest, Callable[[], LedgerSource], str],
) -> None:
    """Twenty thousand ids, far more than a field takes, leave out the two that the ledger knows; a press brings them back."""
    at, kept, _ = lab
    long = "\n".join(["c-1;Ann", " C-9 ", *(f"X{number}" for number in range(20_000))])
    at = upload(at, "Or a file with such ids", "staff.txt", long.encode())
    assert counted(at) == "2"
    assert kept().excluded_list == "20,002 customers of staff.txt"
    assert any("the 20,002 customers of staff.txt do not count" in one.value for one in at.text_area)
    at.button(key="no-excluded").click().run()
    assert counted(at) == "4"
    assert (kept().excluded_list, kept().excluded_mark) == (None, None)


def test_a_merge_table_makes_ids_one_customer(lab: tuple[AppTest, Callable[[], LedgerSource], str]) -> None:
    """C-9 is C-1, so three customers stand where four did; one Undo takes it back."""
    at, kept, _ = lab
    at = upload(at, "Merge table", "merges.csv", b"id,customer\nC-9,c-1\n")
    assert counted(at) == "3"
    assert kept().merge_list == "one id of merges.csv"
    at.button(key="undo").click().run()
    assert counted(at) == "4"


@pytest.mark.parametrize(
    ("label", "name", "content", "said"),
    [
        ("Merge table", "m.csv", b"id,is\nA,B\nA,C\nX,\n", "row 3, column is: 'A' is 'C' here"),
        ("Merge table", "m.csv", b"id,is\nA,A\n", "no id in this merge table is another customer's"),
        ("Merge table", "m.csv", b"only\nA\n", "two columns"),
        ("Or a file", "ids.txt", b"\n \n", "there is no id in this list"),
        ("Or a file", "ids.txt", b"A\x00\n", "holds a NUL character"),
    ],
)
def test_a_bad_list_is_told_with_its_place_and_changes_nothing(
    label: str, name: str, content: bytes, said: str, lab: tuple[AppTest, Callable[[], LedgerSource], str]
) -> None:
    """The message names the row or the remedy; the count stays."""
    at, kept, _ = lab
    before = kept()
    at = upload(at, label, name, content)
    assert said in at.error[0].value.replace("\\", "")
    assert (counted(at), before) == ("4", kept())


def test_a_list_that_this_computer_lost_is_asked_for_again(
    lab: tuple[AppTest, Callable[[], LedgerSource], str],
) -> None:
    """Without the list the count would be another, so nothing is counted until it is handed in again or taken away."""
    at, kept, _ = lab
    at = upload(at, "Merge table", "merges.csv", b"id,customer\nC-9,c-1\n")
    (folder() / f"{kept().merge_mark}.csv").unlink()
    at = upload(at, "Or a file with such ids", "ids.txt", b"C-2")
    assert counted(at) == "2"  # The ledger is in memory with its merges; nothing needs the lost file yet.
    (folder() / f"{kept().excluded_mark}.csv").unlink()
    next(one for one in at.selectbox if one.label == "First-seen column").set_value("since").run()
    assert not at.exception
    assert "The list with one id of merges.csv is not on this computer" in at.error[0].value.replace("\\", "")
    at.button(key="no-merge").click().run()
    at.button(key="no-excluded").click().run()
    assert counted(at) == "4"


def test_a_first_seen_column_is_mapped_on_the_page(
    lab: tuple[AppTest, Callable[[], LedgerSource], str], own_store: str
) -> None:
    """C-2 is known since 2020, so it came back and is not new; the sentence on the ledger's beginning says by what."""
    at, kept, code = lab
    next(one for one in at.selectbox if one.label == "First-seen column").set_value("since").run()
    assert kept().first_seen_column == "since"
    assert any("as column since says, is returned in it and not new" in one.value for one in at.text)
    next(one for one in at.text_input if one.label == "Name").set_value("Known since").run()
    at.button(key="keep-variant").click().run()
    (variant,) = open_store(own_store).load(code).all(Variant)
    assert (variant.new, variant.returned, variant.closing) == (3, 1, 4)


def test_ids_that_the_lists_made_one_are_laid_over_the_ledger(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Bob is C-2 for Sales and 9 for Finance. Once called the same, a press lets the ledger count him once too."""
    code = code_of(Reconciliation(id="reconciliation", near=True, with_ledger=True))
    handed_in(open_page(PAGE, code, STEP), "shop.csv", SHOP)
    at = open_page(PAGE, code, "assets.lists")
    finance = FINANCE.replace(b",Robert", b"9,Robert")
    lists = [("sales.csv", SALES, "text/csv"), ("finance_list.csv", finance, "text/csv")]
    at.file_uploader[0].set_value(lists)
    at.run()
    assert (at.metric[0].value, [one.key for one in at.button if one.key == "merge-ledger"]) == ("4", [])
    at.button(key="pair-same").click().run()
    assert at.metric[0].value == "3"
    at.button(key="merge-ledger").click().run()
    source = open_store(own_store).load(code).one(LedgerSource)
    assert source.merge_list == "one id of the lists.csv"
    assert (at.metric[0].value, [one.key for one in at.button if one.key == "merge-ledger"]) == ("3", [])
    assert counted(open_page(PAGE, code, STEP)) == "3"


def test_whom_only_the_ledger_knows_is_counted_and_the_page_stands(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """An active customer on no list has a row of his own in the table of combinations."""
    code = code_of(Reconciliation(id="reconciliation", with_ledger=True))
    handed_in(open_page(PAGE, code, STEP), "shop.csv", SHOP)
    at = open_page(PAGE, code, "assets.lists")
    at.file_uploader[0].set_value([("sales.csv", SALES, "text/csv")])
    at.run()
    assert not at.exception
    tables = " ".join(str(one.value.to_dict()) for one in at.dataframe)
    assert "on no list, only in the ledger" in tables


def test_the_ledger_s_word_is_not_replaced_by_another_count(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Asked to count whom the ledger counts, the page says so where it cannot, and counts nothing else."""
    code = code_of(Reconciliation(id="reconciliation", with_ledger=True))
    at = open_page(PAGE, code, "assets.lists")
    at.file_uploader[0].set_value([("sales.csv", SALES, "text/csv")])
    at.run()
    assert "no ledger on this computer" in at.error[0].value
    assert not at.metric
    handed_in(open_page(PAGE, code, STEP), "shop.csv", SHOP)
    at = open_page(PAGE, code, "assets.lists")
    next(one for one in at.selectbox if one.label == "Customer id").set_value("-").run()
    assert "not matched on a customer id" in at.error[0].value


def test_the_merged_list_is_a_workbook_of_texts() -> None:
    """What looks like a formula, a number or a web address stays the text that it was; noughts in front stay too."""
    rows = [["=1+1", "007", "http://a.example"], ["", "\x00b", "c"]]
    sheet = openpyxl.load_workbook(BytesIO(one_table("One list", ["a", "b", "c"], rows)))["One list"]
    cells = [
        [(cell.value, cell.data_type, cell.hyperlink) for cell in row] for row in sheet.iter_rows(min_row=2)
    ]
    assert cells[0] == [("=1+1", "s", None), ("007", "s", None), ("http://a.example", "s", None)]
    assert [value for value, _, _ in cells[1]] == [None, " b", "c"]

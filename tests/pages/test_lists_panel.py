"""Departments' lists handed in on the page become one count; a person's word on a pair is kept, and one Undo takes it back."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import (
    CountDifference,
    FunctionCount,
    ListSource,
    PairVerdict,
    Reconciliation,
)
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import open_store

PAGE, STEP = "pages/competencies/assets.py", "assets.lists"
SALES = (
    b"Client no,Client,Product,Mail,Phone,Postcode\n"
    b"C-1,Ann Hill,Pots,ann@a.example,01632 960001,AB1 2CD\n"
    b"C-1,Ann Hill,Seeds,ann@a.example,01632 960001,AB1 2CD\n"
    b"C-2,Bob Reed,Pots,,01632 960002,EF3 4GH\n"
)
FINANCE = (
    b"Customer ref,Account name,E-mail,Telephone,Postal code\n"
    b'1,"Hill, Ann",ann@a.example,,AB1 2CD\n'
    b",Robert Reed,,+44 1632 960002,EF3 4GH\n"
    b"3,Cy Moss,cy@a.example,,IJ5 6KL\n"
)
FUNCTIONS = (
    FunctionCount(id="s", function="Sales", total=3),
    FunctionCount(id="f", function="Finance", total=3),
)


def handed_in(open_page: Callable[..., AppTest], code: str) -> AppTest:
    """The page after both lists were handed in together."""
    at = open_page(PAGE, code, STEP)
    at.file_uploader[0].set_value(
        [("sales.csv", SALES, "text/csv"), ("finance_list.csv", FINANCE, "text/csv")]
    )
    return at.run()


def steps(workshop: Workshop) -> dict[str | None, list[tuple[str | None, int | None]]]:
    """The differences written from lists, by the count that they belong to."""
    found: dict[str | None, list[tuple[str | None, int | None]]] = {}
    for row in workshop.all(CountDifference):
        if row.from_lists:
            found.setdefault(row.count, []).append((row.cause, row.customers))
    return found


def test_two_lists_are_recognised_and_counted_as_one(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The lists take their functions' names, their columns are guessed, and the first number is the one version."""
    code = code_of(*FUNCTIONS)
    at = handed_in(open_page, code)
    assert not at.exception
    kept = open_store(own_store).load(code).all(ListSource)
    assert [("Sales", 3), ("Finance", 3)] == [(one.name, one.rows) for one in kept]
    assert ("Client no", "Mail", "Product") == (
        kept[0].id_column,
        kept[0].email_column,
        kept[0].product_column,
    )
    assert at.metric[0].value == "4"


def test_a_corrected_column_changes_the_count(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Without Finance's customer number only the e-mail still joins, so nobody new is found the same."""
    at = handed_in(open_page, code_of(*FUNCTIONS))
    boxes = [one for one in at.selectbox if one.label == "E-mail"]
    boxes[1].set_value("-").run()
    ids = [one for one in at.selectbox if one.label == "Customer id"]
    ids[1].set_value("-").run()
    assert not at.exception
    assert at.metric[0].value == "5"


def test_a_word_on_a_pair_is_kept_without_names_and_undone_in_one_step(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Bob and Robert with one telephone are proposed; “same” makes them one customer, Undo makes them two again."""
    code = code_of(*FUNCTIONS)
    at = handed_in(open_page, code)
    at.button(key="pair-same").click().run()
    assert not at.exception
    store = open_store(own_store)
    [verdict] = store.load(code).all(PairVerdict)
    assert ("same", 4, 3) == (verdict.verdict, verdict.row_a, verdict.row_b)
    assert "same phone" in str(verdict.why)
    assert not {"Bob", "Reed", "960002"} & set(str(verdict.model_dump()).replace("'", " ").split())
    assert at.metric[0].value == "3"
    at.button(key="undo").click().run()
    assert at.metric[0].value == "4"


def test_the_steps_are_written_for_functions_with_the_lists_name_and_add_up(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Rows plus the steps of each department are the one version; steps found before are replaced, typed ones stay."""
    typed = CountDifference(id="t", count="s", cause="other", customers=-7)
    old = CountDifference(id="o", count="s", cause="other", customers=-9, from_lists=True)
    code = code_of(*FUNCTIONS, typed, old)
    at = handed_in(open_page, code)
    at.button(key="write-lists").click().run()
    assert not at.exception
    store = open_store(own_store)
    workshop = store.load(code)
    assert {
        "s": [("counts products", -1), ("some are missing", 2)],
        "f": [("some are missing", 1)],
    } == steps(workshop)
    assert typed in workshop.all(CountDifference)
    assert 4 == workshop.one(Reconciliation).one_version
    at.button(key="undo").click().run()
    workshop = store.load(code)
    assert [("other", -9)] == steps(workshop)["s"]
    assert workshop.one(Reconciliation).one_version is None


def test_the_projector_shows_numbers_and_no_names(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Open pairs are counted on the wall, and nobody in them is named."""
    code = code_of(*FUNCTIONS)
    handed_in(open_page, code)
    at = open_page(PAGE, code)
    at.query_params["view"] = "projector"
    at.query_params["step"] = STEP
    at.run()
    assert not at.exception
    said = " ".join(one.value for one in at.text)
    assert "1 pair" in said
    assert "Reed" not in said + " ".join(str(table.value) for table in at.dataframe)


def test_lists_are_named_after_whole_words_and_never_alike(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Digital is not IT; the second list of Sales is told from the first, also in the combinations."""
    code = code_of(FunctionCount(id="s", function="Sales"), FunctionCount(id="i", function="IT"))
    at = open_page(PAGE, code, STEP)
    files = [
        ("sales_north.csv", SALES),
        ("sales_south.csv", FINANCE),
        ("digital_customers.csv", FINANCE[:-1]),
    ]
    at.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files])
    at.run()
    assert not at.exception
    store = open_store(own_store)
    kept = store.load(code).all(ListSource)
    assert ["Sales", "Sales south", "Digital"] == [one.name for one in kept]
    store.commit(code, Put("list_source", kept[1].id, {"name": "Sales"}), by="room")
    at = open_page(PAGE, code, STEP)
    assert ["Sales", "Sales (2)", "Digital"] == [one.label.replace("\\", "") for one in at.metric[1:4]]


def test_a_telephone_is_read_aloud_as_its_list_writes_it(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """The nought in front stays, so that somebody can call."""
    at = handed_in(open_page, code_of(*FUNCTIONS))
    pair = next(one.value for one in at.dataframe if "Telephone" in one.value.to_numpy())
    assert {"01632 960002", "+44 1632 960002"} <= set(pair.to_numpy().flat)


def test_a_list_that_is_none_changes_nothing(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A file without headers that say anything gets one message."""
    code = code_of()
    at = open_page(PAGE, code, STEP)
    at.file_uploader[0].set_value([("odd.csv", b"a,b\n1,2\n", "text/csv")])
    at.run()
    assert not at.exception
    assert "no header in row 1" in at.error[0].value
    assert () == open_store(own_store).load(code).all(ListSource)

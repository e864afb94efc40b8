"""What a list's headers and cells say, and what they do not: whose number it is, what is a name, what is nothing."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.lists import DepartmentList, guess_columns, match_exactly, near_pairs, read_list


def read(text: str, **how: bool) -> DepartmentList:
    """A list from CSV text."""
    return read_list(text.encode(), "a", file="a.csv", every_header=how.get("every_header", False))


def parquet(**columns: pa.Array) -> bytes:
    """The columns as a Parquet file."""
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    "header",
    [
        "customer category", "existing customer", "VAT registered", "ssn_last4", "account manager email", "Club member",
        "parent customer id", "is_member", "VIP customer", "customer region", "customer age", "customer owner",
        "member discount", "referred by customer", "old customer id", "previous customer id", "tax year", "VAT payer",
        "tax region", "Sales rep email", "owner email", "created by email",
    ],
)  # fmt: skip
def test_an_attribute_or_somebody_else_s_number_is_no_key(header: str) -> None:
    """A word such as customer, tax or e-mail in a header does not yet make it the customer's own."""
    assert not {"id", "tax", "email"} & set(guess_columns([header]))


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("account", "id"), ("uuid", "id"), ("Customer #", "id"), ("Kundennummer", "id"), ("Numéro client", "id"),
        ("company no", "tax"), ("CRN", "tax"), ("EIN/TIN", "tax"), ("USt-IdNr.", "tax"), ("Steuernummer", "tax"),
        ("SIREN", "tax"), ("Vorname", "first_name"), ("Prénom", "first_name"), ("Nachname", "last_name"),
        ("Nom", "name"), ("Geburtsdatum", "birth"), ("Straße", "street"), ("Ort", "town"), ("Ville", "town"),
        ("Telefon", "phone"), ("Courriel", "email"), ("Código postal", "postcode"),
    ],
)  # fmt: skip
def test_headers_of_four_languages_are_known(header: str, role: str) -> None:
    """The usual German, French and Spanish words, and numbers that authorities give."""
    assert {role: header} == guess_columns([header])


def test_cells_tell_whether_a_customer_column_holds_names_or_numbers() -> None:
    """Two John Smiths under “Customer” stay two; C001 under “client” or “account” is a number."""
    named = read("Customer,city\nJohn Smith,Rome\nJohn Smith,Oslo\n")
    assert "Customer" == named.columns["name"]
    assert 2 == len(set(match_exactly([named]).entity.tolist()))
    assert "client" == read("client,town\nC001,Rome\n").columns["id"]
    assert "customer" == read("customer,product\nA,pots\nA,seeds\nB,pots\n").columns["id"]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("".join(f"Yes,Person {at}\n" for at in range(5)) + "No,Dee\n", "say yes or no"),
        ("".join(f"{at % 2 + 7},Person {at}\n" for at in range(20)), "beside many names"),
    ],
)
def test_cells_that_cannot_be_a_number_of_one_s_own_are_refused_and_told(rows: str, why: str) -> None:
    """A header may promise a customer id; answers, and cells that many names share, are none."""
    found = read(f"customer code,name\n{rows}")
    assert "id" not in found.columns
    assert any(why in note and "--key" in note for note in found.notes)


def test_rows_without_any_cell_are_no_customers() -> None:
    """Empty rows below a table are left out and told; the row numbers of the others stay a spreadsheet's."""
    found = read("customer id,name\n1,Ann\n,\n , \n2,Bob\n,\n")
    assert 2 == found.rows
    assert [2, 5] == found.row_numbers([0, 1])
    assert any("left out (3)" in note for note in found.notes)


def test_columns_that_say_nothing_or_say_it_twice_are_told() -> None:
    """Nothing is left aside without a word."""
    notes = match_exactly([read("customer id,email,email,shoe size\n1,a@x.example,b@x.example,4\n")]).notes
    assert any("2 columns are headed email" in note for note in notes)
    assert "a: not used: shoe size." in notes


def test_texts_that_a_file_keeps_by_category_are_texts() -> None:
    """A Parquet column of categories is read as what it says."""
    mail = pa.array(["ann@x.example", "ANN@x.example"]).dictionary_encode()
    found = match_exactly([read_list(parquet(email=mail), "a", file="a.parquet")])
    assert 1 == len(set(found.entity.tolist()))


def test_a_column_that_is_no_text_is_not_used_and_told() -> None:
    """A street of several parts in one cell stops nobody from looking for near-duplicates."""
    street = pa.array([{"no": 1, "road": "A"}, {"no": 1, "road": "A"}])
    file = parquet(name=pa.array(["Ann Hill", "Ann Hill"]), street=street)
    found = match_exactly([read_list(file, "a", file="a.parquet")], [])
    near_pairs(found)
    assert any("column street is not used as street" in note for note in found.notes)
    with pytest.raises(BadLedger, match="column street"):
        read_list(file, "a", file="a.parquet", every_header=True).with_key("street", "street")

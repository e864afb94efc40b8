"""Phones, e-mails, postcodes, houses and birth dates: the usual ways of writing one of them are the same."""

import pytest

from cxworkshop.ledger.lists import match_exactly, read_list
from tests.ledger.near_rows import alike, near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("030/1234567", "030 1234567"),
        ("+49 30/1234567", "030 1234567"),
        ("01632/960001", "+44 (0)1632 960001"),
        ("01632 960001 / 01632 960002", "01632 960001"),
        ("01632 960001 ext 5", "01632 960001"),
        ("1632960009.0", "01632 960009"),
        ("447700900123", "+44 7700 900123"),
        ("1-555-234-5678", "+1 555 234 5678"),
    ],
)
def test_a_phone_is_the_same_however_it_is_written(one: str, other: str) -> None:
    """Slashes, a spreadsheet's decimals and a country's code without + do not tell two numbers apart."""
    assert (82.0, "same name, same phone") == alike("name,phone", f"John Poe,{one}", f"John Poe,{other}")


def test_a_country_s_code_without_a_plus_is_no_other_key() -> None:
    """Matching exactly on the phone joins the two ways of writing it, and says so."""
    text = "phone\n447700900123\n+44 7700 900123\n"
    matched = match_exactly(
        [read_list(text.encode(), "a", file="a.csv", columns={"phone": "phone"})], ["phone"]
    )
    assert 1 == len(set(matched.entity.tolist()))
    assert any("country’s code without a +" in note for note in matched.notes)


@pytest.mark.parametrize(
    "written",
    [
        "mailto:ann@a.example", "Ann Poe <Ann@a.example>", "ann@a.example.", "ann@a.example; bob@b.example",
        "ann@a.example bob@b.example", "ann @ a.example",
    ],
)  # fmt: skip
def test_an_address_counts_without_what_is_written_about_it(written: str) -> None:
    """The first address of a cell is the key, whatever stands before or after it."""
    lists = [
        read_list(f"email\n{cell}\n".encode(), name, file=f"{name}.csv")
        for name, cell in (("a", written), ("b", "ann@a.example"))
    ]
    assert 1 == len(set(match_exactly(lists).entity.tolist()))


def test_what_follows_a_plus_is_told_but_not_held_against_the_address() -> None:
    """ann+shop@ and ann@ with one name are proposed; as an exact key they stay two."""
    assert (90.0, "same name, same e-mail but for what follows its +") == alike(
        "name,email", "Ann Poe,ann+shop@a.example", "Ann Poe,ann@a.example"
    )


@pytest.mark.parametrize("written", ["2134.0", "2134", "02134-1234"])
def test_a_postcode_is_the_same_without_its_leading_nought_and_further_digits(written: str) -> None:
    """A spreadsheet's 2134.0 and the long zip code are 02134."""
    assert "same postcode" in alike("name,postcode", f"Ann Poe,{written}", "Ann Poe,02134")[1]


def test_a_house_of_12_0_is_number_12() -> None:
    """A spreadsheet's decimals make no other house."""
    header = "name,street,house number"
    assert "same house and street" in alike(header, "Ann Poe,Mill Road,12.0", "Ann Poe,Mill Road,12")[1]


def test_a_birth_year_in_two_digits_lies_in_the_past() -> None:
    """25/12/45 is Christmas 1945, and the list's reader learns that the century was set."""
    found = near("name,dob\nAnn Poe,25/12/45\n", "name,dob\nAnn Poe,1945-12-25\n")
    assert "same name, same birth date" == found.why(0)
    assert any("of the century before (1 row)" in note for note in found.notes)

"""Near-duplicates among companies: the whole name counts, the legal form does not."""

import pytest

from cxworkshop.ledger.lists import THRESHOLD
from tests.ledger.near_rows import HOME, HOME_HEADER, alike, at_home, near

_OTHER_PHONE = HOME.replace("960001", "970777")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Acme Ltd", "Acme Limited", "same company name"),
        ("Nordwind GmbH", "Nordwind", "same company name"),
        ("Acme Tools", "Acme Tools Ltd", "same company name"),
        ('"Bolt, Inc."', "Bolt Inc", "same company name"),
        ("Verne S.A.", "Verne SA", "same company name"),
        ("Blau & Söhne KG", "Blau und Soehne", "company name differs by one letter"),
        ("Acme GmbH", "Acme Ltd", "same company name; legal form differs"),
    ],
)
def test_a_company_at_one_address_is_found_without_its_legal_form(one: str, other: str, reason: str) -> None:
    """Another phone does not hide it, and the reason speaks of a company."""
    score, why = alike(f"name,{HOME_HEADER}", f"{one},{HOME}", f"{other},{_OTHER_PHONE}")
    assert score >= THRESHOLD
    assert reason in why.split(", ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Crown Hotel", "The Royal Hotel"),
        ("Smith Plumbing Ltd", "Smith Printing Ltd"),
        ("Green Holdings", "Grey Holdings"),
        ("North 1 Ltd", "North 2 Ltd"),
        ("Berg Motors", "Anna Berg"),
    ],
)
def test_companies_of_other_names_in_one_house_are_two(one: str, other: str) -> None:
    """One address, phone and e-mail do not make two companies one; the reason names no first or last name."""
    score, why = at_home(f"{one},office@a.example", f"{other},office@a.example", "name,email")
    assert score < THRESHOLD
    assert why.endswith("but company name differs")


def test_rows_without_a_name_stand_beside_companies() -> None:
    """A blank name is nobody's: the rows before and after it are compared as ever."""
    found = near("name,phone\nAcme Ltd,01632 960001\n,01632 960009\nAcme Limited,01632 960001\n")
    assert [(0, 2)] == list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    assert "same company name, same phone" == found.why(0)


def test_a_column_of_companies_is_read_as_such() -> None:
    """Under “Company” even two words without a legal form are one whole name."""
    assert "same company name" in at_home("Blue Lagoon", "Blue Lagoon", "Company")[1]
    assert at_home("Blue Lagoon", "Blue Anchor", "Company")[0] < THRESHOLD

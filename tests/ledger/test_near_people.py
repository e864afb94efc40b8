"""Near-duplicates by name and address: what is proposed as one person, and that the reasons are true."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.ledger.lists import THRESHOLD, match_exactly, near_pairs, read_list
from tests.ledger.near_rows import HOME, HOME_HEADER, alike, at_home, near

_NAMED = "first name,last name,date of birth,email"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Jonathan", "Jonathen", "name differs by one letter"),
        ("Amy", "Aym", "name alike"),
        ("Robert", "Bob", "first name shortened"),
        ("Erica", "Erika", "name differs by one letter"),
        ("J", "John", "first name only an initial"),
        ("Anna", "Anna Maria", "part of the name missing on one side"),
    ],
)
def test_a_name_spelt_otherwise_at_the_same_home_is_proposed(one: str, other: str, reason: str) -> None:
    """A slip, a short form, an initial or a second name left out is still one person, told in these words."""
    score, why = at_home(f"{one},Berg,,", f"{other},Berg,,", _NAMED)
    assert score >= THRESHOLD
    assert reason in why


def test_van_dijk_is_not_van_gogh() -> None:
    """Last names of several words are told apart by the words that they do not share, and are never “shortened”."""
    score, why = alike("name,postcode,street", "Jan van Dijk,AB1,1 Mill Road", "Jan van Gogh,AB1,1 Mill Road")
    assert score < THRESHOLD
    assert why.endswith("but same first name; last name differs")
    assert "shortened" not in at_home("Jan Berg", "Jan Bergmann")[1]


def test_a_double_name_left_out_in_part_is_proposed() -> None:
    """Garcia is part of Garcia Lopez."""
    score, why = at_home("Maria,Garcia", "Maria,Garcia Lopez", "first name,last name")
    assert score >= THRESHOLD
    assert "part of the name missing on one side" in why


@pytest.mark.parametrize("header", ["Name,Surname", "First Name(s),Surname", "Forenames,Family name"])
def test_a_name_beside_a_surname_is_the_first_name(header: str) -> None:
    """Anna, John and Wilma Berg of one home are three people, whatever the first name's column is called."""
    rows = "".join(f"{first},Berg,{HOME}\n" for first in ("Anna", "John", "Wilma"))
    assert 0 == len(near(f"{header},{HOME_HEADER}\n{rows}", lowest=THRESHOLD))


def test_a_whole_name_beside_a_surname_is_not_read_twice() -> None:
    """“Anna Berg” beside “Berg” is Anna Berg, and so is “Berg, Anna” of another list."""
    found = near(
        f"Name,Surname,{HOME_HEADER}\nAnna Berg,Berg,{HOME}\n", f'Name,{HOME_HEADER}\n"Berg, Anna",{HOME}\n'
    )
    assert "same phone" in found.why(0)
    assert "same name" in found.why(0)


@pytest.mark.parametrize(
    "titled",
    ["Dr. med. Ute Ohm", "Prof. Dr. Ute Ohm", "Frau Dr.med. Ute Ohm", "Ute Ohm MBA", '"Ute Ohm, PhD"'],
)
def test_titles_and_degrees_are_no_part_of_a_name(titled: str) -> None:
    """However many stand before or after it, the name is the same."""
    assert "same name" in alike("name,phone", f"{titled},01632 960001", "Ute Ohm,01632 960001")[1]


def test_na_may_be_a_surname() -> None:
    """Na is somebody's name, NA is a program's blank."""
    assert "same name" in alike("first name,surname,phone", "Min,Na,01632 960001", "Min,Na,01632 960001")[1]
    assert (
        "last name missing"
        in alike("first name,surname,phone", "Min,NA,01632 960001", "Min,NA,01632 960001")[1]
    )


def test_a_double_name_missing_on_one_side_is_a_part_of_the_name() -> None:
    """Jane Smith Jones in one cell has all of Jane Smith; Anna alone may be Anna Berg, which is told as no more than that."""
    assert "part of the name missing on one side" in at_home("Jane Smith Jones", "Jane Smith")[1]
    score, why = at_home("Anna", "Anna Berg")
    assert score < THRESHOLD
    assert "one name only, the other’s first or last name" in why


def test_a_house_s_letter_may_stand_apart() -> None:
    """12a Mill Rd is 12 A Mill Road."""
    assert "same house and street" in alike("name,street", "Ann Poe,12a Mill Rd", "Ann Poe,12 A Mill Road")[1]


@pytest.mark.parametrize("name", ["er_febrl1", "er_fake_1000"])
def test_comparing_no_further_than_needed_loses_nobody(name: str, shared_data: Path) -> None:
    """The pairs from 60 on are the same, with the same scores, as when every candidate is compared to the end."""
    matched = match_exactly([read_list(shared_data / f"{name}.csv.gz")], [])
    early, whole = near_pairs(matched, 60), near_pairs(matched, 0)
    upto = whole.count(60)
    assert whole.score[:upto].tolist() == early.score.tolist()
    assert whole.first[:upto].tolist() == early.first.tolist()
    assert whole.second[:upto].tolist() == early.second.tolist()


def test_a_street_without_numbers_is_told_as_that() -> None:
    """Where neither side has a house number, none is “missing on one side”; where streets are only alike, it says so."""
    assert (
        "same street, without a house number"
        in alike("name,street", "Ann Poe,Rosenhof", "Ann Poe,Rosenhof")[1]
    )
    assert "street alike; house number missing on one side" in alike(
        "name,street,town", "Ann Poe,Rosenhof 3,Leeds", "Ann Poe,Rosenhoff,Leeds"
    )[1]  # fmt: skip


_cells = st.tuples(
    st.sampled_from(
        [
            "",
            "Anna Berg",
            "Berg",
            "Berg, Anna",
            "Ann M Berg",
            "A Berg",
            "Berg Ltd",
            "Berg GmbH",
            "van Berg",
            "7",
        ]
    ),
    st.sampled_from(["", "1980-03-02", "1980-02-03", "1981-03-02", "1950-11-30"]),
    st.sampled_from(["", "Mill Rd 12", "12 Mill Road", "Mill Road", "Hill Lane 3"]),
    st.sampled_from(["", "01632 960001", "+44 1632 960001", "441632960001", "01632 960010"]),
    st.sampled_from(["", "anna.berg@a.example", "anna.berg+x@a.example", "info@a.example", "none"]),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(_cells, min_size=2, max_size=6))
def test_whose_row_stands_first_does_not_matter(rows: list[tuple[str, ...]]) -> None:
    """Read from the last row to the first, a list has the same pairs, with the same scores and the same reasons."""

    def told(order: list[tuple[str, ...]]) -> list[tuple[float, str]]:
        lines = "".join(",".join(f'"{cell}"' for cell in row) + ",x\n" for row in order)
        found = near(f"name,dob,street,phone,email,note\n{lines}")
        return sorted((float(score), found.why(at)) for at, score in enumerate(found.score))

    assert told(rows) == told(rows[::-1])

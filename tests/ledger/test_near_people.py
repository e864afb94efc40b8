"""Near-duplicates among people: who is proposed as one, who never is, and that the reasons are true."""

from pathlib import Path

import pytest

from cxworkshop.ledger.lists import THRESHOLD, match_exactly, near_pairs, read_list, settle
from tests.ledger.near_rows import HOME, HOME_HEADER, alike, at_home, near

_NAMED = "first name,last name,date of birth,email"


def test_twins_are_two_customers() -> None:
    """Name, birth date, address and phone of Anna and Lars agree but for the first name: below the threshold."""
    score, why = at_home("Anna,Berg,1980-03-02,", "Lars,Berg,1980-03-02,", _NAMED)
    assert score < THRESHOLD
    assert "but same last name; first name differs" in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Paul", "Paula"), ("Jean", "Joan"), ("Maria", "Mario"), ("Ann", "Ian"), ("Ida", "Ada")),
        *(("J", "Robert"), ("Anna Maria", "Anna Sofie"), ("John A", "John B")),
    ],
)
def test_two_names_that_differ_in_a_letter_are_two_people(one: str, other: str) -> None:
    """Both names are common: no slip of the keys, even with one home, one phone and one e-mail."""
    score, why = at_home(f"{one},Berg,,berg@a.example", f"{other},Berg,,berg@a.example", _NAMED)
    assert score < THRESHOLD
    assert "first name differs (50 at the most)" in why


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


def test_a_home_is_one_witness_not_four() -> None:
    """Phone, street, postcode and town count 36 together where only the last name is known on one side."""
    score, why = at_home(",Berg,,", "Anna,Berg,,", _NAMED)
    assert 24 + 36 == score
    assert "(phone and address count 36 together)" in why


def test_father_and_son_of_one_name_are_two_customers() -> None:
    """One name and one address, 32 years apart: below the threshold, whether or not they share the phone."""
    assert at_home("John,Berg,1950-03-02,", "John,Berg,1982-07-11,", _NAMED)[0] < THRESHOLD
    score, why = alike(
        f"{_NAMED},{HOME_HEADER}",
        f"John,Berg,1950-03-02,a@a.example,{HOME}",
        f"John,Berg,1982-07-11,z@z.example,{HOME.replace('960001', '970777')}",
    )
    assert score < THRESHOLD
    assert "birth dates 13 years apart or more (50 at the most)" in why


@pytest.mark.parametrize(("one", "other"), [("1950-03-02", "1984-07-09"), ("1950-03-02", "1984-03-02")])
def test_a_short_form_of_another_generation_is_somebody_else(one: str, other: str) -> None:
    """Robert of 1950 is not Bob of 1984, even when both have their birthday on the same day."""
    assert at_home(f"Robert,Berg,{one},", f"Bob,Berg,{other},", _NAMED)[0] < THRESHOLD


def test_a_made_up_birth_date_of_the_same_generation_only_costs_points() -> None:
    """The same name at the same home with dates some years apart is proposed, and the reason tells of the dates."""
    score, why = at_home("John,Berg,1980-03-02,", "John,Berg,1987-07-11,", _NAMED)
    assert score >= THRESHOLD
    assert why.endswith("but birth date differs by less than 13 years")


def test_junior_and_senior_are_two_but_john_poe_may_be_john_poe_junior() -> None:
    """Jr is a part of the name that one side may leave out; Jr and Sr are different people."""
    assert (72.0, "same phone, part of the name missing on one side") == alike(
        "name,phone", "John Poe Jr,01632 960001", "John Poe,01632 960001"
    )
    assert at_home("John Poe Jr", "John Poe Sr")[0] < THRESHOLD
    assert "same name" in at_home('"John Poe, Jr."', "John Poe Jr")[1]


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


_COLLEAGUES = "Anna Berg,John Poe,Ute Ohm,Li Wei,Rosa Diaz,Omar Khan,Sven Lund,Eva Novak,Tom Reed,Ian Hill,Kim Park,Zoe Lamb"


@pytest.mark.parametrize("people", [4, 12])
def test_colleagues_of_one_office_are_as_many_customers(people: int) -> None:
    """One info@, one phone and one address make nobody one, in an office of four as in one of twelve."""
    rows = "".join(f"{name},{HOME},info@a.example\n" for name in _COLLEAGUES.split(",")[:people])
    assert 0 == len(near(f"name,{HOME_HEADER},email\n{rows}", lowest=THRESHOLD))


def test_an_office_s_address_is_a_weaker_witness_than_one_s_own() -> None:
    """Two with one first name at info@ are not proposed; the reason calls the address what it is."""
    score, why = at_home("Anna Berg,info@a.example", "Anna Poe,info@a.example", "name,email")
    assert score < THRESHOLD
    assert "same office e-mail" in why


def test_a_phone_of_a_dozen_names_is_left_out_and_told() -> None:
    """A switchboard is nobody's witness, and the list's reader learns it."""
    rows = "".join(f"{name},01632 960001\n" for name in _COLLEAGUES.split(","))
    assert any(
        "1 phone value beside more than 10 names" in note for note in near(f"name,phone\n{rows}").notes
    )


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


def test_a_chain_does_not_join_those_who_clearly_differ() -> None:
    """Without a first name a row is like father and like son; accepting both pairs in bulk does not make these one."""
    text = (
        "first name,last name,date of birth,phone,email\nAnna,Berg,1980-03-02,01632 960001,\n"
        ",Berg,,01632 960001,berg@a.example\nLars,Berg,1980-03-02,01632 960001,berg@a.example\n"
    )
    matched = match_exactly([read_list(text.encode(), "a", file="a.csv")], [])
    settled = settle(matched, near_pairs(matched, 60), accept_from=60)
    assert settled.entity[0] != settled.entity[2]
    assert settled.entity[1] == settled.entity[2]
    assert ["1 near pair would have joined rows whose names or birth dates clearly differ"] == [
        words.split(";")[0] for words in settled.refused
    ]

"""Near-duplicates in one home or office: twins, couples, generations and colleagues are never proposed as one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cxworkshop.cli import main
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


_CHAIN = (
    "first name,last name,date of birth,phone,email\nAnna,Berg,1980-03-02,01632 960001,\n"
    ",Berg,,01632 960001,berg@a.example\nLars,Berg,1980-03-02,01632 960001,berg@a.example\n"
)


def test_a_chain_does_not_join_those_who_clearly_differ() -> None:
    """Without a first name a row is like father and like son; accepting both pairs in bulk does not make these one."""
    matched = match_exactly([read_list(_CHAIN.encode(), "a", file="a.csv")], [])
    settled = settle(matched, near_pairs(matched, 60), accept_from=60)
    assert settled.entity[0] != settled.entity[2]
    assert settled.entity[1] == settled.entity[2]
    assert ["1 near pair would have joined rows whose names or birth dates clearly differ"] == [
        words.split(";")[0] for words in settled.refused
    ]


def test_the_command_tells_whom_it_did_not_join(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Accepted in bulk, the row between Anna and Lars goes to one of them, and standard error says that the other was refused."""
    path = ledger_file(_CHAIN, "a.csv")
    assert 0 == main(["reconcile", str(path), "--key", "first name", "--near", "--accept", "60"])
    told = capsys.readouterr()
    assert "one company version,2\n" in told.out
    assert "1 near pair would have joined rows whose names or birth dates clearly differ" in told.err

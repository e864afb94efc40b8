"""Which rows of several lists are one customer, where lists write or number customers each in its own way."""

from __future__ import annotations

import pytest

from cxworkshop.ledger.lists import (
    Matched,
    count,
    ids_as_here,
    match_exactly,
    merged_rows,
    merges_of,
    read_list,
)


def matched(*texts: str, keys: list[str] | None = None) -> Matched:
    """Lists a, b, c ... from CSV texts, matched exactly."""
    lists = [
        read_list(text.encode(), name, file=f"{name}.csv")
        for name, text in zip("abcdef", texts, strict=False)
    ]
    return match_exactly(lists, keys)


def customers(found: Matched) -> int:
    """How many customers the lists are together."""
    return len(set(found.entity.tolist()))


def said(found: Matched, words: str) -> bool:
    """Whether a note has these words."""
    return any(words in note for note in found.notes)


def ids(*numbers: str) -> str:
    """A list of customer ids."""
    return "customer id,town\n" + "".join(f"{number},x\n" for number in numbers)


@pytest.mark.parametrize("keys", [["email", "name"], ["name", "email"], ["phone", "postcode", "email"]])
def test_an_address_and_a_name_as_keys_come_to_an_end(keys: list[str]) -> None:
    """Rows that share an e-mail are one, whatever else is followed and in whatever order."""
    text = "name,email,phone,postcode\nAnn,a@x.example,01632 960001,A1\nBob,a@x.example,01632 960002,A2\n"
    assert 1 == customers(matched(text, keys=keys))


def test_departments_with_numbers_of_their_own_are_one_through_the_e_mail() -> None:
    """S001 and 9101 are no contradiction: no list of the one numbers as the other does."""
    found = matched(
        "customer_id,email\nS001,ann@x.example\nS002,bob@x.example\nS003,cy@x.example\n",
        "club no,email\n9101,ann@x.example\n9102,bob@x.example\n9103,dee@x.example\n",
    )
    assert (4, 0) == (customers(found), found.conflict_count)
    assert said(found, "each numbers customers in its own way")


def test_numbers_that_only_happen_to_agree_without_their_letters_stay_two() -> None:
    """S-1 and 1 are not taken for the same where names and e-mails say otherwise; it is told."""
    found = matched(
        "customer_id,name,email\nS1,Ann Hill,ann@x.example\nS2,Bob Reed,bob@x.example\nS3,Cy Moss,cy@x.example\n",
        "club no,name,email\n3,Ann Hill,ann@x.example\n1,Bob Reed,bob@x.example\n2,Dee Fox,dee@x.example\n",
    )
    assert 4 == customers(found)
    assert said(found, "that was not taken for granted")


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        ((ids("00123", "00456"), ids("00000123", "00000456")), 2),
        ((ids("C001", "C002"), ids("C1", "C2")), 2),
        ((ids(*(f"CU-{n}" for n in range(100, 160)), "see note"), ids(*map(str, range(100, 160)))), 61),
        ((ids("1001.0", "1002.0"), ids("CUST-1001", "CUST-1002"), ids("K-1001", "K-1002")), 2),
    ],
)
def test_numbers_meet_across_their_ways_of_writing(texts: tuple[str, ...], left: int) -> None:
    """Zeros of any width, letters before the number and one odd cell do not keep lists apart."""
    found = matched(*texts)
    assert left == customers(found)
    assert said(found, "left out")


def test_two_ways_of_numbering_that_nothing_joins_are_told() -> None:
    """Without a list that writes the number alone, other letters may mean other customers."""
    found = matched(ids("CUST-1", "CUST-2"), ids("K-1", "K-2"))
    assert 4 == customers(found)
    assert said(found, "write them alike")


@pytest.mark.parametrize("nothing", ["#N/A", "NaN", "nan", "(blank)", "<NA>", "#REF!", "#VALUE!", "–"])
def test_what_a_program_writes_for_nothing_joins_nobody(nothing: str) -> None:
    """Such cells are blank, not somebody's number."""
    assert 2 == customers(matched(ids(nothing, nothing)))


@pytest.mark.parametrize(
    "mail",
    ["dummy@dummy.com", "no@email.com", "no.email@shop.com", "a@a.com", "@", "x@y", "noemail@noemail.com"],
)
def test_a_made_up_address_joins_nobody(mail: str) -> None:
    """Who had to type an address and had none is nobody in particular."""
    text = f"name,email\nAnn Hill,{mail}\nBob Reed,{mail}\n"
    assert 2 == customers(matched(text))


def test_an_office_s_address_joins_only_where_names_agree() -> None:
    """info@ of one company is one customer; beside two people it is told and joins nobody."""
    text = "name,email\nAcme Ltd,info@acme.example\nAcme,info@acme.example\nAnn,office@b.example\nBob,office@b.example\n"
    found = matched(text)
    assert 3 == customers(found)
    assert ["e-mail office@b.example stands beside the names Ann and Bob"] == [
        one.says for one in found.conflicts
    ]


@pytest.mark.parametrize(
    ("header", "cells"), [("customer id", ("1-11", "11-1", "-5", "5")), ("tax id", ("12-3", "1-23"))]
)
def test_signs_stay_where_they_tell_numbers_of_one_list_apart(header: str, cells: tuple[str, ...]) -> None:
    """1-11 and 11-1 are two, and it is said that signs count."""
    found = matched(f"{header},town\n" + "".join(f"{cell},x\n" for cell in cells))
    assert len(cells) == customers(found)
    assert said(found, "differ by their signs only")


def test_a_minus_in_front_tells_from_the_number_without_it() -> None:
    """-5 and 5 are two customers."""
    assert 2 == customers(matched(ids("-5", "5")))


def test_a_number_that_a_spreadsheet_cut_short_joins_nobody() -> None:
    """1.23457E+11 twice may be two customers; row and remedy are named."""
    found = matched(ids("7", "1.23457E+11", "1.23457E+11"))
    assert 3 == customers(found)
    assert said(found, "format the column as text")
    assert said(found, "in row 3")


def test_one_id_with_two_tax_numbers_is_told_and_stays_one() -> None:
    """A person has to look; the id is followed."""
    found = matched("customer id,vat no\n7,DE111111111\n", "customer id,vat no\n7,DE222222222\n")
    assert 1 == customers(found)
    assert [("DE111111111", "DE222222222")] == [one.others for one in found.doubts]


def test_lists_that_number_different_people_alike_are_warned_of() -> None:
    """1 and 2 are quite other people on the other list: the ids are doubtful, and the remedy is named."""
    found = matched(
        "customer id,name,email\n1,Ann Hill,ann@x.example\n2,Bob Reed,bob@x.example\n",
        "customer id,name,email\n1,Cy Moss,cy@y.example\n2,Dee Fox,dee@y.example\n",
    )
    assert ["1", "2"] == [one.value for one in found.doubts]
    assert said(found, "2 stand beside entirely different names")


def test_a_tax_number_is_the_same_with_and_without_its_country() -> None:
    """GB 365 4567 89 and 365456789 are one; with two countries nobody knows which."""
    assert 1 == customers(matched("vat no\nGB 365 4567 89\n", "vat no\n365456789\n"))
    assert 3 == customers(matched("vat no\nGB365456789\nDE365456789\n", "vat no\n365456789\n"))


def test_an_address_beside_two_tax_numbers_joins_nobody_and_is_told_in_their_words() -> None:
    """What contradicts is named as what it is, and as it is written."""
    found = matched("vat no,email\nGB 111 1111 11,Home@x.example\nGB 222 2222 22,home@x.example\n")
    assert 2 == customers(found)
    assert ["e-mail Home@x.example stands beside the tax numbers GB 111 1111 11 and GB 222 2222 22"] == [
        one.says for one in found.conflicts
    ]
    assert said(found, "1 e-mail value joins nobody")


def test_a_customer_with_many_products_in_a_list_without_names_is_one() -> None:
    """120 rows of one e-mail are explained by what was bought; without a product they are not."""
    rows = "".join(f"a@x.example,p{at}\n" for at in range(120))
    assert 1 == customers(matched(f"email,product\n{rows}"))
    assert 120 == customers(matched(f"email,town\n{rows}"))


def test_the_merged_list_takes_what_stands_for_something() -> None:
    """n/a never hides a name that another row has, and a day is a day without its midnight."""
    found = matched(
        "customer id,name,dob\n1,n/a,1980-01-31 00:00:00\n1,Ann Lee,\n", "customer id,name\n1,Ann\n"
    )
    [row] = merged_rows(found, found.entity, count(found, found.entity).active)
    assert ["1980-01-31", "1", "Ann Lee"] == [row[1], row[2], row[3]]


def test_a_ledger_meets_the_series_that_has_its_numbers() -> None:
    """The club's numbers do not hide that the ledger writes Sales' numbers without their letters."""
    found = matched(
        "customer_id,email\nS01,ann@x.example\nS02,ann@x.example\nS03,cy@x.example\n",
        "club no,email\n9101,cy@x.example\n9102,dee@x.example\n",
        keys=["id"],
    )
    ids_of_lists = ids_as_here(found, ("1", "3"))
    assert {"s01", "s03"} == ids_of_lists
    assert () == merges_of(found, found.entity, ("1", "3"))


def test_a_ledger_s_signs_count_where_those_of_the_lists_do() -> None:
    """Where 1-11 and 11-1 are two customers of a list, they are two of the ledger's as well."""
    assert {"1-11", "11-1"} == ids_as_here(matched(ids("1-11", "11-1")), ("1-11", "11-1"))


def test_an_office_s_address_within_one_customer_is_no_conflict() -> None:
    """Two people of one customer id may share info@; nothing contradicts."""
    found = matched("customer id,name,email\n7,Ann Hill,info@a.example\n7,Bob Reed,info@a.example\n")
    assert (1, 0) == (customers(found), found.conflict_count)

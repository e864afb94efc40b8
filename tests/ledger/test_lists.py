"""Departments' lists made one: what joins, what never joins, and how every number walks to the one number."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.bench_lists import precision_and_recall
from cxworkshop.cli import main
from cxworkshop.domain.errors import NotFound
from cxworkshop.ledger.lists import (
    Matched,
    Verdict,
    count,
    guess_columns,
    match_exactly,
    merged_csv,
    near_pairs,
    read_list,
    settle,
)
from cxworkshop.ledger.lists.merged import harmless
from cxworkshop.ledger.outputs import write_all

SAMPLE = Path(__file__).parents[2] / "sample_data"


def matched(*texts: str, keys: list[str] | None = None) -> Matched:
    """Lists a, b, c ... from CSV texts, matched exactly."""
    lists = [
        read_list(text.encode(), name, file=f"{name}.csv")
        for name, text in zip("abcdef", texts, strict=False)
    ]
    return match_exactly(lists, keys)


def entities(found: Matched) -> list[list[int]]:
    """The rows of all lists, grouped by entity."""
    groups: dict[int, list[int]] = {}
    for row, entity in enumerate(found.entity.tolist()):
        groups.setdefault(entity, []).append(row)
    return list(groups.values())


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Customer ref", "id"), ("Club number", "id"), ("Customer no.", "id"), ("Client number", "id"),
        ("E-mail for invoices", "email"), ("Mail", "email"), ("soc_sec_id", "tax"), ("VAT no", "tax"),
        ("Telephone", "phone"), ("given_name", "first_name"), ("Surname", "last_name"), ("Client", "name"),
        ("Account name", "name"), ("House and street", "street"), ("address_1", "street"),
        ("street_number", "house"), ("suburb", "town"), ("Place", "town"), ("Postal code", "postcode"),
        ("dob", "birth"), ("Birthday", "birth"), ("Product range", "product"), ("Last invoice", "last_seen"),
    ],
)  # fmt: skip
def test_headers_tell_what_their_column_holds(header: str, role: str) -> None:
    """The usual wordings are recognised without anybody's help."""
    assert {role: header} == guess_columns([header])


@pytest.mark.parametrize("header", ["row_id", "unique_id", "Opted in", "state", "Orders 2025"])
def test_a_list_s_own_row_numbers_are_nobody_s_customer_id(header: str) -> None:
    """A number of the row or an opt-in is left without a role."""
    assert {} == guess_columns([header])


def test_capitals_blanks_and_a_prefix_left_out_do_not_tell_apart() -> None:
    """TB-007 and 007, Ann@A.example and ann@a.example are the same; the rules are told with their rows."""
    found = matched(
        "customer id,email\nTB-107,\ntb 108,Ann@A.example \n", "customer id,email\n107,\n,ann@a.example\n"
    )
    assert [[0, 2], [1, 3]] == entities(found)
    assert any("TB before customer numbers is left out" in note for note in found.notes)


def test_a_prefix_that_is_not_everywhere_stays() -> None:
    """Where one list writes two kinds of numbers, letters may mean something."""
    assert 3 == len(entities(matched("customer id\nTB1\nXX2\n", "customer id\n1\n")))


def test_stand_ins_join_nobody() -> None:
    """n/a, 0000 and noreply@ are blank, not somebody's number or address."""
    text = "customer id,email\nn/a,noreply@a.example\n0000,unknown\nN/A,noreply@a.example\n"
    assert 3 == len(entities(matched(text)))


def test_an_address_beside_two_customer_ids_is_listed_and_joins_nobody() -> None:
    """A couple's shared e-mail does not make one of two, nor of a third row without an id."""
    found = matched("customer id,email\n1,home@a.example\n2,home@a.example\n,home@a.example\n")
    assert 3 == len(entities(found))
    assert [("1", "2")] == [conflict.others for conflict in found.conflicts]


def test_an_address_of_many_names_is_no_key() -> None:
    """info@ beside a dozen names joins none of them."""
    rows = "".join(f"Person {letter},info@a.example\n" for letter in "abcdefghijkl")
    assert 12 == len(entities(matched(f"name,email\n{rows}")))


def test_a_copy_of_a_list_is_wholly_on_both() -> None:
    """The same list twice gives everything in a+b, also rows without any key."""
    text = "customer id,name\n1,Ann\n,Bob\n1,Ann\n"
    found = matched(text, text)
    counted = count(found, found.entity)
    assert [(("a", "b"), 2)] == [(one.lists, one.customers) for one in counted.combinations]


def test_a_known_walk() -> None:
    """Four rows: one repeated, one a second product, one lapsed; one customer is missing."""
    found = matched(
        "customer id,product,last seen\n1,pots,2025-06-01\n1,pots,2025-06-01\n1,seeds,2025-06-02\n2,pots,2020-01-01\n",
        "customer id\n1\n3\n",
    )
    counted = count(found, found.entity, as_of=date(2025, 12, 31), window_days=365)
    own = counted.lists[0]
    assert (4, 1, 1, 1, 1, 2) == (
        own.rows, own.duplicates, own.products, own.lapsed, own.missing, counted.one_version,
    )  # fmt: skip


def test_who_the_ledger_does_not_know_does_not_count() -> None:
    """With a ledger's active customers, others have left, and who has no number is a stranger."""
    found = matched("customer id,email\n1,\n2,\n,x@a.example\n")
    counted = count(found, found.entity, active_ids={"1"})
    assert (1, 1, 1) == (counted.one_version, counted.lists[0].lapsed, counted.lists[0].strangers)


_cell = st.sampled_from(["", "1", "2", "3", "4"])
_row = st.tuples(
    _cell, _cell, st.sampled_from(["", "p", "q"]), st.sampled_from(["", "2020-01-01", "2025-06-01"])
)
_lists = st.lists(st.lists(_row, min_size=1, max_size=8), min_size=1, max_size=4)


def _written(rows: list[tuple[str, str, str, str]]) -> str:
    lines = [f"{id},{mail and f'm{mail}@a.example'},{product},{seen},x" for id, mail, product, seen in rows]
    return "customer id,email,product,last seen,town\n" + "\n".join(lines) + "\n"


@settings(max_examples=20, deadline=None)
@given(_lists)
def test_every_walk_adds_up_and_every_customer_is_in_one_combination(
    rows: list[list[tuple[str, str, str, str]]],
) -> None:
    """Rows and steps give the one company version for every department; the combinations sum to it."""
    found = matched(*(_written(one) for one in rows))
    counted = count(found, found.entity, as_of=date(2025, 12, 31), window_days=365)
    for own in counted.lists:
        assert counted.one_version == own.rows + sum(step.customers for step in own.walk)
        assert min(own.duplicates, own.products, own.lapsed, own.missing) >= 0
    assert counted.one_version == sum(one.customers for one in counted.combinations)


@settings(max_examples=20, deadline=None)
@given(_lists)
def test_no_customer_ever_has_two_numbers_of_a_series_and_one_number_is_one_customer(
    rows: list[list[tuple[str, str, str, str]]],
) -> None:
    """Exact keys never make one of two customer ids that lists share a series of, and never leave one id as two."""
    found = matched(*(_written(one) for one in rows))
    ids = [(found.series[at], id) for at, one in enumerate(rows) for id, *_ in one]
    told = [(entity, *one) for entity, one in zip(found.entity.tolist(), ids, strict=True) if one[1]]
    assert len({one[:2] for one in told}) == len(set(told)) == len({one[1:] for one in told})


_KEYS = ("id", "tax", "email", "phone", "name", "postcode", "plate")
_keyed_row = st.tuples(*(st.sampled_from(["", f"{key}1", f"{key}2", f"{key}3"]) for key in _KEYS))


@settings(max_examples=10, deadline=None)
@given(
    st.lists(_keyed_row, min_size=1, max_size=8),
    st.lists(_keyed_row, min_size=1, max_size=8),
    st.lists(st.sampled_from(_KEYS), min_size=1, max_size=5, unique=True).flatmap(
        lambda keys: st.tuples(st.just(keys), st.permutations(keys))
    ),
)
def test_any_keys_come_to_an_end_and_their_order_does_not_matter(
    one: list[tuple[str, ...]], other: list[tuple[str, ...]], keys: tuple[list[str], list[str]]
) -> None:
    """Whatever is matched on, and in whatever order it is named, the same rows are the same customers."""
    texts = [
        "customer id,vat number,email,phone,name,postcode,plate,town\n"
        + "\n".join(
            ",".join((id, tax, mail and f"{mail}@a.example", phone and f"01632 96000{phone[-1]}", *more, "x"))
            for id, tax, mail, phone, *more in rows
        )
        for rows in (one, other)
    ]
    lists = [
        read_list(text.encode(), name, file=f"{name}.csv", every_header=True).with_key("plate", "plate")
        for name, text in zip("ab", texts, strict=True)
    ]
    first, second = (match_exactly(lists, order) for order in keys)
    assert first.entity.tolist() == second.entity.tolist()
    assert first.conflict_count == second.conflict_count


PEOPLE = (
    "first name,last name,phone,postcode\nBob,Reed,01632 960002,AB1 2CD\nRobert,Reed,+44 1632 960002,ab12cd\n"
    "Zoe,Reed,01632 960002,AB1 2CD\n"
)


def test_a_near_duplicate_has_its_reason_and_a_couple_is_none() -> None:
    """Bob and Robert with one telephone are proposed in words; Zoe in the same home is not."""
    near = near_pairs(matched(PEOPLE, keys=[]), 60)
    assert [(0, 1)] == list(zip(near.first.tolist(), near.second.tolist(), strict=True))
    assert (
        "same phone, first name shortened, same postcode (phone and address count 36 together)" == near.why(0)
    )


def test_nobody_is_made_one_by_likeness_without_a_word() -> None:
    """Without a score from which to accept, near pairs change no entity; with it, they do."""
    found = matched(PEOPLE, keys=[])
    near = near_pairs(found, 60)
    assert 3 == len(set(settle(found, near).entity.tolist()))
    assert 2 == len(set(settle(found, near, accept_from=60).entity.tolist()))


def test_different_is_never_overruled_not_even_through_a_third() -> None:
    """A and B are different; B and C the same: then A and C can no longer be, and it is said."""
    found = matched(PEOPLE, keys=[])
    words = [Verdict(0, 1, False), Verdict(1, 2, True), Verdict(0, 2, True)]
    settled = settle(found, near_pairs(found, 60), words, accept_from=50)
    assert settled.entity[0] != settled.entity[1] == settled.entity[2]
    assert 2 == len(settled.refused)


def test_the_merged_list_has_one_row_each_with_its_places_and_no_formula() -> None:
    """A cell that begins like a formula is made text; rows are numbered as a spreadsheet shows them."""
    found = matched("customer id,name\n1,=1+1\n2,Bob\n", "customer id,name\n1,Ann\n")
    counted = count(found, found.entity)
    told = list(csv.reader(io.StringIO(merged_csv(found, found.entity, counted.active))))
    assert ["1", "1", "'=1+1", "a+b", "2", "1", "2", "1"] == told[1]
    assert "+44 1632 960001" == harmless("+44 1632 960001")


@pytest.mark.parametrize(("name", "least"), [("er_febrl1", 0.85), ("er_fake_1000", 0.65)])
def test_near_duplicates_on_labelled_people(name: str, least: float, shared_data: Path) -> None:
    """At the default score 97 % of proposed pairs are true, and most true ones are proposed."""
    precision, recall = precision_and_recall(name)
    assert precision >= 0.97
    assert recall >= least


def test_the_command_prints_combinations_and_writes_pairs(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Names are the files' stems, pairs have the rows that a spreadsheet shows, near ones do not change the count."""
    first = ledger_file("customer id,name,phone\n1,Ann Hill,\n,Bob Reed,01632 960002\n", "a.csv")
    second = ledger_file("customer id,name,phone\n1,Ann Hill,\n,Robert Reed,01632 960002\n", "b.csv")
    pairs = first.with_name("pairs.csv")
    assert 0 == main(["reconcile", str(first), str(second), "--near", "--pairs", str(pairs)])
    assert "lists,customers\na,1\nb,1\na+b,1\none company version,3\n" == capsys.readouterr().out
    assert ["a,2,b,2,100,same customer id", 'a,3,b,3,70,"same phone, first name shortened"'] == (
        pairs.read_text().splitlines()[1:]
    )
    assert 0 == main(["reconcile", str(first), str(second), "--near", "--accept", "70"])
    assert "a+b,2\none company version,2\n" in capsys.readouterr().out


def test_the_command_matches_on_a_column_that_a_person_names(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """--key takes any header, or what the column holds under whatever header a list gives it."""
    first = ledger_file("plate,Mail\nAB 1,x@a.example\nCD 2,y@a.example\n", "a.csv")
    second = ledger_file("Plate,E-mail\nab1,z@a.example\nEF 3,y@a.example\n", "b.csv")
    assert 0 == main(["reconcile", str(first), str(second), "--key", "plate"])
    assert "a+b,1\none company version,3\n" in capsys.readouterr().out
    assert 0 == main(["reconcile", str(first), str(second), "--key", "email"])
    assert "a+b,1\none company version,3\n" in capsys.readouterr().out


def test_a_key_that_holds_numbers_is_matched_as_numbers(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """--key client means what the column's cells say: C001 is a number and not a name."""
    first = ledger_file("client,email\nC001,x@a.example\n", "a.csv")
    second = ledger_file("client,email\nc-001,y@a.example\n", "b.csv")
    assert 0 == main(["reconcile", str(first), str(second), "--key", "client"])
    told = capsys.readouterr()
    assert "a+b,1\none company version,1\n" in told.out
    assert "Matched exactly on customer id." in told.err


def test_a_conflict_names_what_is_shared_its_lists_and_rows(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The line can be acted on: the value as written, what contradicts, and where."""
    text = "customer id,email\n1,Home@a.example\n2,home@a.example\n"
    first, second = ledger_file(text, "a.csv"), ledger_file("customer id,email\n2,\n", "b.csv")
    assert 0 == main(["reconcile", str(first), str(second)])
    told = capsys.readouterr().err
    assert "e-mail Home@a.example stands beside the customer ids 1 and 2 (a, rows 2 and 3)" in told
    assert "b: 1 row + 1 (some are missing) = 2." in told


def test_combinations_can_be_told_apart_whatever_the_files_are_called(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A + joins lists and stands in no list's own name; the total's name is nobody's."""
    names = ("a.csv", "b.csv", "a+b.csv", "one company version.csv")
    files = [str(ledger_file(f"customer id\n{at}\n", name)) for at, name in enumerate(names, 1)]
    assert 0 == main(["reconcile", *files])
    assert ["a,1", "a-b,1", "b,1", "one company version (2),1", "one company version,4"] == sorted(
        capsys.readouterr().out.splitlines()[1:], key=lambda line: (line.endswith("4"), line)
    )


def test_one_file_is_never_both_result_and_pairs_and_a_failure_changes_neither(
    ledger_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file by another path is found out, and where one file cannot be written the other stays as it was."""
    list_ = ledger_file("customer id\n1\n", "a.csv")
    out = list_.with_name("o.csv")
    out.write_text("kept")
    monkeypatch.chdir(out.parent)
    assert 2 == main(["reconcile", str(list_), "--output", "o.csv", "--pairs", str(out)])
    with pytest.raises(NotFound):
        write_all({out: b"new", out.parent / "none" / "p.csv": b"pairs"})
    assert "kept" == out.read_text()
    assert 0 == main(["reconcile", str(list_), "--output", "o.csv", "--pairs", "p.csv"])
    assert "lists,customers\na,1\none company version,1\n" == out.read_text()
    assert not list(out.parent.glob("*.part"))


def test_wrong_usage_is_two_and_a_bad_list_is_one(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A key that no list has and a missing file are usage; a row with too few cells is the list's problem."""
    good = ledger_file("customer id\n1\n", "a.csv")
    bad = ledger_file("customer id,name\n1,A\n2\n", "b.csv")
    assert 2 == main(["reconcile", str(good), "--key", "plate"])
    assert 2 == main(["reconcile", str(good.with_name("none.csv"))])
    assert 1 == main(["reconcile", str(good), str(bad)])
    assert "b.csv: row 3" in capsys.readouterr().err


def test_the_sample_s_four_lists_meet_across_their_prefix() -> None:
    """Service writes customer numbers without TB-; most of its numbers are found on other lists all the same."""
    files = ("list_marketing.csv.gz", "list_finance.csv.gz", "list_service.csv.gz", "list_sales.xlsx")
    found = match_exactly([read_list(SAMPLE / file) for file in files])
    counted = count(found, found.entity)
    assert all(
        own.rows + sum(step.customers for step in own.walk) == counted.one_version for own in counted.lists
    )
    everywhere = next(one.customers for one in counted.combinations if len(one.lists) == 4)
    assert everywhere > 8_000

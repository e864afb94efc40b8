"""A new round takes along what holds, asks anew what was answered on another day, and leaves the old one as it is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.analysis.carried import CARRIED, period_after
from cxworkshop.analysis.ended import open_priorities
from cxworkshop.analysis.rounds import next_round, shares
from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.domain.difference import laid_over
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    RECORDS,
    Apart,
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Definition,
    Governance,
    Leader,
    Measure,
    Parked,
    Progress,
    Reading,
    Review,
    Round,
    Rule,
    SignOff,
    SortRule,
    Stage,
)
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS
from cxworkshop.programme.reviews import GOES, STAYS
from cxworkshop.store import open_store

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
TODAY = date(2026, 4, 15)


def kept(name: str) -> Workshop:
    """One of the sample's two files."""
    return workshop_in(json.loads((SAMPLE / name).read_text(encoding="utf-8")))


def room(*more: Record) -> Workshop:
    """Four priorities: one under way and slipped, one finished, one dropped, one merged into the finished one."""
    records: list[Record] = [
        Company(
            id="company", name="Tidewell", purpose="To agree", held_on=date(2026, 1, 13),
            period_start=date(2025, 1, 1), period_end=date(2025, 12, 31),
        ),
        Leader(id="ana", name="Ana Ruiz", present=True, capacity=4),
        Definition(id="definition", sentence="A guest paid", agreed=100, gives="100", variant="v"),
        SignOff(id="so", leader="ana", stance="agree"),
        Stage(id="s", name="I wait", emotion=-1, executive="ana"),
        Rule(id="old", rule="Forms", verdict="kill", ends_on=date(2026, 2, 1)),
        Rule(id="new", rule="Stamps", verdict="kill", ends_on=date(2026, 9, 1)),
        Candidate(
            id="going", name="Going", because="It fails", verdict="now", why="First", stage="s",
            waits_for="done", origin="assets.why/reason-1",
        ),
        Candidate(id="done", name="Done", verdict="now"),
        Candidate(id="gone", name="Gone", verdict="now"),
        Candidate(id="twin", name="Twin", merged_into="done"),
        Candidate(id="later", name="Later", because="They ask", verdict="not now", why="No people."),
        Candidate(id="never", name="Never", verdict="stop doing"),
        Commitment(
            id="p1", candidate="going", executive="ana", baseline=10, target=4, signed=True, state="under way",
            first_day=date(2026, 2, 1), review_day=date(2026, 4, 14),
        ),
        Commitment(id="p2", candidate="done", state="finished"),
        Commitment(id="p3", candidate="gone", state="under way"),
        Governance(id="governance", role="Ana", next_meeting=date(2026, 2, 10)),
        Parked(id="open", item="Peat"),
        Parked(id="closed", item="Rent", answer="Paid"),
        Review(id="r", held_on=date(2026, 4, 14)),
        Progress(
            id="r1", review="r", candidate="going", value=7, outcome="slipped", next_day=date(2026, 6, 30)
        ),
        Progress(id="r3", review="r", candidate="gone", outcome="dropped", reason="No people"),
        *more,
    ]  # fmt: skip
    return assemble(records, code="ABCD-EFGH", title="Tidewell in January")


def test_every_table_goes_on_or_stays_and_says_why() -> None:
    """No table is forgotten, none is in both lists, and the words agree with what is done."""
    assert set(GOES) == CARRIED
    assert set(GOES) | set(STAYS) == set(RECORDS)
    assert not set(GOES) & set(STAYS)


@pytest.mark.parametrize(
    ("start", "end", "after"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), (date(2026, 1, 1), date(2026, 12, 31))),
        (date(2023, 1, 1), date(2023, 12, 31), (date(2024, 1, 1), date(2024, 12, 31))),
        (date(2025, 11, 1), date(2026, 1, 31), (date(2026, 2, 1), date(2026, 4, 30))),
        (date(2025, 3, 5), date(2025, 3, 14), (date(2025, 3, 15), date(2025, 3, 24))),
        (date(2199, 1, 1), date(2199, 12, 31), (None, None)),
        (date(2025, 2, 1), date(2025, 1, 1), (None, None)),
        (None, date(2025, 1, 1), (None, None)),
    ],
)
def test_the_period_moves_on_by_its_own_length(
    start: date | None, end: date | None, after: tuple[date | None, date | None]
) -> None:
    """Whole months follow whole months, also over a leap year; other periods keep their days."""
    assert period_after(start, end) == after


def test_what_holds_goes_on_and_what_was_answered_is_asked_anew() -> None:
    """Company, definition, leaders and stages without what was true of the old day."""
    old, new = room(), next_round(room(), TODAY)
    company, card = new.one(Company), new.one(Definition)
    assert (company.name, company.period_start, company.held_on, company.purpose) == (
        "Tidewell",
        date(2026, 1, 1),
        None,
        None,
    )
    assert (card.sentence, card.agreed, card.gives, card.variant) == ("A guest paid", None, None, None)
    assert [(one.name, one.present, one.capacity) for one in new.all(Leader)] == [("Ana Ruiz", None, None)]
    assert [(one.name, one.emotion, one.executive) for one in new.all(Stage)] == [("I wait", None, "ana")]
    assert [one.id for one in new.all(Rule)] == ["new"]
    assert [one.id for one in new.all(Parked)] == ["open"]
    assert new.one(Governance).next_meeting is None
    assert not any(new.all(cls) for cls in STAYS if cls is not Round)
    assert old.same_as(room())


def test_unfinished_priorities_come_back_as_candidates() -> None:
    """The slipped one is to be chosen anew; finished, dropped, ended and merged into finished ones stay."""
    old, new = room(), next_round(room(), TODAY)
    assert [one.id for one in open_priorities(old)] == ["going"]
    going, later = new.all(Candidate)
    assert (going.id, going.verdict, going.why, going.because, going.stage) == (
        "going",
        None,
        None,
        "It fails",
        "s",
    )
    assert (going.waits_for, going.origin) == (None, None)
    assert (later.verdict, later.because) == (None, "They ask Last time “not now”: No people.")
    (promise,) = new.all(Commitment)
    assert (promise.signed, promise.state, promise.baseline, promise.target) == (None, "under way", 7, 4)
    assert (promise.first_day, promise.review_day) == (None, date(2026, 6, 30))


def test_the_bridge_of_the_round_before_does_not_pass_for_the_new_one() -> None:
    """History stands in the new workshop, and its own period is still to be counted."""
    row = BridgeRow(
        id="b", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), opening=9, new=2, lapsed=1
    )
    old = room(row)
    new = next_round(old, TODAY)
    assert STEPS["assets.bridge"].done(old) is None
    assert new.all(BridgeRow) == (row,)
    assert STEPS["assets.bridge"].done(new) == (
        "2026 has no figures yet: what stands here is of the round before."
    )


def test_the_round_knows_what_it_came_from() -> None:
    """Number, code, title and day; the next one counts on."""
    new = next_round(room(), TODAY)
    found = new.one(Round)
    assert (found.number, found.from_code, found.from_title, found.from_day, found.carried_on) == (
        2,
        "ABCD-EFGH",
        "Tidewell in January",
        date(2026, 1, 13),
        TODAY,
    )
    assert new.title == "Tidewell: round 2"
    assert next_round(new, TODAY).one(Round).number == 3
    assert STEPS["results.round"].reads(new) == (
        "Round 2, carried forward from “Tidewell in January”, held on 13 January 2026."
    )


def test_the_sample_ninety_days_later_goes_on_whole() -> None:
    """Five of seven priorities go on, all readings, stages and the bridge; no reference points nowhere; nobody has signed."""
    old = laid_over(kept("finished_workshop.json"), kept("reviewed_workshop.json"))
    new = next_round(old, TODAY)
    told = {one.cls: (one.goes, one.stays) for one in shares(old, new)}
    assert len(open_priorities(old)) == 5
    assert told[Commitment] == (5, 2)
    assert told[Reading] == (162, 0)
    assert told[Measure] == (6, 0)
    assert told[Candidate] == (12, 4)
    assert new.one(Company).period_end == date(2026, 12, 31)
    assert new.sample
    assert not any(one.signed for one in new.all(Commitment))


def test_two_things_are_not_asked_about_again() -> None:
    """That two candidates are no twins goes on while both do, and not when one of them was finished."""
    both = Apart(id="a", one="going", other="waited", why="One rings, one writes")
    one = Apart(id="b", one="going", other="done", why="One of them is finished")
    waited = Candidate(id="waited", name="Write first", verdict="not now")
    assert [row.id for row in next_round(room(waited, both, one), TODAY).all(Apart)] == ["a"]


def test_data_behind_masks_goes_on_and_stays_behind_them() -> None:
    """A telephone number in a sorting rule is carried whole and is still shown with its mask."""
    rule = SortRule(id="rule", match="has the words", says="call 01632 960123")
    new = next_round(room(rule), TODAY)
    assert new.all(SortRule)[0].says == "call 01632 960123"
    assert "960123" not in str(as_shown(new).all(SortRule)[0].says)


def test_a_shelf_tells_rounds_apart(own_store: str) -> None:
    """The list of workshops says which round each is and what it came from."""
    store = open_store(own_store)
    old = store.create("Tidewell", by="t", records=[item.record for item in room().items.values()])
    after = next_round(store.load(old), TODAY)
    new = store.create(after.title, by="t", records=[item.record for item in after.items.values()])
    found = {one.code: (one.round, one.from_code) for one in store.list()}
    assert found == {old: (None, ""), new: (2, old)}
    store.close()

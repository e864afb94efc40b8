"""What the one page tells: the sample's own figures, every dissent, and words where nothing was written yet."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    ChoiceVote,
    Commitment,
    Company,
    Decision,
    Definition,
    GrowthChoice,
    Leader,
    LegacyVote,
    Pledge,
    Review,
    SignOff,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.records.frame import INHIBITORS
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.page_room import HIGH, LINE, PAIR, Room, room, row_height
from cxworkshop.programme import STEPS
from cxworkshop.programme.one_page import one_page
from cxworkshop.programme.page_parts import OnePage
from cxworkshop.programme.pledges import plan_mark
from tests.conftest import ROOT

ANA, TOM = (
    Leader(id="ana", name="Ana Ruiz", function="CEO", present=True),
    Leader(id="tom", name="Tom Berg", function="CFO", present=True),
)


@pytest.fixture(scope="module")
def sample() -> Workshop:
    """The finished sample."""
    return workshop_in(json.loads((ROOT / "sample_data/finished_workshop.json").read_text(encoding="utf-8")))


def page_of(*records: Record) -> OnePage:
    """The page of a workshop of some records."""
    return one_page(assemble(records, title="Lantern Ferries"))


def test_the_sample_tells_its_net_in_whole_gardeners(sample: Workshop) -> None:
    """9,421 came and 11,901 left in 2025: 2,480 fewer, a fact, with the value at both ends."""
    count = one_page(sample).count
    assert ("gardeners", "in 2025", 9_421, 11_901, -2_480) == (
        count.noun,
        count.when,
        count.came,
        count.left,
        count.change,
    )
    assert "worth GBP 8,765,802 at the start, GBP 9,057,925 at the end" == count.value
    assert "a fact, counted from the ledger" == count.sure
    assert count.plain


def test_the_sample_tells_its_definition_and_who_signed(sample: Workshop) -> None:
    """21,599 gardeners, all eight leaders, nobody objects."""
    version = one_page(sample).version
    assert version.sentence.startswith("A gardener is a person or business")
    assert ("21,599", "signed by all eight leaders", ()) == (
        version.agreed,
        version.signed,
        version.objectors,
    )


def test_the_sample_tells_every_priority_with_its_leader(sample: Workshop) -> None:
    """As chosen and in that order; the promised day with leader, day, measure and value at risk."""
    rows = one_page(sample).priorities
    assert [one.name for one in chosen(sample)] == [row.name for row in rows]
    day = next(row for row in rows if "promised day" in row.name)
    assert ("Adaeze Okonjo", "9 Feb 2026", "82.3 → 97", "GBP 188,436") == (
        day.leader,
        day.by,
        day.moves,
        day.value,
    )


def test_only_pairs_with_all_leaders_behind_them_stand_on_the_page(sample: Workshop) -> None:
    """Six of seven in the sample, each with its cost; the seventh is a number and a dissent."""
    page = one_page(sample)
    assert 6 == len([pair for pair in page.pairs if pair.will and pair.will_not and pair.cost])
    assert 1 == page.open_pairs
    assert any("Gareth Llewellyn, Sales, shows two fingers" in one.words for one in page.dissent)


def test_no_dissent_of_the_day_is_left_out(sample: Workshop) -> None:
    """Every decision's dissent is among them, word for word."""
    words = {one.words for one in one_page(sample).dissent}
    assert {one.dissent for one in sample.all(Decision) if one.dissent} <= words


def test_the_path_has_every_stage_with_leader_feeling_and_first_moment(sample: Workshop) -> None:
    """Six in the customer's order; the day it arrives is dread."""
    stages = one_page(sample).stages
    assert 6 == len(stages)
    assert ("It arrives and finds its place", "Adaeze Okonjo", -2, ("The delivery day itself",)) == (
        stages[3].name,
        stages[3].leader,
        stages[3].emotion,
        stages[3].moments,
    )


def test_the_seven_inhibitors_stay_in_the_room(sample: Workshop) -> None:
    """What was answered in silence is not sent on."""
    told = str(one_page(sample))
    assert [] == [words for words in INHIBITORS.values() if words in told]


def test_an_empty_workshop_has_a_page_that_says_what_is_missing() -> None:
    """A draft under the workshop's title; no figure is made up."""
    page = page_of()
    assert ("Lantern Ferries", True, None) == (page.company, page.draft, page.count.change)
    assert "Nobody has yet said how many customers there were, came and left." == page.count.said
    assert ((), (), (), ()) == (page.stages, page.pairs, page.priorities, page.dissent)
    assert ("", "") == (page.commitments, page.version.signed)


def test_a_count_that_does_not_add_up_is_told_in_full() -> None:
    """The counted net stands large, and the sentence that tells the gap goes with it."""
    count = page_of(BridgeRow(id="b", opening=100, new=20, lapsed=10, closing=105)).count
    assert (5, False) == (count.change, count.plain)
    assert "not explained" in count.said


def test_a_net_of_nothing_is_no_missing_net() -> None:
    """As many came as left."""
    assert 0 == page_of(BridgeRow(id="b", opening=100, new=5, lapsed=5)).count.change


def test_objections_come_before_every_other_dissent() -> None:
    """To the count, to the plan, then votes below three, then decisions: those for the weeks to come first."""
    page = page_of(
        ANA,
        TOM,
        Definition(id="definition", sentence="Whoever paid"),
        Decision(id="d1", step="room.company", decided="Yes", dissent="Too early."),
        Decision(id="d2", step="priorities.choose", decided="Five", dissent="Not these."),
        Decision(id="d3", decided="Tea", dissent="Coffee."),
        SignOff(id="tom", leader="tom", stance="object", reason="It leaves out our members."),
        Pledge(id="p", leader="ana", word="I object", reason="Too many."),
        Pledge(id="p2", leader="tom", word="I sign"),
        GrowthChoice(id="g", will="We answer"),
        ChoiceVote(id="v", choice="g", leader="ana", vote=0),
        ChoiceVote(id="v2", choice="gone", leader="ana", vote=0),
        LegacyVote(id="l", leader="gone", fingers=1),
    )
    assert [
        ("The count", "Tom Berg, CFO, objects: It leaves out our members."),
        ("The plan", "Ana Ruiz, CEO, objects: Too many."),
        ("Will / will not", "Ana Ruiz, CEO, shows a closed fist for “We answer”"),
        ("Legacy", "A leader who is no longer listed shows one finger for the sentence of our legacy"),
        (STEPS["priorities.choose"].title, "Not these."),
        (STEPS["room.company"].title, "Too early."),
        ("A decision", "Coffee."),
    ] == [(one.where, one.words) for one in page.dissent]
    assert ("signed by none of two leaders", ("Tom Berg, CFO",)) == (
        page.version.signed,
        page.version.objectors,
    )


def test_a_vote_that_was_raised_later_is_no_dissent() -> None:
    """A leader's last vote counts."""
    votes = (
        ChoiceVote(id="v1", choice="g", leader="ana", vote=1),
        ChoiceVote(id="v2", choice="g", leader="ana", vote=4),
    )
    page = page_of(ANA, GrowthChoice(id="g", will="We answer"), *votes)
    assert ((), 1) == (page.dissent, len(page.pairs))


def test_commitments_say_how_many_are_signed_and_when_they_are_looked_at() -> None:
    """Of all priorities, also those without a commitment; who signed another plan does not count; a review sets a new day."""
    records = [
        ANA,
        TOM,
        Candidate(id="c1", name="One", verdict="now"),
        Candidate(id="c2", name="Two", verdict="now"),
        Candidate(id="c3", name="Three", verdict="not now"),
        Commitment(id="m1", candidate="c1", signed=True, review_day=date(2026, 5, 1)),
        Commitment(id="m3", candidate="c3", signed=True, review_day=date(2026, 3, 1)),
    ]
    mark = plan_mark(assemble(records))
    records += [
        Pledge(id="ana", leader="ana", word="I sign", signed_for=mark),
        Pledge(id="tom", leader="tom", word="I sign", signed_for="another plan"),
    ]
    said = "One of two commitments signed; one of two leaders stands behind the whole plan."
    assert f"{said} Next review on 1 May 2026." == page_of(*records).commitments
    held = Review(id="r", held_on=date(2026, 5, 1), next_on=date(2026, 6, 2))
    assert f"{said} Next review on 2 June 2026." == page_of(*records, held).commitments


def test_what_points_nowhere_is_blank_on_the_page() -> None:
    """A removed leader, stage and candidate leave no name behind, and nothing fails."""
    page = page_of(
        Company(id="company", name="Lantern"),
        Stage(id="s", name="I look", executive="gone"),
        Touchpoint(id="t", stage="gone", name="Lost", priority=True),
        Commitment(id="m", candidate="gone", executive="gone", signed=True),
        Candidate(id="c", name="One", verdict="now", stage="gone", touchpoint="gone"),
    )
    assert ("", ()) == (page.stages[0].leader, page.stages[0].moments)
    assert "" == page.priorities[0].leader


@pytest.mark.parametrize("priorities", range(0, 15))
@pytest.mark.parametrize("pairs", [0, 1, 6, 12])
@pytest.mark.parametrize("dissent", [0, 1, 18, 40])
def test_the_lists_never_need_more_than_a_sheet(priorities: int, pairs: int, dissent: int) -> None:
    """Ten priorities at most, and always a place for a pair and for dissent."""
    fits = room(priorities, pairs, dissent)
    rows = (fits.pairs + 1) // 2
    used = fits.priorities * row_height(fits.priorities) + rows * PAIR + min(dissent, fits.dissent) * LINE
    assert used + 37 < HIGH
    assert min(priorities, 10) == fits.priorities
    assert fits.pairs >= min(pairs, 2)
    assert fits.dissent >= min(dissent, 4)


def test_the_sample_shows_its_six_pairs_and_the_first_dissents() -> None:
    """Seven priorities leave room for three rows of pairs and six lines."""
    assert Room(7, 6, 6) == room(7, 6, 18)


def test_one_of_a_kind_is_said_as_one() -> None:
    """A single leader and a single commitment, signed or not."""
    alone = (
        ANA,
        Definition(id="definition", sentence="Whoever paid"),
        Candidate(id="c", name="One", verdict="now"),
    )
    page = page_of(*alone)
    assert ("signed by no leader", "No commitment signed.") == (page.version.signed, page.commitments)
    page = page_of(*alone, Commitment(id="m", candidate="c", signed=True))
    assert "The one commitment signed." == page.commitments


def test_what_was_said_against_a_review_stands_on_the_page() -> None:
    """The later review first, before the dissent that decisions keep; the day to come is the last review's own."""
    page = page_of(
        Candidate(id="c", name="Dry seats", verdict="now"),
        Commitment(id="c", candidate="c", review_day=date(2026, 2, 1)),
        Decision(id="d", step="commitments.own", dissent="Tom: too many."),
        Review(id="r1", held_on=date(2026, 2, 1), dissent="Ana: too soon.", next_on=date(2026, 5, 1)),
        Review(id="r2", held_on=date(2026, 5, 1), dissent="Tom: wrong ferries."),
    )
    assert [(one.where, one.words) for one in page.dissent[:2]] == [
        ("Review of 1 May 2026", "Tom: wrong ferries."),
        ("Review of 1 February 2026", "Ana: too soon."),
    ]
    assert page.dissent[2].words == "Tom: too many."
    assert "Next review" not in page.commitments

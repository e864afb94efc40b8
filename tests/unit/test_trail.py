"""Any priority can be followed to the customers, the money and the words that it came from, on to what came of it, and back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.analysis.clues import READ, clues_of
from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.analysis.trail import led_to, trail, trails
from cxworkshop.analysis.trail_rows import SOURCES
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Decision,
    Dot,
    Evidence,
    Leader,
    Measure,
    Message,
    Progress,
    Reason,
    Reveal,
    Review,
    Risk,
    Rule,
    Segment,
    Stage,
    Standard,
    Touchpoint,
)
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data/finished_workshop.json"

COMPANY = Company(id="company", name="Hearth", customer_word="guests", currency="EUR")
STAGE = Stage(id="s", name="I wait", executive="ana", functions=("Sales", "IT"))
MOMENT = Touchpoint(id="m", name="The wait", stage="s", priority=True, decides="leave")
RISK = Risk(
    id="r",
    touchpoint="m",
    customers=12_000,
    failure=8,
    rescued=25,
    leaving=20,
    value=450,
    evidence="estimate",
)
SORE = Evidence(id="e", stage="s", touchpoint="m", quote="Nobody came.", count=3, sentiment=-2)
WAIT = Candidate(id="c", name="Nobody waits", touchpoint="m", verdict="now", why="It hurts most.")


@pytest.fixture(scope="module")
def sample() -> Workshop:
    """The finished sample."""
    return workshop_in(json.loads(SAMPLE.read_text(encoding="utf-8")))


def said(workshop: Workshop, candidate: str = "c", what: str = "") -> list[str]:
    """What a candidate rests on, of one sort or of all."""
    found = trail(trails(workshop), candidate)
    assert found
    return [clue.says for clue in found.rests_on if what in ("", clue.what)]


def after(workshop: Workshop, candidate: str = "c") -> list[str]:
    """What came of a candidate."""
    found = trail(trails(workshop), candidate)
    assert found
    return [clue.says for clue in found.came_of]


@pytest.mark.parametrize("what", ["customers", "money", "words"])
def test_every_priority_of_the_sample_rests_on(what: str, sample: Workshop) -> None:
    """Each has a clue of its own, beside the count of all customers, that every candidate shares."""
    begun = [one for one in trails(sample) if one.number]
    assert [one.number for one in begun] == list(range(1, len(begun) + 1))
    assert len(begun) >= 5
    for one in begun:
        assert [clue for clue in one.of(what) if clue.step != "assets.bridge"], one.candidate.name


def test_every_clue_of_the_sample_leads_to_a_step_and_a_row_that_are_there(sample: Workshop) -> None:
    """No link of any trail, backwards or forwards, leads nowhere."""
    for one in trails(sample):
        assert one.rests_on
        for clue in (*one.rests_on, *one.came_of):
            assert clue.step in STEPS, clue
            assert clue.row is None or clue.row in sample.items, clue
            assert clue.says.endswith((".", "?", "!", "”", ")", "…")), clue


def test_from_every_row_of_the_sample_the_way_leads_back(sample: Workshop) -> None:
    """Whatever a priority rests on names that priority among what came of it."""
    known = trails(sample)
    for one in known:
        for clue in one.rests_on:
            assert one in led_to(known, clue.step)
            assert one in led_to(known, clue.step, clue.row)
    assert () == led_to(known, "assets.why", ("reason", "no such row"))
    assert () == led_to(known, "no such step")


def test_value_at_risk_is_told_in_whole_customers_and_then_in_money() -> None:
    """The method's own example: 960 failed, 144 leave, 64,800. Source: docs/method.md 3.1."""
    found = assemble([COMPANY, STAGE, MOMENT, RISK, WAIT])
    assert (
        said(found, what="customers")[0]
        == "“The wait” fails for 960 of 12,000 guests a year; 144 leave over it."
    )
    assert said(found, what="money") == ["EUR 64,800 a year leaves with them."]
    clue = trails(found)[0].of("money")[0]
    assert (clue.sure, clue.step, clue.row) == ("estimate", "reliability.risk", ("risk", "r"))


def test_a_reason_gives_customers_money_and_words() -> None:
    """One row of reasons speaks for how many left, what they were worth and what they said."""
    why = Reason(
        id="w", reason="I waited all day", direction="leave", touchpoint="m", customers=70, value=900
    )
    found = assemble([COMPANY, STAGE, MOMENT, why, WAIT])
    assert said(found, what="customers") == ["70 guests left: “I waited all day”."]
    assert said(found, what="money") == ["Those who left over “I waited all day” are worth EUR 900 a year."]
    assert "“I waited all day”, say those who left." in said(found, what="words")


def test_the_row_that_it_was_gathered_from_comes_first() -> None:
    """What the candidate answers stands above what else is known of its moment."""
    why = Reason(id="w", reason="I waited", direction="leave", touchpoint="m", customers=70)
    for origin, first in (("assets.why/w", "70 guests left"), ("reliability.risk/r", "“The wait” fails")):
        kept = WAIT.with_values({"origin": origin})
        assert said(assemble([COMPANY, MOMENT, RISK, why, kept]), what="customers")[0].startswith(first)


def test_words_of_the_moment_come_before_those_of_its_stage() -> None:
    """A quote from the moment itself; only where nobody is quoted there, one from elsewhere in its stage."""
    elsewhere = Evidence(id="f", stage="s", quote="The door was shut.", count=90, sentiment=-2)
    both = assemble([STAGE, MOMENT, SORE, elsewhere, WAIT])
    assert [one for one in said(both) if "door" in one] == []
    assert "“Nobody came” (three voices)" in said(both, what="words")
    alone = assemble([STAGE, MOMENT, elsewhere, WAIT])
    assert "“The door was shut” (90 voices)" in said(alone, what="words")


def test_the_count_is_that_of_the_segment_that_the_risk_is_about() -> None:
    """A risk that names its customers is set beside their bridge, any other beside that of all."""
    days = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    everyone = BridgeRow(id="all", opening=100, new=10, lapsed=30, **days)
    keen = BridgeRow(id="keen", segment="Keen", opening=40, new=1, lapsed=11, **days)
    ours = RISK.with_values({"population": "keen"})
    count = "Keen, in 2025: 1 came, 11 left: 10 fewer guests than we began with."
    assert count in said(assemble([COMPANY, MOMENT, everyone, keen, ours, WAIT]))
    all_of_them = "In 2025: 10 came, 30 left: 20 fewer guests than we began with."
    assert all_of_them in said(assemble([COMPANY, MOMENT, everyone, keen, RISK, WAIT]))


def test_what_was_merged_into_a_candidate_gives_it_its_clues() -> None:
    """A chain of merges ends at the one that stands for all; whoever asks for another of them gets that one."""
    rule = Rule(id="rule", rule="Bring the box", suffers="Whoever threw it away", times=60, minutes=10)
    second = Candidate(id="d", name="The box", origin="leadership.rules/rule", merged_into="c2")
    between = Candidate(id="c2", name="Less waiting", merged_into="c")
    found = assemble([COMPANY, MOMENT, RISK, rule, WAIT, between, second])
    assert ["c"] == [one.candidate.id for one in trails(found)]
    assert "The rule “Bring the box” stands in the way. It costs ten hours a year." in said(found)
    assert said(found, "d") == said(found, "c2") == said(found, "c")


def test_a_circle_of_merges_loses_nobody_and_does_not_hang() -> None:
    """Only an edited workbook can make one; the first of them stands for both."""
    one, other = (Candidate(id=id, name=id, merged_into=into) for id, into in (("a", "b"), ("b", "a")))
    assert ["a"] == [found.candidate.id for found in trails(assemble([one, other]))]


def test_dots_are_told_only_after_the_reveal_and_with_three_ballots() -> None:
    """Two ballots would tell each of their writers what the other one wrote."""
    ballots = [Dot(id=f"d{number}", candidate="c", ballot=number, dots=2) for number in (1, 2, 3)]
    shown = Reveal(id="reveal", dots=True)
    dots = "6 of 6 dots went to it, on three ballots."
    assert dots in after(assemble([WAIT, *ballots, shown]))
    for hidden in ([WAIT, *ballots], [WAIT, *ballots[:2], shown]):
        assert not [one for one in after(assemble(hidden)) if "dot" in one]


def test_forward_it_leads_to_the_verdict_the_promise_the_message_and_the_review() -> None:
    """In the order of the day, each at the step where it was said."""
    records: list[Record] = [
        Leader(id="ana", name="Ana Ruiz"),
        WAIT,
        Commitment(
            id="o",
            candidate="c",
            executive="ana",
            first_action="Answer the phone",
            first_day=date(2026, 1, 9),
            metric="minutes of waiting",
            baseline=40,
            target=5,
            asset_number="lapsed",
        ),
        Message(id="n", candidate="c", what="Nobody waits any more", audience="everyone"),
        Decision(id="priorities.choose", step="priorities.choose", decided="Five begin."),
        Review(id="v", occasion="30 days"),
        Progress(
            id="p", review="v", candidate="c", outcome="slipped", value=22, reason="The vans came late."
        ),
    ]
    assert after(assemble(records)) == [
        "It begins now: It hurts most.",
        "The room decided: Five begin.",
        "Ana Ruiz answers for it. First, by 9 January 2026: Answer the phone.",
        "Minutes of waiting: from 40 to 5. The customer number it moves: lapsed.",
        "What is told of it (everyone): Nobody waits any more.",
        "After 30 days: slipped, the measure stands at 22. The vans came late.",
    ]


def test_personal_data_stays_masked_in_a_trail() -> None:
    """A trail is read from the workshop as it may be shown."""
    spoken = SORE.with_values({"quote": "Write to ana.ruiz@example.org, nobody came."})
    shown = as_shown(assemble([STAGE, MOMENT, spoken, WAIT]))
    assert not [one for one in said(shown) if "ana.ruiz@example.org" in one]
    assert [one for one in said(shown) if "nobody came" in one]


def test_an_empty_workshop_has_no_trail_and_a_bare_candidate_an_empty_one() -> None:
    """Nothing is made up where nothing is known."""
    assert () == trails(assemble([]))
    bare = trails(assemble([Candidate(id="x", name="A club", origin="assets.why/gone", touchpoint="gone")]))
    assert [((), (), None)] == [(one.rests_on, one.came_of, one.number) for one in bare]
    assert None is trail(trails(assemble([WAIT])), "gone")


def test_whatever_a_candidate_can_come_from_can_be_read_however_little_is_filled_in() -> None:
    """A row begun and left gives no clue and no error; a segment speaks through its row of the bridge."""
    assert {*SOURCES} == {*READ, Segment}
    for cls in SOURCES:
        clues = clues_of(assemble([cls(id="x")]), cls(id="x"))
        assert not [clue for clue in clues if "None" in clue.says or "“”" in clue.says], cls


def test_long_words_are_cut_after_a_word() -> None:
    """A page of text becomes a sentence or two that fit a column."""
    long = Standard(id="t", standard="word " * 400)
    says = clues_of(assemble([long]), long)[0].says
    assert len(says) < 260
    assert says.endswith("word…")


def test_a_measure_says_what_is_promised_before_it_has_a_series() -> None:
    """Without readings there is still the promise."""
    measure = Measure(id="k", touchpoint="m", name="minutes of waiting", standard=5, unit="minutes")
    assert "Minutes of waiting: we promise 5 minutes." in said(
        assemble([MOMENT, measure, WAIT]), what="promise"
    )

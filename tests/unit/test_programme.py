"""The programme's words are whole, and its done-rules say who, which and how many is missing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from cxworkshop.analysis.card import card_text
from cxworkshop.domain.commands import Batch, Put, Remove, apply
from cxworkshop.domain.records import (
    RECORDS,
    Behaviour,
    BridgeRow,
    Building,
    Candidate,
    Category,
    ChoiceVote,
    Choosing,
    Commitment,
    Company,
    CountDifference,
    Countermove,
    Decision,
    Development,
    Dot,
    Evidence,
    Feeling,
    FunctionCount,
    Governance,
    GrowthChoice,
    Immersion,
    Leader,
    Legacy,
    LegacyVote,
    Measure,
    Message,
    Parked,
    PeriodFacts,
    Proof,
    Rating,
    Reading,
    Reason,
    Reveal,
    Risk,
    Rule,
    SignOff,
    Slip,
    Source,
    Stage,
    Standard,
    Story,
    Touchpoint,
    WordSwap,
)
from cxworkshop.domain.records.commit import COMPETENCIES
from cxworkshop.domain.records.frame import INHIBITORS
from cxworkshop.domain.records.leadership import ELEMENTS
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import PARTS, STEPS, Step
from cxworkshop.programme.pledges import plan_mark
from cxworkshop.programme.progress import WORKING_MINUTES, minutes, missing, next_step, share_done
from cxworkshop.programme.say import share
from tests.cards import card
from tests.strategies import workshops

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
EVERY_STEP = pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
LEADERS = {
    "ana": ("Ana Ruiz", "CFO"),
    "tom": ("Tom Berg", "CMO"),
    "eve": ("Eve Noor", "CEO"),
    "kim": ("Kim Lee", "CTO"),
}
STAGES = ("I look for somebody to trust", "I wait for it", "I use it every day", "I need help")
MONTHS = [date(2025, month, 1) for month in range(1, 7)]


DEFINITION = card(100, "Somebody who paid in the last year")
CARD = card_text(assemble([DEFINITION]))


def finished() -> Workshop:
    """A small day in which every step was brought to its end."""
    first, last, held = date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 20)
    stages = [f"s{number}" for number in range(4)]
    moments = [f"t{number}" for number in range(10)]
    silent = dict.fromkeys(INHIBITORS, 3)
    day = assemble(
        [
            Company(
                id="company", name="Tidewell", customer_word="guests", period_start=first, period_end=last,
                currency="EUR", held_on=held,
            ),
            *(Leader(id=id, name=name, function=role, present=True, capacity=3) for id, (name, role) in LEADERS.items()),
            *(Slip(id=f"slip{n}", growth_path="random", **silent) for n in range(4)),
            Reveal(id="reveal", slips=True, dots=True),
            *(Countermove(id=f"move{n}", inhibitor=list(INHIBITORS.values())[n], move="I go myself") for n in range(3)),
            Legacy(id="legacy", sentence="We grew because people came back."),
            *(LegacyVote(id=f"lv-{id}", leader=id, fingers=4) for id in LEADERS),
            *(WordSwap(id=f"w{n}", old=f"old {n}", new=f"new {n}") for n in range(3)),
            *(FunctionCount(id=f"fc-{id}", function=id, definition="Paid once", total=100 + n, revealed=True) for n, id in enumerate("ab")),
            CountDifference(id="cd-b", count="fc-b", cause="counts some of them twice", customers=-1),
            DEFINITION,
            *(SignOff(id=f"so-{id}", leader=id, stance="agree", signed=CARD) for id in LEADERS),
            BridgeRow(id="b", period_start=first, period_end=last, opening=105, new=22, lapsed=27, closing=100),
            PeriodFacts(id="pf", period_start=first, period_end=last, revenue=1000, units=12),
            *(
                Reason(
                    id=f"r{n}", reason=f"Reason {n}", direction="leave", cause="operational", customers=5, rank=n,
                    evidence="estimate", controllable=n < 4,
                )
                for n in range(1, 6)
            ),
            *(
                Stage(
                    id=id, order=n + 1, name=STAGES[n], executive="ana", functions=("Service", "Sales"), emotion=0
                )
                for n, id in enumerate(stages)
            ),
            *(
                Feeling(id=f"fl-{id}-{leader}", stage=id, leader=leader, emotion=0)
                for id in stages
                for leader in LEADERS
            ),
            *(
                Touchpoint(id=id, name=f"Moment {n}", stage=stages[n % 4], priority=n < 4)
                for n, id in enumerate(moments)
            ),
            Source(id="calls", name="Calls", source_kind="volunteered", aided=False, owner="tom", cadence_days=7),
            Source(id="gone", name="Exit calls", source_kind="lost customer", aided=True, owner="tom", cadence_days=30),
            *(Category(id=f"c{n}", name=f"Category {n}", meaning="All of it") for n in range(3)),
            *(
                Evidence(id=f"e-{stage}-{source}", stage=stage, source=source, category="c0", count=2)
                for stage in stages
                for source in ("calls", "gone")
            ),
            *(Story(id=f"story-{id}", stage=id, story="She waited all day.") for id in stages),
            *(
                Measure(
                    id=f"m-{id}", touchpoint=id, name="Kept on the day", standard=95, owner="kim", trigger="below 90",
                    rescue="call within the hour", response="hold the next boat",
                )
                for id in moments[:4]
            ),
            *(Reading(id=f"rd{n}", measure="m-t0", taken_on=day, value=90 + n % 3) for n, day in enumerate(MONTHS)),
            *(Risk(id=f"k-{id}", touchpoint=id, customers=12_000, failure=8, rescued=25, leaving=20, value=450) for id in moments[:3]),
            *(Rating(id=f"ra-{id}-{who}", stage=id, leader=who, rating="4") for id in stages for who in LEADERS),
            Development(id="d", name="Weather call", touchpoint="t1", step="define", owner="kim", next_step="Ask ten", earned=True),
            *(GrowthChoice(id=f"g{n}", will=f"Will {n}", will_not=f"Not {n}", cost="A margin point") for n in range(3)),
            *(ChoiceVote(id=f"cv-{n}-{who}", choice=f"g{n}", leader=who, vote=4) for n in range(3) for who in LEADERS),
            Standard(id="st", standard="It was tried by one of us", tools="A test week", halt="Any shift lead", leader="eve"),
            *(
                Proof(id=f"p{n}", element=element, action="We stopped it", leader="eve", on_day=held, evidence="The sign is gone")
                for n, element in enumerate(ELEMENTS)
            ),
            Rule(id="rule", rule="Forms in triplicate", verdict="kill", ends_on=held, times=600, minutes=10),
            *(
                Behaviour(id=f"bh-{id}", leader=id, today="I ask for sales", instead="I ask who left", noticed="Jo", from_day=held)
                for id in LEADERS
            ),
            *(Immersion(id=f"i-{id}", leader=id, task="Return a parcel", on_day=held) for id in LEADERS),
            *(
                Candidate(
                    id=f"x{n}", name=f"Candidate {n}", because="They left over it", functions=("Sales", "Service"), value=1000.0, confidence="0.8",
                    effort=2.0 + n, verdict="now" if n < 5 else "not now", why="Said aloud",
                )
                for n in range(6)
            ),
            *(Dot(id=f"dot{n}", candidate=f"x{n}", ballot=n + 1, dots=2) for n in range(4)),
            Choosing(id="choosing", ties="Ana decided, aloud."),
            *(
                Commitment(
                    id=f"com{n}", candidate=f"x{n}", executive=list(LEADERS)[n % 4], successor="kim", team="Two of each",
                    first_action="Ring ten people", first_day=date(2026, 2, 10), outcome="She does not wait",
                    metric="Days", baseline=9.0, target=2.0, asset_number="lapsed", people=1.0, money=0.0, stops="The review",
                    message="You may decide.", review_day=date(2026, 4, 20), signed=True, clears="A target", skills="To ask",
                )
                for n in range(5)
            ),
            *(
                Message(id=f"msg{n}", candidate=f"x{n}", what="We begin", means="You may say so", audience="All", teller="eve", on_day=held)
                for n in range(5)
            ),
            Governance(
                id="governance", monthly="All of us", quarterly="With the board", annual="With guests",
                next_meeting=date(2026, 2, 3), role="Head of guests", mandate="May stop a launch", maturity="commit",
                capacity=10, board="Asks", team="Comes", everyone="Says so", honours="Nobody works nights",
            ),
            *(
                Building(id=f"bu{n}", competency=name, leader="eve", build="I go first", by_day=held)
                for n, name in enumerate(COMPETENCIES)
            ),
        ]
    )  # fmt: skip
    signed = {"word": "I sign", "signed_for": plan_mark(day)}
    return apply(day, Batch(tuple(Put("pledge", id, {"leader": id, **signed}) for id in LEADERS)))


def after(*commands: Put | Remove) -> Workshop:
    """The finished day after somebody changed something in it."""
    return apply(finished(), Batch(commands))


def lack(key: str, *commands: Put | Remove) -> str | None:
    """What a step of the finished day lacks after somebody changed something in it."""
    return STEPS[key].done(after(*commands))


def test_the_day_has_ten_parts_and_the_five_competencies_in_sequence() -> None:
    """Parts follow each other as the day does, and competencies are numbered one to five."""
    keys = "room frame assets experience listening reliability leadership priorities commitments results"
    assert keys.split() == [part.key for part in PARTS]
    assert [part.competency for part in PARTS if part.competency] == [1, 2, 3, 4, 5]


def test_each_part_asks_one_question() -> None:
    """A page opens with one question."""
    for part in PARTS:
        assert part.question.endswith("?")
        assert part.question.count("?") == 1


def test_keys_begin_with_their_part_and_are_unique() -> None:
    """A step's key names its page and itself."""
    keys = [step.key for part in PARTS for step in part.steps]
    assert len(keys) == len(set(keys)) == len(STEPS)
    assert all(step.key.startswith(f"{part.key}.") for part in PARTS for step in part.steps)


@EVERY_STEP
def test_a_step_has_all_its_words(step: Step) -> None:
    """Two sentences of why, two to four questions, one or two sentences of warning, and a decision to take."""
    assert step.title
    assert _sentences(step.why) == 2
    assert 2 <= len(step.questions) <= 4
    assert all(question.endswith("?") for question in step.questions)
    assert 1 <= _sentences(step.watch) <= 2
    assert step.decision.endswith("?")


@EVERY_STEP
def test_a_step_speaks_calmly_and_in_plain_words(step: Step) -> None:
    """No exclamation marks, dashes or buzzwords, and questions short enough to be asked aloud."""
    said = " ".join((step.title, step.why, *step.questions, step.watch, step.decision))
    assert not re.search(
        r"[!—–]|unlock|leverage|empower|journey|holistic|synerg|seamless|\bdelight", said, re.IGNORECASE
    )
    assert all(len(question) <= 105 for question in step.questions)


def test_each_table_is_written_in_exactly_one_step() -> None:
    """Every table has its place in the day; decisions and the parking lot belong to all pages."""
    written = [cls for step in STEPS.values() for cls in step.writes]
    assert len(written) == len(set(written))
    assert set(RECORDS) - {Decision, Parked} == set(written)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not beside this copy (../shared/seeds)")
def test_no_six_words_in_a_row_come_from_the_articles() -> None:
    """Every prompt, rule and finding is written anew."""
    theirs = set().union(*(_runs(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt")))
    folder = Path(__file__).parents[2] / "cxworkshop" / "programme"
    ours = set().union(*(_runs(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")))
    assert set() == ours & theirs


@pytest.mark.parametrize(("agenda", "total"), WORKING_MINUTES.items())
def test_minutes_add_up_to_the_agenda(agenda: str, total: int) -> None:
    """Half a day is 210 minutes of work, one day 420, two days 780; every step gets a multiple of five, or of two in half a day."""
    given_minutes = [minutes(step, agenda) for step in STEPS.values() if not step.another_day]
    assert total == sum(given_minutes)
    step_by = 2 if agenda == "half a day" else 5
    assert all(one >= step_by and one % step_by == 0 for one in given_minutes)


def test_one_day_gives_each_step_its_own_minutes() -> None:
    """What a step says about its minutes is meant for one day, which is also taken where no agenda is chosen."""
    for step in STEPS.values():
        assert step.minutes == minutes(step, "one day") == minutes(step, None)


def test_an_empty_workshop_is_told_what_is_missing_everywhere() -> None:
    """Nothing written: every step lacks something, says what its picture will show, and the room comes first."""
    lacks = missing(Workshop())
    assert set(STEPS) == set(lacks)
    assert all(lacks.values())
    assert all(step.reads(Workshop()).endswith(".") for step in STEPS.values())
    assert next_step(Workshop()) is STEPS["room.company"]
    assert all(share_done(Workshop(), part) == (0, len(part.steps)) for part in PARTS)


def test_a_whole_day_can_be_finished() -> None:
    """Every done-rule can be met at once."""
    assert {key: said for key, said in missing(finished()).items() if said} == {}
    assert next_step(finished()) is None


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_any_half_filled_workshop_is_told_in_words(workshop: Workshop) -> None:
    """Drafts are legal: no rule and no finding raises, whatever is filled in."""
    for step in STEPS.values():
        said = step.done(workshop)
        assert said is None or said
        assert step.reads(workshop)


def test_two_leaders_who_have_not_signed_are_named() -> None:
    """The sign-off says who has not spoken, by name and function."""
    gone = (Remove("sign_off", "so-ana"), Remove("sign_off", "so-tom"))
    assert lack("assets.signoff", *gone) == "Two leaders have not signed: Ana Ruiz, CFO; Tom Berg, CMO."


def test_an_objection_stands_until_it_is_met() -> None:
    """One company version shows only when nobody objects, and the objection keeps its reason."""
    objects = Put("sign_off", "so-tom", {"stance": "object", "reason": "Trials are in"})
    assert lack("assets.signoff", objects) == "One objection stands: Tom Berg, CMO, “Trials are in”."
    assert "not one company version yet" in STEPS["assets.signoff"].reads(after(objects))


def test_an_absent_leader_is_not_waited_for() -> None:
    """Only those in the room have to sign, vote and rate."""
    absent = (
        Put("leader", "tom", {"present": False}),
        Remove("sign_off", "so-tom"),
        Remove("legacy_vote", "lv-tom"),
    )
    assert lack("assets.signoff", *absent) is None
    assert lack("frame.legacy", *absent) is None
    assert "One chair is empty: CMO." in (lack("room.leaders", *absent) or "")


def test_a_stand_in_fills_the_chair() -> None:
    """A function that names two chairs, or spells one out, fills them."""
    assert (
        lack("room.leaders", Remove("leader", "tom"), Put("leader", "eve", {"function": "CEO and CMO"}))
        is None
    )
    assert lack("room.leaders", Put("leader", "ana", {"function": "Chief Financial Officer"})) is None


def test_three_different_inhibitors_need_a_countermove() -> None:
    """Two moves against one inhibitor leave two others unanswered; what is rated highest is named."""
    again = Put("countermove", "move1", {"inhibitor": next(iter(INHIBITORS.values()))})
    said = lack("frame.inhibitors", again)
    assert said is not None
    assert said.startswith("One more inhibitor needs a countermove by a leader. Rated highest without one:")


def test_a_missing_mark_on_the_path_is_counted() -> None:
    """There are as many slips as leaders in the room, and a slip without a mark is no mark."""
    blank = Put("slip", "slip0", {"growth_path": None})
    assert lack("frame.path", blank) == "Three slips place you on the growth path so far; one is missing."


def test_fewer_than_three_slips_show_nothing() -> None:
    """An anonymous step says nothing about two people."""
    two = after(Remove("slip", "slip0"), Remove("slip", "slip1"))
    assert "Fewer than three are never shown." in (STEPS["frame.path"].done(two) or "")
    for key in ("frame.path", "frame.inhibitors"):
        assert "once three slips" in STEPS[key].reads(two)
        assert "random" not in STEPS[key].reads(two).removeprefix("The ladder from random to desired")


def test_fewer_than_three_ballots_show_nothing() -> None:
    """Dots of two people are not told."""
    two = after(Remove("dot", "dot0"), Remove("dot", "dot1"))
    assert STEPS["priorities.dots"].done(two) == "Two ballots are missing. Fewer than three are never shown."
    assert "Candidate" not in STEPS["priorities.dots"].reads(two)


def test_every_leader_must_be_able_to_live_with_the_legacy() -> None:
    """Two fingers are not enough, and who shows them is named."""
    below = Put("legacy_vote", "lv-kim", {"fingers": 2})
    assert lack("frame.legacy", below) == "One leader is below three fingers: Kim Lee, CTO."
    assert lack("frame.legacy", Put("legacy_vote", "lv-kim", {"fingers": 3})) is None


def test_a_gap_in_the_bridge_needs_a_reason() -> None:
    """Closing that does not add up is told with its size until somebody writes why."""
    gap = {"closing": 97}
    assert "3 fewer guests at the end than the figures add up to" in (
        lack("assets.bridge", Put("bridge_row", "b", gap)) or ""
    )
    assert lack("assets.bridge", Put("bridge_row", "b", {**gap, "gap_reason": "A system was moved"})) is None


def test_of_many_figures_that_do_not_add_up_the_rest_is_counted() -> None:
    """Three are told; of a fourth it is said that there is one more, in the singular."""
    segments = [
        BridgeRow(id=f"s{n}", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), segment=f"S{n}", opening=10, new=1, lapsed=1, closing=9)
        for n in range(4)
    ]  # fmt: skip
    said = STEPS["assets.bridge"].done(assemble(segments)) or ""
    assert said.endswith("One more figure does not add up.")


def test_a_period_that_is_begun_is_asked_for() -> None:
    """Nobody named the company's period: 2025 is whole, and 2026 is told to lack what it lacks."""
    whole = BridgeRow(
        id="a", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), opening=10, new=1, lapsed=1
    )
    begun = BridgeRow(id="b", period_start=date(2026, 1, 1), period_end=date(2026, 12, 31), opening=10)
    room = assemble([whole, begun])
    assert STEPS["assets.bridge"].done(room) == "Two figures of 2026 are blank: New; Lapsed."


def test_the_bridge_speaks_in_whole_customers() -> None:
    """The finding counts people, in the company's word for them."""
    assert STEPS["assets.bridge"].reads(finished()).startswith("2025: 22 came, 27 left: 5 fewer guests")


def test_five_reasons_are_ranked_each_once() -> None:
    """Two reasons on one rank leave a rank free."""
    assert (
        lack("assets.why", Put("reason", "r5", {"rank": 4}))
        == "One of the top five is not named yet: number 5. One of the top five is given to two reasons: number 4."
    )


def test_the_window_is_needed_only_where_purchases_count() -> None:
    """Contracts end by themselves and need days of grace instead."""
    contracts = {"setting": "contracts", "window_days": None}
    assert (
        lack("assets.definition", Put("definition", "definition", contracts))
        == "One line of the card is blank: Grace."
    )
    whole = {**contracts, "grace_days": 30}
    assert lack("assets.definition", Put("definition", "definition", whole)) is None


def test_stages_are_four_to_eight_in_the_customers_words_each_owned() -> None:
    """Too few, a funnel word and a blank owner are each told."""
    assert "One more stage is needed: 4 to 8 tell the story, three stages so far." in (
        lack("experience.stages", Remove("stage", "s3")) or ""
    )
    flagged = lack("experience.stages", Put("stage", "s0", {"name": "Acquisition"})) or ""
    assert flagged.startswith("One name is yours and not the customer's: “Acquisition”.")
    assert (
        lack("experience.stages", Put("stage", "s1", {"executive": None}))
        == "One stage has no accountable leader: “I wait for it”."
    )
    many = [Put("stage", f"more{n}", {"name": f"I go on {n}", "executive": "ana"}) for n in range(5)]
    assert lack("experience.stages", *many) == "One stage is too many: 4 to 8 tell the story."


def test_ten_to_twenty_moments_of_which_few_are_priorities() -> None:
    """When most moments are priorities, none is."""
    most = [Put("touchpoint", f"t{n}", {"priority": True}) for n in range(6)]
    assert lack("experience.touchpoints", *most[:5]) is None
    assert (
        lack("experience.touchpoints", *most)
        == "6 of 10 moments are priorities: where more than half are, none of them is one."
    )
    assert "One more moment is needed" in (lack("experience.touchpoints", Remove("touchpoint", "t9")) or "")


def test_the_map_is_derived_from_owners_priorities_and_functions() -> None:
    """A stage without a priority moment or with one function alone is told."""
    assert (
        lack("experience.map", Put("touchpoint", "t1", {"priority": None}))
        == "One stage has no priority moment: “I wait for it”."
    )
    alone = Put("stage", "s0", {"functions": ("CFO",)})
    assert (
        lack("experience.map", alone)
        == "One stage takes fewer than two functions: “I look for somebody to trust”."
    )


def test_a_story_rests_on_two_kinds_of_source() -> None:
    """One kind of voice is an anecdote."""
    assert (
        lack("listening.story", Remove("evidence", "e-s3-gone"))
        == "One story rests on fewer than two kinds of source: “I need help”."
    )


def test_somebody_calls_the_customers_who_left() -> None:
    """Calls to lost customers have an owner."""
    assert "Nobody is named to call the customers who left." in (
        lack("listening.sources", Put("source", "gone", {"owner": "nobody"})) or ""
    )


def test_a_priority_moment_needs_a_whole_warning() -> None:
    """A measure without standard and trigger is named with what it lacks; a moment without one is named."""
    assert (
        lack("reliability.measures", Remove("measure", "m-t3"))
        == "One priority moment has no measure: “Moment 3”."
    )
    half = Put("measure", "m-t3", {"standard": None, "trigger": None})
    assert (
        lack("reliability.measures", half)
        == "One measure is not yet a warning: “Moment 3” lacks standard and threshold."
    )


def test_six_readings_make_a_series() -> None:
    """Five points cannot be read yet."""
    assert "the longest has five readings, and one more is needed." in (
        lack("reliability.signals", Remove("reading", "rd0")) or ""
    )


def test_the_dearest_moment_is_told_in_people_and_money() -> None:
    """The worked example: 144 leave, worth 64,800."""
    said = STEPS["reliability.risk"].reads(finished())
    assert "drives away 144 guests a year, worth EUR 64,800." in said
    assert "at most 432 guests and EUR 194,400 a year" in said


def test_who_still_has_to_rate_is_told_with_how_many_stages() -> None:
    """A missing rating is asked from its leader."""
    gone = Remove("rating", "ra-s0-tom")
    assert (
        lack("reliability.reliable", gone)
        == "One leader has not rated every stage: Tom Berg, CMO (one stage)."
    )


def test_three_pairs_need_everybody() -> None:
    """A vote below three splits the pair and is told; two united pairs are not enough."""
    said = lack("leadership.choices", Put("choice_vote", "cv-2-tom", {"vote": 1})) or ""
    assert said.startswith("One more pair needs all of you behind it.")
    assert "“Will 2” (below three: Tom Berg, CMO)" in said


def test_a_pair_without_a_cost_is_a_slogan() -> None:
    """A pair counts only with its price."""
    assert "One pair lacks a half or its cost: “Will 0”." in (
        lack("leadership.choices", Put("growth_choice", "g0", {"cost": None})) or ""
    )


def test_one_rule_dies_on_a_date() -> None:
    """A killed rule has a last day, and no rule that the law requires can be killed."""
    assert (
        lack("leadership.rules", Put("rule", "rule", {"ends_on": None}))
        == "One rule is to die and has no date: “Forms in triplicate”."
    )
    assert "the law requires it" in (lack("leadership.rules", Put("rule", "rule", {"legal": True})) or "")


def test_each_element_of_leadership_has_its_proof() -> None:
    """An element without any action is named."""
    assert (
        lack("leadership.proof", Remove("proof", "p1"))
        == "One element of leadership has no proof yet: permission."
    )


def test_fewer_than_five_priorities_need_a_written_reason() -> None:
    """The gate opens with a reason; a single function's priority is named."""
    four = Put("candidate", "x4", {"verdict": "not now"})
    assert "Four priorities are chosen" in (lack("priorities.choose", four) or "")
    assert lack("priorities.choose", four, Put("choosing", "choosing", {"override": "Small company"})) is None
    silo = Put("candidate", "x0", {"functions": ("Sales",)})
    assert lack("priorities.choose", silo) == "One priority crosses fewer than two functions: “Candidate 0”."


def test_what_waits_is_written_with_its_reason() -> None:
    """A “not now” list exists and says why; no candidate is left without a verdict."""
    assert "“not now” has no reason beside it: “Candidate 5”." in (
        lack("priorities.choose", Put("candidate", "x5", {"why": None})) or ""
    )
    said = lack("priorities.choose", Put("candidate", "x5", {"verdict": None})) or ""
    assert "One candidate has no verdict: “Candidate 5”." in said
    assert "Nothing is on the “not now” list yet." in said


def test_a_commitment_has_no_blanks_begins_in_thirty_days_and_is_signed() -> None:
    """What is blank, late or unsigned is told by the priority's name."""
    blank = Put("commitment", "com0", {"outcome": None, "successor": "somebody who left"})
    assert (
        lack("commitments.own", blank)
        == "One commitment has blanks: “Candidate 0” lacks carries on if they leave and what improves in customers' lives."
    )
    late = Put("commitment", "com1", {"first_day": date(2026, 2, 20)})
    assert (
        lack("commitments.own", late) == "One first action lies more than thirty days ahead: “Candidate 1”."
    )
    unsigned = Put("commitment", "com2", {"signed": False})
    assert lack("commitments.own", unsigned) == "One commitment is not signed: “Candidate 2”."
    assert (
        lack("commitments.own", Remove("commitment", "com3"))
        == "One priority has no commitment: “Candidate 3”."
    )


def test_the_page_of_results_names_its_empty_places() -> None:
    """The summary is derived from the steps that it is made of."""
    unsigned = Put("commitment", "com2", {"signed": False})
    assert lack("results.summary", unsigned) == "One place of the page is not settled: commitments, signed."


@pytest.mark.parametrize(
    ("some", "whole", "said"),
    [
        (0, 7, "none of seven stages has"),
        (1, 7, "one of seven stages has"),
        (2, 7, "two of seven stages have"),
        (7, 7, "all seven stages have"),
        (1, 1, "the one stage has"),
    ],
)
def test_a_part_of_a_whole_reads_as_a_sentence(some: int, whole: int, said: str) -> None:
    """Verbs follow their number."""
    assert said == share(some, whole, "stage", "has", "have")


def _sentences(words: str) -> int:
    return len(re.findall(r"[.?!]”?(?=\s|$)", words))


def _runs(words: str) -> set[tuple[str, ...]]:
    """All runs of six consecutive words."""
    row = re.findall(r"[a-z0-9']+", words.lower().replace("’", "'"))
    return set(zip(*(row[at:] for at in range(6)), strict=False))

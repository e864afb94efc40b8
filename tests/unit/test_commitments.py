"""What a commitment is asked aloud, whether all of them fit, where they stand, and which days they name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cxworkshop.analysis.commitments import REQUIRED, flags, measure_of, owned
from cxworkshop.analysis.load import asked, loads
from cxworkshop.analysis.promised_days import promised_days
from cxworkshop.analysis.stage_board import board_says, lanes
from cxworkshop.domain.commands import Put, Remove, apply
from cxworkshop.domain.record import Record, fields
from cxworkshop.domain.records import (
    Building,
    Candidate,
    Commitment,
    Company,
    Decision,
    Governance,
    Immersion,
    Leader,
    Measure,
    Proof,
    Rule,
    Stage,
)
from cxworkshop.domain.records.commit import COMPETENCIES
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme.promise import progress_says, promise
from cxworkshop.programme.rules.commitments import (
    calendar_missing,
    calendar_says,
    keep_missing,
    keep_says,
    own_missing,
    own_says,
    too_much,
)
from cxworkshop.ui.charts.commitments import completeness
from cxworkshop.ui.charts.load import load

HELD = date(2026, 1, 20)
WHOLE: dict[str, Any] = {
    "executive": "ana", "successor": "tom", "team": "Lea (Finance), Jo (Service)", "first_action": "Pay the oldest",
    "first_day": date(2026, 2, 10), "outcome": "She has her money back before she wonders.", "metric": "Days until a refund",
    "baseline": 41.0, "target": 5.0, "asset_number": "lapsed", "people": 3.0, "money": 20_000.0, "stops": "The campaign",
    "clears": "The second signature", "skills": "To end a case", "message": "You may pay.", "review_day": date(2026, 4, 20),
}  # fmt: skip


def room(*commitments: Commitment, more: tuple[Record, ...] = ()) -> Workshop:
    """Two leaders in the room, one outside, a priority for each commitment and one more."""
    return assemble(
        [
            Company(id="company", held_on=HELD, currency="EUR"),
            Leader(id="ana", name="Ana Ruiz", function="CFO", present=True, capacity=5),
            Leader(id="tom", name="Tom Berg", function="CMO", present=True, capacity=4),
            Leader(id="eve", name="Eve Noor", function="CEO"),
            Stage(id="s1", order=1, name="I send it back"),
            Stage(id="s2", order=2, name="I wait for my money"),
            *(Candidate(id=f"x{n}", name=f"Priority {n}", verdict="now", stage="s1", touchpoint="t") for n in range(4)),
            Measure(id="m", touchpoint="t", name="Days until a  refund", better="lower"),
            *commitments,
            *more,
        ]
    )  # fmt: skip


def commitment(n: int = 0, **said: object) -> Commitment:
    """A whole commitment for a priority, with some fields otherwise."""
    return Commitment(id=f"c{n}", candidate=f"x{n}", **{**WHOLE, **said})


def asked_aloud(**said: object) -> tuple[str, ...]:
    """What is asked aloud of a commitment in which some fields say otherwise."""
    workshop = room(commitment(**said))
    return flags(workshop, owned(workshop)[0])


def test_what_is_required_is_all_that_is_promised() -> None:
    """One declaration: every field but the priority itself, the signature and the state, which are not filled in once."""
    assert set(REQUIRED) == set(fields(Commitment)) - {"candidate", "signed", "state"} == set(WHOLE)


def test_a_whole_commitment_raises_no_question() -> None:
    """Nothing is flagged for the sake of flagging."""
    assert () == asked_aloud()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"outcome": "Implement the refund portal"},
            "“Implement the refund portal” is a task, and it can be finished with nobody better off. Whose life improves, and how?",
        ),
        (
            {"first_day": date(2026, 2, 20)},
            "The first action waits until 20 February 2026, more than 30 days: what can begin sooner?",
        ),
        (
            {"review_day": date(2026, 2, 9)},
            "The review comes before the first action: one of the two days is wrong.",
        ),
        ({"target": 41.0}, "Today and target are both 41: nothing is promised to change."),
        (
            {"target": 55.5},
            "The target of 55.5 is worse than today's 41: of this measure, lower is better.",
        ),
        (
            {"successor": "ana"},
            "Whoever answers for it would also carry on after leaving: name somebody else.",
        ),
        (
            {"executive": "eve"},
            "Eve Noor is not in the room: nobody can promise it for somebody else.",
        ),
        (
            {"team": "Lea (Finance), Jo (finance)"},
            "The whole team comes from one function: who of the others has to be in it?",
        ),
    ],
)
def test_what_has_to_be_said_aloud_once_more(said: dict[str, object], words: str) -> None:
    """One thing is wrong, and exactly that is asked, by name and number."""
    assert (words,) == asked_aloud(**said)


@pytest.mark.parametrize(
    "outcome",
    ["Launch it", "We will roll out a chat", "introducing the club", "To build an app", "Rolling out"],
)  # fmt: skip
def test_words_of_a_task_are_heard_in_any_dress(outcome: str) -> None:
    """We will, to, and any ending of the verb."""
    assert 1 == len(asked_aloud(outcome=outcome))


@pytest.mark.parametrize(
    "outcome", ["Households wait one day", "Trains run on the hour", "Deliveries come whole", "Builders get an answer"]
)  # fmt: skip
def test_a_life_that_gets_better_is_no_task(outcome: str) -> None:
    """A person or a thing at the beginning is left in peace, also where it sounds like a verb."""
    assert () == asked_aloud(outcome=outcome)


def test_thirty_days_are_still_soon() -> None:
    """The thirtieth day is within thirty days, and without the day of the workshop nobody can say."""
    assert () == asked_aloud(first_day=date(2026, 2, 19))
    undated = assemble([Candidate(id="x0", verdict="now"), commitment(first_day=date(2027, 1, 1))])
    assert not any("waits" in words for words in flags(undated, owned(undated)[0]))


def test_a_target_is_judged_by_the_measure_of_the_same_name_only() -> None:
    """Spaces, capitals and a unit in brackets apart; another measure says nothing about better or worse."""
    named = room(commitment(metric="days until a refund (working days)"))
    assert "m" == getattr(measure_of(named, owned(named)[0]), "id", None)
    assert () == asked_aloud(metric="Complaints", target=55.5)


def test_a_team_is_told_by_brackets_leaders_and_functions() -> None:
    """Two functions are enough however they are written; where none is recognised nothing is claimed."""
    assert () == asked_aloud(team="Ana Ruiz and two from Service")
    assert () == asked_aloud(team="Lea, Jo and Max")
    assert 1 == len(asked_aloud(team="Ana Ruiz (CFO) with three of CFO"))


def test_a_promise_reads_as_one_would_say_it() -> None:
    """Who, from where to where, from when; and what is blank is told by its title."""
    workshop = room(commitment(skills=None, money=None))
    one, other = owned(workshop)[:2]
    assert promise(workshop, one) == (
        "Ana Ruiz, CFO, answers for it; Tom Berg, CMO, carries on. "
        "From 41 today to 5, begun by 10 February 2026 and looked at on 20 April 2026."
    )
    assert progress_says(workshop, one) == (
        "15 of 17 lines are written. Still blank: money and what people learn to do."
    )
    assert promise(workshop, other) == "Nobody answers for it yet."


def test_the_finding_counts_signatures_and_open_questions() -> None:
    """Priorities without a commitment are told as such; a doubtful one is counted."""
    assert own_says(Workshop()).startswith("The commitments appear here")
    assert own_says(room()) == "Four priorities wait for a commitment."
    two = room(commitment(0, signed=True), commitment(1, successor="ana"))
    assert own_says(two) == "One of two commitments is signed. One has something to be said aloud once more."
    assert "Three priorities have no commitment" in (own_missing(room(commitment(0, signed=True))) or "")


def test_the_load_is_added_up_by_leader_and_altogether() -> None:
    """Known answer: Ana carries three with nine months of five, Tom one with three of four; twelve of eleven in all."""
    workshop = room(
        *(commitment(n) for n in range(3)),
        commitment(3, executive="tom", money=None),
        more=(Governance(id="governance", capacity=11),),
    )
    found = {one.leader.id: one for one in loads(workshop)}
    assert ["ana", "tom", "eve"] == list(found)
    assert (3, 9.0, 5.0, True, True) == (
        len(found["ana"].carries), found["ana"].people, found["ana"].capacity, found["ana"].heavy, found["ana"].over,
    )  # fmt: skip
    assert (1, 3.0, False, False) == (
        len(found["tom"].carries), found["tom"].people, found["tom"].heavy, found["tom"].over,
    )  # fmt: skip
    assert (12.0, 60_000.0, True) == (asked(workshop).people, asked(workshop).money, asked(workshop).over)
    assert too_much(workshop) == (
        "One leader carries more than two priorities: Ana Ruiz, CFO, with three. "
        "One leader is asked for more people than there are: Ana Ruiz, CFO, 9 of 5 person-months. "
        "Altogether 12 person-months are asked for, and there are 11."
    )
    assert calendar_says(workshop) == (
        "The priorities ask for 12 person-months and EUR 60,000; there are only 11 person-months. "
        "Too much for Ana Ruiz, CFO."
    )


def test_what_does_not_fit_holds_the_step_until_it_is_decided() -> None:
    """Too much is no error: the room may say what gives way, and then the step is done."""
    heavy = [*(commitment(n) for n in range(4)), Governance(id="governance", capacity=20)]
    said = calendar_missing(room(more=tuple(heavy))) or ""
    assert said.endswith("Ana Ruiz, CFO, 12 of 5 person-months. Write into the decision what gives way.")
    decided = Decision(id="commitments.calendar", step="commitments.calendar", decided="Two wait until June.")
    assert None is calendar_missing(room(more=(*heavy, decided)))


def test_what_nobody_has_said_about_the_load_is_missing() -> None:
    """No priorities, no leaders, no capacities: each in words."""
    assert calendar_missing(Workshop()) == "There are no priorities yet to answer for."
    bare = assemble([Candidate(id="x0", name="Refunds", verdict="now"), Commitment(id="c0", candidate="x0", executive="a"),
                     Leader(id="a", name="Ana Ruiz")])  # fmt: skip
    assert calendar_missing(bare) == (
        "One leader has not said what their people can give: Ana Ruiz. "
        "One priority does not say how many people it takes: “Refunds”. The capacity until the review is not written yet."
    )
    assert (calendar_missing(room()) or "").startswith("Nobody answers for a priority yet.")


def test_the_pictures_say_in_words_what_is_too_much() -> None:
    """Colour is never alone: more than two, too much and open questions stand in words in picture and table."""
    workshop = room(*(commitment(n, executive="ana", successor="ana") for n in range(3)))
    found = load(workshop, LIGHT)
    assert found
    assert found.table[0]["Too much"] == "more than two priorities, more people than there are"
    assert "three priorities, more than two\\n9 of 5 person-months, too much" in str(found.chart.to_dict())
    whole = completeness(workshop, LIGHT)
    assert whole
    assert "17 of 17, not signed, one question" in str(whole.chart.to_dict())
    assert None is load(room(), LIGHT)


def test_the_board_shows_where_in_the_customers_life_work_happens() -> None:
    """A lane for every stage, also for one in which nothing begins, and one for what belongs to none."""
    lost = Candidate(id="y", name="Of no stage", verdict="now", stage="gone")
    workshop = room(commitment(0, state="under way"), commitment(1, state="improved"), more=(lost,))
    first, second, last = lanes(workshop)
    assert [len(rows) for rows in first.cells.values()] == [2, 1, 1, 0]
    assert second.empty
    assert (None, "Of no stage") == (last.stage, last.cells["not begun"][0].candidate.name)
    assert board_says(workshop) == (
        "Three have not begun, one is under way and one has improved a life; nothing begins in one of two stages."
    )
    assert () == lanes(Workshop())


def test_promised_days_begin_with_the_day_of_the_workshop() -> None:
    """What leaders lived through before it is no promise; a rule that is kept has no day."""
    workshop = room(
        commitment(0),
        more=(
            Immersion(id="i", leader="tom", task="Return a parcel", on_day=date(2026, 1, 5)),
            Proof(id="p", action="The sign comes down", leader="ana", on_day=HELD),
            Rule(id="r", rule="Triplicate", verdict="keep", ends_on=date(2026, 2, 1)),
            Building(id="b", competency=COMPETENCIES[0], build="I open the close", leader="ana", by_day=date(2026, 2, 3)),
        ),
    )  # fmt: skip
    assert [(one.day.isoformat(), one.what, one.leader) for one in promised_days(workshop)] == [
        ("2026-01-20", "Proof", "ana"),
        ("2026-02-03", "A competency is built", "ana"),
        ("2026-02-10", "First action", "ana"),
        ("2026-04-20", "Review", "ana"),
    ]


def test_keeping_at_it_asks_for_everybodys_part_and_all_five_competencies() -> None:
    """The board, this team, everyone and our own people are asked for by name, and the capacity is not, which is asked elsewhere."""
    said = keep_missing(Workshop()) or ""
    assert said.startswith("Eleven lines are still blank:")
    assert "Five competencies have nobody who builds them: customers as assets;" in said
    half = assemble([Building(id="b", competency=COMPETENCIES[0], build="I open the close")])
    assert "One of them has blanks: “customers as assets” lacks leader and by." in (keep_missing(half) or "")
    built = [
        Building(id=f"b{n}", competency=name, leader="ana", build="I go first")
        for n, name in enumerate(COMPETENCIES)
    ]
    assert keep_says(room(more=tuple(built))) == (
        "Nobody keeps this together yet. Each of the five competencies has a leader who builds it."
    )


def test_a_leader_who_is_taken_off_leaves_their_promises_to_nobody() -> None:
    """The load names the priority that nobody answers for; its days are nobody's, and not everybody's."""
    both = room(
        Commitment(id="c0", candidate="x0", **WHOLE),
        Commitment(id="c1", candidate="x1", **WHOLE | {"executive": "tom"}),
    )
    found = apply(both, Remove("leader", "tom"))
    assert "have nobody to answer for them: “Priority 1”;" in (calendar_missing(found) or "")
    assert [one.leader for one in promised_days(found)] == ["ana", "", "ana", ""]


@pytest.mark.parametrize(("people", "fits"), [((0.1, 0.2), True), ((0.1, 0.3), False)])
def test_tenths_that_add_up_to_the_capacity_fit(people: tuple[float, float], fits: bool) -> None:
    """0.1 and 0.2 of 0.3 person-months are not too much, though their sum in binary is a hair more."""
    rows = [
        Commitment(id=f"c{at}", candidate=f"x{at}", executive="ana", people=one)
        for at, one in enumerate(people)
    ]
    found = apply(room(*rows), Put("leader", "ana", {"capacity": 0.3}))
    assert (too_much(found) is None) is fits


def test_a_day_before_the_workshop_is_asked_about() -> None:
    """Typed with the old year it would be missing among the days to come."""
    row = Commitment(id="c0", candidate="x0", **WHOLE | {"first_day": date(2025, 2, 10)})
    (one, *_) = owned(room(row))
    assert flags(room(row), one) == (
        "The first action on 10 February 2025 lies before the workshop of 20 January 2026: is the year right?",
    )


def test_a_heavy_load_is_told_before_anybody_wrote_a_capacity() -> None:
    """Three priorities are too much for one leader whatever their people can give; one person-month is one."""
    rows = [
        Commitment(id=f"c{at}", candidate=f"x{at}", executive="ana", people=one)
        for at, one in enumerate((1, 0, 0))
    ]
    assert calendar_says(room(*rows)) == "The priorities ask for 1 person-month. Too much for Ana Ruiz, CFO."


def test_a_signature_leaves_with_the_leader_who_gave_it() -> None:
    """A priority that nobody answers for any more is not signed, whatever was signed for it."""
    both = room(Commitment(id="c0", candidate="x0", **WHOLE, signed=True))
    assert own_says(both) == "The one commitment is signed."
    assert own_says(apply(both, Remove("leader", "ana"))).startswith("No commitment is signed.")

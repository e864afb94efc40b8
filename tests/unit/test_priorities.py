"""Candidates that gather themselves, what they are worth, and the gate of five to ten."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.analysis.gate import gate
from cxworkshop.analysis.priorities import (
    Ranking,
    candidates,
    chosen,
    dots_agreement,
    dots_each,
    dots_of,
    gathered,
    one_silo,
    rankings,
    score,
    ties,
    value_of,
)
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Category,
    Choosing,
    Company,
    Dot,
    Evidence,
    Leader,
    Measure,
    Rating,
    Reading,
    Reason,
    Reveal,
    Risk,
    Rule,
    Segment,
    Source,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble

STAGE = Stage(
    id="wait", order=1, name="I wait for my order", executive="ada", functions=("Warehouse", "Service")
)
MOMENT = Touchpoint(id="late", stage="wait", name="My order is late")
BASE: tuple[Record, ...] = (
    Company(id="company", currency="EUR", customer_word="guests"),
    Leader(id="ada", name="Ada", function="COO"),
    STAGE,
    MOMENT,
)
RISK = Risk(
    id="r",
    touchpoint="late",
    customers=12_000,
    failure=8,
    rescued=25,
    leaving=20,
    value=450,
    evidence="estimate",
)


def _only(*records: Record) -> Candidate:
    """The one candidate that these records gather on top of a room in which nothing is amiss."""
    assert gathered(assemble(BASE)) == ()
    (found,) = gathered(assemble([*(one for one in BASE if one.id not in {r.id for r in records}), *records]))
    return found


def test_an_empty_workshop_gathers_nothing() -> None:
    """And has no candidates at all."""
    assert gathered(Workshop()) == ()
    assert candidates(Workshop()) == ()


def test_a_stage_that_nobody_answers_for_is_gathered() -> None:
    """With its functions, and the step and row that it came from."""
    found = _only(
        Stage(id="wait", name="I wait for my order", executive="gone", functions=("Warehouse", "Service"))
    )
    assert found == Candidate(
        id="gathered-stage-wait",
        origin="experience.stages/wait",
        name="One leader answers for “I wait for my order” from beginning to end",
        because="No leader answers for this stage yet, so a customer in trouble here has nobody to turn to.",
        stage="wait",
        functions=("Warehouse", "Service"),
    )


def test_a_stage_that_one_kind_of_source_reaches_is_gathered() -> None:
    """Once the room has begun to listen; before that nothing is missing yet."""
    survey = Source(id="s", source_kind="survey", aided=True)
    found = _only(survey, Evidence(id="e", stage="wait", source="s", count=9))
    assert (found.id, found.origin) == ("gathered-deaf-wait", "listening.evidence/wait")
    assert found.name == "We hear how guests fare in “I wait for my order”"
    assert found.because == (
        "Only one kind of source reaches us from here (survey); a fair story needs at least two kinds."
    )
    assert _only(survey).because == "We hear nobody here; a fair story needs at least two kinds."


def test_what_is_heard_asked_and_unasked_is_gathered_when_it_hurts() -> None:
    """The loudest voice is its origin; what delights needs no priority."""
    sources = (
        Source(id="s", source_kind="survey", aided=True),
        Source(id="v", source_kind="volunteered", aided=False),
        Category(id="slow", name="It took too long"),
    )
    said = {"stage": "wait", "category": "slow", "sentiment": -2}
    loud = Evidence(id="loud", source="v", count=10, quote="I rang\nthree times.", **said)  # type: ignore[arg-type]
    found = _only(*sources, loud, Evidence(id="quiet", source="s", count=4, **said))  # type: ignore[arg-type]
    assert (found.id, found.origin) == ("gathered-voice-wait-slow", "listening.evidence/loud")
    assert found.name == "Guests no longer have to tell us about “It took too long” in “I wait for my order”"
    assert (
        found.because
        == "14 complaints here, and they come both asked and unasked; one of them: “I rang three times”."
    )
    glad = [one.with_values({"sentiment": 2}) for one in (loud,)]
    assert (
        gathered(
            assemble([*BASE, *sources, *glad, Evidence(id="q", source="s", stage="wait", category="slow")])
        )
        == ()
    )


def test_a_priority_moment_that_nobody_measures_is_gathered() -> None:
    """A named measure settles it; a measure without a name does not."""
    urgent = MOMENT.with_values({"priority": True})
    found = _only(urgent, Measure(id="m", touchpoint="late"))
    assert (found.id, found.origin) == ("gathered-measure-late", "reliability.measures/late")
    assert (found.stage, found.touchpoint, found.functions) == ("wait", "late", ("Warehouse", "Service"))
    assert found.name == "We notice before the customer does when “My order is late” goes wrong"
    assert (
        gathered(
            assemble([*BASE[:3], urgent, Measure(id="m", touchpoint="late", name="Late parcels", standard=5)])
        )
        == ()
    )


def test_a_measure_that_gets_worse_is_gathered_with_its_verdict() -> None:
    """Eight months on the wrong side, and an average that misses the promise."""
    measure = Measure(id="m", touchpoint="late", name="Late parcels", unit="%", better="lower", standard=5)
    values = [*[4.0, 6.0, 5.0, 3.0] * 4, *[8.0, 9.0, 8.5, 9.5] * 2]
    found = _only(measure, *_readings(values))
    assert (found.id, found.origin, found.touchpoint) == (
        "gathered-signal-m",
        "reliability.signals/m",
        "late",
    )
    assert found.name == "“My order is late” goes as promised, every time"
    assert found.because == (
        "Late parcels is getting worse: the last eight months all lie above the average. "
        "The average of the last twelve months is 7.33 %; we promise 5 %."
    )


def test_a_measure_that_gets_better_and_keeps_its_promise_is_not_gathered() -> None:
    """A signal is not always harm."""
    measure = Measure(id="m", touchpoint="late", name="Late parcels", better="lower", standard=9)
    values = [*[8.0, 9.0, 8.5, 9.5] * 4, *[4.0, 6.0, 5.0, 3.0] * 2]
    assert gathered(assemble([*BASE, measure, *_readings(values)])) == ()


def test_a_value_at_risk_is_gathered_in_whole_customers_first() -> None:
    """Its money is not copied but taken from the touchpoint, so that it follows the figures."""
    found = _only(RISK)
    assert (found.id, found.origin, found.value) == ("gathered-risk-r", "reliability.risk/r", None)
    assert found.name == "Fewer people leave after “My order is late”"
    assert found.because == (
        "It fails for 960 of 12,000 guests a year, 240 are rescued and 144 leave, worth EUR 64,800 (estimate)."
    )
    assert value_of(assemble([*BASE, RISK]), found) == pytest.approx(64_800)


def test_a_stage_that_half_of_the_leaders_doubt_is_gathered() -> None:
    """Two of four; one of them says that it depends."""
    marks = ["5", "4", "2", "it depends"]
    found = _only(*(Rating(id=str(n), stage="wait", rating=mark) for n, mark in enumerate(marks)))
    assert (found.id, found.origin) == ("gathered-rating-wait", "reliability.reliable/wait")
    assert found.name == "Guests can count on “I wait for my order” every time"
    assert found.because == (
        "2 of 4 leaders would not count on this stage; one said “it depends”, which means no."
    )


def test_a_failing_moment_is_one_candidate_with_all_that_is_known_of_it() -> None:
    """Named after its cost, unless its measure gets worse; ratings and complaints that it explains add no second one."""
    measure = Measure(id="m", touchpoint="late", name="Late parcels", unit="%", better="lower", standard=5)
    said = {"stage": "wait", "touchpoint": "late", "category": "slow", "sentiment": -1}
    room = [
        *BASE,
        RISK,
        measure,
        Rating(id="doubt", stage="wait", rating="1"),
        Source(id="s", source_kind="survey", aided=True),
        Source(id="v", source_kind="volunteered", aided=False),
        Category(id="slow", name="It took too long"),
        Evidence(id="1", source="s", **said),  # type: ignore[arg-type]
        Evidence(id="2", source="v", **said),  # type: ignore[arg-type]
    ]
    (steady,) = gathered(assemble([*room, *_readings([6.0, 8.0, 7.0, 6.0, 8.0, 7.0])]))
    assert steady.id == "gathered-risk-r"
    assert steady.because == (
        "It fails for 960 of 12,000 guests a year, 240 are rescued and 144 leave, worth EUR 64,800 (estimate). "
        "The average of the last six months is 7 %; we promise 5 %."
    )
    (worse,) = gathered(assemble([*room, *_readings([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 40.0])]))
    assert worse.id == "gathered-signal-m"
    assert (worse.because or "").startswith("Late parcels is getting worse: 40 in July 2023")


def test_a_moment_that_the_room_keeps_is_not_gathered_under_another_name() -> None:
    """Kept for its value, it stays covered when its measure gets worse; a second reason to leave is not covered."""
    kept = Candidate(
        id="gathered-risk-r", origin="reliability.risk/r", name="On the day, or we ring", touchpoint="late"
    )
    measure = Measure(id="m", touchpoint="late", better="lower", standard=5)
    failing = [RISK, measure, *_readings([1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 40.0])]
    assert candidates(assemble([*BASE, *failing, kept])) == (kept,)
    typed = kept.with_values({"origin": None})
    assert [one.id for one in candidates(assemble([*BASE, *failing, typed]))] == [
        kept.id,
        "gathered-signal-m",
    ]
    reasons = [
        Reason(id=id, reason=id, direction="leave", touchpoint="late", rank=rank)
        for rank, id in enumerate(("Nobody rang", "It was dear"), 1)
    ]
    told = kept.with_values({"origin": "assets.why/Nobody rang"})
    ids = [one.id for one in candidates(assemble([*BASE, *reasons, told]))]
    assert ids == [kept.id, "gathered-reason-Nobody rang", "gathered-reason-It was dear"]


def test_a_measure_of_no_known_moment_is_gathered_by_its_own_name() -> None:
    """It fails all the same."""
    found = _only(
        Measure(id="m", touchpoint="gone", name="Late parcels", better="lower", standard=5),
        *_readings([6.0, 8.0, 7.0, 6.0, 8.0, 7.0]),
    )
    assert (found.name, found.touchpoint) == ("“Late parcels” goes as promised, every time", None)


def test_ranked_reasons_to_leave_are_gathered_in_their_order() -> None:
    """Reasons to stay, or that nobody here can change, are not."""
    reasons = [
        Reason(id="2", reason="Nobody answered", direction="leave", rank=2),
        Reason(id="1", reason="Too late", direction="buy less", rank=1, customers=1_204, value=541_800, evidence="fact", touchpoint="late"),
        Reason(id="3", reason="They moved abroad", direction="leave", rank=3, controllable=False),
        Reason(id="4", reason="Good coffee", direction="stay", rank=4),
        Reason(id="5", reason="Unranked", direction="leave", customers=9_999),
    ]  # fmt: skip
    first, second = gathered(assemble([*BASE, *reasons]))
    assert (first.id, first.origin, first.value) == ("gathered-reason-1", "assets.why/1", 541_800)
    assert (first.stage, first.touchpoint) == ("wait", "late")
    assert first.name == "Fewer people buy less because of “Too late”"
    assert first.because == "1,204 guests and EUR 541,800 a year went this way (fact)."
    assert second.because == "Nobody has counted yet how many went this way."


def test_without_ranks_the_three_largest_reasons_to_leave_are_gathered() -> None:
    """By customers first; a cause that is not known is said to be so."""
    reasons = [
        Reason(id=str(n), reason=f"Reason {n}", direction="leave", customers=n, cause="we don't know")
        for n in range(1, 6)
    ]
    found = gathered(assemble([*BASE, *reasons]))
    assert [one.id for one in found] == ["gathered-reason-5", "gathered-reason-4", "gathered-reason-3"]
    assert found[0].because == "5 guests went this way. The cause is not known yet: find it first."


def test_rules_to_kill_or_change_are_gathered_unless_the_law_wants_them() -> None:
    """With the hours they cost and who suffers; a rule whose last day is set is decided already."""
    rule = Rule(id="r", rule="Refunds need two signatures", verdict="kill", times=5_000, minutes=15, suffers="Shop staff", mother=False)  # fmt: skip
    found = _only(rule)
    assert (found.id, found.origin) == ("gathered-rule-r", "leadership.rules/r")
    assert found.name == "Nobody meets the rule “Refunds need two signatures” any more"
    assert found.because == (
        "It costs 1,250 hours a year. Who suffers: Shop staff. We would not put our mothers through it."
    )
    softened = _only(Rule(id="r", rule="No returns by post", verdict="change"))
    assert softened.name == "The rule “No returns by post” no longer gets in the way"
    dated = rule.with_values({"ends_on": date(2026, 2, 1)}).model_copy(update={"id": "d"})
    kept = [rule.with_values({"legal": True}), dated, Rule(id="k", rule="Lock the door", verdict="keep")]
    assert gathered(assemble([*BASE, *kept])) == ()


def test_a_segment_that_matters_and_shrinks_is_gathered() -> None:
    """Under the segment's id, which survives when the bridge is computed anew."""
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    found = _only(
        Segment(id="fam", name="families", priority=True),
        BridgeRow(id="b", segment="Families", opening=6_000, new=500, lapsed=1_704, **year),
    )
    assert (found.id, found.origin) == ("gathered-segment-fam", "assets.bridge/b")
    assert found.name == "More guests in “Families” stay"
    assert (
        found.because == "2025 ended with 1,204 fewer of them than it began with, and they matter most to us."
    )


def test_gathering_twice_gives_the_same_candidates() -> None:
    """Same ids, same order, each once, each from a row that is there."""
    room = assemble([*BASE, RISK, Rule(id="x", rule="A rule", verdict="kill"), Stage(id="pay", name="I pay")])
    found = gathered(room)
    assert found == gathered(room)
    assert len({one.id for one in found}) == len(found) == 3
    ids = {id for _, id in room.items}
    assert all((one.origin or "").split("/")[1] in ids for one in found)


def test_a_kept_candidate_is_not_gathered_again() -> None:
    """The room's own words for it stand first."""
    kept = Candidate(id="gathered-risk-r", name="Ours now")
    room = assemble([*BASE, RISK, kept, Rule(id="x", rule="A rule", verdict="kill")])
    assert [one.id for one in candidates(room)] == ["gathered-risk-r", "gathered-rule-x"]
    assert candidates(room)[0].name == "Ours now"


def test_a_value_that_no_field_can_hold_is_capped() -> None:
    """Hostile figures gather a candidate, not an error; a very long name is cut."""
    found = _only(Reason(id="1", reason="x" * 300, direction="leave", value=1e12, rank=1))
    assert found.value == 1e12
    assert len(found.name or "") <= 300


def test_the_score_is_value_times_confidence_by_effort() -> None:
    """64,800 × 0.8 ÷ 3 person-months; the candidate's own value comes first; a blank leaves it unknown."""
    room = assemble([*BASE, RISK])
    one = Candidate(id="c", touchpoint="late", confidence="0.8", effort=3)
    assert score(room, one) == pytest.approx(17_280)
    assert score(room, one.with_values({"value": 30_000})) == pytest.approx(8_000)
    for blank in ("confidence", "effort", "touchpoint"):
        assert score(room, one.with_values({blank: None})) is None


def test_one_silo_is_fewer_than_two_functions() -> None:
    """Its own or those of its stage; capitals make no second function."""
    room = assemble(BASE)
    assert one_silo(room, Candidate(id="c", functions=("Sales",)))
    assert one_silo(room, Candidate(id="c", functions=("Sales", "SALES")))
    assert not one_silo(room, Candidate(id="c", functions=("Sales", "Service")))
    assert not one_silo(room, Candidate(id="c", stage="wait"))
    assert one_silo(room, Candidate(id="c"))


@pytest.mark.parametrize(
    ("k", "dots"), [(0, 3), (4, 3), (12, 3), (13, 4), (16, 4), (17, 5), (20, 5), (90, 5)]
)
def test_each_ballot_has_a_quarter_of_the_candidates_in_dots(k: int, dots: int) -> None:
    """At least three, at most five."""
    assert dots_each(k) == dots


def test_a_ballot_puts_at_most_two_dots_on_a_candidate() -> None:
    """However many rows it writes; rows without a ballot are drafts."""
    dots = [("c", 1, 2), ("c", 1, 2), ("c", 2, 1), ("d", 1, 1), ("c", None, 2), ("c", 4, None), ("d", 3, 1)]
    room = _voted(*dots)
    assert (dots_of(room, "c"), dots_of(room, "d"), dots_of(room, "e")) == (3, 2, 0)


def test_ballots_that_dot_alike_agree_fully() -> None:
    """W is 1; two ballots are never told of, so they agree about nothing yet."""
    alike = [(id, ballot, dots) for ballot in (1, 2, 3) for id, dots in (("c", 2), ("d", 1))]
    assert dots_agreement(_voted(*alike)) == pytest.approx(1)
    assert dots_agreement(_voted(*alike[:4])) is None


def test_rankings_put_the_contested_first() -> None:
    """By dots a c b, by money b c a: a and b are two ranks apart, c none; what has no score comes last."""
    money = {"confidence": "1", "effort": 1}
    three = [
        Candidate(id="c", value=20, **money),  # type: ignore[arg-type]
        Candidate(id="a", value=10, **money),  # type: ignore[arg-type]
        Candidate(id="b", value=30, **money),  # type: ignore[arg-type]
        Candidate(id="d"),
    ]
    dots = [
        *(Dot(id=f"a{ballot}", candidate="a", ballot=ballot, dots=2) for ballot in (1, 2, 3)),
        Dot(id="c1", candidate="c", ballot=1, dots=1),
    ]
    room = assemble([*three, *dots, Reveal(id="reveal", dots=True)])
    assert rankings(room) == (
        Ranking(three[1], 6, 10.0, 1, 3),
        Ranking(three[2], 0, 30.0, 3, 1),
        Ranking(three[0], 1, 20.0, 2, 2),
        Ranking(three[3], 0, None, 3, None),
    )
    assert [row.apart for row in rankings(room)] == [2, 2, 0, None]
    covered = rankings(assemble([*three, *dots]))
    assert {(row.dots, row.dots_rank) for row in covered} == {(0, None)}
    assert {row.dots_rank for row in rankings(assemble(three))} == {None}


def test_a_tie_at_the_cut_names_everyone_in_it() -> None:
    """Two are chosen, and the second to fourth have a dot each: three to talk about."""
    dots = [("a", 1, 2), ("b", 1, 1), ("c", 2, 1), ("d", 2, 1), ("a", 3, 1)]
    now = {"a": "now", "b": "now"}
    assert [one.id for one in ties(_voted(*dots, verdicts=now))] == ["b", "c", "d"]
    assert ties(_voted(*dots, verdicts={"a": "now"})) == ()
    assert ties(_voted(*dots)) == ()


def test_the_chosen_come_by_score() -> None:
    """Those without a score last; “not now” is not chosen."""
    money = {"confidence": "1", "effort": 1, "verdict": "now"}
    room = assemble(
        [
            Candidate(id="none", verdict="now"),
            Candidate(id="small", value=10, **money),  # type: ignore[arg-type]
            Candidate(id="large", value=20, **money),  # type: ignore[arg-type]
            Candidate(id="later", verdict="not now"),
        ]
    )
    assert [one.id for one in chosen(room)] == ["large", "small", "none"]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Nothing is chosen yet: say “now” to five to ten candidates."),
        (1, "One priority is chosen: choose four more, or write why fewer will do."),
        (4, "Four priorities are chosen: choose one more, or write why fewer will do."),
        (5, None),
        (10, None),
        (
            12,
            "Twelve priorities are chosen: move two to “not now”, or write why you can finish more than ten.",
        ),
    ],
)
def test_five_to_ten_are_chosen_or_a_reason_is_written(count: int, said: str | None) -> None:
    """A written reason opens the gate, but not for nothing at all."""
    some = [Candidate(id=str(n), verdict="now") for n in range(count)]
    assert gate(assemble(some)) == said
    assert (gate(assemble([*some, Choosing(id="choosing", override="We are three people.")])) is None) == (
        count > 0
    )


def _readings(values: list[float]) -> list[Reading]:
    return [
        Reading(id=f"p{n}", measure="m", taken_on=date(2023 + n // 12, n % 12 + 1, 1), value=value)
        for n, value in enumerate(values)
    ]


def _voted(*dots: tuple[str, int | None, int | None], verdicts: dict[str, str] | None = None) -> Workshop:
    rows = [
        Dot(id=str(n), candidate=id, ballot=ballot, dots=some) for n, (id, ballot, some) in enumerate(dots)
    ]
    named = [Candidate(id=id, verdict=(verdicts or {}).get(id)) for id in "abcd"]
    return assemble([*named, *rows, Reveal(id="reveal", dots=True)])

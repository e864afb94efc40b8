"""What the cards of competency five say: hands by name, slogans, proofs against the day, rules that cannot die, mothers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxworkshop.analysis.decisions import against_our_mothers, not_asked
from cxworkshop.analysis.hands import EASY, HALF_NOT, NO_COST, SOMEBODY, Hands, doubts, hands, short_names
from cxworkshop.analysis.proofs import proof_state
from cxworkshop.analysis.rules import (
    LAW_STANDS,
    LAW_UNREAD,
    NO_DAY,
    NO_LAW,
    NO_MOTHER,
    hours_freed,
    rule_flags,
)
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    ChoiceVote,
    Company,
    Decision,
    GrowthChoice,
    Immersion,
    Leader,
    Proof,
    Rule,
    Standard,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme import STEPS
from cxworkshop.programme.decisions import in_order, log_says
from cxworkshop.programme.rules.leadership import choices_missing, immersion_says, permission_says, proof_says
from cxworkshop.ui.charts.leadership import rules, verdict

HELD = date(2026, 1, 13)
PAIR = GrowthChoice(id="c", will="Wait", will_not="Sail early", cost="Four hours a week")
LEADERS = (
    Leader(id="a", name="Ana Ruiz", present=True),
    Leader(id="b", name="Ana Berg", present=True),
    Leader(id="k", name="Kim Lee", present=True),
    Leader(id="e", name="Eve Noor", present=False),
    Leader(id="x", function="CTO", present=True),
)


def room(*rows: Record, pair: GrowthChoice = PAIR) -> Workshop:
    """Four leaders in the room, Eve away, and one pair."""
    return assemble([pair, *LEADERS, *rows])


def vote(leader: str | None, fingers: int) -> ChoiceVote:
    """A hand on the pair."""
    return ChoiceVote(id=f"v{leader}", choice="c", leader=leader, vote=fingers)


def test_leaders_are_called_by_their_first_names_unless_two_share_one() -> None:
    """Who has no name is called by function."""
    assert short_names(room()) == {"a": "Ana Ruiz", "b": "Ana Berg", "k": "Kim", "e": "Eve", "x": "CTO"}


def test_hands_carry_names_and_an_absent_leader_is_told_and_not_waited_for() -> None:
    """Kim is asked, Eve is told; once Kim has voted, all in the room stand behind it."""
    found = hands(room(vote("a", 4), vote("b", 3), vote("x", 5)), "c")
    assert found.raised == (("Ana Ruiz", 4), ("Ana Berg", 3), ("CTO", 5))
    assert (found.silent, found.absent, found.united) == (("Kim",), ("Eve",), None)
    assert hands(room(vote("a", 4), vote("b", 3), vote("x", 5), vote("k", 3)), "c").united is True


def test_an_absent_leaders_hand_stands_for_nobody_in_the_room() -> None:
    """Four hands of five leaders, one of them Eve's by telephone: Kim is still asked, and Eve's two would split it."""
    votes = (vote("a", 4), vote("b", 3), vote("x", 5))
    assert hands(room(*votes, vote("e", 5)), "c").united is None
    assert hands(room(*votes, vote("e", 2)), "c").united is False


def test_hands_without_a_name_are_shown_as_somebodys() -> None:
    """A vote that came in without its leader is on the wall all the same."""
    assert hands(room(vote("a", 4), vote(None, 1)), "c").raised == (("Ana Ruiz", 4), (SOMEBODY, 1))


@pytest.mark.parametrize(
    ("pair", "fingers", "said"),
    [
        (PAIR, 5, ()),
        (GrowthChoice(id="c", will="Wait", will_not="Sail early"), 4, (NO_COST,)),
        (GrowthChoice(id="c", will="Wait", will_not="Sail early"), 5, (EASY,)),
        (GrowthChoice(id="c", will="Wait", cost="Hours"), 5, (HALF_NOT,)),
    ],
)
def test_a_choice_without_a_price_is_a_slogan(
    pair: GrowthChoice, fingers: int, said: tuple[str, ...]
) -> None:
    """Without a cost it is flagged, with five fingers all round and no cost more so."""
    assert doubts(room(vote("a", fingers), vote("k", fingers), pair=pair), pair) == said


def test_a_proof_is_done_dated_or_overdue_by_the_day_of_the_workshop() -> None:
    """A day that has come with something to see is done, without it overdue; a later one is dated, and no day is said."""
    day = timedelta(days=1)
    told = {"action": "We stopped it", "evidence": "The sign is gone"}
    company = assemble([Company(id="company", held_on=HELD)])
    states = [
        proof_state(company, Proof(id="1", on_day=HELD, **told)),
        proof_state(company, Proof(id="2", on_day=HELD - day, action="We stopped it")),
        proof_state(company, Proof(id="3", on_day=HELD + day, **told)),
        proof_state(company, Proof(id="4", **told)),
        proof_state(Workshop(), Proof(id="5", on_day=HELD, **told)),
    ]
    assert states == ["done", "overdue", "dated", "undated", "dated"]
    late = Proof(id="2", element="permission", on_day=HELD - day, action="We stopped it")
    said = proof_says(assemble([Company(id="company", held_on=HELD), late]))
    assert said.endswith("One proof is overdue: “We stopped it”.")


def test_what_the_law_requires_is_not_killed_and_its_law_is_named() -> None:
    """The flags of a rule, and the hours that only those give back that may die."""
    legal = Rule(id="1", rule="Proof of age", legal=True, verdict="kill", ends_on=HELD, times=600, minutes=10)
    dying = Rule(id="2", rule="Three forms", verdict="kill", times=60, minutes=30)
    kept = Rule(id="3", rule="The queue", verdict="keep", mother=False)
    named = Rule(id="4", rule="Proof of age", legal=True, law="Licensing Act, section 146", verdict="keep")
    assert rule_flags(legal) == (NO_LAW, LAW_STANDS)
    assert rule_flags(dying) == (NO_DAY,)
    assert rule_flags(kept) == (NO_MOTHER,)
    assert rule_flags(named) == ()
    assert hours_freed(assemble([legal, dying, kept])) == 30
    assert [verdict(one) for one in (legal, dying, named)] == [
        "▲ cannot be killed: the law",
        "✕ killed, no day yet",
        "● kept, by law",
    ]


def test_the_tally_says_what_killing_gives_back() -> None:
    """5,000 times a quarter of an hour are 1,250 hours; a rule that nobody counted frees nothing that is known."""
    counted = Rule(id="1", rule="Three forms", verdict="kill", ends_on=HELD, times=5_000, minutes=15)
    open_ = Rule(id="2", rule="The queue", times=60, minutes=60)
    uncounted = Rule(id="3", rule="The stamp", verdict="kill")
    pictures = [rules(assemble(rows), LIGHT) for rows in ([counted, open_], [open_], [open_, uncounted])]
    assert [found and found.says for found in pictures] == [
        "Killing one rule gives 1,250 hours a year back to customers and colleagues.",
        "“The queue” costs 60 hours a year; no rule is killed yet.",
        "“The queue” costs 60 hours a year; nobody has counted what the killed ones cost.",
    ]
    assert rules(assemble([uncounted]), LIGHT) is None


def test_a_standard_that_interrupts_people_is_told() -> None:
    """Row 113: what people are measured by improves something in lives, or interrupts it."""
    calm = Standard(id="1", standard="It was tried", halt="Anyone", effect="improves something")
    rude = Standard(id="2", standard="It was asked twice", effect="interrupts something")
    assert "interrupts" not in permission_says(assemble([calm]))
    assert permission_says(assemble([calm, rude])).endswith(
        "One standard interrupts something in customers' lives."
    )


def test_the_log_is_in_the_order_of_the_day_and_counts_what_you_would_not_do_to_your_mothers() -> None:
    """Steps in their order, then what belongs to none; answered with no, and not asked, are counted apart."""
    later = Decision(id="b", step="leadership.rules", decided="The stamp dies", mother=True)
    free = Decision(id="f", decided="They wait", mother=False)
    first = Decision(id="a", step="room.company", decided="We count guests")
    emptied = Decision(id="g", dissent="Ana", mother=False)
    blank = Decision(id="h", step="frame.path", dissent="Tom", mother=False)
    log = assemble([later, free, first, emptied, blank])
    assert [one.id for one in in_order(log)] == ["a", "b", "f", "g"]
    assert ([one.id for one in against_our_mothers(log)], [one.id for one in not_asked(log)]) == (
        ["f"],
        ["a"],
    )
    assert log_says(log) == (
        "Three decisions. One of them you would not do to your own mothers. The mother question is still open for one."
    )
    assert log_says(assemble([later])) == "One decision. All of it you would do to your own mothers."
    assert log_says(assemble([first])) == ("One decision. The mother question has not been asked yet.")
    assert log_says(Workshop()).startswith("Nothing has been decided yet.")
    assert list(STEPS).index("room.company") < list(STEPS).index("leadership.rules")


def test_a_row_of_a_leader_in_which_nothing_is_written_is_nobody() -> None:
    """It is not waited for, not told, and not called by the first word of a phrase; a long function is not cut."""
    found = assemble(
        [
            PAIR,
            Leader(id="k", name="Kim Lee"),
            Leader(id="x", function="Head of Depots"),
            Leader(id="blank"),
            vote("k", 4),
            vote("x", 3),
        ]
    )
    assert short_names(found) == {"k": "Kim", "x": "Head of Depots"}
    assert hands(found, "c") == Hands((("Kim", 4), ("Head of Depots", 3)), (), (), True)


@pytest.mark.parametrize(
    ("votes", "why"),
    [
        ((vote("a", 4), vote("b", 4), vote("k", 4), vote("x", 4), vote("e", 1)), "below three: Eve Noor"),
        ((vote("a", 4), vote(None, 2)), "below three: one hand without a name; two votes missing"),
        ((), "four votes missing"),
    ],
)
def test_why_a_pair_does_not_have_them_all_is_true(votes: tuple[ChoiceVote, ...], why: str) -> None:
    """A low hand is told though its leader is away or bears no name; then nobody is missing who is not."""
    assert f"“Wait” ({why})." in (choices_missing(room(*votes)) or "")


def test_a_law_that_is_named_and_not_judged_is_asked_for() -> None:
    """Killed while a law stands beside it: does it require the rule or not?"""
    named = Rule(id="r", rule="Stamps", law="Port Act, 7", verdict="kill", ends_on=HELD)
    assert rule_flags(named) == (LAW_UNREAD,)
    assert rule_flags(named.with_values({"legal": False})) == ()


def test_a_task_of_nobody_is_no_leaders_task() -> None:
    """Neither a blank leader nor one who is gone counts as a leader."""
    assert immersion_says(room(Immersion(id="i", task="Return a parcel", leader="gone"))) == (
        "One task for nobody yet; none counts towards pay."
    )


def test_the_hand_of_a_leader_who_was_taken_off_counts_for_nobody() -> None:
    """It neither keeps a pair from being united nor stands in for somebody who is still silent."""
    four = [vote(one, 4) for one in ("a", "b", "k", "x")]
    assert hands(room(*four, vote("gone", 1)), "c").united is True
    assert hands(room(*four[:3], vote("gone", 5)), "c").united is None

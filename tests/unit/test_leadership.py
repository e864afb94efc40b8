"""Whether leaders are united, what rules cost, and which elements of leadership have been shown."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.leadership import (
    elements_shown,
    rule_hours,
    united,
    voters,
    votes_of,
)
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import ChoiceVote, GrowthChoice, Leader, Proof, Rule
from cxworkshop.domain.workshop import Workshop, assemble

LEADERS = [Leader(id=name, name=name) for name in ("ada", "bo", "cy")]


def _voted(*votes: int | None, leaders: list[Leader] = LEADERS) -> Workshop:
    names = [leader.id for leader in leaders]
    rows: list[Record] = [
        ChoiceVote(id=str(n), choice="c", leader=names[n] if n < len(names) else None, vote=vote)
        for n, vote in enumerate(votes)
    ]
    return assemble([GrowthChoice(id="c", will="We will"), *leaders, *rows])


@pytest.mark.parametrize(
    ("votes", "verdict"),
    [((3, 4, 5), True), ((3, 4, 2), False), ((2,), False), ((5, 5), None), ((5, 5, None), None), ((), None)],
)
def test_united_means_that_everyone_voted_and_nobody_is_below_three(
    votes: tuple[int | None, ...], verdict: bool | None
) -> None:
    """One vote below three settles it at once; until then a missing vote leaves it open."""
    assert united(_voted(*votes), "c") is verdict


def test_only_leaders_who_are_present_are_waited_for() -> None:
    """With two of three present, two votes are all."""
    here = [Leader(id="ada", present=True), Leader(id="bo", present=True), Leader(id="cy", present=False)]
    room = _voted(3, 3, leaders=here)
    assert (voters(room), united(room, "c")) == (2, True)


def test_a_leaders_last_vote_counts() -> None:
    """Two fives of the same leader are one vote, and votes without a leader count each."""
    rows = [
        ChoiceVote(id="1", choice="c", leader="ada", vote=1),
        ChoiceVote(id="2", choice="c", leader="ada", vote=4),
        ChoiceVote(id="3", choice="c", vote=3),
        ChoiceVote(id="4", choice="c", vote=3),
        ChoiceVote(id="5", choice="other", leader="bo", vote=0),
    ]
    room = assemble([*LEADERS, *rows])
    assert sorted(votes_of(room, "c")) == [3, 3, 4]
    assert united(room, "c") is True


def test_a_rule_costs_its_times_by_its_minutes() -> None:
    """5,000 times a quarter of an hour are 1,250 hours a year."""
    assert rule_hours(Rule(id="r", times=5_000, minutes=15)) == 1_250
    assert rule_hours(Rule(id="r", times=5_000)) is None
    assert rule_hours(Rule(id="r", minutes=15)) is None


def test_an_element_is_shown_by_something_done() -> None:
    """A proof without an action shows nothing."""
    room = assemble(
        [
            Proof(id="1", element="proof by action", action="Two fewer launches"),
            Proof(id="2", element="united decisions", action="Refunds within a day"),
            Proof(id="3", element="permission"),
            Proof(id="4", action="No element"),
        ]
    )
    assert elements_shown(room) == ("united decisions", "proof by action")

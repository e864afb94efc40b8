"""Whether leaders are united, what their rules cost, and which of the three elements of leadership have been shown."""

from __future__ import annotations

from cxworkshop.analysis.opinions import last_word
from cxworkshop.domain.records import ChoiceVote, Leader, LegacyVote, Proof, Rule
from cxworkshop.domain.records.leadership import ELEMENTS
from cxworkshop.domain.workshop import Workshop

CAN_LIVE_WITH = 3


def votes_of(workshop: Workshop, choice_id: str) -> tuple[int, ...]:
    """The fist-to-five votes, 0 to 5, on a will / will-not pair; a leader's last vote counts."""
    return last_word(workshop, hands_of(workshop, choice_id))


def hands_of(workshop: Workshop, choice_id: str) -> list[tuple[str | None, int | None]]:
    """Who showed how many fingers on a pair, in the order written: leader ids and votes, either of which may be blank.

    The hand of a leader who was taken off the list is left out: no screen could lower or raise it any more.
    """
    return [
        (vote.leader, vote.vote)
        for vote in workshop.all(ChoiceVote)
        if vote.choice == choice_id and (not vote.leader or workshop.get(Leader, vote.leader))
    ]


def united(workshop: Workshop, choice_id: str) -> bool | None:
    """Whether nobody is below three on a pair; None until everyone has voted, unless somebody is below already.

    Source: docs/method.md 1.6.
    """
    return _united(workshop, hands_of(workshop, choice_id))


def legacy_votes(workshop: Workshop) -> tuple[int, ...]:
    """The fist-to-five votes, 0 to 5, on the legacy sentence; a leader's last vote counts."""
    return last_word(workshop, ((vote.leader, vote.fingers) for vote in workshop.all(LegacyVote)))


def voters(workshop: Workshop) -> int:
    """How many leaders are expected to vote: those present, or all of them where nobody is marked present."""
    return len(in_room(workshop))


def in_room(workshop: Workshop) -> tuple[Leader, ...]:
    """The leaders who are expected to vote: those present, or all of them where nobody is marked present."""
    leaders = tuple(leader for leader in workshop.all(Leader) if leader.filled)
    return tuple(leader for leader in leaders if leader.present) or leaders


def rule_hours(rule: Rule) -> float | None:
    """Hours a year that a rule costs: times a year × minutes each ÷ 60; None while either is blank."""
    return None if rule.times is None or rule.minutes is None else rule.times * rule.minutes / 60


def elements_shown(workshop: Workshop) -> tuple[str, ...]:
    """The elements of leadership, in order, that have at least one proof with an action."""
    shown = {proof.element for proof in workshop.all(Proof) if proof.action}
    return tuple(element for element in ELEMENTS if element in shown)


def _united(workshop: Workshop, rows: list[tuple[str | None, int | None]]) -> bool | None:
    votes = last_word(workshop, rows)
    if any(vote < CAN_LIVE_WITH for vote in votes):
        return False
    named = {leader for leader, vote in rows if vote is not None and workshop.get(Leader, leader)}
    silent = sum(leader.id not in named for leader in in_room(workshop))
    # A hand that nobody wrote a name to may be anyone's who is still silent; one that bears a name stands for nobody else.
    nameless = sum(not leader and vote is not None for leader, vote in rows)
    return True if votes and silent <= nameless else None

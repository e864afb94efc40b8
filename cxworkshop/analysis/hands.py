"""Who stands behind a will / will-not pair: each leader's hand, who has not raised one, and what makes a pair doubtful."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cxworkshop.analysis.leadership import hands_of, in_room, united, votes_of
from cxworkshop.domain.records import GrowthChoice, Leader
from cxworkshop.domain.workshop import Workshop

MOST = 5
SOMEBODY = "somebody"
NO_COST = (
    "No cost is written. What does it take from you, in money or in comfort, the first time it is tested?"
)
EASY = (
    "All five fingers and no cost: so far it is a slogan. Ask when you last did the opposite, and what it will "
    "cost to stop."
)
HALF_WILL = "Only what you give up is written: what will you do instead?"
HALF_NOT = "Nothing is given up yet: which tempting thing do you turn down for it?"


@dataclass(frozen=True)
class Hands:
    """The hands on one pair, by the names that leaders are called in this room."""

    raised: tuple[tuple[str, int], ...]
    """Whose hand and how many fingers, as leaders are listed; hands without a name come last."""
    silent: tuple[str, ...]
    """In the room, without a hand."""
    absent: tuple[str, ...]
    """Not in the room and without a hand: not waited for, but to be told."""
    united: bool | None


def hands(workshop: Workshop, choice_id: str) -> Hands:
    """Who showed how many fingers on a pair, and who did not; a leader's last vote counts. Source: docs/method.md 1.6."""
    called = short_names(workshop)
    given = {leader: vote for leader, vote in hands_of(workshop, choice_id) if vote is not None}
    raised = [(called[id], given[id]) for id in called if id in given]
    unnamed = Counter(votes_of(workshop, choice_id)) - Counter(vote for _, vote in raised)
    raised += [(SOMEBODY, vote) for vote in sorted(unnamed.elements(), reverse=True)]
    room = {leader.id for leader in in_room(workshop)}
    without = [id for id in called if id not in given]
    return Hands(
        tuple(raised),
        tuple(called[id] for id in without if id in room),
        tuple(called[id] for id in without if id not in room),
        united(workshop, choice_id),
    )


def doubts(workshop: Workshop, pair: GrowthChoice) -> tuple[str, ...]:
    """What makes a pair a slogan rather than a choice, in words; empty where nothing does."""
    found = []
    if not pair.will:
        found.append(HALF_WILL)
    if not pair.will_not:
        found.append(HALF_NOT)
    if not pair.cost:
        votes = votes_of(workshop, pair.id)
        found.append(EASY if votes and min(votes) == MOST else NO_COST)
    return tuple(found)


def short_names(workshop: Workshop) -> dict[str, str]:
    """What each leader is called beside a dot, by id: the first name, or the whole one where two share the first; the
    function where no name is written."""
    leaders = [leader for leader in workshop.all(Leader) if leader.filled]
    names = {leader.id: (leader.name or "").split() for leader in leaders}
    firsts = Counter(words[0].casefold() for words in names.values() if words)
    return {
        leader.id: " ".join(words if firsts[words[0].casefold()] > 1 else words[:1])
        if (words := names[leader.id])
        else leader.function or "a leader without a name"
        for leader in leaders
    }

"""Marks that the eight leaders gave: one row per matter, one mark per leader, in the order in which they sit."""

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import ChoiceVote, Dot, Feeling, Rating

LEADERS = tuple(
    f"leader-{role}" for role in ("ceo", "cfo", "cmo", "cto", "coo", "sales", "service", "people")
)
DEPENDS = "it depends"

_RATINGS = {
    "suit": ("4", "4", "3", "4", "4", "5", "3", "4"),
    "choose": ("3", "4", "4", "2", "4", "4", "3", DEPENDS),
    "ready": ("2", "2", "3", "2", DEPENDS, "3", "2", "2"),
    "arrives": ("1", "2", "2", "1", "1", "2", "1", "2"),
    "settles": ("4", "4", "4", "3", "4", "4", "4", DEPENDS),
    "right": ("2", "3", "2", "2", "2", DEPENDS, "1", "2"),
}
# How each stage feels to a gardener, -2 dread to +2 delight.
_FEELINGS = {
    "suit": (1, 1, 2, 0, 1, 2, 0, 1),
    "choose": (0, -2, 1, 0, -1, 2, -1, 0),
    "ready": (-1, -1, 0, -1, -1, 0, -2, -1),
    "arrives": (-2, -2, -1, -2, -2, -1, -2, -2),
    "settles": (1, 0, 2, 1, 1, 1, 1, 1),
    "right": (-2, -1, -2, -2, -2, -1, -2, -2),
}
_CHOICES = {
    "promise": (5, 4, 4, 4, 5, 3, 5, 4),
    "guarantee": (5, 5, 4, 4, 4, 4, 5, 5),
    "newcomers": (5, 5, 3, 4, 4, 3, 5, 4),
    "answer": (5, 3, 4, 4, 4, 4, 5, 5),
    "helpdesk": (5, 4, 4, 5, 4, 3, 5, 4),
    "vans": (5, 3, 4, 4, 5, 4, 5, 5),
    "tied": (4, 3, 4, 4, 3, 2, 4, 5),
}
# Short names of the candidates that got dots. A ballot has a number; whose it was is not written down.
_ON_THE_WALL = {
    "day": "gathered-signal-measure-delivery",
    "right": "gathered-risk-risk-first_call",
    "advice": "gathered-reason-reason-advice",
    "guarantee": "gathered-reason-reason-guarantee",
    "welcome": "gathered-reason-reason-offer",
    "price": "gathered-reason-reason-charge",
    "evening": "gathered-risk-risk-evening",
    "stock": "gathered-risk-risk-stock",
    "designer": "candidate-designer",
    "club": "candidate-club",
}
_BALLOTS = (
    {"day": 2, "right": 1, "advice": 1, "guarantee": 1},
    {"day": 2, "right": 2, "evening": 1},
    {"day": 1, "guarantee": 2, "price": 1, "stock": 1},
    {"day": 1, "welcome": 2, "advice": 1, "evening": 1},
    {"day": 1, "right": 1, "advice": 2, "designer": 1},
    {"day": 1, "guarantee": 1, "welcome": 1, "price": 1, "stock": 1},
    {"day": 1, "right": 2, "guarantee": 1, "evening": 1},
    {"welcome": 1, "advice": 1, "price": 1, "stock": 1, "club": 1},
)


def ratings() -> list[Record]:
    """Whether each leader would count on each stage."""
    return [
        Rating(id=f"rating-{stage}-{leader}", stage=f"stage-{stage}", leader=leader, rating=mark)
        for stage, marks in _RATINGS.items()
        for leader, mark in zip(LEADERS, marks, strict=True)
    ]


def feelings() -> list[Record]:
    """How each leader thinks that each stage feels."""
    return [
        Feeling(id=f"feeling-{stage}-{leader}", stage=f"stage-{stage}", leader=leader, emotion=mark)
        for stage, marks in _FEELINGS.items()
        for leader, mark in zip(LEADERS, marks, strict=True)
    ]


def choice_votes() -> list[Record]:
    """Fist-to-five on each pair of will and will not; one pair is not united."""
    return [
        ChoiceVote(id=f"vote-{choice}-{leader}", choice=f"choice-{choice}", leader=leader, vote=vote)
        for choice, votes in _CHOICES.items()
        for leader, vote in zip(LEADERS, votes, strict=True)
    ]


def dots() -> list[Record]:
    """Eight ballots of five dots each."""
    return [
        Dot(id=f"dot-{ballot}-{name}", ballot=ballot, candidate=_ON_THE_WALL[name], dots=count)
        for ballot, given in enumerate(_BALLOTS, start=1)
        for name, count in given.items()
    ]

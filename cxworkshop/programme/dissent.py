"""Who saw it otherwise, from every place of the day where it is kept, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.leadership import CAN_LIVE_WITH
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.reviews import reviews
from cxworkshop.domain.records import ChoiceVote, Decision, GrowthChoice, Leader, LegacyVote
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import STEPS, pledges, signing
from cxworkshop.programme.say import called, quote

_LAST = ("results", "commitments", "priorities", "leadership")
"""The pages on which something is settled for the weeks that follow."""


@dataclass(frozen=True)
class Dissent:
    """Where somebody sees it otherwise, and in which words."""

    where: str
    words: str


def dissent(workshop: Workshop) -> tuple[Dissent, ...]:
    """Objections to the count and to the plan, votes below three, what was said at reviews, then what decisions keep of it.

    Of the decisions those come first that settle the weeks to come, then the others in the order of the day.
    """
    return (*_objections(workshop), *_votes(workshop), *_reviews(workshop), *_decisions(workshop))


def _objections(workshop: Workshop) -> Iterator[Dissent]:
    """An objection stands on whatever card or plan it was made."""
    for where, given in (("The count", signing.words_given), ("The plan", pledges.words_given)):
        for word in given(workshop):
            if word.objects:
                who, why = _aside(sentence(word.who)), word.row.reason or "without a reason yet"
                yield Dissent(where, f"{who} objects: {why}")


def _votes(workshop: Workshop) -> Iterator[Dissent]:
    """A leader's last vote counts, as on the wall."""
    pairs = {(vote.choice, vote.leader): vote for vote in workshop.all(ChoiceVote) if vote.vote is not None}
    for vote in pairs.values():
        pair = workshop.get(GrowthChoice, vote.choice)
        if pair and vote.vote is not None and vote.vote < CAN_LIVE_WITH:
            what = quote(pair.will or pair.will_not)
            yield Dissent("Will / will not", f"{_fingers(workshop, vote.leader, vote.vote)} for {what}")
    legacy = {vote.leader: vote for vote in workshop.all(LegacyVote) if vote.fingers is not None}
    for one in legacy.values():
        if one.fingers is not None and one.fingers < CAN_LIVE_WITH:
            yield Dissent(
                "Legacy", f"{_fingers(workshop, one.leader, one.fingers)} for the sentence of our legacy"
            )


def _reviews(workshop: Workshop) -> Iterator[Dissent]:
    for one in reviews(workshop):
        if one.dissent:
            yield Dissent(f"Review of {day_label(one.held_on)}" if one.held_on else "Review", one.dissent)


def _decisions(workshop: Workshop) -> Iterator[Dissent]:
    found = [row for row in workshop.all(Decision) if row.dissent]
    order = {key: at for at, key in enumerate(STEPS)}

    def weight(row: Decision) -> tuple[int, int]:
        page = (row.step or "").split(".")[0]
        place = _LAST.index(page) if page in _LAST else len(_LAST)
        return place, order.get(row.step or "", len(order))

    for row in sorted(found, key=weight):
        step = STEPS.get(row.step or "")
        yield Dissent(step.title if step else "A decision", row.dissent or "")


def _fingers(workshop: Workshop, leader: str | None, fingers: int) -> str:
    said = "a closed fist" if not fingers else counted(fingers, "finger")
    return f"{_aside(_who(workshop, leader))} shows {said}"


def _aside(who: str) -> str:
    """A name that brings its function, closed by a comma before what follows."""
    return f"{who}," if "," in who else who


def _who(workshop: Workshop, leader: str | None) -> str:
    found = workshop.get(Leader, leader)
    return called(workshop, found) if found else "A leader who is no longer listed"

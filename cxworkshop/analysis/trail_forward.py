"""What came of a candidate: the room's dots, its verdict, who answers for it, what was told, and what reviews found."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis.clues import Clue, What, cut
from cxworkshop.analysis.dots import open_ballots
from cxworkshop.analysis.findings import counted, figure, quoted, sentence
from cxworkshop.analysis.merged import members
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.scores import STOP
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Commitment, Decision, Message, Progress, Review
from cxworkshop.domain.workshop import Workshop

CHOOSE = "priorities.choose"
SAID = {
    "now": "It begins now",
    "not now": "It does not begin now",
    "stop doing": "We stop doing it",
}


def came_of(workshop: Workshop, candidate: Candidate) -> Iterator[Clue]:
    """What followed from a candidate, in the order of the day; nothing where nothing did."""
    ids = {one.id for one in members(workshop, candidate)}
    yield from _dots(workshop, ids)
    yield from _verdict(workshop, candidate)
    for row in workshop.all(Commitment):
        if row.candidate in ids:
            yield from _commitment(workshop, row)
    for message in workshop.all(Message):
        if message.candidate in ids and message.what:
            whom = f" ({message.audience})" if message.audience else ""
            yield _of(
                message, "promise", "commitments.tell", f"What is told of it{whom}: {cut(message.what)}"
            )
    for found in workshop.all(Progress):
        if found.candidate in ids and found.outcome:
            yield _of(found, "decision", "results.review", _progress(workshop, found))


def _of(row: Record, what: What, step: str, says: str) -> Clue:
    return Clue(what, says, "", step, (row.kind, row.id))


def _dots(workshop: Workshop, ids: set[str]) -> Iterator[Clue]:
    """All ballots' dots together, once they were revealed; a single ballot is never told."""
    given = open_ballots(workshop)
    if not given:
        return
    dots = sum(ballot[id] for ballot in given.values() for id in ids)
    every = sum(ballot.total() for ballot in given.values())
    says = f"{dots:,} of {every:,} dots went to it, on {counted(len(given), 'ballot')}."
    yield Clue("decision", says, "", "priorities.dots", None)


def _verdict(workshop: Workshop, candidate: Candidate) -> Iterator[Clue]:
    said = SAID.get(candidate.verdict or "")
    if said:
        why = f": {cut(candidate.why)}" if candidate.why else "."
        yield _of(candidate, "decision", CHOOSE, f"{said}{why}")
    before = workshop.get(Candidate, candidate.waits_for)
    if before and candidate.verdict != STOP:
        yield _of(
            candidate, "decision", CHOOSE, f"It begins after {quoted(before.name)} is completely improved."
        )
    decided = workshop.get(Decision, CHOOSE)
    if said and decided and decided.decided:
        yield _of(decided, "decision", CHOOSE, f"The room decided: {cut(decided.decided)}")


def _commitment(workshop: Workshop, row: Commitment) -> Iterator[Clue]:
    step = "commitments.own"
    leader = workshop.name_of("leader", row.executive)
    if leader or row.first_action:
        who = f"{leader} answers for it." if leader else "Nobody answers for it yet."
        day = f", by {day_label(row.first_day)}" if row.first_day else ""
        first = f" First{day}: {cut(row.first_action)}" if row.first_action else ""
        yield _of(row, "promise", step, f"{who}{first}")
    if row.outcome:
        yield _of(row, "promise", step, f"What gets better: {cut(row.outcome)}")
    if row.metric and row.target is not None:
        start = "" if row.baseline is None else f"from {figure(row.baseline)} "
        moves = f" The customer number it moves: {row.asset_number}." if row.asset_number else ""
        yield _of(row, "promise", step, f"{sentence(row.metric)}: {start}to {figure(row.target)}.{moves}")


def _progress(workshop: Workshop, row: Progress) -> str:
    review = workshop.get(Review, row.review)
    when = f"After {review.occasion}" if review and review.occasion else "At a review"
    now = f", the measure stands at {figure(row.value)}" if row.value is not None else ""
    why = f" {cut(row.reason)}" if row.reason else ""
    return f"{when}: {row.outcome}{now}.{why}"

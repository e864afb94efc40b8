"""Which priorities go on and which have come to an end, by the last review that spoke of them."""

from __future__ import annotations

from cxworkshop.analysis.reviews import progress_of, reviews
from cxworkshop.domain.records import Candidate, Commitment, Progress
from cxworkshop.domain.records.commit import STATES
from cxworkshop.domain.records.review import OUTCOMES
from cxworkshop.domain.workshop import Workshop

FINISHED, DROPPED = STATES[-1], OUTCOMES[2]


def open_priorities(workshop: Workshop) -> tuple[Candidate, ...]:
    """The chosen priorities that are neither finished nor dropped."""
    return tuple(one for one in workshop.all(Candidate) if one.verdict == "now" and is_open(workshop, one))


def ended(workshop: Workshop) -> tuple[Candidate, ...]:
    """The chosen priorities that were finished, or dropped at the last review that spoke of them."""
    return tuple(
        one for one in workshop.all(Candidate) if one.verdict == "now" and not is_open(workshop, one)
    )


def newest(workshop: Workshop, candidate: str) -> Progress | None:
    """What was told of a priority at the last review that spoke of it."""
    for review in reviews(workshop):
        told = progress_of(workshop, review, candidate)
        if told.outcome or told.value is not None:
            return told
    return None


def is_open(workshop: Workshop, candidate: Candidate) -> bool:
    """Whether a candidate is neither finished nor dropped."""
    state = next((one.state for one in workshop.all(Commitment) if one.candidate == candidate.id), None)
    told = newest(workshop, candidate.id)
    return state != FINISHED and not (told and told.outcome == DROPPED)

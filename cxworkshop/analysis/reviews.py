"""Coming back: which review is which, where each priority stands on its way, and what was kept, slipped or dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.records import Candidate, Commitment, Company, Governance, Progress, Review
from cxworkshop.domain.records.review import OCCASIONS, OUTCOMES
from cxworkshop.domain.values import LAST_DAY
from cxworkshop.domain.workshop import Workshop

_DAYS = {30: OCCASIONS[0], 60: OCCASIONS[1], 90: OCCASIONS[2]}
_NEAR = 15
"""How many days from 30, 60 or 90 a review may lie and still be called so."""
_PARTS = (
    (1 / 10, "a tenth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (1 / 2, "half"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (9 / 10, "nine tenths"),
)
_EXACT = 0.01
_UNIT = re.compile(r"\(([^()\d]{1,12})\)\s*$")


@dataclass(frozen=True)
class Track:
    """Where one priority stands on the way from its baseline to its target, as told at one review."""

    candidate: Candidate
    commitment: Commitment
    progress: Progress
    share: float | None
    """0 at the baseline, 1 at the target, below 0 the wrong way; None while one of the three figures is missing."""
    unit: str


def reviews(workshop: Workshop) -> tuple[Review, ...]:
    """The reviews, the newest first; one without a day counts as the newest."""
    found = workshop.all(Review)
    order = sorted(range(len(found)), key=lambda at: (found[at].held_on or date.max, at), reverse=True)
    return tuple(found[at] for at in order)


def earlier(workshop: Workshop, review: Review) -> tuple[Review, ...]:
    """The reviews before one, the nearest first."""
    found = reviews(workshop)
    places = [one.id for one in found]
    return found[places.index(review.id) + 1 :] if review.id in places else ()


def progress_of(workshop: Workshop, review: Review, candidate: str) -> Progress:
    """What was told of a priority at a review; a blank one, under the id that it will have, where nothing was."""
    found = next(
        (one for one in workshop.all(Progress) if (one.review, one.candidate) == (review.id, candidate)), None
    )
    return found or Progress(id=f"{review.id}.{candidate}", review=review.id, candidate=candidate)


def commitment_of(workshop: Workshop, candidate: str) -> Commitment:
    """What was promised for a priority; a blank one, under the id that the cards give it, where nothing was."""
    found = next((one for one in workshop.all(Commitment) if one.candidate == candidate), None)
    return found or Commitment(id=candidate, candidate=candidate)


def reviewed(workshop: Workshop, review: Review) -> tuple[Candidate, ...]:
    """The priorities that a review asks about: those chosen, then those of which it told before they were taken off."""
    now = chosen(workshop)
    told = {one.candidate for one in workshop.all(Progress) if one.review == review.id}
    picked = {one.id for one in now}
    return (*now, *(one for one in workshop.all(Candidate) if one.id in told - picked))


def tracks(workshop: Workshop, review: Review) -> tuple[Track, ...]:
    """Every priority of a review with its promise and what was told of it."""
    return tuple(_track(workshop, review, one) for one in reviewed(workshop, review))


def _track(workshop: Workshop, review: Review, candidate: Candidate) -> Track:
    made, told = commitment_of(workshop, candidate.id), progress_of(workshop, review, candidate.id)
    unit = _UNIT.search(made.metric or "")
    return Track(
        candidate,
        made,
        told,
        share_of(made.baseline, told.value, made.target),
        unit.group(1).strip() if unit else "",
    )


def share_of(baseline: float | None, value: float | None, target: float | None) -> float | None:
    """How much of the way from baseline to target is done, whichever way it leads; None without a way or a value."""
    if baseline is None or value is None or target is None or baseline == target:
        return None
    return (value - baseline) / (target - baseline)


def standing(track: Track) -> str:
    """Where a measure stands, in words: `94.1 %, from 88 to 97: two thirds of the way`."""
    begun, now, goal = track.commitment.baseline, track.progress.value, track.commitment.target
    if now is None:
        return "not measured at this review"
    where = figure(now) + (f" {track.unit}" if track.unit else "")
    if begun is None and goal is None:
        return f"{where}; nobody wrote where it began or where it should end"
    if begun is None:
        return f"{where}, the target is {figure(goal or 0)}; nobody wrote where it began"
    if goal is None:
        return f"{where}, from {figure(begun)}; there is no target"
    if track.share is None:
        return f"{where}; it began at its target of {figure(goal)}"
    return f"{where}, from {figure(begun)} to {figure(goal)}: {way(track.share)}"


def way(share: float) -> str:
    """A share of the way in words: `half of the way`, `about a third of the way`, `past the target`, `the wrong way`."""
    if share < 0:
        return "the wrong way"
    if share == 0:
        return "where it began"
    if share == 1:
        return "the target is reached"
    if share > 1:
        return "past the target"
    part, words = min(_PARTS, key=lambda one: abs(one[0] - share))
    if share < 0.05:
        return "hardly begun"
    if share > 0.95:
        return "almost there"
    return f"{'' if abs(part - share) <= _EXACT else 'about '}{words} of the way"


def tally(told: Sequence[Progress]) -> dict[str, int]:
    """How many commitments were kept, slipped and dropped, in this order, none left out."""
    found = Counter(one.outcome for one in told)
    return {outcome: found[outcome] for outcome in OUTCOMES}


def occasion_for(workshop: Workshop, on: date) -> str:
    """Which of 30, 60 or 90 days after the workshop a day is nearest to; another day where it is near none of them."""
    held = workshop.one(Company).held_on
    if held is None:
        return OCCASIONS[3]
    since = (on - held).days
    nearest = min(_DAYS, key=lambda days: abs(days - since))
    return _DAYS[nearest] if abs(nearest - since) <= _NEAR else OCCASIONS[3]


def planned(workshop: Workshop) -> tuple[date, ...]:
    """The days on which this workshop is to be looked at again, as its chosen commitments, meetings and reviews say."""
    picked = {one.id for one in chosen(workshop)}
    days = {one.review_day for one in workshop.all(Commitment) if one.candidate in picked}
    days |= {workshop.one(Governance).next_meeting, *(one.next_on for one in workshop.all(Review))}
    return tuple(sorted(day for day in days if day))


def next_after(workshop: Workshop, on: date) -> date | None:
    """The day to look again that is proposed on a day: the next one planned, else the next of 30, 60, 90 days, else 90 on."""
    held = workshop.one(Company).held_on
    days = [*planned(workshop)] or [held + timedelta(days=each) for each in _DAYS if held]
    later = next((day for day in days if day > on), on + timedelta(days=90))
    return later if later <= LAST_DAY else None

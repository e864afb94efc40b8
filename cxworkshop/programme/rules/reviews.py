"""When a review is whole, and what it found of the commitments."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, listed
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.review_count import counted_at
from cxworkshop.analysis.reviews import planned, reviews, tally, tracks
from cxworkshop.domain.records import Progress, Review
from cxworkshop.domain.records.review import OUTCOMES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.review_count import moved_says
from cxworkshop.programme.say import blanks, lacking, named, told

_KEPT, _SLIPPED, _DROPPED = OUTCOMES


def review_missing(workshop: Workshop) -> str | None:
    """Nothing while no review is begun; then an outcome for each, reasons, the count anew, and the next day."""
    found = reviews(workshop)
    if not chosen(workshop) and not found:
        return "There is nothing to look at again yet: choose priorities and commit to them first."
    if not found:
        return None
    review = found[0]
    every = tracks(workshop, review)
    without = [one.candidate for one in every if not one.progress.outcome]
    silent = [
        one.candidate
        for one in every
        if one.progress.outcome in (_SLIPPED, _DROPPED) and not one.progress.reason
    ]
    undated = [
        one.candidate for one in every if one.progress.outcome == _SLIPPED and not one.progress.next_day
    ]
    figures = blanks(workshop, review, ("opening", "new", "lapsed"))
    return told(
        "The day of the review is blank." if not review.held_on else None,
        lacking(named(workshop, without), "priority has no outcome", "priorities have no outcome"),
        lacking(
            named(workshop, silent),
            "commitment slipped or was dropped without a reason",
            "commitments slipped or were dropped without a reason",
        ),
        lacking(
            named(workshop, undated),
            "commitment slipped without a new day",
            "commitments slipped without a new day",
        ),
        lacking(
            figures,
            "figure of the count anew is blank, and nothing says why",
            "figures of the count anew are blank, and nothing says why",
        )
        if not review.uncounted
        else None,
        "The day on which you look again is blank." if not review.next_on else None,
    )


def review_says(workshop: Workshop) -> str:
    """The newest review in customers and commitments; before the first, when it is due."""
    found = reviews(workshop)
    if not found:
        days = planned(workshop)
        if not days:
            return "The first review stands here: what became of each commitment, and how the count moved."
        return f"The first review is due on {day_label(days[0])}: what became of each commitment, and how the count moved."
    review = found[0]
    counted_anew = counted_at(review)
    return (
        told(
            moved_says(workshop, review) if counted_anew else None,
            outcomes_says(workshop, review),
        )
        or "Nothing was told at this review yet."
    )


def outcomes_says(workshop: Workshop, review: Review) -> str | None:
    """How many commitments were kept, slipped and dropped; None while nobody has said of any."""
    every = tracks(workshop, review)
    found = tally([one.progress for one in every])
    said = sum(found.values())
    if not said:
        return None
    parts = [
        counted(
            found[outcome],
            f"was {outcome}" if outcome != _SLIPPED else outcome,
            f"were {outcome}" if outcome != _SLIPPED else outcome,
        )
        for outcome in OUTCOMES
        if found[outcome]
    ]
    rest = len(every) - said
    open_ = f"; {counted(rest, 'is', 'are')} not told yet" if rest else ""
    return f"Of {counted(len(every), 'commitment')}, {listed(parts)}{open_}."


def on_the_way_says(workshop: Workshop, review: Review) -> str | None:
    """How many measures moved towards their target, reached it, or went the wrong way; None where none was taken."""
    known = [one.share for one in tracks(workshop, review) if one.share is not None]
    if not known:
        return None
    reached, wrong = sum(one >= 1 for one in known), sum(one < 0 for one in known)
    forward = sum(0 < one < 1 for one in known)
    parts = [
        counted(reached, "has reached its target", "have reached their targets") if reached else "",
        counted(forward, "is on its way", "are on their way") if forward else "",
        counted(wrong, "went the wrong way", "went the wrong way") if wrong else "",
        counted(still, "stands where it began", "stand where they began")
        if (still := len(known) - reached - forward - wrong)
        else "",
    ]
    return f"Of {counted(len(known), 'measure')}, {listed([one for one in parts if one])}."


def unsaid(progress: Progress) -> bool:
    """Whether something of a priority is still to be told at its review."""
    return not progress.outcome or (progress.outcome != _KEPT and not progress.reason)

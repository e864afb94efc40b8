"""What is known of one stage beside its story: who said what, how it feels, what it is worth, and who left over it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.listening import Heard, heard
from cxworkshop.analysis.reasons import AWAY, top_five
from cxworkshop.analysis.risk import pipeline
from cxworkshop.domain.records import Reason, Story, Touchpoint
from cxworkshop.domain.workshop import Workshop

FEELINGS = {-2: "angry", -1: "unhappy", 0: "neutral", 1: "pleased", 2: "delighted"}


def quotes(workshop: Workshop, stage_id: str) -> tuple[Heard, ...]:
    """What was said in a stage, in customers' words, what most people said first."""
    said = [one for one in heard(workshop) if one.stage and one.stage.id == stage_id and one.row.quote]
    return tuple(sorted(said, key=lambda one: -one.voices))


def feeling(found: Iterable[Heard]) -> float | None:
    """The mean feeling of voices, -2 angry to +2 delighted, each voice once; None where no row says how they felt."""
    felt = [(one.row.sentiment, one.voices) for one in found if one.row.sentiment is not None]
    return sum(mood * voices for mood, voices in felt) / sum(voices for _, voices in felt) if felt else None


def felt(mean: float) -> str:
    """A mean feeling in a word; around nothing it is `mixed`, for a mean cannot tell neutral from both."""
    nearest = math.floor(mean + 0.5)
    return FEELINGS[max(-2, min(2, nearest))] if nearest else "mixed"


def at_stake(workshop: Workshop, stage_id: str) -> float | None:
    """The value at risk at the moments of a stage, added up: an upper bound; None where none is worked out."""
    values = [
        one.value
        for one in pipeline(workshop)
        if (stage := stage_of(workshop, None, one.touchpoint)) and stage.id == stage_id
    ]
    return math.fsum(values) if values else None


def reasons_here(workshop: Workshop, stage_id: str) -> tuple[Reason, ...]:
    """The top reasons to leave, or to buy or use less, that lie at a moment of this stage."""
    return tuple(
        place.reason
        for place in top_five(workshop)
        if place.reason.direction in AWAY
        and (stage := stage_of(workshop, None, place.reason.touchpoint))
        and stage.id == stage_id
    )


def unheard_reasons(workshop: Workshop) -> tuple[Reason, ...]:
    """The top reasons to leave, or to buy or use less, at whose moment nobody has been heard to complain.

    None before anybody has been heard at all.
    """
    said = heard(workshop)
    sore = {one.row.touchpoint for one in said if (one.row.sentiment or 0) < 0}
    return tuple(
        place.reason
        for place in top_five(workshop)
        if said
        and place.reason.direction in AWAY
        and workshop.get(Touchpoint, place.reason.touchpoint)
        and place.reason.touchpoint not in sore
    )


def story_of(workshop: Workshop, stage_id: str) -> Story | None:
    """The story of a stage: of several, the first in which something is told."""
    told = [one for one in workshop.all(Story) if one.stage == stage_id]
    return next((one for one in told if one.story), told[0] if told else None)

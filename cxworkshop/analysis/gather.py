"""Candidates that gather themselves from the gaps of the earlier pages, each traceable to the row it came from."""

from __future__ import annotations

from cxworkshop.analysis.causes import heard_twice, rules_to_end, shrinking_segments, top_reasons
from cxworkshop.analysis.gaps import deaf_stages, unowned_stages, unreliable_stages
from cxworkshop.analysis.moments import failing_moments
from cxworkshop.analysis.promises import misread_counts, missing_standards
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop


def gathered(workshop: Workshop) -> tuple[Candidate, ...]:
    """Candidates found in the workshop's own records, in the order of the day; none in an empty workshop.

    The same records always give the same ids in the same order, so that a kept candidate is never gathered twice.
    What a failing moment already explains is not gathered again from voices and ratings: near-duplicates split dots.
    """
    moments = failing_moments(workshop)
    touchpoints = {one.touchpoint for one in moments if one.touchpoint}
    stages = {one.stage for one in moments if one.stage}
    return (
        *misread_counts(workshop),
        *shrinking_segments(workshop),
        *top_reasons(workshop),
        *unowned_stages(workshop),
        *deaf_stages(workshop),
        *heard_twice(workshop, touchpoints),
        *moments,
        *unreliable_stages(workshop, stages),
        *missing_standards(workshop),
        *rules_to_end(workshop),
    )

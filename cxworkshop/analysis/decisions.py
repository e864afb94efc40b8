"""What was decided aloud, and which of it the leaders would not do to their own mothers."""

from __future__ import annotations

from cxworkshop.domain.records import Decision
from cxworkshop.domain.workshop import Workshop


def decided(workshop: Workshop) -> tuple[Decision, ...]:
    """The decisions that are written down, in the order written."""
    return tuple(one for one in workshop.all(Decision) if one.decided)


def against_our_mothers(workshop: Workshop) -> tuple[Decision, ...]:
    """The decisions for which the mother question was answered with no. Source: docs/method.md 4, rows 36 and 57."""
    return tuple(one for one in decided(workshop) if one.mother is False)


def not_asked(workshop: Workshop) -> tuple[Decision, ...]:
    """The decisions for which nobody has answered the mother question."""
    return tuple(one for one in decided(workshop) if one.mother is None)

"""Slips without a name: how many are in, and whether the room has opened them together."""

from __future__ import annotations

from cxworkshop.domain.records import Reveal, Slip
from cxworkshop.domain.workshop import Workshop

ENOUGH = 3
"""Answers without a name that must be in before anything about them is said."""


def slips_in(workshop: Workshop) -> tuple[Slip, ...]:
    """The slips that were handed in with an answer on them, open or not: to be counted, never to be told."""
    return tuple(slip for slip in workshop.all(Slip) if slip.filled)


def slips_open(workshop: Workshop) -> bool:
    """Whether the room has revealed the slips and three or more are in."""
    return bool(workshop.one(Reveal).slips) and len(slips_in(workshop)) >= ENOUGH


def open_slips(workshop: Workshop) -> tuple[Slip, ...]:
    """The slips that may be told of; none before they are revealed together."""
    return slips_in(workshop) if slips_open(workshop) else ()

"""The log of decisions: in the order of the day, and how many of them you would do to your own mothers."""

from __future__ import annotations

from cxworkshop.analysis.decisions import against_our_mothers, decided, not_asked
from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.domain.records import Decision
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import STEPS

QUESTION = "Would we do this to our mothers?"


def in_order(workshop: Workshop) -> tuple[Decision, ...]:
    """The decisions of the steps in the order of the day, then those that belong to no step, as they were written.

    One that belongs to no step stays in sight while its sentence is being written anew.
    """
    order = {key: place for place, key in enumerate(STEPS)}
    found = [one for one in workshop.all(Decision) if one.decided or (one.step not in order and one.filled)]
    return tuple(sorted(found, key=lambda one: order.get(one.step or "", len(order))))


def log_says(workshop: Workshop) -> str:
    """How many decisions there are, how many were answered with no, and how many nobody was asked about."""
    found, noes, open_ones = decided(workshop), against_our_mothers(workshop), not_asked(workshop)
    if not found:
        return "Nothing has been decided yet. Each step ends with a decision; it will stand here."
    said = sentence(f"{counted(len(found), 'decision')}.")
    if noes:
        said += f" {sentence(counted(len(noes), 'of them', 'of them'))} you would not do to your own mothers."
    if len(open_ones) == len(found):
        return f"{said} The mother question has not been asked yet."
    if open_ones:
        return f"{said} The mother question is still open for {in_words(len(open_ones))}."
    return said if noes else f"{said} All of it you would do to your own mothers."

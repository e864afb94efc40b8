"""A soft cap on priority moments: how many of the few are taken, which are over, and the rest parked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.analysis.findings import counted, in_words, listed, quoted, sentence
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop

MOST, EACH = 10, 2
"""Ten priority moments in all and two a stage (OD: the day ends with five to ten priorities, which these become; more
than two in one stage mean that the stage itself is the priority). The cap warns and never refuses."""


@dataclass(frozen=True)
class Cap:
    """Priority moments, those that are none and not parked yet, the parked ones, and stages with more than two."""

    chosen: tuple[Touchpoint, ...]
    open: tuple[Touchpoint, ...]
    parked: tuple[Touchpoint, ...]
    full: tuple[tuple[Stage, int], ...]


def cap(workshop: Workshop) -> Cap:
    """Where the priorities stand against the cap, in the order of the map; moments without a name count only once named."""
    moments = [
        one
        for stage in (*ordered_stages(workshop), None)
        for one in touchpoints_of(workshop, stage.id if stage else None)
        if one.name
    ]
    chosen = tuple(one for one in moments if one.priority)
    counts = Counter(one.stage for one in chosen)
    return Cap(
        chosen=chosen,
        open=tuple(one for one in moments if not one.priority and not one.parked),
        parked=tuple(one for one in moments if one.parked and not one.priority),
        full=tuple(
            (stage, counts[stage.id]) for stage in ordered_stages(workshop) if counts[stage.id] > EACH
        ),
    )


def cap_says(workshop: Workshop) -> str:
    """How many of the ten are taken, how many wait and how many are parked."""
    found = cap(workshop)
    said = f"{sentence(counted(len(found.chosen), 'moment is a priority', 'moments are priorities'))}, of {MOST} at most"
    rest = []
    if found.open:
        rest.append(f"{in_words(len(found.open))} neither chosen nor parked")
    if found.parked:
        rest.append(f"{in_words(len(found.parked))} parked")
    return f"{said}; {listed(rest)}." if rest else f"{said}."


def over(workshop: Workshop) -> list[str]:
    """What is over the cap, a sentence each; nothing where nothing is."""
    found = cap(workshop)
    said = []
    if len(found.chosen) > MOST:
        extra = [quoted(one.name or "—") for one in found.chosen[MOST:]]
        said.append(
            f"{sentence(in_words(len(extra)))} over ten, counted along the map: {listed(extra)}. Which can wait?"
        )
    said += [
        f"{quoted(stage.name or '—')} has {in_words(count)} priorities, over two: which two decide?"
        for stage, count in found.full
    ]
    return said


def rest_parked(workshop: Workshop) -> Batch:
    """Every moment that is neither a priority nor parked becomes parked, in one change."""
    waiting = cap(workshop).open
    name = f"{counted(len(waiting), 'moment')} parked"
    return Batch(tuple(Put(one.kind, one.id, {"parked": True}) for one in waiting), name)


def brought_back(workshop: Workshop, moment_id: str) -> Batch:
    """A parked moment taken back among those that wait to be chosen."""
    name = workshop.name_of(Touchpoint.kind, moment_id)
    return Batch((Put(Touchpoint.kind, moment_id, {"parked": False}),), f"{quoted(name)} brought back")

"""Ideas beyond reliable: the step of development that each has reached, and whether its moment is reliable first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.opinions import reliability
from cxworkshop.domain.records import Development
from cxworkshop.domain.workshop import Workshop

Ground = Literal["reliable", "not reliable", "doubted", "not said"]


@dataclass(frozen=True)
class Idea:
    """An idea and what it rests on: `doubted` where its author calls the moment reliable and the leaders' marks do not."""

    record: Development
    ground: Ground


def ideas(workshop: Workshop) -> tuple[Idea, ...]:
    """Every named idea, as entered."""
    marks = {one.stage.id: one.reliable for one in reliability(workshop)}
    found = []
    for row in workshop.all(Development):
        if not row.name:
            continue
        stage = stage_of(workshop, None, row.touchpoint)
        marked = marks.get(stage.id) if stage else None
        ground: Ground = "not said"
        if row.earned is False or (row.earned is None and marked is False):
            ground = "not reliable"
        elif row.earned:
            ground = "doubted" if marked is False else "reliable"
        found.append(Idea(row, ground))
    return tuple(found)

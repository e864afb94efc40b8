"""Which candidates are one thing under several names, and the one that stands for all of them."""

from __future__ import annotations

from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop


def stands_for(workshop: Workshop) -> dict[str, str]:
    """For each candidate that the room wrote or kept, the id of the one that stands on the wall for it: often itself.

    A into B into C stands as C. In a circle, which only an edited workbook can make, the first of the wall stays, so
    that no candidate is ever lost. A reference to nothing stands alone.
    """
    kept = {one.id: one for one in workshop.all(Candidate)}
    place = {id: number for number, id in enumerate(kept)}
    found: dict[str, str] = {}
    for id in kept:
        path = [id]
        while (into := kept[path[-1]].merged_into) in kept and into not in path and into not in found:
            path.append(into)
        if into in found:
            last = found[into]
        elif into in path:
            last = min(path[path.index(into) :], key=lambda one: place[one])
        else:
            last = path[-1]
        found |= dict.fromkeys(path, last)
    return found


def on_the_wall(workshop: Workshop) -> tuple[Candidate, ...]:
    """The candidates that the room wrote or kept and that stand for themselves, in order."""
    standing = stands_for(workshop)
    return tuple(one for one in workshop.all(Candidate) if standing[one.id] == one.id)


def members(workshop: Workshop, candidate: Candidate) -> tuple[Candidate, ...]:
    """A candidate as it stands, then those that were merged into it, in order."""
    standing = stands_for(workshop)
    rest = (one for one in workshop.all(Candidate) if standing[one.id] == candidate.id != one.id)
    return (candidate, *rest)

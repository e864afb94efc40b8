"""What could become a priority: what the room wrote or kept, and what still waits to be taken up."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.gather import gathered
from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.together import functions_of
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop


def candidates(workshop: Workshop) -> tuple[Candidate, ...]:
    """Those that the room wrote or kept and that stand for themselves, then those gathered and not kept yet."""
    return (*on_the_wall(workshop), *waiting(workshop))


def waiting(workshop: Workshop) -> tuple[Candidate, ...]:
    """What was gathered from the earlier pages and that the room has neither kept nor answered under another name."""
    kept = workshop.all(Candidate)
    ids = {candidate.id for candidate in kept}
    return tuple(one for one in gathered(workshop) if one.id not in ids and not _covered(one, kept))


def one_silo(workshop: Workshop, candidate: Candidate) -> bool:
    """Whether it takes fewer than two functions, with all that was merged into it."""
    return len(functions_of(workshop, candidate)) < 2


def _covered(one: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a kept candidate answers for the same moment: from another page, or from the same one by its measure.

    Two reasons or two complaints about one moment are different things, so neither covers the other.
    """
    page = page_of(one)
    return one.touchpoint is not None and any(
        other.origin
        and other.touchpoint == one.touchpoint
        and (page == "reliability" or page_of(other) != page)
        for other in kept
    )


def page_of(candidate: Candidate) -> str:
    """The page that it was gathered from; empty where it was typed."""
    return (candidate.origin or "").split(".")[0]

"""What could become a priority, and what it is worth against what it takes."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.gather import gathered
from cxworkshop.analysis.risk import at_risk
from cxworkshop.analysis.risk_overlap import whole
from cxworkshop.domain.records import Candidate, Risk, Stage
from cxworkshop.domain.workshop import Workshop


def candidates(workshop: Workshop) -> tuple[Candidate, ...]:
    """Those that the room wrote or kept, then those gathered from the earlier pages and not kept yet."""
    kept = workshop.all(Candidate)
    ids = {candidate.id for candidate in kept}
    return (*kept, *(one for one in gathered(workshop) if one.id not in ids and not _covered(one, kept)))


def value_of(workshop: Workshop, candidate: Candidate) -> float | None:
    """A year's value at risk: the candidate's own, or that of its touchpoint, nobody counted twice; None where neither is known."""
    if candidate.value is not None:
        return candidate.value
    rows = [
        risk for risk in workshop.all(Risk) if risk.touchpoint and risk.touchpoint == candidate.touchpoint
    ]
    found = [one for risk in rows if (one := at_risk(workshop, risk))]
    return whole(workshop, found).once.value if found else None


def score(workshop: Workshop, candidate: Candidate) -> float | None:
    """Money a year per person-month: value at risk × confidence ÷ effort; None while any is blank.

    Source: docs/method.md 1.7.
    """
    value = value_of(workshop, candidate)
    if value is None or candidate.confidence is None or not candidate.effort:
        return None
    return value * float(candidate.confidence) / candidate.effort


def one_silo(workshop: Workshop, candidate: Candidate) -> bool:
    """Whether fewer than two functions are named, by the candidate or, where it names none, by its stage."""
    stage = workshop.get(Stage, candidate.stage)
    named = candidate.functions or (stage.functions if stage else ())
    return len({name.casefold() for name in named}) < 2


def _covered(one: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a kept candidate answers for the same moment: from another page, or from the same one by its measure.

    Two reasons or two complaints about one moment are different things, so neither covers the other.
    """
    page = _page(one)
    return one.touchpoint is not None and any(
        other.origin
        and other.touchpoint == one.touchpoint
        and (page == "reliability" or _page(other) != page)
        for other in kept
    )


def _page(candidate: Candidate) -> str:
    return (candidate.origin or "").split(".")[0]

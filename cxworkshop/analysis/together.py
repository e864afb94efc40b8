"""What a candidate takes, reaches and is worth with all that was merged into it: nothing lost, nobody counted twice."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.customer_values import population
from cxworkshop.analysis.findings import customers, money
from cxworkshop.analysis.merged import members
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.risk import at_risk
from cxworkshop.analysis.risk_overlap import whole
from cxworkshop.domain.records import Candidate, Risk, Stage
from cxworkshop.domain.workshop import Workshop


def functions_of(workshop: Workshop, candidate: Candidate) -> tuple[str, ...]:
    """The functions it takes: its own, or where it names none its stage's, and those of what was merged into it.

    Capitals make no second function.
    """
    found: dict[str, str] = {}
    for one in members(workshop, candidate):
        stage = workshop.get(Stage, one.stage)
        for name in one.functions or (stage.functions if stage else ()):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def value_of(workshop: Workshop, candidate: Candidate) -> float | None:
    """A year's value at risk, nobody counted twice; None where nothing is known.

    Alone, it is the candidate's own, or that of its moment. With others merged into it, their moments are taken together
    as one population (docs/method.md 3.1). A value that somebody typed says nothing of whom it shares with another, so
    the larger counts and nothing is added up.
    """
    everyone = members(workshop, candidate)
    typed = [one.value for one in everyone if one.value is not None]
    moments = _moments(workshop, [one for one in everyone if one.value is None])
    return max([*typed, *([] if moments is None else [moments])], default=None)


def reach_of(workshop: Workshop, candidate: Candidate) -> int | None:
    """Customers a year whom it touches: as typed, or else those who meet its moments; None where nobody knows.

    Those of one group who meet two of its moments are the same people, so the larger number counts; groups add up,
    unless some figures are about everybody, who hold every group.
    """
    if candidate.reach is not None:
        return candidate.reach
    groups: dict[str, int] = {}
    for risk in _risks(workshop, members(workshop, candidate)):
        if risk.customers is not None:
            group = population(risk)
            groups[group] = max(groups.get(group, 0), risk.customers)
    everybody = groups.pop("", 0)
    return max(everybody, sum(groups.values())) if groups or everybody else None


def evidence(workshop: Workshop, candidate: Candidate) -> str:
    """Whom it reaches in whole customers and what is at risk, as far as known: `12,000 guests a year meet it · ...`."""
    worth, reach = value_of(workshop, candidate), reach_of(workshop, candidate)
    facts = [
        *([f"{people(reach, customers(workshop))} a year meet it"] if reach else []),
        *([f"{money(workshop, worth)} a year at risk"] if worth else []),
    ]
    return " · ".join(facts)


def _moments(workshop: Workshop, candidates: Sequence[Candidate]) -> float | None:
    """The value at risk of the moments of some candidates together; None without figures."""
    found = [one for risk in _risks(workshop, candidates) if (one := at_risk(workshop, risk))]
    return whole(workshop, found).once.value if found else None


def _risks(workshop: Workshop, candidates: Sequence[Candidate]) -> list[Risk]:
    moments = {one.touchpoint for one in candidates if one.touchpoint}
    return [risk for risk in workshop.all(Risk) if risk.touchpoint in moments]

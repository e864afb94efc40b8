"""Moments that fail, that cost customers, that nobody measures or that promise nothing: one candidate for each, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.findings import counted, customers, figure, listed, money, quoted, sure
from cxworkshop.analysis.gathering import candidate
from cxworkshop.analysis.risk import AtRisk, moments, pipeline
from cxworkshop.analysis.signals import RECENT, misses_standard, of_measure, recent_average
from cxworkshop.domain.records import Candidate, Measure, Touchpoint
from cxworkshop.domain.workshop import Workshop


class Found(NamedTuple):
    """One thing known of a moment: what and which row says it, on which step, and the two sentences for it."""

    source: tuple[str, str]
    step: str
    name: str
    because: str
    worse: bool = False


def failing_moments(workshop: Workshop) -> tuple[Candidate, ...]:
    """One candidate for each moment in the order of the map, then one for each failing measure of no known moment.

    It is named after the strongest of what is known: a measure that gets worse, a value at risk, a measure that misses
    its standard, that nothing measures it, that it is measured against no standard.
    """
    measures: dict[str | None, list[Measure]] = {}
    for measure in workshop.all(Measure):
        known = workshop.get(Touchpoint, measure.touchpoint)
        measures.setdefault(known.id if known else None, []).append(measure)
    risks: dict[str | None, list[AtRisk]] = {}
    for at_risk in pipeline(workshop):
        risks.setdefault(at_risk.touchpoint, []).append(at_risk)
    gathered: list[Candidate] = []
    for moment in moments(workshop):
        if moment.name:
            failing = tuple(_failing(workshop, measures.get(moment.id, ()), moment.name))
            found = [
                *(one for one in failing if one.worse),
                *_costly(workshop, risks.get(moment.id, ()), moment.name),
                *(one for one in failing if not one.worse),
                *_unmeasured(measures.get(moment.id, ()), moment),
                *_unpromised(measures.get(moment.id, ()), moment),
            ]
            gathered += _one(workshop, found, moment)
    for measure in measures.get(None, ()):
        gathered += _one(workshop, list(_failing(workshop, [measure], measure.name or "")), None)
    return tuple(gathered)


def _one(workshop: Workshop, found: list[Found], moment: Touchpoint | None) -> Iterator[Candidate]:
    if found:
        yield candidate(
            workshop,
            found[0].source,
            found[0].step,
            found[0].name,
            " ".join(one.because for one in found),
            stage=stage_of(workshop, None, moment.id) if moment else None,
            touchpoint=moment,
        )


def _failing(workshop: Workshop, measures: Sequence[Measure], moment: str) -> Iterator[Found]:
    """Measures that are getting worse, or whose recent average misses what was promised."""
    for measure in measures:
        chart = of_measure(workshop, measure)
        if not chart or not moment or chart.state == "early":
            continue
        because = [chart.verdict] if chart.state == "worse" else []
        if misses_standard(measure, chart):
            unit = f" {measure.unit}" if measure.unit else ""
            span = counted(min(RECENT, len(chart.values)), chart.step)
            because.append(
                f"The average of the last {span} is {figure(recent_average(chart))}{unit}; "
                f"we promise {figure(measure.standard or 0)}{unit}."
            )
        if because:
            name = f"{quoted(moment)} goes as promised, every time"
            yield Found(
                ("signal", measure.id), "reliability.signals", name, " ".join(because), chart.state == "worse"
            )


def _costly(workshop: Workshop, risks: Sequence[AtRisk], moment: str) -> Iterator[Found]:
    """What the moment costs in whole customers, then in money."""
    for found in risks:
        if round(found.defectors) < 1:
            continue
        facts = [
            f"It fails for {round(found.failed):,} of {found.met:,} {customers(workshop)} a year",
            f"{round(found.rescued):,} {'is' if round(found.rescued) == 1 else 'are'} rescued",
            f"{round(found.defectors):,} {'leaves' if round(found.defectors) == 1 else 'leave'}, "
            f"worth {money(workshop, found.value)}",
        ]
        name = f"Fewer people leave after {quoted(moment)}"
        yield Found(
            ("risk", found.row.id), "reliability.risk", name, f"{listed(facts)}{sure(found.row.evidence)}."
        )


def _unmeasured(measures: Sequence[Measure], moment: Touchpoint) -> Iterator[Found]:
    """A priority moment without a named measure."""
    if moment.priority and not any(measure.name for measure in measures):
        yield Found(
            ("measure", moment.id),
            "reliability.measures",
            f"We notice before the customer does when {quoted(moment.name)} goes wrong",
            "It is one of the few moments that decide, and nothing measures it: customers would tell us first.",
        )


def _unpromised(measures: Sequence[Measure], moment: Touchpoint) -> Iterator[Found]:
    """A priority moment that is measured, and of which nobody has said what we promise."""
    named = [measure for measure in measures if measure.name]
    if moment.priority and named and all(measure.standard is None for measure in named):
        yield Found(
            ("standard", moment.id),
            "reliability.measures",
            f"We say what anybody can count on in {quoted(moment.name)}",
            f"{quoted(named[0].name)} is measured and has no standard: nobody can tell a good day from a bad one.",
        )

"""When the early warning holds: a measure for every priority moment, a series, the money, the ratings."""

from __future__ import annotations

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.analysis.findings import counted, customers, listed, money, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.opinions import reliability
from cxworkshop.analysis.risk import at_risk, pipeline
from cxworkshop.analysis.risk import lacking as lacking_sums
from cxworkshop.analysis.risk_words import moment_name, together
from cxworkshop.analysis.signals import of_measure
from cxworkshop.analysis.verdicts import USABLE
from cxworkshop.domain.records import Development, Measure, Rating, Reading, Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import (
    blanks,
    called,
    lacking,
    lacks,
    named,
    present,
    several,
    share,
    told,
    written,
)

_WARNING = ("name", "standard", "owner", "trigger", "rescue")
_RISKS = 3


def measures_missing(workshop: Workshop) -> str | None:
    """For every priority moment a measure with standard, owner, trigger and rescue."""
    moments = _priorities(workshop)
    if not moments:
        return "No moment is marked as a priority on the map yet, so there is nothing to measure."
    measures = workshop.all(Measure)
    nothing, halves = [], []
    for moment in moments:
        own = [one for one in measures if one.touchpoint == moment.id]
        nearest = min(own, key=lambda one: len(blanks(workshop, one, _WARNING)), default=None)
        if nearest is None:
            nothing.append(moment)
        elif gaps := lacks(workshop, nearest, _WARNING, named(workshop, [moment])[0]):
            halves.append(gaps)
    return told(
        lacking(
            named(workshop, nothing), "priority moment has no measure", "priority moments have no measure"
        ),
        lacking(halves, "measure is not yet a warning", "measures are not yet a warning"),
    )


def measures_says(workshop: Workshop) -> str:
    """How many priority moments would warn you."""
    moments = _priorities(workshop)
    if not moments or not written(workshop, Measure):
        return "Each priority moment appears here with its standard, who is woken by what, and the rescue."
    ready = {one.touchpoint for one in workshop.all(Measure) if not blanks(workshop, one, _WARNING)}
    warned = sum(moment.id in ready for moment in moments)
    said = sentence(f"{share(warned, len(moments), 'priority moment', 'warns', 'warn')} you in time")
    return f"{said}; at the rest, customers tell you first." if warned < len(moments) else f"{said}."


def signals_missing(workshop: Workshop) -> str | None:
    """At least one measure with a series of six readings."""
    measures = written(workshop, Measure)
    if not measures:
        return "There is no measure yet whose readings could be entered."
    longest = max(_points(workshop, measure) for measure in measures)
    if longest >= USABLE:
        return None
    return sentence(
        f"no measure has a readable series yet: the longest has {counted(longest, 'reading')}, and "
        f"{counted(USABLE - longest, 'more is', 'more are')} needed."
    )


def signals_says(workshop: Workshop) -> str:
    """What the charts say, those that are getting worse first."""
    charts = [found for measure in workshop.all(Measure) if (found := of_measure(workshop, measure))]
    if not charts:
        return "A chart of each measure appears here: what varies by chance, and what tells of a change."
    first = {"worse": 0, "changed": 1, "better": 2, "past": 3}
    ranked = sorted(charts, key=lambda found: first.get(found.state, 4))
    return told(*(found.verdict for found in ranked[:3])) or ""


def risk_missing(workshop: Workshop) -> str | None:
    """The value at risk of three priority moments, or all where there are fewer; no row half filled."""
    moments = _priorities(workshop)
    if not moments:
        return "No moment is marked as a priority on the map yet, so nothing can be put at risk."
    rows = written(workshop, Risk)
    priced = {row.touchpoint for row in rows if at_risk(workshop, row)}
    short = min(_RISKS, len(moments)) - sum(moment.id in priced for moment in moments)
    halves = [
        f"{moment_name(workshop, one.touchpoint)} (nobody has said {listed(one.missing)})"
        for one in lacking_sums(workshop)
        if one.missing
    ]
    return told(
        sentence(
            f"{counted(short, 'more priority moment needs', 'more priority moments need')} a value at risk."
        )
        if short > 0
        else None,
        lacking(halves, "sum cannot be worked out", "sums cannot be worked out"),
    )


def risk_says(workshop: Workshop) -> str:
    """The moment over which most leave, in customers and money, and all moments together."""
    found = pipeline(workshop)
    if not found:
        return "The pipeline appears here, stage by stage: who meets a moment, whom it fails, who leaves."
    worst = max(found, key=lambda one: one.defectors)
    moment = sentence(moment_name(workshop, worst.touchpoint))
    leavers = people(worst.defectors, customers(workshop))
    said = f"{moment} drives away {leavers} a year, worth {money(workshop, worst.value)}."
    return told(said, together(workshop)) or said


def reliable_missing(workshop: Workshop) -> str | None:
    """A rating of every stage by every leader in the room."""
    stages, room = ordered_stages(workshop), present(workshop)
    if not stages:
        return "There are no stages yet to rate."
    if not room:
        return "No leader is listed yet, so nobody can rate."
    given = {(row.stage, row.leader) for row in workshop.all(Rating) if row.rating}
    owing = []
    for leader in room:
        open_ones = sum((stage.id, leader.id) not in given for stage in stages)
        if open_ones:
            owing.append(f"{called(workshop, leader)} ({counted(open_ones, 'stage')})")
    return lacking(owing, "leader has not rated every stage", "leaders have not rated every stage")


def reliable_says(workshop: Workshop) -> str:
    """Which stages leaders count on, and which they trust least; “it depends” is a no."""
    rated = [one for one in reliability(workshop) if one.reliable is not None]
    if not rated:
        return "Every leader's mark for every stage appears here; “it depends” counts as a no."
    holding = [one for one in rated if one.reliable]
    least = min(rated, key=lambda one: (one.opinion.median or 0.0) - one.depends)
    said = sentence(f"{share(len(holding), len(rated), 'rated stage', 'holds', 'hold')}.")
    depends = (
        f", and {counted(least.depends, 'answer says', 'answers say')} “it depends”" if least.depends else ""
    )
    median = "without a mark" if least.opinion.median is None else f"at {least.opinion.median:g} of 5"
    return f"{said} Least trusted: {named(workshop, [least.stage])[0]}, {median}{depends}."


def innovation_missing(workshop: Workshop) -> str | None:
    """One idea with its step, owner and next; for every idea, whether its moment is reliable first."""
    rows = [row for row in written(workshop, Development) if row.name]
    if not rows:
        return "No idea is written down yet that goes beyond reliable."
    needed = ("step", "owner", "next_step", "earned")
    untold = [gaps for row in rows if (gaps := lacks(workshop, row, needed))]
    return sentence(f"{several(untold)}.") if untold else None


def innovation_says(workshop: Workshop) -> str:
    """How many ideas rest on something reliable."""
    rows = [row for row in workshop.all(Development) if row.name]
    if not rows:
        return "Ideas appear here by the step of development that they have reached."
    earned = sum(bool(row.earned) for row in rows)
    return sentence(
        f"{share(earned, len(rows), 'idea', 'rests', 'rest')} on a moment that is already reliable."
    )


def _priorities(workshop: Workshop) -> list[Touchpoint]:
    """The moments marked as priorities, in the order of the customer's life."""
    places = [*(stage.id for stage in ordered_stages(workshop)), None]
    return [moment for place in places for moment in touchpoints_of(workshop, place) if moment.priority]


def _points(workshop: Workshop, measure: Measure) -> int:
    return sum(row.measure == measure.id and row.value is not None for row in workshop.all(Reading))

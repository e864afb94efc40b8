"""When reliability holds: what unreliable moments cost, whether leaders count on each stage, and what goes beyond."""

from __future__ import annotations

from cxworkshop.analysis.development import ideas
from cxworkshop.analysis.early_warning import priority_moments
from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import counted, customers, listed, money, quoted, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.opinions import Reliability, alike, reliability
from cxworkshop.analysis.risk import at_risk, pipeline
from cxworkshop.analysis.risk import lacking as lacking_sums
from cxworkshop.analysis.risk_words import NOBODY_LEAVES, moment_name, row_name, together
from cxworkshop.domain.records import Development, Rating, Risk
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import (
    called,
    lacking,
    lacks,
    named,
    present,
    several,
    share,
    some,
    told,
    written,
)

_ALIKE = (
    (0.8, "You see the same stages much alike"),
    (0.667, "You see the same stages roughly alike"),
    (0.33, "You see the same stages only partly alike"),
    (0.0, "You hardly see the same stages alike"),
    (float("-inf"), "You see the same stages less alike than by chance"),
)
_RISKS = 3


def risk_missing(workshop: Workshop) -> str | None:
    """The value at risk of three priority moments, or all where there are fewer; no row half filled."""
    moments = priority_moments(workshop)
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
    if round(worst.defectors) < 1:
        return NOBODY_LEAVES
    leavers = people(worst.defectors, customers(workshop))
    moment = quoted(row_name(workshop, worst))
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
    least = min(rated, key=lambda one: (-one.doubts / _answers(one), one.opinion.median or 0.0))
    said = sentence(f"{share(len(holding), len(rated), 'rated stage', 'holds', 'hold')}.")
    depends = (
        f", and {counted(least.depends, 'answer says', 'answers say')} “it depends”" if least.depends else ""
    )
    median = "without a mark" if least.opinion.median is None else f"at {least.opinion.median:g} of 5"
    return f"{said} Least trusted: {named(workshop, [least.stage])[0]}, {median}{depends}."


def alike_says(workshop: Workshop) -> str:
    """How far leaders see the same stages alike, and the stage on which their marks lie furthest apart."""
    raters, alpha = alike(workshop)
    rated = [one for one in reliability(workshop) if one.opinion.agreement is not None]
    if raters == 0:
        return "Nobody has marked a stage from 1 to 5 yet, so there is nothing to compare."
    if raters == 1:
        return "One leader has marked so far; how far you see the same stages alike shows from the second on."
    if not rated:
        return "No stage has marks from two of you yet, so there is nothing to compare."
    if alpha is None:
        return "All your marks are the same, so nothing tells how you would differ: ask whether that is true."
    words = next(words for least, words in _ALIKE if alpha >= least)
    figure = f"{alpha:.2f}".replace("-", "−")
    said = f"{words} (Krippendorff's alpha {figure}: 1 is all alike, 0 is chance)."
    apart = min(rated, key=lambda one: one.opinion.agreement or 0.0)
    if apart.opinion.agreement is not None and apart.opinion.agreement < 1:
        said += f" Talk first about {named(workshop, [apart.stage])[0]}: there your marks lie furthest apart."
    return said


def innovation_missing(workshop: Workshop) -> str | None:
    """One idea with its step, owner and next; for every idea, whether its moment is reliable first."""
    rows = [row for row in written(workshop, Development) if row.name]
    if not rows:
        return "No idea is written down yet that goes beyond reliable."
    needed = ("step", "owner", "next_step", "earned")
    untold = [gaps for row in rows if (gaps := lacks(workshop, row, needed))]
    return sentence(f"{several(untold)}.") if untold else None


def innovation_says(workshop: Workshop) -> str:
    """How many ideas rest on something reliable, and which wait for it."""
    found = ideas(workshop)
    if not found:
        return "Ideas appear here by the step of development that they have reached."
    firm = sum(one.ground == "reliable" for one in found)
    said = sentence(
        f"{share(firm, len(found), 'idea', 'rests', 'rest')} on a moment that is already reliable."
    )
    waiting = [one.record for one in found if one.ground in ("not reliable", "doubted")]
    return f"{said} Reliability comes first for {some(named(workshop, waiting))}." if waiting else said


def _answers(one: Reliability) -> int:
    return len(one.opinion.values) + one.depends

"""Stages that nobody owns, that nobody hears, or that leaders themselves would not count on."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cxworkshop.analysis.experience import ordered_stages, stage_of
from cxworkshop.analysis.findings import customers, in_words, money, quoted, sentence, sure
from cxworkshop.analysis.gathering import candidate
from cxworkshop.analysis.listening import deaf, kinds_of
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.opinions import reliability
from cxworkshop.analysis.risk import pipeline
from cxworkshop.analysis.risk_overlap import whole
from cxworkshop.domain.records import Candidate, Evidence, Leader, Source, Stage
from cxworkshop.domain.workshop import Workshop


def unowned_stages(workshop: Workshop) -> Iterator[Candidate]:
    """Named stages for which no leader answers."""
    for stage in ordered_stages(workshop):
        if stage.name and not workshop.get(Leader, stage.executive):
            yield candidate(
                workshop,
                ("stage", stage.id),
                "experience.stages",
                f"One leader answers for {quoted(stage.name)} from beginning to end",
                "No leader answers for this stage yet, so a customer in trouble here has nobody to turn to."
                + _at_stake(workshop, stage),
                stage=stage,
            )


def deaf_stages(workshop: Workshop) -> Iterator[Candidate]:
    """Named stages that fewer than two kinds of source reach, once listening has begun."""
    if not workshop.all(Source) and not workshop.all(Evidence):
        return
    for stage in deaf(workshop):
        if stage.name:
            kinds = kinds_of(workshop, stage.id)
            heard = (
                f"Only one kind of source reaches us from here ({kinds[0]})"
                if kinds
                else "We hear nobody here"
            )
            yield candidate(
                workshop,
                ("deaf", stage.id),
                "listening.evidence",
                f"We hear how {customers(workshop)} fare in {quoted(stage.name)}",
                f"{heard}; a fair story needs at least two kinds.{_at_stake(workshop, stage)}",
                stage=stage,
            )


def _at_stake(workshop: Workshop, stage: Stage) -> str:
    """What the moments of a stage cost in whole customers and in money, nobody counted twice; nothing where unknown."""
    rows = [one for one in pipeline(workshop) if stage_of(workshop, None, one.touchpoint) == stage]
    lost = whole(workshop, rows).once
    if round(lost.people) < 1:
        return ""
    said = {one.row.evidence for one in rows}
    certain = sure(said.pop()) if len(said) == 1 else ""
    worth = money(workshop, lost.value)
    return f" Its moments cost us {people(lost.people, customers(workshop))} a year, worth {worth}{certain}."


def unreliable_stages(workshop: Workshop, explained: Collection[str | None]) -> Iterator[Candidate]:
    """Named stages that at least half of the leaders who answered doubt, unless a failing moment explains it.

    `explained` holds the ids of the stages of such moments.
    """
    for found in reliability(workshop):
        if found.reliable is False and found.stage.name and found.stage.id not in explained:
            answers = len(found.opinion.values) + found.depends
            depends = (
                f"; {in_words(found.depends)} said “it depends”, which means no" if found.depends else ""
            )
            yield candidate(
                workshop,
                ("rating", found.stage.id),
                "reliability.reliable",
                f"{sentence(customers(workshop))} can count on {quoted(found.stage.name)} every time",
                f"{found.doubts} of {answers} leaders would not count on this stage{depends}.",
                stage=found.stage,
            )

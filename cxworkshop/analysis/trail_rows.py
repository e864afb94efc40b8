"""Which rows of the earlier pages a candidate rests on, its own and those of what was merged into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cxworkshop.analysis.bridge_rows import by_period, is_total, latest
from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.listening import voices
from cxworkshop.analysis.merged import members
from cxworkshop.analysis.reasons import AWAY
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Evidence,
    Measure,
    Reason,
    Risk,
    Rule,
    Segment,
    Stage,
    Standard,
    Story,
    Touchpoint,
)
from cxworkshop.domain.workshop import Key, Workshop

QUOTES = 3
SOURCES = (
    Risk,
    Reason,
    Measure,
    Evidence,
    Story,
    Touchpoint,
    Stage,
    Rule,
    Standard,
    BridgeRow,
    Segment,
)
"""What a candidate can have been gathered from."""


class Origin(NamedTuple):
    """The step that a candidate came from, and the row there; both blank where somebody typed it."""

    step: str
    row: Record | None


def origin(workshop: Workshop, candidate: Candidate) -> Origin:
    """Where a candidate was gathered from; a row that is gone reads as none."""
    step, _, id = (candidate.origin or "").partition("/")
    return Origin(step, next((row for cls in SOURCES if (row := workshop.get(cls, id))), None))


def rows(workshop: Workshop, candidate: Candidate) -> tuple[Record, ...]:
    """The rows that a candidate rests on, each once: what it was gathered from first, the count of customers last."""
    kept: dict[Key, Record] = {}
    for one in members(workshop, candidate):
        for row in _own(workshop, one):
            kept.setdefault((row.kind, row.id), row)
    for row in _counts(workshop, tuple(kept.values())):
        kept.setdefault((row.kind, row.id), row)
    return tuple(kept.values())


def _own(workshop: Workshop, candidate: Candidate) -> Iterator[Record]:
    start = origin(workshop, candidate).row
    moment_id = candidate.touchpoint or getattr(start, "touchpoint", None)
    moment = start if isinstance(start, Touchpoint) else workshop.get(Touchpoint, moment_id)
    named = start.id if isinstance(start, Stage) else candidate.stage or getattr(start, "stage", None)
    stage = stage_of(workshop, named, moment.id if moment else None)
    if start and not isinstance(start, Segment):
        yield start
    if moment:
        yield from (row for row in workshop.all(Risk) if row.touchpoint == moment.id)
        reasons = [row for row in workshop.all(Reason) if row.touchpoint == moment.id and row.reason]
        yield from sorted(reasons, key=lambda row: row.direction not in AWAY)
        yield from (row for row in workshop.all(Measure) if row.touchpoint == moment.id and row.name)
    yield from _said(workshop, moment, stage)
    if moment and moment.name:
        yield moment
    if stage and stage.name:
        yield stage


def _said(workshop: Workshop, moment: Touchpoint | None, stage: Stage | None) -> Iterator[Record]:
    """The quotes that weigh most at the moment, or in its stage where nobody is quoted there; then the stage's story."""
    quotes = [row for row in workshop.all(Evidence) if row.quote and voices(row)]
    here = [row for row in quotes if moment and row.touchpoint == moment.id]
    if not here and stage:
        here = [row for row in quotes if _in(workshop, row) == stage.id]
    yield from sorted(here, key=lambda row: (not row.aloud, (row.sentiment or 0) * voices(row)))[:QUOTES]
    if stage:
        yield from (row for row in workshop.all(Story) if row.stage == stage.id and row.story)


def _in(workshop: Workshop, row: Evidence) -> str | None:
    stage = stage_of(workshop, row.stage, row.touchpoint)
    return stage.id if stage else None


def _counts(workshop: Workshop, known: tuple[Record, ...]) -> Iterator[BridgeRow]:
    """The latest bridge of the segments that the risks are about; of all customers where they name none."""
    found = latest(workshop)
    if found is None:
        return
    period = by_period(workshop).get((found[0].period_start, found[0].period_end), ())
    groups = {(row.population or "").strip().casefold() for row in known if isinstance(row, Risk)} - {""}
    own = [row for row in period if (row.segment or "").strip().casefold() in groups and not is_total(row)]
    yield from own or [row for row in period if is_total(row)][:1]

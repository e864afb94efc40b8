"""Who speaks to the company in each stage of a customer's life, through which kinds of source, and where it is deaf."""

from __future__ import annotations

from collections import Counter
from datetime import date

from cxworkshop.analysis.experience import ordered_stages, stage_of
from cxworkshop.domain.records import Category, Evidence, Source, Stage
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop

ENOUGH_KINDS = 2


def voices(row: Evidence) -> int:
    """How many said it; a row without a number is one voice."""
    return 1 if row.count is None else row.count


def heat(workshop: Workshop) -> dict[tuple[str, str], int]:
    """Voices per (stage id, kind of source); what has no stage or no kind of source is left out.

    Evidence that names only a touchpoint counts in that touchpoint's stage. Source: docs/method.md 1.4.
    """
    found: Counter[tuple[str, str]] = Counter()
    for row in workshop.all(Evidence):
        stage, source = stage_of(workshop, row.stage, row.touchpoint), workshop.get(Source, row.source)
        if stage and source and source.source_kind and voices(row):
            found[stage.id, source.source_kind] += voices(row)
    return dict(found)


def kinds_of(workshop: Workshop, stage_id: str) -> tuple[str, ...]:
    """The kinds of source heard in a stage, in the order in which kinds are offered."""
    heard = heat(workshop)
    return tuple(kind for kind in SOURCE_KINDS if (stage_id, kind) in heard)


def deaf(workshop: Workshop) -> tuple[Stage, ...]:
    """Stages, in order, in which fewer than two kinds of source are heard."""
    kinds = Counter(stage for stage, _ in heat(workshop))
    return tuple(stage for stage in ordered_stages(workshop) if kinds[stage.id] < ENOUGH_KINDS)


def survey_share(workshop: Workshop) -> float | None:
    """The share of all voices that came through surveys, 0 to 1; None where no voice has a kind of source."""
    kinds: Counter[str] = Counter()
    for row in workshop.all(Evidence):
        source = workshop.get(Source, row.source)
        if source and source.source_kind:
            kinds[source.source_kind] += voices(row)
    total = kinds.total()
    return kinds["survey"] / total if total else None


def convergence(workshop: Workshop) -> tuple[tuple[Stage, Category], ...]:
    """What is heard both when asked for and unasked: stages in order, then categories in order.

    Backed by at least one source said to be asked for and one said not to be. Source: docs/method.md 1.4.
    """
    asked: set[tuple[str, str, bool]] = set()
    for row in workshop.all(Evidence):
        stage, source = stage_of(workshop, row.stage, row.touchpoint), workshop.get(Source, row.source)
        if stage and row.category and source and source.aided is not None and voices(row):
            asked.add((stage.id, row.category, source.aided))
    return tuple(
        (stage, category)
        for stage in ordered_stages(workshop)
        for category in workshop.all(Category)
        if (stage.id, category.id, True) in asked and (stage.id, category.id, False) in asked
    )


def volumes(workshop: Workshop) -> tuple[tuple[Category | None, int], ...]:
    """Voices per category, most first; last, under None, those that nobody has sorted yet."""
    found: Counter[str | None] = Counter()
    for row in workshop.all(Evidence):
        category = workshop.get(Category, row.category)
        found[category.id if category else None] += voices(row)
    loudest = sorted(workshop.all(Category), key=lambda category: -found[category.id])
    ranked: list[tuple[Category | None, int]] = [(one, found[one.id]) for one in loudest]
    return (*ranked, (None, found[None])) if found[None] else tuple(ranked)


def stale(workshop: Workshop, today: date) -> tuple[Source, ...]:
    """Sources last heard longer ago than their cadence in days; one that has no date or no cadence is not judged."""
    return tuple(
        source
        for source in workshop.all(Source)
        if source.last_day and source.cadence_days and (today - source.last_day).days > source.cadence_days
    )

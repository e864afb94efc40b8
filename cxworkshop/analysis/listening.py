"""Who speaks to the company in each stage of a customer's life, through which kinds of source, and where it is deaf."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from cxworkshop.analysis.experience import ordered_stages, stage_of
from cxworkshop.domain.records import Category, Company, Evidence, Source, Stage
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop

ENOUGH_KINDS = 2
ADDICTED = 0.5
"""A larger share of voices through surveys is score addiction."""
GONE_QUIET, FRESH, NEVER, NO_RHYTHM = "gone quiet", "fresh", "never heard", "no rhythm agreed"


def voices(row: Evidence) -> int:
    """How many said it; a row without a number is one voice."""
    return 1 if row.count is None else row.count


@dataclass(frozen=True)
class Heard:
    """A row of evidence, and where it belongs as far as anybody has said."""

    row: Evidence
    stage: Stage | None
    source: Source | None
    voices: int

    @property
    def kind(self) -> str | None:
        """The kind of source that it came through."""
        return self.source.source_kind if self.source else None


def heard(workshop: Workshop) -> tuple[Heard, ...]:
    """Every row of evidence with at least one voice, as entered.

    Evidence that names only a touchpoint counts in that touchpoint's stage. Source: docs/method.md 1.4.
    """
    return tuple(
        Heard(
            row, stage_of(workshop, row.stage, row.touchpoint), workshop.get(Source, row.source), voices(row)
        )
        for row in workshop.all(Evidence)
        if voices(row)
    )


def squares(workshop: Workshop) -> dict[tuple[str | None, str | None], int]:
    """All voices per (stage id, kind of source), with None for a stage or a kind that nobody has said."""
    found: Counter[tuple[str | None, str | None]] = Counter()
    for one in heard(workshop):
        found[one.stage.id if one.stage else None, one.kind] += one.voices
    return dict(found)


def heat(workshop: Workshop) -> dict[tuple[str, str], int]:
    """Voices per (stage id, kind of source), of those whose stage and kind are known. Source: docs/method.md 1.4."""
    return {(stage, kind): number for (stage, kind), number in squares(workshop).items() if stage and kind}


def kinds_of(workshop: Workshop, stage_id: str) -> tuple[str, ...]:
    """The kinds of source heard in a stage, in the order in which kinds are offered."""
    heard = heat(workshop)
    return tuple(kind for kind in SOURCE_KINDS if (stage_id, kind) in heard)


def deaf(workshop: Workshop) -> tuple[Stage, ...]:
    """Stages, in order, in which fewer than two kinds of source are heard."""
    kinds = Counter(stage for stage, _ in heat(workshop))
    return tuple(stage for stage in ordered_stages(workshop) if kinds[stage.id] < ENOUGH_KINDS)


def surveyed(workshop: Workshop, stage_id: str | None = None) -> tuple[int, int]:
    """The voices (of one stage) that came through surveys, and all of those whose kind of source is known."""
    kinds: Counter[str] = Counter()
    for (stage, kind), number in squares(workshop).items():
        if kind and (stage_id is None or stage == stage_id):
            kinds[kind] += number
    return kinds["survey"], kinds.total()


def survey_share(workshop: Workshop, stage_id: str | None = None) -> float | None:
    """The share of the voices (of one stage) that came through surveys, 0 to 1; None where none has a kind of source."""
    surveys, total = surveyed(workshop, stage_id)
    return surveys / total if total else None


def unasked(workshop: Workshop) -> tuple[int, int]:
    """The voices that came unasked, and all of those through sources of which somebody has said whether they ask."""
    asked: Counter[bool] = Counter()
    for one in heard(workshop):
        if one.source and one.source.aided is not None:
            asked[one.source.aided] += one.voices
    return asked[False], asked.total()


def backing(workshop: Workshop) -> dict[tuple[str, str], tuple[int, int]]:
    """Voices per (stage id, category id): those that were asked for, and those that came unasked.

    A source of which nobody has said whether it asks backs neither.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for one in heard(workshop):
        category = workshop.get(Category, one.row.category)
        if one.stage and category and one.source and one.source.aided is not None:
            found.setdefault((one.stage.id, category.id), [0, 0])[0 if one.source.aided else 1] += one.voices
    return {place: (asked, unasked) for place, (asked, unasked) in found.items()}


def convergence(workshop: Workshop) -> tuple[tuple[Stage, Category], ...]:
    """What is heard both when asked for and unasked: stages in order, then categories in order.

    Backed by at least one source said to be asked for and one said not to be. Source: docs/method.md 1.4.
    """
    both = {place for place, voices_ in backing(workshop).items() if all(voices_)}
    return tuple(
        (stage, category)
        for stage in ordered_stages(workshop)
        for category in workshop.all(Category)
        if (stage.id, category.id) in both
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


def standing(source: Source, today: date) -> str:
    """Whether a source is still heard: `fresh`, `gone quiet`, `never heard`, or `no rhythm agreed` to judge it by."""
    if source.last_day is None:
        return NEVER
    if source.cadence_days is None:
        return NO_RHYTHM
    return GONE_QUIET if (today - source.last_day).days > source.cadence_days else FRESH


def judged_on(workshop: Workshop, today: date) -> date:
    """The day on which sources are judged: that of the workshop, or else today."""
    return workshop.one(Company).held_on or today

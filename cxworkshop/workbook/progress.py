"""How far the day has come, as the cover and the contents tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import RECORDS
from cxworkshop.programme import PARTS
from cxworkshop.workbook.looks import ACCENT, COMPETENCIES


@dataclass(frozen=True)
class PartDone:
    """One part of the day: how many of its steps are done, and the tables that it writes."""

    title: str
    done: int
    total: int
    writes: tuple[type[Record], ...]
    accent: str
    next: str = ""
    """The title of its first step that is not done."""


def parts_done(lacks: Mapping[str, str | None]) -> tuple[PartDone, ...]:
    """Every part of the day, in order, by what each step lacks; tables that no part writes come in a last one of no steps."""
    found, seen = [], set[type[Record]]()
    for part in PARTS:
        to_do = [step.title for step in part.steps if lacks[step.key]]
        writes = tuple(
            cls for cls in RECORDS if cls not in seen and any(cls in step.writes for step in part.steps)
        )
        seen.update(writes)
        done, total = len(part.steps) - len(to_do), len(part.steps)
        accent = COMPETENCIES.get(part.competency or 0, ACCENT)
        found.append(PartDone(part.title, done, total, writes, accent, next(iter(to_do), "")))
    rest = tuple(cls for cls in RECORDS if cls not in seen)
    return (*found, PartDone("All day", 0, 0, rest, ACCENT)) if rest else tuple(found)


def mark_of(parts: Sequence[PartDone], *, draft: bool) -> str:
    """`DRAFT` until every step of the day is done, with what is done so far; nothing afterwards."""
    done, total = sum(part.done for part in parts), sum(part.total for part in parts)
    return f"DRAFT: {done} of {total} steps done" if draft else ""

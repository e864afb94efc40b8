"""A step is one thing that the room does together; a part is a page of steps that answers one question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxworkshop.domain.record import Record
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Step:
    """What a facilitator needs to lead one step; pages, agenda, progress, decisions and workbook derive from it."""

    key: str
    """`part.step`, stable: decisions are kept under it."""
    title: str
    minutes: int
    """In a one-day workshop."""
    why: str
    """Two sentences."""
    questions: tuple[str, ...]
    watch: str
    """What to watch for."""
    writes: tuple[type[Record], ...]
    reads: Callable[[Workshop], str]
    """What the picture says, as a finding in words; also its alternative text."""
    decision: str
    """The question that the step's decision answers."""
    done: Callable[[Workshop], str | None]
    """What is still missing, in words; None when the step is done."""
    another_day: bool = False
    """Whether it is taken weeks after the workshop, with minutes of its own that no agenda shares out."""


@dataclass(frozen=True)
class Part:
    """A page: `key` is its address, `competency` is 1 to 5 or None."""

    key: str
    title: str
    question: str
    """The one question that opens the page, in large type."""
    steps: tuple[Step, ...]
    competency: int | None = None

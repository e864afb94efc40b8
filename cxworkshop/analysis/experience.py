"""The stages of a customer's life with the company: their order, their moments, and who answers for them."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.names import name_flag
from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop

__all__ = ["Coverage", "coverage", "matrix", "name_flag", "ordered_stages", "stage_of", "touchpoints_of"]


@dataclass(frozen=True)
class Coverage:
    """How many stages there are, and how many have both a leader and a priority touchpoint."""

    staged: int
    covered: int
    share: float | None
    """Covered ÷ staged, 0 to 1; None without stages."""


def ordered_stages(workshop: Workshop) -> tuple[Stage, ...]:
    """Stages as the customer lives them: by their order, those without one last, as entered."""
    return tuple(sorted(workshop.all(Stage), key=lambda stage: (stage.order is None, stage.order or 0)))


def touchpoints_of(workshop: Workshop, stage_id: str | None) -> tuple[Touchpoint, ...]:
    """The touchpoints of a stage, as entered; None gives those that belong to no stage (any more)."""
    return tuple(
        one
        for one in workshop.all(Touchpoint)
        if (one.stage if workshop.get(Stage, one.stage) else None) == stage_id
    )


def stage_of(workshop: Workshop, stage_id: str | None, touchpoint_id: str | None) -> Stage | None:
    """The stage that a row names, or else the stage of the touchpoint that it names."""
    touchpoint = workshop.get(Touchpoint, touchpoint_id)
    return workshop.get(Stage, stage_id) or (workshop.get(Stage, touchpoint.stage) if touchpoint else None)


def coverage(workshop: Workshop) -> Coverage:
    """How many stages have an accountable leader and at least one priority touchpoint. Source: docs/method.md 1.3."""
    stages = ordered_stages(workshop)
    prioritised = {one.stage for one in workshop.all(Touchpoint) if one.priority}
    covered = sum(
        workshop.get(Leader, stage.executive) is not None and stage.id in prioritised for stage in stages
    )
    return Coverage(len(stages), covered, covered / len(stages) if stages else None)


def matrix(
    workshop: Workshop,
) -> tuple[tuple[str, ...], tuple[Stage, ...], dict[tuple[str, str], str]]:
    """Who answers where: functions (leaders' first), stages in order, and a cell per (function, stage id).

    A cell says `accountable` where the stage's leader has that function, `takes part` where the stage lists it, else ``.
    Functions are the same whatever their capitals. Source: docs/method.md 1.3.
    """
    stages = ordered_stages(workshop)
    functions: dict[str, str] = {}
    for name in (
        *(leader.function for leader in workshop.all(Leader)),
        *(name for stage in stages for name in stage.functions),
    ):
        if name:
            functions.setdefault(name.casefold(), name)
    cells: dict[tuple[str, str], str] = {}
    for stage in stages:
        leader = workshop.get(Leader, stage.executive)
        answers = (leader.function or "").casefold() if leader else ""
        takes_part = {name.casefold() for name in stage.functions}
        for key, name in functions.items():
            cells[name, stage.id] = (
                "accountable" if key == answers else "takes part" if key in takes_part else ""
            )
    return tuple(functions.values()), stages, cells

"""Where in the customer's life the priorities belong, and how far each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.analysis.commitments import Owned, owned
from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import counted, in_words, listed, sentence
from cxworkshop.domain.records import Stage
from cxworkshop.domain.records.commit import STATES
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Lane:
    """A stage of the customer's life with the priorities that belong to it, by their state."""

    stage: Stage | None
    """None for priorities of no stage."""
    cells: Mapping[str, tuple[Owned, ...]]
    """Every state has its cell, empty or not."""

    @property
    def empty(self) -> bool:
        """Whether no priority belongs to this stage."""
        return not any(self.cells.values())


def state_of(one: Owned) -> str:
    """How far a priority is; where nobody has said, it has not begun."""
    return one.commitment.state or STATES[0]


def lanes(workshop: Workshop) -> tuple[Lane, ...]:
    """A lane for every stage in the order of the customer's life, and one for priorities of no stage where there are any."""
    rows, stages = owned(workshop), ordered_stages(workshop)
    known = {stage.id for stage in stages}
    lost = [one for one in rows if one.candidate.stage not in known]
    found = [_lane(stage, [one for one in rows if one.candidate.stage == stage.id]) for stage in stages]
    return (*found, *([_lane(None, lost)] if lost else []))


def board_says(workshop: Workshop) -> str:
    """How many priorities are in each state, and in how many stages of the customer's life nothing begins."""
    rows, found = owned(workshop), lanes(workshop)
    if not rows:
        return "The priorities stand here by the stage of the customer's life, as soon as they are chosen."
    verbs = {
        STATES[0]: ("has not begun", "have not begun"),
        STATES[1]: ("is under way", "are under way"),
        STATES[2]: ("has improved a life", "have improved lives"),
        STATES[3]: ("is finished", "are finished"),
    }
    counts = {state: sum(state_of(one) == state for one in rows) for state in STATES}
    said = listed([counted(many, *verbs[state]) for state, many in counts.items() if many])
    stages = [lane for lane in found if lane.stage]
    bare = sum(lane.empty for lane in stages)
    if not bare:
        return sentence(f"{said}.")
    return sentence(f"{said}; nothing begins in {in_words(bare)} of {counted(len(stages), 'stage')}.")


def _lane(stage: Stage | None, rows: list[Owned]) -> Lane:
    return Lane(stage, {state: tuple(one for one in rows if state_of(one) == state) for state in STATES})

"""Where accountability has holes and heaps: stages nobody answers for, stages of one function, leaders with too many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cxworkshop.analysis.experience import matrix, ordered_stages
from cxworkshop.analysis.findings import counted, in_words, listed, quoted
from cxworkshop.domain.records import Leader, Stage
from cxworkshop.domain.workshop import Workshop

ACROSS, HEAVY, CROWD = 2, 2, 5
"""A stage takes two functions at least, a leader answers for two stages at most, and of more than five functions in one
stage each counts on the others (OD: as many as meet in one room and still hear each other)."""
NAMED = 3
"""How many stages a sentence names."""
EVERYWHERE = 3
"""In fewer stages than this, taking part in all of them says nothing."""


@dataclass(frozen=True)
class Gaps:
    """What stands out in the matrix of functions and stages, in the order of the map."""

    unowned: tuple[Stage, ...]
    alone: tuple[Stage, ...]
    """Stages of fewer than two functions."""
    crowded: tuple[Stage, ...]
    """Stages of more than five functions."""
    heavy: tuple[tuple[Leader, int], ...]
    """Leaders who answer for more than two stages, and for how many."""
    everywhere: tuple[str, ...]
    """Functions that take part in every stage and answer for none."""


def gaps(workshop: Workshop) -> Gaps:
    """What the matrix lacks and what it holds too much of. Source: docs/method.md 1.3 and 1.8."""
    functions, stages, cells = matrix(workshop)
    across = Counter(stage for (_, stage), cell in cells.items() if cell)
    load = Counter(stage.executive for stage in ordered_stages(workshop))
    rows = {name: {cells[name, stage.id] for stage in stages} for name in functions}
    return Gaps(
        unowned=tuple(stage for stage in stages if not workshop.get(Leader, stage.executive)),
        alone=tuple(stage for stage in stages if across[stage.id] < ACROSS),
        crowded=tuple(stage for stage in stages if across[stage.id] > CROWD),
        heavy=tuple((one, load[one.id]) for one in workshop.all(Leader) if load[one.id] > HEAVY),
        everywhere=tuple(
            name for name, row in rows.items() if len(stages) >= EVERYWHERE and row == {"takes part"}
        ),
    )


def gaps_say(workshop: Workshop) -> list[str]:
    """Each gap as a sentence, the heaviest first; nothing where there is none."""
    found = gaps(workshop)
    said = []
    if found.unowned:
        total, without = len(ordered_stages(workshop)), len(found.unowned)
        of_all = f"{'any' if without == total else in_words(without)} of {counted(total, 'stage')}"
        which = "the only stage" if total == 1 else of_all
        said.append(f"Nobody answers for {which}: {_stages(found.unowned)}.")
    if found.alone:
        said.append(f"Fewer than two functions take part in {_stages(found.alone)}.")
    if found.heavy:
        names = [
            f"{leader.name or '—'} answers for {counted(count, 'stage')}" for leader, count in found.heavy
        ]
        said.append(f"{listed(names)}: two are as many as one can care about.")
    if found.crowded:
        said.append(f"More than five functions share {_stages(found.crowded)}: each counts on the others.")
    if found.everywhere:
        takes = "takes" if len(found.everywhere) == 1 else "take"
        answers = "answers" if len(found.everywhere) == 1 else "answer"
        said.append(f"{listed(found.everywhere)} {takes} part everywhere and {answers} for nothing.")
    return said


def _stages(stages: tuple[Stage, ...]) -> str:
    names = [quoted(stage.name or "—") for stage in stages[:NAMED]]
    more = [f"{in_words(len(stages) - NAMED)} more"] if len(stages) > NAMED else []
    return listed([*names, *more])

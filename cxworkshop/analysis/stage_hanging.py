"""What hangs on a stage: every row of any table that points to it, and how that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.domain.record import Record, face_of, fields
from cxworkshop.domain.records import RECORDS, Stage, Story
from cxworkshop.domain.workshop import Workshop

NAMES: dict[str, tuple[str, str]] = {
    "touchpoint": ("moment", "moments"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "story": ("story", "stories"),
    "rating": ("mark", "marks"),
    "feeling": ("mark", "marks"),
    "candidate": ("candidate", "candidates"),
    "sort_rule": ("sorting rule", "sorting rules"),
}
"""What rows are called in a sentence; others go by the title of their table."""


def pointing(cls: type[Record], refers: str) -> tuple[str, ...]:
    """The fields of a record class that point to records of a kind."""
    return tuple(name for name in fields(cls) if face_of(cls, name).refers == refers)


def hanging(workshop: Workshop, stage_id: str) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """Every row that points to a stage, with the fields in which it does."""
    for cls in RECORDS:
        names = pointing(cls, Stage.kind)
        for record in workshop.all(cls) if names else ():
            found = tuple(name for name in names if getattr(record, name) == stage_id)
            if found:
                yield record, found


def in_words(records: Iterable[Record]) -> str:
    """How many of what: `four moments, twelve pieces of evidence and one story`; empty where there is nothing."""
    count: Counter[tuple[str, str]] = Counter()
    for record in records:
        title = type(record).sheet
        count[NAMES.get(record.kind, (f"row of “{title}”", f"rows of “{title}”"))] += 1
    order = list(NAMES.values())
    found = sorted(count, key=lambda name: order.index(name) if name in order else len(order))
    return listed([counted(count[name], *name) for name in found])


def moves(workshop: Workshop, gone_id: str, into_id: str) -> list[str]:
    """What merging one stage into another does, a sentence each."""
    gone, into = (workshop.name_of(Stage.kind, id) for id in (gone_id, into_id))
    here = [record for record, _ in hanging(workshop, gone_id)]
    said = [
        f"{sentence(in_words(here))} {'moves' if len(here) == 1 else 'move'} to {quoted(into)}."
        if here
        else f"Nothing hangs on {quoted(gone)} yet.",
        f"The name {quoted(gone)} goes; what {quoted(into)} leaves blank is filled from it, longer texts are joined.",
    ]
    if {gone_id, into_id} <= {story.stage for story in workshop.all(Story)}:
        said.append("The two stories become one text.")
    twice = (
        _markers(workshop, cls, gone_id) & _markers(workshop, cls, into_id)
        for cls in RECORDS
        if cls.named_by == ("stage", "leader")
    )
    if any(twice):
        said.append("Where a leader marked both, the more doubtful mark stays.")
    return said


def _markers(workshop: Workshop, cls: type[Record], stage_id: str) -> set[str]:
    """The leaders who gave a stage a mark of this kind."""
    marks = workshop.all(cls)
    return {
        leader
        for one in marks
        if getattr(one, "stage", None) == stage_id and (leader := getattr(one, "leader", None))
    }


def left_alone(workshop: Workshop, stage_id: str) -> str | None:
    """What would be left without a stage if this one were taken out; None where nothing hangs on it."""
    here = [record for record, _ in hanging(workshop, stage_id)]
    if not here:
        return None
    name = quoted(workshop.name_of(Stage.kind, stage_id))
    return (
        f"{sentence(in_words(here))} would be left without a stage. They stay in their tables and are counted nowhere "
        f"until each has a stage again. Merging {name} into a neighbour keeps them together."
    )

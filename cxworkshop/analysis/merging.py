"""Making two candidates one, parting them again, and saying that two that look alike are two: a change and an undo each."""

from __future__ import annotations

from cxworkshop.analysis.findings import quoted
from cxworkshop.analysis.merged import members, on_the_wall, stands_for
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop


def merged(workshop: Workshop, stays: str, goes: str) -> Batch:
    """One candidate goes into another, which stands for both; nothing of either is lost. Empty where they are one already."""
    standing = stands_for(workshop)
    if standing.get(stays) is None or standing.get(stays) == standing.get(goes):
        return Batch(())
    kept, other = workshop.get(Candidate, stays), workshop.get(Candidate, goes)
    if kept is None or other is None:
        return Batch(())
    # What stays must not point on: a circle or a reference to nothing, as an edited workbook leaves them, ends here.
    last = [_put(kept, None)] if kept.merged_into and standing[stays] == stays else []
    return Batch((*last, _put(other, stays)), f"{quoted(other.name, 60)} merged into {quoted(kept.name, 60)}")


def parted(workshop: Workshop, id: str) -> Batch:
    """A candidate that was merged stands for itself again. Empty where it does so already."""
    standing = stands_for(workshop)
    root, own = workshop.get(Candidate, standing.get(id)), workshop.get(Candidate, id)
    if root is None or own is None or root.id == id:
        return Batch(())
    last = [_put(root, None)] if root.merged_into else []
    return Batch((*last, _put(own, None)), f"{quoted(own.name, 60)} parted from {quoted(root.name, 60)}")


def two_things(workshop: Workshop, one: str, other: str) -> Batch:
    """That two candidates are two things, remembered so that nobody is asked again."""
    names = [quoted(workshop.name_of("candidate", id), 60) for id in (one, other)]
    put = Put("apart", f"{one}.{other}", {"one": one, "other": other})
    return Batch((put,), f"{names[0]} and {names[1]} are two things")


def groups(workshop: Workshop) -> tuple[tuple[Candidate, ...], ...]:
    """The candidates that stand for more than themselves, each followed by what was merged into it."""
    found = (members(workshop, one) for one in on_the_wall(workshop))
    return tuple(group for group in found if len(group) > 1)


def _put(row: Candidate, into: str | None) -> Put:
    return Put("candidate", row.id, {"merged_into": into}, seen={"merged_into": row.merged_into})

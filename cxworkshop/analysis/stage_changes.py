"""Stages moved, added, merged and split: each is one Batch, one undo, and nothing that hangs on a stage is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import quoted
from cxworkshop.analysis.stage_hanging import hanging, pointing
from cxworkshop.analysis.stage_merging import joined, one_mark_each
from cxworkshop.domain.commands import Batch, Command, Put, Remove
from cxworkshop.domain.errors import NotFound
from cxworkshop.domain.record import Record, fields
from cxworkshop.domain.records import RECORDS, Candidate, Stage, Story, Touchpoint
from cxworkshop.domain.workshop import Workshop


def moved(workshop: Workshop, stage_id: str, by: int) -> Batch:
    """A stage `by` places later (or earlier, below 0); all are numbered anew from 1. Raises NotFound."""
    stage = _there(workshop, stage_id)
    order = [one.id for one in ordered_stages(workshop) if one.id != stage_id]
    at = [one.id for one in ordered_stages(workshop)].index(stage_id) + by
    order.insert(max(0, at), stage_id)
    where = "earlier" if by < 0 else "later"
    return Batch((*_numbered(workshop, order),), f"{quoted(stage.name or '—')} moved {where}")


def added(workshop: Workshop, new_id: str, name: str, at: int) -> Batch:
    """A new stage that becomes number `at`, counted from 1; those after it move on."""
    order = [one.id for one in ordered_stages(workshop)]
    order.insert(max(0, at - 1), new_id)
    new = Put(Stage.kind, new_id, {"name": name}, fresh=True)
    return Batch((new, *_numbered(workshop, order, new_id)), f"Stage {quoted(name)} added")


def merged(workshop: Workshop, gone_id: str, into_id: str) -> Batch:
    """One stage merged into another: all that hangs on the first moves to the second, which keeps its own name.

    What the second leaves blank is filled from the first; longer texts are joined, functions united, and the lower
    emotion stays. Two stories become one text. Where a leader marked both stages, the more doubtful mark stays.
    Raises NotFound, and BadValue where joined texts would be too long for their field.
    """
    gone, into = _there(workshop, gone_id), _there(workshop, into_id)
    if gone_id == into_id:
        raise NotFound("A stage can be merged into another one only.")
    commands: list[Command] = [Put(Stage.kind, into_id, joined(workshop, into, gone))]
    merged_away, stories = _doubles(workshop, gone_id, into_id)
    commands += stories
    for record, names in hanging(workshop, gone_id):
        if record.id not in merged_away:
            values: dict[str, object] = {name: into_id for name in names}
            if isinstance(record, Candidate) and (record.origin or "").endswith(f"/{gone_id}"):
                values["origin"] = (record.origin or "").removesuffix(gone_id) + into_id
            commands.append(Put(record.kind, record.id, values))
    commands += [Remove(kind, id) for id, kind in merged_away.items()]
    commands.append(Remove(Stage.kind, gone_id, seen=_seen(gone)))
    order = [one.id for one in ordered_stages(workshop) if one.id != gone_id]
    commands += _numbered(workshop, order)
    return Batch(tuple(commands), f"{quoted(gone.name or '—')} merged into {quoted(into.name or '—')}")


def split(workshop: Workshop, stage_id: str, new_id: str, name: str, moments: Collection[str]) -> Batch:
    """A new stage right after another, which takes these moments along with what was heard and proposed about them.

    It begins with the same leader and functions, so that nobody stops answering for anything. Raises NotFound.
    """
    stage = _there(workshop, stage_id)
    same = {"executive": stage.executive, "functions": stage.functions}
    commands: list[Command] = [Put(Stage.kind, new_id, {"name": name, **same}, fresh=True)]
    commands += [Put(one.kind, one.id, {"stage": new_id}) for one in _going(workshop, stage_id, moments)]
    order = [one.id for one in ordered_stages(workshop)]
    order.insert(order.index(stage_id) + 1, new_id)
    commands += _numbered(workshop, order, new_id)
    return Batch(tuple(commands), f"{quoted(stage.name or '—')} split: {quoted(name)} comes after it")


def taken_out(workshop: Workshop, stage_id: str) -> Batch:
    """A stage taken out; what hangs on it stays in its tables, without a stage. Raises NotFound."""
    stage = _there(workshop, stage_id)
    order = [one.id for one in ordered_stages(workshop) if one.id != stage_id]
    away = Remove(Stage.kind, stage_id, seen=_seen(stage))
    return Batch((away, *_numbered(workshop, order)), f"{quoted(stage.name or '—')} taken out")


def _going(workshop: Workshop, stage_id: str, moments: Collection[str]) -> Iterator[Record]:
    """The moments, and the rows that name both the stage and one of the moments."""
    for record, _ in hanging(workshop, stage_id):
        about = (getattr(record, name) for name in pointing(type(record), Touchpoint.kind))
        if (record.id in moments) if isinstance(record, Touchpoint) else any(one in moments for one in about):
            yield record


def _doubles(workshop: Workshop, gone_id: str, into_id: str) -> tuple[dict[str, str], list[Command]]:
    """Rows that the merge makes superfluous, as kind by id, and what is written in their stead."""
    away: dict[str, str] = {}
    for cls in RECORDS:
        if cls.named_by == ("stage", "leader"):
            away |= dict.fromkeys(one_mark_each(workshop, cls, gone_id, into_id), cls.kind)
    told = [one for one in workshop.all(Story) if one.stage == gone_id]
    kept = next((one for one in workshop.all(Story) if one.stage == into_id), None)
    written: list[Command] = []
    for story in told if kept else ():
        assert kept is not None
        values = joined(workshop, kept, story)
        written.append(Put(Story.kind, kept.id, values))
        kept = kept.with_values(values)
        away[story.id] = Story.kind
    return away, written


def _numbered(workshop: Workshop, order: Sequence[str], new_id: str = "") -> Iterator[Put]:
    """Numbers from 1 upwards and rows in the same order, written only where they are not so yet."""
    places = sorted(item.position for (kind, _), item in workshop.items.items() if kind == Stage.kind)
    if new_id:
        places.append(workshop.last_position(Stage.kind) + 1)
    for number, (id, place) in enumerate(zip(order, places, strict=False), start=1):
        item = workshop.items.get((Stage.kind, id))
        stage = workshop.get(Stage, id)
        if item is None or stage is None or (stage.order, item.position) != (number, place):
            yield Put(Stage.kind, id, {"order": number}, position=place)


def _there(workshop: Workshop, stage_id: str) -> Stage:
    stage = workshop.get(Stage, stage_id)
    if stage is None:
        raise NotFound("This stage is not on the map any more: look at the map again, then choose.")
    return stage


def _seen(stage: Stage) -> dict[str, object]:
    return {name: getattr(stage, name) for name in fields(Stage)}

"""What has to be done to one workshop to make it another, and one workshop laid over another."""

from __future__ import annotations

from collections.abc import Mapping

from cxworkshop.domain.commands import Batch, Command, Put, Remove, apply
from cxworkshop.domain.record import Record, fields
from cxworkshop.domain.records import RECORDS
from cxworkshop.domain.workshop import Item, Workshop


def difference(old: Workshop, new: Workshop, name: str = "") -> Batch:
    """The commands that turn `old` into a workshop with the records of `new`, in its order; none where they agree.

    Only fields that differ are written, and rows are moved only where their order changed.
    """
    commands = tuple(command for cls in RECORDS for command in _of(cls, old, new))
    return Batch(commands, name)


def _of(cls: type[Record], old: Workshop, new: Workshop) -> list[Command]:
    before = {row.id: old.items[cls.kind, row.id] for row in old.all(cls)}
    after = new.all(cls)
    order = [row.id for row in after]
    # An answer without a name that came in later must not stand where that shows.
    places = dict.fromkeys(order, 0.0) if cls.anonymous else _places(before, order)
    there = {row.id for row in after}
    commands: list[Command] = [Remove(cls.kind, id) for id in before if id not in there]
    for row in after:
        item = before.get(row.id)
        if item is None:
            commands.append(Put(cls.kind, row.id, row.filled, position=places[row.id], fresh=True))
            continue
        changed = {
            field: getattr(row, field)
            for field in fields(cls)
            if getattr(row, field) != getattr(item.record, field)
        }
        moved = places[row.id] if places[row.id] != item.position else None
        if changed or moved is not None:
            commands.append(Put(cls.kind, row.id, changed, position=moved))
    return commands


def _places(before: Mapping[str, Item], order: list[str]) -> dict[str, float]:
    """Where each id stands: new ones after the rest if that gives the order, else all are numbered afresh."""
    last = max((before[id].position for id in order if id in before), default=0.0)
    places: dict[str, float] = {}
    for id in order:
        if id in before:
            places[id] = before[id].position
        else:
            places[id] = last = last + 1
    if sorted(order, key=lambda id: (places[id], id)) == order:
        return places
    return {id: float(place) for place, id in enumerate(order, start=1)}


def laid_over(below: Workshop, above: Workshop) -> Workshop:
    """`below` with what `above` fills in: its rows are added, and fields of rows that are there already are written over."""
    writes = (Put(cls.kind, row.id, row.filled) for cls in RECORDS for row in above.all(cls))
    return apply(below, Batch(tuple(writes)))

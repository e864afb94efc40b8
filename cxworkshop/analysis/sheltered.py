"""A workshop as it may be shown: personal data masked unless allowed; and what comes back, with the data put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from cxworkshop.analysis.privacy import masked, restored, shows_personal
from cxworkshop.domain.commands import Batch, Command, Put
from cxworkshop.domain.record import Record, face_of, fields
from cxworkshop.domain.records import BY_KIND, RECORDS
from cxworkshop.domain.workshop import R, Workshop


def as_shown(workshop: Workshop) -> Workshop:
    """The workshop with personal data masked in every field that may hold some, unless the room allows it to be seen."""
    return workshop if shows_personal(workshop) else _masked(workshop)


def as_kept(workshop: Workshop, command: Command) -> Command:
    """A command of somebody who saw masks, as it is to be done on what is kept: behind each mask its own data."""
    if isinstance(command, Batch):
        return replace(command, commands=tuple(as_kept(workshop, one) for one in command.commands))
    personal = personal_fields(BY_KIND[command.kind]) if command.kind in BY_KIND else ()
    item = workshop.items.get((command.kind, command.id))
    if not personal or item is None:
        return command
    seen = {**command.seen, **_seen(command.seen, item.record, personal)}
    if not isinstance(command, Put):
        return replace(command, seen=seen)
    return replace(
        command, seen=seen, values={**command.values, **_put(command.values, item.record, personal)}
    )


def whole(workshop: Workshop, shown: Workshop) -> Workshop:
    """Another version of a workshop that was written with masks, with the data of the kept one behind each mask."""
    items = dict(shown.items)
    for kind in (cls.kind for cls in RECORDS if personal_fields(cls)):
        for record in shown.all(BY_KIND[kind]):
            kept = workshop.get(BY_KIND[kind], record.id)
            values = kept and _put(dict(record), kept, personal_fields(BY_KIND[kind]))
            if values:
                items[kind, record.id] = replace(items[kind, record.id], record=record.with_values(values))
    return shown.with_items(items)


@cache
def personal_fields(cls: type[Record]) -> tuple[str, ...]:
    """The fields of a record class in which customers speak, and may have left personal data."""
    return tuple(name for name in fields(cls) if face_of(cls, name).personal)


def masked_record(record: R) -> R:
    """A record with the personal data in it masked; itself where there is none."""
    words = {name: getattr(record, name) for name in personal_fields(type(record))}
    hidden: dict[str, object] = {
        name: masked(said) for name, said in words.items() if said and masked(said) != said
    }
    return record.with_values(hidden) if hidden else record


def _masked(workshop: Workshop) -> Workshop:
    changed = {
        (cls.kind, record.id): replace(workshop.items[cls.kind, record.id], record=hidden)
        for cls in RECORDS
        if personal_fields(cls)
        for record in workshop.all(cls)
        if (hidden := masked_record(record)) is not record
    }
    return workshop.with_items({**workshop.items, **changed}) if changed else workshop


def _seen(seen: Mapping[str, Any], kept: Record, names: tuple[str, ...]) -> dict[str, Any]:
    raw = {name: getattr(kept, name) for name in names if name in seen}
    return {name: said for name, said in raw.items() if said and seen[name] == masked(said)}


def _put(values: Mapping[str, Any], kept: Record, names: tuple[str, ...]) -> dict[str, Any]:
    raw = {name: getattr(kept, name) for name in names if values.get(name)}
    return {name: restored(values[name], said) for name, said in raw.items() if said}

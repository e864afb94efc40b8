"""The three things that can be done to a workshop, and how each is undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from cxworkshop.domain.errors import BadValue, Conflict, NotFound
from cxworkshop.domain.record import Record, checked, fields, title_of
from cxworkshop.domain.records import BY_KIND
from cxworkshop.domain.workshop import Item, Key, Workshop


@dataclass(frozen=True)
class Put:
    """Write these fields of one record, which is created where it is not there yet.

    `seen` is what the writer saw in some of the fields; where the record says otherwise now, the command is refused.
    `fresh` refuses to write over a record that is there. `stood` is the place where the writer saw the record: the
    command is refused where the record is gone, or is to be moved and no longer stands there.
    """

    kind: str
    id: str
    values: Mapping[str, Any]
    seen: Mapping[str, Any] = field(default_factory=dict)
    position: float | None = None
    fresh: bool = False
    stood: float | None = None


@dataclass(frozen=True)
class Remove:
    """Take one record out; refused where it no longer says what the remover saw, or stands where it `stood`."""

    kind: str
    id: str
    seen: Mapping[str, Any] = field(default_factory=dict)
    stood: float | None = None


@dataclass(frozen=True)
class Batch:
    """Several commands that happen together or not at all, under a name that people read in the log."""

    commands: tuple[Command, ...]
    name: str = ""


Command = Put | Remove | Batch


def new_id() -> str:
    """A random id, which says nothing about who wrote the record or when."""
    return uuid4().hex


def apply(workshop: Workshop, command: Command) -> Workshop:
    """The workshop after the command, at the same revision.

    Raises BadValue (a value that cannot be stored), NotFound (an unknown kind, or nothing there to remove) or
    Conflict (someone else wrote something else in the meantime).
    """
    items = dict(workshop.items)
    tail: dict[str, float] = {}
    for single in flat(command):
        _one(workshop, items, single, tail)
    return workshop.with_items(items)


def inverse(workshop: Workshop, command: Command) -> Command:
    """What undoes the command, given the workshop before it; it refuses to erase a later edit."""
    before = dict(workshop.items)
    tail: dict[str, float] = {}
    undo: list[Command] = []
    for single in flat(command):
        key = (single.kind, single.id)
        old = before.get(key)
        _one(workshop, before, single, tail)
        new = before.get(key)
        if new == old:
            continue
        if new is None:
            assert old is not None
            undo.append(Put(*key, values=old.record.filled, position=old.position, fresh=True))
        elif old is None:
            undo.append(Remove(*key, seen=_all(new.record), stood=new.position))
        else:
            changed = [name for name in fields(type(new.record)) if _get(old, name) != _get(new, name)]
            undo.append(
                Put(
                    *key,
                    values={name: _get(old, name) for name in changed},
                    seen={name: _get(new, name) for name in changed},
                    position=old.position if old.position != new.position else None,
                    stood=new.position,
                )
            )
    undo.reverse()
    return undo[0] if len(undo) == 1 else Batch(tuple(undo), getattr(command, "name", ""))


def flat(command: Command) -> tuple[Put | Remove, ...]:
    """The single commands of a command, in order."""
    if isinstance(command, Batch):
        return tuple(one for inner in command.commands for one in flat(inner))
    return (command,)


def touched(command: Command) -> tuple[Key, ...]:
    """The records that a command writes or removes, each once, in order."""
    return tuple(dict.fromkeys((one.kind, one.id) for one in flat(command)))


def _one(workshop: Workshop, items: dict[Key, Item], command: Put | Remove, tail: dict[str, float]) -> None:
    cls = BY_KIND.get(command.kind)
    if cls is None:
        raise NotFound(f"There is no table “{command.kind}” in a workshop.")
    key = (command.kind, command.id)
    old = items.get(key)
    if isinstance(command, Remove):
        if old is None:
            raise NotFound(f"{cls.sheet}: this row was already removed.")
        _refuse_moved(cls, old, command.stood)
        _refuse_unseen(cls, old, command.seen)
        del items[key]
        return
    _refuse_misplaced(cls, old, command)
    _refuse_unseen(cls, old, command.seen)
    if not command.id or (cls.single and command.id != cls.kind):
        raise BadValue(f"{cls.sheet}: “{command.id}” cannot name a row.")
    values = dict(command.values)
    record: Record = old.record.with_values(values) if old else cls(id=command.id, **checked(cls, values))
    if cls.anonymous:
        # All in one place, so that they stand in the order of their random ids: arrival would tell who wrote which.
        place = 0.0
    elif command.position is not None:
        place = command.position
    elif old is not None:
        place = old.position
    else:
        place = max(tail.get(command.kind, 0.0), workshop.last_position(command.kind)) + 1
    tail[command.kind] = max(tail.get(command.kind, 0.0), place)
    items[key] = Item(record, place)


def _refuse_misplaced(cls: type[Record], old: Item | None, command: Put) -> None:
    if old is not None and command.fresh:
        raise Conflict(f"{cls.sheet}: this row is there again already.")
    if command.stood is None:
        return
    if old is None:
        raise Conflict(f"{cls.sheet}: someone else removed this row in the meantime.")
    if command.position is not None:
        _refuse_moved(cls, old, command.stood)


def _refuse_moved(cls: type[Record], old: Item, stood: float | None) -> None:
    if stood is not None and old.position != stood:
        raise Conflict(f"{cls.sheet}: someone else moved this row in the meantime.")


def _refuse_unseen(cls: type[Record], old: Item | None, seen: Mapping[str, Any]) -> None:
    for name, value in checked(cls, dict(seen)).items():
        now = _get(old, name) if old is not None else None
        if now != value and not (now is None and value == ()):
            raise Conflict(
                f"{cls.sheet}, {title_of(cls, name)}: someone else changed this in the meantime.",
                mine=value,
                theirs=now,
            )


def _get(item: Item | None, name: str) -> object:
    if item is not None:
        return getattr(item.record, name)
    return None


def _all(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in fields(type(record))}

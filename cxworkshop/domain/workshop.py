"""A workshop is an immutable snapshot of everything that its room wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, cast

from cxworkshop.domain.record import Record, face_of
from cxworkshop.domain.records import BY_KIND, RECORDS

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
"""Kind and id: what names a record within a workshop."""


@dataclass(frozen=True)
class Item:
    """A record and its place among those of its kind; places need not be whole or dense."""

    record: Record
    position: float


@dataclass(frozen=True)
class Workshop:
    """Everything written so far; two workshops are equal when they hold the same records in the same order."""

    code: str = ""
    title: str = ""
    sample: bool = False
    revision: int = 0
    items: Mapping[Key, Item] = field(default_factory=dict)

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Item, ...]]:
        kinds: dict[str, list[Item]] = {}
        for (kind, _), item in self.items.items():
            kinds.setdefault(kind, []).append(item)
        return {
            kind: tuple(sorted(found, key=lambda item: (item.position, item.record.id)))
            for kind, found in kinds.items()
        }

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """Every record of a class, in order."""
        return tuple(cast(R, item.record) for item in self._by_kind.get(cls.kind, ()))

    def get(self, cls: type[R], id: str | None) -> R | None:
        """The record with that id, or None where there is none (any more)."""
        found = self.items.get((cls.kind, id)) if id else None
        return cast(R, found.record) if found else None

    def one(self, cls: type[R]) -> R:
        """The only record of a single class; an unfilled one until something is written."""
        return self.get(cls, cls.kind) or cls(id=cls.kind)

    def last_position(self, kind: str) -> float:
        """Where the last record of a kind stands; 0 where there is none."""
        found = self._by_kind.get(kind, ())
        return found[-1].position if found else 0.0

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        return {}

    def labels(self, kind: str) -> dict[str, str]:
        """A name for each id of a kind, in order; equal names are told apart by a number in brackets."""
        if kind not in self._labels:
            named: dict[str, str] = {}
            taken: set[str] = set()
            for item in self._by_kind.get(kind, ()):
                words = label(self, item.record)
                name, again = words, 2
                while name.casefold() in taken:
                    name, again = f"{words} ({again})", again + 1
                taken.add(name.casefold())
                named[item.record.id] = name
            self._labels[kind] = named
        return self._labels[kind]

    def name_of(self, kind: str, id: str | None) -> str:
        """The name of the record that a reference points to; empty where it points nowhere."""
        return self.labels(kind).get(id or "", "")

    def with_items(self, items: Mapping[Key, Item], revision: int | None = None) -> Workshop:
        """The same workshop holding other items."""
        return replace(self, items=items, revision=self.revision if revision is None else revision)

    def same_as(self, other: Workshop) -> bool:
        """Whether both hold exactly the same records in the same order."""
        return all(self.all(cls) == other.all(cls) for cls in RECORDS)


def label(workshop: Workshop, record: Record) -> str:
    """What names a record to a person; references in its name are shown by their own names."""
    words = []
    for name in record.named_by:
        value = getattr(record, name)
        refers = face_of(type(record), name).refers
        if refers:
            found = workshop.get(BY_KIND[refers], value)
            value = label(workshop, found) if found else None
        if value not in (None, ""):
            words.append(str(value))
    return " · ".join(words).replace("\n", " ")[:80] or "—"


def assemble(records: Iterable[Record], *, code: str = "", title: str = "", sample: bool = False) -> Workshop:
    """A workshop of these records; their order of appearance is their order within each kind.

    Anonymous ones stand all in one place, in the order of their random ids, wherever they came from.
    """
    items: dict[Key, Item] = {}
    for record in records:
        items[record.kind, record.id] = Item(record, 0.0 if record.anonymous else float(len(items) + 1))
    return Workshop(code=code, title=title, sample=sample, items=items)

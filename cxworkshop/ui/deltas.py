"""What a table editor's accumulated edits mean as commands, each edit sent once however often it is replayed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxworkshop.domain.commands import Command, Put, Remove, new_id
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import Record, face_of, title_of
from cxworkshop.domain.values import parse
from cxworkshop.domain.workshop import Workshop

Deltas = Mapping[str, Any]
"""The editor's state: `edited_rows`, `added_rows`, `deleted_rows`, by position in the rows it was opened with."""


@dataclass(frozen=True)
class Cell:
    """Where one cell of an editor is kept: a field of a record, and what else a new such record holds."""

    cls: type[Record]
    id: str
    name: str
    base: Mapping[str, Any]
    seen: Any = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What names the cell in a workshop."""
        return self.cls.kind, self.id, self.name


@dataclass(frozen=True)
class Problem:
    """A cell that could not be saved as typed: what was typed, and what to do about it."""

    place: str
    typed: str
    message: str


@dataclass
class Sheet:
    """One opened editor: the rows it shows, and how far its edits have been sent."""

    rows: tuple[Record, ...]
    cell: Callable[[int, str], Cell]
    """The cell at a row position and column of the opened rows."""
    new: Callable[[str, str], Cell]
    """The cell of an added row's id and a column."""
    ids: Mapping[str, Mapping[str, str]]
    """Per reference column, the id that each shown name stands for."""
    sent: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    """What has been read from the editor, cell by cell, as it was typed."""
    kept: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    """What the store holds since then, as far as this editor knows."""
    added: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)

    def take(
        self, deltas: Deltas, workshop: Workshop
    ) -> tuple[list[Command], dict[tuple[str, str, str], Problem | None]]:
        """The commands that the new edits among `deltas` ask for, and which cells are (no longer) in trouble."""
        commands: list[Command] = []
        troubles: dict[tuple[str, str, str], Problem | None] = {}
        self._match_added(deltas.get("added_rows", []), workshop, commands)
        typed = [
            (self.cell(int(position), column), raw, int(position))
            for position, changes in deltas.get("edited_rows", {}).items()
            for column, raw in changes.items()
        ] + [
            (self.new(id, column), raw, len(self.rows) + offset)
            for offset, (id, content) in enumerate(self.added)
            for column, raw in content.items()
        ]
        # A row that is not kept yet, or that somebody removed since, is sent whole as soon as anything in it changes.
        anew = {
            cell.key[:2]
            for cell, raw, _ in typed
            if cell.key[:2] not in workshop.items and not self._is_sent(cell, raw)
        }
        self.sent = {key: raw for key, raw in self.sent.items() if key[:2] not in anew}
        for cell, raw, position in typed:
            if not self._is_sent(cell, raw):
                self._cell(cell, raw, position, workshop, commands, troubles)
        for position in deltas.get("deleted_rows", []):
            row = self.rows[int(position)]
            if row.id not in self.removed:
                self.removed.add(row.id)
                if (row.kind, row.id) in workshop.items:
                    commands.append(Remove(row.kind, row.id))
        return commands, troubles

    def _match_added(self, rows: list[dict[str, Any]], workshop: Workshop, commands: list[Command]) -> None:
        """Give each added row its id; a shorter list has lost rows, the others keep theirs."""
        kept: list[tuple[str, dict[str, Any]]] = []
        old = list(self.added)
        spare = len(old) - len(rows)
        for content in rows:
            while spare > 0 and old and old[0][1] != content:
                self._drop(old.pop(0)[0], workshop, commands)
                spare -= 1
            if old:
                kept.append((old.pop(0)[0], dict(content)))
            else:
                kept.append((new_id(), dict(content)))
        for id, _ in old:
            self._drop(id, workshop, commands)
        self.added = kept

    def _drop(self, id: str, workshop: Workshop, commands: list[Command]) -> None:
        kind = self.new(id, "").cls.kind
        if (kind, id) in workshop.items:
            commands.append(Remove(kind, id))

    def _is_sent(self, cell: Cell, raw: Any) -> bool:
        return cell.key in self.sent and bool(self.sent[cell.key] == raw)

    def _cell(
        self,
        cell: Cell,
        raw: Any,
        position: int,
        workshop: Workshop,
        commands: list[Command],
        troubles: dict[tuple[str, str, str], Problem | None],
    ) -> None:
        self.sent[cell.key] = raw
        face = face_of(cell.cls, cell.name)
        if face.refers and isinstance(raw, str):
            raw = self.ids.get(cell.name, {}).get(raw, raw)
        try:
            value = parse(face, raw)
        except BadValue as wrong:
            place = f"Row {position + 1}, {title_of(cell.cls, cell.name)}"
            troubles[cell.key] = Problem(place, str(raw), str(wrong))
            return
        troubles[cell.key] = None
        there = (cell.cls.kind, cell.id) in workshop.items
        base = {} if there else dict(cell.base)
        seen = (
            {cell.name: self.kept.get(cell.key, cell.seen)} if there and face.kind in ("text", "long") else {}
        )
        self.kept[cell.key] = value
        commands.append(Put(cell.cls.kind, cell.id, {**base, cell.name: value}, seen))

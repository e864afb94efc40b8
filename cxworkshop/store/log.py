"""The log of all changes: who did what and when, and which of them its author can still take back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, or_, select

from cxworkshop.domain.commands import Command
from cxworkshop.domain.wire import command_in
from cxworkshop.store.tables import changes

CREATE, DO, UNDO, REDO = "create", "do", "undo", "redo"
SAID = {UNDO: "Undone: ", REDO: "Done again: "}


@dataclass(frozen=True)
class Change:
    """One line of the log. `by` is blank and `at` names no more than the day where an answer was anonymous."""

    revision: int
    at: str
    by: str
    words: str


@dataclass(frozen=True)
class Author:
    """Whose changes are meant: those signed `by`, and the `unsigned` ones that this process remembers as theirs."""

    code: str
    by: str
    unsigned: Collection[int] = ()


def write(connection: Connection, **change: Any) -> None:
    """Add one line."""
    connection.execute(insert(changes).values(**change))


def latest(connection: Connection, code: str, since: int, limit: int) -> tuple[Change, ...]:
    """The newest changes after a revision, newest first."""
    query = select(changes.c.revision, changes.c.at, changes.c.by, changes.c.action, changes.c.words)
    query = query.where(changes.c.workshop == code, changes.c.revision > since)
    rows = connection.execute(query.order_by(changes.c.revision.desc()).limit(limit))
    return tuple(
        Change(row.revision, row.at, row.by or "", SAID.get(row.action, "") + row.words) for row in rows
    )


def to_undo(connection: Connection, author: Author) -> Row[Any] | None:
    """The author's newest change that was not undone yet: its revision, by and words."""
    return connection.execute(_newest(author, DO, REDO)).first()


def to_redo(connection: Connection, author: Author) -> Row[Any] | None:
    """The author's newest undoing since which they changed nothing else: its revision, by and words."""
    last = select(func.coalesce(func.max(changes.c.revision), -1)).where(*_of(author, DO))
    return connection.execute(
        _newest(author, UNDO).where(changes.c.revision > last.scalar_subquery())
    ).first()


def inverse_of(connection: Connection, code: str, revision: int) -> Command:
    """The command that takes a logged change back."""
    query = select(changes.c.undo).where(changes.c.workshop == code, changes.c.revision == revision)
    return command_in(connection.execute(query).scalar_one())


def _newest(author: Author, *actions: str) -> Select[Any]:
    later = changes.alias()
    reversed_ = select(later.c.revision).where(
        later.c.workshop == changes.c.workshop, later.c.reverses == changes.c.revision
    )
    # Without the command and its inverse: an import's are long, and the undo button asks at every redraw.
    query = select(changes.c.revision, changes.c.by, changes.c.words)
    query = query.where(*_of(author, *actions), ~reversed_.exists())
    return query.order_by(changes.c.revision.desc()).limit(1)


def _of(author: Author, *actions: str) -> tuple[ColumnElement[bool], ...]:
    mine: ColumnElement[bool] = changes.c.by == author.by
    if author.unsigned:
        mine = or_(mine, changes.c.revision.in_(author.unsigned))
    return changes.c.workshop == author.code, mine, changes.c.action.in_(actions)

"""One writer's turn at a workshop: from the command to the items and the line in the log, in one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row

from cxworkshop.domain.commands import Command, apply, inverse, touched
from cxworkshop.domain.errors import BadValue, CannotUndo, Conflict, NotFound
from cxworkshop.domain.records import BY_KIND
from cxworkshop.domain.wire import command_out
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import log, shelf
from cxworkshop.store.log import Author
from cxworkshop.store.snapshots import write_items
from cxworkshop.store.words import words


class Turn:
    """While it lasts nobody else writes to the workshop; `after` is what it has become."""

    def __init__(self, connection: Connection, before: Workshop, author: Author, at: str) -> None:
        self.before = self.after = before
        self.signed = True
        self._connection, self._author, self._at = connection, author, at

    def do(
        self,
        command: Command,
        *,
        action: str = log.DO,
        reverses: int | None = None,
        said: str = "",
        signed: bool | None = None,
    ) -> None:
        """Do a command and log it with its inverse; one that changes nothing leaves no trace.

        An answer to an anonymous table is logged without its author and its hour, unless `signed` says otherwise.
        """
        after = apply(self.before, command)
        keys = tuple(key for key in touched(command) if self.before.items.get(key) != after.items.get(key))
        if not keys and reverses is None:
            return
        self.signed = not any(BY_KIND[kind].anonymous for kind, _ in keys) if signed is None else signed
        self.after = after.with_items(after.items, self.before.revision + 1)
        write_items(self._connection, self.after, keys)
        shelf.change(self._connection, after.code, revision=self.after.revision, changed_at=self._at)
        log.write(
            self._connection,
            workshop=after.code,
            revision=self.after.revision,
            at=self._at if self.signed else self._at[:10],
            by=self._author.by if self.signed else None,
            action=action,
            reverses=reverses,
            words=said or words(self.before, self.after, keys, getattr(command, "name", "")),
            command=command_out(command),
            undo=command_out(inverse(self.before, command)),
        )

    def undo(self) -> None:
        """Take back the author's newest change that still stands. Raises CannotUndo."""
        change = log.to_undo(self._connection, self._author)
        if change is None:
            raise CannotUndo("There is nothing of yours left to undo.")
        self._reverse(change, log.UNDO, "undone")

    def redo(self) -> None:
        """Take back the author's newest undoing. Raises CannotUndo."""
        change = log.to_redo(self._connection, self._author)
        if change is None:
            raise CannotUndo("There is nothing that you undid and could do again.")
        self._reverse(change, log.REDO, "done again")

    def _reverse(self, change: Row[Any], action: str, done: str) -> None:
        command = log.inverse_of(self._connection, self.before.code, change.revision)
        try:
            self.do(
                command,
                action=action,
                reverses=change.revision,
                said=change.words,
                signed=change.by is not None,
            )
        except (BadValue, Conflict, NotFound) as later:
            raise CannotUndo(
                f"“{change.words}” cannot be {done} without erasing later work. {later} "
                "Nothing was changed: look at it together, and change it by hand if you still want to."
            ) from later

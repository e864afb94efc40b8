"""The one source of truth: workshops are read from here, and every change goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import URL

from cxworkshop.domain.commands import Command
from cxworkshop.domain.difference import difference
from cxworkshop.domain.record import Record
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.store import log, shelf
from cxworkshop.store.database import Database
from cxworkshop.store.log import Author, Change
from cxworkshop.store.place import data_folder, database_url
from cxworkshop.store.shelf import Summary
from cxworkshop.store.snapshots import Snapshots, write_items
from cxworkshop.store.turn import Turn

KEPT_DAYS = 30
"""How long a removed workshop can be restored."""


def utc_now() -> datetime:
    """The time by which changes are dated."""
    return datetime.now(UTC)


def open_store(url: str | None = None, *, now: Callable[[], datetime] = utc_now) -> Store:
    """The workshops at a database address, by default CXWORKSHOP_DATABASE_URL or a file in the user's data folder.

    Raises StoreProblem where the database cannot be used, with its place and what to do.
    """
    return Store(database_url(url), now)


class Store:
    """Workshops that are kept. One for all threads of a process; other processes may write to the same database.

    Every method may raise StoreProblem (the database cannot be used); those that take a code raise NotFound where no
    workshop has it or it was removed; it may be typed in small letters. What returns has been written to disk.
    """

    def __init__(self, url: URL, now: Callable[[], datetime]) -> None:
        self._url, self._now = url, now
        self._database = Database(url)
        self._snapshots = Snapshots()
        # Who wrote an anonymous answer is known here alone, so that they can undo it, and is never written down.
        self._unsigned: dict[tuple[str, str], set[int]] = {}
        with self._database.writing() as connection:
            shelf.purge(connection, self._time(timedelta(days=-KEPT_DAYS)))

    def create(self, title: str, *, by: str, sample: bool = False, records: Iterable[Record] = ()) -> str:
        """A new workshop holding these records in this order; its code. Raises BadValue for an unusable title."""
        title = shelf.checked_title(title)
        at = self._time()
        with self._database.writing() as connection:
            code = shelf.add(connection, title, sample, at)
            workshop = assemble(records, code=code, title=title, sample=sample)
            write_items(connection, workshop, workshop.items)
            said = f"Begun with {len(workshop.items):,} rows" if workshop.items else "Begun"
            log.write(connection, workshop=code, revision=0, at=at, by=by, action=log.CREATE, words=said)
        self._snapshots.publish(workshop)
        return code

    def load(self, code: str) -> Workshop:
        """The workshop as it is now, whoever wrote last."""
        with self._database.reading() as connection:
            return self._snapshots.read(connection, shelf.spelled(code))

    def commit(self, code: str, command: Command, by: str) -> Workshop:
        """Do a command; the workshop after it. Raises what `apply` raises, and then nothing has changed."""
        with self._turn(code, by) as turn:
            turn.do(command)
        return turn.after

    def replace(self, code: str, workshop: Workshop, by: str) -> Workshop:
        """Turn the stored workshop into another one, as one change that can be undone; its title stays."""
        with self._turn(code, by) as turn:
            # The importer of a workbook is not the author of the answers in it.
            turn.do(difference(turn.before, workshop, "Workbook"), signed=True)
        return turn.after

    def undo(self, code: str, by: str) -> Workshop:
        """Take back one's own newest change. Raises CannotUndo rather than erase what someone else wrote later."""
        with self._turn(code, by) as turn:
            turn.undo()
        return turn.after

    def redo(self, code: str, by: str) -> Workshop:
        """Do again what one undid last, unless one has changed something else since. Raises CannotUndo."""
        with self._turn(code, by) as turn:
            turn.redo()
        return turn.after

    def can_undo(self, code: str, by: str) -> str | None:
        """What `undo` would take back, in words; None where there is nothing."""
        with self._database.reading() as connection:
            found = log.to_undo(connection, self._author(code, by))
        return found.words if found else None

    def can_redo(self, code: str, by: str) -> str | None:
        """What `redo` would do again, in words; None where there is nothing."""
        with self._database.reading() as connection:
            found = log.to_redo(connection, self._author(code, by))
        return found.words if found else None

    def changes(self, code: str, since: int = -1, limit: int = 200) -> tuple[Change, ...]:
        """The newest changes after a revision, newest first; the workshop's beginning is revision 0."""
        with self._database.reading() as connection:
            return log.latest(connection, shelf.spelled(code), since, limit)

    def list(self) -> tuple[Summary, ...]:
        """All workshops, the one changed last first."""
        with self._database.reading() as connection:
            return shelf.summaries(connection, removed=False)

    def removed(self) -> tuple[Summary, ...]:
        """The workshops that can be restored, the one removed last first."""
        with self._database.reading() as connection:
            return shelf.summaries(connection, removed=True)

    def remove(self, code: str) -> None:
        """Take a workshop off the shelf; it can be restored for 30 days."""
        with self._database.writing() as connection:
            shelf.change(connection, code, removed_at=self._time())

    def restore(self, code: str) -> None:
        """Put a removed workshop back, with everything in it."""
        with self._database.writing() as connection:
            shelf.change(connection, code, removed=True, removed_at=None)

    def rename(self, code: str, title: str) -> None:
        """Give a workshop another title. Raises BadValue for an unusable one."""
        title = shelf.checked_title(title)
        with self._database.writing() as connection:
            shelf.change(connection, code, title=title, changed_at=self._time())

    def data_folder(self) -> Path:
        """The folder beside the database, for what belongs to the workshops but not into it."""
        return data_folder(self._url)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @contextmanager
    def _turn(self, code: str, by: str) -> Iterator[Turn]:
        author = self._author(code, by)
        with self._database.writing() as connection:
            before = self._snapshots.read(connection, author.code, to_write=True)
            turn = Turn(connection, before, author, self._time())
            yield turn
        self._snapshots.publish(turn.after)
        if not turn.signed:
            self._unsigned.setdefault((author.code, by), set()).add(turn.after.revision)

    def _author(self, code: str, by: str) -> Author:
        code = shelf.spelled(code)
        return Author(code, by, tuple(self._unsigned.get((code, by), ())))

    def _time(self, offset: timedelta = timedelta()) -> str:
        return (self._now() + offset).astimezone(UTC).isoformat(timespec="milliseconds")

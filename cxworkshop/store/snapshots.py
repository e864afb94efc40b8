"""The newest known state of each workshop, kept in memory and brought up to date by what changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

from sqlalchemy import Connection, bindparam, delete, insert, select

from cxworkshop.domain.errors import NotFound
from cxworkshop.domain.wire import record_in, record_out
from cxworkshop.domain.workshop import Item, Key, Workshop
from cxworkshop.store.tables import items, workshops


class Snapshots:
    """Immutable workshops by code, safe to hand to any thread."""

    def __init__(self) -> None:
        self._newest: dict[str, Workshop] = {}
        self._lock = Lock()

    def read(self, connection: Connection, code: str, *, to_write: bool = False) -> Workshop:
        """The workshop as the database has it now; `to_write` holds off its other writers until the transaction ends.

        Raises NotFound where there is no such workshop, or it was removed.
        """
        # Looked up before the database is asked: another thread may publish a newer one meanwhile.
        known = self._newest.get(code)
        title, sample, revision = _heading(connection, code, to_write)
        if known is None or known.revision > revision:
            known = Workshop(code=code, revision=-1)
        if (known.title, known.sample) != (title, sample):
            known = replace(known, title=title, sample=sample)
        elif known.revision == revision:
            return known
        return self.publish(_caught_up(connection, known, revision))

    def publish(self, now: Workshop) -> Workshop:
        """Make it the newest known state, unless a newer one is known; returns what was handed in."""
        with self._lock:
            known = self._newest.get(now.code)
            if known is None or known.revision <= now.revision:
                self._newest[now.code] = now
        return now


def write_items(connection: Connection, after: Workshop, keys: Iterable[Key]) -> None:
    """Write these items as they are in `after`, whether they were there before, are new, or are gone."""
    rows = [_row(after, *key) for key in keys]
    if rows:
        # Deleting first is the one way to write a row that may be there which all databases understand.
        connection.execute(_DELETE, [{f"the_{name}": row[name] for name in _KEY} for row in rows])
        connection.execute(insert(items), rows)


_KEY = ("workshop", "kind", "id")
_DELETE = delete(items).where(*(items.c[name] == bindparam(f"the_{name}") for name in _KEY))


def _row(after: Workshop, kind: str, id: str) -> dict[str, object]:
    item = after.items.get((kind, id))
    return {
        "workshop": after.code,
        "kind": kind,
        "id": id,
        "position": item.position if item else 0.0,
        "version": after.revision,
        "body": record_out(item.record) if item else None,
    }


def _heading(connection: Connection, code: str, to_write: bool) -> tuple[str, bool, int]:
    query = select(workshops).where(workshops.c.code == code)
    row = connection.execute(query.with_for_update() if to_write else query).one_or_none()
    if row is None:
        raise NotFound(f"There is no workshop “{code}”: check the code, or choose one from the list.")
    if row.removed_at is not None:
        raise NotFound(
            f"The workshop “{row.title}” was removed on {row.removed_at[:10]}: restore it to go on with it."
        )
    return row.title, row.sample, row.revision


def _caught_up(connection: Connection, known: Workshop, revision: int) -> Workshop:
    query = select(items).where(items.c.workshop == known.code, items.c.version > known.revision)
    found = dict(known.items)
    for row in connection.execute(query):
        # PostgreSQL shows what was written since the revision was read; then all up to that is shown.
        revision = max(revision, row.version)
        if row.body is None:
            found.pop((row.kind, row.id), None)
        else:
            found[row.kind, row.id] = Item(record_in(row.kind, row.id, row.body), row.position)
    return known.with_items(found, revision)

"""How a database of any earlier version becomes one of this version, step by step, all or nothing."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, update

from cxworkshop.store.problem import StoreProblem
from cxworkshop.store.tables import schema_version

Migration = Callable[[Connection], None]
MIGRATIONS: list[Migration] = []


def migration(step: Migration) -> Migration:
    """Adds a step; the number of steps is the version. A released step is never edited, a new one follows it."""
    MIGRATIONS.append(step)
    return step


def migrate(connection: Connection, where: str) -> None:
    """Take the steps that the database has not taken yet. Raises StoreProblem where a newer version made it."""
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise StoreProblem(
            f"{where} was written by a newer version of this app (its format is {version}, this app knows "
            f"{len(MIGRATIONS)}): install the newer version, or set CXWORKSHOP_DATABASE_URL to another file."
        )
    for step in MIGRATIONS[version:]:
        step(connection)
    if version < len(MIGRATIONS):
        connection.execute(update(schema_version).values(version=len(MIGRATIONS)))


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(schema_version.name):
        connection.exec_driver_sql("CREATE TABLE schema_version (version INTEGER NOT NULL)")
        connection.execute(insert(schema_version).values(version=0))
    version: int = connection.execute(select(schema_version.c.version)).scalar_one()
    return version


@migration
def workshops_items_changes(connection: Connection) -> None:
    """Version 1. Written out rather than derived from the tables of today, which will move on."""
    for statement in (
        """CREATE TABLE workshops (
            code TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            sample BOOLEAN NOT NULL,
            revision INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            removed_at TEXT
        )""",
        """CREATE TABLE items (
            workshop TEXT NOT NULL REFERENCES workshops (code) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            position DOUBLE PRECISION NOT NULL,
            version INTEGER NOT NULL,
            body JSON,
            PRIMARY KEY (workshop, kind, id)
        )""",
        "CREATE INDEX items_by_version ON items (workshop, version)",
        """CREATE TABLE changes (
            workshop TEXT NOT NULL REFERENCES workshops (code) ON DELETE CASCADE,
            revision INTEGER NOT NULL,
            at TEXT NOT NULL,
            "by" TEXT,
            action TEXT NOT NULL,
            reverses INTEGER,
            words TEXT NOT NULL,
            command JSON,
            undo JSON,
            PRIMARY KEY (workshop, revision)
        )""",
        'CREATE INDEX changes_by_author ON changes (workshop, "by", revision)',
        "CREATE INDEX changes_by_reversed ON changes (workshop, reverses)",
    ):
        connection.exec_driver_sql(statement)

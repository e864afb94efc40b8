"""A database of an earlier version is brought up to date, or left exactly as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import Stage
from cxworkshop.store import Store, StoreProblem, migrations, open_store

# What version 1 left on people's disks; never to be edited.
VERSION_1 = """
CREATE TABLE schema_version (version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (1);
CREATE TABLE workshops (code TEXT PRIMARY KEY, title TEXT NOT NULL, sample BOOLEAN NOT NULL,
    revision INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL, removed_at TEXT);
CREATE TABLE items (workshop TEXT NOT NULL REFERENCES workshops (code) ON DELETE CASCADE, kind TEXT NOT NULL,
    id TEXT NOT NULL, position DOUBLE PRECISION NOT NULL, version INTEGER NOT NULL, body JSON,
    PRIMARY KEY (workshop, kind, id));
CREATE INDEX items_by_version ON items (workshop, version);
CREATE TABLE changes (workshop TEXT NOT NULL REFERENCES workshops (code) ON DELETE CASCADE,
    revision INTEGER NOT NULL, at TEXT NOT NULL, "by" TEXT, action TEXT NOT NULL, reverses INTEGER,
    words TEXT NOT NULL, command JSON, undo JSON, PRIMARY KEY (workshop, revision));
CREATE INDEX changes_by_author ON changes (workshop, "by", revision);
CREATE INDEX changes_by_reversed ON changes (workshop, reverses);
INSERT INTO workshops VALUES
    ('K7MF-2QXR', 'Spring', 0, 1, '2026-01-01T08:00:00.000+00:00', '2026-01-01T08:05:00.000+00:00', NULL);
INSERT INTO items VALUES ('K7MF-2QXR', 'stage', 's', 1.0, 1, '{"name":"Auswählen","emotion":1}');
INSERT INTO changes VALUES ('K7MF-2QXR', 0, '2026-01-01T08:00:00.000+00:00', 'Ann', 'create', NULL, 'Begun',
    NULL, NULL);
INSERT INTO changes VALUES ('K7MF-2QXR', 1, '2026-01-01T08:05:00.000+00:00', 'Ann', 'do', NULL,
    'Stages: Auswählen (new)',
    '{"do":"put","kind":"stage","id":"s","seen":{},"values":{"name":"Auswählen","emotion":1},"position":null,'
    || '"fresh":false,"stood":null}',
    '{"do":"remove","kind":"stage","id":"s","seen":{"name":"Auswählen","emotion":1}}');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database of version 1 with one workshop in it."""
    path = tmp_path / "workshops.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(VERSION_1)
    connection.close()
    return path


def dump(file: Path) -> list[str]:
    """Everything that a database file holds."""
    connection = sqlite3.connect(file)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_database_of_version_1_opens_with_its_workshops_and_its_log(file: Path) -> None:
    """What was written then is read, can be gone on with, and can be undone."""
    store = open_store(f"sqlite:///{file}")
    assert store.load("K7MF-2QXR").all(Stage) == (Stage(id="s", name="Auswählen", emotion=1),)
    store.commit("K7MF-2QXR", Put("stage", "s", {"emotion": 2}), "Ann")
    store.undo("K7MF-2QXR", "Ann")
    assert store.undo("K7MF-2QXR", "Ann").items == {}
    store.close()


def test_a_new_database_has_the_newest_version(store: Store, tmp_path: Path) -> None:
    """Its version is the number of migrations, all of which were taken."""
    connection = sqlite3.connect(tmp_path / "workshops.db")
    assert connection.execute("SELECT version FROM schema_version").fetchall() == [
        (len(migrations.MIGRATIONS),)
    ]
    connection.close()


def test_the_steps_that_are_missing_are_taken_once_and_in_order(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two later steps run on a database of version 1; opening it again runs neither."""
    taken: list[str] = []

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE workshops ADD COLUMN colour TEXT")
        taken.append("second")

    def third(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE workshops SET colour = 'green'")
        taken.append("third")

    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, second, third])
    for _ in range(2):
        store = open_store(f"sqlite:///{file}")
        assert store.load("K7MF-2QXR").title == "Spring"
        store.close()
    assert taken == ["second", "third"]


def test_a_step_that_fails_leaves_the_database_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what earlier steps of the same opening did is taken back."""

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE colours (name TEXT)")

    def third(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE nowhere SET colour = 'green'")

    before = dump(file)
    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, second, third])
    with pytest.raises(OperationalError, match="nowhere"):
        open_store(f"sqlite:///{file}")
    assert dump(file) == before


def test_a_database_from_a_newer_version_is_refused_and_left_alone(file: Path) -> None:
    """The message names the file, both formats and what to do."""
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE schema_version SET version = 99")
    connection.close()
    before = dump(file)
    with pytest.raises(StoreProblem, match=rf"{file}.*newer version.*99.*install"):
        open_store(f"sqlite:///{file}")
    assert dump(file) == before

"""The connection to the database, SQLite or PostgreSQL: transactions that are durable, and errors in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import QueuePool

from cxworkshop.store.migrations import migrate
from cxworkshop.store.place import VARIABLE, file_of, made
from cxworkshop.store.problem import StoreProblem, problem

PATIENCE = "30"
"""Seconds that a writer waits for another one; an address may say otherwise (`?timeout=5`)."""


class Database:
    """One database, shared by all threads of this process and by other processes."""

    def __init__(self, url: URL) -> None:
        self.file = file_of(url)
        self.where = str(self.file or url.render_as_string(hide_password=True))
        if self.file:
            made(self.file.parent)
        self._engine = self._connect(url)
        self._writer = self._engine.execution_options(writes=True)
        with self.writing() as connection:
            if connection.dialect.name == "postgresql":
                # SQLite holds off a second process that makes the tables; PostgreSQL has to be asked to.
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(5)")
            migrate(connection, self.where)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database. Raises StoreProblem where it cannot be read."""
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is on disk when the block ends, or has changed nothing. Raises StoreProblem."""
        with self._explained(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as wrong:
            found = problem(self.where, wrong)
            if found is None:
                raise
            raise found from wrong

    def _connect(self, url: URL) -> Engine:
        options: dict[str, Any] = {
            "json_serializer": partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
        }
        if url.get_backend_name() == "sqlite":
            return _sqlite(url, options, in_memory=self.file is None)
        try:
            return create_engine(url, pool_pre_ping=True, **options)
        except (ArgumentError, ImportError) as wrong:
            raise StoreProblem(
                f"{VARIABLE}: the database {self.where} is of a kind not installed here."
            ) from wrong


def _sqlite(url: URL, options: dict[str, Any], *, in_memory: bool) -> Engine:
    """All that is particular to SQLite."""
    if "timeout" not in url.query:
        url = url.update_query_dict({"timeout": PATIENCE})
    # A database in memory lives in its connection: one only, which the threads take in turns.
    pool: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if in_memory else {"max_overflow": 40}
    engine = create_engine(
        url, poolclass=QueuePool, connect_args={"check_same_thread": False}, **pool, **options
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: object) -> None:
        connection.isolation_level = None  # The driver would begin transactions by itself, too late.
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        # Writers queue up at the start: a reader that turns writer half-way would be refused at once.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine

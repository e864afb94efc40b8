"""The process is killed while it writes, two hundred times: everything that was acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from itertools import count
from pathlib import Path

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import Evidence
from cxworkshop.store import open_store
from tests.store.children import child, in_threads

KILLS, THREADS = 200, 4
LONGEST = 0.12
"""Seconds that a child may write before it is killed; a commit takes a few thousandths."""


def test_every_acknowledged_change_outlives_two_hundred_kills(url: str, tmp_path: Path) -> None:
    """After each SIGKILL all acknowledged rows are in the workshop and in its log; in the end the file is whole."""
    chance = random.Random(7)
    store = open_store(url)
    code = store.create("Killed", by="x")
    store.close()
    acknowledged: dict[str, int] = {}
    killed_while_writing = 0
    for number in range(KILLS):
        said = killed(url, code, number, chance.uniform(0, LONGEST))
        killed_while_writing += bool(said)
        acknowledged.update(said)
        store = open_store(url)
        found = store.load(code)
        logged = {change.revision for change in store.changes(code, since=0, limit=10**6)}
        store.close()
        assert {row.id for row in found.all(Evidence)} >= acknowledged.keys()
        assert logged == set(range(1, found.revision + 1))
        assert logged >= set(acknowledged.values())
    assert killed_while_writing > KILLS * 0.8
    with sqlite3.connect(tmp_path / "workshops.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def killed(url: str, code: str, number: int, after: float) -> dict[str, int]:
    """Let a child write as fast as it can, kill it, and give the ids it acknowledged with their revisions."""
    ear, mouth = os.pipe()

    def write() -> None:
        os.close(ear)
        store = open_store(url)

        def one_thread(thread: int) -> None:
            for turn in count():
                id = f"{number}-{thread}-{turn}"
                revision = store.commit(code, Put("evidence", id, {"count": turn}), "x").revision
                os.write(mouth, f"{id} {revision}\n".encode())

        in_threads(THREADS, one_thread)

    pid = child(write)
    os.close(mouth)
    with os.fdopen(ear) as lines:
        # Counted from the first acknowledgement, so that the kill falls into the writing rather than the opening.
        first = lines.readline() if number % 20 else ""
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        rest = lines.read().splitlines()
    said = [line.split() for line in [first.strip(), *rest] if line]
    return {id: int(revision) for id, revision in said}

"""A process is killed while it writes, two hundred times: everything that was acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TextIO

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import Evidence
from cxworkshop.store import Store, open_store
from tests.store.children import child, in_threads

KILLS, A_WORKSHOP, THREADS = 200, 10, 3
LONGEST = 0.06
"""Seconds that a child may go on writing before it is killed; a commit takes a few thousandths."""


@dataclass
class Writer:
    """A child process that writes as fast as it can and says on a pipe what it was told is kept."""

    pid: int
    lines: TextIO

    def killed(self, after: float, *, opening: bool) -> dict[str, int]:
        """Kill it so long after its first word, or anywhere between its start and that; what it had acknowledged."""
        said = [] if opening else [self.lines.readline()]
        time.sleep(after)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        with self.lines:
            said += self.lines.readlines()
        return {id: int(revision) for id, revision in (line.split() for line in said)}


def test_every_acknowledged_change_outlives_two_hundred_kills(url: str, tmp_path: Path) -> None:
    """After each SIGKILL all acknowledged rows are in the workshop and in its log; in the end the file is whole."""
    chance = random.Random(7)
    acknowledged: dict[str, dict[str, int]] = {}
    died_writing = 0
    for number in range(KILLS):
        if number % A_WORKSHOP == 0:
            store = open_store(url)
            code = store.create("Killed", by="x")
            store.close()
            said = acknowledged[code] = {}
        heard = writer(url, code, number).killed(chance.uniform(0, LONGEST), opening=number % 20 == 0)
        died_writing += bool(heard)
        said.update(heard)
        store = open_store(url)
        check(store, code, said)
        store.close()
    assert died_writing > KILLS * 0.9
    store = open_store(url)
    for code, said in acknowledged.items():
        check(store, code, said)
    store.close()
    connection = sqlite3.connect(tmp_path / "workshops.db")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def writer(url: str, code: str, number: int) -> Writer:
    """Start one."""
    ear, mouth = os.pipe()

    def write() -> None:
        store = open_store(url)

        def one_thread(thread: int) -> None:
            for turn in count():
                id = f"{number}-{thread}-{turn}"
                revision = store.commit(code, Put("evidence", id, {"count": turn}), "x").revision
                os.write(mouth, f"{id} {revision}\n".encode())

        in_threads(THREADS, one_thread)

    pid = child(write)
    os.close(mouth)
    return Writer(pid, os.fdopen(ear))


def check(store: Store, code: str, acknowledged: dict[str, int]) -> None:
    """Each acknowledged row is there, each revision has its line, and items and log agree."""
    found = store.load(code)
    logged = {change.revision for change in store.changes(code, since=0, limit=10**6)}
    assert {row.id for row in found.all(Evidence)} >= acknowledged.keys()
    assert logged >= set(acknowledged.values())
    assert logged == set(range(1, found.revision + 1))
    assert len(found.items) == found.revision

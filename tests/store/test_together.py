"""Several people in several threads and processes write at once: nobody's work is lost, no reader misses any of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import Conflict
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import BridgeRow, Evidence, PeriodFacts
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import Store, open_store
from tests.store.children import child, ended_well, in_threads

CELLS = [name for name in fields(BridgeRow) if BridgeRow.model_fields[name].annotation == (int | None)]
THREADS, TIMES = 4, 10


def begin(url: str) -> str:
    """An empty workshop; the store is closed again."""
    store = open_store(url)
    code = store.create("Together", by="Ann")
    store.close()
    return code


def read(url: str, code: str) -> Workshop:
    """The workshop as a process finds it that comes later."""
    store = open_store(url)
    found = store.load(code)
    store.close()
    return found


def both(url: str, work: Callable[[Store, int], None]) -> None:
    """Do the work in two processes at once, each told 0 or 1 and given a store of its own."""

    def alone(number: int) -> None:
        store = open_store(url)
        work(store, number)
        store.close()

    pids = [child(partial(alone, number)) for number in (0, 1)]
    assert [ended_well(pid) for pid in pids] == [True, True]


def test_different_cells_of_one_row_written_at_once_all_survive(url: str) -> None:
    """Two processes of four threads: every thread's last value is in its cell, and every write has its revision."""
    code = begin(url)

    def write(store: Store, process: int) -> None:
        def cell(thread: int) -> None:
            for time in range(1, TIMES + 1):
                store.commit(code, Put("bridge_row", "r", {CELLS[process * THREADS + thread]: time}), "x")

        in_threads(THREADS, cell)

    both(url, write)
    found = read(url, code)
    row = found.get(BridgeRow, "r")
    assert [getattr(row, name) for name in CELLS[: 2 * THREADS]] == [TIMES] * 2 * THREADS
    assert found.revision == 2 * THREADS * TIMES


def test_a_counter_that_everyone_raises_by_one_misses_no_step(url: str) -> None:
    """Who did not see the newest value gets a Conflict and tries again: the sum is exact, nothing is overwritten."""
    code = begin(url)

    def write(store: Store, _: int) -> None:
        def raise_it(_: int) -> None:
            done = 0
            while done < TIMES:
                seen = store.load(code).get(PeriodFacts, "p")
                orders = seen.orders if seen else None
                try:
                    store.commit(
                        code, Put("period_facts", "p", {"orders": (orders or 0) + 1}, {"orders": orders}), "x"
                    )
                except Conflict:
                    continue
                done += 1

        in_threads(THREADS, raise_it)

    both(url, write)
    facts = read(url, code).get(PeriodFacts, "p")
    assert facts is not None
    assert facts.orders == 2 * THREADS * TIMES


def test_rows_added_at_once_each_get_a_place_of_their_own(url: str) -> None:
    """No two rows stand in the same place, so their order is the same for everyone."""
    code = begin(url)

    def write(store: Store, process: int) -> None:
        def add(thread: int) -> None:
            for time in range(TIMES):
                store.commit(code, Put("evidence", f"{process}-{thread}-{time}", {"count": time}), "x")

        in_threads(THREADS, add)

    both(url, write)
    found = read(url, code)
    assert len(found.all(Evidence)) == 2 * THREADS * TIMES
    assert len({item.position for item in found.items.values()}) == 2 * THREADS * TIMES


def test_a_reader_meanwhile_sees_every_change_and_never_goes_back(url: str) -> None:
    """Revisions only rise, each snapshot holds all rows up to its revision, and the last one is complete."""
    code = begin(url)

    def work(store: Store, process: int) -> None:
        def add(thread: int) -> None:
            for time in range(TIMES):
                store.commit(code, Put("evidence", f"{thread}-{time}", {"count": time}), "x")

        if process == 0:
            in_threads(THREADS, add)
            return
        seen, patience = 0, monotonic() + 30
        while seen < THREADS * TIMES:
            found = store.load(code)
            assert found.revision >= seen
            assert len(found.items) == found.revision
            assert monotonic() < patience
            seen = found.revision

    both(url, work)


def test_the_threads_of_a_store_in_memory_take_turns() -> None:
    """It has one connection only; nothing is lost, and everyone sees what they wrote."""
    store = open_store("sqlite://")
    code = store.create("Memory", by="Ann")

    def work(thread: int) -> None:
        for time in range(TIMES):
            store.commit(code, Put("evidence", f"{thread}-{time}", {"count": time}), "x")
            assert store.load(code).get(Evidence, f"{thread}-{time}") is not None

    in_threads(THREADS, work)
    assert store.load(code).revision == THREADS * TIMES
    store.close()


def test_several_processes_may_make_the_same_new_database_at_once(url: str) -> None:
    """All of them find it complete, and each one's workshop is in it."""

    def make() -> None:
        open_store(url).create("New", by="x")

    pids = [child(make) for _ in range(6)]
    assert all([ended_well(pid) for pid in pids])
    store = open_store(url)
    assert len(store.list()) == 6
    store.close()

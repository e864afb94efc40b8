"""Child processes that write to the store of a test."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from threading import Thread


def child(work: Callable[[], None]) -> int:
    """Do the work in a process of its own, which starts at once for it need not import anything; its id.

    No store may be open when it is called: SQLite's connections do not survive a fork.
    """
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        work()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        # Not sys.exit: the child shall not run what the test runner has in store for its own end.
        os._exit(status)


def ended_well(pid: int) -> bool:
    """Wait for a child; whether its work was done without an error."""
    return os.waitpid(pid, 0)[1] == 0


def in_threads(count: int, work: Callable[[int], None]) -> None:
    """Do the work in several threads at once, each told its number; an error in any of them is raised."""
    errors: list[BaseException] = []

    def guarded(number: int) -> None:
        try:
            work(number)
        except BaseException as error:
            errors.append(error)

    threads = [Thread(target=guarded, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]

"""A store in a temporary file, and a clock that tests can turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxworkshop.store import Store, open_store


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    """Half past nine on the first of March."""
    return Clock()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database file that is not there yet."""
    return f"sqlite:///{tmp_path / 'workshops.db'}"


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[Store]:
    """A store in that file."""
    opened = open_store(url, now=clock)
    yield opened
    opened.close()


@pytest.fixture
def code(store: Store) -> str:
    """An empty workshop."""
    return store.create("Spring offsite", by="Ann")

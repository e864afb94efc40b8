"""Pages are driven through app.py on a database of the test's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import RECORDS
from cxworkshop.domain.wire import workshop_in
from cxworkshop.store import open_store

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 30

Open = Callable[..., AppTest]


@pytest.fixture
def code_of(own_store: str) -> Callable[..., str]:
    """Keeps a workshop of some records and gives its code."""

    def keep(*records: Record, title: str = "Test") -> str:
        return open_store(own_store).create(title, by="test", records=records)

    return keep


@pytest.fixture
def sample_records() -> tuple[Record, ...]:
    """Every record of the finished sample."""
    found = workshop_in(json.loads((ROOT / "sample_data/finished_workshop.json").read_text(encoding="utf-8")))
    return tuple(record for cls in RECORDS for record in found.all(cls))


@pytest.fixture
def open_page(own_store: str) -> Open:
    """Opens a page of the app, at a step if one is named."""

    def open_it(page: str, code: str | None = None, step: str | None = None) -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
        if code:
            at.query_params["w"] = code
        at.run()
        if step:
            at.query_params["step"] = step
        at.switch_page(page)
        return at.run()

    return open_it

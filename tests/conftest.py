"""What all tests share: the project's root, and a workshop store of each test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# Speed is shown by benchmarks; a busy machine shall not fail a test that proves something else.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty database that the app will use in this test."""
    url = f"sqlite:///{tmp_path / 'workshops.db'}"
    monkeypatch.setenv("CXWORKSHOP_DATABASE_URL", url)
    return url

"""Ledgers for tests: small files written as people's systems write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def ledger_file(tmp_path: Path) -> Callable[..., Path]:
    """Write text or bytes under a name, and give the path."""

    def write(content: str | bytes, name: str = "ledger.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data; tests that read it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of shared real data is not here")
    return SHARED

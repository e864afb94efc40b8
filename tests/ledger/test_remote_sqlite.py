"""A ledger in an SQLite file: the kernel's figures, amounts exact, and a file that is only read."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tables import assert_equal, both
from test_bridge_command import HALF, bridge
from worked import PURCHASES

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import BridgeDefinition
from cxworkshop.ledger.remote.bridge import bridge_on
from cxworkshop.ledger.remote.lite import open_sqlite

HEADERS = ("customer", "start", "end", "date", "amount", "region")
ROWS = [
    ("Ö", "2024-12-20", "2025-06-30", None, "100.005", "North"),
    ("ö", None, None, "2025-02-03", "60.10", "South"),
    ("B\u00a0", "2025-01-01", None, None, "12", None),
    ("b", None, None, "2025-03-03", "-3", "North"),
    ("C", None, None, "2024-12-30", "7", "North"),
    ("D", None, None, "2025-03-30", "-0.005", "North"),
]
QUARTERS = BridgeDefinition(
    window=60,
    grace=30,
    by="quarter",
    from_day=date(2025, 1, 1),
    to_day=date(2025, 12, 31),
    margin_percent=33.3,
)


def made(path: Path, kinds: str, rows: list[tuple[str | None, ...]]) -> Path:
    """An SQLite file with the table sales."""
    with closing(sqlite3.connect(path)) as writing, writing:
        writing.execute(f"CREATE TABLE sales ({kinds})")
        writing.executemany(f"INSERT INTO sales VALUES ({', '.join('?' * len(rows[0]))})", rows)
    return path


@pytest.mark.parametrize("amount", ["TEXT", "REAL", "DECIMAL(12, 2)"])
def test_contracts_and_purchases_are_the_kernels(tmp_path: Path, amount: str) -> None:
    """Days in DATE columns, capitals with accents, no-break spaces, halves of a cent, margins: every field is equal."""
    kinds = f'customer TEXT, start DATE, "end" DATE, date TIMESTAMP, amount {amount}, region'
    with closing(open_sqlite(made(tmp_path / "s.db", kinds, ROWS))) as engine:
        assert_equal(*both(engine, HEADERS, ROWS, QUARTERS, "hybrid", {"segment": "region"}))
        left_out = replace(QUARTERS, excluded=("North",), internal=("Ö",))
        assert_equal(*both(engine, HEADERS, ROWS, left_out, "hybrid", {"segment": "region"}))


def test_an_amount_that_is_none_is_refused(tmp_path: Path) -> None:
    """SQLite would count it as nothing in silence; the message names the column."""
    path = made(tmp_path / "s.db", "customer, date, amount", [("A", "2025-01-01", "1,000")])
    with closing(open_sqlite(path)) as engine, pytest.raises(BadLedger, match="Look at column amount"):
        bridge_on(engine, "sales", QUARTERS)


def test_an_absent_file_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A command that reads makes nothing: exit 2, and the folder stays empty."""
    assert 2 == bridge(f"sqlite:///{tmp_path}/absent.db", "sales", *HALF)
    assert "there is no such file" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_the_command_prints_what_the_file_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Byte for byte, by an address with an absolute path; what is no database is told."""
    (tmp_path / "p.csv").write_text(PURCHASES, encoding="utf-8")
    headers, *rows = (line.split(",") for line in PURCHASES.splitlines())
    made(tmp_path / "p.db", ", ".join(headers), [tuple(cell or None for cell in row) for row in rows])
    assert 0 == bridge(tmp_path / "p.csv", *HALF)
    of_file = capsys.readouterr().out
    assert 0 == bridge(f"sqlite:///{tmp_path}/p.db", "main.sales", *HALF)
    assert of_file == capsys.readouterr().out
    assert 2 == bridge(f"sqlite:///{tmp_path}/p.csv", "sales", *HALF)
    assert 2 == bridge(f"sqlite:///{tmp_path}/p.db", "absent", *HALF)

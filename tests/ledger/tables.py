"""Ledgers as tables: the same rows in a file for the kernel, and in a table for the SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

import duckdb

from cxworkshop.ledger import Bridge, BridgeDefinition, BridgeLine, compute_bridge, open_ledger
from cxworkshop.ledger.remote.bridge import bridge_on
from cxworkshop.ledger.remote.duck import DuckEngine
from cxworkshop.ledger.remote.engines import Engine

# What a column of these tests holds, by its name; the rest is text.
TYPES = {"date": "DATE", "start": "DATE", "end": "DATE", "amount": "DECIMAL(12, 2)"}
Cells = Sequence[Sequence[str | None]]


def as_file(headers: Sequence[str], rows: Cells) -> bytes:
    """The rows as a CSV file."""
    return "\n".join(",".join(cell or "" for cell in row) for row in (headers, *rows)).encode()


def typed(header: str) -> str:
    """A column as every engine's CREATE TABLE takes it."""
    return f'"{header}" {TYPES.get(header, "VARCHAR(100)")}'


def in_duckdb(headers: Sequence[str], rows: Cells) -> DuckEngine:
    """The rows as a table named sales in a DuckDB of its own."""
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE sales ({', '.join(map(typed, headers))})")
    marks = ", ".join("?" for _ in headers)
    if rows:
        connection.executemany(f"INSERT INTO sales VALUES ({marks})", [list(row) for row in rows])
    return DuckEngine(connection)


def both(
    engine: Engine,
    headers: Sequence[str],
    rows: Cells,
    definition: BridgeDefinition,
    setting: str,
    columns: Mapping[str, str],
) -> tuple[Bridge, Bridge]:
    """The kernel's bridge of the file, and the SQL's of the table."""
    ledger = open_ledger(as_file(headers, rows), "sales", setting=setting, columns=columns)
    _, there = bridge_on(engine, "sales", definition, setting=setting, columns=columns)
    return compute_bridge(ledger, definition), there


def assert_equal(ours: Bridge, theirs: Bridge) -> None:
    """Every field of every line, the renewals, the memos and the notes are the same."""
    assert [line.segment for line in ours.rows] == [line.segment for line in theirs.rows]
    for line, other in zip(ours.rows, theirs.rows, strict=True):
        for field in fields(BridgeLine):
            place = (line.period_start, line.segment, field.name)
            assert (place, getattr(line, field.name)) == (place, getattr(other, field.name))
    assert ours.renewals == theirs.renewals
    assert (ours.orphan_refunds, ours.worthless) == (theirs.orphan_refunds, theirs.worthless)
    assert ours.notes == theirs.notes

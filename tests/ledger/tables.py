"""Ledgers as tables: the same rows in a file for the kernel, and in a table for the SQL."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import fields
from io import StringIO

import duckdb

from cxworkshop.ledger import Bridge, BridgeDefinition, BridgeLine, compute_bridge, open_ledger
from cxworkshop.ledger.remote.bridge import bridge_on
from cxworkshop.ledger.remote.duck import DuckEngine
from cxworkshop.ledger.remote.engines import Engine

# What a column of these tests holds, by its name; the rest is text.
TYPES = {"date": "DATE", "since": "DATE", "start": "DATE", "end": "DATE", "amount": "DECIMAL(12, 2)"}
Cells = Sequence[Sequence[str | None]]


def as_file(headers: Sequence[str], rows: Cells) -> bytes:
    """The rows as a CSV file."""
    text = StringIO()
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue().encode()


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
    ledger = open_ledger(as_file(headers, rows), "sales.csv", setting=setting, columns=columns)
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
    assert ours.compare == theirs.compare
    for memo, other in ((ours.orphan_refunds, theirs.orphan_refunds), (ours.worthless, theirs.worthless)):
        assert (memo.count, memo.cents) == (other.count, other.cents)
        # Within a day a file has an order, a table none.
        assert sorted(map(str, memo.rows)) == sorted(map(str, other.rows))
    assert [plain(note) for note in ours.notes] == [plain(note) for note in theirs.notes]


def plain(note: str) -> str:
    """A note without the first few customers that it lists."""
    return note.partition(" together (")[0]

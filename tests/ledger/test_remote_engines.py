"""The same SQL text on PostgreSQL and on Spark: the kernel's bridge of a few known ledgers."""

import csv
import random
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from oracle import Row
from tables import TYPES, Cells, assert_equal, both, typed
from test_remote_duckdb import SETTINGS, cells
from worked import CONTRACTS, PURCHASES

from cxworkshop.ledger import BridgeDefinition
from cxworkshop.ledger.remote.alchemy import open_database
from cxworkshop.ledger.remote.engines import Engine

CDNOW = Path(__file__).parents[2] / "sample_data" / "cdnow_sample.csv"


@dataclass(frozen=True)
class Known:
    """A ledger with what is asked of it."""

    text: str
    definition: BridgeDefinition
    setting: str = "purchases"
    columns: Mapping[str, str] | None = None


def hybrid() -> str:
    """Four hundred random rows of both kinds, with segments, repeated ids and refunds."""
    chance = random.Random(11)
    rows = []
    for _ in range(400):
        start = date(2024, 1, 1) + timedelta(days=chance.randrange(500))
        contract = chance.random() < 0.3
        end = start + timedelta(days=chance.randrange(400)) if contract and chance.random() < 0.9 else None
        region = chance.choice(["North", "South", "All", "Unknown", "O'Hara \\ :x", ""])
        rows.append(
            Row(f"c{chance.randrange(60):02}", start, chance.randrange(-900, 9000), region, end, contract)
        )
    text = StringIO()
    csv.writer(text).writerows([SETTINGS["hybrid"], *cells(rows, "hybrid")])
    return text.getvalue()


HALF = BridgeDefinition(window=180, by="half", from_day=date(2025, 7, 1), to_day=date(2025, 12, 31))
YEAR = BridgeDefinition(grace=30, by="year", from_day=date(2025, 1, 1), to_day=date(2025, 12, 31))
KNOWN = {
    "the purchase example": Known(PURCHASES, HALF),
    "the contract example": Known(CONTRACTS, YEAR, "contracts"),
    "a real shop": Known(CDNOW.read_text(), BridgeDefinition(window=90, minimum_cents=500, by="month")),
    "a hybrid ledger": Known(
        hybrid(),
        BridgeDefinition(90, 20, 300, "quarter"),
        "hybrid",
        {"segment": "region", "first_seen": "since"},
    ),
}


def in_postgres(address: str, headers: list[str], rows: Cells) -> Engine:
    """The rows as a table named sales, made anew."""
    writer = sqlalchemy.create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with writer.begin() as writing:
        writing.exec_driver_sql("DROP TABLE IF EXISTS sales")
        writing.exec_driver_sql(f"CREATE TABLE sales ({', '.join(map(typed, headers))})")
        marks = ", ".join(["%s"] * len(headers))
        writing.exec_driver_sql(f"INSERT INTO sales VALUES ({marks})", [tuple(row) for row in rows])
    writer.dispose()
    return open_database(address)


def in_spark(spark: Any, headers: list[str], rows: Cells) -> Engine:
    """The rows as a view named sales."""
    text = spark.session.createDataFrame(
        [tuple(row) for row in rows], ", ".join(f"`{h}` string" for h in headers)
    )
    kinds = [f"CAST(`{header}` AS {TYPES.get(header, 'STRING')}) AS `{header}`" for header in headers]
    text.selectExpr(*kinds).createOrReplaceTempView("sales")
    engine: Engine = spark
    return engine


def check(known: Known, put: Callable[[list[str], Cells], Engine]) -> Engine:
    """The SQL's bridge of a known ledger is the kernel's."""
    headers, *rows = csv.reader(StringIO(known.text))
    table = [[cell or None for cell in row] for row in rows]
    engine = put(headers, table)
    ours, theirs = both(engine, headers, table, known.definition, known.setting, known.columns or {})
    assert_equal(ours, theirs)
    return engine


@pytest.mark.parametrize("name", KNOWN)
def test_postgresql_counts_as_the_kernel_does(name: str, postgres: str) -> None:
    """Every field of every line is the kernel's, with hostile names of segments among them."""
    with closing(check(KNOWN[name], lambda headers, rows: in_postgres(postgres, headers, rows))):
        pass


@pytest.mark.parametrize("name", KNOWN)
def test_spark_counts_as_the_kernel_does(name: str, spark: Any) -> None:
    """Every field of every line is the kernel's, with hostile names of segments among them."""
    check(KNOWN[name], lambda headers, rows: in_spark(spark, headers, rows))

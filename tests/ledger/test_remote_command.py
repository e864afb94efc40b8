"""The command `bridge` with an engine's address in place of a file, as an analyst and a script meet it."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import duckdb
import pytest
import sqlalchemy
from tables import typed
from test_bridge_command import HALF, bridge
from worked import PURCHASES

from cxworkshop.ledger.remote import is_address


@pytest.fixture
def warehouse(tmp_path: Path) -> str:
    """The address of a DuckDB file with the purchase example as the table sales, in a schema of its own too."""
    path = tmp_path / "warehouse.duckdb"
    headers, *rows = csv.reader(StringIO(PURCHASES))
    with duckdb.connect(str(path)) as made:
        made.execute("CREATE SCHEMA shop")
        for name in ("sales", "shop.sales"):
            made.execute(f"CREATE TABLE {name} ({', '.join(map(typed, headers))})")
            made.executemany(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", rows)
    return f"duckdb:///{path}"


@pytest.mark.parametrize("words", [("--table", "sales"), ("sales",), ("shop.sales",), ("SALES",)])
def test_a_table_prints_what_its_file_prints(
    words: tuple[str, ...],
    warehouse: str,
    ledger_file: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The same rows give the same CSV, byte for byte, and the same sentences about the bridge."""
    assert bridge(ledger_file(PURCHASES), *HALF) == 0
    of_file = capsys.readouterr()
    assert bridge(warehouse, *words, *HALF) == 0
    of_table = capsys.readouterr()
    assert of_file.out == of_table.out
    assert of_file.err.partition("\n")[2] == of_table.err.partition("\n")[2]


def test_postgresql_prints_what_the_file_prints(
    postgres: str, ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same CSV from a PostgreSQL table in a schema, its days kept as text."""
    headers, *rows = csv.reader(StringIO(PURCHASES))
    writer = sqlalchemy.create_engine(postgres.replace("postgresql:", "postgresql+psycopg:"))
    with writer.begin() as writing:
        writing.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS shop")
        writing.exec_driver_sql("DROP TABLE IF EXISTS shop.orders")
        writing.exec_driver_sql(
            "CREATE TABLE shop.orders (id int, customer text, date text, amount double precision)"
        )
        writing.exec_driver_sql("INSERT INTO shop.orders VALUES (%s, %s, %s, %s)", list(map(tuple, rows)))
    writer.dispose()
    assert headers == ["id", "customer", "date", "amount"]
    assert bridge(ledger_file(PURCHASES), *HALF) == 0
    of_file = capsys.readouterr().out
    assert bridge(postgres, "shop.orders", *HALF) == 0
    assert of_file == capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("duckdb:///{warehouse}",), "--table NAME"),
        (("duckdb:///{warehouse}", "sales", "--table", "sales"), "--table NAME"),
        (("duckdb:///{warehouse}", "absent"), "absent: there is no such table"),
        (("duckdb:///{warehouse}", 'sales"; DROP TABLE sales; --'), "there is no such table"),
        (("duckdb:///absent.duckdb", "sales"), "there is no such file"),
        (("nowhere://host/db", "sales"), "no database is known by an address of this form"),
        (("sales.csv", "--table", "sales"), "a file holds only one"),
        (("duckdb://{warehouse}", "sales"), "write duckdb:///{warehouse}"),
        (("duckdb:///{ledger}", "sales"), "no DuckDB database; give {ledger} alone"),
        (("duckdb:///{warehouse}", "sales", "--output", "{warehouse}"), "overwrite the ledger"),
        (("sqlite:///{warehouse}", "sales", "--output", "{warehouse}"), "overwrite the ledger"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    words: tuple[str, ...],
    said: str,
    warehouse: str,
    ledger_file: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2, a line that says what cannot be, no result."""
    places = {"warehouse": warehouse.removeprefix("duckdb:///"), "ledger": ledger_file(PURCHASES)}
    assert bridge(*(word.format(**places) for word in words)) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert said.format(**places) in told.err


def test_a_table_with_a_wrong_column_is_bad_input(warehouse: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, and the table and the column by name."""
    assert bridge(warehouse, "sales", "--date", "amount", "--amount", "date") == 1
    assert (
        "sales: column date holds values of the kind DATE, which cannot be an amount"
        in capsys.readouterr().err
    )
    assert bridge(warehouse, "sales", "--segment", "region") == 1
    assert "no column region (for the segment)" in capsys.readouterr().err


def test_a_password_is_never_shown(postgres: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong password, a wrong table and a server that does not answer say so without the password."""
    port = postgres.rpartition(":")[2].partition("/")[0]
    for address, table in (
        (postgres.replace("cx-s3cret", "wr0ng-cx-s3cret"), "sales"),
        (postgres, "absent"),
        (postgres.replace(port, "1"), "sales"),
        (postgres.replace(f":{port}", ":port"), "sales"),
    ):
        assert bridge(address, table) == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert "s3cret" not in told


def test_addresses_are_told_from_files() -> None:
    """A scheme makes an address; a file's name, a path and a drive letter make none."""
    addresses = [
        "postgresql+psycopg://u@h/d",
        "duckdb:///f.duckdb",
        "sc://h:1",
        "spark:local[2]",
        "spark://h:7077",
    ]
    assert all(map(is_address, addresses))
    assert not any(map(is_address, ["sales.csv", "C:\\sales.csv", "/data/sales.csv", "spark.csv"]))

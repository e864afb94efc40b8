"""A ledger in a DuckDB file."""

import re
from collections.abc import Mapping
from pathlib import Path

import duckdb

from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.ledger.door import SUFFIXES
from cxworkshop.ledger.remote.engines import BLANKS, CENTS, CannotAnswer, Listing, Rows, first_line, spellings


class DuckEngine:
    """Asks a DuckDB connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def listing(self, table: str) -> Listing:
        """The table's name and columns; raises NotFound where there is no such table or view."""
        for parts in spellings(table):
            place = dict(zip(("table_name", "table_schema", "table_catalog"), reversed(parts), strict=False))
            place.setdefault("table_schema", "main")
            where = " AND ".join(f"lower({column}) = lower(?)" for column in place)
            found = self._connection.execute(
                "SELECT table_catalog, table_schema, table_name, column_name, data_type"
                f" FROM information_schema.columns WHERE {where} ORDER BY ordinal_position",
                list(place.values()),
            ).fetchall()
            if found:
                return Listing(found[0][:3], tuple((name, kind) for _, _, _, name, kind in found))
        raise NotFound(f"{table}: there is no such table; check its name, and the schema before it.")

    def quoted(self, name: str) -> str:
        """A name in double quotation marks."""
        return '"' + name.replace('"', '""') + '"'

    def trimmed(self, text: str) -> str:
        """The SQL of a text without BLANKS at its ends."""
        return f"TRIM({text}, '{BLANKS}')"

    def cents(self, amount: str) -> str:
        """The SQL of an amount in whole cents."""
        return CENTS.format(amount=amount)

    def ask(self, sql: str, bound: Mapping[str, str]) -> Rows:
        """The rows that a query gives; raises CannotAnswer with what DuckDB says where it cannot."""
        try:
            text = re.sub(r":(bound_\d+)\b", r"$\1", sql)
            return self._connection.execute(text, dict(bound) or None).fetchall()
        except duckdb.Error as failed:
            raise CannotAnswer(f"DuckDB cannot answer: {first_line(failed)}") from failed

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def open_duckdb(path: Path) -> DuckEngine:
    """Open a DuckDB file for reading; raises NotFound where there is none that can be read."""
    if not path.is_file():
        # After the three slashes of an address an absolute path brings a fourth.
        absolute = Path("/") / path
        hint = f"; for {absolute} write duckdb:///{absolute}" if absolute.is_file() else ""
        raise NotFound(f"{path}: there is no such file{hint}; check the name and the folder.")
    if path.name.lower().endswith(SUFFIXES):
        raise BadValue(
            f"{path} is a ledger's file and no DuckDB database; give {path} alone, without duckdb://."
        )
    try:
        return DuckEngine(duckdb.connect(str(path), read_only=True))
    except duckdb.Error as denied:
        raise NotFound(f"{path} cannot be opened as a DuckDB file: {first_line(denied)}") from denied

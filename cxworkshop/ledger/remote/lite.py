"""A ledger in an SQLite file."""

import sqlite3
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cxworkshop.domain.errors import NotFound
from cxworkshop.ledger.remote.engines import BLANKS, CannotAnswer, Listing, Rows, first_line, spellings

_CENT = Decimal("0.01")


class LiteEngine:
    """Asks an SQLite connection.

    SQLite keeps days as text and makes nothing of what is no number, so every cell is read as text, and amounts by us.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.create_function("LOWER", 1, _known(lambda text: str(text).lower()), deterministic=True)
        connection.create_function("MOD", 2, _known(lambda one, other: one % other), deterministic=True)
        connection.create_function("CENTS", 1, _known(_cents), deterministic=True)

    def listing(self, table: str) -> Listing:
        """The table's name and columns; raises NotFound where there is no such table or view."""
        for parts in spellings(table):
            if parts[:-1] not in ((), ("main",)):
                continue
            try:
                found = self._connection.execute(
                    "SELECT name FROM pragma_table_info(?)", parts[-1:]
                ).fetchall()
            except sqlite3.Error as failed:
                raise NotFound(f"{table}: {first_line(failed)}.") from failed
            if found:
                return Listing(parts, tuple((name, "text") for (name,) in found))
        raise NotFound(f"{table}: there is no such table; check its name.")

    def quoted(self, name: str) -> str:
        """A name in double quotation marks."""
        return '"' + name.replace('"', '""') + '"'

    def trimmed(self, text: str) -> str:
        """The SQL of a text without BLANKS at its ends."""
        return f"TRIM({text}, '{BLANKS}')"

    def cents(self, amount: str) -> str:
        """The SQL of an amount in whole cents."""
        return f"CENTS({amount})"

    def ask(self, sql: str, bound: Mapping[str, str]) -> Rows:
        """The rows that a query gives; raises CannotAnswer with what SQLite says where it cannot."""
        try:
            return self._connection.execute(sql, dict(bound)).fetchall()
        except sqlite3.Error as failed:
            raise CannotAnswer(f"SQLite cannot answer: {first_line(failed)}.") from failed

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def open_sqlite(path: Path) -> LiteEngine:
    """Open an SQLite file for reading; raises NotFound where there is none, and makes none."""
    if not path.is_file():
        raise NotFound(f"{path}: there is no such file; check the name and the folder.")
    try:
        place = f"file:{quote(str(path.resolve()))}?mode=ro"
        return LiteEngine(sqlite3.connect(place, uri=True))
    except sqlite3.Error as denied:
        raise NotFound(f"{path} cannot be opened as an SQLite file: {first_line(denied)}") from denied


def _known(work: Callable[..., Any]) -> Callable[..., Any]:
    """The work on what is known; nothing of what is not, as SQL has it."""
    return lambda *cells: None if None in cells else work(*cells)


def _cents(amount: object) -> int:
    return int(Decimal(str(amount)).quantize(_CENT, ROUND_HALF_UP) * 100)

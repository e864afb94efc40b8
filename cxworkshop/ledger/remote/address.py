"""An engine's address: told from a file's name, and turned into a connection."""

import re
from pathlib import Path

from cxworkshop.ledger.remote.engines import Engine


def is_address(text: str) -> bool:
    """Whether a word names an engine rather than a file: `scheme://...`, or `spark:` and a master."""
    return bool(re.match(r"[A-Za-z][\w+.-]*://|spark:", text))


def file_of(address: str) -> Path | None:
    """The file that an address leads to, where its engine keeps a database in one."""
    kind, _, place = address.partition("://")
    if kind == "duckdb":
        return Path(place.removeprefix("/"))
    if kind.partition("+")[0] == "sqlite" and place.strip("/"):
        return Path(place.partition("?")[0].removeprefix("/").removeprefix("file:"))
    return None


def connected(address: str) -> Engine:
    """Connect for reading; each engine's library is loaded only here.

    `duckdb:///file` and `sqlite:///file` open a file, `sc://`, `spark://` and `spark:master` Spark, anything else goes to SQLAlchemy.
    Raises BadValue for an address that cannot be read or lacks its driver, NotFound where nobody answers.
    """
    path = file_of(address)
    if path is not None and address.startswith("duckdb://"):
        from cxworkshop.ledger.remote.duck import open_duckdb

        return open_duckdb(path)
    if path is not None:
        from cxworkshop.ledger.remote.lite import open_sqlite

        return open_sqlite(path)
    if address.startswith(("sc://", "spark:")):
        from cxworkshop.ledger.remote.spark import open_spark

        return open_spark(address)
    from cxworkshop.ledger.remote.alchemy import open_database

    return open_database(address)

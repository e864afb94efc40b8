"""An engine's address: told from a file's name, and turned into a connection."""

import re
from pathlib import Path

from cxworkshop.ledger.remote.engines import Engine


def is_address(text: str) -> bool:
    """Whether a word names an engine rather than a file: `scheme://...`, or `spark:` and a master."""
    return bool(re.match(r"[A-Za-z][\w+.-]*://|spark:", text))


def connected(address: str) -> Engine:
    """Connect for reading; each engine's library is loaded only here.

    `duckdb:///file` opens a file, `sc://`, `spark://` and `spark:master` Spark, anything else goes to SQLAlchemy.
    Raises BadValue for an address that cannot be read or lacks its driver, NotFound where nobody answers.
    """
    if address.startswith("duckdb://"):
        from cxworkshop.ledger.remote.duck import open_duckdb

        return open_duckdb(Path(address.removeprefix("duckdb://").removeprefix("/")))
    if address.startswith(("sc://", "spark:")):
        from cxworkshop.ledger.remote.spark import open_spark

        return open_spark(address)
    from cxworkshop.ledger.remote.alchemy import open_database

    return open_database(address)

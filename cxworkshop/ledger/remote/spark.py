"""A ledger in Spark: a session of our own on this machine, or a cluster's through Spark Connect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.ledger.remote.engines import BLANKS, CENTS, CannotAnswer, Listing, Rows, first_line, spellings

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "8",
    "spark.log.level": "ERROR",
}


class SparkEngine:
    """Asks a Spark session."""

    def __init__(self, session: SparkSession, *, ours: bool = False) -> None:
        self.session = session
        self._ours = ours
        # Without it a text that is no amount would be taken for a blank one, in silence.
        session.conf.set("spark.sql.ansi.enabled", "true")

    def listing(self, table: str) -> Listing:
        """The table's name and columns; raises NotFound where there is no such table or view."""
        from pyspark.errors import PySparkException

        for parts in spellings(table):
            try:
                schema = self.session.table(".".join(map(self.quoted, parts))).schema
            except PySparkException:
                continue
            return Listing(parts, tuple((one.name, one.dataType.simpleString()) for one in schema.fields))
        raise NotFound(f"{table}: there is no such table; check its name, and the catalogue before it.")

    def quoted(self, name: str) -> str:
        """A name in backticks."""
        return "`" + name.replace("`", "``") + "`"

    def trimmed(self, text: str) -> str:
        """The SQL of a text without BLANKS at its ends."""
        return f"TRIM(BOTH '{BLANKS}' FROM {text})"

    def cents(self, amount: str) -> str:
        """The SQL of an amount in whole cents."""
        return CENTS.format(amount=amount)

    def ask(self, sql: str, bound: Mapping[str, str]) -> Rows:
        """The rows that a query gives; raises CannotAnswer with what Spark says where it cannot."""
        from pyspark.errors import PySparkException

        try:
            return [tuple(row) for row in self.session.sql(sql, args=dict(bound)).collect()]
        except PySparkException as failed:
            raise CannotAnswer(f"Spark cannot answer: {first_line(failed)}") from failed

    def close(self) -> None:
        """Stop the session if it was started here."""
        if self._ours:
            self.session.stop()


def open_spark(address: str) -> SparkEngine:
    """A Spark session by `sc://host:port` (Spark Connect), or by a master such as `spark:local[2]`.

    Raises BadValue where PySpark is not installed, NotFound where nobody answers.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as absent:
        raise BadValue(
            "Spark needs its own library: pip install -r requirements-spark.txt, and Java 17 on this machine."
        ) from absent
    builder: Any = SparkSession.builder
    try:
        if address.startswith("sc://"):
            return SparkEngine(builder.remote(address).getOrCreate())
        master = address if address.startswith("spark://") else address.removeprefix("spark:")
        running = SparkSession.getActiveSession()
        for name, setting in _QUIET.items():
            builder = builder.config(name, setting)
        session = builder.master(master).appName("cxworkshop").getOrCreate()
        return SparkEngine(session, ours=running is None)
    except (PySparkException, Py4JError, OSError, RuntimeError) as denied:
        shown = address.partition(";")[0]
        raise NotFound(f"{shown} cannot be reached: {first_line(denied)}") from denied

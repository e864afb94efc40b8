"""A ledger in PostgreSQL, or in any other database for which SQLAlchemy has a dialect."""

import re
from collections.abc import Mapping

import sqlalchemy
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, NoSuchTableError, SQLAlchemyError

from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.ledger.remote.engines import BLANKS, CENTS, CannotAnswer, Listing, Rows, first_line, spellings

# What is installed under another name than it is imported by.
_PACKAGES = {"MySQLdb": "mysqlclient", "cx_Oracle": "cx-Oracle", "snowflake": "snowflake-sqlalchemy"}
_SECRETS = ("password", "passwd", "pwd", "sslpassword", "token", "passfile")


class AlchemyEngine:
    """Asks a database through SQLAlchemy, in one transaction that only reads."""

    def __init__(self, connection: sqlalchemy.Connection, secrets: tuple[str, ...] = ()) -> None:
        self.connection = connection
        self._secrets = secrets

    def listing(self, table: str) -> Listing:
        """The table's name and columns; raises NotFound where there is no such table or view."""
        try:
            looking = sqlalchemy.inspect(self.connection)
            for parts in spellings(table):
                schema = ".".join(parts[:-1]) or None
                try:
                    columns = looking.get_columns(parts[-1], schema=schema)
                except NoSuchTableError:
                    continue
                name = (*([schema] if schema else []), parts[-1])
                return Listing(name, tuple((one["name"], str(one["type"])) for one in columns))
        except SQLAlchemyError as failed:
            raise NotFound(f"{table}: {self._said(failed)}") from failed
        raise NotFound(f"{table}: there is no such table; check its name, and the schema before it.")

    def quoted(self, name: str) -> str:
        """A name in the dialect's own quotation marks."""
        quoted: str = self.connection.dialect.identifier_preparer.quote_identifier(name)
        return quoted

    def trimmed(self, text: str) -> str:
        """The SQL of a text without BLANKS at its ends."""
        return f"TRIM({text}, '{BLANKS}')"

    def cents(self, amount: str) -> str:
        """The SQL of an amount in whole cents."""
        return CENTS.format(amount=amount)

    def ask(self, sql: str, bound: Mapping[str, str]) -> Rows:
        """The rows that a query gives; raises CannotAnswer with what the database says where it cannot."""
        try:
            return [tuple(row) for row in self.connection.execute(_text(sql), dict(bound))]
        except SQLAlchemyError as failed:
            raise CannotAnswer(f"The database cannot answer: {self._said(failed)}") from failed

    def close(self) -> None:
        """End the transaction and the connection."""
        self.connection.close()
        self.connection.engine.dispose()

    def _said(self, failed: SQLAlchemyError) -> str:
        return _without(self._secrets, first_line(getattr(failed, "orig", None) or failed))


def open_database(address: str) -> AlchemyEngine:
    """Connect to a database by its SQLAlchemy address, for reading; no message ever shows its password.

    Raises BadValue for an address of no known form or without its driver, NotFound where nobody answers.
    """
    try:
        url = sqlalchemy.make_url(address)
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        secrets = tuple(
            str(secret) for secret in (url.password, *(url.query.get(name) for name in _SECRETS)) if secret
        )
        engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
    except (ArgumentError, NoSuchModuleError, ValueError) as unknown:
        kind = address.partition(":")[0]
        raise BadValue(
            f"{kind}: no database is known by an address of this form; give one such as"
            " postgresql://user@host/database, duckdb:///file.duckdb, sc://host:15002 or spark:local[2]."
        ) from unknown
    except ImportError as absent:
        package = _PACKAGES.get(str(absent.name), str(absent.name))
        raise BadValue(
            f"{url.drivername}: the driver {absent.name} is not installed; pip install {package}."
        ) from absent
    try:
        reading = engine.execution_options(postgresql_readonly=True)
        return AlchemyEngine(reading.connect(), secrets)
    except SQLAlchemyError as denied:
        reason = _without(secrets, first_line(getattr(denied, "orig", None) or denied))
        raise NotFound(f"{_shown(url)} cannot be reached: {reason}") from denied


def _text(sql: str) -> sqlalchemy.TextClause:
    # Any other colon, as in a quoted name or a time, is no mark of a bound text.
    return sqlalchemy.text(re.sub(r":(?!bound_\d+\b)", r"\\:", sql))


def _shown(url: sqlalchemy.URL) -> str:
    return f"{url.get_backend_name()} at {url.host or 'this machine'}, database {url.database}"


def _without(secrets: tuple[str, ...], text: str) -> str:
    for secret in secrets:
        text = text.replace(secret, "***")
    return text

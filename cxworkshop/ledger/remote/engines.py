"""What every engine that holds a ledger can do for us: list a table's columns, and answer a question about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from cxworkshop.domain.errors import BadLedger

Rows = list[tuple[Any, ...]]
# Blanks, line ends and the no-break space: what every database's encoding has of what a file's reader cuts off.
BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f \xa0"

# Rounding a decimal goes away from zero on every engine; rounding a float does not.
CENTS = "CAST(ROUND(CAST({amount} AS DECIMAL(22, 8)) * 100) AS BIGINT)"


@dataclass(frozen=True)
class Listing:
    """A table as its engine lists it: its own name in parts, and its columns with what the engine calls their types."""

    parts: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


class CannotAnswer(BadLedger):
    """An engine refuses a query; says so in its own words."""


class Engine(Protocol):
    """A connection that only ever reads."""

    def listing(self, table: str) -> Listing:
        """The table's name and columns in the engine's own spelling; raises NotFound where there is no such table."""

    def quoted(self, name: str) -> str:
        """A listed name as an identifier of the engine's SQL."""

    def trimmed(self, text: str) -> str:
        """The SQL of a text without BLANKS at its ends, of which the standard's way is not every engine's."""

    def cents(self, amount: str) -> str:
        """The SQL of an amount in whole cents, halves away from zero; what is no amount fails."""

    def ask(self, sql: str, bound: Mapping[str, str]) -> Rows:
        """The rows that a query gives; `:name` in it stands for the text bound to the name. Raises CannotAnswer."""

    def close(self) -> None:
        """Let go of the connection."""


def spellings(table: str) -> Sequence[tuple[str, ...]]:
    """How a table's name may be meant: as it stands, else as catalogue, schema and table with points between them."""
    parts = tuple(table.split("."))
    return [(table,)] if len(parts) == 1 else [(table,), parts]


def first_line(problem: BaseException) -> str:
    """What an engine has to say about a failure, short enough to be read."""
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0][:300]

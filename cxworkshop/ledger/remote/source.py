"""A table's columns as the SQL reads them: customer, days, cents, segment, id - whatever their names and types."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger.columns import Column, pick
from cxworkshop.ledger.ledger import IDLE, SETTINGS
from cxworkshop.ledger.remote import text
from cxworkshop.ledger.remote.engines import Engine, Listing

_NEEDED = {
    "purchases": ("customer", "date", "amount"),
    "contracts": ("customer", "start", "end", "amount"),
    "hybrid": ("customer", "end", "amount"),
}
_USEFUL = {"purchases": (), "contracts": (), "hybrid": ("date", "start")}
_KINDS = {
    "day": r"date$",
    "moment": r"timestamp|datetime",
    "fraction": r"float|double|real",
    "number": r"u?(tiny|small|medium|big|huge)?int|integer|decimal|numeric|long|short|byte",
    "text": r"n?(var)?char|(tiny|medium|long)?text|string|uuid|enum|citext|domain",
}
_TEXT = "VARCHAR(4000)"
# No text of a date that these signs make up can end a literal.
PLAIN_DATE = re.compile(r"[\w ./:,+-]{1,40}", re.ASCII)


@dataclass(frozen=True)
class Source:
    """A table on its engine: what it is called, which column was picked for which role, and how SQL reads them.

    `reading` are (name, expression) of the columns of `source_rows`; `days_are_dates` tells how days are compared.
    """

    table: str
    setting: str
    relation: str
    picked: Mapping[str, Column]
    reading: tuple[tuple[str, str], ...]
    days_are_dates: bool

    def where(self, role: str) -> str:
        """The place that a message names: the table and the role's column."""
        return f"{self.table}: column {self.picked[role].header}"


def read_source(engine: Engine, table: str, setting: str, columns: Mapping[str, str]) -> Source:
    """Find a table and pick its columns as for a file; raises NotFound, BadValue, or BadLedger naming the column.

    Only names that the engine itself lists get into the SQL, quoted as the engine quotes.
    """
    if setting not in SETTINGS:
        raise BadValue(f"The setting is one of {', '.join(SETTINGS)}, not {setting}.")
    listing = engine.listing(table)
    wanted = {role: header for role, header in columns.items() if role not in IDLE[setting]}
    headers = [name for name, _ in listing.columns]
    useful = (*_USEFUL[setting], "id", "document", "currency", "quantity")
    picked = pick(table, headers, wanted, _NEEDED[setting], useful, "the table")
    if setting == "hybrid" and "date" not in picked and "start" not in picked:
        raise BadLedger(
            f"{table}: no column for the date or the start; say which they are (--date and --start)."
        )
    cells = _Cells(engine, table, listing, picked)
    opens, ends, contract = _days(cells, setting)
    person = customer = cells.text("customer")
    if "unit" in picked:
        customer = f"COALESCE({cells.text('unit')}, {person})"
    reading = [("who", f"LOWER({customer})"), ("spelt", customer), ("cents", cells.cents("amount"))]
    reading += [("person", f"LOWER({person})"), ("household", cells.text("unit"))] if "unit" in picked else []
    reading += [("opens_on", opens), ("ends_on", ends), ("contract", contract)]
    reading += [("worth", cells.cents("value"))] if "value" in picked else []
    for role, name in (("segment", "segment"), ("exclude", "shut_out"), ("currency", "currency")):
        reading += [(name, cells.text(role))] if role in picked else []
    reading += [("seen_on", cells.day("first_seen"))] if "first_seen" in picked else []
    for role in ("id", "document"):
        reading += [(role, cells.text(role))] if role in picked else []
    relation = ".".join(map(engine.quoted, listing.parts))
    return Source(table, setting, relation, picked, tuple(reading), cells.dates_only)


def source_rows(source: Source, id_role: str | None) -> str:
    """The rows of a table under our own names, those that repeat a transaction id numbered."""
    reading = ",\n    ".join(f"{expression} AS {name}" for name, expression in source.reading)
    number = text.NUMBER.format(id=id_role) if id_role else "1"
    return text.SOURCE.format(reading=reading, relation=source.relation, number=number)


def _days(cells: "_Cells", setting: str) -> tuple[str, str, str]:
    """The day that a row counts from, the day that its contract ends on, and whether it is a contract."""
    if setting == "purchases":
        kind = "DATE" if cells.dates_only else _TEXT
        return cells.day("date"), f"CAST(NULL AS {kind})", "0"
    if setting == "contracts":
        return cells.day("start"), cells.day("end"), "1"
    picked, end = cells.picked, cells.day("end")
    if "date" in picked and "start" in picked and picked["date"].index != picked["start"].index:
        start, date = cells.day("start"), cells.day("date")
        return f"COALESCE({start}, {date})", end, f"CASE WHEN {start} IS NULL THEN 0 ELSE 1 END"
    opens = cells.day("start" if "start" in picked else "date")
    return opens, end, f"CASE WHEN {end} IS NULL THEN 0 ELSE 1 END"


class _Cells:
    """Expressions for a table's cells, by the role of their column."""

    def __init__(self, engine: Engine, table: str, listing: Listing, picked: Mapping[str, Column]) -> None:
        self._engine, self._table, self._listing, self.picked = engine, table, listing, picked
        days = [self._kind(role) for role in ("date", "start", "end", "first_seen") if role in picked]
        self.dates_only = all(kind in ("day", "moment") for kind in days)

    def text(self, role: str) -> str:
        self._refuse_but(role, ("text", "number"), "a name or a number")
        return f"NULLIF({self._engine.trimmed(f'CAST({self._name(role)} AS {_TEXT})')}, '')"

    def cents(self, role: str) -> str:
        self._refuse_but(role, ("text", "number", "fraction"), "an amount")
        amount = self.text(role) if self._kind(role) == "text" else self._name(role)
        return self._engine.cents(amount)

    def day(self, role: str) -> str:
        self._refuse_but(role, ("day", "moment", "text", "number"), "a date")
        if self._kind(role) not in ("day", "moment"):
            return self.text(role)
        day = f"CAST({self._name(role)} AS DATE)"
        return day if self.dates_only else f"CAST({day} AS {_TEXT})"

    def _name(self, role: str) -> str:
        return self._engine.quoted(self._listing.columns[self.picked[role].index][0])

    def _kind(self, role: str) -> str:
        listed = self._listing.columns[self.picked[role].index][1].lower()
        return next((kind for kind, names in _KINDS.items() if re.match(names, listed)), "")

    def _refuse_but(self, role: str, kinds: tuple[str, ...], what: str) -> None:
        if self._kind(role) not in kinds:
            column, kind = self._listing.columns[self.picked[role].index]
            raise BadLedger(
                f"{self._table}: column {column} holds values of the kind {kind},"
                f" which cannot be {what}; choose another column."
            )

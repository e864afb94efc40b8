"""Rows of a table that stand in it more than once: by a transaction's id, or without one."""

from cxworkshop.ledger.remarks import counted
from cxworkshop.ledger.remote.engines import Engine
from cxworkshop.ledger.remote.source import Source, source_rows

# All that a row says which a bridge counts by.
_CONTENT = ("who", "opens_on", "ends_on", "contract", "cents", "worth", "segment", "shut_out")


def transactions(engine: Engine, source: Source, notes: list[str]) -> str | None:
    """The role of the column whose repeats are duplicates; an order's number on different rows is none."""
    role = next((role for role in ("id", "document") if role in source.picked), None)
    if role is None:
        return None
    told = {name for name, _ in source.reading} & set(_CONTENT)
    differ = " OR ".join(
        f"MIN({column}) <> MAX({column}) OR COUNT({column}) BETWEEN 1 AND COUNT(*) - 1"
        for column in sorted(told)
    )
    ((differing,),) = engine.ask(
        f"WITH\n{source_rows(source, None)}\nSELECT COUNT(*) FROM (SELECT {role} FROM numbered"
        f" WHERE who IS NOT NULL AND {role} IS NOT NULL GROUP BY {role} HAVING {differ}) differing",
        {},
    )
    header = source.picked[role].header
    if differing and role == "document":
        notes.append(
            f"Column {header} repeats on different rows, so it is not taken as a transaction id; all rows count."
        )
        return None
    if differing:
        notes.append(
            f"In column {header} {counted(int(differing), 'transaction id')} stand on rows that differ in customer,"
            " day, amount or what else was read; the earliest row counts. Check that the column is one."
        )
    return role


def kept_repeats(engine: Engine, rows: str, id_role: str | None) -> int:
    """How many rows without a transaction id are in customer, days and amount the same as another before them."""
    without = f" AND {id_role} IS NULL" if id_role else ""
    ((many,),) = engine.ask(
        f"WITH\n{rows}\nSELECT SUM(again) FROM (SELECT COUNT(*) - 1 AS again FROM numbered"
        f" WHERE who IS NOT NULL{without} GROUP BY who, opens_on, ends_on, cents HAVING COUNT(*) > 1) repeats",
        {},
    )
    return int(many or 0)

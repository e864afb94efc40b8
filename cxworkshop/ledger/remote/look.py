"""A first look at a table where it lives: its days, what is left out, what is wrong - before anything is computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.names import UNKNOWN, exact_key, segments_apart
from cxworkshop.ledger.remarks import cents, counted
from cxworkshop.ledger.remote.engines import Engine
from cxworkshop.ledger.remote.query import source_rows
from cxworkshop.ledger.remote.source import Source
from cxworkshop.ledger.remote.text import MOST_SEGMENTS
from cxworkshop.ledger.remote.timeline import day_of, literals
from cxworkshop.ledger.roles import OPTIONS

_LONGEST = 1_000


@dataclass(frozen=True)
class Look:
    """What a table holds: its days as literals with their numbers, its segments, and the sentences that tell of it.

    `setting`, `first_day` and `last_day` are what periods and flags ask for; `segments` are the names in their order,
    `codes` (as written in the table, the name's number); `id_role` is the role of the column of transaction ids.
    """

    setting: str
    first_day: date
    last_day: date
    days: tuple[tuple[str, int], ...]
    id_role: str | None
    segments: tuple[str, ...] | None
    codes: tuple[tuple[str, int], ...]
    unknown: bool
    notes: tuple[str, ...]


def look(engine: Engine, source: Source) -> Look:
    """Ask a table for its days, segments and blanks; raises BadLedger where it cannot be counted as it is."""
    notes: list[str] = []
    id_role = _transactions(engine, source, notes)
    rows = source_rows(source, id_role)
    facts = _facts(engine, source, rows)
    _refuse_blanks(source, facts)
    _refuse_currencies(engine, source, rows)
    found = engine.ask(
        f"WITH\n{rows}\nSELECT DISTINCT 0 AS which, opens_on FROM numbered WHERE who IS NOT NULL"
        " UNION ALL SELECT DISTINCT 1 AS which, ends_on FROM numbered WHERE who IS NOT NULL",
        {},
    )
    if not any(which == 0 for which, _ in found):
        raise BadLedger(f"{source.where('customer')} is blank in every row; choose another.")
    if any(which == 0 and on is None for which, on in found):
        raise BadLedger(f"{source.table}: rows with a customer have no day; fill it in or take the rows out.")
    days = literals(source, sorted({on for _, on in found if on is not None}))
    numbers = [days[on][1] for which, on in found if which == 0]
    _refuse_backwards(engine, source, rows, days)
    segments, codes, unknown = _segments(engine, source, rows)
    first, last = day_of(min(numbers)), day_of(max(numbers))
    return Look(
        source.setting,
        first,
        last,
        tuple(days.values()),
        id_role,
        segments,
        codes,
        unknown,
        (*notes, *_remarks(source, id_role, facts, first, last)),
    )


_FACTS = {
    "rows": "1",
    "left_out": "CASE WHEN who IS NULL AND (cents IS NOT NULL OR opens_on IS NOT NULL) THEN 1 ELSE 0 END",
    "left_out_cents": "CASE WHEN who IS NULL THEN cents ELSE 0 END",
    "no_amount": "CASE WHEN who IS NOT NULL AND cents IS NULL THEN 1 ELSE 0 END",
    "no_start": "CASE WHEN who IS NOT NULL AND contract = 0 AND ends_on IS NOT NULL THEN 1 ELSE 0 END",
    "too_long": f"CASE WHEN LENGTH(spelt) > {_LONGEST} THEN 1 ELSE 0 END",
    "repeated": "CASE WHEN who IS NOT NULL AND nth > 1 THEN 1 ELSE 0 END",
    "repeated_cents": "CASE WHEN who IS NOT NULL AND nth > 1 THEN cents ELSE 0 END",
    "refunds": "CASE WHEN who IS NOT NULL AND nth = 1 AND cents < 0 THEN 1 ELSE 0 END",
    "refund_cents": "CASE WHEN who IS NOT NULL AND nth = 1 AND cents < 0 THEN cents ELSE 0 END",
    "open": "CASE WHEN who IS NOT NULL AND nth = 1 AND contract = 1 AND ends_on IS NULL THEN 1 ELSE 0 END",
}


def _facts(engine: Engine, source: Source, rows: str) -> Mapping[str, int]:
    worth = "worth" if "value" in source.picked else "cents"
    facts = _FACTS | {"no_value": f"CASE WHEN who IS NOT NULL AND {worth} IS NULL THEN 1 ELSE 0 END"}
    sums = ", ".join(f"SUM({sql})" for sql in facts.values())
    customers = "COUNT(DISTINCT who)"
    (found,) = engine.ask(f"WITH\n{rows}\nSELECT {customers}, {sums} FROM numbered", {})
    return dict(zip(("customers", *facts), (int(value or 0) for value in found), strict=True))


def _refuse_blanks(source: Source, facts: Mapping[str, int]) -> None:
    if not facts["rows"]:
        raise BadLedger(f"{source.table}: the table is empty.")
    for fact, role, why in (
        ("no_amount", "amount", "is blank in {} with a customer; fill it in or take the rows out"),
        ("no_value", "value", "is blank in {} with a customer; fill it in or take the rows out"),
        ("no_start", "end", "has an end in {} without a start; fill in the start"),
        ("too_long", "customer", "is longer than a customer's name can be in {}; shorten it"),
    ):
        if facts[fact]:
            raise BadLedger(f"{source.where(role)} {why.format(counted(facts[fact], 'row'))}.")


def _refuse_currencies(engine: Engine, source: Source, rows: str) -> None:
    if "currency" in source.picked:
        asked = f"WITH\n{rows}\nSELECT DISTINCT LOWER(currency) FROM numbered WHERE who IS NOT NULL"
        used = sorted(str(code) for (code,) in engine.ask(asked, {}) if code)
        if len(used) > 1:
            raise BadLedger(
                f"{source.where('currency')} holds {', '.join(used[:5])};"
                " turn all amounts into one currency at a constant rate first."
            )


def _refuse_backwards(
    engine: Engine, source: Source, rows: str, days: Mapping[object, tuple[str, int]]
) -> None:
    if source.setting == "purchases":
        return
    lines = ", ".join(f"({literal}, {number})" for literal, number in days.values())
    ((backwards,),) = engine.ask(
        f"WITH\ncalendar (on_day, n) AS (VALUES {lines}),\n{rows}\nSELECT COUNT(*) FROM numbered r"
        " JOIN calendar d ON d.on_day = r.opens_on JOIN calendar e ON e.on_day = r.ends_on"
        " WHERE r.who IS NOT NULL AND e.n < d.n",
        {},
    )
    if backwards:
        raise BadLedger(
            f"{source.where('end')} is before the start in {counted(int(backwards), 'row')};"
            " correct one of the two."
        )


def _segments(
    engine: Engine, source: Source, rows: str
) -> tuple[tuple[str, ...] | None, tuple[tuple[str, int], ...], bool]:
    if "segment" not in source.picked:
        return None, (), False
    asked = (
        f"WITH\n{rows}\nSELECT DISTINCT segment FROM numbered WHERE who IS NOT NULL AND nth = 1"
        f" LIMIT {10 * MOST_SEGMENTS}"
    )
    found = [name for (name,) in engine.ask(asked, {})]
    written = sorted(str(name) for name in found if name is not None)
    spelt = tuple(exact_key(name.strip()) for name in written)
    names = tuple(dict.fromkeys(spelt))
    numbers, segments = segments_apart(np.arange(len(names), dtype=np.int32), names)
    if len(segments) > MOST_SEGMENTS:
        raise BadLedger(
            f"{source.where('segment')} has {len(segments):,} different segments or more;"
            f" choose a column with at most {MOST_SEGMENTS:,}."
        )
    codes = tuple(
        (name, int(numbers[names.index(key)]))
        for name, key in zip(written, spelt, strict=True)
        if numbers[names.index(key)] >= 0
    )
    return segments, codes, None in found or UNKNOWN in names


def _transactions(engine: Engine, source: Source, notes: list[str]) -> str | None:
    """The role of the column whose repeats are duplicates; an order's number on different rows is none."""
    role = next((role for role in ("id", "document") if role in source.picked), None)
    if role is None:
        return None
    differ = " OR ".join(f"MIN({column}) <> MAX({column})" for column in ("who", "opens_on", "cents"))
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
            " day or amount; the earliest row counts. Check that the column is one."
        )
    return role


def _remarks(
    source: Source, id_role: str | None, facts: Mapping[str, int], first: date, last: date
) -> Sequence[str]:
    rows, customers = counted(facts["rows"], "row"), counted(facts["customers"], "customer")
    roles = [role for role in OPTIONS if role in source.picked and role != "id"]
    picked = [(role, source.picked[role].header) for role in roles]
    picked += [("id", source.picked[id_role].header)] if id_role else []
    said = [
        f"{source.table}: {rows}, {customers}, {first} to {last}.",
        "Columns: " + ", ".join(f"{role} = {header}" for role, header in picked) + ".",
    ]
    for what, kind in (
        ("Left out for want of a customer", "left_out"),
        ("Counted once, left out where a transaction id is repeated", "repeated"),
    ):
        if facts[kind]:
            said.append(f"{what}: {counted(facts[kind], 'row')}, {cents(facts[f'{kind}_cents'])} together.")
    if facts["refunds"]:
        said.append(f"Refunds: {counted(facts['refunds'], 'row')}, {cents(facts['refund_cents'])} together.")
    if facts["open"]:
        said.append(f"Without an end: {counted(facts['open'], 'contract')}, the amount taken as a year's.")
    return said

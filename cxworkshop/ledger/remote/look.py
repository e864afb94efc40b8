"""A first look at a table where it lives: its days, what is left out, what is wrong - before anything is computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.names import UNKNOWN, exact_key, segments_apart
from cxworkshop.ledger.remarks import counted
from cxworkshop.ledger.remote.currency import foreign_cents
from cxworkshop.ledger.remote.engines import Engine
from cxworkshop.ledger.remote.facts import facts, refuse_blanks, remarks
from cxworkshop.ledger.remote.repeats import kept_repeats, transactions
from cxworkshop.ledger.remote.source import Source, source_rows
from cxworkshop.ledger.remote.text import MOST_SEGMENTS
from cxworkshop.ledger.remote.timeline import day_of, days_of


@dataclass(frozen=True)
class Look:
    """What a table holds: its days as literals with their numbers, its segments, and the sentences that tell of it.

    `setting`, `first_day` and `last_day` are what periods and flags ask for; `segments` are the names in their order,
    `codes` (as written in the table, the name's number); `id_role` is the role of the column of transaction ids.
    """

    setting: str
    first_day: date
    last_day: date
    first_seen_column: str | None
    days: tuple[tuple[str, int], ...]
    id_role: str | None
    segments: tuple[str, ...] | None
    codes: tuple[tuple[str, int], ...]
    unknown: bool
    notes: tuple[str, ...]


def look(engine: Engine, source: Source) -> Look:
    """Ask a table for its days, segments and blanks; raises BadLedger where it cannot be counted as it is."""
    notes: list[str] = []
    id_role = transactions(engine, source, notes)
    rows = source_rows(source, id_role)
    counts = facts(engine, source, rows)
    refuse_blanks(source, counts)
    counts["repeats"] = kept_repeats(engine, rows, id_role)
    if "currency" in source.picked:
        counts["left_out_cents"] -= foreign_cents(engine, source, rows, notes)
    seen = source.picked.get("first_seen")
    seen_on = ""
    if seen is not None:
        seen_on = " UNION ALL SELECT DISTINCT 2 AS which, seen_on FROM numbered WHERE who IS NOT NULL"
    found = engine.ask(
        f"WITH\n{rows}\nSELECT DISTINCT 0 AS which, opens_on FROM numbered WHERE who IS NOT NULL"
        " UNION ALL SELECT DISTINCT 1 AS which, ends_on FROM numbered WHERE who IS NOT NULL" + seen_on,
        {},
    )
    if not any(which == 0 for which, _ in found):
        raise BadLedger(f"{source.where('customer')} is blank in every row; choose another.")
    if any(which == 0 and on is None for which, on in found):
        raise BadLedger(f"{source.table}: rows with a customer have no day; fill it in or take the rows out.")
    days = days_of(source, found)
    if any(which == 1 and on is not None and on not in days for which, on in found):
        header = source.picked["end"].header
        notes.append(f"Column {header}: an end after 2100 stands for none.")
        counts["open"] += _beyond(engine, rows, days)
    numbers = [days[on][1] for which, on in found if which == 0]
    _refuse_backwards(engine, source, rows, days)
    segments, codes, unknown = _segments(engine, source, rows)
    first, last = day_of(min(numbers)), day_of(max(numbers))
    return Look(
        source.setting,
        first,
        last,
        None if seen is None else seen.header,
        tuple(days.values()),
        id_role,
        segments,
        codes,
        unknown,
        (*notes, *remarks(source, id_role, counts, first, last)),
    )


def _beyond(engine: Engine, rows: str, days: Mapping[object, tuple[str, int]]) -> int:
    """How many contracts end on a day that is not among the days."""
    known = ", ".join(literal for literal, _ in days.values())
    ((many,),) = engine.ask(
        f"WITH\n{rows}\nSELECT COUNT(*) FROM numbered"
        f" WHERE who IS NOT NULL AND nth = 1 AND contract = 1 AND ends_on NOT IN ({known})",
        {},
    )
    return int(many)


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

"""A role's cells over all lists, tidied: one code for each distinct value, -1 where a cell is blank."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, WrongColumn
from cxworkshop.ledger.dates import parse_dates
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.roles import ROLES
from cxworkshop.ledger.lists.tidy import CUT, CUT_SHORT, SIGNED, TIDY, Tidy

_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


@dataclass(frozen=True)
class Values:
    """Rows of all lists, one after the other, as codes into the distinct tidied texts."""

    codes: Codes
    texts: Any

    def listed(self) -> list[str]:
        """The distinct texts."""
        found: list[str] = self.texts.to_pylist()
        return found


def tidied(one: DepartmentList, role: str, rule: Tidy | None = None) -> tuple[Any, tuple[str, ...]]:
    """A list's cells of a role in one way of writing (Arrow text, null where blank), and a note for each rule used."""
    if role not in one.cells:
        return pa.nulls(one.rows, pa.large_string()), ()
    place = f"{one.name}, column {one.columns[role]}"
    if role in ("birth", "last_seen"):
        return _days(one, role, place)
    rule = rule or TIDY.get(role, TIDY["id"])
    written = one.cells[role]
    text = written.combine_chunks() if isinstance(written, pa.ChunkedArray) else written
    cells, touched, blank = _tidy(text, rule)
    told = [f"{said.says} ({rows(count)})" for said, count in zip(rule.rules, touched, strict=True) if count]
    if CUT_SHORT in rule.rules and touched[rule.rules.index(CUT_SHORT)]:
        cut = int(pc.index(pc.match_substring_regex(text, CUT), True).as_py())
        told.append(f"the first of those that were cut short is in row {one.row_numbers([cut])[0]:,}")
    if blank:
        told.append(f"stand-ins such as n/a, unknown or noreply@ count as blank ({rows(blank)})")
    return cells, (f"{place}: {'; '.join(told)}.",) if told else ()


def tidied_ids(text: Any, signed: bool = False) -> tuple[Any, int]:
    """An Arrow column of customer numbers in the lists' one way of writing, and how many stand for nothing."""
    cells, _, blank = _tidy(text, SIGNED if signed else TIDY["id"])
    return cells, blank


def gathered(lists: Sequence[DepartmentList], role: str, note: Callable[[str], object]) -> Values:
    """A role's tidied cells over all lists; what was done to them is handed to `note`, a sentence each."""
    parts = []
    for one in lists:
        cells, notes = tidied(one, role)
        parts.append(cells)
        for words in notes:
            note(words)
    return encoded(parts)


def encoded(parts: Sequence[Any]) -> Values:
    """Arrow texts, one after the other, as codes."""
    chunks = [
        chunk for part in parts for chunk in (part.chunks if isinstance(part, pa.ChunkedArray) else [part])
    ]
    whole = pa.chunked_array(chunks, pa.large_string()).combine_chunks()
    told = whole.dictionary_encode()
    if isinstance(told, pa.ChunkedArray):
        told = told.combine_chunks()
    codes = told.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    return Values(codes, told.dictionary)


def rows(count: int) -> str:
    """How many rows, in words."""
    return f"{count:,} row{'' if count == 1 else 's'}"


def _tidy(text: Any, rule: Tidy) -> tuple[Any, list[int], int]:
    if not pc.all(pc.string_is_ascii(text)).as_py():
        text = pc.utf8_normalize(text, form="NFKC")
    return _run(pa.table({"c": text}), rule)


def _run(cells: Any, rule: Tidy) -> tuple[Any, list[int], int]:
    with duckdb.connect(config=_OFFLINE) as engine:
        engine.register("handed_in", cells)
        engine.execute(
            "CREATE TEMP TABLE t AS SELECT x, x IS NOT NULL AND coalesce("
            + rule.blank
            + ", false) AS nothing"
            " FROM (SELECT nullif(trim(c, ' \t\r\n\u00a0\ufeff\u200b'), '') AS x FROM handed_in)"
        )
        done = engine.sql(
            f"SELECT CASE WHEN NOT nothing THEN nullif({rule.sql}, '') END AS v FROM t"
        ).to_arrow_table()
        asked = ", ".join(f"count(*) FILTER (NOT nothing AND {one.where})" for one in rule.rules)
        counts = engine.execute(
            f"SELECT count(*) FILTER (nothing){', ' if asked else ''}{asked} FROM t"
        ).fetchone()
    assert counts is not None
    column = done.column("v").cast(pa.large_string())
    return column, [int(count) for count in counts[1:]], int(counts[0])


def _days(one: DepartmentList, role: str, place: str) -> tuple[Any, tuple[str, ...]]:
    """Days as text of eight digits; a cell that is no day keeps its digits for comparing, or is blank."""
    what = ROLES[role].what
    try:
        parsed = parse_dates(one.cells[role], one.serial_dates, lambda positions: one.row_numbers(positions))
    except WrongColumn as wrong:
        return pa.nulls(one.rows, pa.large_string()), (f"{place} is not used as {what}: {wrong}.",)
    known = ~parsed.blank & ~parsed.wrong
    days = np.where(known, parsed.values - 719_163, 0).astype("datetime64[D]")
    text = pc.strftime(pa.array(days), format="%Y%m%d")
    made_up = known & (days == np.datetime64("1900-01-01"))
    text = pc.if_else(pa.array(known & ~made_up), text, pa.nulls(one.rows, pa.string())).cast(
        pa.large_string()
    )
    notes = [f"{place}: {note}." for note in parsed.notes]
    ahead = known & (days > np.datetime64("today"))
    if role == "birth" and ahead.any():
        earlier = pc.binary_replace_slice(text, 0, 2, "19")
        text = pc.if_else(pa.array(ahead), earlier, text)
        notes.append(
            f"{place}: birth dates that lie ahead, such as of a year 45, are of the century before"
            f" ({rows(int(ahead.sum()))})."
        )
    if parsed.wrong.any():
        notes.append(f"{place}: cells that are no day count as blank ({rows(int(parsed.wrong.sum()))}).")
    if made_up.any():
        notes.append(f"{place}: 1 January 1900 stands for no date ({rows(int(made_up.sum()))}).")
    return text, tuple(notes)

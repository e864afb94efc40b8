"""Rows of a table that a definition leaves out: by SQL, each under the first reason it meets, told with its money."""

from dataclasses import dataclass
from unicodedata import normalize

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.exclusions import NO_COLUMN, Excluded
from cxworkshop.ledger.names import UNKNOWN
from cxworkshop.ledger.remote.bound import Bound
from cxworkshop.ledger.remote.engines import Engine
from cxworkshop.ledger.remote.source import Source, source_rows


@dataclass(frozen=True)
class Told:
    """What was left out, notes on what was not found, and whether a row that is left names no segment."""

    left_out: tuple[Excluded, ...]
    notes: tuple[str, ...]
    unknown: bool


def conditions(source: Source, definition: BridgeDefinition, bound: Bound) -> list[tuple[str, str, str]]:
    """For every reason the SQL that a row meets, the sentence where rows do, and the sentence where none does.

    Raises BadValue where there is no column to leave out by, or where there are too many ids to send along.
    """
    found = []
    for value in dict.fromkeys(normalize("NFC", one.strip()) for one in definition.excluded):
        role, column = ("exclude", "shut_out") if "exclude" in source.picked else ("segment", "segment")
        if role not in source.picked:
            raise BadValue(NO_COLUMN.format(values=", ".join(definition.excluded)))
        header = source.picked[role].header
        blank = f"r.{column} IS NULL OR " if value == UNKNOWN else ""
        found.append(
            (
                f"{blank}r.{column} = {bound.name(value)}",
                f"Left out: {value} in column {header}",
                f"Nothing to leave out: no row has {value} in column {header}.",
            )
        )
    # A customer goes by the name of its unit, and by its own. Capitals are made small as engines do it.
    names = ("r.who", "r.person") if "unit" in source.picked else ("r.who",)
    if ids := list(dict.fromkeys(key for one in definition.excluded_ids if (key := one.strip().lower()))):
        listed = bound.listed(ids)
        found.append(
            (
                " OR ".join(f"{name} IN {listed}" for name in names),
                "Left out: customers by their id",
                "Nothing to leave out: no customer has one of the ids.",
            )
        )
    for prefix in dict.fromkeys(one.strip() for one in definition.internal if one.strip()):
        key = prefix.lower()
        start = bound.name(key)
        found.append(
            (
                " OR ".join(f"SUBSTRING({name}, 1, {len(key)}) = {start}" for name in names),
                f"Left out: customers whose id begins with {prefix}",
                f"Nothing to leave out: no customer's id begins with {prefix}.",
            )
        )
    return found


def kept(source: Source, definition: BridgeDefinition, bound: Bound) -> str:
    """The SQL that holds back every row that a reason leaves out; nothing where there is none."""
    met = [f"({condition})" for condition, _, _ in conditions(source, definition, bound)]
    # A comparison with a blank is neither true nor false, so NOT would lose the row.
    return f"\n    AND CASE WHEN {' OR '.join(met)} THEN 0 ELSE 1 END = 1" if met else ""


def told(engine: Engine, source: Source, id_role: str | None, definition: BridgeDefinition) -> Told | None:
    """Count what is left out, reason by reason; None where the definition leaves nothing out.

    Raises BadValue where every row is left out.
    """
    bound = Bound()
    reasons = conditions(source, definition, bound)
    if not reasons:
        return None
    whens = " ".join(f"WHEN {condition} THEN {number}" for number, (condition, _, _) in enumerate(reasons))
    nameless = f"r.segment IS NULL OR r.segment = '{UNKNOWN}'" if "segment" in source.picked else "1 = 0"
    found = engine.ask(
        f"WITH\n{source_rows(source, id_role)}\nSELECT reason, nameless, COUNT(*), SUM(cents) FROM ("
        f"SELECT CASE {whens} ELSE -1 END AS reason, CASE WHEN {nameless} THEN 1 ELSE 0 END AS nameless, r.cents"
        " FROM numbered r WHERE r.nth = 1 AND r.who IS NOT NULL) reasons GROUP BY reason, nameless",
        bound.texts,
    )
    if not any(reason == -1 for reason, *_ in found):
        raise BadValue(
            f"{source.table}: every row is left out; take back one of the values, customers or internal"
            " accounts that are left out."
        )
    left_out, notes = [], []
    for number, (_, sentence, nothing) in enumerate(reasons):
        mine = [row for row in found if row[0] == number]
        if mine:
            left_out.append(
                Excluded(sentence, sum(int(row[2]) for row in mine), sum(int(row[3]) for row in mine))
            )
        else:
            notes.append(nothing)
    unknown = any(reason == -1 and nameless for reason, nameless, *_ in found)
    return Told(tuple(left_out), tuple(notes), unknown)

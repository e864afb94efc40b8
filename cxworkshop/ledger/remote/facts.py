"""What a table holds in numbers: rows, customers, what is blank, left out or given back."""

from collections.abc import Mapping, Sequence
from datetime import date

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.remarks import cents, counted, price_remark, repeats_remark, unit_remark
from cxworkshop.ledger.remote.engines import Engine
from cxworkshop.ledger.remote.source import Source
from cxworkshop.ledger.roles import FURTHER, OPTIONS

_LONGEST = 1_000

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


def facts(engine: Engine, source: Source, rows: str) -> dict[str, int]:
    """How many rows are what, and their cents, by the names above; `rows` is the SQL of `source_rows`."""
    worth = "worth" if "value" in source.picked else "cents"
    alone = "household IS NULL AND person IS NOT NULL" if "unit" in source.picked else "1 = 0"
    asked = _FACTS | {
        "no_value": f"CASE WHEN who IS NOT NULL AND {worth} IS NULL THEN 1 ELSE 0 END",
        "alone": f"CASE WHEN {alone} THEN 1 ELSE 0 END",
    }
    sums = ", ".join(f"SUM({sql})" for sql in asked.values())
    customers = "COUNT(DISTINCT who)"
    (found,) = engine.ask(f"WITH\n{rows}\nSELECT {customers}, {sums} FROM numbered", {})
    return dict(zip(("customers", *asked), (int(value or 0) for value in found), strict=True))


def refuse_blanks(source: Source, facts: Mapping[str, int]) -> None:
    """Raise BadLedger where a cell that is needed is blank, naming table and column."""
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


def remarks(
    source: Source, id_role: str | None, facts: Mapping[str, int], first: date, last: date
) -> Sequence[str]:
    """The sentences that tell of a table, as `ledger_remarks` tells of a file."""
    rows, customers = counted(facts["rows"], "row"), counted(facts["customers"], "customer")
    roles = [role for role in OPTIONS if role in source.picked and role != "id"]
    picked = [(role, source.picked[role].header) for role in roles]
    picked += [("id", source.picked[id_role].header)] if id_role else []
    picked += [(role, source.picked[role].header) for role in FURTHER if role in source.picked]
    said = [unit_remark(facts["alone"], source.picked["unit"].header)] if facts["alone"] else []
    said += [
        f"{source.table}: {rows}, {customers}, {first} to {last}.",
        "Columns: " + ", ".join(f"{role} = {header}" for role, header in picked) + ".",
    ]
    said += price_remark(source.picked)
    for what, kind in (
        ("Left out for want of a customer", "left_out"),
        ("Counted once, left out where a transaction id is repeated", "repeated"),
    ):
        if facts[kind]:
            said.append(f"{what}: {counted(facts[kind], 'row')}, {cents(facts[f'{kind}_cents'])} together.")
    if facts["repeats"]:
        said.append(repeats_remark(facts["repeats"]))
    if facts["refunds"]:
        said.append(f"Refunds: {counted(facts['refunds'], 'row')}, {cents(facts['refund_cents'])} together.")
    if facts["open"]:
        said.append(f"Without an end: {counted(facts['open'], 'contract')}, the amount taken as a year's.")
    return said

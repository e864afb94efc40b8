"""A ledger as it stands after reading: who, when, how much - in whole cents, customer by customer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Codes, Integers, Mask

SETTINGS = ("purchases", "contracts", "hybrid")
# The end of a contract without one: later than any day, and still a whole number of 32 bits.
OPEN_END = 2**31 - 2
_VERSION = 1


@dataclass(frozen=True)
class LeftOut:
    """Rows that are in no figure, with their money in cents."""

    rows: int
    cents: int


@dataclass(frozen=True, eq=False)
class Ledger:
    """Rows sorted by customer, then by day, then as in the file; days are `date.toordinal` numbers, customers and segments are numbered.

    `end` and `contract` are None in the setting purchases; a row's segment is -1 where the file leaves it blank.
    `columns` are (role, header) as picked, `notes` the sentences that the file gave rise to.
    """

    name: str
    setting: str
    columns: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    rows_read: int
    no_customer: LeftOut
    duplicates: LeftOut
    repeats: int
    customers: tuple[str, ...]
    segments: tuple[str, ...] | None
    customer: Codes
    day: Integers
    cents: Integers
    segment: Codes | None
    end: Integers | None
    contract: Mask | None
    value: Integers | None = None
    """Cents that a row is worth where that is not its amount, such as its margin; the amount still decides who counts."""
    exclude: Codes | None = None
    """Each row's value (-1 where blank) in the column by which rows can be left out, where that is not the segment."""
    exclude_names: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows count."""
        return len(self.day)

    @cached_property
    def first_day(self) -> date:
        """The first day with a purchase, refund or contract start."""
        return date.fromordinal(int(self.day.min()))

    @cached_property
    def last_day(self) -> date:
        """The last day with a purchase, refund or contract start."""
        return date.fromordinal(int(self.day.max()))


def save_parquet(ledger: Ledger, path: Path) -> None:
    """Keep a compact copy from which `load_parquet` gives the same ledger."""
    columns: dict[str, Any] = {
        "customer": _named(ledger.customer, ledger.customers),
        "day": ledger.day.astype(np.int32),
        "cents": ledger.cents,
    }
    if ledger.segment is not None and ledger.segments is not None:
        columns["segment"] = _named(ledger.segment, ledger.segments)
    if ledger.end is not None and ledger.contract is not None:
        columns |= {"end": ledger.end.astype(np.int32), "contract": ledger.contract}
    about = {
        "version": _VERSION,
        "name": ledger.name,
        "setting": ledger.setting,
        "columns": ledger.columns,
        "notes": ledger.notes,
        "rows_read": ledger.rows_read,
        "no_customer": (ledger.no_customer.rows, ledger.no_customer.cents),
        "duplicates": (ledger.duplicates.rows, ledger.duplicates.cents),
        "repeats": ledger.repeats,
    }
    table = pa.table(columns).replace_schema_metadata({"cxworkshop": json.dumps(about)})
    pq.write_table(table, path, compression="zstd")


def load_parquet(path: Path) -> Ledger:
    """The ledger of a copy that `save_parquet` wrote; raises BadLedger where the file is no such copy."""
    try:
        table = pq.read_table(path)
        about = json.loads((table.schema.metadata or {})[b"cxworkshop"])
    except (pa.ArrowException, OSError, KeyError, ValueError) as broken:
        raise BadLedger(
            f"{path.name}: the kept copy of the ledger cannot be read; open the ledger again."
        ) from broken
    if about["version"] != _VERSION:
        raise BadLedger(f"{path.name}: the copy was kept by another version; open the ledger again.")
    customer, customers = _numbered(table.column("customer"))
    segment, segments = (
        _numbered(table.column("segment")) if "segment" in table.column_names else (None, None)
    )
    contracts = "end" in table.column_names
    return Ledger(
        name=about["name"],
        setting=about["setting"],
        columns=tuple((role, header) for role, header in about["columns"]),
        notes=tuple(about["notes"]),
        rows_read=about["rows_read"],
        no_customer=LeftOut(*about["no_customer"]),
        duplicates=LeftOut(*about["duplicates"]),
        repeats=about["repeats"],
        customers=customers,
        segments=segments,
        customer=customer,
        day=table.column("day").to_numpy().astype(np.int64),
        cents=table.column("cents").to_numpy().astype(np.int64),
        segment=segment,
        end=table.column("end").to_numpy().astype(np.int64) if contracts else None,
        contract=table.column("contract").to_numpy() if contracts else None,
    )


def _named(codes: Codes, names: Sequence[str]) -> Any:
    indices = pa.array(codes, pa.int32(), mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(names, pa.string()))


def _numbered(column: Any) -> tuple[Codes, tuple[str, ...]]:
    named = column.unify_dictionaries().combine_chunks()
    if isinstance(named, pa.ChunkedArray):
        named = named.chunk(0)
    return named.indices.fill_null(-1).to_numpy().astype(np.int32), tuple(named.dictionary.to_pylist())

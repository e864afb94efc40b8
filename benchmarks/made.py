"""A ledger made up as a real shop's is: a few customers buy a great deal, most of them a handful of times."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

FIRST, LAST = date(2022, 1, 1), date(2024, 12, 31)
SEGMENTS = ("Business", "Export", "Partner", "Retail", "School", "Web")
_SEED = 20_240_229
# Median 5 rows a customer, mean 16, and some of ten million rows belong to customers with thousands.
_MEDIAN, _SPREAD, _MEAN, _MOST = 5, 1.525, 16, 6_600


@dataclass(frozen=True)
class Files:
    """The same made ledger, twice."""

    csv: Path
    parquet: Path


def make(folder: Path, rows: int) -> Files:
    """Write a ledger of exactly so many rows, in the order of days, as CSV and as Parquet."""
    files = Files(folder / f"made_{rows}.csv", folder / f"made_{rows}.parquet")
    table = _table(rows)
    pa_csv.write_csv(table, files.csv)
    pq.write_table(table, files.parquet)
    return files


def _table(rows: int) -> pa.Table:
    chance = np.random.default_rng(_SEED)
    customers = rows // _MEAN
    wanted = _MEDIAN * np.exp(_SPREAD * chance.standard_normal(customers))
    wanted = np.clip(np.rint(wanted * (rows / wanted.sum())), 1, _MOST).astype(np.int64)
    customer = np.repeat(np.arange(customers), wanted)
    customer = np.append(customer, chance.integers(0, customers, max(0, rows - len(customer))))
    if len(customer) > rows:
        customer = chance.permutation(customer)[:rows]
    span = (LAST - FIRST).days
    begin = chance.integers(0, span, customers)
    life = np.minimum(chance.exponential(500, customers), span - begin)
    day = np.rint(begin[customer] + chance.random(rows) * life[customer]).astype(np.int32)
    day[:2] = 0, span
    cents = np.rint(100 * np.exp(3.3 + chance.standard_normal(rows))).astype(np.int64)
    cents = np.where(chance.random(rows) < 0.03, -cents, cents)
    home = chance.choice(len(SEGMENTS), customers, p=(0.1, 0.05, 0.05, 0.4, 0.1, 0.3))
    changes_on = np.where(chance.random(customers) < 0.01, chance.integers(0, span, customers), span + 1)
    segment = (home[customer] + (day >= changes_on[customer])) % len(SEGMENTS)
    order = np.argsort(day, kind="stable")
    names = pa.array([f"C{number:07d}" for number in range(customers)])
    whole = pa.array(cents[order]).cast(pa.decimal128(20, 0))
    amount = pa.compute.multiply(whole, pa.scalar("0.01").cast(pa.decimal128(3, 2)))
    return pa.table(
        {
            "customer_id": names.take(pa.array(customer[order])),
            "date": pa.array(day[order] + (FIRST - date(1970, 1, 1)).days, pa.int32()).cast(pa.date32()),
            "amount": amount.cast(pa.decimal128(14, 2)),
            "segment": pa.array(SEGMENTS).take(pa.array(segment[order])),
        }
    )

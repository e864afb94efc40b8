"""How long a ledger takes: opened, bridged, and bridged again under another definition, against a bare scan of its file."""

from dataclasses import replace
from pathlib import Path

import duckdb

from benchmarks.clock import seconds
from cxworkshop.ledger import BridgeDefinition, compute_bridge, open_ledger

LEDGER = Path(__file__).parents[1] / "sample_data" / "ledger.csv.gz"


def scan() -> object:
    """Read every row with its types and add up the amounts: as fast as the engine can."""
    return duckdb.sql(f"SELECT count(*), sum(amount) FROM read_csv('{LEDGER}')").fetchall()


def main() -> None:
    """Print the figures, a line each."""
    ledger = open_ledger(LEDGER, columns={"segment": "segment"})
    quarters = BridgeDefinition()
    bare = seconds(scan)
    opened = seconds(lambda: open_ledger(LEDGER, columns={"segment": "segment"}))
    bridged = seconds(lambda: compute_bridge(ledger, quarters))
    again = seconds(
        lambda: compute_bridge(ledger, replace(quarters, window=180, minimum_cents=1000, by="month"))
    )
    print(f"ledger of {ledger.rows_read:,} rows, {len(ledger.customers):,} customers")
    print(f"  bare typed scan of the file     {bare:6.3f} s")
    print(f"  opened and checked              {opened:6.3f} s   {opened / bare:4.1f} x the scan")
    print(f"  bridge by quarter               {bridged:6.3f} s")
    print(f"  another definition, by month    {again:6.3f} s")

"""How long a made ledger takes: opened, bridged, and bridged again, beside a bare scan, pandas and DuckDB's SQL."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

import duckdb

from benchmarks.clock import ROUNDS, seconds
from benchmarks.made import make
from benchmarks.rivals import FIGURES, Answer, Pandas, Rows, Sql
from cxworkshop.ledger import Bridge, BridgeDefinition, Ledger, compute_bridge, open_ledger

SIZES = (1_000_000, 10_000_000)
WINDOWS, MINIMA = (180, 400, 90), (500, 2_000, 5_000)


def main() -> None:
    """Print the figures; CXWORKSHOP_BENCHMARK_SMALL=1 stops after one million rows. Every size has its own process."""
    sizes = SIZES[:1] if os.environ.get("CXWORKSHOP_BENCHMARK_SMALL") else SIZES
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            files = make(Path(folder), rows)
            print(f"made ledger of {rows:,} rows", flush=True)
            for file in (files.csv, files.parquet):
                # Turn by turn in fresh processes, so that noise falls on both; of one scan after another the median counts.
                rounds = [
                    [json.loads(_child(what, str(file))) for what in ("scan", "opening")]
                    for _ in range(ROUNDS)
                ]
                bare = median(scan for scan, _ in rounds)
                opened = median(figures["opened"] for _, figures in rounds)
                peak = max(figures["peak"] for _, figures in rounds)
                print(
                    f"  {file.suffix[1:]:<8} bare typed scan {bare:6.2f} s, opened up to the first bridge"
                    f" {opened:6.2f} s ({opened / bare:4.1f} x), with 10 bridges more the peak is {peak:,.0f} MB",
                    flush=True,
                )
            print(_child("rivals", str(files.parquet)), end="", flush=True)


def opening(path: str) -> None:
    """In a process of its own: open, bridge by month and by quarter under several definitions; time and peak memory."""
    begin = perf_counter()
    ledger = _open(path)
    compute_bridge(ledger, BridgeDefinition())
    opened = perf_counter() - begin
    for by in ("month", "quarter"):
        for window in (90, 180, 365, 400, 730):
            compute_bridge(ledger, BridgeDefinition(window=window, by=by))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"opened": opened, "peak": peak}))


def scan(path: str) -> None:
    """In a process of its own: the time of a bare typed scan of all four columns, the memory warm."""
    reader = "read_csv" if path.endswith(".csv") else "read_parquet"
    query = f"SELECT max(customer_id), max(date), sum(amount), max(segment) FROM {reader}('{path}')"
    print(seconds(lambda: duckdb.sql(query).fetchall(), rounds=3))


def rivals(path: str) -> None:
    """The recomputation by month and by quarter: ours, pandas and SQL, equal in every figure, with ratios."""
    ledger = _open(path)
    with tempfile.TemporaryDirectory() as folder:
        for by, periods in (("month", 36), ("quarter", 12)):
            base = BridgeDefinition(by=by)
            rows = _rows(ledger, compute_bridge(ledger, base))
            with _timed(f"pandas collapsed its rows for {by}s") if by == "month" else _silently():
                pandas = Pandas(rows)
            sql = Sql(rows, Path(folder))
            wanted = _answer(compute_bridge(ledger, base))
            for other in (pandas, sql):
                _agree(wanted, other.bridge(base.window, 0))
            for what, definitions in (
                ("window", [replace(base, window=window) for window in WINDOWS]),
                ("minimum", [replace(base, minimum_cents=minimum) for minimum in MINIMA]),
            ):
                ours = _median(definitions, lambda one: compute_bridge(ledger, one))
                last = definitions[-1]
                theirs = [
                    seconds(lambda way=way, one=last: way.bridge(one.window, one.minimum_cents), rounds=1)
                    for way in (pandas, sql)
                ]
                print(
                    f"  another {what:<8} {periods} {by}s: {ours * 1000:5.0f} ms;"
                    f" pandas {theirs[0] * 1000:6.0f} ms ({theirs[0] / ours:4.1f} x),"
                    f" DuckDB {theirs[1] * 1000:6.0f} ms ({theirs[1] / ours:4.1f} x)"
                )


def _open(path: str) -> Ledger:
    return open_ledger(Path(path), columns={"segment": "segment"})


def _child(what: str, path: str) -> str:
    command = [sys.executable, "-m", "benchmarks.bench_ledger", what, path]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _rows(ledger: Ledger, bridge: Bridge) -> Rows:
    totals = bridge.totals
    assert ledger.segment is not None
    assert ledger.segments is not None
    first = ledger.first_day.toordinal()
    bounds = [totals[0].period_start.toordinal() - 1, *(line.period_end.toordinal() for line in totals)]
    return Rows(
        ledger.customer,
        (ledger.day - first).astype("int32"),
        ledger.cents,
        ledger.segment,
        len(ledger.segments),
        [bound - first for bound in bounds],
    )


def _answer(bridge: Bridge) -> Answer:
    many = len(bridge.rows) // len(bridge.totals)
    lines = [line for line in bridge.rows if line.segment != "All"]
    periods = [lines[i : i + many - 1] for i in range(0, len(lines), many - 1)]
    return {name: [[getattr(line, name) for line in period] for period in periods] for name in FIGURES}


def _agree(ours: Answer, theirs: Answer) -> None:
    for name in FIGURES:
        assert ours[name] == theirs[name], f"{name} differs"


def _median(definitions: list[BridgeDefinition], work: Callable[[BridgeDefinition], object]) -> float:
    turn = iter(definitions * 3)
    return seconds(lambda: work(next(turn)), rounds=len(definitions) * 2)


@contextmanager
def _timed(what: str) -> Iterator[None]:
    begin = perf_counter()
    yield
    print(f"  {what} once in {perf_counter() - begin:.2f} s")


@contextmanager
def _silently() -> Iterator[None]:
    yield


if __name__ == "__main__":
    {"scan": scan, "opening": opening, "rivals": rivals}[sys.argv[1]](sys.argv[2])

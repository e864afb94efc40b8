"""The same bridge as others would compute it: pandas on customers' days collapsed first, and SQL in DuckDB."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

# What every way must agree on, by period and segment number.
FIGURES = (
    *("opening", "new", "returned", "lapsed", "moved_in", "moved_out", "closing", "grown", "shrunk"),
    *("opening_value", "new_value", "returned_value", "lapsed_value", "moved_in_value", "moved_out_value"),
    *("grown_value", "shrunk_value", "closing_value"),
)
Answer = dict[str, list[list[int]]]


@dataclass(frozen=True)
class Rows:
    """A ledger's columns as numbers; days are counted from the first, `bounds` are the last days seen, in order."""

    customer: Any
    day: Any
    cents: Any
    segment: Any
    segments: int
    bounds: Sequence[int]


class Pandas:
    """Customer-days with their sum, their largest row and their last segment: the smallest table that still answers."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        frame = pd.DataFrame(
            {"customer": rows.customer, "day": rows.day, "cents": rows.cents, "segment": rows.segment}
        )
        days = frame.groupby(["customer", "day"], sort=True)
        self.days = days.agg(cents=("cents", "sum"), largest=("cents", "max"), segment=("segment", "last"))
        self.days = self.days.reset_index()
        self.customers = int(frame["customer"].max()) + 1

    def bridge(self, window: int, minimum: int) -> Answer:
        """Every figure by period and segment."""
        days, bounds, many = self.days, np.array(self.rows.bounds), self.customers
        came = np.searchsorted(bounds, days["day"])
        went = np.searchsorted(bounds, days["day"] + window)
        keeps = days["largest"] >= minimum
        entering = days.assign(at=came).groupby(["at", "customer"])["cents"].sum()
        leaving = days.assign(at=went).groupby(["at", "customer"])["cents"].sum()
        change = _by_boundary(entering.sub(leaving, fill_value=0), len(bounds))
        latest = days[keeps].assign(at=came[keeps]).groupby(["at", "customer"])["day"].max()
        latest = _by_boundary(latest, len(bounds))
        named = days.assign(at=came).groupby(["at", "customer"])["segment"].last()
        named = _by_boundary(named, len(bounds))
        first = days[keeps].groupby("customer")["day"].min().reindex(range(many)).to_numpy()
        value, seen = np.zeros(many), np.full(many, -(10**6))
        segment = np.full(many, self.rows.segments - 1)
        active, worth = np.zeros(many, bool), np.zeros(many)
        stands = segment
        found: Answer = {name: [] for name in FIGURES}
        for at, bound in enumerate(bounds):
            people, amount = change[at]
            value[people] += amount
            for latest_of, target in ((latest, seen), (named, segment)):
                people, last = latest_of[at]
                target[people] = last
            now = seen + window > bound
            holds = np.where(now, value, 0)
            if at:
                state = pd.DataFrame(
                    {
                        "was": active,
                        "now": now,
                        "v0": worth,
                        "v1": holds,
                        "s0": stands,
                        "s1": segment,
                        "fresh": first > bounds[at - 1],
                    }
                )
                self._period(state[active | now], found)
            active, worth, stands = now, holds, segment.copy()
        return found

    def _period(self, state: pd.DataFrame, found: Answer) -> None:
        came, left, stayed = state.now & ~state.was, state.was & ~state.now, state.was & state.now
        moved, change = stayed & (state.s0 != state.s1), state.v1 - state.v0
        for name, who, by, amount in (
            ("opening", state.was, "s0", state.v0),
            ("new", came & state.fresh, "s1", state.v1),
            ("returned", came & ~state.fresh, "s1", state.v1),
            ("lapsed", left, "s0", state.v0),
            ("moved_in", moved, "s1", state.v0),
            ("moved_out", moved, "s0", state.v0),
            ("closing", state.now, "s1", state.v1),
            ("grown", stayed & (change > 0), "s1", change),
            ("shrunk", stayed & (change < 0), "s1", -change),
        ):
            total = amount[who].groupby(state[by][who]).agg(["size", "sum"])
            total = total.reindex(range(self.rows.segments), fill_value=0)
            found[name].append([int(count) for count in total["size"]])
            found[f"{name}_value"].append([int(cents) for cents in total["sum"]])


def _by_boundary(series: "pd.Series[Any]", boundaries: int) -> list[tuple[Any, Any]]:
    """A series by boundary and customer as customers and values, boundary by boundary."""
    at, customer = (series.index.get_level_values(level).to_numpy() for level in (0, 1))
    cuts = np.searchsorted(at, np.arange(boundaries + 1))
    values = series.to_numpy()
    return [(customer[a:b], values[a:b]) for a, b in pairwise(cuts)]


class Sql:
    """The typed rows in a table of DuckDB, and one statement."""

    def __init__(self, rows: Rows, folder: Path) -> None:
        self.rows = rows
        self.connection = duckdb.connect()
        self.connection.execute(f"SET temp_directory = '{folder}'")
        table = pd.DataFrame(
            {"c": rows.customer, "d": rows.day, "cents": rows.cents, "s": rows.segment}, copy=False
        )
        self.connection.register("handed_over", table)
        self.connection.execute("CREATE TABLE ledger AS SELECT *, row_number() OVER () AS n FROM handed_over")
        self.connection.unregister("handed_over")

    def bridge(self, window: int, minimum: int) -> Answer:
        """Every figure by period and segment."""
        periods = len(self.rows.bounds) - 1
        calendar = self.connection.from_df(_calendar(self.rows.bounds, int(self.rows.day.max()), window))
        self.connection.register("cal", calendar)
        lines = self.connection.execute(_BRIDGE, {"m": minimum, "p": periods}).fetchall()
        found: Answer = {name: [[0] * self.rows.segments for _ in range(periods)] for name in FIGURES}
        for period, segment, *figures in lines:
            for name, figure in zip(FIGURES, figures, strict=True):
                found[name][period - 1][segment] = int(figure)
        return found


def _calendar(bounds: Sequence[int], last: int, window: int) -> pd.DataFrame:
    days = np.arange(last + 1)
    return pd.DataFrame(
        {"d": days, "b_in": np.searchsorted(bounds, days), "b_out": np.searchsorted(bounds, days + window)}
    )


_BRIDGE = """
WITH seen AS (
  SELECT c, d, n, cents, s, b_in, b_out, cents >= $m AS q FROM ledger JOIN cal USING (d) WHERE b_in <= $p
), moves AS (
  SELECT c, b_in AS b, sum(cents) AS dv, max(CASE WHEN q THEN b_out END) AS reach,
         arg_max(s, n) AS s FROM seen GROUP BY c, b_in
  UNION ALL
  SELECT c, b_out, -sum(cents), NULL, NULL FROM seen WHERE b_out <= $p GROUP BY c, b_out
), cells AS (
  SELECT c, b, sum(dv) AS dv, max(reach) AS reach, max(s) AS s FROM moves GROUP BY c, b
), state AS (
  SELECT c, b, sum(dv) OVER past AS v, coalesce(max(reach) OVER past, 0) AS reach,
         last_value(s IGNORE NULLS) OVER past AS s, min(CASE WHEN reach IS NOT NULL THEN b END) OVER (PARTITION BY c) AS f,
         coalesce(lead(b) OVER (PARTITION BY c ORDER BY b), $p + 1) AS until
  FROM cells WINDOW past AS (PARTITION BY c ORDER BY b ROWS UNBOUNDED PRECEDING)
), pairs AS (
  SELECT b, f, s, reach > b AS a, CASE WHEN reach > b THEN v ELSE 0 END AS v, until,
         coalesce(lag(reach) OVER one > b - 1, false) AS a0,
         CASE WHEN lag(reach) OVER one > b - 1 THEN lag(v) OVER one ELSE 0 END AS v0, lag(s) OVER one AS s0
  FROM state WINDOW one AS (PARTITION BY c ORDER BY b)
), quiet AS (
  SELECT s, v, k.b FROM pairs, (SELECT unnest(range(1, $p + 1)) AS b) k WHERE a AND k.b > pairs.b AND k.b < until
), figures AS (
  SELECT b, s0 AS s, 1 AS opening, 0 AS fresh, 0 AS back, (NOT a)::int AS lapsed, 0 AS mi, (a AND s <> s0)::int AS mo,
         0 AS closing, 0 AS up, 0 AS down, v0 AS ov, 0 AS nv, 0 AS rv, CASE WHEN a THEN 0 ELSE v0 END AS lv, 0 AS miv,
         CASE WHEN a AND s <> s0 THEN v0 ELSE 0 END AS mov, 0 AS gv, 0 AS sv, 0 AS cv
  FROM pairs WHERE a0
  UNION ALL
  SELECT b, s, 0, (NOT a0 AND f = b)::int, (NOT a0 AND f < b)::int, 0, (a0 AND s <> s0)::int, 0, 1, (a0 AND v > v0)::int,
         (a0 AND v < v0)::int, 0, CASE WHEN NOT a0 AND f = b THEN v ELSE 0 END,
         CASE WHEN NOT a0 AND f < b THEN v ELSE 0 END, 0, CASE WHEN a0 AND s <> s0 THEN v0 ELSE 0 END, 0,
         CASE WHEN a0 AND v > v0 THEN v - v0 ELSE 0 END, CASE WHEN a0 AND v < v0 THEN v0 - v ELSE 0 END, v
  FROM pairs WHERE a
  UNION ALL
  SELECT b, s, 1, 0, 0, 0, 0, 0, 1, 0, 0, v, 0, 0, 0, 0, 0, 0, 0, v FROM quiet
)
SELECT b, s, sum(opening), sum(fresh), sum(back), sum(lapsed), sum(mi), sum(mo), sum(closing), sum(up), sum(down),
       sum(ov), sum(nv), sum(rv), sum(lv), sum(miv), sum(mov), sum(gv), sum(sv), sum(cv)
FROM figures WHERE b BETWEEN 1 AND $p GROUP BY b, s
"""

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
    *("grown_value", "shrunk_value", "closing_value", "came_and_went", "paused", "worthless", "purchases"),
    "revenue",
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
        self.frame = frame = pd.DataFrame(
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
        paid = _by_boundary(entering, len(bounds))
        counts = self.frame["cents"] >= minimum
        bought = self.frame[counts].assign(at=np.searchsorted(bounds, self.frame["day"][counts]))
        bought = _by_boundary(bought.groupby(["at", "customer"]).size(), len(bounds))
        kept = days[keeps].assign(at=came[keeps])
        again = (kept["customer"] == kept["customer"].shift()) & (kept["day"].diff() <= window)
        began = _by_boundary(kept[~again].groupby(["at", "customer"]).size(), len(bounds))
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
                quiet, spread = began[at][0], range(self.rows.segments)
                for name, people, amount in (
                    ("came_and_went", quiet, ~active[quiet] & ~now[quiet]),
                    ("paused", quiet, active[quiet] & now[quiet]),
                    ("worthless", slice(None), now & (holds <= 0)),
                    ("purchases", *bought[at]),
                    ("revenue", *paid[at]),
                ):
                    total = pd.Series(amount).groupby(segment[people]).sum().reindex(spread, fill_value=0)
                    found[name].append([int(one) for one in total])
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
        lines = self.connection.execute(_BRIDGE, {"m": minimum, "p": periods, "w": window}).fetchall()
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
WITH rows AS (
  SELECT c, d, n, cents, s, b_in, b_out, cents >= $m AS q FROM ledger JOIN cal USING (d) WHERE b_in <= $p
), spells AS (
  SELECT c, b_in AS b, d - lag(d) OVER (PARTITION BY c ORDER BY d, n) > $w AS again FROM rows WHERE q
), began AS (
  SELECT c, b, true AS began FROM spells WHERE again IS NULL OR again GROUP BY c, b
), moves AS (
  SELECT c, b_in AS b, sum(cents) AS dv, max(CASE WHEN q THEN b_out END) AS reach, arg_max(s, n) AS s,
         sum(cents) AS paid, count(*) FILTER (q) AS bought FROM rows GROUP BY c, b_in
  UNION ALL BY NAME
  SELECT c, b_out AS b, -sum(cents) AS dv FROM rows WHERE b_out <= $p GROUP BY c, b_out
), cells AS (
  SELECT c, b, sum(dv) AS dv, max(reach) AS reach, max(s) AS s, sum(paid) AS paid, sum(bought) AS bought
  FROM moves GROUP BY c, b
), state AS (
  SELECT c, b, paid, bought, sum(dv) OVER past AS v, coalesce(max(reach) OVER past, 0) AS reach,
         last_value(s IGNORE NULLS) OVER past AS s,
         min(CASE WHEN reach IS NOT NULL THEN b END) OVER (PARTITION BY c) AS f,
         coalesce(lead(b) OVER (PARTITION BY c ORDER BY b), $p + 1) AS until
  FROM cells WINDOW past AS (PARTITION BY c ORDER BY b ROWS UNBOUNDED PRECEDING)
), pairs AS (
  SELECT c, b, f, s, paid, bought, reach > b AS a, CASE WHEN reach > b THEN v ELSE 0 END AS v, until,
         coalesce(lag(reach) OVER one > b - 1, false) AS a0,
         CASE WHEN lag(reach) OVER one > b - 1 THEN lag(v) OVER one ELSE 0 END AS v0, lag(s) OVER one AS s0
  FROM state WINDOW one AS (PARTITION BY c ORDER BY b)
), figures AS (
  SELECT b, s0 AS s, count(*) AS opening, sum(v0) AS opening_value, count(*) FILTER (NOT a) AS lapsed,
         sum(v0) FILTER (NOT a) AS lapsed_value, count(*) FILTER (a AND s <> s0) AS moved_out,
         sum(v0) FILTER (a AND s <> s0) AS moved_out_value
  FROM pairs WHERE a0 GROUP BY b, s0
  UNION ALL BY NAME
  SELECT b, s, count(*) AS closing, sum(v) AS closing_value, count(*) FILTER (v <= 0) AS worthless,
         count(*) FILTER (NOT a0 AND f = b) AS new, sum(v) FILTER (NOT a0 AND f = b) AS new_value,
         count(*) FILTER (NOT a0 AND f < b) AS returned, sum(v) FILTER (NOT a0 AND f < b) AS returned_value,
         count(*) FILTER (a0 AND s <> s0) AS moved_in, sum(v0) FILTER (a0 AND s <> s0) AS moved_in_value,
         count(*) FILTER (a0 AND v > v0) AS grown, sum(v - v0) FILTER (a0 AND v > v0) AS grown_value,
         count(*) FILTER (a0 AND v < v0) AS shrunk, sum(v0 - v) FILTER (a0 AND v < v0) AS shrunk_value
  FROM pairs WHERE a GROUP BY b, s
  UNION ALL BY NAME
  SELECT k.b, s, count(*) AS opening, count(*) AS closing, sum(v) AS opening_value, sum(v) AS closing_value,
         count(*) FILTER (v <= 0) AS worthless
  FROM pairs, (SELECT unnest(range(1, $p + 1)) AS b) k WHERE a AND k.b > pairs.b AND k.b < until GROUP BY k.b, s
  UNION ALL BY NAME
  SELECT b, s, sum(paid) AS revenue, sum(bought) AS purchases FROM pairs GROUP BY b, s
  UNION ALL BY NAME
  SELECT b, s, count(*) FILTER (a AND a0) AS paused, count(*) FILTER (NOT a AND NOT a0) AS came_and_went
  FROM pairs JOIN began USING (c, b) GROUP BY b, s
)
SELECT b, s, FIGURES FROM figures WHERE b BETWEEN 1 AND $p GROUP BY b, s
""".replace("FIGURES", ", ".join(f"coalesce(sum({name}), 0)" for name in FIGURES))

"""The bridge as one SQL text, the same on every engine: docs/method.md 2 in the language of where the ledger lives.

No date is reckoned with in it: days come in through a calendar of numbers. Snapshots are numbered from 0 to `last`;
a customer's state changes only where a row begins or ceases to count, so only those steps are looked at. Names in
braces are filled in by `query.py`; everything that a person wrote is bound.
"""

NEVER = 9_999_999
MOST_SEGMENTS = 1_000

# Rows of the table, the columns under our own names; of rows with the same id the first by day is number 1.
SOURCE = """\
source_rows AS (
  SELECT {reading}
  FROM {relation}
),
numbered AS (
  SELECT source_rows.*, {number} AS nth
  FROM source_rows
)"""
NUMBER = "CASE WHEN {id} IS NULL THEN 1 ELSE ROW_NUMBER() OVER (PARTITION BY who IS NULL, {id} ORDER BY opens_on, cents, who) END"

# Rows that count, with days as numbers: until which day, and which snapshot, each keeps its customer active
# (counts = 1), and from which snapshot on its worth is no longer in the customer's value.
LEDGER = """\
ledger AS (
  SELECT r.who, r.contract, r.cents, {worth} AS worth, d.n, d.b, e.n AS ends, e.b AS b_end,
    CASE WHEN r.cents >= CASE WHEN r.contract = 1 THEN 0 ELSE {minimum} END THEN 1 ELSE 0 END AS counts,
    CASE WHEN r.contract = 0 THEN d.n + {window} ELSE COALESCE(e.n + {grace} + 1, {never}) END AS leaves,
    CASE WHEN r.contract = 0 THEN d.b_bought ELSE COALESCE(e.b_grace, {beyond}) END AS b_leaves,
    CASE WHEN r.contract = 0 THEN d.b_bought ELSE COALESCE(e.b_ended, {beyond}) END AS b_out,
    COALESCE(e.n - d.n + 1, 365) AS term,
    {mark} AS mark
  FROM numbered r
  JOIN calendar d ON d.on_day = r.opens_on
  LEFT JOIN calendar e ON e.on_day = r.ends_on{segments}
  WHERE r.nth = 1 AND r.who IS NOT NULL AND d.b <= {last}{excluded}
),
-- A contract's worth x 365 / days of its term, halves of a cent away from zero; the last to end is the latest.
valued AS (
  SELECT ledger.*,
    CASE WHEN contract = 0 THEN worth ELSE 0 END AS bought,
    CASE WHEN contract = 0 THEN 0 ELSE {yearly} END AS agreed,
    CASE WHEN contract = 1 AND counts = 1 THEN 1 ELSE 0 END AS covers
  FROM ledger
),
ranked AS (
  SELECT valued.*, {rank} AS place
  FROM valued
)"""
RANK = "CASE WHEN covers = 1 THEN ROW_NUMBER() OVER (PARTITION BY who ORDER BY covers, ends, n, agreed) END"

# A customer's days, each with the furthest day that earlier rows reach: a day beyond it opens a new spell.
SPELLS = """\
days AS (
  SELECT who, n, b,
    SUM(bought) AS bought, SUM(agreed) AS agreed, SUM(covers) AS covers,
    MAX(CASE WHEN counts = 1 THEN leaves END) AS leaves,
    MAX(CASE WHEN counts = 1 THEN b_leaves END) AS b_leaves,
    MAX(mark) AS mark,
    SUM(CASE WHEN contract = 0 THEN counts ELSE 0 END) AS purchases,
    SUM(cents) AS revenue,
    SUM(CASE WHEN cents < 0 THEN 1 ELSE 0 END) AS refunds,
    SUM(CASE WHEN cents < 0 THEN worth ELSE 0 END) AS refunded
  FROM ranked
  GROUP BY who, n, b
),
reaches AS (
  SELECT days.*,
    COALESCE(MAX(leaves) OVER (PARTITION BY who ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reach
  FROM days
),
spells AS (
  SELECT reaches.*,
    CASE WHEN leaves IS NOT NULL AND n > reach THEN 1 ELSE 0 END AS opens,
    CASE WHEN reach <= n AND leaves IS NULL THEN 1 ELSE 0 END AS orphan
  FROM reaches
)"""

# What begins and what ceases to count at a snapshot, summed per customer, then kept up through the snapshots.
STATES = """\
changes AS (
  SELECT who, b, bought, agreed, covers, b_leaves AS until, mark, opens, purchases, revenue,
    refunds * orphan AS orphans, refunded * orphan AS orphaned, 0 AS ended
  FROM spells
  UNION ALL
  SELECT who, b_out, -bought, -agreed, -covers, NULL, NULL, 0, 0, 0, 0, 0, COALESCE(place, 0)
  FROM ranked
  WHERE b_out <= {last}
  UNION ALL
  SELECT who, b_leaves, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 0
  FROM ranked
  WHERE covers = 1 AND b_leaves <= {last}
),
steps AS (
  SELECT who, b, CAST(SUM(bought) AS BIGINT) AS bought, CAST(SUM(agreed) AS BIGINT) AS agreed,
    CAST(SUM(covers) AS BIGINT) AS covers, MAX(until) AS until, MAX(mark) AS mark, MAX(opens) AS opens,
    SUM(purchases) AS purchases, SUM(revenue) AS revenue, SUM(orphans) AS orphans, SUM(orphaned) AS orphaned,
    MAX(ended) AS ended
  FROM changes
  GROUP BY who, b
),
states AS (
  SELECT who, b, opens, purchases, revenue, orphans, orphaned,
    CAST(SUM(bought) OVER upto AS BIGINT) AS bought, CAST(SUM(agreed) OVER upto AS BIGINT) AS agreed,
    SUM(covers) OVER upto AS covers, MAX(until) OVER upto AS until, MAX(mark) OVER upto AS mark,
    MAX(ended) OVER upto AS ended
  FROM steps
  WINDOW upto AS (PARTITION BY who ORDER BY b)
),
-- Where no contract covers the day, the latest that is within its grace is worth what it was: pending.
pendings AS (
  SELECT states.*, {pending} AS pending, {granted} AS granted
  FROM states{latest}
),
snapshots AS (
  SELECT who, b, opens, purchases, revenue, orphans, orphaned, pending,
    CASE WHEN until > b THEN 1 ELSE 0 END AS here,
    CASE WHEN until > b THEN {scaled} + agreed + granted ELSE 0 END AS worth,
    COALESCE(MOD(mark, {segments_at_most}), {segments_at_most}) AS segment,
    CASE WHEN until IS NULL THEN 0 ELSE 1 END AS known
  FROM pendings
)"""
LATEST = """
  LEFT JOIN ranked ON ranked.who = states.who AND ranked.place = states.ended"""

# When each customer was first seen, as a column tells it: known from that snapshot on, whatever the rows say.
SEEN = """\
seen AS (
  SELECT r.who, MIN(f.b) AS seen_b
  FROM numbered r
  JOIN calendar f ON f.on_day = r.seen_on
  WHERE r.nth = 1 AND r.who IS NOT NULL
  GROUP BY r.who
),
"""
WAS_SEEN = "CASE WHEN seen_b < b THEN 1 ELSE LAG(known, 1, 0) OVER earlier END"

# Each step beside the customer's last; one without an earlier step was not here. Counts and cents by snapshot
# and by the segments before and after.
MOVES = """\
{seen}pairs AS (
  SELECT snapshots.*,
    LAG(here, 1, 0) OVER earlier AS was_here, LAG(worth, 1, 0) OVER earlier AS was_worth,
    LAG(segment) OVER earlier AS was_in, {was_seen} AS was_known,
    LAG(pending, 1, 0) OVER earlier AS was_pending
  FROM snapshots{by_seen}
  WINDOW earlier AS (PARTITION BY snapshots.who ORDER BY b)
),
moves AS (
  SELECT pairs.*,
    CASE WHEN was_here = 1 THEN was_in ELSE segment END AS was,
    here * (1 - was_here) AS came, was_here * (1 - here) AS lapsed, was_here * here AS stayed,
    opens * (1 - was_here) * (1 - here) AS went,
    CASE WHEN worth > was_worth THEN worth - was_worth ELSE 0 END AS more,
    CASE WHEN worth < was_worth THEN was_worth - worth ELSE 0 END AS less,
    CASE WHEN here = 1 AND worth <= 0 THEN 1 ELSE 0 END AS worthless,
    CASE WHEN was_here = 1 AND was_worth <= 0 THEN 1 ELSE 0 END AS was_worthless
  FROM pairs
)
SELECT {figures}
FROM moves
GROUP BY b, was, segment"""

# Contracts whose last day is in a period: renewed by one that begins in time and lasts longer, else pending or not.
RENEWALS = """\
terms AS (
  SELECT who, ends, b_end, b_leaves, COUNT(*) AS contracts, SUM(agreed) AS agreed
  FROM ranked
  WHERE covers = 1 AND b_end BETWEEN 1 AND {last}
  GROUP BY who, ends, b_end, b_leaves
),
followed AS (
  SELECT t.who, t.ends, t.b_end, t.b_leaves, t.contracts, t.agreed,
    MAX(CASE WHEN o.n <= t.ends + {grace} + 1 AND o.b <= t.b_end AND COALESCE(o.ends, {never}) > t.ends
      THEN 1 ELSE 0 END) AS renewed
  FROM terms t
  JOIN ranked o ON o.who = t.who AND o.covers = 1
  GROUP BY t.who, t.ends, t.b_end, t.b_leaves, t.contracts, t.agreed
)
SELECT b_end, SUM(contracts), SUM(contracts * renewed),
  SUM(CASE WHEN renewed = 0 AND b_leaves > b_end THEN contracts ELSE 0 END),
  SUM(agreed), SUM(agreed * renewed),
  SUM(CASE WHEN renewed = 0 AND b_leaves > b_end THEN agreed ELSE 0 END)
FROM followed
GROUP BY b_end"""

# By name, for people to look at: refunds that no active customer had, and customers worth nothing at the end.
SPELT = """\
spellings AS (
  SELECT who, MIN(spelt) AS spelt
  FROM source_rows
  GROUP BY who
)"""
ORPHANS = """\
SELECT spellings.spelt, ledger.n, ledger.worth
FROM ledger
JOIN spells ON spells.who = ledger.who AND spells.n = ledger.n
JOIN spellings ON spellings.who = ledger.who
WHERE spells.orphan = 1 AND ledger.cents < 0 AND ledger.b >= 1
ORDER BY ledger.n, ledger.who, ledger.cents
LIMIT {shown}"""
# Put together by grouping: planners that cannot foresee how few customers are worth nothing join them the slow way.
WORTHLESS = """\
closing AS (
  SELECT who, here, worth, ROW_NUMBER() OVER (PARTITION BY who ORDER BY b DESC) AS nth
  FROM snapshots
),
people AS (
  SELECT who, worth, CAST(NULL AS BIGINT) AS n, CAST(NULL AS VARCHAR(4000)) AS spelt
  FROM closing
  WHERE nth = 1 AND here = 1 AND worth <= 0
  UNION ALL
  SELECT who, NULL, n, NULL FROM ledger
  UNION ALL
  SELECT who, NULL, NULL, spelt FROM source_rows
)
SELECT MIN(spelt), MIN(worth), COUNT(*) OVER (), SUM(MIN(worth)) OVER ()
FROM people
GROUP BY who
HAVING COUNT(worth) > 0
ORDER BY MIN(n), who
LIMIT {shown}"""

FIGURES = {
    "here": "here",
    "was_here": "was_here",
    "worth": "worth",
    "was_worth": "was_worth",
    "pending": "pending",
    "was_pending": "was_pending",
    "worthless": "worthless",
    "was_worthless": "was_worthless",
    "new": "came * (1 - was_known)",
    "returned": "came * was_known",
    "lapsed": "lapsed",
    "stayed": "stayed",
    "came_and_went": "went",
    "returned_and_went": "went * was_known",
    "paused": "opens * stayed",
    "grown": "CASE WHEN stayed = 1 AND more > 0 THEN 1 ELSE 0 END",
    "shrunk": "CASE WHEN stayed = 1 AND less > 0 THEN 1 ELSE 0 END",
    "new_value": "worth * came * (1 - was_known)",
    "returned_value": "worth * came * was_known",
    "lapsed_value": "was_worth * lapsed",
    "stayed_value": "was_worth * stayed",
    "grown_value": "more * stayed",
    "shrunk_value": "less * stayed",
    "purchases": "purchases",
    "revenue": "revenue",
    "orphan_refunds": "orphans",
    "orphan_value": "orphaned",
}
"""What is summed, by the name under which it comes back after the snapshot and the two segments."""

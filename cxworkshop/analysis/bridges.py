"""The workshop's own bridges, and what they say in whole customers before anything else."""

from __future__ import annotations

from cxworkshop.analysis import bridge
from cxworkshop.analysis.beside import beside
from cxworkshop.analysis.bridge_checks import problems
from cxworkshop.analysis.bridge_flag_words import Flag
from cxworkshop.analysis.bridge_flags import contradictions as flow_contradictions
from cxworkshop.analysis.bridge_flags import outside_contradictions, value_contradictions
from cxworkshop.analysis.bridge_gross import is_gross, shown
from cxworkshop.analysis.bridge_rows import (
    Bridge,
    Period,
    by_segment,
    customer_flows,
    is_total,
    latest,
    totals,
    value_flows,
)
from cxworkshop.analysis.findings import customers, listed, sentence
from cxworkshop.analysis.periods import in_period, period_label
from cxworkshop.domain.records import BridgeRow, PeriodFacts, Segment
from cxworkshop.domain.workshop import Workshop

__all__ = [
    "Bridge",
    "by_segment",
    "contradictions",
    "customer_flows",
    "headline",
    "latest",
    "passed",
    "period_label",
    "priorities",
    "priority_segments",
    "problems",
    "told",
    "totals",
    "value_flows",
    "whose",
]

_SAID = {"opening": "there were", "new": "came", "lapsed": "left"}
"""The figures that a headline needs, as they are asked for."""


def headline(workshop: Workshop) -> str:
    """The latest bridge in whole customers, a sentence; says what is missing where there is none.

    Always net, and says so where the room looks at the gross view: workbook, summary and reasons are net too.
    """
    found, noun = latest(workshop), customers(workshop)
    if found is None:
        return f"Nobody has yet said how many {noun} there were, came and left."
    row, flows = found
    said = bridge.headline(flows, noun, row.gap_reason)
    if said is None:
        when = f" {in_period(row.period_start, row.period_end)}" if row.period_end else ""
        missing = [words for name, words in _SAID.items() if getattr(flows, name) is None]
        return f"Nobody has yet said how many {noun} {listed(missing)}{when}."
    return f"{whose(row)}{said}{passed(workshop, row)}."


def passed(workshop: Workshop, row: BridgeRow) -> str:
    """That those who came and went are not in a net figure, to stand behind it while the room looks at the gross view."""
    if not is_gross(workshop) or not row.came_and_went:
        return ""
    return f", not counting the {bridge.number(row.came_and_went)} who came and went"


def told(workshop: Workshop, row: BridgeRow) -> str | None:
    """One bridge in whole customers, a sentence, gross where the workshop has chosen so; None while figures are missing."""
    gross = is_gross(workshop) and bool(row.came_and_went)
    said = bridge.headline(shown(workshop, row), customers(workshop), row.gap_reason)
    return f"{whose(row)}{said}{', in the gross view' if gross else ''}." if said else None


def whose(row: BridgeRow) -> str:
    """Which period and segment a row is about, to stand before what is said of it: `2025, Families: `."""
    when = sentence(period_label(row.period_start, row.period_end)) if row.period_end else ""
    part = "" if is_total(row) else row.segment or ""
    named = ", ".join(filter(None, (when, part)))
    return f"{named}: " if named else ""


def priority_segments(workshop: Workshop, period: Period | None = None) -> tuple[Bridge, ...]:
    """A period's bridges of the segments that matter most; of the latest period unless another is named."""
    found = latest(workshop)
    asked = period or (_period(found[0]) if found else None)
    matters = priorities(workshop)
    return tuple(
        (row, flows)
        for row, flows in by_segment(workshop)
        if _period(row) == asked and (row.segment or "").casefold() in matters
    )


def priorities(workshop: Workshop) -> frozenset[str]:
    """The names of the segments that matter most, case-folded."""
    return frozenset(one.name.casefold() for one in workshop.all(Segment) if one.priority and one.name)


def contradictions(workshop: Workshop, row: BridgeRow | None = None) -> tuple[Flag, ...]:
    """Where a bridge's customers, value, sales, scores, units and priority segments tell opposite stories.

    `row` is one of the workshop's bridges, the latest where it is None. Sales, scores and units are compared with the
    period just before, if it is about as long; they and the priority segments stand beside all customers, not beside a segment.
    Source: docs/method.md 2, Contradictions.
    """
    found = latest(workshop)
    row = row or (found[0] if found else None)
    if row is None:
        return ()
    flows, value, noun = customer_flows(row), value_flows(row), customers(workshop)
    inside = flow_contradictions(flows, value, noun)
    if not is_total(row):
        return inside
    now, before = beside(workshop, _period(row))
    parts = [
        (part.segment or "", moved, value_flows(part))
        for part, moved in priority_segments(workshop, _period(row))
    ]
    return (
        *inside,
        *outside_contradictions(
            flows,
            revenue_change=_change(now, before, "revenue"),
            score_change=_change(now, before, "score"),
            units_change=_change(now, before, "units"),
            priority_segments=[(name, moved) for name, moved, _ in parts],
            noun=noun,
        ),
        *value_contradictions(value, [(name, worth) for name, _, worth in parts]),
    )


def _period(row: BridgeRow) -> Period:
    return row.period_start, row.period_end


def _change(now: PeriodFacts | None, before: PeriodFacts | None, name: str) -> float | None:
    later, earlier = getattr(now, name, None), getattr(before, name, None)
    return None if later is None or earlier is None else float(later - earlier)

"""The workshop's own bridges, and what they say in whole customers before anything else."""

from __future__ import annotations

from cxworkshop.analysis import bridge
from cxworkshop.analysis.bridge_checks import problems
from cxworkshop.analysis.bridge_flags import Flag, outside_contradictions
from cxworkshop.analysis.bridge_flags import contradictions as flow_contradictions
from cxworkshop.analysis.bridge_rows import (
    Bridge,
    by_segment,
    customer_flows,
    latest,
    totals,
    value_flows,
)
from cxworkshop.analysis.findings import customers, sentence
from cxworkshop.analysis.periods import day_after, period_label
from cxworkshop.domain.records import BridgeRow, PeriodFacts, Segment
from cxworkshop.domain.workshop import Workshop

__all__ = [
    "Bridge",
    "by_segment",
    "contradictions",
    "customer_flows",
    "headline",
    "latest",
    "period_label",
    "priority_segments",
    "problems",
    "totals",
    "value_flows",
]


def headline(workshop: Workshop) -> str:
    """The latest bridge in whole customers, a sentence; says what is missing where there is none."""
    found = latest(workshop)
    said = bridge.headline(found[1], customers(workshop), found[0].gap_reason) if found else None
    if not found or not said:
        return f"Nobody has yet said how many {customers(workshop)} there were, came and left."
    row = found[0]
    when = f"{sentence(period_label(row.period_start, row.period_end))}: " if row.period_end else ""
    return f"{when}{said}."


def priority_segments(workshop: Workshop) -> tuple[Bridge, ...]:
    """The latest period's bridges of the segments that matter most."""
    found = latest(workshop)
    matters = {one.name.casefold() for one in workshop.all(Segment) if one.priority and one.name}
    return tuple(
        (row, flows)
        for row, flows in by_segment(workshop)
        if found and _period(row) == _period(found[0]) and (row.segment or "").casefold() in matters
    )


def contradictions(workshop: Workshop) -> tuple[Flag, ...]:
    """Where the latest bridge's customers, value, sales, scores, units and priority segments tell opposite stories.

    Sales, scores and units are compared with the period just before. Source: docs/method.md 2.
    """
    found = latest(workshop)
    if not found:
        return ()
    row, flows = found
    facts = [one for one in workshop.all(PeriodFacts) if one.period_start and one.period_end]
    now = next((one for one in facts if _period(one) == _period(row)), None)
    before = next((one for one in facts if now and day_after(one.period_end) == now.period_start), None)
    return flow_contradictions(flows, value_flows(row)) + outside_contradictions(
        flows,
        revenue_change=_change(now, before, "revenue"),
        score_change=_change(now, before, "score"),
        units_change=_change(now, before, "units"),
        priority_segments=[(part.segment or "", moved) for part, moved in priority_segments(workshop)],
    )


def _period(row: BridgeRow | PeriodFacts) -> tuple[object, object]:
    return row.period_start, row.period_end


def _change(now: PeriodFacts | None, before: PeriodFacts | None, name: str) -> float | None:
    later, earlier = getattr(now, name, None), getattr(before, name, None)
    return None if later is None or earlier is None else float(later - earlier)

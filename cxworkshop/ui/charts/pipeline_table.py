"""The figures of the defector pipeline as rows, a moment each, for those who read rather than look."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.risk import AtRisk
from cxworkshop.domain.workshop import Workshop


def table(workshop: Workshop, found: Sequence[AtRisk]) -> list[dict[str, object]]:
    """One row for each moment: people first, then money, then the captive, and how sure all of it is."""
    return [_line(workshop, one) for one in found]


def _line(workshop: Workshop, one: AtRisk) -> dict[str, object]:
    stage = stage_of(workshop, None, one.touchpoint)
    low, high = one.ends
    return {
        "Stage": workshop.name_of("stage", stage.id) if stage else "",
        "Moment": workshop.name_of("touchpoint", one.touchpoint) or "—",
        "Which customers": one.row.population or "all",
        "Meet it": one.met,
        "Fail": round(one.failed),
        "Rescued": round(one.rescued),
        "Nobody rescues": round(one.unrescued),
        "Leave": round(one.defectors),
        "Leave at least": round(low),
        "Leave at most": round(high),
        "Value of a customer": round(one.worth.each, 2),
        "Where it comes from": one.worth.says,
        "Value at risk": round(one.value, 2),
        "At least": round(one.low, 2),
        "At most": round(one.high, 2),
        "Saved by rescue": round(one.saved, 2),
        "Captive": None if one.captives is None else round(one.captives),
        "Captive value": None if one.captive_value is None else round(one.captive_value, 2),
        "How sure": one.row.evidence or "not said",
    }

"""The stage map as rows, for reading and for those who cannot see it, and its finding in a sentence."""

from __future__ import annotations

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.domain.records import Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_layout import NOBODY

NO_STAGE = "no stage yet"
MARKS = {
    "priority": "Priority",
    "truth": "Moment of truth",
    "pressure": "Pressure point",
    "rescue": "Rescue moment",
    "parked": "Parked",
}


def map_table(workshop: Workshop) -> list[dict[str, object]]:
    """The map as rows, a moment each; a stage without moments has one row, and moments without a stage come last."""
    rows: list[dict[str, object]] = []
    leaders = workshop.labels("leader")
    for stage in (*ordered_stages(workshop), None):
        found: tuple[Touchpoint | None, ...] = touchpoints_of(workshop, stage.id if stage else None)
        for one in found or ((None,) if stage else ()):
            rows.append(
                {
                    "Stage": stage.label if stage else NO_STAGE,
                    "Accountable": (leaders.get(stage.executive or "") or NOBODY) if stage else "",
                    "Moment": one.label if one else "",
                    "Role": (one.role or "") if one else "",
                    **{title: "yes" if one and getattr(one, mark) else "" for mark, title in MARKS.items()},
                    "Decides whether they": (one.decides or "") if one else "",
                }
            )
    return rows

"""The average customer who left beside the average one who came and the average one who came back, in money."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.averages import Average, averages, replacement
from cxworkshop.analysis.bridge_rows import customer_flows, latest, value_flows
from cxworkshop.analysis.findings import customers, money
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, painted, rows

WORDS = {"left": "One who left", "came": "One who came", "came back": "One who came back"}


def average_customers(workshop: Workshop, palette: Palette, *, row: str | None = None) -> Picture | None:
    """A bar each; None until it is known both what those who left were worth and what those who came are."""
    found = latest(workshop)
    chosen = workshop.get(BridgeRow, row) or (found[0] if found else None)
    if chosen is None:
        return None
    people, value = customer_flows(chosen), value_flows(chosen)
    kinds = averages(people, value)
    if not {"left", "came"} <= {one.kind for one in kinds}:
        return None
    most, least = max(0.0, *(one.each for one in kinds)), min(0.0, *(one.each for one in kinds))
    room = most - least or 1.0
    bars: list[dict[str, object]] = [
        {
            "name": WORDS[one.kind],
            "each": one.each,
            "end": max(one.each, 0.0),
            "colour": palette.tint(palette.gain, 0.6)
            if one.kind == "came back"
            else palette.loss
            if one.kind == "left"
            else palette.gain,
            "words": _worth(workshop, one),
            "people": f"on average of {one.people:,.0f}",
        }
        for one in kinds
    ]
    y = alt.Y(**names("name", [WORDS[one.kind] for one in kinds], size=LARGE))
    base = alt.Chart(rows(bars)).encode(y=y)
    ends = base.encode(x=alt.X(**hidden("end", least, most + room * 0.55)))
    chart = alt.layer(
        base.mark_bar(height=44, cornerRadiusEnd=6).encode(
            x=alt.X(**hidden("each", least, most + room * 0.55)), x2=alt.datum(0), color=painted()
        ),
        ends.mark_text(align="left", dx=10, dy=-9, fontSize=22, fontWeight="bold", color=palette.ink).encode(
            text="words:N"
        ),
        ends.mark_text(align="left", dx=10, dy=14, color=palette.muted).encode(text="people:N"),
    )
    said = replacement(people, value, customers(workshop))
    return finished(
        chart,
        palette,
        says=said,
        alt=f"Bars of what one customer is worth on average. {said}",
        table=[
            {"": WORDS[one.kind], "Customers": one.people, "Worth on average": round(one.each, 2)}
            for one in kinds
        ],
        height=68 * len(kinds) + 10,
    )


def _worth(workshop: Workshop, one: Average) -> str:
    return money(workshop, one.each, 0 if abs(one.each) >= 100 else 2)

"""The customer asset bridge as twin waterfalls: whole customers above, their value below, step under step."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.bridge import number
from cxworkshop.analysis.bridge_gross import is_gross, shown
from cxworkshop.analysis.bridge_memo import value_gap
from cxworkshop.analysis.bridge_rows import latest, value_flows
from cxworkshop.analysis.bridges import told, whose
from cxworkshop.analysis.findings import customers, sentence
from cxworkshop.domain.records import BridgeRow, Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished
from cxworkshop.ui.charts.waterfall_bars import bars_of, steps
from cxworkshop.ui.charts.waterfall_drawing import HIGH, drawn


def waterfalls(workshop: Workshop, palette: Palette, *, row: str | None = None) -> Picture | None:
    """Opening to closing, in customers above and in value below, step under step; a gap is its own bar, explained or not.

    `row` is the id of a bridge row; blank, unknown or removed gives the latest period of all customers.
    """
    found = latest(workshop)
    chosen = workshop.get(BridgeRow, row) or (found[0] if found else None)
    if chosen is None:
        return None
    explained = bool(chosen.gap_reason)
    people, value = (
        bars_of(flows, explained=explained) for flows in (shown(workshop, chosen), value_flows(chosen))
    )
    if not people and not value:
        return None
    # A gap on either side is a bar on that side; the other keeps the empty place, so that steps stand under each other.
    used = {bar.step for bar in (*people, *value)}
    order = [name for name in steps(explained).values() if name in used]
    unit = workshop.one(Company).currency
    noun = sentence(customers(workshop))
    gross = is_gross(workshop) and bool(chosen.came_and_went)
    twins = [
        drawn(bars, order, title, palette)
        for bars, title in (
            (people, f"{noun}, gross: with {chosen.came_and_went:,} who came and went" if gross else noun),
            (value, f"Value in {unit}" if unit else "Value"),
        )
        if bars
    ]
    said = told(workshop, chosen) or f"{whose(chosen)}the customers are not counted yet."
    worth = (
        f" Their value went from {number(value[0].amount)} to {number(value[-1].amount)}. "
        f"{value_gap(workshop, chosen) or ''}"
        if value
        else ""
    )
    return finished(
        alt.vconcat(*twins, spacing=18),
        palette,
        says=sentence(said),
        alt=f"Waterfall from opening to closing. {said}{worth}".rstrip(),
        table=[
            {
                "Step": name.replace("\n", " "),
                "Customers": next((bar.amount for bar in people if bar.step == name), None),
                "Value": next((bar.amount for bar in value if bar.step == name), None),
            }
            for name in order
        ],
        height=(HIGH + 60) * len(twins),
    )

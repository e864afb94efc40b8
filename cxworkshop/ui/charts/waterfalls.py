"""The customer asset bridge as twin waterfalls: whole customers above, their value below, step under step."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.bridge import gap
from cxworkshop.analysis.bridge_gross import is_gross, shown
from cxworkshop.analysis.bridge_rows import latest, value_flows
from cxworkshop.analysis.bridges import told, whose
from cxworkshop.analysis.findings import customers, sentence
from cxworkshop.domain.records import BridgeRow, Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished
from cxworkshop.ui.charts.waterfall_bars import STEPS, bars_of
from cxworkshop.ui.charts.waterfall_drawing import HIGH, drawn


def waterfalls(workshop: Workshop, palette: Palette, *, row: str | None = None) -> Picture | None:
    """Opening to closing, in customers above and in value below, step under step; an unexplained gap is its own bar.

    `row` is the id of a bridge row; blank, unknown or removed gives the latest period of all customers.
    """
    found = latest(workshop)
    chosen = workshop.get(BridgeRow, row) or (found[0] if found else None)
    if chosen is None:
        return None
    people_flows, worth_flows = shown(workshop, chosen), value_flows(chosen)
    people, value = bars_of(people_flows), bars_of(worth_flows)
    if not people and not value:
        return None
    # A gap on either side is a bar on that side; the other keeps the empty place, so that steps stand under each other.
    used = {bar.step for bar in (*people, *value)}
    order = [name for name in STEPS.values() if name in used]
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
        f" Their value went from {value[0].amount:,.0f} to {value[-1].amount:,.0f}"
        f"{f', {abs(unexplained):,.0f} of it not explained' if (unexplained := gap(worth_flows)) else ''}."
        if value
        else ""
    )
    return finished(
        alt.vconcat(*twins, spacing=18),
        palette,
        says=sentence(said),
        alt=f"Waterfall from opening to closing. {said}{worth}",
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

"""Pictures of the customer asset bridge over time: who came above the line and who left below it."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.bridge import computed_closing, net
from cxworkshop.analysis.bridge_rows import totals
from cxworkshop.analysis.findings import customers
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.charts.lettering import short, told_apart, wrapped
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, rows

PERIODS = 12
"""Periods that fit side by side; the last ones are shown."""


def over_periods(workshop: Workshop, palette: Palette) -> Picture | None:
    """Who came above the line and who left below it, period by period, with the net beside."""
    found = [(row, flows) for row, flows in totals(workshop) if computed_closing(flows) is not None]
    if len(found) < 2:
        return None
    labels = told_apart(period_label(row.period_start, row.period_end) for row, _ in found)
    moves = [
        (label, (flows.new or 0) + (flows.returned or 0), flows.lapsed or 0, net(flows) or 0)
        for label, (_, flows) in zip(labels, found, strict=True)
    ]
    shown = moves[-PERIODS:]
    periods: list[dict[str, object]] = [
        {
            "name": wrapped(label, 5.5, 3),
            "came": came,
            "left": -left,
            "net": short(change, signed=True),
            "change": change,
        }
        for label, came, left, change in shown
    ]
    most, least = max(came for _, came, _, _ in shown), -max(left for _, _, left, _ in shown)
    room = (most - least or 1) * 0.14
    x = alt.X(**names("name", [str(period["name"]) for period in periods], "bottom"))
    base = alt.Chart(rows(periods)).encode(x=x)
    up, down = (alt.Y(**hidden(field, least - room, most + room * 1.6)) for field in ("came", "left"))
    fine = f"datum.change < 0 ? '{palette.loss}' : '{palette.gain}'"
    chart = alt.layer(
        base.mark_bar(size=46, color=palette.gain, cornerRadiusEnd=3).encode(y=up, y2=alt.datum(0)),
        base.mark_bar(size=46, color=palette.loss, cornerRadiusEnd=3).encode(y=down, y2=alt.datum(0)),
        base.mark_text(dy=-11, color=palette.ink).encode(y=up, text=alt.Text("came:Q", format=",")),
        base.mark_text(dy=13, color=palette.ink).encode(y=down, text=alt.Text("left:Q", format=",")),
        base.mark_text(fontSize=LARGE, fontWeight="bold", color=alt.expr(fine), baseline="bottom").encode(
            y=alt.YDatum(most + room * 0.75, axis=None), text="net:N"
        ),
    )
    fell = sum(change < 0 for _, _, _, change in shown)
    when, _, _, last = shown[-1]
    turn = f"{abs(last):,.0f} {'fewer' if last < 0 else 'more'} {customers(workshop)} in {when}"
    return finished(
        chart,
        palette,
        says=f"More left than came in {fell} of {len(shown)} periods: {turn}."
        if fell
        else f"More came than left in each of {len(shown)} periods: {turn}.",
        alt=f"Customers who came above a line and who left below it in {len(shown)} periods, the net on top.",
        table=[
            {"Period": label, "Came": came, "Left": left, "Net": change}
            for label, came, left, change in moves
        ],
        height=330,
    )

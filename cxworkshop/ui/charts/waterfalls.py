"""The customer asset bridge as twin waterfalls: whole customers above, their value below, step under step."""

from __future__ import annotations

import math
from itertools import pairwise

import altair as alt

from cxworkshop.analysis.bridge import headline as flows_headline
from cxworkshop.analysis.bridge_rows import customer_flows, latest, value_flows
from cxworkshop.analysis.findings import customers, sentence
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.records import BridgeRow, Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.charts.lettering import short
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Layers, Picture, finished, heading, hidden, names, rows
from cxworkshop.ui.charts.waterfall_bars import STEPS, Bar, bars_of

HIGH = 250


def waterfalls(workshop: Workshop, palette: Palette, *, row: str | None = None) -> Picture | None:
    """Opening to closing, in customers above and in value below, step under step; an unexplained gap is its own bar.

    `row` is the id of a bridge row; blank, unknown or removed gives the latest period of all customers.
    """
    found = latest(workshop)
    chosen = workshop.get(BridgeRow, row) or (found[0] if found else None)
    if chosen is None:
        return None
    people, value = bars_of(customer_flows(chosen)), bars_of(value_flows(chosen))
    if not people and not value:
        return None
    used = {bar.step for bar in (*people, *value)}
    order = [name for name in STEPS.values() if name in used]
    unit = workshop.one(Company).currency
    twins = [
        _waterfall(bars, order, title, palette)
        for bars, title in (
            (people, sentence(customers(workshop))),
            (value, f"Value in {unit}" if unit else "Value"),
        )
        if bars
    ]
    when = sentence(period_label(chosen.period_start, chosen.period_end))
    whose = f"{when}, {chosen.segment}" if chosen.segment else when
    said = flows_headline(customer_flows(chosen), customers(workshop)) or "the customers are not counted yet"
    worth = f"; their value went from {value[0].amount:,.0f} to {value[-1].amount:,.0f}" if value else ""
    return finished(
        alt.vconcat(*twins, spacing=18),
        palette,
        says=f"{whose}: {said}.",
        alt=f"Waterfall from opening to closing. {whose}: {said}{worth}.",
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


def _waterfall(bars: list[Bar], order: list[str], title: str, palette: Palette) -> Layers:
    ends = [bar.after for bar in bars]
    low, high = min(ends), max(ends)
    # Small moves between tall bars would not be seen: then the bars begin above zero, and it is said.
    step = 10.0 ** math.floor(math.log10(high - low)) if high > low else 1.0
    foot = math.floor((low / step) - 3) * step if low > 3 * (high - low) > 0 else min(0.0, low)
    colours = {"level": palette.neutral, "gain": palette.gain, "loss": palette.loss, "gap": palette.paper}
    drawn: list[dict[str, object]] = [
        {
            "step": bar.step,
            "low": foot if bar.kind == "level" else bar.low,
            "high": bar.high,
            "words": bar.words,
            "colour": colours[bar.kind],
            "edge": 2 if bar.kind == "gap" else 0,
        }
        for bar in bars
    ]
    x = alt.X(**names("step", order, "bottom"))
    top = high + (high - foot) * 0.14
    y = alt.Y(**hidden("low", foot, top))
    lines: list[dict[str, object]] = [
        {"step": bar.step, "next": other.step, "after": bar.after} for bar, other in pairwise(bars)
    ]
    base = alt.Chart(rows(drawn)).encode(x=x)
    cut = f"{title} · bars begin at {short(foot)}" if foot > 0 else title
    return alt.layer(
        alt.Chart(rows(lines))
        .mark_rule(color=palette.grid, strokeWidth=2)
        .encode(x=x, x2="next:N", y=alt.Y(**hidden("after", foot, top))),
        base.mark_bar(size=64, stroke=palette.ink, strokeDash=[5, 4]).encode(
            y=y,
            y2="high:Q",
            fill=alt.Fill("colour:N", scale=None),
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None),
        ),
        base.mark_text(dy=-12, fontSize=LARGE, color=palette.ink).encode(
            y=alt.Y(**hidden("high", foot, top)), text="words:N"
        ),
    ).properties(height=HIGH, title=heading(cut, palette))

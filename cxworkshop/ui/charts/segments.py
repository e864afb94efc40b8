"""Growth by segment: net customers on the left, their value on the right, those that matter most marked and first."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from cxworkshop.analysis.bridge import net
from cxworkshop.analysis.bridge_rows import customer_flows, is_total, latest, totals, value_flows
from cxworkshop.analysis.findings import customers, sentence
from cxworkshop.analysis.growth import Growth, growth, growth_says
from cxworkshop.domain.records import BridgeRow, Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, painted, rows

SIDES = {"people": (0.0, 0.5), "value": (0.52, 1.0)}
"""Where each half begins and ends across the picture."""
ROOM = 0.11
"""What a figure needs at the end of its bar."""
MOST = 12


def by_segments(workshop: Workshop, palette: Palette, *, row: str | None = None) -> Picture | None:
    """The segments of the period of a bridge row, all customers first; None where the period has no segments."""
    found = latest(workshop)
    chosen = workshop.get(BridgeRow, row) or (found[0] if found else None)
    if chosen is None:
        return None
    period = (chosen.period_start, chosen.period_end)
    segments = growth(workshop, period)
    whole = next((one for one, _ in totals(workshop) if (one.period_start, one.period_end) == period), None)
    if not segments or whole is None:
        return None
    everyone = Growth("All", False, net(customer_flows(whole)), net(value_flows(whole)), 0, 0)
    shown = [everyone, *segments[:MOST]]
    labels = told_apart(wrapped(f"{'★ ' if one.priority else ''}{one.name}", 14, 2) for one in shown)
    unit = workshop.one(Company).currency
    titles = {
        "people": f"{sentence(customers(workshop))}, change over the period",
        "value": f"Value in {unit}, change" if unit else "Value, change",
    }
    y = alt.Y(**names("name", labels, size=LARGE))
    layers: list[alt.Chart] = []
    for side, (begin, end) in SIDES.items():
        layers += _half(side, begin, end, shown, labels, y, palette)
        layers.append(
            alt.Chart(rows([{"at": begin, "words": titles[side]}]))
            .mark_text(align="left", baseline="bottom", dy=-6, color=palette.muted)
            .encode(x=alt.X(**hidden("at", 0, 1)), y=alt.value(0), text="words:N")
        )
    moved = [
        {"name": label, "at": 0.0, "words": f"moved in {one.moved_in:,.0f}, moved out {one.moved_out:,.0f}"}
        for label, one in zip(labels, shown, strict=True)
        if one.moved_in or one.moved_out
    ]
    layers.append(
        alt.Chart(rows(moved))
        .mark_text(align="left", dy=25, color=palette.muted)
        .encode(x=alt.X(**hidden("at", 0, 1)), y=y, text="words:N")
    )
    said = growth_says(workshop, segments)
    marked = " ★ marks those that matter most." if any(one.priority for one in shown) else ""
    return finished(
        alt.layer(*layers),
        palette,
        says=said,
        alt=f"Bars of net customers and of net value for each segment, all customers first.{marked} {said}",
        table=[
            {
                "Segment": one.name,
                "Matters most": "★" if one.priority else "",
                "Net customers": one.people,
                "Net value": one.value,
                "Moved in": one.moved_in,
                "Moved out": one.moved_out,
            }
            for one in (everyone, *segments)
        ],
        height=64 * len(shown) + 30,
    )


def _half(
    side: str,
    begin: float,
    end: float,
    shown: Sequence[Growth],
    labels: Sequence[str],
    y: alt.Y,
    palette: Palette,
) -> list[alt.Chart]:
    """Bars to the right of a line for more, to the left for fewer; all of a half on one scale."""
    figures = [getattr(one, side) for one in shown]
    known = [figure for figure in figures if figure is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    left, right = begin + (ROOM if low < 0 else 0.004), end - (ROOM if high > 0 else 0.02)
    scale = (right - left) / ((high - low) or 1.0)
    zero = left - low * scale
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "zero": zero,
            "at": zero + figure * scale,
            "words": short(figure, signed=True),
            "colour": palette.loss if figure < 0 else palette.gain,
            "fewer": figure < 0,
        }
        for label, figure in zip(labels, figures, strict=True)
        if figure is not None
    ]
    x = alt.X(**hidden("at", 0, 1))
    base = alt.Chart(rows(bars)).encode(y=y, x=x)
    return [
        base.mark_bar(height=24, cornerRadiusEnd=3).encode(
            x=alt.X(**hidden("zero", 0, 1)), x2="at:Q", color=painted()
        ),
        alt.Chart(rows([{"at": zero}])).mark_rule(color=palette.neutral, strokeWidth=1.5).encode(x=x),
        base.transform_filter("!datum.fewer")
        .mark_text(align="left", dx=7, fontSize=LARGE)
        .encode(text="words:N"),
        base.transform_filter("datum.fewer")
        .mark_text(align="right", dx=-7, fontSize=LARGE)
        .encode(text="words:N"),
    ]


def has_segments(workshop: Workshop) -> bool:
    """Whether any bridge row is about a segment."""
    return any(not is_total(row) for row in workshop.all(BridgeRow))

"""Pictures of customers as assets: the functions' rival counts, and the reasons why people stay, leave, buy or use."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.counts import closing_counts, spread
from cxworkshop.analysis.findings import customers, quoted
from cxworkshop.domain.records import Definition, Reason
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.charts.derived import derived_figures
from cxworkshop.ui.charts.lettering import told_apart, wrapped
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.periods import over_periods
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, lifted, names, painted, rows
from cxworkshop.ui.charts.waterfalls import waterfalls

__all__ = ["counts", "derived_figures", "over_periods", "reasons", "waterfalls"]

AWAY = {"leave", "buy less", "use less"}
MOST = 12
"""Reasons that fit on a picture; the table has all of them."""


def counts(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each function's count as a dot on one line, against the count that was agreed."""
    found = sorted(closing_counts(workshop), key=lambda count: -count[1])
    apart = spread(number for _, number in found)
    if apart is None or apart.count < 2:
        return None
    agreed = workshop.one(Definition).agreed
    low, high = min(apart.low, agreed or apart.low), max(apart.high, agreed or apart.high)
    room = (high - low or high or 1) * 0.3
    labels = told_apart(wrapped(name, 9, 3) for name, _ in found)
    dots: list[dict[str, object]] = [
        {"name": name, "count": number, "words": f"{number:,}"}
        for name, (_, number) in zip(labels, found, strict=True)
    ]
    gap = "How far apart"
    between: list[dict[str, object]] = [
        {"name": gap, "count": apart.low, "to": apart.high, "words": f"{apart.spread:,} apart"}
    ]
    y, x = alt.Y(**names("name", [*labels, gap])), alt.X(**hidden("count", low - room, high + room))
    middle = alt.XDatum((apart.low + apart.high) / 2, axis=None)
    layers: list[alt.Chart] = [
        alt.Chart(rows(between)).mark_bar(height=8, color=palette.loss).encode(y=y, x=x, x2="to:Q"),
        alt.Chart(rows(between))
        .mark_text(dy=-16, fontSize=LARGE, fontWeight="bold", color=palette.loss)
        .encode(y=y, x=middle, text="words:N"),
        alt.Chart(rows(dots)).mark_circle(size=300, color=palette.accent(1), opacity=1).encode(y=y, x=x),
        alt.Chart(rows(dots))
        .mark_text(dy=-19, fontSize=LARGE, color=palette.ink)
        .encode(y=y, x=x, text="words:N"),
    ]
    if agreed is not None:
        line: list[dict[str, object]] = [{"count": agreed, "words": f"agreed {agreed:,}"}]
        layers += [
            alt.Chart(rows(line)).mark_rule(color=palette.ink, strokeDash=[6, 4], strokeWidth=2).encode(x=x),
            alt.Chart(rows(line))
            .mark_text(align="left", dx=6, dy=-8, baseline="bottom", color=palette.ink)
            .encode(x=x, y=alt.value(0), text="words:N"),
        ]
    most, least = found[0][0], found[-1][0]
    says = (
        f"{most} counts {apart.spread:,} {customers(workshop)} more than {least}."
        if apart.spread
        else f"All {apart.count} functions count the same {apart.low:,} {customers(workshop)}."
    )
    table: list[dict[str, object]] = [{"Function": name, "Closing count": number} for name, number in found]
    if agreed is not None:
        table.append({"Function": "Agreed", "Closing count": agreed})
    return finished(
        alt.layer(*layers),
        palette,
        says=says,
        alt=f"Customer counts of {apart.count} functions as dots on one line, from {apart.low:,} to {apart.high:,}.",
        table=table,
        height=62 * (len(found) + 1) + 40,
    )


def reasons(workshop: Workshop, palette: Palette) -> Picture | None:
    """Why people stay, leave, buy or use more or less, in whole customers; the top five carry their rank."""
    found = [one for one in workshop.all(Reason) if one.customers]
    if not found:
        return None
    found.sort(key=lambda one: -(one.customers or 0))
    shown = found[:MOST]
    labels = told_apart(wrapped(one.reason or "—", 18, 3) for one in shown)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "customers": one.customers,
            "colour": palette.loss if one.direction in AWAY else palette.gain,
            "words": f"{one.customers:,}  {one.direction or 'direction not said'}"
            + (f"\ntop five: {one.rank}" if one.rank else ""),
        }
        for label, one in zip(labels, shown, strict=True)
    ]
    y = alt.Y(**names("name", labels))
    x = alt.X(**hidden("customers", 0, (found[0].customers or 0) * 1.8))
    base = alt.Chart(rows(bars)).encode(y=y, x=x)
    chart = alt.layer(
        base.mark_bar(height=26, cornerRadiusEnd=3).encode(color=painted()),
        base.mark_text(align="left", dx=8, dy=lifted("words"), color=palette.ink).encode(text="words:N"),
    )
    away = next((one for one in found if one.direction in AWAY), None)
    top = away or found[0]
    return finished(
        chart,
        palette,
        says=f"{top.customers:,} {customers(workshop)} {top.direction or 'are moved'} because of {quoted(top.reason)}.",
        alt="Reasons as bars of whole customers, the longest first, with the direction and the rank among the top five.",
        table=[
            {
                "Reason": one.reason or "—",
                "It makes them": one.direction or "",
                "Customers": one.customers,
                "Value": one.value,
                "Top five": one.rank,
                "How sure": one.evidence or "",
            }
            for one in found
        ],
        height=60 * len(shown) + 20,
    )

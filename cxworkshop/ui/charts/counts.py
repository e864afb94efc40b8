"""The functions' rival counts as dots on one line."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.counts import closing_counts, spread
from cxworkshop.analysis.findings import all_of, customers, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.records import Definition
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, rows


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
        f"{most} counts {people(apart.spread, customers(workshop), 'more')} than {least}."
        if apart.spread
        else sentence(
            f"{all_of(apart.count, 'function')} count the same: {people(apart.low, customers(workshop))}."
        )
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

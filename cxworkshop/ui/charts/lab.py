"""Pictures of the definition lab: what came and left, the same count under three windows, and the variants on one scale."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge import headline as flows_headline
from cxworkshop.analysis.counts import spread
from cxworkshop.analysis.findings import all_of, counted, customers, quoted, sentence
from cxworkshop.analysis.lab import WINDOWS
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.records import Company, Definition, Variant
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, painted, rows
from cxworkshop.ui.charts.waterfall_bars import LOSSES, STEPS

MOVES = ("new", "returned", "grown", "lapsed", "shrunk")
MOST = 10
"""Variants that fit on a picture; the table has all of them."""
_SECOND, _END = 1.75, 3.4
"""Where the second half of the twin bars begins, and where it ends with its figures, if a half's longest bar is 1."""


def moves(workshop: Workshop, palette: Palette, people: Flows, value: Flows, when: str) -> Picture | None:
    """Who came and who left as twin bars: whole customers on the left, their value on the right, line by line."""
    said = flows_headline(people, customers(workshop))
    if said is None:
        return None
    unit = workshop.one(Company).currency or "value"
    halves = ((people, 0.0, customers(workshop)), (value, _SECOND, unit))
    shown = [name for name in MOVES if any(getattr(flows, name) for flows, _, _ in halves)]
    bars: list[dict[str, object]] = []
    tops: list[dict[str, object]] = []
    for flows, start, what in halves:
        most = max((getattr(flows, name) or 0 for name in shown), default=0) or 1
        tops.append(
            {
                "name": "",
                "at": start,
                "words": f"{short(flows.opening or 0)} → {short(flows.closing or 0)} {what}",
            }
        )
        for name in shown:
            amount = getattr(flows, name)
            if not amount:
                continue
            lost = name in LOSSES
            bars.append(
                {
                    "name": STEPS[name],
                    "at": start,
                    "to": start + amount / most,
                    "words": short(-amount if lost else amount, signed=True),
                    "colour": palette.loss if lost else palette.gain,
                }
            )
    y = alt.Y(**names("name", ["", *(STEPS[name] for name in shown)]))
    ends = alt.X(**hidden("to", 0, _END))
    chart = alt.layer(
        alt.Chart(rows(bars))
        .mark_bar(height=22, cornerRadiusEnd=3)
        .encode(y=y, x=alt.X(**hidden("at", 0, _END)), x2="to:Q", color=painted()),
        alt.Chart(rows(bars))
        .mark_text(align="left", dx=7, color=palette.ink)
        .encode(y=y, x=ends, text="words:N"),
        alt.Chart(rows(tops))
        .mark_text(align="left", fontSize=LARGE, color=palette.ink)
        .encode(y=y, x=alt.X(**hidden("at", 0, _END)), text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=f"{sentence(when)}: {said}.",
        alt=f"Bars of customers and of value that came and that left. {sentence(when)}: {said}.",
        table=[
            {
                "Step": STEPS[name],
                "Customers": getattr(people, name),
                "Value": getattr(value, name),
            }
            for name in ("opening", *shown, "closing")
        ],
        height=36 * (len(shown) + 1),
    )


def windows(
    workshop: Workshop, palette: Palette, counts: Sequence[tuple[int, int]], window: int, count: int
) -> Picture | None:
    """The closing count under windows of 6, 12 and 18 months, with the window that is set; counts are (days, customers)."""
    found = [(days, WINDOWS[days], number, days == window) for days, number in counts]
    if window not in WINDOWS:
        found = sorted([*found, (window, "as set", count, True)])
    most = max(number for _, _, number, _ in found)
    labels = [f"{name}\n{days:,} days" for days, name, _, _ in found]
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "count": number,
            "words": f"{number:,}"
            + ("" if now else f"  ({short(number - count, signed=True)})" if number != count else ""),
            "colour": palette.accent(1) if now else palette.tint(palette.accent(1), 0.45),
        }
        for label, (_, _, number, now) in zip(labels, found, strict=True)
    ]
    y, x = alt.Y(**names("name", labels)), alt.X(**hidden("count", 0, (most or 1) * 1.45))
    base = alt.Chart(rows(bars)).encode(y=y, x=x)
    chart = alt.layer(
        base.mark_bar(height=26, cornerRadiusEnd=3).encode(color=painted()),
        base.mark_text(align="left", dx=8, fontSize=LARGE, color=palette.ink).encode(text="words:N"),
    )
    low, high = counts[0], counts[-1]
    half = people(low[1], customers(workshop))
    said = f"Half a year of patience counts {half}, a year and a half {high[1]:,}."
    return finished(
        chart,
        palette,
        says=said,
        alt=f"The count as bars under windows of 6, 12 and 18 months; the window set is {window:,} days: {count:,}.",
        table=[
            {"Window": f"{days:,} days", "Count": number, "Against the dials": number - count}
            for days, _, number, _ in found
        ],
        height=52 * len(found),
    )


def variants(workshop: Workshop, palette: Palette) -> Picture | None:
    """The kept definitions' counts as dots on one scale, the chosen one ringed."""
    found = [one for one in workshop.all(Variant) if one.closing is not None]
    apart = spread(one.closing or 0 for one in found)
    if apart is None or apart.count < 2:
        return None
    chosen = workshop.one(Definition).variant
    shown = found[:MOST]
    labels = told_apart(wrapped(one.name or "—", 14, 2) for one in shown)
    dots: list[dict[str, object]] = [
        {
            "name": label,
            "count": one.closing,
            "low": apart.low,
            "words": f"{one.closing:,}" + ("  the definition" if one.id == chosen else ""),
            "edge": 4 if one.id == chosen else 0,
        }
        for label, one in zip(labels, shown, strict=True)
    ]
    room = (apart.spread or apart.high or 1) * 0.2
    low, high = apart.low - room, apart.high + room * 3
    y, x = alt.Y(**names("name", labels)), alt.X(**hidden("count", low, high))
    base = alt.Chart(rows(dots)).encode(y=y, x=x)
    chart = alt.layer(
        base.mark_rule(color=palette.grid, strokeWidth=2).encode(x2="low:Q"),
        base.mark_circle(size=300, color=palette.accent(1), opacity=1, stroke=palette.ink).encode(
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None)
        ),
        base.mark_text(align="left", dx=16, fontSize=LARGE, color=palette.ink).encode(text="words:N"),
    )
    noun = customers(workshop)
    least = min(found, key=lambda one: one.closing or 0)
    most = max(found, key=lambda one: one.closing or 0)
    says = (
        f"{quoted(most.name or '—', 40)} counts {people(apart.spread, noun, 'more')} than {quoted(least.name or '—', 40)}."
        if apart.spread
        else sentence(f"{all_of(len(found), 'definition')} give the same: {people(apart.low, noun)}.")
    )
    return finished(
        chart,
        palette,
        says=says,
        alt=f"The counts of {counted(len(found), 'kept definition')} as dots on one scale, {apart.low:,} to {apart.high:,}.",
        table=[{"Definition": one.name or "—", "Count": one.closing} for one in found],
        height=54 * len(shown) + 10,
    )

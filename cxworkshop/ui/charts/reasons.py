"""Why people stay, leave, buy or use more or less: one picture, in whole customers, grouped by what they do."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.reason_words import says
from cxworkshop.analysis.reasons import AWAY, UNKNOWN, by_direction, captive, is_captive, written
from cxworkshop.domain.records import Company, Reason
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import UNSEEN, Picture, finished, hidden, names, rows

MOST = 6
"""Reasons drawn of one group; the table has all of them."""
LINE = 42
CAPTIVE, UNSAID = "captive", ""
TITLES = {
    "leave": "They leave",
    "buy less": "They buy less",
    "use less": "They use less",
    "stay": "They stay",
    "buy more": "They buy more",
    "use more": "They use more",
    CAPTIVE: "Captive: leaving is hard",
    UNSAID: "Direction not said",
}
"""Groups in the order drawn, away from us first."""


def reasons(workshop: Workshop, palette: Palette) -> Picture | None:
    """A group of bars per direction, the longest first; captive customers and those of whom nobody knows are outlined."""
    groups = _groups(workshop)
    if not groups:
        return None
    unit = workshop.one(Company).currency or ""
    bars: list[dict[str, object]] = []
    order: list[str] = []
    for group, found in groups.items():
        shown = f" ({MOST} of {len(found)})" if len(found) > MOST else ""
        order.append(f"{TITLES[group]}{shown}")
        for one in found[:MOST]:
            place = UNSEEN * (len(order) + 1) + wrapped(one.reason or "—", 19, 2)
            order.append(place)
            bars.append(_bar(one, group, place, unit, palette))
    longest = max(one.customers or 0 for found in groups.values() for one in found)
    y, x = alt.Y(**names("name", order, headed=True)), alt.X(**hidden("customers", 0, longest * 2.1))
    base = alt.Chart(rows(bars)).encode(y=y, x=x)
    chart = alt.layer(
        base.mark_bar(height=26, cornerRadiusEnd=3, strokeDash=[5, 4]).encode(
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            strokeWidth=alt.StrokeWidth("thick:Q", scale=None),
        ),
        base.mark_text(align="left", dx=8, color=palette.ink).encode(text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=_says(workshop, groups),
        alt="Reasons as bars of whole customers, in groups by what they make people do; each with its value, its rank "
        "among the top five and how sure it is.",
        table=[_line(one) for one in sorted(written(workshop), key=lambda one: -(one.customers or 0))],
        height=LINE * len(order) + 10,
    )


def _groups(workshop: Workshop) -> dict[str, tuple[Reason, ...]]:
    """What is drawn: reasons with a number of customers by direction, away from us first, captive ones last."""
    found = by_direction(workshop)
    named = {direction: found.get(direction, ()) for direction in TITLES}
    named |= {
        CAPTIVE: captive(workshop),
        UNSAID: tuple(one for one in written(workshop) if not one.direction and not is_captive(one)),
    }
    counted = {
        group: tuple(sorted((one for one in rows if one.customers), key=lambda one: -(one.customers or 0)))
        for group, rows in named.items()
    }
    return {group: rows for group, rows in counted.items() if rows}


def _bar(one: Reason, group: str, place: str, unit: str, palette: Palette) -> dict[str, object]:
    colour = palette.loss if group in AWAY else palette.neutral if group == CAPTIVE else palette.gain
    outlined = one.cause == UNKNOWN or group == CAPTIVE
    words = [
        f"{one.customers:,}",
        f"{unit} {short(one.value)}".strip() if one.value is not None else "",
        one.evidence or "",
        f"number {one.rank}" if one.rank else "",
    ]
    return {
        "name": place,
        "customers": one.customers,
        "colour": palette.paper if outlined else colour,
        "edge": colour,
        "thick": 2 if outlined else 0,
        "words": " · ".join(word for word in words if word),
    }


def _says(workshop: Workshop, groups: dict[str, tuple[Reason, ...]]) -> str:
    """The largest known reason that takes customers away; where there is none, the largest, and captive ones last."""
    away = [one for group in AWAY for one in groups.get(group, ()) if one.cause != UNKNOWN]
    free = [one for group, found in groups.items() for one in found if group != CAPTIVE]
    top = max(away or free or groups[CAPTIVE], key=lambda one: one.customers or 0)
    return sentence(says(workshop, top))


def _line(one: Reason) -> dict[str, object]:
    return {
        "Reason": one.reason or "—",
        "It makes them": one.direction or "",
        "Customers": one.customers,
        "Value": one.value,
        "Top five": one.rank,
        "Cause": one.cause or "",
        "How sure": one.evidence or "",
        "Captive": "captive" if is_captive(one) else "",
    }

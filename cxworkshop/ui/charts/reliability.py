"""Pictures of reliability: each measure's behaviour, the value at risk, and the pipeline of people from meeting to leaving."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import customers, money, quoted
from cxworkshop.analysis.risk import AtRisk, upper_bound
from cxworkshop.analysis.risk import pipeline as stretch
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.behaviour import behaviour
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, lifted, names, painted, rows

__all__ = ["behaviour", "pipeline", "value_at_risk"]

COLUMNS = ("meet it", "fail", "nobody\nrescues", "leave")
WIDTH = 0.36
"""The longest bar of a column, as a share of it; the rest is for its figure."""


def value_at_risk(workshop: Workshop, palette: Palette) -> Picture | None:
    """The money that each moment puts at risk, in the order of the customer's life, with the range of the judgement."""
    found = stretch(workshop)
    if not found:
        return None
    labels, whole = _moments(workshop, found)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "value": one.value,
            "low": one.value if one.low is None else one.low,
            "high": one.value if one.high is None else one.high,
            "words": money(workshop, one.value),
        }
        for label, one in zip(labels, found, strict=True)
    ]
    most = max(max(one.value, one.high or 0.0) for one in found) or 1.0
    y = alt.Y(**names("name", labels))
    base = alt.Chart(rows(bars)).encode(y=y)
    low, high = (alt.X(**hidden(field, 0, most * 1.7)) for field in ("low", "high"))
    chart = alt.layer(
        base.mark_bar(height=26, cornerRadiusEnd=3, color=palette.accent(4)).encode(
            x=alt.X(**hidden("value", 0, most * 1.7))
        ),
        base.mark_rule(color=palette.ink, strokeWidth=2).encode(x=low, x2="high:Q"),
        base.mark_tick(color=palette.ink, thickness=2, size=14).encode(x=low),
        base.mark_tick(color=palette.ink, thickness=2, size=14).encode(x=high),
        base.mark_text(align="left", dx=10, fontSize=LARGE, color=palette.ink).encode(x=high, text="words:N"),
    )
    top = max(range(len(found)), key=lambda at: found[at].value)
    total = money(workshop, upper_bound(workshop))
    bound = f"; all moments together put at most {total} at risk" if len(found) > 1 else ""
    return finished(
        chart,
        palette,
        says=f"{quoted(whole[top])} puts {money(workshop, found[top].value)} a year at risk{bound}.",
        alt="Value at risk for each moment as bars in the order of the customer's life, with low and high judgements.",
        table=[
            {
                "Moment": name,
                "Value at risk": round(one.value, 2),
                "At least": None if one.low is None else round(one.low, 2),
                "At most": None if one.high is None else round(one.high, 2),
                "Saved by rescue": round(one.saved, 2),
                "Captive": None if one.captive is None else round(one.captive, 2),
            }
            for name, one in zip(whole, found, strict=True)
        ],
        height=58 * len(found) + 20,
    )


def pipeline(workshop: Workshop, palette: Palette) -> Picture | None:
    """Who meets each moment, whom it fails, whom nobody rescues and who leaves, in the order of the customer's life."""
    found = stretch(workshop)
    if not found:
        return None
    labels, whole = _moments(workshop, found)
    people = [(one.met, one.failed, one.unrescued, one.defectors) for one in found]
    shades = [palette.neutral, *(palette.tint(palette.loss, share) for share in (0.5, 0.75, 1))]
    bars: list[dict[str, object]] = []
    for column in range(len(COLUMNS)):
        longest = max(row[column] for row in people) or 1
        bars += [
            {
                "name": label,
                "colour": shades[column],
                "from": column,
                "to": column + WIDTH * row[column] / longest,
                "words": f"{round(row[column]):,}",
            }
            for label, row in zip(labels, people, strict=True)
        ]
    heads: list[dict[str, object]] = [{"from": at, "words": name} for at, name in enumerate(COLUMNS)]
    span = (-0.02, len(COLUMNS) + 0.1)
    left = alt.X(**hidden("from", *span))
    base = alt.Chart(rows(bars)).encode(y=alt.Y(**names("name", labels)))
    chart = alt.layer(
        base.mark_bar(height=24, cornerRadiusEnd=3).encode(x=left, x2="to:Q", color=painted()),
        base.mark_text(align="left", dx=6, color=palette.ink).encode(
            x=alt.X(**hidden("to", *span)), text="words:N"
        ),
        alt.Chart(rows(heads))
        .mark_text(align="left", baseline="bottom", dy=lifted("words", foot=True), color=palette.muted)
        .encode(x=left, y=alt.value(0), text="words:N"),
    )
    top = max(range(len(found)), key=lambda at: found[at].defectors)
    worst = found[top]
    return finished(
        chart,
        palette,
        says=f"{round(worst.defectors):,} {customers(workshop)} a year leave over {quoted(whole[top])}: "
        f"{worst.met:,} meet it, and it fails {round(worst.failed):,} of them.",
        alt="For each moment in order: how many meet it, how many it fails, how many nobody rescues and how many leave.",
        table=[
            {
                "Moment": name,
                "Meet it": one.met,
                "Fail": round(one.failed),
                "Rescued": round(one.rescued),
                "Nobody rescues": round(one.unrescued),
                "Leave": round(one.defectors),
            }
            for name, one in zip(whole, found, strict=True)
        ],
        height=52 * len(found) + 70,
    )


def _moments(workshop: Workshop, found: tuple[AtRisk, ...]) -> tuple[list[str], list[str]]:
    """The moments' names as labels in lines and whole."""
    whole = [workshop.name_of("touchpoint", one.touchpoint) or "—" for one in found]
    return told_apart(wrapped(name, 9.5, 4) for name in whole), whole

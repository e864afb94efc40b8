"""The tornado: which judgement moves the answer most, each bar from its low to its high end, the longest on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import altair as alt

from cxworkshop.analysis.findings import customers, money, quoted
from cxworkshop.analysis.judgements import TITLES
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.risk_words import between, percent, row_name
from cxworkshop.analysis.tornado import Swing, as_judged
from cxworkshop.analysis.tornado import tornado as swings
from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, painted, rows

Align = Literal["left", "center", "right"]
MOST = 8
"""Bars that fit on the picture; the smaller ones are in its table."""
_ASIDE = 22
"""Letters of a figure that fit beside the bars on the smallest screen."""
_LEFT, _RIGHT = 0.14, 0.64
"""Room on either side of the bars for their figures, as a share of what the longest one covers."""


def tornado(workshop: Workshop, palette: Palette) -> Picture | None:
    """All moments' value at risk, nobody counted twice, as each judgement is moved from its low to its high end."""
    found = swings(workshop)
    if not found or not found[0].money:
        return None
    shown, base = found[:MOST], as_judged(workshop)
    labels = told_apart(_label(workshop, one) for one in shown)
    bars = [
        _side(label, one, base.value, high=high, palette=palette)
        for label, one in zip(labels, shown, strict=True)
        for high in (False, True)
    ]
    ends = [end.value for one in shown for end in (one.at_least, one.at_most)]
    span = max(ends) - min(ends)
    low, high = min(ends) - span * _LEFT, max(ends) + span * _RIGHT
    aside = [
        {
            "name": label,
            "x": max(ends) + span * 0.14,
            "words": _between_ends(workshop, one),
        }
        for label, one in zip(labels, shown, strict=True)
    ]
    y = alt.Y(**names("name", labels))
    x = alt.X(**hidden("value", low, high))
    chart = alt.layer(
        alt.Chart(rows(bars)).mark_bar(height=24).encode(y=y, x=x, x2="base:Q", color=painted()),
        alt.Chart(rows([{"value": base.value}])).mark_rule(color=palette.ink, strokeWidth=2).encode(x=x),
        *(
            alt.Chart(rows([one for one in bars if one["right"] is right]))
            .mark_text(align="left" if right else "right", dx=6 if right else -6, color=palette.muted)
            .encode(y=y, x=x, text="words:N")
            for right in (False, True)
        ),
        alt.Chart(rows(aside))
        .mark_text(align="left", fontSize=LARGE, color=palette.ink)
        .encode(y=y, x=alt.X(**hidden("x", low, high)), text="words:N"),
        _head(
            base.value,
            f"as judged: {money(workshop, base.value)} a year",
            _side_of(base.value, ends),
            low,
            high,
            palette,
        ),
        _head(max(ends) + span * 0.14, f"{customers(workshop)} · money between", "left", low, high, palette),
    )
    return finished(
        chart,
        palette,
        says=_says(workshop, found[0]),
        alt=(
            "A bar for each judgement, the longest on top: how far the money at risk over all moments moves from the "
            "judgement's low end to its high end; a line marks the answer as judged."
        ),
        table=[_row(workshop, one) for one in found],
        height=60 * len(shown) + 20,
    )


def _head(x: float, words: str, align: Align, low: float, high: float, palette: Palette) -> alt.Chart:
    base = alt.Chart(rows([{"x": x, "words": words}])).encode(
        x=alt.X(**hidden("x", low, high)), text="words:N"
    )
    head: alt.Chart = base.mark_text(align=align, baseline="bottom", y=0, dy=-6, color=palette.muted)
    return head


def _side_of(base: float, ends: Sequence[float]) -> Align:
    """Where the name of a line stands, so that it neither meets the heading on its right nor leaves the picture."""
    near = (max(ends) - min(ends)) / 4
    return "right" if max(ends) - base < near else "left" if base - min(ends) < near else "center"


def _says(workshop: Workshop, most: Swing) -> str:
    what = f"{TITLES[most.name]} {_where(workshop, most)}"
    return (
        f"The judgement that moves the answer most is {what}: {between(most)} lie "
        f"{people(most.people, customers(workshop))} and {money(workshop, most.money)} a year."
    )


def _where(workshop: Workshop, one: Swing) -> str:
    name = quoted(row_name(workshop, one.moment))
    return f"after {name}" if one.name == "leaving" else f"at {name}"


def _label(workshop: Workshop, one: Swing) -> str:
    return f"{wrapped(row_name(workshop, one.moment), 14, 2)}\n{TITLES[one.name]}"


def _side(label: str, one: Swing, base: float, *, high: bool, palette: Palette) -> dict[str, object]:
    end = one.at_most if high else one.at_least
    # The more are rescued, the fewer leave, so that its high end is the one on the left.
    right = high != (one.name == "rescued")
    return {
        "name": label,
        "value": end.value,
        "base": base,
        "colour": palette.loss if right else palette.gain,
        "words": percent(one.judgement.most if high else one.judgement.least),
        "right": right,
    }


def _between_ends(workshop: Workshop, one: Swing) -> str:
    """Customers and money between the two ends, in millions where the whole figures have no room."""
    whole = f"{round(one.people):,} · {money(workshop, one.money)}"
    if len(whole) <= _ASIDE:
        return whole
    currency = workshop.one(Company).currency or ""
    return f"{short(round(one.people))} · {currency} {short(one.money)}"


def _row(workshop: Workshop, one: Swing) -> dict[str, object]:
    return {
        "Moment": row_name(workshop, one.moment),
        "Judgement": TITLES[one.name],
        "From": percent(one.judgement.least),
        "To": percent(one.judgement.most),
        "Leave at its low end": round(one.at_least.people),
        "Leave at its high end": round(one.at_most.people),
        "At risk at its low end": round(one.at_least.value, 2),
        "At risk at its high end": round(one.at_most.value, 2),
        "Between them": round(one.money, 2),
    }

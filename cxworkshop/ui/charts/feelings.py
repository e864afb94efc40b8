"""The emotion curve: how each stage feels, each leader's own mark as a dot, and how far apart the marks lie."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.feelings import HIGH, LOW, WORDS, Felt, felt, in_words
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.experience import feelings_says
from cxworkshop.ui.charts.experience import stage_labels
from cxworkshop.ui.charts.picture import SMALL, Picture, finished, names, painted, rows, shaped

DOT, ASIDE = 90, 13
"""The size of a leader's mark, and how far marks that share a place stand from each other, in pixels."""
MOST_ASIDE = 10


def emotion_curve(workshop: Workshop, palette: Palette) -> Picture | None:
    """How each stage feels, from dread to delight, as a curve; each leader's mark beside it, their range as a band."""
    found = [one for one in felt(workshop) if one.emotion is not None]
    if len(found) < 2:
        return None
    labels = stage_labels(workshop)
    looks = {
        1: (palette.gain, "triangle-up"),
        0: (palette.neutral, "circle"),
        -1: (palette.loss, "triangle-down"),
    }
    points: list[dict[str, object]] = []
    bands: list[dict[str, object]] = []
    for one in found:
        feeling = one.emotion or 0.0
        colour, shape = looks[(feeling > 0) - (feeling < 0)]
        name = labels[one.stage.id]
        points.append({"name": name, "feeling": feeling, "colour": colour, "shape": shape})
        if one.range > 0:
            bands.append({"name": name, "low": one.opinion.low, "high": one.opinion.high})
    x = alt.X(**names("name", list(labels.values()), "bottom", size=SMALL - 1))
    ends = " : ".join(f"datum.value == {value} ? '{words}'" for value, words in WORDS.items()) + " : ''"
    axis = alt.Axis(title=None, values=list(WORDS), labelExpr=ends)
    scale = alt.Scale(domain=[LOW - 0.4, HIGH + 0.4], nice=False)
    y = alt.Y("feeling:Q", scale=scale, axis=axis)
    base = alt.Chart(rows(points)).encode(x=x, y=y)
    chart = alt.layer(
        alt.Chart(rows([{"feeling": 0}])).mark_rule(color=palette.grid, strokeWidth=2).encode(y=y),
        alt.Chart(rows(bands))
        .mark_bar(color=palette.tint(palette.accent(2), 0.18), width=34, cornerRadius=12)
        .encode(x=x, y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q"),
        base.mark_line(color=palette.accent(2), interpolate="monotone", strokeWidth=4),
        *_dots(found, labels, x, y, palette),
        base.mark_point(filled=True, size=330, opacity=1, stroke=palette.paper, strokeWidth=2).encode(
            color=painted(), shape=shaped()
        ),
    )
    return finished(
        chart,
        palette,
        says=feelings_says(workshop),
        alt=f"A curve of how {len(found)} stages feel, from dread below to delight above, with each leader's mark as a dot.",
        table=[_row(workshop, one) for one in found],
        height=400,
    )


def _dots(found: list[Felt], labels: dict[str, str], x: alt.X, y: alt.Y, palette: Palette) -> list[alt.Chart]:
    """Each leader's mark; those that share a place stand side by side, on both sides of the curve's own point."""
    aside: dict[float, list[dict[str, object]]] = {}
    for one in found:
        for mark, count in one.spread.items():
            some = min(count, MOST_ASIDE)
            around = [(at // 2 + 1.5) * (1 if at % 2 == 0 else -1) for at in range(some)]
            middle = [at - (some - 1) / 2 for at in range(some)]
            # A mark in the curve's own place would be hidden behind its point.
            for step in around if mark == one.emotion else middle:
                aside.setdefault(step, []).append({"name": labels[one.stage.id], "feeling": mark})
    return [
        alt.Chart(rows(dots))
        .mark_point(
            filled=True,
            shape="circle",
            size=DOT,
            opacity=1,
            color=palette.muted,
            stroke=palette.paper,
            strokeWidth=1,
            xOffset=ASIDE * step,
        )
        .encode(x=x, y=y)
        for step, dots in sorted(aside.items())
    ]


def _row(workshop: Workshop, one: Felt) -> dict[str, object]:
    low, high = one.opinion.low, one.opinion.high
    agree = one.opinion.agreement
    return {
        "Stage": workshop.name_of("stage", one.stage.id),
        "Emotion": one.emotion,
        "In words": in_words(one.emotion or 0.0),
        "Settled": "yes" if one.settled else "no, the middle of the marks",
        "Marks": len(one.opinion.values),
        "From": low,
        "To": high,
        "Agreement": None if agree is None else round(agree, 2),
    }

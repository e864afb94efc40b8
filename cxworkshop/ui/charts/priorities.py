"""Pictures of deciding: what the candidates score, and what gives much for little effort."""

from __future__ import annotations

from typing import Any

import altair as alt

from cxworkshop.analysis.findings import counted, money, quoted
from cxworkshop.analysis.priorities import rankings, value_of
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.records.decide import CONFIDENCE
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, names, painted, rows
from cxworkshop.ui.charts.ranks import candidate_rows, ranks

__all__ = ["bubbles", "ranks", "scores"]

MOST = 15
"""Candidates that fit on a picture, the best first; the table has all of them."""
SIZES = dict(zip(CONFIDENCE, (500, 900, 1500), strict=True))
"""Area of a bubble by confidence, in square pixels."""


def _colour(candidate: Candidate, palette: Palette) -> str:
    found = {"now": palette.gain, "not now": palette.neutral, "stop doing": palette.loss}
    return found.get(candidate.verdict or "", palette.muted)


def scores(workshop: Workshop, palette: Palette) -> Picture | None:
    """Money at risk, weighed with confidence, per person-month: the longest bar first, with the dots beside."""
    ranked = sorted(
        (row for row in rankings(workshop) if row.score is not None), key=lambda row: -(row.score or 0)
    )
    if not ranked:
        return None
    shown = ranked[:MOST]
    labels = told_apart(wrapped(row.candidate.name or "—", 19, 3) for row in shown)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "score": row.score,
            "colour": _colour(row.candidate, palette),
            "words": "  ·  ".join([short(row.score or 0), *([counted(row.dots, "dot")] if row.dots else [])])
            + f"\n{row.candidate.verdict or 'no verdict yet'}",
        }
        for label, row in zip(labels, shown, strict=True)
    ]
    most = ranked[0].score or 1.0
    base = alt.Chart(rows(bars)).encode(
        y=alt.Y(**names("name", labels)), x=alt.X(**hidden("score", 0, most * 1.9))
    )
    chart = alt.layer(
        base.mark_bar(height=28, cornerRadiusEnd=3).encode(color=painted()),
        base.mark_text(align="left", dx=8, dy=lifted("words"), color=palette.ink).encode(text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=f"{quoted(ranked[0].candidate.name)} saves most for its effort: "
        f"{money(workshop, most)} a year for each person-month, as far as you are sure.",
        alt="Score of each candidate as bars, the highest first, with its dots and its verdict.",
        table=candidate_rows(workshop, ranked),
        height=64 * len(shown) + 20,
    )


def bubbles(workshop: Workshop, palette: Palette) -> Picture | None:
    """Value at risk against effort, numbered as in the table; the surer you are, the larger the bubble."""
    found = [
        (row, worth)
        for row in rankings(workshop)
        if (worth := value_of(workshop, row.candidate)) is not None and row.candidate.effort
    ]
    if len(found) < 2:
        return None
    found.sort(key=lambda one: -(one[0].score or 0))
    points: list[dict[str, object]] = [
        {
            "number": str(number),
            "value": worth,
            "effort": row.candidate.effort,
            "sure": SIZES[row.candidate.confidence or CONFIDENCE[0]],
            "colour": _colour(row.candidate, palette),
        }
        for number, (row, worth) in enumerate(found, 1)
    ]
    best, worth = found[0]
    most = max(worth for _, worth in found) or 1.0
    longest = max(row.candidate.effort or 0 for row, _ in found)
    titled: dict[str, Any] = {"titleAnchor": "start", "tickCount": 4}
    base = alt.Chart(rows(points)).encode(
        x=alt.X(
            "effort:Q",
            scale=alt.Scale(domain=[0, longest * 1.3], nice=False),
            axis=alt.Axis(title="person-months of effort →", format=",", **titled),
        ),
        y=alt.Y(
            "value:Q",
            scale=alt.Scale(domain=[0, most * 1.2], nice=False),
            axis=alt.Axis(title="value at risk a year →", format="~s", **titled),
        ),
    )
    chart = alt.layer(
        base.mark_circle(opacity=1, stroke=palette.paper, strokeWidth=2).encode(
            size=alt.Size("sure:Q", scale=None), color=painted()
        ),
        base.mark_text(fontWeight="bold", color=palette.paper).encode(text="number:N"),
    )
    return finished(
        chart,
        palette,
        says=f"{quoted(best.candidate.name)} gives much for little: {money(workshop, worth)} a year at risk, "
        f"{best.candidate.effort:g} person-months of effort.",
        alt="Bubbles of candidates: further up is more value at risk, further right more effort, larger is surer.",
        table=[
            {"Number": number, **row}
            for number, row in enumerate(candidate_rows(workshop, [row for row, _ in found]), 1)
        ],
        height=420,
    )

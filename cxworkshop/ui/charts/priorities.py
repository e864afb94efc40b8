"""Pictures of deciding: what the candidates score in money for their effort."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, money, quoted
from cxworkshop.analysis.priorities import rankings
from cxworkshop.analysis.scores import STOP
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.bubbles import bubbles
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, names, painted, rows
from cxworkshop.ui.charts.ranks import candidate_rows, colour_of, ranks

__all__ = ["bubbles", "ranks", "scores"]

MOST = 15
"""Candidates that fit on a picture, the best first; the table has all of them."""


def scores(workshop: Workshop, palette: Palette) -> Picture | None:
    """Money at risk, weighed with confidence, per person-month: the longest bar first, with the dots beside."""
    ranked = sorted(
        (row for row in rankings(workshop) if row.score is not None and row.candidate.verdict != STOP),
        key=lambda row: -(row.score or 0),
    )
    if not ranked:
        return None
    shown = ranked[:MOST]
    labels = told_apart(
        f"{number}  {wrapped(row.candidate.name or '—', 19, 3)}" for number, row in enumerate(shown, 1)
    )
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "score": row.score,
            "colour": colour_of(row.candidate, palette),
            "words": "  ·  ".join(
                [short(row.score or 0), *([counted(row.dots, "dot")] if row.dots_rank and row.dots else [])]
            )
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
        f"{money(workshop, most)} a year for each person-month, as far as you are sure."
        if ranked[0].score
        else "No money is at risk in what you have weighed so far.",
        alt="Score of each candidate as bars, the highest first, with its dots and its verdict.",
        table=candidate_rows(workshop, ranked),
        height=64 * len(shown) + 20,
    )

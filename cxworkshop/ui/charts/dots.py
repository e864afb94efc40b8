"""Where the dots lie, also on what nobody has weighed yet: a row of dots for each candidate that was given any."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, quoted, sentence
from cxworkshop.analysis.priorities import compared, rankings
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, names, rows

MOST = 15
"""Candidates that fit on the picture, those with most dots first; the table has all of them."""


def dotted(workshop: Workshop, palette: Palette, method: str = "Money") -> Picture | None:
    """All open dots by candidate; None where none are open, or where all of them stand beside a score already."""
    given = sorted((row for row in rankings(workshop) if row.dots), key=lambda row: -row.dots)
    bare = [row for row in rankings(workshop, method) if row.dots and row.score is None]
    beside = len(compared(workshop, method)) > 1
    if not given or (beside and not bare):
        return None
    shown, most = given[:MOST], given[0].dots
    labels = told_apart(wrapped(row.candidate.name or "—", 19, 2) for row in shown)
    marks: list[dict[str, object]] = [
        {"name": label, "at": at + 1}
        for label, row in zip(labels, shown, strict=True)
        for at in range(row.dots)
    ]
    said: list[dict[str, object]] = [
        {"name": label, "at": row.dots + 0.6, "words": str(row.dots)}
        for label, row in zip(labels, shown, strict=True)
    ]
    y = alt.Y(**names("name", labels))
    x = alt.X(**hidden("at", 0, max(most, 8) + 2))
    chart = alt.layer(
        alt.Chart(rows(marks)).mark_circle(size=170, color=palette.ink, opacity=1).encode(y=y, x=x),
        alt.Chart(rows(said))
        .mark_text(align="left", fontWeight="bold", color=palette.ink)
        .encode(y=y, x=x, text="words:N"),
    )
    first = [row for row in given if row.dots == most]
    lacks = sentence(counted(len(bare), "thing with dots has", "things with dots have"))
    return finished(
        chart,
        palette,
        says=(
            f"{quoted(first[0].candidate.name)} has most dots: {most} of {sum(row.dots for row in given)}."
            if len(first) == 1
            else sentence(f"{counted(len(first), 'thing')} share most dots: {most} each.")
        )
        + (f" {lacks} no score yet." if beside else ""),
        alt="A row of dots for each candidate that was given any, most dots first.",
        table=[{"Candidate": row.candidate.name or "—", "Dots": row.dots} for row in given],
        height=46 * len(shown) + 30,
    )

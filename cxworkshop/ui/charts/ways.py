"""Four ways of weighing side by side: one column of ranks each, and a line per candidate that shows where they part."""

from __future__ import annotations

from typing import Any

import altair as alt

from cxworkshop.analysis.findings import counted, quoted, sentence
from cxworkshop.analysis.scores import METHODS, Weighed, in_use, lacks, ranked, weighed
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, painted, rows
from cxworkshop.ui.charts.ranks import BY, CONTESTED

STRONG = 3
"""Candidates whose lines are drawn strong: those that the ways part over most."""
MOST = 12
"""Candidates that fit on the picture: the contested and the best by money; the table has all of them."""
Ranks = dict[str, int | None]
"""The rank of each candidate by one way, by id, among those that all ways have weighed."""


def ways(workshop: Workshop, palette: Palette) -> Picture | None:
    """A column of ranks for each way that has weighed two candidates or more; a line that crosses many is contested."""
    found = weighed(workshop)
    used = in_use({method: [row.scores[method] for row in found] for method in METHODS})
    both = [row for row in found if used and all(row.scores[way] is not None for way in used)]
    if len(both) < 2 or len(used) < 2:
        return None
    ranks = {
        way: dict(
            zip((row.candidate.id for row in both), ranked([row.scores[way] for row in both]), strict=True)
        )
        for way in used
    }
    contested = [row for row in both[:STRONG] if (row.apart or 0) >= CONTESTED]
    others = sorted(
        (row for row in both if row not in contested), key=lambda row: ranks[used[0]][row.candidate.id] or 0
    )
    shown = [*contested, *others][:MOST]
    shown.sort(key=lambda row: ranks[used[0]][row.candidate.id] or 0)
    labels = told_apart(wrapped(row.candidate.name or "—", 19, 2) for row in shown)
    strong = {row.candidate.id for row in contested}
    marks = [
        mark
        for at, way in enumerate(used)
        for mark in _column(shown, labels, at, ranks[way], strong, palette)
    ]
    x = alt.X(**hidden("side", -1.5, len(used) - 0.6))
    y = alt.Y(**hidden("place", len(shown) + 0.6, 0.3))
    base = alt.Chart(rows(marks)).encode(x=x, y=y)
    heads: list[dict[str, object]] = [{"side": at, "words": way} for at, way in enumerate(used)]
    chart = alt.layer(
        base.mark_line().encode(
            detail="line:N", color=painted(), strokeWidth=alt.StrokeWidth("thick:Q", scale=None)
        ),
        base.mark_circle(size=620, opacity=1, stroke=palette.paper, strokeWidth=2).encode(color=painted()),
        base.mark_text(fontWeight="bold", color=palette.paper).encode(text="rank:N"),
        base.transform_filter("datum.side == 0")
        .mark_text(align="right", dx=-22, dy=lifted("line"), color=palette.ink)
        .encode(text="line:N"),
        alt.Chart(rows(heads))
        .mark_text(baseline="bottom", dy=2, color=palette.muted, fontWeight="bold")
        .encode(x=x, y=alt.value(0), text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=_says(both, ranks, len(found) - len(both)),
        alt="A column of ranks for each way of weighing, and a line for each candidate from one to the next.",
        table=way_rows(workshop, found),
        height=46 * len(shown) + 30,
    )


def _column(
    shown: list[Weighed], labels: list[str], at: int, ranks: Ranks, strong: set[str], palette: Palette
) -> list[dict[str, object]]:
    """A way's marks, the best on top; equal ranks stand below each other rather than on one spot."""
    order = sorted(range(len(shown)), key=lambda n: ranks[shown[n].candidate.id] or 0)
    column: list[dict[str, object]] = []
    for place, n in enumerate(order, 1):
        id = shown[n].candidate.id
        column.append(
            {
                "line": labels[n],
                "side": at,
                "place": place,
                "rank": str(ranks[id]),
                "colour": palette.loss if id in strong else palette.neutral,
                "thick": 4 if id in strong else 2,
            }
        )
    return column


def _says(both: list[Weighed], ranks: dict[str, Ranks], left: int) -> str:
    """Where the ways part most, and how many they cannot be compared on."""
    furthest = max(both, key=lambda row: row.apart or 0)
    waiting = sentence(counted(left, "candidate is", "candidates are"))
    rest = f" {waiting} not weighed by all of them yet." if left else ""
    if not furthest.apart:
        return f"{sentence(counted(len(ranks), 'way'))} of weighing, one order.{rest}"
    own = {way: found[furthest.candidate.id] or 0 for way, found in ranks.items()}
    best, worst = min(own, key=lambda way: own[way]), max(own, key=lambda way: own[way])
    return (
        f"They part most over {quoted(furthest.candidate.name)}: place {own[best]} by {BY[best]}, "
        f"place {own[worst]} by {BY[worst]}.{rest}"
    )


def way_rows(workshop: Workshop, found: tuple[Weighed, ...]) -> list[dict[str, object]]:
    """Each candidate with its rank and score by every way, the most contested first, and what it lacks."""

    def cell(row: Weighed, method: str) -> str:
        own = row.scores[method]
        return "" if own is None else f"{row.ranks[method]}.  ({short(own)})"

    table: list[dict[str, Any]] = []
    for row in found:
        blank = [method for method in METHODS if row.scores[method] is None]
        table.append(
            {
                "Candidate": row.candidate.name or "—",
                **{method: cell(row, method) for method in METHODS},
                "Places apart": row.apart,
                "Lacking": "; ".join(f"{way}: {lacks(workshop, row.candidate, way)}" for way in blank),
            }
        )
    return table

"""The slope from rank by dots to rank by score: where the room and the money disagree."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, quoted, sentence
from cxworkshop.analysis.priorities import Ranking, compared, value_of
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, painted, rows

MOST = 15
"""Candidates that fit on the picture, the best by either rank first; the table has all of them."""
BY = {"Money": "money", "RICE": "RICE", "ICE": "ICE", "WSJF": "WSJF"}
"""Each way of weighing in the middle of a sentence."""
CONTESTED = 3
"""Places apart from which a line is drawn strong."""


def ranks(workshop: Workshop, palette: Palette, method: str = "Money") -> Picture | None:
    """Rank by dots at the left, rank by score at the right: the steeper the line, the more there is to talk about."""
    both = list(compared(workshop, method))
    if len(both) < 2:
        return None
    shown = sorted(both, key=lambda row: min(row.dots_rank or 0, row.score_rank or 0))[:MOST]
    left, right = _places(shown, "dots_rank"), _places(shown, "score_rank")
    ends: list[dict[str, object]] = []
    labels = told_apart(wrapped(row.candidate.name or "—", 21, 2) for row in shown)
    for label, row in zip(labels, shown, strict=True):
        id, contested = row.candidate.id, (row.apart or 0) >= CONTESTED
        common = {
            "line": label,
            "colour": palette.loss if contested else palette.neutral,
            "thick": 4 if contested else 2,
        }
        ends.append({**common, "side": 0, "place": left[id], "words": f"{label}\n{counted(row.dots, 'dot')}"})
        ends.append(
            {**common, "side": 1, "place": right[id], "words": f"{row.score_rank}.  {short(row.score or 0)}"}
        )
    x = alt.X(**hidden("side", -1.25, 1.9))
    y = alt.Y(**hidden("place", len(shown) + 0.5, 0.2))
    base = alt.Chart(rows(ends)).encode(x=x, y=y)
    heads: list[dict[str, object]] = [
        {"side": 0, "words": "by your dots"},
        {"side": 1, "words": f"by {BY[method]}"},
    ]
    chart = alt.layer(
        base.mark_line().encode(
            detail="line:N",
            color=painted(),
            strokeWidth=alt.StrokeWidth("thick:Q", scale=None),
        ),
        base.mark_circle(size=130, opacity=1).encode(color=painted()),
        base.transform_filter("datum.side == 0")
        .mark_text(align="right", dx=-12, dy=lifted("words"), color=palette.ink)
        .encode(text="words:N"),
        base.transform_filter("datum.side == 1")
        .mark_text(align="left", dx=12, color=palette.ink)
        .encode(text="words:N"),
        alt.Chart(rows(heads))
        .mark_text(baseline="bottom", dy=4, color=palette.muted)
        .encode(x=x, y=alt.value(0), text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=sentence(_says(both, BY[method])),
        alt="Lines from each candidate's rank by dots at the left to its rank by score at the right; steep ones are contested.",
        table=[
            {"Places apart": row.apart, **found}
            for row, found in zip(both, candidate_rows(workshop, both), strict=True)
        ],
        height=58 * len(shown) + 40,
    )


def _says(both: list[Ranking], by: str) -> str:
    """What to talk about first, or why there is nothing to compare."""
    if not any(row.dots for row in both):
        return f"All dots went to what has no place by {by}: weigh that first, or hear what you saw in it."
    if len({row.dots for row in both}) == 1:
        return "Your dots put nothing before anything else: hear what each of you meant."
    if len({row.score for row in both}) == 1:
        return f"By {by} they are all equal: the dots alone put them in an order."
    furthest = both[0]
    if not furthest.apart:
        return f"Dots and {by} put {counted(len(both), 'candidate')} in the same order."
    return (
        f"Talk first about {quoted(furthest.candidate.name)}: place {furthest.dots_rank} by your dots, "
        f"place {furthest.score_rank} by {by}."
    )


def _places(shown: list[Ranking], rank: str) -> dict[str, int]:
    """Where each candidate stands on one side; equal ranks stand below each other rather than on one spot."""
    ordered = sorted(shown, key=lambda row: getattr(row, rank))
    return {row.candidate.id: place for place, row in enumerate(ordered, 1)}


def colour_of(candidate: Candidate, palette: Palette) -> str:
    """The colour of a candidate's verdict, which words beside it say too."""
    found = {"now": palette.gain, "not now": palette.neutral, "stop doing": palette.loss}
    return found.get(candidate.verdict or "", palette.muted)


def candidate_rows(workshop: Workshop, ranked: list[Ranking]) -> list[dict[str, object]]:
    """What is known of each candidate, a row each."""
    return [
        {
            "Candidate": row.candidate.name or "—",
            "Score": None if row.score is None else round(row.score, 2),
            "Rank by score": row.score_rank,
            "Dots": None if row.dots_rank is None else row.dots,
            "Rank by dots": row.dots_rank,
            "Value at risk": value_of(workshop, row.candidate),
            "Effort": row.candidate.effort,
            "Verdict": row.candidate.verdict or "",
        }
        for row in ranked
    ]

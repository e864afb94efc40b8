"""Each priority at a review on its way from its baseline to its target."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.reviews import Track, earlier, progress_of, share_of, standing, tracks, way
from cxworkshop.domain.records import Review
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.reviews import on_the_way_says
from cxworkshop.ui.charts.picture import (
    Picture,
    finished,
    hidden,
    lifted,
    names,
    painted,
    rows,
    shaped,
)

_WIDE = -0.3, 1.2
"""How far before the baseline and past the target a mark is drawn; what lies farther out stands at the edge."""
_WORDS = 1.3
"""Where the words stand, in ways from baseline to target."""
_SPAN = (-0.36, 2.5)


def on_the_way(workshop: Workshop, palette: Palette, review: str) -> Picture | None:
    """For each priority a track from baseline to target: where it stands now, and where it stood at earlier reviews."""
    found = workshop.get(Review, review)
    every = tracks(workshop, found) if found else ()
    if found is None or not every:
        return None
    before = earlier(workshop, found)
    labels = told_apart(wrapped(one.candidate.name or "—", 16, 3) for one in every)
    track: list[dict[str, object]] = [{"name": label, "from": 0.0, "till": 1.0} for label in labels]
    ends: list[dict[str, object]] = []
    marks: list[dict[str, object]] = []
    past: list[dict[str, object]] = []
    for label, one in zip(labels, every, strict=True):
        made = one.commitment
        ends += [
            {"name": label, "at": at, "words": "?" if value is None else figure(value)}
            for at, value in ((0.0, made.baseline), (1.0, made.target))
        ]
        marks.append(
            {
                "name": label,
                "at": _placed(one.share),
                "words": _told(one),
                **_look(one, palette),
            }
        )
        for review_before in before:
            told = progress_of(workshop, review_before, one.candidate.id)
            share = share_of(made.baseline, told.value, made.target)
            if share is not None:
                past.append({"name": label, "at": _placed(share)})
    y = alt.Y(**names("name", labels))
    x = alt.X(**hidden("at", *_SPAN))
    drawn = alt.Chart(rows(marks)).encode(y=y)
    layers: list[alt.Chart] = [
        alt.Chart(rows(track))
        .mark_rule(color=palette.grid, strokeWidth=6)
        .encode(y=y, x=alt.X(**hidden("from", *_SPAN)), x2="till:Q"),
        alt.Chart(rows(ends)).mark_text(dy=19, color=palette.muted).encode(y=y, x=x, text="words:N"),
        drawn.transform_filter("isValid(datum.at)")
        .mark_point(filled=True, opacity=1, size=260)
        .encode(x=x, shape=shaped(), color=painted()),
        drawn.mark_text(align="left", dy=lifted("words"), color=palette.ink).encode(
            x=alt.XDatum(_WORDS, axis=None), text="words:N"
        ),
    ]
    if past:
        layers.insert(
            2,
            alt.Chart(rows(past))
            .mark_point(filled=False, opacity=1, size=120, strokeWidth=2, color=palette.muted)
            .encode(y=y, x=x),
        )
    return finished(
        alt.layer(*layers),
        palette,
        says=on_the_way_says(workshop, found) or "No measure was taken at this review yet.",
        alt="For each priority a track from where its measure began to its target, with a mark where it stands:"
        " ▲ at the target, ● on the way, ▼ the wrong way; rings are earlier reviews.",
        table=[_row(one) for one in every],
        height=66 * len(every) + 20,
    )


def _told(one: Track) -> str:
    """Outcome and figure, and under them how far that is; where it began and should end stands at the track."""
    if one.share is None or one.progress.value is None:
        said = wrapped(standing(one), 16, 3)
    else:
        said = f"{figure(one.progress.value)}{f' {one.unit}' if one.unit else ''}\n{way(one.share)}"
    return f"{one.progress.outcome}: {said}" if one.progress.outcome else said


def _placed(share: float | None) -> float | None:
    return None if share is None else min(max(share, _WIDE[0]), _WIDE[1])


def _look(one: Track, palette: Palette) -> dict[str, object]:
    share = one.share or 0.0
    if share >= 1:
        return {"shape": "triangle-up", "colour": palette.gain}
    if share < 0:
        return {"shape": "triangle-down", "colour": palette.loss}
    return {"shape": "circle", "colour": palette.accent(2) if share else palette.neutral}


def _row(one: Track) -> dict[str, object]:
    return {
        "Priority": one.candidate.name or "—",
        "Measured by": one.commitment.metric or "",
        "It began at": one.commitment.baseline,
        "Now": one.progress.value,
        "Target": one.commitment.target,
        "It stands": standing(one),
        "Commitment": one.progress.outcome or "not told yet",
    }

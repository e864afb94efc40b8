"""Value against effort: each candidate a numbered bubble that hides no other, and its name beside the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from statistics import median

import altair as alt

from cxworkshop.analysis.findings import money, quoted
from cxworkshop.analysis.priorities import Ranking, rankings, value_of
from cxworkshop.analysis.scores import STOP
from cxworkshop.domain.records.decide import CONFIDENCE
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, painted, rows
from cxworkshop.ui.charts.ranks import candidate_rows, colour_of

MOST = 25
"""Candidates that fit on the picture, the best by money first; the table has all of them."""
SIZES = dict(zip(CONFIDENCE, (620, 900, 1300), strict=True))
"""Area of a bubble by confidence, in square pixels."""
WIDE, HIGH = 470.0, 360.0
"""The room for bubbles at 1280 pixels, in pixels; on a wider screen they only move apart."""
STEPS = (0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
CORNERS = (
    (0.0, 1.2, "left", "much for little"),
    (1.0, 1.2, "right", "much, and much work"),
    (0.0, -0.17, "left", "small and quick"),
    (1.0, -0.17, "right", "little for much"),
)

Spot = tuple[float, float, float]
"""Across and up in pixels, and the radius."""


def bubbles(workshop: Workshop, palette: Palette) -> Picture | None:
    """Value at risk against effort; the surer you are, the larger the bubble. Distances are drawn as square roots."""
    found = [
        (row, worth)
        for row in rankings(workshop)
        if (worth := value_of(workshop, row.candidate)) is not None
        and row.candidate.effort
        and row.candidate.verdict != STOP
    ]
    if len(found) < 2:
        return None
    # Where nobody has said how sure they are, money for each month alone.
    found.sort(key=lambda one: (-(one[0].score or 0), -one[1] / (one[0].candidate.effort or 1)))
    shown = found[:MOST]
    most = max(worth for _, worth in shown) or 1.0
    longest = max(row.candidate.effort or 0 for row, _ in shown)
    spots = apart([_spot(row, worth, most, longest) for row, worth in shown])
    points: list[dict[str, object]] = [
        {
            "x": x / WIDE,
            "y": y / HIGH,
            "area": SIZES[row.candidate.confidence or CONFIDENCE[0]],
            "number": str(number),
            "colour": colour_of(row.candidate, palette),
        }
        for number, ((row, _), (x, y, _)) in enumerate(zip(shown, spots, strict=True), 1)
    ]
    x, y = alt.X(**hidden("x", -0.06, 1.88)), alt.Y(**hidden("y", -0.4, 1.28))
    base = alt.Chart(rows(points)).encode(x=x, y=y)
    chart = alt.layer(
        _cross(shown, most, longest)
        .mark_line(color=palette.grid, strokeWidth=1.5)
        .encode(x=x, y=y, detail="line:N"),
        *_words(_corners(), x, y, palette.muted),
        *_words(_ticks(longest), x, y, palette.ink),
        base.mark_circle(opacity=1, stroke=palette.paper, strokeWidth=2).encode(
            size=alt.Size("area:Q", scale=None), color=painted()
        ),
        base.mark_text(fontWeight="bold", color=palette.paper).encode(text="number:N"),
        *_words(_names(shown), x, y, palette.ink),
    )
    best, worth = shown[0]
    return finished(
        chart,
        palette,
        says=f"{quoted(best.candidate.name)} gives much for little: {money(workshop, worth)} a year at risk, "
        f"{best.candidate.effort:g} person-{'month' if best.candidate.effort == 1 else 'months'} of effort."
        if worth
        else "Effort is known and no money is at risk in any of these.",
        alt="Numbered bubbles of candidates: further up is more value at risk, further right more effort, larger is "
        "surer. Where two would lie on one another they are moved aside a little.",
        table=[
            {"Number": number, **row}
            for number, row in enumerate(candidate_rows(workshop, [row for row, _ in found]), 1)
        ],
        height=490,
    )


def apart(spots: Sequence[Spot]) -> list[Spot]:
    """The bubbles pushed off each other, as little as it takes, within the room that there is; always the same way."""
    laid = [list(spot) for spot in spots]
    for _ in range(300):
        moved = False
        for one, other in combinations(laid, 2):
            across, up = other[0] - one[0], other[1] - one[1]
            far, wanted = math.hypot(across, up), one[2] + other[2] + 2
            if far >= wanted:
                continue
            moved = True
            # On one spot: the later goes to the right.
            across, up = (across / far, up / far) if far else (1.0, 0.0)
            push = (wanted - far) / 2 + 0.01
            for spot, side in ((one, -push), (other, push)):
                spot[0] = min(WIDE, max(0.0, spot[0] + side * across))
                spot[1] = min(HIGH, max(0.0, spot[1] + side * up))
        if not moved:
            break
    return [(x, y, radius) for x, y, radius in laid]


def _spot(row: Ranking, worth: float, most: float, longest: float) -> Spot:
    area = SIZES[row.candidate.confidence or CONFIDENCE[0]]
    return (
        WIDE * math.sqrt((row.candidate.effort or 0) / longest),
        HIGH * math.sqrt(worth / most),
        math.sqrt(area / math.pi) + 1,
    )


def _cross(shown: Sequence[tuple[Ranking, float]], most: float, longest: float) -> alt.Chart:
    """Two lines through the middle candidate's value and effort."""
    across = math.sqrt(median(row.candidate.effort or 0 for row, _ in shown) / longest)
    up = math.sqrt(median(worth for _, worth in shown) / most)
    ends = ((across, -0.1, "up"), (across, 1.12, "up"), (-0.04, up, "across"), (1.06, up, "across"))
    return alt.Chart(rows([{"x": x, "y": y, "line": line} for x, y, line in ends]))


def _corners() -> list[dict[str, object]]:
    return [{"x": x, "y": y, "align": align, "words": words} for x, y, align, words in CORNERS]


def _ticks(longest: float) -> list[dict[str, object]]:
    steps = [step for step in STEPS if step <= longest][-4:]
    ticks: list[dict[str, object]] = [
        {"x": math.sqrt(step / longest), "y": -0.27, "align": "center", "words": f"{step:,g}"}
        for step in steps
    ]
    said: list[dict[str, object]] = [
        {"x": 0.0, "y": -0.37, "align": "left", "words": "person-months of effort →"},
        {"x": 1.0, "y": -0.37, "align": "right", "words": "value at risk a year ↑"},
    ]
    return [*ticks, *said]


def _names(shown: Sequence[tuple[Ranking, float]]) -> list[dict[str, object]]:
    """The names by number, one below the other beside the bubbles, each with its value at risk."""
    step = min(0.095, 1.5 / len(shown))
    found: list[dict[str, object]] = [
        {"x": 1.86, "y": 1.2, "align": "right", "words": "a year at risk"},
    ]
    for at, (row, worth) in enumerate(shown, 1):
        line = 1.2 - step * at
        name = f"{at}  {wrapped(row.candidate.name or '—', 19, 1)}"
        found.append({"x": 1.13, "y": line, "align": "left", "words": name})
        found.append({"x": 1.86, "y": line, "align": "right", "words": f"{round(worth):,}"})
    return found


def _words(found: list[dict[str, object]], x: alt.X, y: alt.Y, colour: str) -> list[alt.Chart]:
    """Words at their places, a layer for each side that they are set to."""
    layers = []
    for side in ("left", "center", "right"):
        some = [one for one in found if one["align"] == side]
        if some:
            base = alt.Chart(rows(some)).encode(x=x, y=y, text="words:N")
            layers.append(base.mark_text(align=side, color=colour))
    return layers

"""The wall of small charts: every measure on one screen, those that need somebody first."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from cxworkshop.analysis.findings import counted, figure
from cxworkshop.analysis.signals import Chart, recent_average
from cxworkshop.analysis.watch import Watched, watched
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.early_warning import signals_says
from cxworkshop.ui.charts.behaviour import SHAPES
from cxworkshop.ui.charts.picture import SMALL, Picture, finished, hidden, painted, rows, shaped

ABREAST = 3
CELL, GAP = 218, 0.05
"""Height of one small chart in pixels, and the space between two as a share of their width."""
TOP, FOOT = 0.60, 0.06
"""Where the lines of a small chart end above and below, as shares of its height; its name and its state stand above."""
STATES = {
    "worse": "▼ getting worse",
    "better": "▲ getting better",
    "changed": "◆ has changed",
    "past": "● steady again",
    "steady": "● steady",
    "no variation": "● never varies",
    "early": "… too early to judge",
}
_LETTERS = 16.5
"""How many letter heights of a name fit into a line on the smallest screen."""

Marks = list[dict[str, object]]


def wall(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each measure's points between its limits, small, with its state by sign and word; the worst first."""
    found = watched(workshop)
    if not any(one.chart for one in found):
        return None
    many = -(-len(found) // ABREAST)
    names, lines, limits, points, boxes = Marks(), Marks(), Marks(), Marks(), Marks()
    for at, one in enumerate(found):
        left, foot = at % ABREAST + GAP / 2, many - 1 - at // ABREAST + 0.0
        loud = one.chart is not None and one.chart.state in ("worse", "changed", "better")
        colour = _colour(one, palette)
        boxes.append({"on": left, "till": left + 1 - GAP, "at": foot + 0.02, "to": foot + 0.97})
        names.append(
            {"on": left + 0.03, "at": foot + 0.93, "words": wrapped(one.measure.name or "", _LETTERS, 2)}
        )
        names.append(
            {
                "on": left + 0.03,
                "at": foot + 0.76,
                "words": state(one),
                "colour": colour,
                "bold": loud or one.short,
            }
        )
        if one.chart is not None:
            _small(one.chart, left, foot, palette, at, lines, limits, points)
    x, y = alt.X(**hidden("on", 0, ABREAST)), alt.Y(**hidden("at", 0, many))
    said = alt.Chart(rows(names)).encode(x=x, y=y, text="words:N")
    levels = alt.Chart(rows(limits)).encode(x=x, x2="till:Q", y=y, color=painted())
    chart = alt.layer(
        alt.Chart(rows(boxes))
        .mark_rect(color=palette.tint(palette.grid, 0.28), cornerRadius=6)
        .encode(x=x, x2="till:Q", y=y, y2="to:Q"),
        levels.transform_filter("datum.average").mark_rule(strokeWidth=2),
        levels.transform_filter("!datum.average").mark_rule(strokeWidth=1.5, strokeDash=[5, 4]),
        alt.Chart(rows(lines))
        .mark_line(color=palette.neutral, strokeWidth=1.5)
        .encode(x=x, y=y, detail="which:N", order="number:Q"),
        alt.Chart(rows(points))
        .mark_point(filled=True, opacity=1)
        .encode(x=x, y=y, color=painted(), shape=shaped(), size=alt.Size("size:Q", scale=None)),
        said.transform_filter("!datum.colour").mark_text(
            align="left", baseline="top", fontSize=SMALL, color=palette.ink
        ),
        said.transform_filter("datum.colour && datum.bold")
        .mark_text(align="left", baseline="top", fontSize=SMALL, fontWeight="bold")
        .encode(color=painted()),
        said.transform_filter("datum.colour && !datum.bold")
        .mark_text(align="left", baseline="top", fontSize=SMALL)
        .encode(color=painted()),
    )
    return finished(
        chart,
        palette,
        says=signals_says(workshop),
        alt=f"Small process behaviour charts of {counted(len(found), 'measure')}, those that need somebody first.",
        table=[_row(one) for one in found],
        height=CELL * many,
    )


def state(one: Watched) -> str:
    """The state of a measure by sign and word."""
    if one.chart is None:
        return f"… {counted(one.points, 'reading')} so far"
    said = STATES[one.chart.state]
    return f"{said}, short of the standard" if one.short else said


def _colour(one: Watched, palette: Palette) -> str:
    if one.chart is None:
        return palette.muted
    return {"worse": palette.loss, "better": palette.gain}.get(one.chart.state, palette.ink)


def _small(
    found: Chart,
    left: float,
    foot: float,
    palette: Palette,
    which: int,
    lines: Marks,
    limits: Marks,
    points: Marks,
) -> None:
    """Put one chart's marks into its place: values between foot and top, points from the left to the right."""
    # Limits of very few points would only look like knowledge.
    known = () if found.state == "early" else (found.drawn_lower, found.drawn_upper, found.mean)
    levels = [one for one in known if one is not None]
    low, high = min(*found.values, *levels), max(*found.values, *levels)
    begin, end = left + 0.04, left + 1 - GAP - 0.04

    def height(value: float) -> float:
        return foot + FOOT + (TOP - FOOT) * ((value - low) / (high - low) if high > low else 0.5)

    for level in dict.fromkeys(levels):
        average = level == found.mean
        colour = palette.accent(4) if average else palette.muted
        limits.append({"on": begin, "till": end, "at": height(level), "colour": colour, "average": average})
    colours = {"harm": palette.loss, "good": palette.gain, "": palette.ink}
    steps: Sequence[float] = [at / max(len(found.values) - 1, 1) for at in range(len(found.values))]
    for at, (step, value) in enumerate(zip(steps, found.values, strict=True)):
        place: dict[str, object] = {"on": begin + (end - begin) * step, "at": height(value)}
        lines.append(place | {"which": f"m{which}", "number": at})
        rules, effect = found.signals[at], found.effects[at]
        points.append(
            place
            | {
                "shape": SHAPES[effect] if rules else "circle",
                "colour": colours[effect] if rules else palette.ink,
                "size": 90 if rules else 18,
            }
        )


def _row(one: Watched) -> dict[str, object]:
    found = one.chart
    return {
        "Measure": one.measure.name or "",
        "State": state(one),
        "Readings": one.points,
        "Lately": None if found is None else figure(recent_average(found)),
        "Standard": None if one.measure.standard is None else figure(one.measure.standard),
        "Unit": one.measure.unit or "",
    }

"""The process behaviour chart of one measure: its points and limits above, its moving ranges below."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.signals import Chart, of_measure
from cxworkshop.domain.records import Measure
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Layers, Picture, finished, heading, hidden, painted, rows, shaped
from cxworkshop.ui.charts.timeline import moments, time_axis

SHAPES = {0: "circle", 1: "diamond", 2: "square", 3: "triangle-up"}
"""The shape of a point by the strongest rule that it completes; 0 completes none."""
VALUES_HIGH, RANGES_HIGH = 300, 110
WHOLE, BROKEN, DOTTED = [1, 0], [7, 5], [2, 4]
"""Dashes of the average, of limits and of what was promised."""
Level = tuple[str, float | None]
"""A line across the chart: its name, and where it lies."""


def behaviour(workshop: Workshop, palette: Palette, measure: Measure) -> Picture | None:
    """Values with their average and limits, signals marked by shape, colour and rule number; what was promised apart."""
    found = of_measure(workshop, measure)
    if found is None:
        return None
    unit = f" in {measure.unit}" if measure.unit else ""
    limits = [
        f"{words} {figure(value)}"
        for words, value in (("from", found.drawn_lower), ("to", found.drawn_upper))
        if value is not None
    ]
    expected = f", to be expected {' '.join(limits)}" if limits else ""
    return finished(
        alt.vconcat(_values(found, measure, palette), _ranges(found, palette), spacing=14),
        palette,
        says=found.verdict,
        alt=f"Process behaviour chart{unit} of {len(found.values)} points: average {figure(found.mean)}{expected}. "
        f"{found.verdict}",
        table=[
            {
                "Date": day.isoformat() if day else str(at),
                "Value": value,
                "Moving range": None if moved is None else float(f"{moved:.6g}"),
                "Signal": "+".join(f"rule {rule}" for rule in rules),
                "It is": effect,
            }
            for at, (day, value, moved, rules, effect) in enumerate(
                zip(found.dates, found.values, found.ranges, found.signals, found.effects, strict=True), 1
            )
        ],
        height=VALUES_HIGH + RANGES_HIGH + 110,
    )


def _values(found: Chart, measure: Measure, palette: Palette) -> Layers:
    limits: list[Level] = [("lower limit", found.drawn_lower), ("upper limit", found.drawn_upper)]
    promised = ("our standard", measure.standard)
    reach = [where for _, where in (*limits, promised) if where is not None] + list(found.values)
    room = (max(reach) - min(reach) or 1) * 0.16
    span = min(reach) - room, max(reach) + room
    effects = {"harm": palette.loss, "good": palette.gain, "": palette.ink}
    points: list[dict[str, object]] = [
        {
            "on": on,
            "at": value,
            "shape": SHAPES[rules[0] if rules else 0],
            "size": 190 if rules else 60,
            "colour": effects[effect],
            "words": str(rules[0]) if rules else "",
        }
        for on, value, rules, effect in zip(
            moments(found), found.values, found.signals, found.effects, strict=True
        )
    ]
    base = alt.Chart(rows(points)).encode(x=time_axis(found), y=alt.Y(**hidden("at", *span)))
    unit = f" · {measure.unit}" if measure.unit else ""
    return alt.layer(
        *_lines([("average", found.mean)], span, palette.accent(4), WHOLE),
        *_lines(limits, span, palette.muted, BROKEN),
        # What was promised is said at the other end, so that nobody takes it for a limit.
        *_lines([promised], span, palette.accent(1), DOTTED, left=True),
        *_points(base, palette),
        base.mark_text(dy=-15, fontWeight="bold", color=palette.ink).encode(text="words:N"),
    ).properties(
        height=VALUES_HIGH,
        title=heading(f"Each point{unit} · signals carry the number of their rule", palette),
    )


def _ranges(found: Chart, palette: Palette) -> Layers:
    limit = found.range_limit
    span = 0.0, max([limit, *(moved for moved in found.ranges if moved is not None)]) * 1.3 or 1.0
    jumps = [moved is not None and moved > limit > 0 for moved in found.ranges]
    points: list[dict[str, object]] = [
        {
            "on": on,
            "at": moved,
            "shape": SHAPES[int(jumped)],
            "size": 190 if jumped else 40,
            "colour": palette.loss if jumped else palette.ink,
        }
        for on, moved, jumped in zip(moments(found), found.ranges, jumps, strict=True)
    ]
    base = alt.Chart(rows(points)).encode(x=time_axis(found), y=alt.Y(**hidden("at", *span)))
    return alt.layer(
        *_lines([("limit of change", limit or None)], span, palette.muted, BROKEN), *_points(base, palette)
    ).properties(height=RANGES_HIGH, title=heading("Change from one point to the next", palette))


def _points(base: alt.Chart, palette: Palette) -> tuple[alt.Chart, alt.Chart]:
    """A line through the points, and the points as their rows say."""
    marks = base.mark_point(filled=True, opacity=1).encode(
        size=alt.Size("size:Q", scale=None),
        shape=shaped(),
        color=painted(),
    )
    return base.mark_line(color=palette.neutral, strokeWidth=2), marks


def _lines(
    levels: list[Level], span: tuple[float, float], colour: str, dash: list[int], *, left: bool = False
) -> list[alt.Chart]:
    """Levels across the whole chart, each with its name and figure at one end; those that are not known are not drawn."""
    lines: list[dict[str, object]] = [
        {"at": where, "words": f"{words} {figure(where)}"} for words, where in levels if where is not None
    ]
    if not lines:
        return []
    base = alt.Chart(rows(lines)).encode(y=alt.Y(**hidden("at", *span)))
    name = base.mark_text(
        align="left" if left else "right", baseline="bottom", dy=-4, dx=4 if left else -4, color=colour
    )
    return [
        base.mark_rule(color=colour, strokeWidth=2, strokeDash=dash),
        name.encode(text="words:N", x=alt.value(0) if left else alt.value("width")),
    ]

"""The process behaviour chart of one measure: its points and limits above, its moving ranges below."""

from __future__ import annotations

from datetime import date

import altair as alt

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.signals import Chart, of_measure
from cxworkshop.domain.records import Measure
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.picture import SMALL, Layers, Picture, finished, hidden, rows

EPOCH = date(1970, 1, 1)
LABELS = 6
SHAPES = {0: "circle", 1: "diamond", 2: "square", 3: "triangle-up"}
"""The shape of a point by the strongest rule that it completes; 0 completes none."""
VALUES_HIGH, RANGES_HIGH = 300, 110
DAILY = {"day", "week", "fortnight", "point"}


def behaviour(workshop: Workshop, palette: Palette, measure: Measure) -> Picture | None:
    """Values with their average and limits, signals marked by shape, colour and rule number; what was promised apart."""
    found = of_measure(workshop, measure)
    if found is None:
        return None
    when = _moments(found)
    points: list[dict[str, object]] = [
        {
            "on": when[at],
            "value": value,
            "range": moved,
            "shape": rules[0] if rules else 0,
            "words": str(rules[0]) if rules else "",
            "effect": effect,
            "jumped": moved is not None and moved > found.range_limit > 0,
        }
        for at, (day, value, moved, rules, effect) in enumerate(
            zip(found.dates, found.values, found.ranges, found.signals, found.effects, strict=True)
        )
    ]
    unit = f" in {measure.unit}" if measure.unit else ""
    limits = [
        f"{words} {figure(value)}"
        for words, value in (("from", found.drawn_lower), ("to", found.drawn_upper))
        if value is not None
    ]
    expected = f", to be expected {' '.join(limits)}" if limits else ""
    return finished(
        alt.vconcat(
            _values(found, measure, points, palette), _ranges(found, points, palette), spacing=14
        ).resolve_scale(x="shared"),
        palette,
        says=found.verdict,
        alt=f"Process behaviour chart{unit} of {len(points)} points: average {figure(found.mean)}{expected}. {found.verdict}",
        table=[
            {
                "Date": day.isoformat() if day else at + 1,
                "Value": value,
                "Moving range": None if moved is None else float(f"{moved:.6g}"),
                "Signal": "+".join(f"rule {rule}" for rule in rules),
                "It is": effect,
            }
            for at, (day, value, moved, rules, effect) in enumerate(
                zip(found.dates, found.values, found.ranges, found.signals, found.effects, strict=True)
            )
        ],
        height=VALUES_HIGH + RANGES_HIGH + 110,
    )


def _moments(found: Chart) -> list[float]:
    """When each point was taken, in milliseconds since 1970 (UTC); its number where a date is missing."""
    days = [day for day in found.dates if day is not None]
    if len(days) < len(found.dates):
        return [float(at + 1) for at in range(len(found.dates))]
    return [(day - EPOCH).days * 86_400_000.0 for day in days]


def _time(found: Chart, labelled: bool = True) -> alt.X:
    """The axis of time, with room at its right for the names of lines, and labels at points only."""
    when = _moments(found)
    shown = when[:: -(-len(when) // LABELS)] if labelled else []
    ends = [when[0] - (when[-1] - when[0]) * 0.03, when[-1] + (when[-1] - when[0]) * 0.24]
    dated = all(found.dates)
    form = ("%d %b %Y" if found.step in DAILY else "%b %Y") if dated else "d"
    look = alt.Axis(title=None, values=shown, format=form, labelOverlap=True)
    # In local time the first of a month would be the last of another.
    scale = alt.Scale(type="utc" if dated else "linear", domain=ends, nice=False)
    return alt.X("on:T" if dated else "on:Q", scale=scale, axis=look)


def _line(
    y: float, words: str, colour: str, span: tuple[float, float], dash: list[int], *, left: bool = False
) -> Layers:
    """A level across the whole chart with its name and figure at one end."""
    base = alt.Chart(rows([{"level": y, "words": words}])).encode(y=alt.Y(**hidden("level", *span)))
    text = base.mark_text(
        align="left" if left else "right", baseline="bottom", dy=-4, dx=4 if left else -4, color=colour
    )
    return alt.layer(
        base.mark_rule(color=colour, strokeWidth=2, strokeDash=dash),
        text.encode(text="words:N", x=alt.value(0) if left else alt.value("width")),
    )


def _values(found: Chart, measure: Measure, points: list[dict[str, object]], palette: Palette) -> Layers:
    levels = [found.drawn_lower, found.drawn_upper, measure.standard, *found.values]
    low, high = (side(level for level in levels if level is not None) for side in (min, max))
    room = (high - low or 1) * 0.16
    span = low - room, high + room
    x, y = _time(found), alt.Y(**hidden("value", low - room, high + room))
    accent = palette.accent(4)
    lines = [_line(found.mean, f"average {figure(found.mean)}", accent, span, [1, 0])]
    for words, limit in (("lower limit", found.drawn_lower), ("upper limit", found.drawn_upper)):
        if limit is not None:
            lines.append(_line(limit, f"{words} {figure(limit)}", palette.muted, span, [7, 5]))
    if measure.standard is not None:
        words = f"our standard {figure(measure.standard)}"
        lines.append(_line(measure.standard, words, palette.accent(1), span, [2, 4], left=True))
    base = alt.Chart(rows(points)).encode(x=x, y=y)
    effects = {"harm": palette.loss, "good": palette.gain, "": palette.ink}
    marks = base.mark_point(filled=True, opacity=1).encode(
        size=alt.condition("datum.shape > 0", alt.value(190), alt.value(60)),
        shape=alt.Shape(
            "shape:O", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None
        ),
        color=alt.Color(
            "effect:N", scale=alt.Scale(domain=list(effects), range=list(effects.values())), legend=None
        ),
    )
    unit = f" · {measure.unit}" if measure.unit else ""
    title = alt.TitleParams(
        f"Each point{unit} · signals carry the number of their rule",
        anchor="start",
        fontSize=SMALL,
        fontWeight="normal",
        color=palette.muted,
    )
    return alt.layer(
        *lines,
        base.mark_line(color=palette.neutral, strokeWidth=2),
        marks,
        base.mark_text(dy=-15, fontWeight="bold", color=palette.ink).encode(text="words:N"),
    ).properties(height=VALUES_HIGH, title=title)


def _ranges(found: Chart, points: list[dict[str, object]], palette: Palette) -> Layers:
    high = max([found.range_limit, *(moved for moved in found.ranges if moved is not None)]) * 1.3 or 1.0
    base = alt.Chart(rows(points)).encode(x=_time(found), y=alt.Y(**hidden("range", 0, high)))
    lines = []
    if found.range_limit:
        limit = f"limit of change {figure(found.range_limit)}"
        lines.append(_line(found.range_limit, limit, palette.muted, (0, high), [7, 5]))
    title = alt.TitleParams(
        "Change from one point to the next",
        anchor="start",
        fontSize=SMALL,
        fontWeight="normal",
        color=palette.muted,
    )
    return alt.layer(
        *lines,
        base.mark_line(color=palette.neutral, strokeWidth=2),
        base.mark_point(filled=True, opacity=1).encode(
            size=alt.condition("datum.jumped", alt.value(190), alt.value(40)),
            color=alt.condition("datum.jumped", alt.value(palette.loss), alt.value(palette.ink)),
            shape=alt.condition("datum.jumped", alt.value("diamond"), alt.value("circle")),
        ),
    ).properties(height=RANGES_HIGH, title=title)

"""The process behaviour chart of one measure: its points and limits above, its moving ranges below."""

from __future__ import annotations

from datetime import date
from functools import partial

import altair as alt

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.signals import Chart, of_measure
from cxworkshop.domain.records import Measure
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.beside_points import baseline, earlier, marked, promised
from cxworkshop.ui.charts.levels import BROKEN, WHOLE, Level, named, spread
from cxworkshop.ui.charts.picture import (
    LINE,
    Layers,
    Picture,
    finished,
    heading,
    hidden,
    painted,
    rows,
    shaped,
)
from cxworkshop.ui.charts.timeline import ends, moments, time_axis

SHAPES = {"harm": "triangle-down", "good": "triangle-up", "": "diamond"}
"""The shape of a signal by what it means for customers; a point without one is a circle."""
WORDS = {"harm": "worse", "good": "better", "": "a change"}
KEY = "▼ worse  ▲ better  ◆ a change, with the number of its rule"
RULES = {
    1: "rule 1: outside the limits, or jumped",
    2: "rule 2: three of four near one limit",
    3: "rule 3: eight on one side",
}
VALUES_HIGH, RANGES_HIGH = 320, 110
_NUMBER = 0.025
"""Room for the number of a rule, as a share of the time that the points cover."""
_HEAD = 0.16
"""Room above and below the lines, as a share of what lies between them."""


def behaviour(
    workshop: Workshop, palette: Palette, measure: Measure, held: date | None = None
) -> Picture | None:
    """Values with their average and limits, signals marked by shape, colour and rule number; what was promised apart.

    `held` marks a day between the points, such as that of the workshop.
    """
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
        alt.vconcat(_values(found, measure, palette, held), _ranges(found, palette), spacing=14),
        palette,
        says=found.verdict,
        alt=f"Process behaviour chart{unit} of {len(found.values)} points: {found.middle} {figure(found.mean)}{expected}. "
        f"{found.verdict}",
        table=_table(found),
        height=VALUES_HIGH + RANGES_HIGH + 110,
    )


def _table(found: Chart) -> list[dict[str, object]]:
    past: list[dict[str, object]] = [
        {
            "Date": day.isoformat(),
            "Value": value,
            "Moving range": None,
            "Signal": "before the new limits",
            "It is": "",
        }
        for day, value in found.earlier
    ]
    return past + [
        {
            "Date": day.isoformat() if day else str(at),
            "Value": value,
            "Moving range": None if moved is None else float(f"{moved:.6g}"),
            "Signal": "; ".join(RULES[rule] for rule in rules),
            "It is": WORDS[effect] if rules else "",
        }
        for at, (day, value, moved, rules, effect) in enumerate(
            zip(found.dates, found.values, found.ranges, found.signals, found.effects, strict=True), 1
        )
    ]


def _values(found: Chart, measure: Measure, palette: Palette, held: date | None) -> Layers:
    limits = [("lower limit", found.drawn_lower), ("upper limit", found.drawn_upper)]
    reach = [where for where in (found.drawn_lower, found.drawn_upper, measure.standard) if where is not None]
    reach += [*found.values, *(value for _, value in found.earlier)]
    room = (max(reach) - min(reach) or 1) * _HEAD
    # The name of the span from which the limits were made stands below everything, what was promised has two lines.
    span = min(reach) - room * 1.7, max(reach) + room * (1.3 if measure.standard == max(reach) else 1)
    when = moments(found)
    colours = {"harm": palette.loss, "good": palette.gain, "": palette.ink}
    numbered = _numbered(found)
    points: list[dict[str, object]] = [
        {
            "on": on,
            "at": value,
            "shape": SHAPES[effect] if rules else "circle",
            "size": 210 if rules else 60,
            "colour": colours[effect] if rules else palette.ink,
            # The strongest rule; all that a point completes stand in the table.
            "words": str(rules[0]) if on in numbered else "",
            "below": value < found.mean,
        }
        for on, value, rules, effect in zip(when, found.values, found.signals, found.effects, strict=True)
    ]
    begin, end = when[0], ends(found)[1]
    lines = [
        Level(found.middle, found.mean, palette.accent(4), WHOLE),
        *(Level(words, where, palette.muted, BROKEN) for words, where in limits if where is not None),
    ]
    base = alt.Chart(rows(points)).encode(x=time_axis(found), y=alt.Y(**hidden("at", *span)))
    unit = f" · {measure.unit}" if measure.unit else ""
    return alt.layer(
        *baseline(found, palette, span),
        *(marked(found, palette, span, held, "the workshop") if held else ()),
        *promised(found, measure, palette, span, VALUES_HIGH),
        *named(spread(lines, span, VALUES_HIGH, LINE), span, begin, end, partial(time_axis, found)),
        *earlier(found, measure, palette, span),
        *_points(base, palette),
        *(
            base.transform_filter(f"datum.below == {below}")
            .mark_text(dy=away, fontWeight="bold", color=palette.ink)
            .encode(text="words:N")
            for below, away in (("true", 18), ("false", -17))
        ),
    ).properties(height=VALUES_HIGH, title=heading(f"Each point{unit}   {KEY}", palette))


def _numbered(found: Chart) -> set[float]:
    """When the signals were that carry their rule's number: from the last backwards, each with room for it."""
    when = moments(found)
    room = (when[-1] - when[0]) * _NUMBER
    carrying: list[float] = []
    for on, rules in zip(reversed(when), reversed(found.signals), strict=True):
        if rules and (not carrying or carrying[-1] - on >= room):
            carrying.append(on)
    return set(carrying)


def _ranges(found: Chart, palette: Palette) -> Layers:
    limit = found.range_limit
    span = 0.0, max([limit, *(moved for moved in found.ranges if moved is not None)]) * 1.3 or 1.0
    jumps = [moved is not None and moved > limit > 0 for moved in found.ranges]
    points: list[dict[str, object]] = [
        {
            "on": on,
            "at": moved,
            "shape": "diamond" if jumped else "circle",
            "size": 190 if jumped else 40,
            "colour": palette.ink,
        }
        for on, moved, jumped in zip(moments(found), found.ranges, jumps, strict=True)
    ]
    base = alt.Chart(rows(points)).encode(x=time_axis(found), y=alt.Y(**hidden("at", *span)))
    lines = [Level("limit of change", limit, palette.muted, BROKEN)] if limit else []
    return alt.layer(
        *named(
            spread(lines, span, RANGES_HIGH, LINE),
            span,
            moments(found)[0],
            ends(found)[1],
            partial(time_axis, found),
        ),
        *_points(base, palette),
    ).properties(
        height=RANGES_HIGH,
        title=heading("Change from one point to the next   ◆ a jump: larger than its limit", palette),
    )


def _points(base: alt.Chart, palette: Palette) -> tuple[alt.Chart, alt.Chart]:
    """A line through the points, and the points as their rows say."""
    marks = base.mark_point(filled=True, opacity=1).encode(
        size=alt.Size("size:Q", scale=None),
        shape=shaped(),
        color=painted(),
    )
    return base.mark_line(color=palette.neutral, strokeWidth=2), marks

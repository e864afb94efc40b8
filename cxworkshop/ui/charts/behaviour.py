"""The process behaviour chart of one measure: its points and limits above, its moving ranges below."""

from __future__ import annotations

from functools import partial

import altair as alt

from cxworkshop.analysis.findings import figure, in_words
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.signals import Chart, of_measure
from cxworkshop.analysis.verdicts import SETTLED
from cxworkshop.domain.records import Measure
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.levels import BROKEN, DOTTED, WHOLE, Level, named, spread
from cxworkshop.ui.charts.picture import (
    LINE,
    Layers,
    Picture,
    finished,
    heading,
    hidden,
    lifted,
    painted,
    rows,
    shaped,
)
from cxworkshop.ui.charts.timeline import before, ends, moments, time_axis

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
_HEAD = 0.16
"""Room above and below the lines, as a share of what lies between them."""


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
        alt=f"Process behaviour chart{unit} of {len(found.values)} points: {found.middle} {figure(found.mean)}{expected}. "
        f"{found.verdict}",
        table=_table(found),
        height=VALUES_HIGH + RANGES_HIGH + 110,
    )


def _table(found: Chart) -> list[dict[str, object]]:
    earlier: list[dict[str, object]] = [
        {
            "Date": day.isoformat(),
            "Value": value,
            "Moving range": None,
            "Signal": "before the new limits",
            "It is": "",
        }
        for day, value in found.earlier
    ]
    return earlier + [
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


def _values(found: Chart, measure: Measure, palette: Palette) -> Layers:
    limits = [("lower limit", found.drawn_lower), ("upper limit", found.drawn_upper)]
    reach = [where for where in (found.drawn_lower, found.drawn_upper, measure.standard) if where is not None]
    reach += [*found.values, *(value for _, value in found.earlier)]
    room = (max(reach) - min(reach) or 1) * _HEAD
    # The name of the span from which the limits were made stands below everything, what was promised has two lines.
    span = min(reach) - room * 1.7, max(reach) + room * (1.3 if measure.standard == max(reach) else 1)
    when = moments(found)
    colours = {"harm": palette.loss, "good": palette.gain, "": palette.ink}
    points: list[dict[str, object]] = [
        {
            "on": on,
            "at": value,
            "shape": SHAPES[effect] if rules else "circle",
            "size": 210 if rules else 60,
            "colour": colours[effect] if rules else palette.ink,
            # The strongest rule; all that a point completes stand in the table.
            "words": str(rules[0]) if rules else "",
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
        *_baseline(found, palette, span),
        *_promised(found, measure, palette, span),
        *named(spread(lines, span, VALUES_HIGH, LINE), span, begin, end, partial(time_axis, found)),
        *_earlier(found, measure, palette, span),
        *_points(base, palette),
        *(
            base.transform_filter(f"datum.below == {below}")
            .mark_text(dy=away, fontWeight="bold", color=palette.ink)
            .encode(text="words:N")
            for below, away in (("true", 18), ("false", -17))
        ),
    ).properties(height=VALUES_HIGH, title=heading(f"Each point{unit}   {KEY}", palette))


def _baseline(found: Chart, palette: Palette, span: tuple[float, float]) -> list[alt.Chart]:
    """The stretch of points from which the limits were made, shaded, and how many they are."""
    when = moments(found)
    last = when[found.baseline - 1]
    step = (when[-1] - when[0]) / max(len(when) - 1, 1) or 1.0
    many = in_words(found.baseline)
    trial = "trial limits" if found.baseline < SETTLED else "limits"
    where = {"on": when[0] - step * 0.4, "till": last + step * 0.4, "at": span[0]}
    data = alt.Chart(rows([where | {"words": f"{trial} from these {many} points"}])).encode(
        x=time_axis(found)
    )
    return [
        data.mark_rect(color=palette.tint(palette.grid, 0.5)).encode(x2="till:Q"),
        data.mark_text(align="left", baseline="bottom", dx=8, dy=-6, color=palette.muted).encode(
            y=alt.Y(**hidden("at", *span)), text="words:N"
        ),
    ]


def _promised(found: Chart, measure: Measure, palette: Palette, span: tuple[float, float]) -> list[alt.Chart]:
    """What was promised: a line and a name of its own on the left, where no limit is named."""
    if measure.standard is None:
        return []
    start, _ = ends(found)
    word = f"our standard\n{figure(measure.standard)}"
    above = measure.standard + (span[1] - span[0]) * 5 / VALUES_HIGH
    line = {"on": start, "till": moments(found)[-1], "at": measure.standard, "named": above, "words": word}
    base = alt.Chart(rows([line])).encode(x=time_axis(found))
    return [
        base.mark_rule(color=palette.accent(1), strokeWidth=2.5, strokeDash=DOTTED).encode(
            x2="till:Q", y=alt.Y(**hidden("at", *span))
        ),
        base.mark_text(
            align="left", baseline="bottom", dy=lifted("words", foot=True), color=palette.accent(1)
        ).encode(y=alt.Y(**hidden("named", *span)), text="words:N"),
    ]


def _earlier(found: Chart, measure: Measure, palette: Palette, span: tuple[float, float]) -> list[alt.Chart]:
    """Points before the limits were made anew: pale, hollow, and on no line that judges them."""
    if not found.earlier:
        return []
    past: list[dict[str, object]] = [
        {"on": on, "at": value} for on, (_, value) in zip(before(found), found.earlier, strict=True)
    ]
    pale = palette.tint(palette.neutral, 0.55)
    base = alt.Chart(rows(past)).encode(x=time_axis(found), y=alt.Y(**hidden("at", *span)))
    when = {"on": (before(found)[-1] + moments(found)[0]) / 2, "at": span[1]}
    words = f"new limits since {day_label(measure.since)}" if measure.since else ""
    edge = alt.Chart(rows([when | {"words": words}])).encode(x=time_axis(found))
    return [
        base.mark_line(color=pale, strokeWidth=1.5),
        base.mark_point(color=pale, filled=False, size=50, strokeWidth=2),
        edge.mark_rule(color=palette.muted, strokeWidth=1.5),
        edge.mark_text(align="right", baseline="top", dx=-4, color=palette.muted).encode(
            y=alt.Y(**hidden("at", *span)), text="words:N"
        ),
    ]


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

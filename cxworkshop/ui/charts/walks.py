"""Each function's count walking to the agreed one: a bar per named cause, and one for what nobody has explained."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt

from cxworkshop.analysis.findings import all_of, counted, sentence, sure
from cxworkshop.analysis.walks import Walk, unexplained_words
from cxworkshop.analysis.walks import walks as all_walks
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, SMALL, UNSEEN, Picture, finished, hidden, names, rows

LINE = 30
"""The height of a step, in pixels."""
REST = "not explained"


@dataclass(frozen=True)
class Bar:
    """A step of a walk: `low` to `high` in customers, ending at `after`."""

    place: str
    step: str
    kind: str
    """`count`, `cause` or `rest`."""
    low: int
    high: int
    amount: int
    after: int
    said: str
    sure: str = ""


def bars_of(walk: Walk, place: str, apart: str) -> list[Bar]:
    """The count, its causes one after another, and the rest where there is one; the last of them ends at the agreed count.

    `apart` is unseen and keeps the names of one walk's steps apart from another's.
    """
    level = walk.start
    bars = [Bar(place, "its own count", "count", 0, level, level, level, f"{level:,}")]
    steps = [
        (
            one.cause or "",
            one.customers or 0,
            one.evidence or "",
            sure(", ".join(filter(None, (one.evidence, "from the lists" if one.from_lists else "")))),
        )
        for one in walk.causes
    ]
    if walk.unexplained:
        steps.append((REST, walk.unexplained, "", "?"))
    for number, (step, amount, evidence, words) in enumerate(steps, 1):
        low, high = sorted((level, level + amount))
        level += amount
        kind = "rest" if step == REST else "cause"
        said = f"{short(amount, signed=True)}{words}"
        bars.append(Bar(UNSEEN * number + apart + step, step, kind, low, high, amount, level, said, evidence))
    return bars


def walks(workshop: Workshop, palette: Palette) -> Picture | None:
    """Every revealed count as a bar, its causes under it, all on one scale with the agreed line through them."""
    found = all_walks(workshop)
    if not found:
        return None
    agreed = found[0].agreed
    titles = told_apart(wrapped(walk.function, 14, 1) for walk in found)
    bars = [
        bar
        for number, (walk, title) in enumerate(zip(found, titles, strict=True))
        for bar in bars_of(walk, title, UNSEEN * 20 * (number + 1))
    ]
    colours = {"count": palette.neutral, "rest": palette.paper}
    drawn: list[dict[str, object]] = [
        {
            "name": bar.place,
            "low": bar.low,
            "high": bar.high,
            # Words stand right of both the bar and the agreed line, so that the line crosses none of them.
            "at": max(bar.high, agreed),
            "words": bar.said,
            "colour": colours.get(bar.kind, palette.loss if bar.amount < 0 else palette.gain),
            "edge": 2 if bar.kind == "rest" else 0,
            "weight": "bold" if bar.kind == "count" else "normal",
        }
        for bar in bars
    ]
    order = [bar.place for bar in bars]
    top = max([agreed, *(bar.high for bar in bars)]) or 1
    low = min(0, *(bar.low for bar in bars))
    y, x = alt.Y(**names("name", order, headed=True)), alt.X(**hidden("low", low, top * 1.45))
    line: list[dict[str, object]] = [{"low": agreed, "words": f"agreed {agreed:,}"}]
    base = alt.Chart(rows(drawn)).encode(y=y)
    chart = alt.layer(
        base.mark_bar(height=20, stroke=palette.ink, strokeDash=[5, 4]).encode(
            x=x,
            x2="high:Q",
            fill=alt.Fill("colour:N", scale=None),
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None),
        ),
        alt.Chart(rows(line)).mark_rule(color=palette.ink, strokeDash=[6, 4], strokeWidth=2).encode(x=x),
        alt.Chart(rows(line))
        .mark_text(align="left", dx=6, dy=-8, baseline="bottom", fontSize=LARGE, color=palette.ink)
        .encode(x=x, y=alt.value(0), text="words:N"),
        base.mark_text(align="left", dx=8, fontSize=SMALL, color=palette.ink).encode(
            x=alt.X(**hidden("at", low, top * 1.45)), text="words:N"
        ),
    )
    return finished(
        chart,
        palette,
        says=_says(found),
        alt=f"{sentence(counted(len(found), 'count'))} as bars, each with its causes stepping to the agreed {agreed:,}; "
        "what is not explained is an outlined bar.",
        table=[
            row
            for number, (walk, title) in enumerate(zip(found, titles, strict=True))
            for row in _table(walk, bars_of(walk, title, UNSEEN * 20 * (number + 1)))
        ],
        height=LINE * len(bars) + 30,
    )


def _table(walk: Walk, bars: list[Bar]) -> list[dict[str, object]]:
    steps: list[dict[str, object]] = [
        {"Function": walk.function, "Step": bar.step, "Customers": bar.amount, "How sure": bar.sure}
        for bar in bars
    ]
    end: dict[str, object] = {
        "Function": walk.function,
        "Step": "agreed",
        "Customers": walk.agreed,
        "How sure": "",
    }
    return [*steps, end]


def _says(found: tuple[Walk, ...]) -> str:
    rest = sorted((walk for walk in found if walk.unexplained), key=lambda walk: -abs(walk.unexplained))
    if not rest:
        walk = found[0]
        many = f"{sentence(all_of(len(found), 'count'))} walk" if len(found) > 1 else f"{walk.function} walks"
        return f"{many} to the agreed {walk.agreed:,}, explained to the last one."
    others = sentence(counted(len(rest) - 1, "more is", "more are"))
    return unexplained_words(rest[0]) + (f" {others} not explained to the last one." if len(rest) > 1 else "")

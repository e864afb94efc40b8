"""The count of a review beside an older one, and what moved."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.review_count import (
    MONTH,
    VALUES,
    Counted,
    Moved,
    counted_at,
    moved,
    older,
    per_days,
    rounded,
    unlike,
)
from cxworkshop.domain.records import Review
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.review_count import moved_says
from cxworkshop.ui.charts.picture import (
    Picture,
    finished,
    hidden,
    names,
    painted,
    rows,
)

_TITLES = {
    "opening": "Here at the start",
    "new": "Came for the first time",
    "returned": "Came back",
    "lapsed": "Left",
    "net": "Net",
    "closing": "Here at the end",
}


def beside(workshop: Workshop, palette: Palette, review: str, before: str | None) -> Picture | None:
    """The new count under an older one, figure by figure, in whole customers; flows per 30 days where lengths differ."""
    found = workshop.get(Review, review)
    now = counted_at(found) if found else None
    if found is None or now is None:
        return None
    old = next((one for one in older(workshop, found) if one.key == before), None)
    both = moved(old or now, now)
    bars: list[dict[str, object]] = []
    labels: list[str] = []
    for one in both:
        if one.name in ("opening", "closing"):
            continue
        for value, counted, fresh in ((one.before, old, False), (one.now, now, True)):
            if counted is None or (old is None and not fresh):
                continue
            label = f"{_TITLES[one.name]}\n{_period(counted)}"
            labels.append(label)
            bars.append(_bar(one, value, label, fresh, palette))
    if not any(bar["value"] is not None for bar in bars):
        return None
    values = [float(str(bar["value"])) for bar in bars if bar["value"] is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1.0) * 0.3
    base = alt.Chart(rows(bars)).encode(y=alt.Y(**names("name", labels)))
    x = alt.X(**hidden("value", low - (room if low < 0 else 0), high + room))
    chart = alt.layer(
        base.mark_bar(height=22).encode(x=x, x2=alt.datum(0), color=painted()),
        base.transform_filter("datum.value >= 0")
        .mark_text(align="left", dx=8, color=palette.ink)
        .encode(x=x, text="words:N"),
        base.transform_filter("datum.value < 0")
        .mark_text(align="right", dx=-8, color=palette.ink)
        .encode(x=x, text="words:N"),
    )
    each = f", per {MONTH} days of each" if any(one.per_month for one in both) else ""
    return finished(
        chart,
        palette,
        says=moved_says(workshop, found, old) or "Opening, new and lapsed are needed to say what moved.",
        alt=f"Who came, came back and left, and the net, before and now{each}: a bar each with its figure.",
        table=[_moved_row(one, old, now) for one in both] + _worth(old, now),
        height=44 * len(bars) + 20,
    )


def _bar(one: Moved, value: float | None, label: str, fresh: bool, palette: Palette) -> dict[str, object]:
    bad = one.name == "lapsed" or (one.name == "net" and (value or 0) < 0)
    colour = palette.loss if bad else palette.gain
    shown = None if value is None else rounded(value, per_month=one.per_month)
    words = "" if shown is None else figure(shown) + (f" per {MONTH} days" if one.per_month else "")
    return {
        "name": label,
        "value": shown,
        "words": words,
        "colour": colour if fresh else palette.tint(colour, 0.45),
    }


def _period(counted: Counted) -> str:
    return wrapped(counted.label.removeprefix("the period "), 22, 1)


def _moved_row(one: Moved, old: Counted | None, now: Counted) -> dict[str, object]:
    title = _TITLES[one.name] + (f" (per {MONTH} days)" if one.per_month else "")
    return _three(title, one.before if old else None, one.now, per_month=one.per_month)


def _worth(old: Counted | None, now: Counted) -> list[dict[str, object]]:
    """The values of both; what flows is told at the pace of the customers above it."""
    paced = old is not None and unlike(old, now)
    found = []
    for name in VALUES:
        each = paced and name != "opening"
        before, after = (
            None if one is None or value is None else per_days(one, value) if each else value
            for one in (old, now)
            for value in [getattr(one.value, name) if one else None]
        )
        if before is not None or after is not None:
            title = f"{name.capitalize()} value" + (f" (per {MONTH} days)" if each else "")
            found.append(_three(title, before, after, per_month=each))
    return found


def _three(title: str, before: float | None, after: float | None, *, per_month: bool) -> dict[str, object]:
    then, since = (None if one is None else rounded(one, per_month=per_month) for one in (before, after))
    return {
        "Figure": title,
        "Before": then,
        "Now": since,
        "Moved": None if then is None or since is None else round(since - then, 1),
    }

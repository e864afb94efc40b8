"""Who is on which lists, and how a department's number walks to the one company version."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, customers, in_words, listed, sentence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ledger.lists import Combination, ListCount
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, lifted, names, painted, rows

MOST = 15
"""Combinations that fit on the picture; the smaller ones stand together as others."""
NOWHERE = "on no list, only in the ledger"
_BARS = 7.0
"""How wide the longest bar is, in columns of dots."""
_NAMES = {
    "counts some of them twice": "Rows that repeat a customer",
    "counts products": "Products counted as customers",
    "includes customers who have left": "Not seen within the window",
    "includes trials and prospects": "Not known to the ledger",
    "some are missing": "Only on other lists",
}


def overlaps(
    workshop: Workshop, palette: Palette, combinations: tuple[Combination, ...], lists: tuple[str, ...]
) -> Picture | None:
    """A row for each combination of lists with dots for the lists and a bar for its customers, the most first."""
    if not combinations or not lists:
        return None
    total = sum(one.customers for one in combinations)
    shown, rest = combinations[:MOST], combinations[MOST:]
    labels = told_apart(wrapped(name, 8, 2) for name in lists)
    most = max(max(one.customers for one in shown), sum(one.customers for one in rest))
    start = len(lists) + 0.1
    dots: list[dict[str, object]] = []
    bars: list[dict[str, object]] = []
    threads: list[dict[str, object]] = []
    nowhere: list[dict[str, object]] = []
    for place, one in enumerate(shown):
        on = [at for at, name in enumerate(lists) if name in one.lists]
        # A full dot and a ring tell more than two colours do.
        dots += [
            {
                "x": at,
                "y": place,
                "colour": palette.accent(1) if at in on else palette.paper,
                "edge": palette.accent(1) if at in on else palette.neutral,
            }
            for at in range(len(lists) if on else 0)
        ]
        if on:
            threads.append({"y": place, "x": min(on), "x2": max(on)})
        else:
            nowhere.append({"x": -0.55, "y": place, "words": NOWHERE.replace(", ", ",\n")})
        bars.append(_bar(one.customers, place, start, most, palette.accent(1)))
    if rest:
        others = sum(one.customers for one in rest)
        bars.append(_bar(others, len(shown), start, most, palette.neutral))
    heads: list[dict[str, object]] = [{"x": at, "y": -1.0, "words": label} for at, label in enumerate(labels)]
    last = len(shown) - 0.4 + bool(rest)
    x, y = alt.X(**hidden("x", -0.6, start + _BARS + 1.2)), alt.Y(**hidden("y", last, -1.6))
    layers: list[alt.Chart] = [
        alt.Chart(rows(threads))
        .mark_rule(color=palette.accent(1), strokeWidth=4)
        .encode(x=x, x2="x2:Q", y=y),
        alt.Chart(rows(dots))
        .mark_circle(size=230, opacity=1, strokeWidth=2)
        .encode(x=x, y=y, color=painted(), stroke=alt.Stroke("edge:N", scale=None)),
        alt.Chart(rows(bars)).mark_bar(size=22).encode(x=x, x2="x2:Q", y=y, color=painted()),
        alt.Chart(rows(bars))
        .mark_text(align="left", dx=8, fontSize=LARGE, color=palette.ink)
        .encode(x=alt.X(**hidden("x2", -0.6, start + _BARS + 1.2)), y=y, text="words:N"),
        alt.Chart(rows(heads))
        .mark_text(baseline="middle", dy=lifted("words"), color=palette.ink)
        .encode(x=x, y=y, text="words:N"),
    ]
    if rest:
        words = counted(len(rest), "smaller combination")
        layers.append(
            alt.Chart(rows([{"x": start, "y": len(shown), "words": words}]))
            .mark_text(align="right", dx=-10, color=palette.muted)
            .encode(x=x, y=y, text="words:N")
        )
    if nowhere:
        layers.append(
            alt.Chart(rows(nowhere))
            .mark_text(align="left", lineBreak="\n", dy=-9, color=palette.ink)
            .encode(x=x, y=y, text="words:N")
        )
    people = customers(workshop)
    says = _says(combinations, len(lists), total, people)
    return finished(
        alt.layer(*layers),
        palette,
        says=sentence(says),
        alt=f"A row for each combination of {counted(len(lists), 'list')}, with how many {people} are on exactly these. {says}",
        table=[
            {"On these lists": " + ".join(one.lists) or NOWHERE, "Customers": one.customers}
            for one in combinations
        ],
        height=36 * (len(shown) + bool(rest)) + 62,
    )


def walk(workshop: Workshop, palette: Palette, one: ListCount) -> Picture | None:
    """A waterfall lying down: the list's rows, what is too many, what is missing, and the one company version."""
    steps: list[dict[str, object]] = [
        _step("Rows on this list", 0, one.rows, palette.neutral, f"{one.rows:,}")
    ]
    level = one.rows
    for step in one.walk:
        low, high = sorted((level, level + step.customers))
        level += step.customers
        words = f"{'+' if step.customers > 0 else '−'}{abs(step.customers):,}"
        colour = palette.gain if step.customers > 0 else palette.loss
        steps.append(_step(_NAMES[step.cause], low, high, colour, words))
    steps.append(_step("One company version", 0, level, palette.neutral, f"{level:,}"))
    order = [str(step["step"]) for step in steps]
    top = max(int(str(step["high"])) for step in steps) * 1.4
    base = alt.Chart(rows(steps)).encode(y=alt.Y(**names("step", order)))
    x = alt.X(**hidden("low", 0, top))
    chart = alt.layer(
        base.mark_bar(size=24).encode(x=x, x2="high:Q", color=painted()),
        base.mark_text(align="left", dx=8, fontSize=LARGE, color=palette.ink).encode(
            x=alt.X(**hidden("high", 0, top)), text="words:N"
        ),
    )
    told = "; ".join(f"{abs(step.customers):,} {step.says}" for step in one.walk) or "nothing lies between"
    return finished(
        chart,
        palette,
        says=f"{one.name}: {counted(one.rows, 'row')} {'becomes' if one.rows == 1 else 'become'} {one.one_version:,}.",
        alt=f"Waterfall from {counted(one.rows, 'row')} of {one.name} to the one company version of {one.one_version:,}: {told}.",
        table=[{"Step": step["step"], "Customers": step["words"]} for step in steps],
        height=40 * len(steps) + 10,
    )


def _says(combinations: tuple[Combination, ...], lists: int, total: int, people: str) -> str:
    single = sum(one.customers for one in combinations if len(one.lists) == 1)
    nowhere = sum(one.customers for one in combinations if not one.lists)
    parts = []
    if lists > 1:
        everywhere = sum(one.customers for one in combinations if len(one.lists) == lists)
        all_of_them = "both lists" if lists == 2 else f"all {in_words(lists)}"
        parts = [f"{_many(single)} on one list only", f"{_many(everywhere)} on {all_of_them}"]
    if nowhere:
        parts.append(f"{_many(nowhere)} on no list, only in the ledger")
    if not parts:
        return f"The list holds {total:,} {people}."
    return f"Of {total:,} {people}, {listed(parts)}."


def _many(size: int) -> str:
    return f"{in_words(size)} {'is' if size == 1 else 'are'}" if size else "nobody is"


def _bar(size: int, place: int, start: float, most: int, colour: str) -> dict[str, object]:
    end = start + _BARS * size / max(most, 1)
    return {"x": start, "x2": end, "y": place, "colour": colour, "words": f"{size:,}"}


def _step(step: str, low: int, high: int, colour: str, words: str) -> dict[str, object]:
    return {"step": step, "low": low, "high": high, "colour": colour, "words": words}

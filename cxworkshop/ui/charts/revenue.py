"""Why revenue moved, as a small waterfall: more or fewer customers, orders each, and value of an order."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import figure, sentence
from cxworkshop.analysis.periods import period_label
from cxworkshop.analysis.revenue import Split, factor_title, revenue_split, told
from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished
from cxworkshop.ui.charts.waterfall_bars import Bar
from cxworkshop.ui.charts.waterfall_drawing import HIGH, drawn


def revenue(workshop: Workshop, palette: Palette, *, profit: bool = False) -> Picture | None:
    """Revenue, or profit, of the period before, what each factor added or took, and that of the latest period."""
    split = revenue_split(workshop, profit=profit)
    if isinstance(split, str):
        return None
    unit = workshop.one(Company).currency
    what = "Profit" if profit else "Revenue"
    bars = _bars(workshop, split)
    chart = alt.vconcat(
        drawn(bars, [bar.step for bar in bars], f"{what} in {unit}" if unit else what, palette)
    )
    said = told(workshop, split)
    moves = zip(split.factors, split.then, split.now, split.parts, strict=True)
    return finished(
        chart,
        palette,
        says=said,
        alt=f"Waterfall of {what.lower()} in two periods. {said}",
        table=[
            {
                "Factor": what,
                "Before": split.before,
                "After": split.after,
                "Moved it by": split.after - split.before,
            },
            *(
                {
                    "Factor": factor_title(workshop, name),
                    "Before": float(f"{then:.6g}"),
                    "After": float(f"{now:.6g}"),
                    "Moved it by": round(part, 2),
                }
                for name, then, now, part in moves
            ),
        ],
        height=HIGH + 60,
    )


def _bars(workshop: Workshop, split: Split) -> list[Bar]:
    level = split.before
    before, after = (wrapped(sentence(period_label(*period)), 11, 3) for period in split.periods)
    bars = [Bar(before, "level", 0.0, level, level, level, short(level))]
    for name, then, now, part in zip(split.factors, split.then, split.now, split.parts, strict=True):
        low, high = sorted((level, level + part))
        level += part
        kind = "loss" if part < 0 else "gain"
        step = f"{wrapped(factor_title(workshop, name), 11, 1)}\n{_factor(name, then)} → {_factor(name, now)}"
        bars.append(Bar(step, kind, low, high, level, part, short(part, signed=True)))
    bars.append(Bar(after, "level", 0.0, split.after, split.after, split.after, short(split.after)))
    return bars


def _factor(name: str, value: float) -> str:
    if name == "customers":
        return short(value)
    if name == "margin":
        return f"{value:.1%}"
    # Three figures of an order's value where sales are typed in millions.
    return figure(value) if value >= 1000 else f"{value:,.2f}" if value >= 1 else f"{value:.3g}"

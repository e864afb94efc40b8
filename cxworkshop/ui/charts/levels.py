"""Lines across a chart, each with its name and figure at its end, their names apart where the lines lie close."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import altair as alt

from cxworkshop.analysis.findings import figure
from cxworkshop.ui.charts.picture import hidden, rows

WHOLE, BROKEN = (1, 0), (7, 5)
"""Dashes of the average and of limits."""
DOTTED = [2, 4]
"""Dashes of what was promised."""


@dataclass(frozen=True)
class Level:
    """A line: its name, where it lies, its colour and dashes, and where its name stands where that is not on it."""

    name: str
    at: float
    colour: str
    dash: tuple[int, int]
    named_at: float | None = None


def spread(levels: Sequence[Level], span: tuple[float, float], high: int, line: int) -> list[Level]:
    """The levels from below, their names at least a `line` of pixels apart on a chart that is `high` pixels high."""
    least = (span[1] - span[0]) * line / high
    placed: list[Level] = []
    for level in sorted(levels, key=lambda one: one.at):
        floor = placed[-1].named_at if placed else None
        placed.append(replace(level, named_at=level.at if floor is None else max(level.at, floor + least)))
    over = (placed[-1].named_at or 0.0) + least - span[1] if placed else 0.0
    if over > 0:
        # What does not fit at the top pushes the others down, as far as they are pushed together.
        ceiling = span[1] - least
        for at in range(len(placed) - 1, -1, -1):
            where = min(placed[at].named_at or 0.0, ceiling)
            placed[at] = replace(placed[at], named_at=where)
            ceiling = where - least
    return placed


def named(
    levels: Sequence[Level],
    span: tuple[float, float],
    begin: float,
    end: float,
    across: Callable[[str], alt.X],
) -> list[alt.Chart]:
    """Each level as a line from `begin` to `end`, its name above its end; `across` makes the axis of a field."""
    found: list[alt.Chart] = []
    for level in levels:
        row = {
            "on": begin,
            "till": end,
            "at": level.at,
            "named": level.at if level.named_at is None else level.named_at,
            "words": f"{level.name} {figure(level.at)}",
        }
        base = alt.Chart(rows([row]))
        found += [
            base.mark_rule(color=level.colour, strokeWidth=2, strokeDash=list(level.dash)).encode(
                x=across("on"), x2="till:Q", y=alt.Y(**hidden("at", *span))
            ),
            base.mark_text(align="right", baseline="bottom", dy=-4, color=level.colour).encode(
                x=across("till"), y=alt.Y(**hidden("named", *span)), text="words:N"
            ),
        ]
    return found

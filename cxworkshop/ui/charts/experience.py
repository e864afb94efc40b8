"""Which function answers for each stage and which takes part, with the holes and the heaps marked."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.accountability import gaps, gaps_say
from cxworkshop.analysis.experience import matrix, ordered_stages
from cxworkshop.analysis.findings import counted
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, SMALL, Picture, finished, names, painted, rows

SIGNS = {"accountable": "●", "takes part": "○", "": ""}
HEAVY = "▲"


def stage_labels(workshop: Workshop, width: float = 6.0, most: int = 4) -> dict[str, str]:
    """A short label in lines for each stage, in order, by its id; no two alike."""
    stages, whole = ordered_stages(workshop), workshop.labels("stage")
    labels = told_apart(wrapped(whole[stage.id], width, most) for stage in stages)
    return {stage.id: label for stage, label in zip(stages, labels, strict=True)}


def accountability(workshop: Workshop, palette: Palette) -> Picture | None:
    """Functions by stages: who is accountable, who takes part, and what stands out, by a sign under each stage."""
    functions, stages, cells = matrix(workshop)
    if not functions or not stages:
        return None
    found = gaps(workshop)
    labels, whole = stage_labels(workshop), workshop.labels("stage")
    heavy = {(leader.function or "").casefold() for leader, _ in found.heavy}
    sides = told_apart(
        wrapped(
            f"{HEAVY} {function}"
            if function.casefold() in heavy or function in found.everywhere
            else function,
            9,
            2,
        )
        for function in functions
    )
    accent = palette.accent(2)
    fills = {
        "accountable": accent,
        "takes part": palette.tint(accent, 0.22),
        "": palette.tint(palette.grid, 0.35),
    }
    squares: list[dict[str, object]] = [
        {
            "side": side,
            "name": labels[stage.id],
            "fill": fills[cells[function, stage.id]],
            "ink": palette.on(fills[cells[function, stage.id]]),
            "sign": SIGNS[cells[function, stage.id]],
        }
        for side, function in zip(sides, functions, strict=True)
        for stage in stages
    ]
    # Last rows say what stands out in a stage, so that a blank is seen from the back of the room.
    wrong = (
        ("Nobody", "✕", found.unowned),
        ("One function", "◐", found.alone),
        ("A crowd", HEAVY, found.crowded),
    )
    blanks: list[dict[str, object]] = [
        {"side": side, "name": labels[stage.id], "sign": sign} for side, sign, some in wrong for stage in some
    ]
    order = [*sides, *(side for side, _, some in wrong if some)]
    x = alt.X(**names("name", list(labels.values()), "top", size=SMALL - 1))
    y = alt.Y(**names("side", order))
    base = alt.Chart(rows(squares)).encode(x=x, y=y)
    empty = alt.Chart(rows(blanks)).encode(x=x, y=y)
    chart = alt.layer(
        base.mark_rect(stroke=palette.paper, strokeWidth=4).encode(color=painted("fill")),
        base.mark_text(fontSize=LARGE + 3).encode(text="sign:N", color=painted("ink")),
        empty.mark_rect(filled=False, stroke=palette.loss, strokeWidth=2, strokeDash=[6, 4]),
        empty.mark_text(fontSize=LARGE + 3, color=palette.loss).encode(text="sign:N"),
    )
    said = gaps_say(workshop)
    every = (
        "One leader answers for the only stage."
        if len(stages) == 1
        else f"One leader answers for each of {counted(len(stages), 'stage')}, and every stage takes two functions or more."
    )
    answers: list[dict[str, object]] = [
        {"Function": function, **{whole[stage.id]: cells[function, stage.id] for stage in stages}}
        for function in functions
    ]
    standing_out: dict[str, object] = {"Function": "What stands out"}
    for stage in stages:
        standing_out[whole[stage.id]] = ", ".join(side.lower() for side, _, some in wrong if stage in some)
    return finished(
        chart,
        palette,
        says=" ".join(said[:2]) if said else every,
        alt="Functions by stages: ● is accountable, ○ takes part, blank does neither; last rows mark ✕ stages that nobody "
        "answers for, ◐ stages of one function, ▲ stages shared by more than five; ▲ also marks a leader with too many stages "
        "and a function that takes part everywhere and answers for nothing.",
        table=[*answers, standing_out],
        height=44 * len(order) + 100,
    )

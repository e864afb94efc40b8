"""Pictures of the experience: how it feels stage by stage, and which function answers for each stage."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.experience import matrix, ordered_stages
from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.picture import LARGE, SMALL, Picture, finished, names, painted, rows, shaped

FEELINGS = {2: "delight", 1: "glad", 0: "indifferent", -1: "uneasy", -2: "dread"}
SIGNS = {"accountable": "●", "takes part": "○", "": ""}


def stage_labels(workshop: Workshop, width: float = 6.0, most: int = 4) -> dict[str, str]:
    """A short label in lines for each stage, in order, by its id; no two alike."""
    stages, whole = ordered_stages(workshop), workshop.labels("stage")
    labels = told_apart(wrapped(whole[stage.id], width, most) for stage in stages)
    return {stage.id: label for stage, label in zip(stages, labels, strict=True)}


def emotion_curve(workshop: Workshop, palette: Palette) -> Picture | None:
    """How each stage feels, from dread to delight, as a curve from the first to the last."""
    felt = [(stage, stage.emotion) for stage in ordered_stages(workshop) if stage.emotion is not None]
    if len(felt) < 2:
        return None
    labels, whole = stage_labels(workshop), workshop.labels("stage")
    looks = {
        1: (palette.gain, "triangle-up"),
        0: (palette.neutral, "circle"),
        -1: (palette.loss, "triangle-down"),
    }
    sides = [(stage, feeling, looks[(feeling > 0) - (feeling < 0)]) for stage, feeling in felt]
    points: list[dict[str, object]] = [
        {"name": labels[stage.id], "feeling": feeling, "colour": colour, "shape": shape}
        for stage, feeling, (colour, shape) in sides
    ]
    x = alt.X(**names("name", list(labels.values()), "bottom", size=SMALL - 1))
    ends = " : ".join(f"datum.value == {value} ? '{words}'" for value, words in FEELINGS.items()) + " : ''"
    scale = alt.Axis(title=None, values=list(FEELINGS), labelExpr=ends)
    y = alt.Y("feeling:Q", scale=alt.Scale(domain=[-2.4, 2.4], nice=False), axis=scale)
    base = alt.Chart(rows(points)).encode(x=x, y=y)
    chart = alt.layer(
        alt.Chart(rows([{"feeling": 0}])).mark_rule(color=palette.grid, strokeWidth=2).encode(y=y),
        base.mark_line(color=palette.accent(2), interpolate="monotone", strokeWidth=4),
        base.mark_point(filled=True, size=330, opacity=1).encode(color=painted(), shape=shaped()),
    )
    worst = min(feeling for _, feeling in felt)
    lowest = [quoted(stage.name or "—") for stage, feeling in felt if feeling == worst]
    return finished(
        chart,
        palette,
        says=f"It feels worst in {listed(lowest)}: {FEELINGS[worst]}."
        if worst < 2
        else f"{sentence(counted(len(felt), 'stage'))} and delight in every one: ask a customer whether that is so.",
        alt=f"A curve of how {len(felt)} stages feel, from dread below to delight above.",
        table=[
            {"Stage": whole[stage.id], "Emotion": feeling, "In words": FEELINGS[feeling]}
            for stage, feeling in felt
        ],
        height=360,
    )


def accountability(workshop: Workshop, palette: Palette) -> Picture | None:
    """Functions by stages: who is accountable, who takes part, and where nobody answers."""
    functions, stages, cells = matrix(workshop)
    if not functions or not stages:
        return None
    labels, whole = stage_labels(workshop), workshop.labels("stage")
    answered = {stage for (_, stage), cell in cells.items() if cell == "accountable"}
    alone = [stage for stage in stages if stage.id not in answered]
    sides = told_apart(wrapped(function, 9, 2) for function in functions)
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
    # A last row says where nobody answers, so that the blank is seen from the back of the room.
    nobody = "Nobody"
    blanks: list[dict[str, object]] = [{"side": nobody, "name": labels[stage.id]} for stage in alone]
    order = [*sides, *([nobody] if alone else [])]
    x = alt.X(**names("name", list(labels.values()), "top", size=SMALL - 1))
    y = alt.Y(**names("side", order))
    base = alt.Chart(rows(squares)).encode(x=x, y=y)
    empty = alt.Chart(rows(blanks)).encode(x=x, y=y)
    chart = alt.layer(
        base.mark_rect(stroke=palette.paper, strokeWidth=4).encode(color=painted("fill")),
        base.mark_text(fontSize=LARGE + 3).encode(text="sign:N", color=painted("ink")),
        empty.mark_rect(filled=False, stroke=palette.loss, strokeWidth=2, strokeDash=[6, 4]),
        empty.mark_text(fontSize=LARGE + 3, color=palette.loss, text="✕"),
    )
    missing = listed([quoted(stage.name or "—") for stage in alone])
    return finished(
        chart,
        palette,
        says=f"Nobody answers for {share(len(alone), len(stages), 'stage', '', '').strip()}: {missing}."
        if alone
        else f"One leader answers for each of {counted(len(stages), 'stage')}.",
        alt="Functions by stages: ● is accountable, ○ takes part, blank does neither; the last row marks stages without anyone.",
        table=[
            {"Function": function, **{whole[stage.id]: cells[function, stage.id] for stage in stages}}
            for function in functions
        ],
        height=44 * len(order) + 100,
    )

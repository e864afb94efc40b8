"""Whether each stage is reliable, leader by leader: dots from luck to every time, and “it depends” in a column apart."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.opinions import HIGH, IT_DEPENDS, LOW, Reliability, reliability
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.reliability import reliable_says
from cxworkshop.ui.charts.picture import FOOT, Picture, finished, lifted, names, painted, rows, shaped, strips

STRIP = 84
"""Height of a strip in pixels."""
FEW = 4
"""A strip has room for at least so many dots, so that few of them do not look like many."""
DEPENDS = HIGH + 1.2
"""Where “it depends” stands beside the marks."""
WORDS = DEPENDS + 0.7


def marks(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each stage as a strip: a dot per leader above its mark, the median marked; the least agreed first."""
    found = sorted((one for one in reliability(workshop) if one.reliable is not None), key=_agreed)
    if not found:
        return None
    whole = [workshop.name_of("stage", one.stage.id) for one in found]
    labels = told_apart(wrapped(name, 11, 3) for name in whole)
    tallest = max(
        max((one.opinion.values.count(mark) for mark in one.opinion.values), default=0) for one in found
    )
    order, places = strips(labels, max(tallest, FEW, *(one.depends for one in found)))
    dots: list[dict[str, object]] = []
    middles: list[dict[str, object]] = []
    for label, one in zip(labels, found, strict=True):
        values = one.opinion.values
        dots += [
            {
                "name": places[label, values[:at].count(value)],
                "mark": value,
                "colour": palette.ink,
                "shape": "circle",
            }
            for at, value in enumerate(values)
        ]
        dots += [
            {"name": places[label, at], "mark": DEPENDS, "colour": palette.loss, "shape": "cross"}
            for at in range(one.depends)
        ]
        if one.opinion.median is not None:
            middles.append({"name": places[label, FOOT], "mark": one.opinion.median})
    said: list[dict[str, object]] = [
        {
            "name": label,
            "words": _words(one),
            "colour": palette.ink if one.reliable else palette.loss,
        }
        for label, one in zip(labels, found, strict=True)
    ]
    lines: list[dict[str, object]] = [{"name": places[label, FOOT]} for label in labels]
    y = alt.Y(**names("name", order))
    heads = " : ".join(
        f"datum.value == {at} ? '{word}'"
        for at, word in ((LOW, "1 luck"), (HIGH, "5 every time"), (DEPENDS, IT_DEPENDS))
    )
    ticks = [*range(LOW, HIGH + 1), DEPENDS]
    axis = alt.Axis(
        title=None,
        values=ticks,
        labelExpr=f"{heads} : datum.label",
        orient="top",
        labelOverlap=False,
        format="d",
    )
    x = alt.X("mark:Q", scale=alt.Scale(domain=[LOW - 0.4, WORDS + 2.3], nice=False), axis=axis)
    chart = alt.layer(
        alt.Chart(rows(lines))
        .mark_rule(color=palette.grid, strokeWidth=2)
        .encode(y=y, x=alt.XDatum(LOW, axis=axis), x2=alt.datum(HIGH)),
        alt.Chart(rows(dots))
        .mark_point(filled=True, size=105, opacity=1)
        .encode(y=y, x=x, color=painted(), shape=shaped()),
        alt.Chart(rows(middles))
        .mark_point(shape="triangle-up", filled=True, size=190, color=palette.gain, opacity=1)
        .encode(y=y, x=x),
        alt.Chart(rows(said))
        .mark_text(align="left", dy=lifted("words"))
        .encode(
            y=alt.Y(**names("name", order)), x=alt.XDatum(WORDS, axis=axis), text="words:N", color=painted()
        ),
    )
    return finished(
        chart,
        palette,
        says=reliable_says(workshop),
        alt="Each leader's mark of each stage from 1, luck, to 5, every time, a dot for each; ▲ is the median; crosses in a "
        "column apart say it depends. The least agreed stage comes first.",
        table=[
            {
                "Stage": name,
                "Reliable": "yes" if one.reliable else "no",
                "Marks": len(one.opinion.values),
                "Median": one.opinion.median,
                "It depends": one.depends,
                "Agreement": None if one.opinion.agreement is None else round(one.opinion.agreement, 2),
            }
            for name, one in zip(whole, found, strict=True)
        ],
        height=STRIP * len(found) + 30,
    )


def _agreed(one: Reliability) -> float:
    return 2.0 if one.opinion.agreement is None else one.opinion.agreement


def _words(one: Reliability) -> str:
    said = ["● holds" if one.reliable else "✕ does not hold"]
    if one.opinion.median is not None:
        said.append(f"median {one.opinion.median:g}")
    if one.opinion.agreement is not None:
        said.append(f"agreement {one.opinion.agreement:.2f}".replace("-", "−"))
    return "\n".join(said)

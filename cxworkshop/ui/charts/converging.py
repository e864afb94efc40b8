"""The picture of what is heard both when customers are asked and when they are not: category by stage."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.listening import backing
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.ears import confirmed_words
from cxworkshop.ui.charts.experience import stage_labels
from cxworkshop.ui.charts.picture import SMALL, Picture, finished, names, rows

ASKED, UNASKED, BOTH = "only when asked", "only unasked", "asked + unasked: act on it"
MOST = 10


def convergence(workshop: Workshop, palette: Palette) -> Picture | None:
    """A sign per category and stage: a square where it is heard only when asked, a disc unasked, a diamond both."""
    found = backing(workshop)
    if not found:
        return None
    totals: dict[str, int] = {}
    for (_, category), voices in found.items():
        totals[category] = totals.get(category, 0) + sum(voices)
    order = sorted(totals, key=lambda category: -totals[category])[:MOST]
    stages, known = ordered_stages(workshop), workshop.labels("category")
    down = dict(zip(order, told_apart(wrapped(known[one], 11, 2) for one in order), strict=True))
    across = stage_labels(workshop, 7.4, 3)
    signs: list[dict[str, object]] = [
        {
            "name": down[category],
            "stage": across[stage.id],
            "backed": _backed(said),
            "words": " + ".join(f"{voices:,}" for voices in said if voices),
        }
        for stage in stages
        for category in order
        if (said := found.get((stage.id, category)))
    ]
    x = alt.X(**names("stage", list(across.values()), "top", size=SMALL))
    y = alt.Y(**names("name", list(down.values())))
    looks = {
        BOTH: (palette.accent(3), "diamond"),
        ASKED: (palette.neutral, "square"),
        UNASKED: (palette.gain, "circle"),
    }
    legend = alt.Legend(
        title=None,
        orient="bottom",
        labelFontSize=SMALL,
        labelLimit=360,
        labelColor=palette.ink,
        symbolSize=220,
        columnPadding=28,
    )
    backed = [*looks]
    colours = alt.Scale(domain=backed, range=[colour for colour, _ in looks.values()])
    shapes = alt.Scale(domain=backed, range=[shape for _, shape in looks.values()])
    base = alt.Chart(rows(signs)).encode(x=x, y=y)
    chart = alt.layer(
        base.mark_point(filled=True, size=300, opacity=1, xOffset=-30).encode(
            color=alt.Color("backed:N", scale=colours, legend=legend),
            shape=alt.Shape("backed:N", scale=shapes, legend=legend),
        ),
        base.mark_text(align="left", dx=-14, fontSize=SMALL + 1, color=palette.ink).encode(text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=confirmed_words(workshop) or "",
        alt="A sign and the number of voices per category and stage: a square was heard only when asked, a disc only "
        "unasked, a diamond both ways.",
        table=[
            {
                "Category": known[category],
                "Stage": workshop.name_of("stage", stage.id),
                "Asked": found[stage.id, category][0],
                "Unasked": found[stage.id, category][1],
                "Heard": _backed(found[stage.id, category]),
            }
            for category in sorted(totals, key=lambda one: -totals[one])
            for stage in stages
            if (stage.id, category) in found
        ],
        height=46 * len(order),
    )


def _backed(voices: tuple[int, int]) -> str:
    asked, unasked = voices
    return BOTH if asked and unasked else ASKED if asked else UNASKED

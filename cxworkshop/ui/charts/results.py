"""The picture of the day: how far each part of the programme is."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import sentence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme import PARTS
from cxworkshop.programme.progress import share_done
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, rows


def progress(workshop: Workshop, palette: Palette) -> Picture | None:
    """Steps done out of all, part by part; None before anything is written."""
    if not workshop.items:
        return None
    found = [(part, *share_done(workshop, part)) for part in PARTS]
    labels = [wrapped(part.title, 14, 2) for part in PARTS]
    steps: list[dict[str, object]] = [
        {
            "name": label,
            "step": at + 0.5,
            "colour": palette.accent(part.competency) if at < done else palette.paper,
        }
        | {"edge": palette.accent(part.competency)}
        for label, (part, done, total) in zip(labels, found, strict=True)
        for at in range(total)
    ]
    ends: list[dict[str, object]] = [
        {"name": label, "step": total + 0.3, "words": f"{done} of {total}"}
        for label, (_, done, total) in zip(labels, found, strict=True)
    ]
    most = max(total for _, _, total in found)
    y, x = alt.Y(**names("name", labels)), alt.X(**hidden("step", 0, most + 2))
    chart = alt.layer(
        alt.Chart(rows(steps))
        .mark_point(shape="square", size=420, filled=True, opacity=1, strokeWidth=2)
        .encode(y=y, x=x, fill=alt.Fill("colour:N", scale=None), stroke=alt.Stroke("edge:N", scale=None)),
        alt.Chart(rows(ends))
        .mark_text(align="left", fontSize=LARGE, color=palette.ink)
        .encode(y=y, x=x, text="words:N"),
    )
    complete = sum(done == total for _, done, total in found)
    return finished(
        chart,
        palette,
        says=sentence(f"{share(complete, len(found), 'part', 'is done', 'are done')}."),
        alt="A square for each step of each part; filled ones are done.",
        table=[{"Part": part.title, "Steps done": done, "Steps": total} for part, done, total in found],
        height=44 * len(found) + 20,
    )

"""The early warnings as a grid: what each priority moment has, what it lacks, and whether it would warn anybody."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.early_warning import WHOLE, warned
from cxworkshop.analysis.findings import counted
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.early_warning import measures_says
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, names, painted, rows

HEADS = {
    "name": "Measure",
    "standard": "Standard",
    "owner": "Owner",
    "trigger": "Threshold",
    "response": "Response",
    "rescue": "Rescue",
}
LAST = "It is"
YES, NO = "●", "✕"
WARNING, QUIET = "a warning", "not yet\na warning"


def warnings(workshop: Workshop, palette: Palette) -> Picture | None:
    """Moments down, what a warning needs across: ● is there, ✕ is missing; the last column is the verdict."""
    found = [one for one in warned(workshop) if one.moment]
    if not found:
        return None
    whole = [workshop.name_of("touchpoint", one.moment.id if one.moment else None) for one in found]
    labels = told_apart(wrapped(name, 13, 3) for name in whole)
    accent = palette.accent(4)
    fill = {True: palette.tint(accent, 0.22), False: palette.tint(palette.loss, 0.14)}
    cells: list[dict[str, object]] = [
        {
            "moment": label,
            "what": head,
            "fill": fill[name in one.has],
            "sign": YES if name in one.has else NO,
            "ink": palette.ink if name in one.has else palette.loss,
        }
        for label, one in zip(labels, found, strict=True)
        for name, head in HEADS.items()
    ]
    verdicts: list[dict[str, object]] = [
        {
            "moment": label,
            "what": LAST,
            "fill": accent if one.warns else palette.paper,
            "edge": palette.paper if one.warns else palette.loss,
            "words": WARNING if one.warns else QUIET,
            "ink": palette.on(accent) if one.warns else palette.loss,
        }
        for label, one in zip(labels, found, strict=True)
    ]
    y = alt.Y(**names("moment", labels))
    x = alt.X(**names("what", [*HEADS.values(), LAST], "top"))
    base, last = (alt.Chart(rows(data)).encode(x=x, y=y) for data in (cells, verdicts))
    chart = alt.layer(
        base.mark_rect(stroke=palette.paper, strokeWidth=4).encode(color=painted("fill")),
        base.mark_text(fontSize=LARGE).encode(text="sign:N", color=painted("ink")),
        last.mark_rect(strokeWidth=2).encode(
            fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("edge:N", scale=None)
        ),
        last.transform_filter(f"datum.words == '{WARNING}'")
        .mark_text(fontWeight="bold")
        .encode(text="words:N", color=painted("ink")),
        last.transform_filter(f"datum.words != '{WARNING}'")
        .mark_text(fontWeight="bold", dy=-9)
        .encode(text="words:N", color=painted("ink")),
    )
    return finished(
        chart,
        palette,
        says=measures_says(workshop),
        alt=f"{counted(len(found), 'row')} of moments by what a warning needs: ● is there, ✕ is missing; the last column says "
        "whether it is a warning.",
        table=[
            {
                "Moment": name,
                "Measure": one.measure.name or "" if one.measure else "",
                **{HEADS[field]: "yes" if field in one.has else "missing" for field in WHOLE},
                LAST: (WARNING if one.warns else QUIET).replace("\n", " "),
            }
            for name, one in zip(whole, found, strict=True)
        ],
        height=58 * len(found) + 50,
    )

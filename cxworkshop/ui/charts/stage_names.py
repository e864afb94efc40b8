"""Two names for each stage, what we say inside and what they would say, and which of them is still ours."""

from __future__ import annotations

from typing import Any

import altair as alt

from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.analysis.stage_names import TwoNames, two_names
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.picture import LARGE, LINE, Picture, finished, heading, lifted, rows

ROW = 56
UNSAID = "nobody has said"


def names_beside(workshop: Workshop, palette: Palette) -> Picture | None:
    """What each stage is called inside, an arrow, and what the customer would call it; a flagged name is marked."""
    found = two_names(workshop)
    if not any(one.outside for one in found):
        return None
    drawn: list[dict[str, object]] = [
        {
            "place": place,
            "inside": wrapped(one.inside or UNSAID, 17, 2),
            "outside": ("✕ " if one.flag else "") + wrapped(one.outside or UNSAID, 24, 2),
            "colour": palette.loss if one.flag or not one.outside else palette.ink,
            "way": "→",
        }
        for place, one in enumerate(found)
    ]
    y = alt.Y("place:Q", scale=alt.Scale(domain=[len(found) - 0.5, -0.5], nice=False), axis=None)
    width = alt.Scale(domain=[0, 10], nice=False)

    def words(field: str, at: float, paint: Any, size: int, bold: bool) -> alt.Chart:
        place = alt.X(datum=at, type="quantitative", scale=width, axis=None)
        base = alt.Chart(rows(drawn)).encode(x=place, y=y, text=f"{field}:N", color=paint)
        drawn_words: alt.Chart = base.mark_text(
            align="left",
            baseline="middle",
            fontSize=size,
            fontWeight="bold" if bold else "normal",
            dy=lifted(field),
        )
        return drawn_words

    chart = alt.layer(
        words("inside", 0, alt.value(palette.muted), LARGE - 1, False),
        words("way", 4, alt.value(palette.accent(2)), LARGE + 5, True),
        words("outside", 4.5, alt.Color("colour:N", scale=None), LARGE, True),
    ).properties(title=heading("What we say inside, and what they would say", palette))
    return finished(
        chart,
        palette,
        says=_says(found),
        alt="Two columns of names: what each stage is called inside, and what the customer would call it; ✕ marks a name that is still ours.",
        table=[
            {
                "What we say inside": one.inside or UNSAID,
                "What they would say": one.outside or UNSAID,
                "Still ours because": one.flag or "",
            }
            for one in found
        ],
        height=max(LINE, ROW * len(found)),
    )


def _says(found: tuple[TwoNames, ...]) -> str:
    flagged = [quoted(one.outside) for one in found if one.flag]
    if flagged:
        is_ours = share(len(flagged), len(found), "name", "is", "are")
        return f"{sentence(is_ours)} still ours and not the customer's: {listed(flagged)}."
    unsaid = sum(not one.outside for one in found)
    if unsaid:
        return (
            f"{sentence(counted(unsaid, 'stage waits', 'stages wait'))} for a name that a customer would use."
        )
    named = share(len(found), len(found), "stage", "has", "have")
    return f"{sentence(named)} a name that a customer could have said."

"""The board of ideas: six steps of development from left to right, and what each idea rests on."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.development import Idea, ideas
from cxworkshop.analysis.findings import counted
from cxworkshop.domain.records.reliability import DEVELOPMENT
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.reliability import innovation_says
from cxworkshop.ui.charts.picture import LINE, SMALL, Picture, finished, hidden, painted, rows

NOWHERE = "no step yet"
HEAD, CARD = 34, 184
"""Heights in pixels of the names of the steps and of a card."""
LINES, LETTERS = 6, 8.6
"""How many lines of a name a card has room for, and how many letter heights fit into one under six steps."""
GROUND = {
    "reliable": "● reliable first",
    "not reliable": "✕ reliability\ncomes first",
    "doubted": "? your marks\ndoubt it",
    "not said": "? reliable first?",
}


def board(workshop: Workshop, palette: Palette) -> Picture | None:
    """Ideas as cards under the step that they have reached; those on a moment that is not reliable yet are marked."""
    found = ideas(workshop)
    if not found:
        return None
    steps = [*DEVELOPMENT, *([NOWHERE] if any(one.record.step is None for one in found) else [])]
    columns = {step: [one for one in found if (one.record.step or NOWHERE) == step] for step in steps}
    deep = max(map(len, columns.values()))
    high = HEAD + CARD * deep
    accent = palette.accent(4)
    lanes: list[dict[str, object]] = []
    cards: list[dict[str, object]] = []
    for at, (step, own) in enumerate(columns.items()):
        head = f"{at + 1} {step}" if step != NOWHERE else step
        lanes.append(
            {"on": at + 0.02, "till": at + 0.98, "at": 0, "to": high, "mid": at + 0.5, "words": head}
        )
        for down, one in enumerate(own):
            top = HEAD + CARD * down
            firm = one.ground == "reliable"
            colour = palette.ink if firm else palette.loss
            cards.append(
                {
                    "on": at + 0.05,
                    "till": at + 0.95,
                    "at": top,
                    "to": top + CARD - 8,
                    "firm": firm,
                    "edge": accent if firm else palette.loss,
                    "text": at + 0.09,
                    "named": top + 10,
                    "words": wrapped(one.record.name or "", LETTERS * len(DEVELOPMENT) / len(steps), LINES),
                    "sign": GROUND[one.ground],
                    "signed": top + CARD - 8 - 8 - LINE * GROUND[one.ground].count("\n"),
                    "ink": colour,
                }
            )
    x, y = alt.X(**hidden("on", 0, len(steps))), _down("at", high)
    lane, card = alt.Chart(rows(lanes)), alt.Chart(rows(cards))
    chart = alt.layer(
        lane.mark_rect(color=palette.tint(palette.grid, 0.28), cornerRadius=6).encode(
            x=x, x2="till:Q", y=y, y2="to:Q"
        ),
        lane.mark_text(baseline="top", fontWeight="bold", color=palette.muted, dy=9).encode(
            x=alt.X(**hidden("mid", 0, len(steps))), y=y, text="words:N"
        ),
        *(
            card.transform_filter(f"{'' if firm else '!'}datum.firm")
            .mark_rect(fill=palette.paper, strokeWidth=2, strokeDash=dash, cornerRadius=6)
            .encode(x=x, x2="till:Q", y=y, y2="to:Q", stroke=alt.Stroke("edge:N", scale=None))
            for firm, dash in ((True, [1, 0]), (False, [6, 4]))
        ),
        card.mark_text(align="left", baseline="top", fontSize=SMALL, color=palette.ink).encode(
            x=alt.X(**hidden("text", 0, len(steps))), y=_down("named", high), text="words:N"
        ),
        card.mark_text(align="left", baseline="bottom", fontSize=SMALL, fontWeight="bold").encode(
            x=alt.X(**hidden("text", 0, len(steps))),
            y=_down("signed", high),
            text="sign:N",
            color=painted("ink"),
        ),
    )
    return finished(
        chart,
        palette,
        says=innovation_says(workshop),
        alt=f"{counted(len(found), 'idea')} as cards under six steps of development; each says whether its moment is "
        "reliable first.",
        table=[_row(workshop, one) for one in found],
        height=high,
    )


def _down(field: str, high: float) -> alt.Y:
    """A measured axis that runs downwards, in pixels."""
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[high, 0], nice=False, zero=False), axis=None)


def _row(workshop: Workshop, one: Idea) -> dict[str, object]:
    row = one.record
    return {
        "Idea": row.name or "",
        "Step": row.step or NOWHERE,
        "Rests on": GROUND[one.ground].replace("\n", " "),
        "Owner": workshop.name_of("leader", row.owner),
        "By": row.by_day.isoformat() if row.by_day else "",
    }

"""The picture of the commitments: how much of each is written, and which are signed."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.commitments import REQUIRED, flags, owned
from cxworkshop.analysis.findings import counted, listed
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.commitments import own_says
from cxworkshop.programme.say import blanks
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, names, painted, rows


def completeness(workshop: Workshop, palette: Palette) -> Picture | None:
    """For each priority a bar of what is written out of what is asked, its leader, and whether it is signed."""
    found = owned(workshop)
    if not found:
        return None
    labels = told_apart(wrapped(one.candidate.name or "—", 12, 3) for one in found)
    bars: list[dict[str, object]] = []
    table: list[dict[str, object]] = []
    for label, one in zip(labels, found, strict=True):
        own, doubts = one.commitment, flags(workshop, one)
        missing = blanks(workshop, own, REQUIRED)
        leader = workshop.name_of("leader", own.executive) or "nobody yet"
        written = len(REQUIRED) - len(missing)
        state = "signed" if one.signed else "not signed"
        bars.append(
            {
                "name": label,
                "written": written,
                "colour": palette.gain if one.signed else palette.neutral,
                "words": f"{wrapped(leader, 16, 1)}\n{written} of {len(REQUIRED)}, {state}"
                + (f", {counted(len(doubts), 'question')}" if doubts else ""),
            }
        )
        table.append(
            {
                "Priority": one.candidate.name or "—",
                "Accountable": leader,
                "Written": written,
                "Asked": len(REQUIRED),
                "Missing": listed([title.lower() for title in missing]),
                "Signed": "yes" if one.signed else "",
                "Say aloud once more": " ".join(doubts),
            }
        )
    base = alt.Chart(rows(bars)).encode(y=alt.Y(**names("name", labels)))
    span = (0, len(REQUIRED) * 1.7)
    chart = alt.layer(
        base.mark_bar(height=22, color=palette.tint(palette.grid, 0.6)).encode(
            x=alt.XDatum(0, axis=None), x2=alt.datum(len(REQUIRED))
        ),
        base.mark_bar(height=22).encode(
            x=alt.X(**hidden("written", *span)),
            color=painted(),
        ),
        base.mark_text(align="left", dx=10, dy=lifted("words"), color=palette.ink).encode(
            x=alt.XDatum(len(REQUIRED), axis=None), text="words:N"
        ),
    )
    return finished(
        chart,
        palette,
        says=own_says(workshop),
        alt="What is written of each commitment as a bar, with the accountable leader; signed ones are told in words.",
        table=table,
        height=60 * len(bars) + 20,
    )

"""The picture of the commitments: how much of each is written, and which are signed."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import listed, sentence
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import Commitment
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import blanks, share
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, names, painted, rows

ASKED = tuple(name for name in fields(Commitment) if name not in ("candidate", "signed"))


def completeness(workshop: Workshop, palette: Palette) -> Picture | None:
    """For each priority a bar of what is written out of what is asked, its leader, and whether it is signed."""
    picked = chosen(workshop)
    if not picked:
        return None
    made = {one.candidate: one for one in workshop.all(Commitment)}
    labels = told_apart(wrapped(one.name or "—", 12, 3) for one in picked)
    bars: list[dict[str, object]] = []
    table: list[dict[str, object]] = []
    for label, one in zip(labels, picked, strict=True):
        own = made.get(one.id) or Commitment(id=one.id)
        missing = blanks(workshop, own, ASKED)
        leader = workshop.name_of("leader", own.executive) or "nobody yet"
        written = len(ASKED) - len(missing)
        state = "signed" if own.signed else "not signed"
        bars.append(
            {
                "name": label,
                "written": written,
                "colour": palette.gain if own.signed else palette.neutral,
                "words": f"{leader}\n{written} of {len(ASKED)}, {state}",
            }
        )
        table.append(
            {
                "Priority": one.name or "—",
                "Accountable": leader,
                "Written": written,
                "Asked": len(ASKED),
                "Missing": listed([title.lower() for title in missing]),
                "Signed": "yes" if own.signed else "",
            }
        )
    base = alt.Chart(rows(bars)).encode(y=alt.Y(**names("name", labels)))
    span = (0, len(ASKED) * 1.7)
    chart = alt.layer(
        base.mark_bar(height=22, color=palette.tint(palette.grid, 0.6)).encode(
            x=alt.XDatum(0, axis=None), x2=alt.datum(len(ASKED))
        ),
        base.mark_bar(height=22).encode(
            x=alt.X(**hidden("written", *span)),
            color=painted(),
        ),
        base.mark_text(align="left", dx=10, dy=lifted("words"), color=palette.ink).encode(
            x=alt.XDatum(len(ASKED), axis=None), text="words:N"
        ),
    )
    signed = sum(row["Signed"] == "yes" for row in table)
    return finished(
        chart,
        palette,
        says=sentence(f"{share(signed, len(bars), 'commitment', 'is signed', 'are signed')}."),
        alt="What is written of each commitment as a bar, with the accountable leader; signed ones are told in words.",
        table=table,
        height=60 * len(bars) + 20,
    )

"""The picture of the load: what each leader carries beside what their people can give."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, figure
from cxworkshop.analysis.load import Load, loads
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.commitments import calendar_says
from cxworkshop.programme.say import called
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, names, painted, rows


def load(workshop: Workshop, palette: Palette) -> Picture | None:
    """For each leader a bar of the person-months asked for, in a frame of those that there are; too much differs in words."""
    found = loads(workshop)
    if not any(one.carries for one in found):
        return None
    labels = told_apart(wrapped(called(workshop, one.leader), 12, 2) for one in found)
    longest = max((max(one.people, one.capacity or 0) for one in found), default=0) or 1
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "people": one.people,
            "capacity": one.capacity or 0,
            "end": max(one.people, one.capacity or 0),
            "colour": palette.loss if one.over or one.heavy else palette.gain,
            "words": f"{_carries(one)}\n{_people(one)}",
        }
        for label, one in zip(labels, found, strict=True)
    ]
    span = (0, longest * 1.75)
    base = alt.Chart(rows(bars)).encode(y=alt.Y(**names("name", labels)))
    chart = alt.layer(
        base.mark_bar(
            height=30, fill=palette.tint(palette.grid, 0.6), stroke=palette.muted, strokeWidth=1.5
        ).encode(x=alt.X(**hidden("capacity", *span))),
        base.mark_bar(height=16).encode(x=alt.X(**hidden("people", *span)), color=painted()),
        base.mark_text(align="left", dx=10, dy=lifted("words"), color=palette.ink).encode(
            x=alt.X(**hidden("end", *span)), text="words:N"
        ),
    )
    return finished(
        chart,
        palette,
        says=calendar_says(workshop),
        alt="Person-months asked of each leader's people as a bar, inside a frame of what they can give.",
        table=[_row(workshop, one) for one in found],
        height=58 * len(bars) + 20,
    )


def _carries(one: Load) -> str:
    if not one.carries:
        return "no priority"
    return counted(len(one.carries), "priority", "priorities") + (", more than two" if one.heavy else "")


def _people(one: Load) -> str:
    if one.capacity is None:
        return f"{figure(one.people)} person-months, nobody has said of how many"
    too_much = ", too much" if one.over else ""
    return f"{figure(one.people)} of {figure(one.capacity)} person-months{too_much}"


def _row(workshop: Workshop, one: Load) -> dict[str, object]:
    return {
        "Leader": called(workshop, one.leader),
        "Answers for": "; ".join(
            f"{carried.number}. {carried.candidate.name or '—'}" for carried in one.carries
        ),
        "Asked": one.people,
        "Can give": one.capacity,
        "Too much": ", ".join(
            words
            for words, so in (
                ("more than two priorities", one.heavy),
                ("more people than there are", one.over),
            )
            if so
        ),
    }

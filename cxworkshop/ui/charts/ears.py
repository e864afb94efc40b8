"""The picture of the ways of listening by kind: which are still heard, which have gone quiet, and whose they are."""

from __future__ import annotations

from datetime import date

import altair as alt

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.listening import (
    FRESH,
    GONE_QUIET,
    judged_on,
    standing,
)
from cxworkshop.domain.records import Source
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.ears import standing_words
from cxworkshop.programme.say import written
from cxworkshop.ui.charts.picture import (
    SMALL,
    Picture,
    finished,
    hidden,
    names,
    painted,
    rows,
    shaped,
)

LATEST = 2.0
"""Twice its rhythm is as late as a source is drawn."""
WORDS_FROM, WIDTH = 2.2, 5.4
ASKED = {True: "asked", False: "unasked", None: "asked or not?"}


def sources(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each way of listening by kind: how far its last word is back, measured by the rhythm agreed, and whose it is."""
    today = judged_on(workshop, date.today())
    found = sorted(written(workshop, Source), key=_kind)
    if not found:
        return None
    whole = workshop.labels("source")
    labels = told_apart(
        f"{wrapped(whole[one.id], 17, 1)}\n{one.source_kind or 'kind not said'} · {ASKED[one.aided]}"
        for one in found
    )
    looks = {
        FRESH: (palette.accent(3), "circle"),
        GONE_QUIET: (palette.loss, "cross"),
    }
    lanes: list[dict[str, object]] = []
    for one, label in zip(found, labels, strict=True):
        state, late = standing(one, today), _late(one, today)
        colour, shape = looks.get(state, (palette.neutral, "diamond"))
        lanes.append(
            {
                "name": label,
                "late": late,
                "start": 0,
                "colour": colour,
                "shape": shape,
                "at": WORDS_FROM,
                "words": f"{sentence(state)}: {_when(one, today)}" if one.last_day else sentence(state),
                "owner": workshop.name_of("leader", one.owner) or "nobody owns it",
            }
        )
    y = alt.Y(**names("name", labels))
    scale = hidden("late", 0, WIDTH)
    base = alt.Chart(rows(lanes)).encode(y=y)
    drawn = base.transform_filter("datum.late != null")
    line = rows([{"late": 1, "words": "due"}])
    chart = alt.layer(
        alt.Chart(line)
        .mark_rule(stroke=palette.muted, strokeDash=[5, 4], strokeWidth=2)
        .encode(x=alt.X(**scale)),
        alt.Chart(line)
        .mark_text(dx=6, align="left", fontSize=SMALL, color=palette.muted)
        .encode(x=alt.X(**scale), y=alt.value(-10), text="words:N"),
        drawn.mark_bar(height=4).encode(x=alt.X(**scale), x2="start:Q", color=painted()),
        drawn.mark_point(filled=True, size=260, opacity=1).encode(
            x=alt.X(**scale), color=painted(), shape=shaped()
        ),
        base.mark_text(align="left", dy=-10, fontSize=SMALL, fontWeight="bold").encode(
            x="at:Q", text="words:N", color=painted()
        ),
        base.mark_text(align="left", dy=10, fontSize=SMALL, color=palette.ink).encode(
            x="at:Q", text="owner:N"
        ),
    )
    return finished(
        chart,
        palette,
        says=standing_words(workshop, today) or "",
        alt="Ways of listening as lanes by kind: a disc is fresh, a cross has gone quiet past the line where it was due; "
        "beside each when it was last heard and who owns it.",
        table=[
            {
                "Source": whole[one.id],
                "Kind": one.source_kind or "",
                "Asked": ASKED[one.aided],
                "Owner": workshop.name_of("leader", one.owner),
                "Every (days)": one.cadence_days,
                "Last heard": one.last_day.isoformat() if one.last_day else "",
                "It is": standing(one, today),
            }
            for one in found
        ],
        height=56 * len(found) + 10,
    )


def _kind(source: Source) -> int:
    return SOURCE_KINDS.index(source.source_kind) if source.source_kind in SOURCE_KINDS else len(SOURCE_KINDS)


def _late(source: Source, today: date) -> float | None:
    if source.last_day is None or source.cadence_days is None:
        return None
    return max(0.0, min(LATEST, (today - source.last_day).days / source.cadence_days))


def _when(source: Source, today: date) -> str:
    days = (today - source.last_day).days if source.last_day else 0
    ago = f"{counted(days, 'day')} ago" if days > 0 else "today"
    if source.cadence_days is None:
        return ago
    return f"{ago}, every {'day' if source.cadence_days == 1 else counted(source.cadence_days, 'day')}"

"""Pictures of the listening path: which kinds of source are heard in each stage, and what customers talk about."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import listed, quoted, sentence
from cxworkshop.analysis.listening import deaf
from cxworkshop.analysis.listening import heat as heard
from cxworkshop.analysis.listening import volumes as loudness
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.experience import stage_labels
from cxworkshop.ui.charts.picture import LARGE, SMALL, Picture, finished, hidden, names, painted, rows

UNSORTED = "not sorted yet"
REST = "other"
MOST = 12
DEAF = "deaf"
WAYS = (
    "speaks through fewer than two kinds of source",
    "speak through fewer than two kinds of source",
    "is heard through at least two kinds of source",
    "are heard through at least two kinds of source",
)


def heat(workshop: Workshop, palette: Palette) -> Picture | None:
    """Voices by stage and kind of source; where nobody is heard stands a dash, and deaf stages are named."""
    stages, found = ordered_stages(workshop), heard(workshop)
    if not stages or not found:
        return None
    kinds = [kind for kind in SOURCE_KINDS if kind != REST or any(other == REST for _, other in found)]
    labels, whole = stage_labels(workshop, 13, 2), workshop.labels("stage")
    silent = deaf(workshop)
    squares: list[dict[str, object]] = [
        {"name": labels[stage.id], "kind": wrapped(kind, 6.2, 2), "voices": found.get((stage.id, kind), 0)}
        for stage in stages
        for kind in kinds
    ]
    quiet: list[dict[str, object]] = [
        {"name": labels[stage.id], "kind": " ", "words": DEAF} for stage in silent
    ]
    loud = max(found.values())
    accent = palette.accent(3)
    for square in squares:
        voices = int(str(square["voices"]))
        square["words"] = f"{voices:,}" if voices else "–"
        square["fill"] = (
            palette.tint(accent, 0.12 + 0.88 * (voices / loud) ** 0.5) if voices else palette.paper
        )
        square["ink"] = palette.on(str(square["fill"])) if voices else palette.muted
    columns = [*(wrapped(kind, 6.2, 2) for kind in kinds), *([" "] if silent else [])]
    x = alt.X(**names("kind", columns, "top", size=SMALL - 1))
    y = alt.Y(**names("name", list(labels.values())))
    base = alt.Chart(rows(squares)).encode(x=x, y=y)
    chart = alt.layer(
        base.transform_filter("datum.voices > 0")
        .mark_rect(stroke=palette.paper, strokeWidth=3)
        .encode(color=painted("fill")),
        base.transform_filter("datum.voices == 0").mark_rect(
            filled=False, stroke=palette.grid, strokeDash=[4, 4], strokeWidth=2
        ),
        base.mark_text(fontSize=LARGE).encode(text="words:N", color=painted("ink")),
        alt.Chart(rows(quiet))
        .mark_text(fontSize=LARGE, fontWeight="bold", color=palette.loss)
        .encode(x=x, y=y, text="words:N"),
    )
    missing = listed([quoted(stage.name or "—", 60) for stage in silent])
    return finished(
        chart,
        palette,
        says=sentence(f"{share(len(silent), len(stages), 'stage', WAYS[0], WAYS[1])}: {missing}.")
        if silent
        else sentence(f"{share(len(stages), len(stages), 'stage', WAYS[2], WAYS[3])}."),
        alt="Number of voices by stage and kind of source; darker is louder, a dash in a dashed box is silence.",
        table=[
            {
                "Stage": whole[stage.id],
                **{sentence(kind): found.get((stage.id, kind), 0) for kind in kinds},
                "Deaf": "yes" if stage in silent else "",
            }
            for stage in stages
        ],
        height=58 * len(stages) + 60,
    )


def volumes(workshop: Workshop, palette: Palette) -> Picture | None:
    """How many voices speak of each category, the loudest first; what nobody has sorted stands apart."""
    found = [(category, voices) for category, voices in loudness(workshop) if voices]
    if not any(category for category, _ in found):
        return None
    known = workshop.labels("category")
    words = [known[category.id] if category else UNSORTED for category, _ in found]
    labels = told_apart(wrapped(name, 11, 3) for name in words)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "voices": voices,
            "words": f"{voices:,}",
            "colour": palette.accent(3) if category else palette.neutral,
        }
        for label, (category, voices) in zip(labels, found, strict=True)
    ]
    shown = bars if len(bars) <= MOST else [*bars[: MOST - 1], bars[-1]]
    x = alt.X(**hidden("voices", 0, max(voices for _, voices in found) * 1.25))
    base = alt.Chart(rows(shown)).encode(x=x, y=alt.Y(**names("name", [str(bar["name"]) for bar in shown])))
    chart = alt.layer(
        base.mark_bar(height=26, cornerRadiusEnd=3).encode(color=painted()),
        base.mark_text(align="left", dx=8, fontSize=LARGE, color=palette.ink).encode(text="words:N"),
    )
    total = sum(voices for _, voices in found)
    known_voices = [(name, voices) for name, (category, voices) in zip(words, found, strict=True) if category]
    loudest = [quoted(name) for name, voices in known_voices if voices == known_voices[0][1]]
    each = " each" if len(loudest) > 1 else ""
    return finished(
        chart,
        palette,
        says=f"{known_voices[0][1]:,} of {total:,} voices{each} speak of {listed(loudest)}, the most of all categories.",
        alt="Voices per category as bars, the loudest first; unsorted voices are grey and last.",
        table=[{"Category": name, "Voices": voices} for name, (_, voices) in zip(words, found, strict=True)],
        height=48 * len(shown) + 20,
    )

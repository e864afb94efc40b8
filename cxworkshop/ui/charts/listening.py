"""Pictures of the listening path: which kinds of source are heard in each stage, and what customers talk about."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.analysis.listening import deaf, heard, squares
from cxworkshop.analysis.listening import volumes as loudness
from cxworkshop.analysis.stage_voices import feeling, felt
from cxworkshop.domain.records import Stage
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
DEAF, ALL = "deaf", "all voices"
NO_STAGE, NO_KIND = "no stage yet", "kind not said"
WAYS = (
    "speaks through fewer than two kinds of source",
    "speak through fewer than two kinds of source",
    "is heard through at least two kinds of source",
    "are heard through at least two kinds of source",
)


def heat(workshop: Workshop, palette: Palette) -> Picture | None:
    """Voices by stage and kind of source; where nobody is heard stands a dash, and deaf stages are named.

    Voices that nobody has placed have a row of their own, those of a source without a kind a column.
    """
    stages, found = ordered_stages(workshop), squares(workshop)
    if not stages or not found:
        return None
    kinds: list[str | None] = [
        kind for kind in SOURCE_KINDS if kind != REST or any(other == REST for _, other in found)
    ]
    kinds += [None] if any(kind is None for _, kind in found) else []
    lines: list[str | None] = [stage.id for stage in stages]
    lines += [None] if any(stage is None for stage, _ in found) else []
    labels: dict[str | None, str] = dict(stage_labels(workshop, 13, 2).items())
    labels[None] = told_apart([*labels.values(), NO_STAGE])[-1]
    silent = deaf(workshop)
    totals = {line: sum(found.get((line, kind), 0) for kind in kinds) for line in lines}
    # A file that no rule sorts yet is louder than all stages; they shall still be told apart.
    placed = [voices for (stage, _), voices in found.items() if stage is not None]
    loud, accent = max(placed or found.values()), palette.accent(3)
    cells: list[dict[str, object]] = []
    for line in lines:
        for kind in kinds:
            voices = found.get((line, kind), 0)
            depth = min(voices / loud, 1.0) ** 0.5
            fill = palette.tint(accent, 0.12 + 0.88 * depth) if voices else palette.paper
            cells.append(
                {
                    "name": labels[line],
                    "kind": _head(kind),
                    "voices": voices,
                    "words": f"{voices:,}" if voices else "–",
                    "fill": fill,
                    "ink": palette.on(fill) if voices else palette.muted,
                }
            )
    sums: list[dict[str, object]] = [
        {
            "name": labels[line],
            "kind": ALL,
            "words": f"{totals[line]:,}",
            "deaf": DEAF if line in {one.id for one in silent} else "",
        }
        for line in lines
    ]
    x = alt.X(**names("kind", [*map(_head, kinds), ALL], "top", size=SMALL - 1))
    y = alt.Y(**names("name", [labels[line] for line in lines]))
    base = alt.Chart(rows(cells)).encode(x=x, y=y)
    total = alt.Chart(rows(sums)).encode(x=x, y=y)
    chart = alt.layer(
        base.transform_filter("datum.voices > 0")
        .mark_rect(stroke=palette.paper, strokeWidth=3)
        .encode(color=painted("fill")),
        base.transform_filter("datum.voices == 0").mark_rect(
            filled=False, stroke=palette.grid, strokeDash=[4, 4], strokeWidth=2
        ),
        base.mark_text(fontSize=LARGE).encode(text="words:N", color=painted("ink")),
        total.transform_filter("datum.deaf == ''")
        .mark_text(fontSize=LARGE, fontWeight="bold", color=palette.ink)
        .encode(text="words:N"),
        total.transform_filter("datum.deaf != ''")
        .mark_text(fontSize=LARGE, fontWeight="bold", color=palette.ink, dy=-10)
        .encode(text="words:N"),
        total.transform_filter("datum.deaf != ''")
        .mark_text(fontSize=LARGE, fontWeight="bold", color=palette.loss, dy=10)
        .encode(text="deaf:N"),
    )
    return finished(
        chart,
        palette,
        says=_says(stages, silent, totals.get(None, 0)),
        alt="Number of voices by stage and kind of source, with the sum of each stage; darker is louder, a dash in a "
        "dashed box is silence.",
        table=[_line(workshop, line, kinds, found, silent) for line in lines],
        height=58 * len(lines) + 60,
    )


def _head(kind: str | None) -> str:
    return wrapped(kind or NO_KIND, 6.2, 2)


def _says(stages: tuple[Stage, ...], silent: tuple[Stage, ...], nowhere: int) -> str:
    missing = listed([quoted(stage.name or "—", 60) for stage in silent])
    said = (
        f"{share(len(silent), len(stages), 'stage', WAYS[0], WAYS[1])}: {missing}"
        if silent
        else share(len(stages), len(stages), "stage", WAYS[2], WAYS[3])
    )
    lost = f"; {counted(nowhere, 'voice has', 'voices have')} no stage yet" if nowhere else ""
    return f"{sentence(said)}{lost}."


def _line(
    workshop: Workshop,
    line: str | None,
    kinds: list[str | None],
    found: dict[tuple[str | None, str | None], int],
    silent: tuple[Stage, ...],
) -> dict[str, object]:
    mood = feeling(one for one in heard(workshop) if (one.stage.id if one.stage else None) == line)
    return {
        "Stage": workshop.name_of("stage", line) if line else sentence(NO_STAGE),
        **{sentence(kind or NO_KIND): found.get((line, kind), 0) for kind in kinds},
        "They feel": felt(mood) if mood is not None else "",
        "Deaf": "yes" if any(stage.id == line for stage in silent) else "",
    }


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

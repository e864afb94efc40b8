"""The picture of score addiction: how much of what is heard in each stage comes through surveys."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import listed, quoted, sentence
from cxworkshop.analysis.listening import ADDICTED, survey_share, surveyed
from cxworkshop.domain.records import Stage
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.experience import stage_labels
from cxworkshop.ui.charts.picture import SMALL, Picture, finished, hidden, names, painted, rows


def surveys(workshop: Workshop, palette: Palette) -> Picture | None:
    """How much of what is heard in each stage comes through surveys, and how much in every other way."""
    shares = [
        (stage, part)
        for stage in ordered_stages(workshop)
        if (part := survey_share(workshop, stage.id)) is not None
    ]
    if not shares:
        return None
    labels, whole = stage_labels(workshop, 13, 2), workshop.labels("stage")
    parts: list[dict[str, object]] = []
    figures: list[dict[str, object]] = []
    for stage, part in shares:
        asked, all_ = surveyed(workshop, stage.id)
        heavy = part > ADDICTED
        parts.append(
            {
                "name": labels[stage.id],
                "start": 0,
                "end": part,
                "rest": 1,
                "colour": palette.loss if heavy else palette.accent(3),
                "voices": f"{part * 100:.0f} %: {asked:,} of {all_:,} voices{' · too much of one ear' if heavy else ''}",
            }
        )
        figures.append({"Stage": whole[stage.id], "Through surveys": asked, "Voices": all_})
    y = alt.Y(**names("name", [labels[stage.id] for stage, _ in shares]))
    base = alt.Chart(rows(parts)).encode(y=y)
    scale, half = hidden("end", 0, 1.6), alt.Chart(rows([{"end": ADDICTED, "words": "half"}]))
    chart = alt.layer(
        base.mark_bar(height=26, filled=False, stroke=palette.muted, strokeWidth=1.5).encode(
            x=alt.X(**{**scale, "shorthand": "rest:Q"}), x2="start:Q"
        ),
        base.mark_bar(height=26).encode(x=alt.X(**scale), x2="start:Q", color=painted()),
        base.mark_text(align="left", dx=10, fontSize=SMALL, color=palette.ink).encode(
            x=alt.X(**{**scale, "shorthand": "rest:Q"}), text="voices:N"
        ),
        half.mark_rule(stroke=palette.muted, strokeDash=[5, 4], strokeWidth=2).encode(x=alt.X(**scale)),
        half.mark_text(dx=6, align="left", fontSize=SMALL, color=palette.muted).encode(
            x=alt.X(**scale), y=alt.value(-8), text="words:N"
        ),
    )
    return finished(
        chart,
        palette,
        says=_one_ear(workshop, shares),
        alt="A bar per stage, filled as far as surveys carry its voices; past the dashed line they carry more than half.",
        table=figures,
        height=52 * len(shares) + 20,
    )


def _one_ear(workshop: Workshop, shares: list[tuple[Stage, float]]) -> str:
    heavy = [stage for stage, part in shares if part > ADDICTED]
    none = [stage for stage, part in shares if part == 0]
    total = survey_share(workshop) or 0.0
    said = f"Surveys carry {total * 100:.0f} % of all voices"
    if heavy:
        lead = share(len(heavy), len(shares), "stage", "is", "are")
        return sentence(f"{lead} heard mostly through surveys: {_names(heavy)}. That is score addiction.")
    if none and total:
        return f"{said}, and none at {_names(none)}."
    return f"{said}, and no stage is heard mostly through them." if total else "No voice comes from a survey."


def _names(stages: list[Stage]) -> str:
    return listed([quoted(stage.name or "—", 60) for stage in stages])

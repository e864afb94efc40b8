"""The picture of separate lists: what the whole company hears, beside what each function's own report shows of it."""

from __future__ import annotations

from collections import Counter

import altair as alt

from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.silos import place, reports, unsorted
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.silos import hidden_words
from cxworkshop.ui.charts.listening import UNSORTED, volumes
from cxworkshop.ui.charts.picture import LARGE, SMALL, Picture, finished, names, painted, rows

COMPANY = "the company"
MOST, CATEGORIES = 6, 10
FULL = 0.42
"""The longest bar takes so much of its column, and leaves the rest to its figure."""


def silos(workshop: Workshop, palette: Palette) -> Picture | None:
    """A column of bars for the company and for each function's report, a row per category, each column's loudest marked."""
    found = reports(workshop)
    if len(found) < 2:
        return None
    together: Counter[str] = sum(found.values(), Counter())
    order = [category for category, _ in together.most_common()]
    known = {**workshop.labels("category"), "": UNSORTED}
    nowhere = unsorted(workshop)
    shown = [*order[:CATEGORIES], *([""] if nowhere else [])]
    lines = dict(zip(shown, told_apart(wrapped(known[one], 10, 2) for one in shown), strict=True))
    columns = {COMPANY: together, **dict(list(found.items())[:MOST])}
    heads = dict(zip(columns, told_apart(wrapped(name, 6.4, 2) for name in columns), strict=True))
    bars: list[dict[str, object]] = []
    for at, (name, report) in enumerate(columns.items()):
        unplaced = nowhere.total() if name == COMPANY else nowhere[name]
        longest = max(*report.values(), unplaced)
        for category in shown:
            voices = report[category] if category else unplaced
            first = bool(category) and voices > 0 and place(report, category) == 1
            colour = palette.accent(3) if first else palette.tint(palette.accent(3), 0.45)
            bars.append(
                {
                    "name": lines[category],
                    "start": at,
                    "end": at + FULL * voices / longest,
                    "colour": colour if first or (category and name != COMPANY) else palette.neutral,
                    "words": f"{voices:,}" if voices else "–",
                    "weight": "bold" if first else "normal",
                }
            )
    y = alt.Y(**names("name", list(lines.values())))
    scale = alt.Scale(domain=[0, len(columns)], nice=False)
    x = alt.X("end:Q", scale=scale, axis=None)
    base = alt.Chart(rows(bars)).encode(y=y, x=x)
    titles: list[dict[str, object]] = [
        {"end": at, "words": sentence(head)} for at, head in enumerate(heads.values())
    ]
    chart = alt.layer(
        base.mark_bar(height=24, cornerRadiusEnd=3).encode(x2="start:Q", color=painted()),
        *(
            base.transform_filter(f"datum.weight == '{weight}'")
            .mark_text(align="left", dx=6, fontSize=LARGE, fontWeight=weight, color=palette.ink)
            .encode(text="words:N")
            for weight in ("normal", "bold")
        ),
        alt.Chart(rows(titles))
        .mark_text(
            align="left", baseline="bottom", fontSize=SMALL, fontWeight="bold", color=palette.ink, dy=-12
        )
        .encode(x=x, y=alt.value(-LARGE), text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=hidden_words(workshop) or "",
        alt="Voices per category in the company's one list, then in each function's own report, each column in its own "
        "scale; the loudest of a column is in full colour, its figure in bold.",
        table=[
            {
                "Category": known[category],
                sentence(COMPANY): together[category] if category else nowhere.total(),
                **{silo: report[category] if category else nowhere[silo] for silo, report in found.items()},
            }
            for category in [*order, *([""] if nowhere else [])]
        ],
        height=44 * len(shown) + 20,
    )


def loudest(workshop: Workshop, palette: Palette) -> Picture | None:
    """What customers speak of most: the functions' reports beside the one list, or that list where only one reports."""
    return silos(workshop, palette) or volumes(workshop, palette)

"""The pictures over time: what became of commitments from review to review, and a measure against its old limits."""

from __future__ import annotations

from dataclasses import replace

import altair as alt

from cxworkshop.analysis.bridge import net, number
from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.review_count import counted_at
from cxworkshop.analysis.review_signals import since_workshop
from cxworkshop.analysis.reviews import reviews, tally, tracks
from cxworkshop.domain.records import Company, Measure, Review
from cxworkshop.domain.records.review import OUTCOMES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.behaviour import behaviour
from cxworkshop.ui.charts.picture import Picture, finished, hidden, names, painted, rows, shaped

SIGNS = {"kept": "●", "slipped": "▶", "dropped": "■"}
"""What stands before an outcome in words; pictures show the same."""
_SHAPES = {"kept": "circle", "slipped": "triangle-right", "dropped": "square"}


def history(workshop: Workshop, palette: Palette) -> Picture | None:
    """A row for each review, the oldest first: a mark for each commitment, and the net of its count."""
    found = [one for one in reversed(reviews(workshop)) if any(_outcomes(workshop, one).values())]
    if not found:
        return None
    colours = {"kept": palette.gain, "slipped": palette.muted, "dropped": palette.loss}
    labels = told_apart(f"{named(one)}" for one in found)
    marks: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    table: list[dict[str, object]] = []
    for label, one in zip(labels, found, strict=True):
        told = _outcomes(workshop, one)
        each = [outcome for outcome in OUTCOMES for _ in range(told[outcome])]
        marks += [
            {"name": label, "at": at + 0.5, "shape": _SHAPES[outcome], "colour": colours[outcome]}
            for at, outcome in enumerate(each)
        ]
        anew = counted_at(one)
        change = net(anew.customers) if anew else None
        ways = [track.share for track in tracks(workshop, one) if track.share is not None]
        said = "nobody counted" if change is None else f"net {_signed(change)}"
        words.append({"name": label, "at": len(each) + 0.6, "words": f"{_summed(told)}\n{said}"})
        table.append(
            {
                "Review": named(one).replace("\n", ", "),
                "Net customers": None if change is None else round(change),
                "Measures on the way": sum(0 < share < 1 for share in ways),
                "Targets reached": sum(share >= 1 for share in ways),
                **{outcome.capitalize(): told[outcome] for outcome in OUTCOMES},
            }
        )
    most = max(sum(_outcomes(workshop, one).values()) for one in found)
    y, x = alt.Y(**names("name", labels)), alt.X(**hidden("at", 0, most * 1.6 + 4))
    chart = alt.layer(
        alt.Chart(rows(marks))
        .mark_point(filled=True, opacity=1, size=260)
        .encode(y=y, x=x, shape=shaped(), color=painted()),
        alt.Chart(rows(words))
        .mark_text(align="left", dy=-8, color=palette.ink)
        .encode(y=y, x=x, text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=_says(workshop, found),
        alt="For each review a mark for each commitment, ● kept, ▶ slipped, ■ dropped, and the net of customers counted.",
        table=table,
        height=66 * len(found) + 20,
    )


def named(review: Review) -> str:
    """A review by its day and its occasion, on two lines."""
    day = day_label(review.held_on) if review.held_on else "no day yet"
    return f"{day}\n{review.occasion}" if review.occasion else day


def since(workshop: Workshop, palette: Palette, measure: Measure) -> Picture | None:
    """The chart of a measure with the limits of the day of the workshop, and what its points since then say."""
    found = since_workshop(workshop, measure)
    drawn = behaviour(workshop, palette, found.measure, workshop.one(Company).held_on if found.new else None)
    return replace(drawn, says=sentence(found.says)) if drawn else None


def _outcomes(workshop: Workshop, review: Review) -> dict[str, int]:
    return tally([one.progress for one in tracks(workshop, review)])


def _summed(told: dict[str, int]) -> str:
    return ", ".join(f"{many} {outcome}" for outcome, many in told.items() if many)


def _signed(change: float) -> str:
    return f"+{number(change)}" if change > 0 else number(change)


def _says(workshop: Workshop, found: list[Review]) -> str:
    """How many were kept at the last review, and at the one before."""
    last = _of(_outcomes(workshop, found[-1]))
    if len(found) == 1:
        return sentence(f"{last} at the first review.")
    before = _of(_outcomes(workshop, found[-2]))
    return sentence(f"{last} at the last review; at the one before, {before}.")


def _of(told: dict[str, int]) -> str:
    return share(told["kept"], sum(told.values()), "commitment", "was kept", "were kept")

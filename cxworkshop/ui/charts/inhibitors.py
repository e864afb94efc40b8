"""The inhibitors as strips of dots: how heavily each weighs, and how far the leaders agree."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.agreement import Opinion
from cxworkshop.analysis.findings import figure, quoted, sentence
from cxworkshop.analysis.opinions import HIGH, LOW
from cxworkshop.analysis.opinions import inhibitors as answers
from cxworkshop.analysis.silent import ENOUGH
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.picture import FOOT, Picture, finished, lifted, names, rows, strips

STRIP = 84
"""Height of a strip in pixels."""
FEW = 4
"""A strip has room for at least so many dots, so that few of them do not look like many."""


def inhibitors(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each inhibitor as a strip: a dot per slip above its rating, the median marked; the heaviest first."""
    found = [(words, said) for words, said in answers(workshop) if len(said.values) >= ENOUGH]
    if not found:
        return None
    labels = {words: wrapped(words, 10, 3) for words, _ in found}
    tallest = max(said.values.count(value) for _, said in found for value in said.values)
    order, places = strips(list(labels.values()), max(tallest, FEW))
    dots: list[dict[str, object]] = [
        {"name": places[labels[words], said.values[:at].count(value)], "rating": value}
        for words, said in found
        for at, value in enumerate(said.values)
    ]
    middles: list[dict[str, object]] = [
        {
            "name": places[labels[words], FOOT],
            "middle": labels[words],
            "rating": said.median,
            "words": _words(said),
        }
        for words, said in found
    ]
    y = alt.Y(**names("name", order))
    ends = f"datum.value == {LOW} ? '1 not us' : datum.value == {HIGH} ? '5 us' : datum.label"
    ratings = alt.Axis(
        title=None,
        values=list(range(LOW, HIGH + 1)),
        labelExpr=ends,
        orient="top",
        labelOverlap=False,
        format="d",
    )
    x = alt.X("rating:Q", scale=alt.Scale(domain=[LOW - 0.4, HIGH + 3.6], nice=False), axis=ratings)
    lines = alt.Chart(rows(middles)).encode(y=y)
    chart = alt.layer(
        lines.mark_rule(color=palette.grid, strokeWidth=2).encode(
            x=alt.XDatum(LOW, axis=ratings), x2=alt.datum(HIGH)
        ),
        alt.Chart(rows(dots)).mark_circle(size=105, color=palette.ink, opacity=1).encode(y=y, x=x),
        lines.mark_point(shape="triangle-up", filled=True, size=190, color=palette.gain, opacity=1).encode(
            x=x
        ),
        lines.mark_text(align="left", color=palette.ink, dy=lifted("words")).encode(
            y=alt.Y(**names("middle", order)), x=alt.XDatum(HIGH + 0.45, axis=ratings), text="words:N"
        ),
    )
    top, said = found[0]
    heavy = sum(value > (LOW + HIGH) / 2 for value in said.values)
    return finished(
        chart,
        palette,
        says=sentence(
            f"{share(heavy, len(said.values), 'slip', 'says', 'say')} that {quoted(top)} is us: it weighs most."
            if heavy
            else f"no inhibitor is marked above the middle of the scale; {quoted(top)} weighs most."
        ),
        alt="Ratings of each inhibitor from 1 to 5, a dot for each slip, the median marked, highest median first.",
        table=[
            {
                "Inhibitor": words,
                "Slips": len(said.values),
                "Median": said.median,
                "Lowest": said.low,
                "Highest": said.high,
                "Agreement": None if said.agreement is None else round(said.agreement, 2),
            }
            for words, said in found
        ],
        height=STRIP * len(found) + 30,
    )


def _words(said: Opinion) -> str:
    """Beside a strip: the middle, how far answers reach, and how far they agree."""
    middle = f"median {figure(said.median or 0)}"
    if said.low == said.high:
        return f"{middle}\nyou all agree"
    reach = f"from {figure(said.low or 0)} to {figure(said.high or 0)}"
    alike = "" if said.agreement is None else f"\nagreement {said.agreement:.2f}".replace("-", "−")
    return f"{middle}, {reach}{alike}"

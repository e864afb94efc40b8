"""Pictures of the frame: the inhibitors as strips of dots, the growth path as a ladder, the fists on the legacy."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.analysis.leadership import CAN_LIVE_WITH
from cxworkshop.analysis.opinions import HIGH, LOW
from cxworkshop.analysis.opinions import growth_path as places
from cxworkshop.analysis.opinions import inhibitors as answers
from cxworkshop.domain.records import LegacyVote
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.charts.lettering import told_apart, wrapped
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, rows

UNSEEN = 3
"""With fewer slips than this, a breakdown would give someone away."""
STRIP, FOOT = 78, -0.8
"""Height of a strip in pixels, and where its line lies in dots below the first dot."""


def inhibitors(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each inhibitor as a strip: a dot per slip above its rating, the median marked; the heaviest first."""
    found = [(words, said) for words, said in answers(workshop) if len(said.values) >= UNSEEN]
    if not found:
        return None
    labels = {words: wrapped(words, 13, 3) for words, _ in found}
    dots: list[dict[str, object]] = []
    middles: list[dict[str, object]] = []
    tallest = 1
    for words, said in found:
        for at, value in enumerate(said.values):
            level = said.values[:at].count(value)
            tallest = max(tallest, level + 1)
            dots.append({"name": labels[words], "rating": value, "level": level})
        agreed = "" if said.agreement is None else f"\nagreement {said.agreement:.2f}"
        words_beside = f"median {said.median:g}{agreed}"
        middles.append({"name": labels[words], "rating": said.median, "level": FOOT, "words": words_beside})
    order = list(labels.values())
    y = alt.Y(**names("name", order))
    ends = f"datum.value == {LOW} ? '1 not us' : datum.value == {HIGH} ? '5 exactly us' : datum.label"
    ratings = alt.Axis(
        title=None, values=list(range(LOW, HIGH + 1)), labelExpr=ends, orient="top", format="d"
    )
    x = alt.X("rating:Q", scale=alt.Scale(domain=[LOW - 0.3, HIGH + 2.2], nice=False), axis=ratings)
    up = alt.YOffset("level:Q", scale=alt.Scale(domain=[FOOT - 0.7, max(tallest, 5)], reverse=True))
    chart = alt.layer(
        alt.Chart(rows(middles))
        .mark_rule(color=palette.grid, strokeWidth=2)
        .encode(y=y, x=alt.XDatum(LOW, axis=ratings), x2=alt.datum(HIGH), yOffset=up),
        alt.Chart(rows(dots))
        .mark_circle(size=105, color=palette.ink, opacity=1)
        .encode(y=y, x=x, yOffset=up),
        alt.Chart(rows(middles))
        .mark_point(shape="triangle-up", filled=True, size=190, color=palette.gain, opacity=1)
        .encode(y=y, x=x, yOffset=up),
        alt.Chart(rows(middles))
        .mark_text(align="left", color=palette.ink)
        .encode(y=y, x=alt.XDatum(HIGH + 0.45, axis=ratings), text="words:N"),
    )
    top, said = found[0]
    heavy = sum(value > (LOW + HIGH) / 2 for value in said.values)
    return finished(
        chart,
        palette,
        says=f"{sentence(counted(heavy, 'slip'))} of {len(said.values)} say that {quoted(top)} is us: it weighs most.",
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


def growth_path(workshop: Workshop, palette: Palette) -> Picture | None:
    """The ladder from random to desired, a dot for each slip on the rung where it sees the company."""
    found = places(workshop)
    total = sum(number for _, number in found)
    if total < UNSEEN:
        return None
    order = [place for place, _ in reversed(found)]
    dots: list[dict[str, object]] = [
        {"name": place, "at": at + 1} for place, number in found for at in range(number)
    ]
    rungs: list[dict[str, object]] = [{"name": place, "words": f"{number}"} for place, number in found]
    y = alt.Y(**names("name", order, labelFontSize=LARGE))
    x = alt.X(**hidden("at", 0, total + 1.5))
    chart = alt.layer(
        alt.Chart(rows(rungs))
        .mark_rule(color=palette.grid, strokeWidth=6, strokeCap="round")
        .encode(y=y, x=alt.XDatum(0, axis=None), x2=alt.datum(total + 0.6)),
        alt.Chart(rows(dots)).mark_circle(size=330, color=palette.ink, opacity=1).encode(y=y, x=x),
        alt.Chart(rows(rungs))
        .mark_text(fontSize=LARGE, fontWeight="bold", align="left", color=palette.ink)
        .encode(y=y, x=alt.XDatum(total + 0.9, axis=None), text="words:N"),
    )
    most = max(found, key=lambda place: place[1])
    nobody = [place for place, number in found if not number]
    rest = f"; nobody says {listed(nobody)}" if nobody else ""
    return finished(
        chart,
        palette,
        says=f"{sentence(counted(most[1], 'slip'))} of {total} place what customers live through at {most[0]}{rest}.",
        alt="A ladder of four rungs, random, reliable, differentiated and desired, with a dot for each slip.",
        table=[{"Position": place, "Slips": number} for place, number in found],
        height=64 * len(found) + 20,
    )


def legacy_votes(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each leader's fist-to-five on the legacy sentence; below three is set apart by place, colour and shape."""
    said = {
        vote.leader or vote.id: vote.fingers for vote in workshop.all(LegacyVote) if vote.fingers is not None
    }
    if not said:
        return None
    people = told_apart(workshop.name_of("leader", leader) or "—" for leader in said)
    votes: list[dict[str, object]] = [
        {"name": wrapped(name, 13, 2), "fingers": fingers, "low": fingers < CAN_LIVE_WITH}
        for name, fingers in sorted(zip(people, said.values(), strict=True), key=lambda vote: vote[1])
    ]
    y = alt.Y(**names("name", [str(vote["name"]) for vote in votes]))
    scale = alt.Axis(
        title="0 I block it · 3 I can live with it · 5 I will lead it", values=list(range(6)), format="d"
    )
    x = alt.X("fingers:Q", scale=alt.Scale(domain=[-0.3, 5.5], nice=False), axis=scale)
    low = alt.condition("datum.low", alt.value(palette.loss), alt.value(palette.gain))
    points = alt.Chart(rows(votes)).encode(y=y, x=x)
    chart = alt.layer(
        alt.Chart(rows(votes)).mark_rule(color=palette.grid).encode(y=y, x=alt.datum(0), x2=alt.datum(5)),
        alt.Chart(rows([{"cut": CAN_LIVE_WITH - 0.5}]))
        .mark_rule(color=palette.muted, strokeDash=[5, 5])
        .encode(x=alt.X("cut:Q")),
        points.mark_point(filled=True, size=260, opacity=1).encode(
            color=low,
            shape=alt.condition("datum.low", alt.value("triangle-down"), alt.value("circle")),
        ),
    )
    against = [name for name, fingers in zip(people, said.values(), strict=True) if fingers < CAN_LIVE_WITH]
    behind = f"{sentence(counted(len(said), 'leader'))} of {len(said)} can live with the sentence or lead it."
    return finished(
        chart,
        palette,
        says=f"{sentence(listed(against))} cannot live with the sentence yet." if against else behind,
        alt="Each leader's vote from 0 to 5 on the legacy sentence; votes below 3 are triangles left of a dashed line.",
        table=[
            {"Leader": name, "Fist to five": fingers}
            for name, fingers in zip(people, said.values(), strict=True)
        ],
        height=44 * len(votes) + 60,
    )

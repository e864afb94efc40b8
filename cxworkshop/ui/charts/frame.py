"""Pictures of the frame: the inhibitors as strips of dots, the growth path as a ladder, the fists on the legacy."""

from __future__ import annotations

from statistics import median_high, median_low

import altair as alt

from cxworkshop.analysis.findings import listed, sentence
from cxworkshop.analysis.leadership import CAN_LIVE_WITH
from cxworkshop.analysis.opinions import growth_path as places
from cxworkshop.analysis.silent import ENOUGH
from cxworkshop.domain.records import LegacyVote
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.rules.frame import path_says
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.inhibitors import inhibitors
from cxworkshop.ui.charts.leadership import vote_look
from cxworkshop.ui.charts.picture import LARGE, Picture, finished, hidden, names, painted, rows, shaped

__all__ = ["growth_path", "inhibitors", "legacy_votes"]


def growth_path(workshop: Workshop, palette: Palette) -> Picture | None:
    """The ladder from random to desired, a dot for each slip on the rung where it sees the company."""
    found = places(workshop)
    total = sum(number for _, number in found)
    if total < ENOUGH:
        return None
    order = [place for place, _ in reversed(found)]
    dots: list[dict[str, object]] = [
        {"name": place, "at": at + 1} for place, number in found for at in range(number)
    ]
    marks = [place for place, number in found for _ in range(number)]
    middle = {median_low(range(total)), median_high(range(total))}
    middles = {marks[at] for at in middle}
    rungs: list[dict[str, object]] = [
        {"name": place, "words": f"{number}{'  ◂ the middle' if place in middles else ''}"}
        for place, number in found
    ]
    y = alt.Y(**names("name", order, size=LARGE))
    x = alt.X(**hidden("at", 0, total + 3.5))
    chart = alt.layer(
        alt.Chart(rows(rungs))
        .mark_rule(color=palette.grid, strokeWidth=6, strokeCap="round")
        .encode(y=y, x=alt.XDatum(0, axis=None), x2=alt.datum(total + 0.6)),
        alt.Chart(rows(dots)).mark_circle(size=330, color=palette.ink, opacity=1).encode(y=y, x=x),
        alt.Chart(rows(rungs))
        .mark_text(fontSize=LARGE, fontWeight="bold", align="left", color=palette.ink)
        .encode(y=y, x=alt.XDatum(total + 0.9, axis=None), text="words:N"),
    )
    nobody = [place for place, number in found if not number]
    rest = f" Nobody says {listed(nobody)}." if nobody else ""
    return finished(
        chart,
        palette,
        says=f"{path_says(workshop)}{rest}",
        alt="A ladder of four rungs, random, reliable, differentiated and desired, with a dot for each slip and the middle marked.",
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
        {"name": wrapped(name, 10, 2), "fingers": fingers} | vote_look(fingers, palette)
        for name, fingers in sorted(zip(people, said.values(), strict=True), key=lambda vote: vote[1])
    ]
    y = alt.Y(**names("name", [str(vote["name"]) for vote in votes]))
    scale = alt.Axis(
        title="0 I block it · 3 can live with it · 5 I lead it", values=list(range(6)), format="d"
    )
    x = alt.X("fingers:Q", scale=alt.Scale(domain=[-0.3, 5.5], nice=False), axis=scale)
    points = alt.Chart(rows(votes)).encode(y=y, x=x)
    chart = alt.layer(
        alt.Chart(rows(votes)).mark_rule(color=palette.grid).encode(y=y, x=alt.datum(0), x2=alt.datum(5)),
        alt.Chart(rows([{"cut": CAN_LIVE_WITH - 0.5}]))
        .mark_rule(color=palette.muted, strokeDash=[5, 5])
        .encode(x=alt.X("cut:Q")),
        points.mark_point(filled=True, size=260, opacity=1).encode(color=painted(), shape=shaped()),
    )
    against = [name for name, fingers in zip(people, said.values(), strict=True) if fingers < CAN_LIVE_WITH]
    behind = share(len(said), len(said), "leader", "can live with the sentence", "can live with the sentence")
    return finished(
        chart,
        palette,
        says=f"{sentence(listed(against))} cannot live with the sentence yet."
        if against
        else sentence(f"{behind} or will lead it."),
        alt="Each leader's vote from 0 to 5 on the legacy sentence; votes below 3 are triangles left of a dashed line.",
        table=[
            {"Leader": name, "Fist to five": fingers}
            for name, fingers in zip(people, said.values(), strict=True)
        ],
        height=44 * len(votes) + 60,
    )

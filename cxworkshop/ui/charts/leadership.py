"""Pictures of leadership and culture: the hands on each will / will-not pair, and the hours that rules cost."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, quoted, sentence
from cxworkshop.analysis.leadership import CAN_LIVE_WITH, rule_hours, united, votes_of
from cxworkshop.domain.records import GrowthChoice, Rule
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.picture import (
    FOOT,
    Picture,
    finished,
    hidden,
    lifted,
    names,
    painted,
    rows,
    shaped,
    strips,
)

FEW = 4
"""A strip has room for at least so many dots."""
STATES = {True: "united", False: "not united", None: "not everyone\nhas voted"}


def vote_look(vote: int, palette: Palette) -> dict[str, object]:
    """How a fist-to-five vote is drawn: below three it differs in colour and in shape."""
    low = vote < CAN_LIVE_WITH
    return {"colour": palette.loss if low else palette.gain, "shape": "triangle-down" if low else "circle"}


def hands(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each pair with a dot for every fist-to-five, below three set apart, and whether the leaders are united."""
    pairs = [(pair, votes_of(workshop, pair.id)) for pair in workshop.all(GrowthChoice)]
    pairs = [(pair, votes) for pair, votes in pairs if votes]
    if not pairs:
        return None
    labels = told_apart(wrapped(pair.will or f"Not {pair.will_not or '—'}", 18, 3) for pair, _ in pairs)
    tallest = max(votes.count(vote) for _, votes in pairs for vote in votes)
    order, places = strips(labels, max(tallest, FEW))
    dots: list[dict[str, object]] = [
        {"name": places[label, votes[:at].count(vote)], "vote": vote} | vote_look(vote, palette)
        for label, (_, votes) in zip(labels, pairs, strict=True)
        for at, vote in enumerate(votes)
    ]
    states: list[dict[str, object]] = [
        {"name": label, "line": places[label, FOOT], "words": STATES[united(workshop, pair.id)]}
        for label, (pair, _) in zip(labels, pairs, strict=True)
    ]
    y = alt.Y(**names("name", order))
    look = alt.Axis(title=None, values=list(range(6)), format="d", orient="top", labelOverlap=False)
    x = alt.X("vote:Q", scale=alt.Scale(domain=[-0.4, 8.6], nice=False), axis=look)
    chart = alt.layer(
        alt.Chart(rows(states))
        .mark_rule(color=palette.grid, strokeWidth=2)
        .encode(y=alt.Y(**names("line", order)), x=alt.XDatum(0, axis=look), x2=alt.datum(5)),
        alt.Chart(rows([{}]))
        .mark_rule(color=palette.muted, strokeDash=[5, 5])
        .encode(x=alt.XDatum(CAN_LIVE_WITH - 0.5, axis=look)),
        alt.Chart(rows(dots))
        .mark_point(filled=True, size=120, opacity=1)
        .encode(
            y=y,
            x=x,
            color=painted(),
            shape=shaped(),
        ),
        alt.Chart(rows(states))
        .mark_text(align="left", color=palette.ink, dy=lifted("words"))
        .encode(y=y, x=alt.XDatum(5.5, axis=look), text="words:N"),
    )
    behind = sum(united(workshop, pair.id) is True for pair, _ in pairs)
    return finished(
        chart,
        palette,
        says=sentence(
            f"{share(behind, len(pairs), 'pair', 'has every leader at three or above', 'have every leader at three or above')}."
        ),
        alt="Votes from 0 to 5 on each will / will-not pair, a dot for each leader; below 3 they are triangles.",
        table=[
            {
                "We will": pair.will or "",
                "We will not": pair.will_not or "",
                "Votes": "  ".join(map(str, sorted(votes, reverse=True))),
                "United": STATES[united(workshop, pair.id)].replace("\n", " "),
            }
            for pair, votes in pairs
        ],
        height=90 * len(pairs) + 40,
    )


def rules(workshop: Workshop, palette: Palette) -> Picture | None:
    """The hours a year that each rule costs, the most expensive first, with its verdict."""
    found = [(rule, hours) for rule in workshop.all(Rule) if (hours := rule_hours(rule)) is not None]
    if not found:
        return None
    found.sort(key=lambda cost: -cost[1])
    verdicts = {"kill": palette.loss, "change": palette.accent(4)}
    labels = told_apart(wrapped(rule.rule or "—", 18, 3) for rule, _ in found)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "hours": hours,
            "colour": verdicts.get(rule.verdict or "", palette.neutral),
            "words": f"{hours:,.0f} hours\n{rule.verdict or 'no verdict yet'}{', by law' if rule.legal else ''}",
        }
        for label, (rule, hours) in zip(labels, found, strict=True)
    ]
    base = alt.Chart(rows(bars)).encode(
        y=alt.Y(**names("name", labels)), x=alt.X(**hidden("hours", 0, (found[0][1] or 1) * 1.7))
    )
    chart = alt.layer(
        base.mark_bar(height=28, cornerRadiusEnd=3).encode(color=painted()),
        base.mark_text(align="left", dx=8, dy=lifted("words"), color=palette.ink).encode(text="words:N"),
    )
    ended = [hours for rule, hours in found if rule.verdict == "kill"]
    worst = f"{quoted(found[0][0].rule)} costs {counted(found[0][1], 'hour')} a year"
    return finished(
        chart,
        palette,
        says=f"{worst}; killing {counted(len(ended), 'rule')} gives {counted(sum(ended), 'hour')} back."
        if ended
        else f"{worst}; no rule is killed yet.",
        alt="Hours a year that each rule costs as bars, the most expensive first, with the verdict beside.",
        table=[
            {
                "Rule": rule.rule or "—",
                "Hours a year": round(hours, 1),
                "Verdict": rule.verdict or "",
                "Required by law": "yes" if rule.legal else "",
                "Would you put your mother through it?": {True: "yes", False: "no", None: ""}[rule.mother],
            }
            for rule, hours in found
        ],
        height=66 * len(found) + 20,
    )

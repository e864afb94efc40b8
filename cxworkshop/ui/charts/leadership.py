"""Pictures of leadership and culture: the hands on each will / will-not pair, and the hours that rules cost."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, quoted, sentence
from cxworkshop.analysis.leadership import CAN_LIVE_WITH, rule_hours, united, votes_of
from cxworkshop.domain.records import GrowthChoice, Rule
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import share
from cxworkshop.ui.charts.lettering import told_apart, wrapped
from cxworkshop.ui.charts.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, names, rows

STATES = {True: "united", False: "not united", None: "not everyone\nhas voted"}


def hands(workshop: Workshop, palette: Palette) -> Picture | None:
    """Each pair with a dot for every fist-to-five, below three set apart, and whether the leaders are united."""
    pairs = [(pair, votes_of(workshop, pair.id)) for pair in workshop.all(GrowthChoice)]
    pairs = [(pair, votes) for pair, votes in pairs if votes]
    if not pairs:
        return None
    labels = told_apart(wrapped(pair.will or f"Not {pair.will_not or '—'}", 15, 3) for pair, _ in pairs)
    dots: list[dict[str, object]] = []
    states: list[dict[str, object]] = []
    tallest = 1
    for label, (pair, votes) in zip(labels, pairs, strict=True):
        for at, vote in enumerate(votes):
            level = votes[:at].count(vote)
            tallest = max(tallest, level + 1)
            dots.append({"name": label, "vote": vote, "level": level, "low": vote < CAN_LIVE_WITH})
        states.append({"name": label, "level": 0, "words": STATES[united(workshop, pair.id)]})
    y = alt.Y(**names("name", labels))
    look = alt.Axis(title=None, values=list(range(6)), format="d", orient="top")
    x = alt.X("vote:Q", scale=alt.Scale(domain=[-0.3, 7.6], nice=False), axis=look)
    up = alt.YOffset("level:Q", scale=alt.Scale(domain=[-0.9, max(tallest, 5)], reverse=True))
    low = alt.condition("datum.low", alt.value(palette.loss), alt.value(palette.gain))
    cut = alt.XDatum(CAN_LIVE_WITH - 0.5, axis=look)
    chart = alt.layer(
        alt.Chart(rows([{}])).mark_rule(color=palette.muted, strokeDash=[5, 5]).encode(x=cut),
        alt.Chart(rows(dots))
        .mark_point(filled=True, size=120, opacity=1)
        .encode(
            y=y,
            x=x,
            yOffset=up,
            color=low,
            shape=alt.condition("datum.low", alt.value("triangle-down"), alt.value("circle")),
        ),
        alt.Chart(rows(states))
        .mark_text(align="left", color=palette.ink, baseline="bottom")
        .encode(y=y, x=alt.XDatum(5.5, axis=look), yOffset=up, text="words:N"),
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
        height=84 * len(pairs) + 40,
    )


def rules(workshop: Workshop, palette: Palette) -> Picture | None:
    """The hours a year that each rule costs, the most expensive first, with its verdict."""
    found = [(rule, hours) for rule in workshop.all(Rule) if (hours := rule_hours(rule)) is not None]
    if not found:
        return None
    found.sort(key=lambda cost: -cost[1])
    labels = told_apart(wrapped(rule.rule or "—", 14, 3) for rule, _ in found)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "hours": hours,
            "verdict": rule.verdict or "",
            "words": f"{hours:,.0f} hours\n{rule.verdict or 'no verdict yet'}{', by law' if rule.legal else ''}",
        }
        for label, (rule, hours) in zip(labels, found, strict=True)
    ]
    verdicts = {
        "kill": palette.loss,
        "change": palette.accent(4),
        "keep": palette.neutral,
        "": palette.neutral,
    }
    base = alt.Chart(rows(bars)).encode(
        y=alt.Y(**names("name", labels)), x=alt.X(**hidden("hours", 0, (found[0][1] or 1) * 1.5))
    )
    colours = alt.Scale(domain=list(verdicts), range=list(verdicts.values()))
    chart = alt.layer(
        base.mark_bar(height=28, cornerRadiusEnd=3).encode(
            color=alt.Color("verdict:N", scale=colours, legend=None)
        ),
        base.mark_text(align="left", dx=8, color=palette.ink).encode(text="words:N"),
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

"""The picture of the rules: the hours that each costs in a year, and what killing them gives back."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.findings import counted, figure, quoted
from cxworkshop.analysis.leadership import CAN_LIVE_WITH, rule_hours
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.rules import dies, hours_freed
from cxworkshop.domain.records import Rule
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import told_apart, wrapped
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished, hidden, lifted, names, painted, rows

VERDICTS = {"kill": "✕ killed", "change": "◆ changed", "keep": "● kept"}


def vote_look(vote: int, palette: Palette) -> dict[str, object]:
    """How a fist-to-five vote is drawn: below three it differs in colour and in shape."""
    low = vote < CAN_LIVE_WITH
    return {"colour": palette.loss if low else palette.gain, "shape": "triangle-down" if low else "circle"}


def rules(workshop: Workshop, palette: Palette) -> Picture | None:
    """The hours a year that each rule costs, the most expensive first, with its verdict and the day it takes effect."""
    found = [
        (rule, hours) for rule in workshop.all(Rule) if rule.rule and (hours := rule_hours(rule)) is not None
    ]
    if not found:
        return None
    found.sort(key=lambda cost: -cost[1])
    labels = told_apart(wrapped(rule.rule or "—", 22, 3) for rule, _ in found)
    bars: list[dict[str, object]] = [
        {
            "name": label,
            "hours": hours,
            "colour": palette.accent(5) if dies(rule) else palette.neutral,
            "words": f"{figure(hours)} hours\n{verdict(rule)}",
        }
        for label, (rule, hours) in zip(labels, found, strict=True)
    ]
    base = alt.Chart(rows(bars)).encode(
        y=alt.Y(**names("name", labels)), x=alt.X(**hidden("hours", 0, (found[0][1] or 1) * 1.6))
    )
    chart = alt.layer(
        base.mark_bar(height=30, cornerRadiusEnd=3).encode(color=painted()),
        base.mark_text(align="left", dx=8, dy=lifted("words"), color=palette.ink).encode(text="words:N"),
    )
    return finished(
        chart,
        palette,
        says=_says(workshop, *found[0]),
        alt="Hours a year that each rule costs as bars, the most expensive first, with the verdict in words beside.",
        table=[
            {
                "Rule": rule.rule or "—",
                "Who suffers": rule.suffers or "",
                "Hours a year": round(hours, 1),
                "Verdict": verdict(rule),
                "Required by law": (rule.law or "not named") if rule.legal else "",
                "Would you put your mother through it?": {True: "yes", False: "no", None: ""}[rule.mother],
            }
            for rule, hours in found
        ],
        height=70 * len(found) + 20,
    )


def _says(workshop: Workshop, dearest: Rule, hours: float) -> str:
    ended, freed = sum(dies(rule) for rule in workshop.all(Rule) if rule.rule), hours_freed(workshop)
    if not freed:
        worst = f"{quoted(dearest.rule)} costs {counted(hours, 'hour')} a year"
        return f"{worst}; {'nobody has counted what the killed ones cost' if ended else 'no rule is killed yet'}."
    return f"Killing {counted(ended, 'rule')} gives {counted(freed, 'hour')} a year back to customers and colleagues."


def verdict(rule: Rule) -> str:
    """The verdict on a rule by sign and word, with its day; a rule that the law requires is never killed."""
    if rule.legal and rule.verdict == "kill":
        return "▲ cannot be killed: the law"
    said = VERDICTS.get(rule.verdict or "", "… no verdict yet")
    if rule.legal:
        return f"{said}, by law"
    if rule.verdict == "keep" or not rule.verdict:
        return said
    return f"{said} from {day_label(rule.ends_on)}" if rule.ends_on else f"{said}, no day yet"

"""What customers and colleagues say drives people away: reasons to leave, what is heard twice over, rules, lost segments."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cxworkshop.analysis.bridge import net
from cxworkshop.analysis.bridges import priority_segments
from cxworkshop.analysis.experience import stage_of
from cxworkshop.analysis.findings import counted, customers, listed, money, quoted, sentence, sure
from cxworkshop.analysis.gathering import candidate
from cxworkshop.analysis.leadership import rule_hours
from cxworkshop.analysis.listening import convergence, voices
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.periods import period_name
from cxworkshop.domain.records import Candidate, Evidence, Reason, Rule, Segment, Touchpoint
from cxworkshop.domain.workshop import Workshop

AWAY = ("leave", "buy less", "use less")
TOP = 3


def top_reasons(workshop: Workshop) -> Iterator[Candidate]:
    """Reasons to leave or to buy or use less that are in our hands: the ranked ones, or else the three largest."""
    away = [
        one
        for one in workshop.all(Reason)
        if one.direction in AWAY and one.reason and one.controllable is not False
    ]
    ranked = sorted((one for one in away if one.rank), key=lambda one: one.rank or 0)
    largest = sorted(away, key=lambda one: (-(one.customers or 0), -(one.value or 0)))[:TOP]
    for reason in ranked or largest:
        facts = [
            *([people(reason.customers, customers(workshop))] if reason.customers else []),
            *([f"{money(workshop, reason.value)} a year"] if reason.value else []),
        ]
        said = f"{listed(facts)} went this way" if facts else "Nobody has counted yet how many went this way"
        unknown = " The cause is not known yet: find it first." if reason.cause == "we don't know" else ""
        yield candidate(
            workshop,
            ("reason", reason.id),
            "assets.why",
            f"Fewer people {reason.direction} because of {quoted(reason.reason)}",
            f"{said}{sure(reason.evidence) if facts else ''}.{unknown}",
            stage=stage_of(workshop, None, reason.touchpoint),
            touchpoint=workshop.get(Touchpoint, reason.touchpoint),
            value=reason.value,
        )


def heard_twice(workshop: Workshop, explained: Collection[str | None]) -> Iterator[Candidate]:
    """The three sorest complaints that are made both when asked and unasked, unless a failing moment explains them.

    `explained` holds the ids of such moments. Soreness is voices × sentiment; only those who complain are quoted.
    """
    found = []
    for stage, category in convergence(workshop):
        rows = [
            row
            for row in workshop.all(Evidence)
            if row.category == category.id and (row.sentiment or 0) < 0 and _stage(workshop, row) == stage.id
        ]
        soreness = sum((row.sentiment or 0) * voices(row) for row in rows)
        loudest = max(rows, key=voices, default=None)
        if soreness < 0 and loudest and loudest.touchpoint not in explained and category.name and stage.name:
            found.append((soreness, stage, category, rows, loudest))
    for _, stage, category, rows, loudest in sorted(found, key=lambda one: one[0])[:TOP]:
        complaints = sentence(counted(sum(map(voices, rows)), "complaint"))
        said = f"; one of them: {quoted(loudest.quote, 200)}" if loudest.quote else ""
        yield candidate(
            workshop,
            ("voice", f"{stage.id}-{category.id}"),
            "listening.evidence",
            f"{sentence(customers(workshop))} no longer have to tell us about {quoted(category.name)} "
            f"in {quoted(stage.name)}",
            f"{complaints} here, and they come both asked and unasked{said}.",
            row=loudest.id,
            stage=stage,
            touchpoint=workshop.get(Touchpoint, loudest.touchpoint),
        )


def _stage(workshop: Workshop, row: Evidence) -> str | None:
    stage = stage_of(workshop, row.stage, row.touchpoint)
    return stage.id if stage else None


def rules_to_end(workshop: Workshop) -> Iterator[Candidate]:
    """Rules that the room wants killed or changed, without a date yet, and that no law requires."""
    for rule in workshop.all(Rule):
        if not rule.rule or rule.legal or rule.ends_on or rule.verdict not in ("kill", "change"):
            continue
        hours = rule_hours(rule)
        facts = [
            *([f"It costs {counted(hours, 'hour')} a year."] if hours else []),
            *([f"Who suffers: {rule.suffers.rstrip('.')}."] if rule.suffers else []),
            *(["We would not put our mothers through it."] if rule.mother is False else []),
        ]
        yield candidate(
            workshop,
            ("rule", rule.id),
            "leadership.rules",
            f"Nobody meets the rule {quoted(rule.rule)} any more"
            if rule.verdict == "kill"
            else f"The rule {quoted(rule.rule)} no longer gets in the way",
            " ".join(facts) or "It costs more than it protects.",
        )


def shrinking_segments(workshop: Workshop) -> Iterator[Candidate]:
    """Segments that matter most and have fewer customers at the end of the latest period than at its start."""
    ids = {segment.name.casefold(): segment.id for segment in workshop.all(Segment) if segment.name}
    for row, flows in priority_segments(workshop):
        change = net(flows)
        if change is None or change >= 0:
            continue
        when = sentence(period_name(row.period_start, row.period_end))
        yield candidate(
            workshop,
            ("segment", ids[(row.segment or "").casefold()]),
            "assets.bridge",
            f"More {customers(workshop)} in {quoted(row.segment)} stay",
            f"{when} ended with {round(-change):,} fewer of them than it began with, and they matter most to us.",
            row=row.id,
        )

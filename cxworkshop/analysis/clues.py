"""What a row says of customers, money and words, as somebody would say it to the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from cxworkshop.analysis.bridge import headline
from cxworkshop.analysis.bridge_rows import customer_flows
from cxworkshop.analysis.feelings import felt, in_words
from cxworkshop.analysis.findings import counted, customers, figure, listed, money, quoted, sentence
from cxworkshop.analysis.leadership import rule_hours
from cxworkshop.analysis.listening import ENOUGH_KINDS, kinds_of, voices
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.opinions import reliability
from cxworkshop.analysis.periods import in_period
from cxworkshop.analysis.risk import at_risk
from cxworkshop.analysis.signals import RECENT, misses_standard, of_measure, recent_average
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Evidence,
    Measure,
    Reason,
    Risk,
    Rule,
    Source,
    Stage,
    Standard,
    Story,
    Touchpoint,
)
from cxworkshop.domain.workshop import Key, Workshop

What = Literal["customers", "money", "words", "promise", "decision"]
LONGEST = 220
DID = {
    "leave": "left",
    "buy less": "bought less",
    "use less": "used less",
    "stay": "stayed",
    "buy more": "bought more",
    "use more": "used more",
}


@dataclass(frozen=True)
class Clue:
    """Something that a candidate rests on or that came of it, in one sentence, and the place where it stands."""

    what: What
    says: str
    sure: str
    """`fact`, `estimate` or `assumption`; blank where nobody has said."""
    step: str
    """The key of the step."""
    row: Key | None
    """Kind and id of the row; None where the step has no row of its own to show."""


def clues_of(workshop: Workshop, row: Record) -> tuple[Clue, ...]:
    """Everything that a row says; nothing where too little of it is filled in."""
    read = READ.get(type(row))
    return tuple(read(workshop, row)) if read else ()


def _clue(row: Record, what: What, step: str, says: str, sure: str | None = None) -> Clue:
    return Clue(what, says, sure or "", step, (row.kind, row.id))


def _risk(workshop: Workshop, row: Risk) -> Iterator[Clue]:
    found, where = (
        at_risk(workshop, row),
        quoted(workshop.name_of("touchpoint", row.touchpoint) or "A moment"),
    )
    word, step = customers(workshop), "reliability.risk"
    if found is None:
        if row.customers is not None:
            yield _clue(row, "customers", step, f"{people(row.customers, word)} meet {where} in a year.")
        return
    leave = round(found.defectors)
    fails = f"{where} fails for {round(found.failed):,} of {found.met:,} {word} a year"
    over = f"{leave:,} {'leaves' if leave == 1 else 'leave'} over it"
    yield _clue(row, "customers", step, f"{fails}; {over}.", row.evidence)
    at_stake = f"{money(workshop, found.value)} a year leaves with them"
    ends = f", between {money(workshop, found.low)} and {money(workshop, found.high)}"
    ranged = ends if round(found.low) < round(found.high) else ""
    yield _clue(row, "money", step, f"{at_stake}{ranged}.", row.evidence)


def _reason(workshop: Workshop, row: Reason) -> Iterator[Clue]:
    step, name = "assets.why", quoted(row.reason)
    if not row.reason:
        return
    did = DID.get(row.direction or "", "spoke of this")
    if row.customers is not None:
        who = people(row.customers, customers(workshop))
        yield _clue(row, "customers", step, f"{who} {did}: {name}.", row.evidence)
    if row.value is not None:
        yield _clue(
            row,
            "money",
            step,
            f"Those who {did} over {name} are worth {money(workshop, row.value)} a year.",
            row.evidence,
        )
    how = f" How it was done: {cut(row.how)}" if row.how else ""
    yield _clue(row, "words", step, f"{name}, say those who {did}.{how}")


def _bridge(workshop: Workshop, row: BridgeRow) -> Iterator[Clue]:
    when, word, step = in_period(row.period_start, row.period_end), customers(workshop), "assets.bridge"
    whose = f"{row.segment}, " if row.segment else ""
    said = headline(customer_flows(row), word, row.gap_reason)
    if said:
        yield _clue(row, "customers", step, f"{sentence(f'{whose}{when}')}: {said}.", row.evidence)
    if row.lapsed_value is not None:
        took = f"those who left took {money(workshop, row.lapsed_value)} a year with them"
        yield _clue(row, "money", step, f"{sentence(f'{whose}{when}')}: {took}.", row.evidence)


def _evidence(workshop: Workshop, row: Evidence) -> Iterator[Clue]:
    source = workshop.get(Source, row.source)
    kind = source.source_kind if source else None
    through = f", {kind}" if kind else ""
    if row.quote:
        says = f"{quoted(row.quote, LONGEST)} ({counted(voices(row), 'voice')}{through})"
        yield _clue(row, "words", "listening.evidence", says)


def _story(workshop: Workshop, row: Story) -> Iterator[Clue]:
    teller = workshop.name_of("leader", row.teller)
    told = f" Told by {teller}." if teller else ""
    yield _clue(row, "words", "listening.story", f"{cut(row.story)}{told}")


def _measure(workshop: Workshop, row: Measure) -> Iterator[Clue]:
    chart, unit = of_measure(workshop, row), f" {row.unit}" if row.unit else ""
    promised = None if row.standard is None else f"we promise {figure(row.standard)}{unit}"
    if chart and chart.state != "early":
        kept = ""
        if promised:
            span = counted(min(RECENT, len(chart.values)), chart.step)
            kept = f" The last {span} average {figure(recent_average(chart))}{unit}; {promised}."
            kept += " That is not kept." if misses_standard(row, chart) else ""
        yield _clue(row, "promise", "reliability.signals", f"{chart.verdict}{kept}")
    elif row.name:
        says = f"{sentence(row.name)}{f': {promised}' if promised else ' is what we would see it by'}."
        yield _clue(row, "promise", "reliability.measures", says)


def _touchpoint(workshop: Workshop, row: Touchpoint) -> Iterator[Clue]:
    marks = [
        *(["one of the few that we make reliable first"] if row.priority else []),
        *(["a moment of truth"] if row.truth else []),
        *(["a pressure point"] if row.pressure else []),
        *(["a rescue moment"] if row.rescue else []),
    ]
    if row.name and (marks or row.decides):
        decides = [f"it decides whether they {row.decides}"] if row.decides else []
        says = f"{quoted(row.name)}: {listed([*marks, *decides])}."
        yield _clue(row, "promise", "experience.touchpoints", says)


def _stage(workshop: Workshop, row: Stage) -> Iterator[Clue]:
    leader, name = workshop.name_of("leader", row.executive), quoted(row.name)
    if not row.name:
        return
    owned = f"{leader} answers for" if leader else "Nobody answers yet for"
    yield _clue(row, "promise", "experience.stages", f"{owned} {name} from beginning to end.")
    kinds = kinds_of(workshop, row.id)
    if len(kinds) < ENOUGH_KINDS:
        heard = f"only through {kinds[0]}" if kinds else "through nobody"
        yield _clue(row, "words", "listening.evidence", f"We hear {name} {heard}.")
    for felt_here in felt(workshop):
        if felt_here.stage.id == row.id and felt_here.emotion is not None:
            says = f"How {name} feels to them, as we judge it: {in_words(felt_here.emotion)}."
            yield _clue(row, "words", "experience.feelings", says)
    for rated in reliability(workshop):
        answers = len(rated.opinion.values) + rated.depends
        if rated.stage.id == row.id and rated.doubts:
            says = f"{rated.doubts} of {answers} leaders would not count on {name}."
            yield _clue(row, "promise", "reliability.reliable", says)


def _rule(workshop: Workshop, row: Rule) -> Iterator[Clue]:
    hours = rule_hours(row)
    cost = f" It costs {counted(hours, 'hour')} a year." if hours else ""
    if row.rule:
        yield _clue(
            row, "promise", "leadership.rules", f"The rule {quoted(row.rule)} stands in the way.{cost}"
        )
    if row.suffers:
        yield _clue(row, "customers", "leadership.rules", f"Who suffers from it: {cut(row.suffers)}")


def _standard(workshop: Workshop, row: Standard) -> Iterator[Clue]:
    if row.standard:
        halt = f" Who may halt: {cut(row.halt)}" if row.halt else ""
        yield _clue(row, "promise", "leadership.permission", f"Must be true: {cut(row.standard)}{halt}")


READ: dict[type[Record], Callable[[Workshop, Any], Iterator[Clue]]] = {
    Risk: _risk,
    Reason: _reason,
    BridgeRow: _bridge,
    Evidence: _evidence,
    Story: _story,
    Measure: _measure,
    Touchpoint: _touchpoint,
    Stage: _stage,
    Rule: _rule,
    Standard: _standard,
}


def cut(words: str | None) -> str:
    """A person's words on one line, ended with a full stop, cut after a word where they are long."""
    line = " ".join((words or "").split())
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
    return line if line.endswith((".", "…", "?", "!", "”")) else f"{line}."

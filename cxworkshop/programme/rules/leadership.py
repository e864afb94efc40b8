"""When leadership shows: three united pairs, a standard, three proofs, a dead rule, tasks with a date."""

from __future__ import annotations

import math

from cxworkshop.analysis.findings import counted, in_words, listed, quoted, sentence
from cxworkshop.analysis.leadership import (
    CAN_LIVE_WITH,
    elements_shown,
    hands_of,
    rule_hours,
    united,
    votes_of,
)
from cxworkshop.analysis.proofs import proof_state
from cxworkshop.analysis.rules import dies
from cxworkshop.domain.records import GrowthChoice, Immersion, Leader, Proof, Rule, Standard
from cxworkshop.domain.records.leadership import ELEMENTS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import (
    blanks,
    called,
    ended,
    lacking,
    named,
    present,
    quote,
    some,
    told,
    written,
)

_PAIRS = 3


def choices_missing(workshop: Workshop) -> str | None:
    """Three pairs with both halves and a cost, on which every leader shows three fingers or more."""
    rows = written(workshop, GrowthChoice)
    whole = [row for row in rows if not blanks(workshop, row, ("will", "will_not", "cost"))]
    behind = [row for row in whole if united(workshop, row.id)]
    short = _PAIRS - len(behind)
    if short <= 0:
        return None
    halves = [row for row in rows if row not in whole]
    split = [_split(workshop, row) for row in whole if row not in behind]
    return told(
        sentence(
            counted(short, "more pair needs all of you behind it", "more pairs need all of you behind them")
            + "."
        ),
        lacking(named(workshop, halves), "pair lacks a half or its cost", "pairs lack a half or their cost"),
        lacking(split, "pair does not have you all", "pairs do not have you all"),
    )


def choices_says(workshop: Workshop) -> str:
    """How many pairs stand, and where the room is split."""
    rows = [row for row in workshop.all(GrowthChoice) if row.will or row.will_not]
    if not rows:
        return "The wall appears here: what you will do on the left, what you give up for it on the right."
    stands = [united(workshop, row.id) for row in rows]
    behind = stands.count(True)
    many = (
        f"{in_words(behind) if behind else 'none'} with all of you behind {'it' if behind == 1 else 'them'}"
    )
    said = sentence(f"{counted(len(rows), 'pair')}, {many}")
    split = [row for row, stand in zip(rows, stands, strict=True) if stand is False]
    return f"{said}; split on {listed(named(workshop, split[:2]))}." if split else f"{said}."


def _split(workshop: Workshop, pair: GrowthChoice) -> str:
    """Why a pair does not have them all: whose hand is low, in the room or not, and how many are missing.

    A hand without a name may be anyone's who is still silent.
    """
    votes = {leader: vote for leader, vote in hands_of(workshop, pair.id) if vote is not None}
    hands = [
        (called(workshop, leader), votes[leader.id])
        for leader in written(workshop, Leader)
        if leader.id in votes
    ]
    every = votes_of(workshop, pair.id)
    below = [who for who, vote in hands if vote < CAN_LIVE_WITH]
    nameless = sum(vote < CAN_LIVE_WITH for vote in every) - len(below)
    below += [counted(nameless, "hand without a name", "hands without a name")] if nameless else []
    silent = sum(leader.id not in votes for leader in present(workshop)) - (len(every) - len(hands))
    why = [f"below three: {listed(below)}"] if below else []
    why += [counted(silent, "vote missing", "votes missing")] if silent > 0 else []
    return f"{named(workshop, [pair])[0]} ({'; '.join(why) or 'nobody has voted'})"


def permission_missing(workshop: Workshop) -> str | None:
    """One standard with what people get for it, who may halt, and the leader who lives by it."""
    rows = [row for row in written(workshop, Standard) if row.standard]
    if not rows:
        return "No standard is written down yet: what must be true before anything reaches a customer?"
    gaps = min((blanks(workshop, row, ("tools", "halt", "leader")) for row in rows), key=len)
    return (
        f"No standard is complete; the nearest lacks {listed([gap.lower() for gap in gaps])}."
        if gaps
        else None
    )


def permission_says(workshop: Workshop) -> str:
    """What must be true, and who may stop it."""
    rows = [row for row in workshop.all(Standard) if row.standard]
    if not rows:
        return "Your standards appear here, each with the role that may stop the work."
    held = next((row for row in rows if row.halt), None)
    if held is None:
        return sentence(f"{counted(len(rows), 'standard')}, and nobody may stop anything for it yet.")
    said = ended(f"{quote(held.halt)} may stop the work, unless this holds: {quoted(held.standard)}")
    troubling = sum(row.effect == "interrupts something" for row in rows)
    more = counted(troubling, "standard interrupts", "standards interrupt")
    return f"{said} {sentence(more)} something in customers' lives." if troubling else said


def proof_missing(workshop: Workshop) -> str | None:
    """For each of the three elements an action with a date, and how people will see it."""
    ready = {
        row.element
        for row in workshop.all(Proof)
        if not blanks(workshop, row, ("element", "action", "leader", "on_day", "evidence"))
    }
    shown = elements_shown(workshop)
    without = [element for element in ELEMENTS if element not in shown]
    halves = [element for element in shown if element not in ready]
    return told(
        lacking(
            without, "element of leadership has no proof yet", "elements of leadership have no proof yet"
        ),
        lacking(
            halves, "proof lacks its leader, date or evidence", "proofs lack their leader, date or evidence"
        ),
    )


def proof_says(workshop: Workshop) -> str:
    """Which of the three elements people can see."""
    shown = elements_shown(workshop)
    if not shown:
        return (
            "Three columns appear here: decisions you stand behind together, permission, and proof by action."
        )
    said = f"You can point at {listed(shown)}"
    without = [element for element in ELEMENTS if element not in shown]
    said = f"{said}; nothing to see yet for {listed(without)}." if without else f"{said}."
    rows = [row for row in workshop.all(Proof) if row.action]
    late = named(workshop, [row for row in rows if proof_state(workshop, row) == "overdue"])
    return f"{said} {lacking(late, 'proof is overdue', 'proofs are overdue')}" if late else said


def rules_missing(workshop: Workshop) -> str | None:
    """One rule that no law requires, killed with a date."""
    dying = [row for row in workshop.all(Rule) if row.rule and row.verdict == "kill"]
    if any(row.ends_on and not row.legal for row in dying):
        return None
    undated = [row for row in dying if not row.ends_on and not row.legal]
    return told(
        lacking(
            named(workshop, undated), "rule is to die and has no date", "rules are to die and have no date"
        ),
        lacking(
            named(workshop, [row for row in dying if row.legal]),
            "rule cannot be killed, the law requires it",
            "rules cannot be killed, the law requires them",
        ),
        None if undated else "One rule has to die, with the day on which it does.",
    )


def rules_says(workshop: Workshop) -> str:
    """What the rules cost in hours, and which die."""
    rows = [row for row in workshop.all(Rule) if row.rule]
    if not rows:
        return "Rules appear here with the hours that they take from customers and colleagues each year."
    hours = math.fsum(rule_hours(row) or 0 for row in rows)
    said = sentence(counted(len(rows), "rule"))
    said += f", {counted(hours, 'hour')} a year" if hours else ""
    dying = named(workshop, [row for row in rows if dies(row)])
    return (
        f"{said}; {some(dying)} {'dies' if len(dying) == 1 else 'die'}."
        if dying
        else f"{said}; none dies yet."
    )


def immersion_missing(workshop: Workshop) -> str | None:
    """A customer's task and a date for every leader in the room."""
    room = present(workshop)
    if not room:
        return "No leader is listed yet, so nobody can take on a task."
    rows = workshop.all(Immersion)
    chosen = {row.leader for row in rows if row.task}
    dated = {row.leader for row in rows if row.task and row.on_day}
    return told(
        lacking(
            [called(workshop, leader) for leader in room if leader.id not in chosen],
            "leader has no customer's task",
            "leaders have no customer's task",
        ),
        lacking(
            [called(workshop, leader) for leader in room if leader.id in chosen - dated],
            "leader has a task without a date",
            "leaders have a task without a date",
        ),
    )


def immersion_says(workshop: Workshop) -> str:
    """Who does what customers do, and for how many it counts."""
    rows = [row for row in workshop.all(Immersion) if row.task]
    if not rows:
        return "Each leader's task appears here, with its day and what was learned."
    paid = sum(bool(row.pay_linked) for row in rows)
    leaders = {row.leader for row in rows if workshop.get(Leader, row.leader)}
    said = f"{counted(len(rows), 'task')} for {counted(len(leaders), 'leader') if leaders else 'nobody yet'}"
    return sentence(f"{said}; {counted(paid, 'counts', 'count') if paid else 'none counts'} towards pay.")

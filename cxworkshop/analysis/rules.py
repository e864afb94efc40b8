"""Rules that cost more than they protect: what killing them frees, and where a verdict does not hold."""

from __future__ import annotations

import math

from cxworkshop.analysis.leadership import rule_hours
from cxworkshop.domain.records import Rule
from cxworkshop.domain.workshop import Workshop

NO_LAW = (
    "The law is said to require it, and no law is named. Which one, in which paragraph, and who has read it?"
)
LAW_UNREAD = "A law is named, and nobody has said whether it requires this. Does it, word for word?"
LAW_STANDS = "The law requires it, so it cannot be killed. What could be made easier within the law?"
NO_DAY = "It is to die and has no day. From which day does nobody have to enforce it any more?"
NO_MOTHER = (
    "You would not put your mother through it, and you keep it. Who explains that to the people it meets?"
)


def dies(rule: Rule) -> bool:
    """Whether a rule is killed and may be: no law requires it."""
    return rule.verdict == "kill" and not rule.legal


def hours_freed(workshop: Workshop) -> float:
    """Hours a year that the killed rules cost, those left out whose times or minutes nobody knows."""
    return math.fsum(rule_hours(rule) or 0 for rule in workshop.all(Rule) if rule.rule and dies(rule))


def rule_flags(rule: Rule) -> tuple[str, ...]:
    """Where the verdict on a rule does not hold, in words."""
    found = []
    if rule.legal and not rule.law:
        found.append(NO_LAW)
    if rule.law and rule.legal is None:
        found.append(LAW_UNREAD)
    if rule.legal and rule.verdict == "kill":
        found.append(LAW_STANDS)
    if dies(rule) and not rule.ends_on:
        found.append(NO_DAY)
    if rule.verdict == "keep" and rule.mother is False and not rule.legal:
        found.append(NO_MOTHER)
    return tuple(found)

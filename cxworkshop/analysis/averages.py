"""The average customer who left beside the average one who came, and how many of one replace one of the other."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge_measures import replacement_need, share

_EVEN = 0.005


@dataclass(frozen=True)
class Average:
    """How many there were of a kind and what one of them is worth on average, in money."""

    kind: str
    """`left`, `came` or `came back`."""
    people: float
    each: float


def averages(people: Flows, value: Flows) -> tuple[Average, ...]:
    """One who left, one who came, one who came back: lapsed value / lapsed and so on; a kind of nobody is left out.

    Source: docs/method.md 2, Derived.
    """
    kinds = (("left", "lapsed"), ("came", "new"), ("came back", "returned"))
    found = []
    for kind, name in kinds:
        count = getattr(people, name)
        each = share(getattr(value, name), count)
        if each is not None:
            found.append(Average(kind, count, each))
    return tuple(found)


def replacement(people: Flows, value: Flows, noun: str = "customers") -> str:
    """How many new customers replace the value of one who left, a sentence; or why nobody can say."""
    need = replacement_need(people, value)
    if people.lapsed == 0:
        return "Nobody left, so nobody has to be replaced."
    if people.new == 0:
        return "Nobody came for the first time, so nobody replaces those who left."
    if need is None:
        missing = [
            words
            for words, figure in (
                ("how many left", people.lapsed),
                ("how many came", people.new),
                ("what those who left were worth", value.lapsed),
                ("what those who came are worth", value.new or None),
            )
            if figure is None
        ]
        return f"How many replace one who left cannot be said: {' and '.join(missing)} is not known."
    if need < 0 or (value.new is not None and value.new < 0):
        return "How many replace one who left cannot be said: a value below nothing has no replacement."
    if abs(need - 1) < _EVEN:
        return f"One new for one who left: on average such {noun} are worth the same."
    return f"It takes {need:,.{1 if need >= 0.95 else 2}f} new {noun} to replace the value of one who left."

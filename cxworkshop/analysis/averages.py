"""The average customer who left beside the average one who came, and how many of one replace one of the other."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge_measures import replacement_need, share
from cxworkshop.analysis.findings import listed

_EVEN, _LEAST = 0.005, 0.01


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
    found = need(people, value)
    if isinstance(found, str):
        return f"{found}."
    if abs(found - 1) < _EVEN:
        return f"One new for one who left: on average such {noun} are worth the same."
    return f"It takes {need_words(found)} new {noun} to replace the value of one who left."


def need(people: Flows, value: Flows) -> float | str:
    """The replacement need of docs/method.md 2, or why there is none, a sentence without its stop.

    Nothing, and less than nothing, can neither be replaced nor replace.
    """
    figures = {
        "how many left": people.lapsed,
        "how many came": people.new,
        "what those who left were worth": value.lapsed,
        "what those who came are worth": value.new,
    }
    missing = [words for words, figure in figures.items() if figure is None]
    if people.lapsed == 0:
        return "Nobody left, so nobody has to be replaced"
    if people.new == 0:
        return "Nobody came for the first time, so nobody replaces those who left"
    found = replacement_need(people, value)
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        return f"How many replace one who left cannot be said: {listed(missing)} {verb} not known"
    if (value.lapsed or 0) < 0 or (value.new or 0) < 0:
        return "How many replace one who left cannot be said: a value below nothing has no replacement"
    if value.lapsed == 0:
        return "Those who left were worth nothing, so there is no value to replace"
    if found is None:
        return "Those who came are worth nothing, so no number of them replaces one who left"
    return found


def need_words(found: float) -> str:
    """A replacement need as people read it: `2.3`; where it is near one or less, `0.96`; `less than 0.01`."""
    if found < _LEAST:
        return f"less than {_LEAST}"
    return f"{found:,.2f}" if found < 1.1 else f"{found:,.1f}".removesuffix(".0")

"""When the early warning holds: a measure for every priority moment that wakes somebody, and series that can be read."""

from __future__ import annotations

from cxworkshop.analysis.early_warning import Warned, priority_moments, warned
from cxworkshop.analysis.findings import counted, in_words, listed, sentence
from cxworkshop.analysis.verdicts import USABLE
from cxworkshop.analysis.watch import watched
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import lacking, named, share, some, told, written

_CALLED = {
    "name": "a name",
    "standard": "standard",
    "owner": "owner",
    "trigger": "threshold",
    "response": "response",
    "rescue": "rescue",
}


def measures_missing(workshop: Workshop) -> str | None:
    """For every priority moment a warning: threshold, owner and response, and with them its standard and rescue."""
    moments = priority_moments(workshop)
    if not moments:
        return "No moment is marked as a priority on the map yet, so there is nothing to measure."
    nearest = _nearest(workshop)
    nothing = [moment for moment in moments if nearest[moment.id].measure is None]
    quiet, halves = list[str](), list[str]()
    for moment in moments:
        one = nearest[moment.id]
        if one.measure and one.lacks:
            said = f"{named(workshop, [moment])[0]} lacks {lacking_words(one)}"
            (halves if one.warns else quiet).append(said)
    return told(
        lacking(
            named(workshop, nothing), "priority moment has no measure", "priority moments have no measure"
        ),
        lacking(quiet, "measure is not yet a warning", "measures are not yet a warning"),
        lacking(halves, "warning is not whole", "warnings are not whole"),
    )


def measures_says(workshop: Workshop) -> str:
    """How many priority moments would warn you."""
    moments = priority_moments(workshop)
    if not moments:
        return "Each priority moment appears here with its standard, who is woken by what, and the rescue."
    ready = {one.moment.id for one in warned(workshop) if one.moment and one.warns}
    warning = sum(moment.id in ready for moment in moments)
    said = sentence(f"{share(warning, len(moments), 'priority moment', 'warns', 'warn')} you in time")
    if warning == len(moments):
        return f"{said}."
    return (
        f"{said}: customers tell you first."
        if not warning
        else f"{said}; at the rest, customers tell you first."
    )


def lacking_words(one: Warned) -> str:
    """What a measure is short of: `threshold and response`."""
    return listed([_CALLED[name] for name in one.lacks])


def signals_missing(workshop: Workshop) -> str | None:
    """At least one measure with a series of six readings."""
    measures = written(workshop, Measure)
    if not measures:
        return "There is no measure yet whose readings could be entered."
    longest = max(_points(workshop, measure) for measure in measures)
    if longest >= USABLE:
        return None
    return sentence(
        f"no measure has a readable series yet: the longest has {counted(longest, 'reading')}, and "
        f"{counted(USABLE - longest, 'more is', 'more are')} needed."
    )


def signals_says(workshop: Workshop) -> str:
    """How many measures are getting worse, and which; how many are steady and still short of what was promised."""
    begun = [one for one in watched(workshop) if one.chart]
    charts = [one for one in begun if one.chart and one.chart.state != "early"]
    if begun and not charts:
        return f"It is too early to judge: no measure has {in_words(USABLE)} readings yet."
    if not charts:
        return "A chart of each measure appears here: what varies by chance, and what tells of a change."

    def of(state: str) -> list[str]:
        return named(workshop, [one.measure for one in charts if one.chart and one.chart.state == state])

    said = [
        f"{share(len(names), len(charts), 'measure', 'is', 'are')} {words}: {some(names)}."
        for state, words in (("worse", "getting worse"), ("better", "getting better"))
        if (names := of(state))
    ]
    if changed := of("changed"):
        said.append(f"{share(len(changed), len(charts), 'measure', 'has', 'have')} changed: {some(changed)}.")
    if short := [one for one in charts if one.short]:
        what = share(len(short), len(charts), "measure", "is", "are")
        said.append(f"{what} steady and short of the standard: only other work changes that.")
    if not said:
        said.append(f"{share(len(charts), len(charts), 'measure', 'is', 'are')} steady: leave well alone.")
    return told(*map(sentence, said)) or ""


def _nearest(workshop: Workshop) -> dict[str, Warned]:
    """For each priority moment, by its id, the measure that lacks least."""
    found: dict[str, Warned] = {}
    for one in warned(workshop):
        if one.moment and (one.moment.id not in found or len(one.lacks) < len(found[one.moment.id].lacks)):
            found[one.moment.id] = one
    return found


def _points(workshop: Workshop, measure: Measure) -> int:
    return sum(row.measure == measure.id and row.value is not None for row in workshop.all(Reading))

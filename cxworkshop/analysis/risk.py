"""The defector pipeline: who meets a moment, whom it fails, who is rescued, who leaves, and what that is worth."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.customer_values import Worth, population, worth_of, worths
from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.analysis.judgements import TITLES, Judged, judged
from cxworkshop.domain.records import Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop

NEEDED = {
    "customers": "how many meet it",
    "failure": TITLES["failure"],
    "leaving": TITLES["leaving"],
}
"""What a sum needs beside the value of a customer; a blank share of rescued means that nobody is."""
NO_VALUE = "what a customer is worth (the bridge has no opening value)"


@dataclass(frozen=True)
class AtRisk:
    """One moment's year, in customers and money. Source: docs/method.md 3.1."""

    row: Risk
    group: str
    """The customers it is about, case-folded; blank for all."""
    met: int
    judged: Judged
    worth: Worth

    @property
    def touchpoint(self) -> str | None:
        """The moment's id."""
        return self.row.touchpoint

    @property
    def failed(self) -> float:
        """Customers whom the moment fails."""
        return self.met * self.judged.failure.base

    @property
    def rescued(self) -> float:
        """Of those failed, customers who are rescued."""
        return self.failed * self.judged.rescued.base

    @property
    def unrescued(self) -> float:
        """Of those failed, customers whom nobody rescues."""
        return self.failed - self.rescued

    @property
    def defectors(self) -> float:
        """Customers who leave because nobody rescued them."""
        return self.unrescued * self.judged.leaving.base

    @property
    def ends(self) -> tuple[float, float]:
        """The customers who leave with every judgement at its favourable end, and with every one at the other end."""
        low, high = self.judged.ends()
        return self.met * low, self.met * high

    @property
    def ranged(self) -> bool:
        """Whether any judgement was given as a range."""
        return any(one.ranged for one in self.judged)

    @property
    def value(self) -> float:
        """What those who leave are worth in a year: the value at risk."""
        return self.defectors * self.worth.each

    @property
    def low(self) -> float:
        """Value at risk with every judgement at its favourable end."""
        return self.ends[0] * self.worth.each

    @property
    def high(self) -> float:
        """Value at risk with every judgement at its unfavourable end."""
        return self.ends[1] * self.worth.each

    @property
    def saved(self) -> float:
        """What the rescued would have taken with them."""
        return self.rescued * self.judged.leaving.base * self.worth.each

    @property
    def point(self) -> float:
        """What rescuing one more in a hundred of those failed would save; nothing where all are rescued."""
        left = min(0.01, 1 - self.judged.rescued.base)
        return self.failed * left * self.judged.leaving.base * self.worth.each

    @property
    def captives(self) -> float | None:
        """Customers who stay only because leaving is hard: delayed rather than safe, and no part of the value at risk."""
        return None if self.row.captive is None else self.met * self.row.captive / 100

    @property
    def captive_value(self) -> float | None:
        """What the captive are worth in a year; shown apart."""
        return None if self.captives is None else self.captives * self.worth.each


@dataclass(frozen=True)
class Lacking:
    """A moment whose sum cannot be worked out, and what nobody has said that it needs."""

    touchpoint: str | None
    missing: tuple[str, ...]
    """Empty where a priority moment has no row at all."""


def at_risk(workshop: Workshop, risk: Risk) -> AtRisk | None:
    """One row's year; None while customers, failure, leaving or the value of a customer is missing."""
    return _at_risk(risk, worth_of(workshop, risk))


def missing(workshop: Workshop, risk: Risk) -> tuple[str, ...]:
    """What nobody has said yet and a row's sum needs: `how often it fails`."""
    return _missing(risk, worth_of(workshop, risk))


def pipeline(workshop: Workshop) -> tuple[AtRisk, ...]:
    """Every moment whose figures are complete, in the order of the customer's life; those off the map come last."""
    place = {moment.id: number for number, moment in enumerate(moments(workshop))}
    worth = worths(workshop)
    found = [one for risk in workshop.all(Risk) if (one := _at_risk(risk, worth[risk.id]))]
    return tuple(sorted(found, key=lambda one: place.get(one.touchpoint or "", len(place))))


def lacking(workshop: Workshop) -> tuple[Lacking, ...]:
    """Moments with a row that cannot be worked out, and priority moments without a row, in the order of the customer's life."""
    rows = [row for row in workshop.all(Risk) if row.filled]
    begun = {row.touchpoint for row in rows}
    worth = worths(workshop)
    halves = [Lacking(row.touchpoint, gaps) for row in rows if (gaps := _missing(row, worth[row.id]))]
    order = moments(workshop)
    bare = [Lacking(one.id, ()) for one in order if one.priority and not one.parked and one.id not in begun]
    place = {moment.id: number for number, moment in enumerate(order)}
    return tuple(sorted([*halves, *bare], key=lambda one: place.get(one.touchpoint or "", len(place))))


def moments(workshop: Workshop) -> tuple[Touchpoint, ...]:
    """Every moment of the map in the order of the customer's life; those of no stage come last."""
    places = [*(stage.id for stage in ordered_stages(workshop)), None]
    return tuple(one for place in places for one in touchpoints_of(workshop, place))


def _at_risk(risk: Risk, worth: Worth | None) -> AtRisk | None:
    if risk.customers is None or worth is None or any(getattr(risk, name) is None for name in NEEDED):
        return None
    return AtRisk(risk, population(risk), risk.customers, judged(risk), worth)


def _missing(risk: Risk, worth: Worth | None) -> tuple[str, ...]:
    unsaid = [words for name, words in NEEDED.items() if getattr(risk, name) is None]
    return (*unsaid, *([] if worth else [NO_VALUE]))

"""The defector pipeline: who meets a moment, whom it fails, who is rescued, who leaves, and what that is worth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.bridges import latest
from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.domain.records import Risk
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class AtRisk:
    """One moment's year, in customers and money."""

    touchpoint: str | None
    """Its id."""
    met: int
    failed: float
    rescued: float
    unrescued: float
    defectors: float
    """Customers who leave because nobody rescued them."""
    value: float
    """What they are worth in a year: the value at risk."""
    saved: float
    """What the rescued would have taken with them."""
    captive: float | None
    """Customers' value that stays only because leaving is hard; shown apart, delayed rather than safe."""
    low: float | None
    high: float | None
    """Value at risk at either end of the judgement on leaving; None where no end is given."""
    risk: str = ""
    """Id of the row that it was computed from."""


def at_risk(risk: Risk) -> AtRisk | None:
    """The value at risk of one moment: customers × failure × (1 − rescued) × extra leaving × value of a customer.

    None while customers, failure, leaving or value is blank; a blank share of rescued means that nobody is.
    Source: docs/method.md 3.1.
    """
    if risk.customers is None or risk.failure is None or risk.leaving is None or risk.value is None:
        return None
    failed = risk.customers * risk.failure / 100
    rescued = failed * (risk.rescued or 0) / 100
    unrescued = failed - rescued
    ends = sorted(
        unrescued * leaving / 100 * risk.value
        for leaving in (risk.leaving_low, risk.leaving_high)
        if leaving is not None
    )
    defectors = unrescued * risk.leaving / 100
    value = defectors * risk.value
    low = min(value, ends[0]) if risk.leaving_low is not None or len(ends) == 2 else None
    high = max(value, ends[-1]) if risk.leaving_high is not None or len(ends) == 2 else None
    return AtRisk(
        touchpoint=risk.touchpoint,
        met=risk.customers,
        failed=failed,
        rescued=rescued,
        unrescued=unrescued,
        defectors=defectors,
        value=value,
        saved=rescued * risk.leaving / 100 * risk.value,
        captive=None if risk.captive is None else risk.customers * risk.captive / 100 * risk.value,
        low=low,
        high=high,
        risk=risk.id,
    )


def pipeline(workshop: Workshop) -> tuple[AtRisk, ...]:
    """Every moment whose figures are complete, in the order of the customer's life; those off the map come last."""
    moments = [
        *(one.id for stage in ordered_stages(workshop) for one in touchpoints_of(workshop, stage.id)),
        *(one.id for one in touchpoints_of(workshop, None)),
    ]
    place = {id: number for number, id in enumerate(moments)}
    found = [one for one in map(at_risk, workshop.all(Risk)) if one]
    return tuple(sorted(found, key=lambda one: place.get(one.touchpoint or "", len(place))))


def upper_bound(workshop: Workshop) -> float:
    """All value at risk added up, never more than the opening value of the bridge.

    An upper bound: a customer who is failed twice is counted twice. Source: docs/method.md 3.1.
    """
    total = math.fsum(one.value for one in pipeline(workshop))
    found = latest(workshop)
    opening = found[0].opening_value if found else None
    return total if opening is None or opening <= 0 else min(total, opening)


def together(risks: Sequence[Risk]) -> float | None:
    """Value at risk of moments that the same customers meet independently: n·v·[1 − Π(1 − f(1 − r)d)].

    None unless all figures are given and all rows share one number and one value of customers.
    Source: docs/method.md 3.1.
    """
    found = [at_risk(risk) for risk in risks]
    if not found or None in found or len({(risk.customers, risk.value) for risk in risks}) > 1:
        return None
    met, worth = risks[0].customers or 0, risks[0].value or 0.0
    stay = math.prod(1 - one.defectors / met for one in found if one) if met else 1.0
    return met * worth * (1 - stay)

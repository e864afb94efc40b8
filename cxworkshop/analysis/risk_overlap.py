"""All moments' value at risk as one figure in which nobody is lost twice, beside the sum that counts some people twice."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.customer_values import bridge_value
from cxworkshop.analysis.risk import AtRisk, pipeline
from cxworkshop.domain.workshop import Workshop


class Loss(NamedTuple):
    """Customers who leave and what they are worth in a year."""

    people: float
    value: float


class Leavers(NamedTuple):
    """Those who leave over one moment, which `met` customers of a group meet."""

    group: str
    met: int
    people: float
    each: float
    """What one of them is worth."""


class Whole(NamedTuple):
    """All moments together."""

    most: Loss
    """Everything added up: an upper bound, since a customer who is failed twice is counted twice."""
    once: Loss
    """With nobody counted twice."""
    low: Loss
    """The same with every judgement at its favourable end."""
    high: Loss
    """The same with every judgement at its unfavourable end."""
    mixed: bool
    """Whether some rows are about all customers and others about a group, whom the former may count once more."""
    capped: bool
    """Whether they add up to more than all opening customers are worth."""


def whole(workshop: Workshop, found: Sequence[AtRisk] | None = None) -> Whole:
    """The value at risk of all moments, or of some: added up, and with nobody counted twice, with its range.

    No money is more than the opening value of the latest bridge, as a year's where the bridge says what it covers. People
    have no such bound: who meets a moment in a year may have come since the opening. Source: docs/method.md 3.1.
    """
    found = pipeline(workshop) if found is None else found
    groups = {one.group for one in found}
    cap = _cap(workshop)
    added_up = Loss(math.fsum(one.defectors for one in found), math.fsum(one.value for one in found))

    def lost(of: Iterable[Leavers]) -> Loss:
        return _capped(once(of), cap)

    return Whole(
        most=_capped(added_up, cap),
        once=lost(leavers(one) for one in found),
        low=lost(leavers(one, one.ends[0]) for one in found),
        high=lost(leavers(one, one.ends[1]) for one in found),
        mixed="" in groups and len(groups) > 1,
        capped=added_up.value > cap,
    )


def leavers(one: AtRisk, people: float | None = None) -> Leavers:
    """Those who leave over a moment, as judged unless other `people` are given."""
    return Leavers(one.group, one.met, one.defectors if people is None else people, one.worth.each)


def once(rows: Iterable[Leavers]) -> Loss:
    """Who leaves where moments are met independently and nobody leaves twice; groups add up.

    With N customers of a group (the most who meet one of its moments) and the share p of them who leave over each
    moment, N·[1 − Π(1 − p)] leave. Who would leave over several moments is worth what the dearest of them says:
    N·Σ v·p·Π(1 − p of the dearer ones). With one number of customers and one value this is n·v·[1 − Π(1 − f(1 − r)d)],
    docs/method.md 3.1. It is never more than the sum nor less than the largest moment, and it grows with every one of
    them. A mean value would do neither: 100 who are worth 1,000 each would weigh less for each cheap loss beside them.
    """
    groups: dict[str, list[Leavers]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    people, value = [], []
    for of in groups.values():
        everyone = max(row.met for row in of)
        stay = 1.0
        for row in sorted(of, key=lambda row: -row.each):
            share = row.people / everyone if everyone else 0.0
            people.append(everyone * stay * share)
            value.append(everyone * stay * share * row.each)
            stay *= 1 - share
    return Loss(math.fsum(people), math.fsum(value))


def _capped(loss: Loss, cap: float) -> Loss:
    return loss._replace(value=min(loss.value, cap))


def _cap(workshop: Workshop) -> float:
    """What all opening customers are worth, as a year's where the bridge says what its values cover."""
    found = latest(workshop)
    worth = found[0].opening_value if found else None
    known = bridge_value(workshop)
    annual = known.annual if known else None
    return worth * (annual or 1) if worth is not None and worth > 0 else math.inf

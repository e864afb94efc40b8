"""Why revenue moved between two periods: by more customers, by more orders each, or by more in an order."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.beside import beside, not_comparable
from cxworkshop.analysis.bridge import closing, number
from cxworkshop.analysis.bridge_measures import log_mean_split
from cxworkshop.analysis.bridge_rows import Period, latest, totals
from cxworkshop.analysis.findings import customers, listed, money, sentence
from cxworkshop.analysis.periods import period_name
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop

_SMALL = 1000
FACTORS = ("customers", "orders each", "order value", "margin")


@dataclass(frozen=True)
class Split:
    """Revenue, or profit where `factors` end in margin, of two periods that follow each other, and what moved it."""

    before: float
    after: float
    periods: tuple[Period, Period]
    factors: tuple[str, ...]
    then: tuple[float, ...]
    now: tuple[float, ...]
    parts: tuple[float, ...]
    """In money, in the order of `factors`; they add up to after less before."""


def revenue_split(workshop: Workshop, *, profit: bool = False) -> Split | str:
    """Revenue = customers x orders each x order value by the log-mean split, or a sentence that says what it lacks.

    Customers are each period's closing, orders each is orders / customers, order value is revenue / orders; with
    `profit` the margin is a fourth factor. The latest period against the one before, if it is about as long. Source: docs/method.md 2, Derived.
    """
    found = latest(workshop)
    if found is None:
        return "Why revenue moved can be told with a bridge of two periods, and their revenue and orders."
    period = found[0].period_start, found[0].period_end
    after, before = beside(workshop, period)
    label = period_name(found[0].period_start, found[0].period_end)
    if after is None or before is None:
        unlike = not_comparable(workshop, period) if after else None
        if unlike:
            return f"Why revenue moved cannot be told: {unlike}."
        which = f"of {label}" if after is None else f"of the period before {label}"
        return f"Why revenue moved cannot be told yet: revenue and orders {which} are missing."
    ends = [(one, _period(one), _closing(workshop, _period(one))) for one in (before, after)]
    for facts, period, people in ends:
        wanted = ("revenue", "orders", "margin") if profit else ("revenue", "orders")
        given = {name: getattr(facts, name) for name in wanted} | {"closing count": people}
        for name, figure in given.items():
            if figure is None:
                return f"Why revenue moved cannot be told yet: {period_name(*period)} has no {name}."
            if figure <= 0:
                return (
                    f"Why revenue moved cannot be split: {name} of {period_name(*period)} is {number(figure)},"
                    " and only what is more than nothing has a share in a product."
                )
    factors = [_factors(facts, people or 0, profit=profit) for facts, _, people in ends]
    parts = log_mean_split(*factors)
    if parts is None:
        return "Why revenue moved cannot be split: a factor is nothing."
    sizes = [(facts.revenue or 0) * (_margin(facts) if profit else 1) for facts, _, _ in ends]
    names = FACTORS if profit else FACTORS[:-1]
    return Split(sizes[0], sizes[1], (ends[0][1], ends[1][1]), names, factors[0], factors[1], parts)


def told(workshop: Workshop, split: Split) -> str:
    """A split in a sentence: how much it moved, and what pushed it which way, the strongest first."""
    change, noun = split.after - split.before, customers(workshop)
    what = "Profit" if len(split.factors) == len(FACTORS) else "Sales"
    # Sales that are typed in thousands or millions move by less than a whole unit.
    places = 2 if max(split.before, split.after) < _SMALL else 0
    pushes = sorted(
        zip(split.factors, split.then, split.now, split.parts, strict=True), key=lambda one: -abs(one[3])
    )
    said = [
        f"{_push(noun if name == 'customers' else name, later > earlier)} {'added' if part > 0 else 'took'}"
        f" {money(workshop, abs(part), places)}"
        for name, earlier, later, part in pushes
        if round(part, places)
    ]
    times = f"from {period_name(*split.periods[0])} to {period_name(*split.periods[1])}"
    if not said:
        return f"{what} did not move {times}."
    moved = (
        f"{'rose' if change > 0 else 'fell'} by {money(workshop, abs(change), places)}"
        if round(change, places)
        else "stayed the same"
    )
    return f"{what} {moved} {times}: {listed(said)}."


def _push(name: str, more: bool) -> str:
    if name == "order value":
        return "larger orders" if more else "smaller orders"
    if name == "margin":
        return "a wider margin" if more else "a thinner margin"
    return f"{'more' if more else 'fewer'} {name}"


def factor_title(workshop: Workshop, name: str) -> str:
    """A factor as it stands under its bar; customers by the company's own word."""
    return sentence(customers(workshop) if name == "customers" else name)


def _factors(facts: PeriodFacts, people: float, *, profit: bool) -> tuple[float, ...]:
    orders, revenue = facts.orders or 0, facts.revenue or 0.0
    three = (people, orders / people, revenue / orders)
    return (*three, _margin(facts)) if profit else three


def _margin(facts: PeriodFacts) -> float:
    return (facts.margin or 0) / 100


def _period(facts: PeriodFacts) -> Period:
    return facts.period_start, facts.period_end


def _closing(workshop: Workshop, period: Period) -> float | None:
    return next(
        (closing(flows) for row, flows in totals(workshop) if (row.period_start, row.period_end) == period),
        None,
    )

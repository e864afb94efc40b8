"""Which customers buy in which year, and in which segment they are then."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from sample_data.story.segments import MOVES, SEGMENTS, Segment


@dataclass
class Customer:
    """A customer while the story is being told: the years with a purchase, the segment in each, and own habits."""

    years: set[int]
    segments: dict[int, str]
    appetite: float
    spend: float
    since: int
    number: int = field(default=-1)


def make_customers(seed: int) -> list[Customer]:
    """Everybody who bought in 2023-2025, oldest cohort first; the place in the list is the customer's number."""
    rng = Random(seed)
    everyone: list[Customer] = []
    for segment in SEGMENTS:
        everyone += [_newcomer(rng, segment, 2023) for _ in range(segment.buyers_2023)]
    gone_2024 = _play_year(rng, everyone, 2024)
    for segment in SEGMENTS:
        for customer in _pick(
            rng, gone_2024[segment.name], [1.0] * len(gone_2024[segment.name]), segment.returned_2025
        ):
            customer.years.add(2025)
            customer.segments[2025] = segment.name
    _play_year(rng, everyone, 2025)
    cohorts = [[customer for customer in everyone if customer.since == year] for year in (2023, 2024, 2025)]
    for cohort in cohorts:
        rng.shuffle(cohort)
    ordered = [customer for cohort in cohorts for customer in cohort]
    for number, customer in enumerate(ordered):
        customer.number = number
    return ordered


def _newcomer(rng: Random, segment: Segment, year: int) -> Customer:
    return Customer(
        {year}, {year: segment.name}, rng.gammavariate(0.75, 1 / 0.75), rng.lognormvariate(-0.08, 0.4), year
    )


def _play_year(rng: Random, everyone: list[Customer], year: int) -> dict[str, list[Customer]]:
    """Let people leave, stay, move between segments and arrive; returns who left, by segment."""
    gone: dict[str, list[Customer]] = {}
    stayed: dict[str, list[Customer]] = {}
    place = year - 2024
    for segment in SEGMENTS:
        there = [customer for customer in everyone if customer.segments.get(year - 1) == segment.name]
        # Light buyers leave first, and so do those whom the first-order discount of 2024 brought in.
        restless = [
            (1.9 if customer.since == 2024 == year - 1 else 1.0)
            / (0.35 + customer.appetite) ** segment.light_leave_first
            for customer in there
        ]
        gone[segment.name] = _pick(rng, there, restless, segment.lapsed[place])
        left = set(map(id, gone[segment.name]))
        stayed[segment.name] = [customer for customer in there if id(customer) not in left]
        for customer in stayed[segment.name]:
            customer.years.add(year)
            customer.segments[year] = segment.name
    for when, origin, target, count in MOVES:
        if when == year:
            movers = [customer for customer in stayed[origin] if customer.segments[year] == origin]
            for customer in _pick(rng, movers, [1.0] * len(movers), count):
                customer.segments[year] = target
    for segment in SEGMENTS:
        everyone += [_newcomer(rng, segment, year) for _ in range(segment.new[place])]
    return gone


def _pick(rng: Random, pool: Sequence[Customer], weights: Sequence[float], count: int) -> list[Customer]:
    """A weighted draw without replacement (Efraimidis and Spirakis: the largest u^(1/w))."""
    keyed = sorted(((rng.random() ** (1 / w), place) for place, w in enumerate(weights)), reverse=True)
    return [pool[place] for _, place in keyed[:count]]

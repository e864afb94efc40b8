"""What the till recorded: orders, refunds and replacements over three calendar years."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from sample_data.story.customers import Customer, make_customers
from sample_data.story.segments import (
    CHANNELS,
    ORDER_VALUE,
    RANGES,
    SEGMENT_BASKET,
    SEGMENTS,
    YEARS,
    Segment,
)

SEED = 20231
LAST_DAY = date(2025, 12, 31)
HEADER = ("transaction_id", "customer_id", "date", "amount", "segment", "channel", "product_range")
SHUT = {(12, 25), (12, 26)}
ENDINGS = (0.0, 0.0, 0.5, 0.95, 0.95, 0.99)


@dataclass(frozen=True)
class Sale:
    """One row of the ledger; pounds, refunds below zero; `customer` is the person's number, None if unknown."""

    customer: int | None
    day: date
    amount: float
    segment: str
    channel: str
    product_range: str
    key: str = ""


def make_sales() -> list[Sale]:
    """About 200,000 rows in order of date, including refunds and free replacements."""
    rng = Random(SEED)
    calendars = {(s.name, year): _calendar(s, year) for s in SEGMENTS for year in YEARS}
    by_name = {segment.name: segment for segment in SEGMENTS}
    sales: list[Sale] = []
    for customer in make_customers(SEED + 1):
        for year in sorted(customer.years):
            segment = by_name[customer.segments[year]]
            sales += _year_of_orders(rng, customer, segment, year, *calendars[segment.name, year])
    sales += _free_replacements(rng, sales)
    sales += [sale for order in sales for sale in _refund(rng, order)]
    keyed = sorted((sale.day, rng.random(), place) for place, sale in enumerate(sales))
    return [sales[place] for _, _, place in keyed]


def rows(sales: list[Sale], numbers: list[str]) -> Iterator[tuple[str, ...]]:
    """The ledger as the till exports it, with its few slips: odd customer numbers, missing ones, rows sent twice."""
    rng = Random(SEED + 2)
    for place, sale in enumerate(sales):
        number = "" if sale.customer is None else numbers[sale.customer]
        slip = rng.random()
        if slip < 0.00025:
            number = rng.choice((number.lower(), f" {number}", f"{number} ", f" {number.lower()} "))
        elif 0.5 < slip < 0.50008 and sale.amount < 100:
            number = ""
        row = (
            f"S{place + 4000001}",
            number,
            sale.day.isoformat(),
            f"{sale.amount:.2f}",
            sale.segment,
            sale.channel,
            sale.product_range,
        )
        yield row
        if 0.7 < slip < 0.70005:
            yield row


def _calendar(segment: Segment, year: int) -> tuple[list[date], list[float]]:
    """The days on which orders are taken and their running weights."""
    days, weights = [], []
    for month, weight in enumerate(segment.months, start=1):
        for number in range(1, monthrange(year, month)[1] + 1):
            day = date(year, month, number)
            # Autumn 2025 runs below other autumns: households that waited for a delivery hold back.
            quiet = 0.88 if year == 2025 and month >= 9 and segment.name != "Trade and estates" else 1.0
            open_today = 0.0 if (month, number) in SHUT else 1.0
            days.append(day)
            weights.append(weight * quiet * open_today * (1.35 if day.weekday() >= 5 else 1.0))
    return days, list(accumulate(weights))


def _year_of_orders(
    rng: Random, customer: Customer, segment: Segment, year: int, days: list[date], weights: list[float]
) -> Iterator[Sale]:
    extra = (segment.orders[year - 2023] - 1) * customer.appetite
    count = 1 + min(
        int(rng.expovariate(1 / extra)) if extra > 0 and rng.random() < 0.35 else _poisson(rng, extra), 90
    )
    for day in rng.choices(days, cum_weights=weights, k=count):
        product_range = rng.choices(RANGES, segment.ranges)[0]
        channel = rng.choices(CHANNELS, segment.channels)[0]
        middle = ORDER_VALUE[product_range] * SEGMENT_BASKET[segment.name] * segment.price[year - 2023]
        pounds = middle * customer.spend * rng.lognormvariate(0, 0.55)
        amount = int(pounds) + rng.choice(ENDINGS)
        yield Sale(customer.number, day, max(amount, 2.5), segment.name, channel, product_range)


def _poisson(rng: Random, mean: float) -> int:
    """Arrivals with exponential gaps until a unit of time has passed."""
    count, passed = -1, 0.0
    while passed <= mean:
        passed += rng.expovariate(1.0)
        count += 1
    return count


def is_large_delivery(sale: Sale) -> bool:
    """Furniture and machinery that came to the house: the orders that need a promised day."""
    return (
        sale.amount > 0
        and sale.product_range in ("Garden furniture", "Tools and machinery")
        and sale.channel != "Garden centre"
    )


def _refund(rng: Random, order: Sale) -> Iterator[Sale]:
    late = order.day >= date(2025, 7, 1)
    share = (0.115 if late else 0.055) if is_large_delivery(order) else 0.034
    if order.amount > 0 and rng.random() < share:
        day = order.day + timedelta(days=rng.randint(3, 26))
        part = order.amount if rng.random() < 0.62 else round(order.amount * rng.choice((0.2, 0.25, 0.5)), 2)
        if day <= LAST_DAY:
            yield Sale(order.customer, day, -part, order.segment, order.channel, order.product_range)


def _free_replacements(rng: Random, sales: list[Sale]) -> list[Sale]:
    """A handful of replacements booked at 0.00, in the same year as the order that they replace."""
    chosen = [sale for sale in rng.sample(sales, 60) if sale.day.month < 12]
    return [
        Sale(
            s.customer, s.day + timedelta(days=rng.randint(4, 20)), 0.0, s.segment, s.channel, s.product_range
        )
        for s in chosen
    ]

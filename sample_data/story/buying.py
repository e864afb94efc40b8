"""What the ledger says about each customer, as a department would look it up."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sample_data.story.ledger import Sale

Line = tuple[int, tuple[str, ...]]
"""The person whom a row of a list stands for, and the row: the first is the truth that a reconciliation looks for."""


@dataclass
class Buying:
    """What the ledger says about one customer: last day, segment, and what was bought in the last year and where."""

    last: date
    segment: str
    ranges: Counter[str]
    delivered: bool


def what_was_bought(sales: list[Sale]) -> dict[int, Buying]:
    """The buying of every customer number in the ledger; refunds do not count."""
    bought: dict[int, Buying] = {}
    for sale in sales:
        if sale.customer is None or sale.amount < 0:
            continue
        known = bought.setdefault(sale.customer, Buying(sale.day, sale.segment, Counter(), False))
        known.last, known.segment = sale.day, sale.segment
        if sale.day.year == 2025:
            known.ranges[sale.product_range] += 1
            known.delivered = known.delivered or sale.channel != "Garden centre"
    return bought

"""Four departments' customer lists: each is right by its own lights, and no two give the same number."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from sample_data.story.buying import Line, what_was_bought
from sample_data.story.ledger import Sale
from sample_data.story.lists_of_accounts import FINANCE, SALES, finance, sales_ranges
from sample_data.story.lists_of_people import MARKETING, SERVICE, marketing, service
from sample_data.story.people import Person

NEWSLETTER_ONLY = 8942


@dataclass(frozen=True)
class DepartmentList:
    """One department's list: its file, its own headers, and its rows."""

    file: str
    function: str
    header: tuple[str, ...]
    lines: list[Line]


def make_lists(people: list[Person], sales: list[Sale]) -> list[DepartmentList]:
    """The four lists as handed in on 9 January 2026; `people` holds customers first, then newsletter readers."""
    bought = what_was_bought(sales)
    writers: list[tuple[str, str, tuple[str, ...], Callable[..., list[Line]]]] = [
        ("list_marketing.csv.gz", "Marketing", MARKETING, marketing),
        ("list_finance.csv.gz", "Finance", FINANCE, finance),
        ("list_service.csv.gz", "Service", SERVICE, service),
        ("list_sales.xlsx", "Sales", SALES, sales_ranges),
    ]
    lists = []
    for seed, (file, function, header, lines) in enumerate(writers, start=501):
        rng = Random(seed)
        found = lines(rng, people, bought)
        rng.shuffle(found)
        lists.append(DepartmentList(file, function, header, found))
    return lists

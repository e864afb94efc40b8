"""Tillbrook Home & Garden, told from its first sale to its last comment."""

from dataclasses import dataclass

from sample_data.story.comments import Comment, make_comments
from sample_data.story.ledger import Sale, make_sales
from sample_data.story.lists import NEWSLETTER_ONLY, DepartmentList, make_lists
from sample_data.story.people import Person, make_people


@dataclass(frozen=True)
class Company:
    """Everything that the files are written from."""

    people: list[Person]
    sales: list[Sale]
    lists: list[DepartmentList]
    comments: list[Comment]

    @property
    def numbers(self) -> list[str]:
        """Customer numbers by person."""
        return [person.number for person in self.people]


def tell() -> Company:
    """Tell the whole story; always the same one."""
    sales = make_sales()
    customers = 1 + max(sale.customer for sale in sales if sale.customer is not None)
    people = make_people(customers + NEWSLETTER_ONLY, seed=7)
    return Company(people, sales, make_lists(people, sales), make_comments(sales))

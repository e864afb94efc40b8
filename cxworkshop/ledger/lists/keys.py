"""What rows are matched on: the chosen keys in an order of their own, and their cells over all lists."""

from collections.abc import Callable, Sequence

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.lists.columns import Values, encoded, gathered
from cxworkshop.ledger.lists.phones import without_country_codes
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.roles import IDENTIFYING, ROLES, key_name
from cxworkshop.ledger.lists.signs import comparable
from cxworkshop.ledger.lists.taxes import without_country

NUMBERS = ("id", "tax")


def is_anchor(key: str) -> bool:
    """Whether two different values of a key speak against one customer: numbers do, and headers that a person named."""
    return key in NUMBERS or key not in ROLES


def in_order(
    lists: Sequence[DepartmentList], keys: Sequence[str] | None, note: Callable[[str], object]
) -> list[str]:
    """The keys, anchors first, whatever order they were named in; by default those that identify.

    Raises BadValue for a key that no list has.
    """
    named = (
        [role for role in IDENTIFYING if any(role in one.columns for one in lists)] if keys is None else keys
    )
    order = [*NUMBERS, *sorted(key for key in named if key not in ROLES), *ROLES]
    chosen = sorted(set(named), key=order.index)
    for key in chosen:
        without = [one.name for one in lists if key not in one.columns]
        if len(without) == len(lists):
            raise BadValue(f"No list has a column for the key {key_name(key)}; choose another.")
        if without:
            note(f"No {key_name(key)} on {', '.join(without)}.")
    for one in lists:
        if not set(chosen) & set(one.columns):
            note(f"{one.name} has none of the keys, so each of its rows is taken as a customer of its own.")
    return chosen


def values_of(lists: Sequence[DepartmentList], key: str, note: Callable[[str], object]) -> Values:
    """A key's tidied cells over all lists; the customer id is made comparable by `in_series`."""
    if key == "phone":
        return without_country_codes(gathered(lists, key, note), note)
    if not is_anchor(key):
        return gathered(lists, key, note)
    found = encoded(comparable(lists, key, note))
    return without_country(found, note) if key == "tax" else found

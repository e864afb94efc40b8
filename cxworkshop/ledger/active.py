"""Who is a customer on a day, by name: what the count of a definition is made of."""

from datetime import date

import numpy as np

from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.exclusions import exclude
from cxworkshop.ledger.ledger import Ledger


def active_customers(ledger: Ledger, definition: BridgeDefinition, day: date) -> tuple[str, ...]:
    """The customers who are active at the end of a day, as the ledger spells them (docs/method.md 2, Snapshots).

    Raises BadValue where the definition leaves every row out.
    """
    rows, _, _ = exclude(ledger, definition)
    on = day.toordinal()
    known = rows.day <= on
    bought = known & (rows.day > on - definition.window) & (rows.cents >= definition.minimum_cents)
    if rows.contract is not None and rows.end is not None:
        runs = known & (rows.cents >= 0) & (rows.end.astype(np.int64) + definition.grace >= on)
        bought = np.where(rows.contract, runs, bought)
    return tuple(ledger.customers[int(who)] for who in np.unique(rows.customer[bought]))

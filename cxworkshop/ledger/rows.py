"""The rows of a ledger's file as they were read: whose, when, how much, in the bridge's own currency."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.currencies import converted
from cxworkshop.ledger.days import Days
from cxworkshop.ledger.ledger import NEVER, Before
from cxworkshop.ledger.merging import MergeTable, merged
from cxworkshop.ledger.names import Named, united
from cxworkshop.ledger.progress import Stages
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import unit_remark


@dataclass(frozen=True, eq=False)
class Rows:
    """All rows of a file as they were read, the money in the bridge's own currency."""

    customer: Codes
    customers: tuple[str, ...]
    has: Mask
    days: Days
    cents: Integers
    known: Mask
    value: Integers | None
    segment: Named | None
    exclude: Named | None
    first_seen: Integers | None
    """The day on which each row says its customer was first seen, `NEVER` where it says nothing."""
    before: tuple[Before, ...]
    """Whom the rows named before they were merged or gathered into units."""
    foreign: Mask | None
    """Rows left out whose money is in a currency that could not be turned; None where there is none."""

    @property
    def payment(self) -> tuple[Codes | Integers, ...]:
        """Whose, when and how much: what makes two rows without an id look like one."""
        same = (self.customer, self.days.day, self.cents)
        return same if self.days.end is None else (*same, self.days.end)

    @property
    def content(self) -> tuple[Codes | Integers | Mask, ...]:
        """All that a row says which a bridge counts by."""
        named = [column.codes for column in (self.segment, self.exclude) if column is not None]
        more = [column for column in (self.days.contract, self.value) if column is not None]
        return (*self.payment, *named, *more)


def read_rows(
    reading: Reading,
    read_days: Callable[[Reading, Mask], Days],
    rates: dict[str, Decimal],
    currency: str | None,
    merges: MergeTable | None,
    stages: Stages,
) -> Rows:
    """Read every row, `merges` laid over its customer first, then its unit.

    Raises BadLedger with all that cannot be read, unless the reading leaves bad rows out.
    """
    picked, table = reading.picked, reading.table
    stages.say(0.55, "Telling customers apart")
    customer = reading.names("customer")
    before = []
    if merges is not None:
        before.append(Before(customer.codes, customer.names))
        customer, found = merged(customer, merges)
        reading.notes.append(
            f"Merge table {merges.name}: of its {len(merges.into):,} ids {found:,} stand in the ledger, and count"
            " as the customers that it names."
        )
    codes, customers = customer.codes, customer.names
    if "unit" in picked:
        before.append(Before(codes, customers))
        unit = reading.names("unit")
        alone = int(((unit.codes < 0) & (codes >= 0)).sum())
        codes, customers = united(unit, customer)
        if alone:
            reading.notes.append(unit_remark(alone, picked["unit"].header))
    has = codes >= 0
    reading.only(has)
    stages.say(0.62, "Reading amounts and dates")
    amount = reading.money("amount")
    days = read_days(reading, has)
    reading.require("amount", amount, has)
    money = [amount.values]
    if "value" in picked:
        value = reading.money("value")
        reading.require("value", value, has)
        money.append(value.values)
    segment = reading.names("segment") if "segment" in picked else None
    exclude = reading.names("exclude") if "exclude" in picked else None
    first_seen = None
    if "first_seen" in picked:
        seen = reading.dates("first_seen")
        reading.refuse_where("first_seen", seen.wrong & has, seen.why)
        first_seen = np.where(seen.blank | seen.wrong, NEVER, seen.values)
    reading.finish(has)
    if not has.any():
        raise BadLedger(
            f"{table.name}: column {picked['customer'].header} is blank in every row; choose another."
        )
    bad = reading.bad()
    (cents, *values), foreign = converted(reading, has if bad is None else has & ~bad, rates, currency, money)
    known = ~(amount.blank | amount.wrong)
    worth = values[0] if values else None
    return Rows(
        codes, customers, has, days, cents, known, worth, segment, exclude, first_seen, tuple(before), foreign
    )

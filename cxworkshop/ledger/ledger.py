"""A ledger as it stands after reading: who, when, how much - in whole cents, customer by customer."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.left_out import DUPLICATE, EMPTY, NO_CUSTOMER, LeftOut, as_csv

SETTINGS = ("purchases", "contracts", "hybrid")
# What has no meaning in a setting, whichever column was named for it.
IDLE: dict[str, tuple[str, ...]] = {"purchases": ("start", "end"), "contracts": ("date",), "hybrid": ()}
# The end of a contract without one, and the day of what never was: later than any day, and still a whole number of 32 bits.
OPEN_END = NEVER = 2**31 - 2


@dataclass(frozen=True, eq=False)
class Before:
    """Who each row's customer was before a merge table or a unit: numbers into names, -1 where the cell is blank."""

    codes: Codes
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Ledger:
    """Rows sorted by customer number, then by day, then as in the file; days are `date.toordinal` numbers, customers and segments are numbered.

    `end` and `contract` are None in the setting purchases; a row's segment is -1 where the file leaves it blank.
    `columns` are (role, header) as picked, `notes` the sentences that the file gave rise to.
    """

    name: str
    setting: str
    columns: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    rows_read: int
    left_out: tuple[LeftOut, ...]
    repeats: int
    customers: tuple[str, ...]
    segments: tuple[str, ...] | None
    customer: Codes
    day: Integers
    cents: Integers
    segment: Codes | None
    end: Integers | None
    contract: Mask | None
    value: Integers | None = None
    """Cents that a row is worth where that is not its amount, such as its margin; the amount still decides who counts."""
    exclude: Codes | None = None
    """Each row's value (-1 where blank) in the column by which rows can be left out, where that is not the segment."""
    exclude_names: tuple[str, ...] = ()
    first_seen: Integers | None = None
    """The day on which each customer was first seen, as a column tells it; `NEVER` where it tells nothing."""
    before: tuple[Before, ...] = ()
    """Whom the rows named before they were merged or gathered into units; nothing where neither was done."""

    @property
    def rows(self) -> int:
        """How many rows count."""
        return len(self.day)

    @property
    def no_customer(self) -> LeftOut:
        """The rows left out because they name no customer."""
        return self._left_out(NO_CUSTOMER)

    @property
    def duplicates(self) -> LeftOut:
        """The rows left out because an earlier row has their transaction id."""
        return self._left_out(DUPLICATE)

    def _left_out(self, reason: str) -> LeftOut:
        found = next((group for group in self.left_out if group.reason == reason), None)
        return found or LeftOut(reason, 0, 0, EMPTY)

    @property
    def first_seen_column(self) -> str | None:
        """The column that tells when customers were first seen, where there is one."""
        return dict(self.columns).get("first_seen")

    @cached_property
    def first_day(self) -> date:
        """The first day with a purchase, refund or contract start."""
        return date.fromordinal(int(self.day.min()))

    @cached_property
    def last_day(self) -> date:
        """The last day with a purchase, refund or contract start."""
        return date.fromordinal(int(self.day.max()))


def left_out_csv(ledger: Ledger) -> bytes:
    """Every row that is in no figure, as CSV: its number in the file, the reason, customer, day and amount."""
    return as_csv(ledger.left_out)

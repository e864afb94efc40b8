"""A line of the customer asset bridge: one period of one segment, or of all customers."""

from dataclasses import dataclass, fields
from datetime import date

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge_flag_words import Flag


@dataclass(frozen=True)
class BridgeLine:
    """One period of one segment, or of all customers; values in whole cents. The names are the result's columns.

    An event of the period - a purchase, a refund, one who came and went - is told in its customer's segment at closing.
    """

    period_start: date
    period_end: date
    segment: str
    opening: int
    new: int
    returned: int
    lapsed: int
    moved_in: int
    moved_out: int
    closing: int
    came_and_went: int
    paused: int
    grown: int
    shrunk: int
    opening_value: int
    new_value: int
    returned_value: int
    lapsed_value: int
    grown_value: int
    shrunk_value: int
    moved_in_value: int
    moved_out_value: int
    closing_value: int
    flags: tuple[Flag, ...]
    returned_and_went: int = 0
    """Of those who came and went, who had been here before the period; the others were new."""
    pending: int = 0
    """Counted at closing, with a contract that ended and is within its grace."""
    worthless: int = 0
    """Counted at closing with a value of nothing or less."""
    orphan_refunds: int = 0
    """Refunds with a day in the period to customers who were not active that day."""
    orphan_value: int = 0
    """What these refunds are worth in cents; in the value of those who came back within the window all the same."""
    purchases: int = 0
    """Qualifying purchases with a day in the period."""
    revenue: int = 0
    """All amounts with a day in the period, whatever they are worth, refunds taken off, in cents."""

    @property
    def customers(self) -> Flows:
        """The line's movement in customers."""
        names = ("opening", "new", "returned", "lapsed", "moved_in", "moved_out", "closing")
        return Flows(**{name: getattr(self, name) for name in names})

    @property
    def value(self) -> Flows:
        """The line's movement in money: cents turned into the ledger's currency."""
        return Flows(**{field.name: getattr(self, f"{field.name}_value") / 100 for field in fields(Flows)})


COLUMNS = tuple(field.name for field in fields(BridgeLine))[
    : [f.name for f in fields(BridgeLine)].index("flags") + 1
]
"""What the command prints: the names are a contract; what stands after `flags` is for the screen."""

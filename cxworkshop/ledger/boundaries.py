"""The ends of days at which a bridge looks at its customers, numbered: 0 before the first period, then one a period."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.cells import Integers


class Boundaries:
    """Days are counted from a ledger's first day; `days` has the opening of the first period and each period's end.

    Boundary `periods + 1` stands for everything later. A row that is there from one day until the day before another
    is seen at every boundary from the first one's number up to, but without, the other's.
    """

    def __init__(self, first_day: int, last_day: int, periods: Sequence[Period]) -> None:
        self.first_day = first_day
        opening = periods[0].start.toordinal() - 1
        self.days: Integers = (
            np.array([opening, *(period.end.toordinal() for period in periods)], np.int64) - first_day
        )
        self.periods = len(periods)
        self.columns = len(periods) + 2
        self._span = np.arange(last_day - first_day + 1)

    def of(self, day: npt.NDArray[Any]) -> Integers:
        """The first boundary on or after each day."""
        return np.searchsorted(self.days, day, side="left")

    def later(self, shift: int) -> Integers:
        """For every day of the ledger, the first boundary on or after the day that is `shift` days later."""
        return self.of(self._span + shift)

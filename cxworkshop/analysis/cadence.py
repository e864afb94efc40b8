"""How regularly a series was taken: the word for its steps, and where a step is missing."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

MONTH_WORDS = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
DAY_WORDS = {1: "day", 7: "week", 14: "fortnight"}
REGULAR = 2 / 3


@dataclass(frozen=True)
class Cadence:
    """The word for one step of a series, and the indices of points that follow a missing one."""

    word: str = "point"
    gaps: frozenset[int] = frozenset()


def cadence(dates: Sequence[date | None]) -> Cadence:
    """The rhythm of a series in date order; without two thirds of its steps alike it has none, and no gaps.

    Days that skip every weekend, as working days do, have no gap there. Source: docs/method.md 3.2.
    """
    days = [day for day in dates if day is not None]
    if len(days) < 3 or len(days) < len(dates):
        return Cadence()
    months = [day.year * 12 + day.month for day in days]
    if len(set(months)) == len(months):
        steps = [later - earlier for earlier, later in pairwise(months)]
        found = _regular(steps, MONTH_WORDS)
        if found:
            return found
    if all(day.weekday() < 5 for day in days):
        working = [(day.toordinal() - 1) // 7 * 5 + day.weekday() for day in days]
        found = _regular([later - earlier for earlier, later in pairwise(working)], {1: "day"})
        if found:
            return found
    steps = [(later - earlier).days for earlier, later in pairwise(days)]
    return _regular(steps, DAY_WORDS) or Cadence()


def _regular(steps: Sequence[int], words: dict[int, str]) -> Cadence | None:
    usual = statistics.mode(steps)
    if usual < 1 or usual not in words or steps.count(usual) < REGULAR * len(steps):
        return None
    return Cadence(words[usual], frozenset(at for at, step in enumerate(steps, 1) if step >= 2 * usual))

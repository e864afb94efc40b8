"""What people judge about a moment, and the ends between which they would not be surprised."""

from __future__ import annotations

from typing import NamedTuple

from cxworkshop.domain.records import Risk

JUDGED = ("failure", "rescued", "leaving")
"""The shares that can be given as a range, each field with a low and a high end beside it."""
TITLES = {
    "failure": "how often it fails",
    "rescued": "how many are rescued",
    "leaving": "how many more leave",
}


class Judgement(NamedTuple):
    """A share between 0 and 1 as judged, and its ends."""

    least: float
    base: float
    most: float

    @property
    def ranged(self) -> bool:
        """Whether it was given as a range."""
        return self.least < self.most


class Judged(NamedTuple):
    """The three judgements about one row."""

    failure: Judgement
    rescued: Judgement
    leaving: Judgement

    def lost(self) -> float:
        """The share of those who meet the moment and leave over it: f(1 − r)d. Source: docs/method.md 3.1."""
        return self.failure.base * (1 - self.rescued.base) * self.leaving.base

    def ends(self) -> tuple[float, float]:
        """That share with every judgement at its favourable end, and with every one at its unfavourable end."""
        low = self.failure.least * (1 - self.rescued.most) * self.leaving.least
        high = self.failure.most * (1 - self.rescued.least) * self.leaving.most
        return low, high

    def moved(self, name: str) -> tuple[float, float]:
        """That share with one judgement at its low and at its high end and the others as judged."""
        judgement: Judgement = getattr(self, name)
        low, high = (
            self._replace(**{name: judgement._replace(base=end)}).lost()
            for end in (judgement.least, judgement.most)
        )
        return low, high


def judged(risk: Risk) -> Judged:
    """The judgements of a row; a blank one is nothing.

    The ends are the least and the most of what was said, so that it does not matter which of them was typed first, and
    the judgement itself always lies between them. An end that nobody gave is the judgement itself.
    """
    return Judged(*(_judgement(risk, name) for name in JUDGED))


def _judgement(risk: Risk, name: str) -> Judgement:
    base = getattr(risk, name) or 0.0
    ends = [getattr(risk, f"{name}_{end}") for end in ("low", "high")]
    said = [base, *(end for end in ends if end is not None)]
    return Judgement(min(said) / 100, base / 100, max(said) / 100)

"""Ratings as people write them - 4, 4/5, four stars drawn, 9 out of 10 - and where they lie between worst and best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.comments.headers import words_of

Floats = npt.NDArray[np.float64]
_WRITTEN = re.compile(
    r"([+\-−]?\d+(?:[.,]\d+)?)(?:\s*(?:/|out of|of)\s*(\d+))?(?:\s*(?:stars?|points?|%))?", re.I
)
_SCALES = ((1.0, 5.0), (1.0, 7.0), (1.0, 10.0))
_LARGEST_FROM_ONE = 10.0
_RECOMMEND = frozenset({"nps", "recommend", "recommendation"})


def rating(text: str) -> float | None:
    """The number that a rating is written with, or how many stars are drawn; None where it is no rating."""
    stars = text.count("★") + text.count("⭐")
    if stars:
        return float(stars)
    found = _WRITTEN.fullmatch(text.strip())
    return float(found[1].replace("−", "-").replace(",", ".")) if found else None


def written_best(texts: Iterable[str]) -> float | None:
    """The best rating where most that name one, as in 4/5 or 9 out of 10, name it; None where none does."""
    named = Counter(found[2] for text in texts if (found := _WRITTEN.fullmatch(text.strip())) and found[2])
    return float(named.most_common(1)[0][0]) if named else None


def scale_of(header: str, ratings: Iterable[float], best: float | None = None) -> tuple[float, float]:
    """The worst and the best rating of the usual scale that holds all of them; higher is taken as better.

    `best` is the rating that people wrote as the best one, where they wrote one.
    """
    found = sorted(ratings)
    low, high = (found[0], found[-1]) if found else (1.0, 5.0)
    if low < 0:
        most = max(-low, high)
        reach = 1.0 if most <= 1 else 2.0 if most <= 2 else 5.0 if most <= 5 else 100.0
        return -reach, reach
    if words_of(header) & _RECOMMEND and high <= 10:
        return 0.0, 10.0
    if best is not None and 0 <= low and high <= best:
        return (0.0 if low < 1 or best > _LARGEST_FROM_ONE else 1.0), best
    if low >= 1:
        for worst, best in _SCALES:
            if high <= best:
                return worst, best
    return (0.0, 5.0) if high <= 5 else (0.0, 10.0) if high <= 10 else (0.0, max(100.0, high))


def feelings(ratings: Floats, worst: float, best: float) -> Floats:
    """Ratings as feelings from -2 (the worst) to +2 (the best), in a straight line between.

    `best` may be the smaller number. What is no number, or lies outside of the scale, is NaN. Source: docs/method.md 1.4,
    where a feeling goes from -2 to +2.
    """
    if worst == best:
        return np.full(len(ratings), np.nan)
    share = (ratings - worst) / (best - worst)
    return np.where((share >= 0) & (share <= 1), share * 4 - 2, np.nan)

"""Months in which far more customers speak up than is usual, by kind of source, and whether surveys show it too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cxworkshop.analysis.xmr import OUTSIDE, Xmr, xmr

FEWEST = 6
"""With fewer months nothing can be called usual. Source: docs/method.md 3.2."""
SURVEY = "survey"


@dataclass(frozen=True)
class Months:
    """The first days of whole months that follow each other, and the voices of each by kind of source."""

    months: tuple[date, ...]
    voices: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Surge:
    """A month with more voices of a kind than its own limit allows; `usual` is their average in a month.

    `later` is after how many months surveys surge as well, 0 in the same month; None where they do not.
    """

    kind: str
    at: int
    voices: int
    usual: float
    later: int | None


def limits(found: Months, kind: str) -> Xmr | None:
    """The process behaviour chart of a kind's months; None with fewer than six. Source: docs/method.md 3.2."""
    return xmr([float(one) for one in found.voices[kind]]) if len(found.months) >= FEWEST else None


def surges(found: Months) -> tuple[Surge, ...]:
    """The surges of all kinds but surveys, the steepest first: months by rule 1 above the limit, or jumped up to.

    Source: docs/method.md 3.2 and its row 115.
    """
    charts = {kind: chart for kind in found.voices if (chart := limits(found, kind))}
    surveyed = _months(charts[SURVEY]) if SURVEY in charts else []
    told = [
        Surge(
            kind,
            at,
            found.voices[kind][at],
            chart.centre,
            next((month - at for month in surveyed if month >= at), None),
        )
        for kind, chart in charts.items()
        if kind != SURVEY
        for at in _months(chart)
    ]
    return tuple(sorted(told, key=lambda one: -one.voices / max(one.usual, 1)))


def _months(chart: Xmr) -> list[int]:
    return [
        at
        for at, rules in enumerate(chart.signals)
        if 1 in rules
        and chart.values[at] > chart.centre
        and (chart.places[at] == OUTSIDE or chart.values[at] > chart.values[at - 1])
    ]

"""The pipes of the defector pipeline: how a stream of people narrows, and how those who are rescued turn off from it."""

from __future__ import annotations

from collections.abc import Iterator

START, FORK, END = 0.0, 0.16, 1.0
"""Where along a pipe people come in, where the rescued turn off, and where it ends."""
OUT = 0.42
"""Where the rescued are out of it."""
THINNEST = 1.5
"""In pixels, so that few people are still seen."""
_STEPS = 14

Place = tuple[float, float, float]
"""How far along, 0 to 1, and the upper and the lower edge in pixels."""


def stream(ground: float, failed: float, unrescued: float, leaving: float) -> Iterator[Place]:
    """The edges of those who are failed, then of those whom nobody rescues, narrowing to those who leave.

    Thicknesses are in pixels; the lower edge lies on `ground`.
    """
    yield START, ground - max(failed, THINNEST), ground
    yield FORK, ground - max(failed, THINNEST), ground
    yield FORK, ground - max(unrescued, THINNEST), ground
    for step in range(_STEPS + 1):
        along = step / _STEPS
        thick = unrescued + (leaving - unrescued) * _eased(along)
        yield FORK + (END - FORK) * along, ground - max(thick, THINNEST), ground


def turning_off(ground: float, failed: float, rescued: float, top: float) -> Iterator[Place]:
    """The edges of those who are rescued: they leave the stream where it forks and rise to `top`."""
    upper, thick = ground - failed, max(rescued, THINNEST)
    for step in range(_STEPS + 1):
        along = step / _STEPS
        rise = (upper - top) * _eased(along)
        yield FORK + (OUT - FORK) * along, upper - rise, upper - rise + thick


def _eased(along: float) -> float:
    """Slow, quick, slow: from 0 to 1."""
    return along * along * (3 - 2 * along)

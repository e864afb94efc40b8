"""What cannot be true in typed bridges: within a period, between its segments, from one period to the next."""

from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise

from cxworkshop.analysis.bridge import HALF_CENT, LOSSES, Flows, closing, number

_NAMES = {
    "opening": "opening",
    "new": "new",
    "returned": "returned",
    "moved_in": "moved in",
    "grown": "grown",
    "lapsed": "lapsed",
    "moved_out": "moved out",
    "shrunk": "shrunk",
    "closing": "closing",
}


def problems(flows: Flows, *, money: bool = False) -> tuple[str, ...]:
    """What cannot be true in one period's typed figures, a sentence each: of customers, or of their value."""
    found = [
        f"{_name(field.name, money)} cannot be less than nothing: it says {number(value)}."
        for field in fields(flows)
        if (value := getattr(flows, field.name)) is not None and value < 0
    ]
    lost = sum(getattr(flows, name) or 0 for name in LOSSES)
    if flows.opening is not None and lost > flows.opening + HALF_CENT:
        more, there = ("value was lost", "was") if money else ("left", "were")
        found.append(
            f"More {more} ({number(lost)}) than {there} there at the start ({number(flows.opening)})."
        )
    return tuple(found)


def segment_problems(everyone: Flows, segments: Sequence[Flows], *, money: bool = False) -> tuple[str, ...]:
    """Where the segments' figures do not add up to those of all customers, or of their value, a sentence each.

    A figure is compared when all the segments and the whole have it. Between segments, moves must cancel.
    """
    found = []
    for field in fields(everyone):
        if field.name in ("moved_in", "moved_out"):
            continue
        whole = getattr(everyone, field.name)
        parts = [getattr(segment, field.name) for segment in segments]
        if whole is None or not parts or None in parts:
            continue
        if abs(sum(parts) - whole) >= HALF_CENT:
            found.append(
                f"{_name(field.name, money)}: the segments add up to {number(sum(parts))}, all is {number(whole)}."
            )
    came = sum(segment.moved_in or 0 for segment in segments)
    went = sum(segment.moved_out or 0 for segment in segments)
    if abs(came - went) >= HALF_CENT:
        moves = "Moves of value" if money else "Moves"
        found.append(f"{moves} must cancel: {number(came)} moved in and {number(went)} moved out.")
    return tuple(found)


def chain_problems(periods: Sequence[tuple[str, Flows]]) -> tuple[str, ...]:
    """Where a period does not open with what the one before it closed with; periods are (label, flows) in order."""
    found = []
    for (before_label, before), (label, flows) in pairwise(periods):
        end = closing(before)
        if end is None or flows.opening is None or abs(end - flows.opening) < HALF_CENT:
            continue
        found.append(
            f"{label} opens with {number(flows.opening)}, but {before_label} closed with {number(end)}."
        )
    return tuple(found)


def _name(field: str, money: bool) -> str:
    return f"{_NAMES[field].capitalize()}{' value' if money else ''}"

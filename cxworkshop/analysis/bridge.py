"""The customer asset bridge from typed figures: who was here, who came, who left, who is here now."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from cxworkshop.analysis.findings import quoted

GAINS = ("new", "returned", "moved_in", "grown")
LOSSES = ("lapsed", "moved_out", "shrunk")
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
_HALF_CENT = 0.005
_LONGEST_REASON = 160


@dataclass(frozen=True)
class Flows:
    """One period's movement, in customers or in money; None is a figure that nobody has given yet.

    The same class serves both bridges: customers never use `grown` and `shrunk`, money uses every field.
    """

    opening: float | None = None
    new: float | None = None
    returned: float | None = None
    lapsed: float | None = None
    moved_in: float | None = None
    moved_out: float | None = None
    grown: float | None = None
    shrunk: float | None = None
    closing: float | None = None


def computed_closing(flows: Flows) -> float | None:
    """Opening plus all gains less all losses; None until opening, new and lapsed are known (docs/method.md 2).

    The other gains and losses count as nothing while they are blank.
    """
    if flows.opening is None or flows.new is None or flows.lapsed is None:
        return None
    gained = sum(getattr(flows, name) or 0 for name in GAINS)
    lost = sum(getattr(flows, name) or 0 for name in LOSSES)
    return flows.opening + gained - lost


def closing(flows: Flows) -> float | None:
    """The closing figure as counted, or as computed where nobody counted."""
    return flows.closing if flows.closing is not None else computed_closing(flows)


def gap(flows: Flows) -> float | None:
    """Counted closing less computed closing, the bar that is never absorbed; None unless both are known.

    Less than half a cent is what adding decimals leaves over, and no gap.
    """
    computed = computed_closing(flows)
    if flows.closing is None or computed is None:
        return None
    difference = flows.closing - computed
    return difference if abs(difference) >= _HALF_CENT else 0


def net(flows: Flows) -> float | None:
    """Closing less opening; None while either is unknown."""
    end = closing(flows)
    return None if end is None or flows.opening is None else end - flows.opening


def net_share(flows: Flows) -> float | None:
    """Net as a share of opening (0.05 is five per cent); None where opening is 0 or unknown."""
    change = net(flows)
    return None if change is None or not flows.opening else change / flows.opening


def problems(flows: Flows, *, money: bool = False) -> tuple[str, ...]:
    """What cannot be true in one period's typed figures, a sentence each: of customers, or of their value."""
    found = [
        f"{_name(field.name, money)} cannot be less than nothing: it says {number(value)}."
        for field in fields(flows)
        if (value := getattr(flows, field.name)) is not None and value < 0
    ]
    lost = sum(getattr(flows, name) or 0 for name in LOSSES)
    if flows.opening is not None and lost > flows.opening + _HALF_CENT:
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
        if abs(sum(parts) - whole) >= _HALF_CENT:
            found.append(
                f"{_name(field.name, money)}: the segments add up to {number(sum(parts))}, all is {number(whole)}."
            )
    came = sum(segment.moved_in or 0 for segment in segments)
    went = sum(segment.moved_out or 0 for segment in segments)
    if abs(came - went) >= _HALF_CENT:
        moves = "Moves of value" if money else "Moves"
        found.append(f"{moves} must cancel: {number(came)} moved in and {number(went)} moved out.")
    return tuple(found)


def chain_problems(periods: Sequence[tuple[str, Flows]]) -> tuple[str, ...]:
    """Where a period does not open with what the one before it closed with; periods are (label, flows) in order."""
    found = []
    for (before_label, before), (label, flows) in pairwise(periods):
        end = closing(before)
        if end is None or flows.opening is None or abs(end - flows.opening) < _HALF_CENT:
            continue
        found.append(
            f"{label} opens with {number(flows.opening)}, but {before_label} closed with {number(end)}."
        )
    return tuple(found)


def headline(flows: Flows, noun: str = "customers", reason: str | None = None) -> str | None:
    """The period in whole customers, such as "22,000 came, 27,000 left: 5,000 fewer customers than we began with".

    None until opening, new and lapsed are known. Where the closing count does not add up it tells both nets, that of
    the figures and the counted one, and the gap between them with its `reason` (docs/method.md 2: net is closing less
    opening).
    """
    computed = computed_closing(flows)
    if computed is None or flows.opening is None:
        return None
    said = f"{number((flows.new or 0) + (flows.returned or 0))} came, {number(flows.lapsed or 0)} left"
    if flows.moved_in:
        said += f", {number(flows.moved_in)} moved in"
    if flows.moved_out:
        said += f", {number(flows.moved_out)} moved out"
    change = computed - flows.opening
    unexplained = gap(flows)
    if not unexplained:
        return f"{said}: {_change(change, noun)} {'than' if change else 'as'} we began with"
    counted = (flows.closing or 0) - flows.opening
    return (
        f"{said}: by these figures {_change(change, noun)}{'' if change else ' as before'};"
        f" counted at the end, {_change(counted)} {'than' if counted else 'as'} we began with:"
        f" {number(abs(unexplained))} {gap_verdict(unexplained, reason)}"
    )


def gap_verdict(unexplained: float, reason: str | None) -> str:
    """What is known of a gap, to stand after its figure: `are not explained`, or `are put down to “Late postings”`."""
    verb = "is" if abs(unexplained) == 1 else "are"
    return f"{verb} put down to {quoted(reason, _LONGEST_REASON)}" if reason else f"{verb} not explained"


def _change(net_change: float, noun: str = "") -> str:
    # One of a plural cannot be said of a noun that the company chose, so the noun is left out.
    who = f" {noun}" if noun and abs(net_change) != 1 else ""
    if not net_change:
        return f"as many{who}"
    return f"{number(abs(net_change))} {'more' if net_change > 0 else 'fewer'}{who}"


def _name(field: str, money: bool) -> str:
    return f"{_NAMES[field].capitalize()}{' value' if money else ''}"


def number(value: float) -> str:
    """A figure as people read it: thousands apart, cents only below a thousand and where there are any, a true minus."""
    places = 0 if float(value).is_integer() or abs(value) >= 1000 else 2
    return f"{value or 0:,.{places}f}".replace("-", "−")

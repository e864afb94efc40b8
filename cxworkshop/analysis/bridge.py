"""The customer asset bridge from typed figures: who was here, who came, who left, who is here now."""

from dataclasses import dataclass

from cxworkshop.analysis.findings import quoted

GAINS = ("new", "returned", "moved_in", "grown")
LOSSES = ("lapsed", "moved_out", "shrunk")
HALF_CENT = 0.005
"""What adding decimals may leave over, and no difference."""


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
    return difference if abs(difference) >= HALF_CENT else 0


def net(flows: Flows) -> float | None:
    """Closing less opening; None while either is unknown."""
    end = closing(flows)
    return None if end is None or flows.opening is None else end - flows.opening


def net_share(flows: Flows) -> float | None:
    """Net as a share of opening (0.05 is five per cent); None where opening is 0 or unknown."""
    change = net(flows)
    return None if change is None or not flows.opening else change / flows.opening


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
    return f"{verb} put down to {quoted(reason)}" if reason else f"{verb} not explained"


def _change(net_change: float, noun: str = "") -> str:
    # One of a plural cannot be said of a noun that the company chose, so the noun is left out.
    who = f" {noun}" if noun and abs(net_change) != 1 else ""
    if not net_change:
        return f"as many{who}"
    return f"{number(abs(net_change))} {'more' if net_change > 0 else 'fewer'}{who}"


def number(value: float) -> str:
    """A figure as people read it: thousands apart, cents only below a thousand and where there are any, a true minus."""
    places = 0 if float(value).is_integer() or abs(value) >= 1000 else 2
    return f"{value or 0:,.{places}f}".replace("-", "−")

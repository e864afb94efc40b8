"""The steps of a bridge as the bars of a waterfall, each where the one before it ended."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.bridge import Flows, closing, computed_closing, gap
from cxworkshop.drawing.lettering import short

STEPS = {
    "opening": "Opening",
    "new": "New",
    "returned": "Returned",
    "moved_in": "Moved in",
    "grown": "Grew",
    "lapsed": "Lapsed",
    "moved_out": "Moved out",
    "shrunk": "Shrank",
    "gap": "Not\nexplained",
    "closing": "Closing",
}
EXPLAINED = "Explained\ngap"
LOSSES = {"lapsed", "moved_out", "shrunk"}
ALWAYS = {"opening", "new", "returned", "lapsed", "closing"}


@dataclass(frozen=True)
class Bar:
    """A step of a waterfall: its ends, the level after it, its signed amount and its words."""

    step: str
    kind: str
    """`level`, `gain`, `loss` or `gap`."""
    low: float
    high: float
    after: float
    amount: float
    words: str


def steps(explained: bool) -> dict[str, str]:
    """The steps in order and what stands under their bars; a gap that has its reason is called so."""
    return STEPS | {"gap": EXPLAINED} if explained else STEPS


def bars_of(flows: Flows, *, explained: bool = False) -> list[Bar]:
    """A bar per step that has something to show; none until the closing can be added up.

    `explained` says that the gap has its reason; without one its figure bears a question mark.
    """
    level, end = flows.opening, closing(flows)
    if level is None or end is None or computed_closing(flows) is None:
        return []
    bars: list[Bar] = []
    for step, name in steps(explained).items():
        amount = (gap(flows) if step == "gap" else end if step == "closing" else getattr(flows, step)) or 0.0
        if not amount and step not in ALWAYS:
            continue
        if step in ("opening", "closing"):
            bars.append(Bar(name, "level", 0.0, amount, amount, amount, short(amount)))
            continue
        # Nobody who left is 0 in the table and not −0.
        moved = (-amount if step in LOSSES else amount) or 0.0
        low, high = sorted((level, level + moved))
        level += moved
        kind = "gap" if step == "gap" else "loss" if moved < 0 else "gain"
        words = short(moved, signed=True) + ("?" if step == "gap" and not explained else "")
        bars.append(Bar(name, kind, low, high, level, moved, words))
    return bars

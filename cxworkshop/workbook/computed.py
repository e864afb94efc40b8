"""The columns of the Bridge sheet that Excel adds up by itself; they are never read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxworkshop.analysis.bridge import Flows, computed_closing, gap, net
from cxworkshop.analysis.bridges import customer_flows, value_flows
from cxworkshop.domain.record import Record, title_of
from cxworkshop.domain.records import BridgeRow


@dataclass(frozen=True)
class Computed:
    """A live column: its heading, its formula and the result that readers without a calculator see."""

    title: str
    formula: str
    result: Callable[[Record], float | None]
    alarming: bool = False
    """Whether anything but nothing in it needs an explanation."""


def table_name(cls: type[Record]) -> str:
    """The name of a record class's Excel table."""
    return f"cx_{cls.kind}"


def computed(cls: type[Record]) -> tuple[Computed, ...]:
    """The live columns to the right of a record class's own."""
    return _BRIDGE if cls is BridgeRow else ()


def _cell(title: str) -> str:
    return f"{table_name(BridgeRow)}[[#This Row],[{title}]]"


def _columns(
    suffix: str, after: str, flows: Callable[[BridgeRow], Flows], plus: str, minus: str
) -> tuple[Computed, ...]:
    def cell(name: str) -> str:
        return _cell(title_of(BridgeRow, name + suffix))

    def result(what: Callable[[Flows], float | None]) -> Callable[[Record], float | None]:
        return lambda row: what(flows(row)) if isinstance(row, BridgeRow) else None

    total, missing, net_change = f"Adds up to{after}", f"Gap{after}", f"Net{after}"
    opening, closing, sum_ = cell("opening"), cell("closing"), _cell(total)
    terms = (
        opening
        + "".join(f"+{cell(one)}" for one in plus.split())
        + "".join(f"-{cell(one)}" for one in minus.split())
    )
    return (
        Computed(
            total,
            # As on screen: there is no sum until opening, new and lapsed are known.
            f'=IF(COUNT({opening},{cell("new")},{cell("lapsed")})<3,"",{terms})',
            result(computed_closing),
        ),
        Computed(
            missing,
            f'=IF(COUNT({closing},{sum_})<2,"",{closing}-{sum_})',
            result(gap),
            alarming=True,
        ),
        Computed(
            net_change,
            f'=IF(OR(COUNT({opening})=0,COUNT({closing},{sum_})=0),"",IF(COUNT({closing})=0,{sum_},{closing})-{opening})',
            result(net),
        ),
    )


_BRIDGE = _columns("", "", customer_flows, "new returned moved_in", "lapsed moved_out") + _columns(
    "_value", " (value)", value_flows, "new returned moved_in grown", "lapsed moved_out shrunk"
)

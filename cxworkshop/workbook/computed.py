"""The columns that Excel works out by itself, beside those that people write; they are never read back."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.analysis.bridge import Flows, computed_closing, gap, net
from cxworkshop.analysis.bridges import customer_flows, value_flows
from cxworkshop.analysis.review_count import counted_at
from cxworkshop.domain.record import Record, title_of
from cxworkshop.domain.records import BridgeRow, Review, Risk
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.computed_risk import at_risk_columns
from cxworkshop.workbook.live import Computed, Result, cell_of


def computed(cls: type[Record], workshop: Workshop) -> tuple[Computed, ...]:
    """The live columns to the right of a record class's own."""
    if cls is Risk:
        return at_risk_columns(workshop)
    return {BridgeRow: _BRIDGE, Review: _REVIEW}.get(cls, ())


def computed_titles(cls: type[Record]) -> tuple[str, ...]:
    """The headings of those columns, whatever the workshop."""
    return tuple(one.title for one in computed(cls, Workshop()))


def _columns(
    suffix: str, after: str, flows: Callable[[BridgeRow], Flows], plus: str, minus: str
) -> tuple[Computed, ...]:
    def cell(name: str) -> str:
        return cell_of(BridgeRow, title_of(BridgeRow, name + suffix))

    def result(what: Callable[[Flows], float | None]) -> Result:
        return lambda row: what(flows(row)) if isinstance(row, BridgeRow) else None

    total, missing, net_change = f"Adds up to{after}", f"Gap{after}", f"Net{after}"
    opening, closing, sum_ = cell("opening"), cell("closing"), cell_of(BridgeRow, total)
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


def _review_columns() -> tuple[Computed, ...]:
    def cell(name: str) -> str:
        return cell_of(Review, title_of(Review, name))

    def result(what: Callable[[Flows], float | None]) -> Result:
        return lambda row: (
            what(found.customers) if isinstance(row, Review) and (found := counted_at(row)) else None
        )

    opening, new, returned, lapsed = map(cell, ("opening", "new", "returned", "lapsed"))
    known = f'COUNT({opening},{new},{lapsed})<3,""'
    return (
        Computed(
            "Closing",
            f"=IF({known},{opening}+{new}+{returned}-{lapsed})",
            result(computed_closing),
            people=True,
        ),
        Computed("Net", f"=IF({known},{new}+{returned}-{lapsed})", result(net), people=True),
    )


_REVIEW = _review_columns()

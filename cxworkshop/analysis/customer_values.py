"""What a customer is worth a year: as the customer asset bridge says, or as somebody typed it, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.bridge_rows import EVERYONE, by_period, is_total, latest
from cxworkshop.analysis.findings import customers, money, quoted
from cxworkshop.analysis.lab import WINDOW
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.records import BridgeRow, LedgerSource, Risk
from cxworkshop.domain.workshop import Workshop

YEAR = 365


@dataclass(frozen=True)
class BridgeValue:
    """The opening customers of one row of the latest bridge and what each is worth."""

    each: float
    """Opening value ÷ opening customers, a year's worth where `says` calls it so."""
    row: BridgeRow
    annual: float | None
    """By what the bridge's values are multiplied to make a year; None where nobody knows what they cover."""
    says: str
    """`GBP 364 a year: opening value ÷ opening gardeners, 2025, all segments`."""


@dataclass(frozen=True)
class Worth:
    """The value of a customer that a sum uses."""

    each: float
    typed: bool
    says: str


def population(risk: Risk) -> str:
    """The group of customers that a row is about, case-folded; blank for all of them."""
    name = " ".join((risk.population or "").split()).casefold()
    return "" if name in EVERYONE else name


def bridge_value(workshop: Workshop, group: str = "") -> BridgeValue | None:
    """What a customer is worth by the latest bridge: of the segment with that name, or else of all customers.

    Opening value ÷ opening customers of the row. A value covers the window of its definition (docs/method.md 2: the net
    amount in the w days before), so one that the ledger gave over purchases of another window than a year is multiplied
    by 365 ÷ w; contracts and hybrids are annual already. Of typed figures nobody knows what they cover: they are taken
    as they stand, and `says` does not call them a year's. None where the bridge has no opening customers with a value.
    """
    found = latest(workshop)
    if found is None:
        return None
    total = found[0]
    rows = by_period(workshop)[total.period_start, total.period_end]
    segment = next((row for row in rows if not is_total(row) and _named(row) == group), None)
    for row in (segment, total):
        if row and row.opening and row.opening_value and row.opening_value > 0:
            annual, over = _annual(workshop, (row,) if workshop.get(BridgeRow, row.id) else rows)
            each = row.opening_value * (annual or 1) / row.opening
            whose = f"segment {quoted(row.segment)}" if row is segment else "all segments"
            if group and row is not segment:
                lack = "no opening value for that segment" if segment else "no segment of that name"
                whose += f", as the bridge has {lack}"
            says = (
                f"{money(workshop, each)}{' a year' if annual else ' as the bridge counts it'}: "
                f"opening value{over} ÷ opening {customers(workshop)}, "
                f"{period_label(row.period_start, row.period_end)}, {whose}"
            )
            return BridgeValue(each, row, annual, says)
    return None


def worth_of(workshop: Workshop, risk: Risk) -> Worth | None:
    """The value of a customer for one row: what was typed, told beside the bridge's, or else the bridge's."""
    return _worth(workshop, risk, bridge_value(workshop, population(risk)))


def worths(workshop: Workshop) -> dict[str, Worth | None]:
    """The same for every row by its id, asking the bridge once for each group of customers."""
    rows = workshop.all(Risk)
    known = {group: bridge_value(workshop, group) for group in set(map(population, rows))}
    return {row.id: _worth(workshop, row, known[population(row)]) for row in rows}


def _worth(workshop: Workshop, risk: Risk, known: BridgeValue | None) -> Worth | None:
    if risk.value is None:
        return Worth(known.each, False, known.says) if known else None
    typed = f"{money(workshop, risk.value)}, typed"
    if known is None:
        return Worth(risk.value, True, f"{typed}; the bridge has no value to set beside it")
    apart = risk.value - known.each
    if round(apart) == 0:
        return Worth(risk.value, True, f"{typed}; the same as the bridge's {known.says}")
    side = "more" if apart > 0 else "less"
    return Worth(
        risk.value,
        True,
        f"{typed}: {money(workshop, abs(apart))} {side} than the bridge's {known.says}",
    )


def _annual(workshop: Workshop, rows: tuple[BridgeRow, ...]) -> tuple[float | None, str]:
    """What makes a year of the rows' values, and how to say so behind `opening value`."""
    if not all(row.from_ledger for row in rows):
        return None, ""
    source = workshop.one(LedgerSource)
    if source.setting in ("contracts", "hybrid"):
        return 1.0, ""
    window = source.window_days or WINDOW
    if window == YEAR:
        return 1.0, ""
    return YEAR / window, f" of {window:,} days × {YEAR} ÷ {window:,}"


def _named(row: BridgeRow) -> str:
    return " ".join((row.segment or "").split()).casefold()

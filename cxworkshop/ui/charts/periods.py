"""The customer asset bridge over time: a small bridge a period, all on one scale, and what is not whole marked."""

from __future__ import annotations

import altair as alt

from cxworkshop.analysis.bridge import closing, computed_closing, gap, net
from cxworkshop.analysis.bridge_gross import is_gross, shown
from cxworkshop.analysis.bridge_memo import part
from cxworkshop.analysis.bridge_rows import by_segment, is_total, totals
from cxworkshop.analysis.findings import counted, customers, in_words, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.periods import in_period, period_label
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import short, told_apart
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.picture import Picture, finished
from cxworkshop.ui.charts.small_bridges import HIGH, Small, side_by_side
from cxworkshop.ui.charts.waterfall_drawing import foot_of

PERIODS, ABREAST = 12, 6
"""Periods that are shown, the last ones, and how many of them stand side by side."""
_SHORTER = 0.9


def over_periods(workshop: Workshop, palette: Palette, *, segment: str | None = None) -> Picture | None:
    """A small bridge for each of the last twelve periods, of all customers or of a segment; None below two periods.

    A period that is not whole is told as it is and never scaled up. Source: docs/method.md 2, Edge cases.
    """
    found = smalls(workshop, segment)
    if len(found) < 2:
        return None
    last = found[-PERIODS:]
    ends = [end for one in last for end in (one.opening, one.opening + one.came, one.closing)]
    foot, top = foot_of(ends), max(ends)
    # As many in each row as can stand side by side, so that a bar is as wide in the second as in the first.
    rows_of = -(-len(last) // ABREAST)
    abreast = -(-len(last) // rows_of)
    noun = customers(workshop)
    whom = f"{segment}: " if segment else ""
    title = f"Bars begin at {short(foot)}" if foot > 0 else ""
    groups = [
        side_by_side(last[at : at + abreast], abreast, foot, top, palette, title if at == 0 else "")
        for at in range(0, len(last), abreast)
    ]
    fell = sum(one.net < 0 for one in last)
    which = f"{in_words(fell)} of {counted(len(last), 'period')}"
    if fell == len(last):
        which = "both periods" if fell == 2 else f"each of {counted(fell, 'period')}"
    often = (
        f"in {which} there were fewer at the end than at the start"
        if fell
        else f"none of {counted(len(last), 'period')} ended with fewer than it began with"
    )
    final = last[-1]
    change = people(abs(final.net), noun, "fewer" if final.net < 0 else "more")
    turn = f"{final.when} it was {change if final.net else f'as many {noun} as before'}"
    turn += f", {final.part}" if final.part else ""
    gross = " Those who came and went are counted among both." if is_gross(workshop) else ""
    return finished(
        alt.vconcat(*groups, spacing=22),
        palette,
        says=sentence(f"{whom}{often}; {turn}.{gross}"),
        alt=f"A small bridge for each of {len(last)} periods: opening, who came, who left, closing, all on one scale.",
        table=[
            {
                "Period": one.label,
                "Opening": one.opening,
                "Came": one.came,
                "Left": one.left,
                "Gap": one.gap,
                "The gap is": ("explained" if one.explained else "not explained") if one.gap else "",
                "Closing": one.closing,
                "Net": one.net,
                "Not whole": one.part,
            }
            for one in found
        ],
        height=(HIGH + 80) * len(groups),
    )


def smalls(workshop: Workshop, segment: str | None = None) -> list[Small]:
    """The bridges of all periods in order, of all customers or of one segment, where they can be added up."""
    pairs = (
        [row for row, _ in by_segment(workshop) if (row.segment or "").casefold() == segment.casefold()]
        if segment
        else [row for row, _ in totals(workshop)]
    )
    kept = [row for row in pairs if computed_closing(shown(workshop, row)) is not None]
    labels = told_apart(period_label(row.period_start, row.period_end) for row in kept)
    longest = max((_days(row) for row in kept), default=0)
    return [_small(workshop, row, label, longest) for row, label in zip(kept, labels, strict=True)]


def _small(workshop: Workshop, row: BridgeRow, label: str, longest: int) -> Small:
    flows = shown(workshop, row)
    days = _days(row)
    short_of = f"only {days:,} days" if 0 < days < longest * _SHORTER else ""
    return Small(
        label,
        in_period(row.period_start, row.period_end),
        flows.opening or 0,
        sum(getattr(flows, name) or 0 for name in ("new", "returned", "moved_in")),
        (flows.lapsed or 0) + (flows.moved_out or 0),
        gap(flows) or 0,
        closing(flows) or 0,
        net(flows) or 0,
        bool(row.gap_reason),
        part(row) or short_of,
    )


def _days(row: BridgeRow) -> int:
    return (row.period_end - row.period_start).days + 1 if row.period_start and row.period_end else 0


def segment_of(workshop: Workshop, row: str | None) -> str | None:
    """The segment of a bridge row; None for all customers and for a row that is gone."""
    found = workshop.get(BridgeRow, row)
    return None if found is None or is_total(found) else found.segment

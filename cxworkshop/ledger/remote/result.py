"""From what the SQL sums to the bridge: standing figures carried from snapshot to snapshot, flags, memos, notes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cxworkshop.analysis.bridge_flag_words import Flag
from cxworkshop.analysis.bridge_flags import contradictions
from cxworkshop.ledger.bridge import BridgeLine
from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.flagging import figure_flags, known_flags, refund_flags
from cxworkshop.ledger.memo import Memo, MemoRow
from cxworkshop.ledger.movements import MOVES
from cxworkshop.ledger.names import ALL, UNKNOWN, lines_of
from cxworkshop.ledger.remote.look import Look
from cxworkshop.ledger.remote.text import FIGURES, MOST_SEGMENTS
from cxworkshop.ledger.remote.timeline import day_of
from cxworkshop.ledger.renewals import Renewals

Counts = dict[str, int]
# Figures that stand from one snapshot to the next, and those that belong to the segment before or after.
_STANDING = {"closing": "here", "closing_value": "worth", "pending": "pending", "worthless": "worthless"}
_BEFORE = ("lapsed", "lapsed_value")
_AFTER = (
    *("new", "returned", "came_and_went", "returned_and_went", "paused", "grown", "shrunk", "new_value"),
    *("returned_value", "grown_value", "shrunk_value", "purchases", "revenue"),
    *("orphan_refunds", "orphan_value"),
)


def bridge_lines(
    found: Sequence[tuple[Any, ...]], look: Look, definition: BridgeDefinition, periods: Sequence[Period]
) -> tuple[BridgeLine, ...]:
    """The lines of every period, its segments first and All last, from (snapshot, before, after, figures...)."""
    names = [*lines_of(look.segments or ()), *([UNKNOWN] if look.unknown else [])]
    numbers = [*range(len(look.segments or ())), *([MOST_SEGMENTS] if look.unknown else [])]
    steps: dict[int, list[tuple[int, int, Counts]]] = defaultdict(list)
    for b, was, segment, *figures in found:
        counted = dict(zip(FIGURES, (int(figure) for figure in figures), strict=True))
        steps[int(b)].append((int(was), int(segment), counted))
    standing: dict[int, Counts] = defaultdict(lambda: defaultdict(int))
    _step(standing, steps[0])
    lines: list[BridgeLine] = []
    for number, period in enumerate(periods, 1):
        known = known_flags(look, definition, period)
        moved = _step(standing, steps[number])
        lines += [_line(period, name, moved[at], known) for name, at in zip(names, numbers, strict=True)]
        total = {figure: sum(one.get(figure, 0) for one in moved.values()) for figure in _all_figures()}
        total |= dict.fromkeys(MOVES, 0)
        orphans = refund_flags(total["orphan_refunds"], total["orphan_value"])
        lines.append(_line(period, ALL, total, (*known, *orphans)))
    return tuple(lines)


def renewed(found: Sequence[tuple[Any, ...]], periods: Sequence[Period]) -> tuple[Renewals, ...]:
    """The renewals of every period, from (snapshot, due, renewed, pending, and their cents)."""
    by_period = {int(row[0]): Renewals(*map(int, row[1:])) for row in found}
    nothing = Renewals(0, 0, 0, 0, 0, 0)
    return tuple(by_period.get(number, nothing) for number in range(1, len(periods) + 1))


def orphan_memo(found: Sequence[tuple[Any, ...]], lines: Sequence[BridgeLine]) -> Memo:
    """The refunds that no active customer had, from (customer, day number, cents)."""
    rows = tuple(MemoRow(str(who), day_of(int(n)), int(cents)) for who, n, cents in found)
    totals = [line for line in lines if line.segment == ALL]
    return Memo(sum(line.orphan_refunds for line in totals), sum(line.orphan_value for line in totals), rows)


def worthless_memo(found: Sequence[tuple[Any, ...]], last: Period) -> Memo:
    """The customers worth nothing at the end, from (customer, cents, how many in all, their cents)."""
    if not found:
        return Memo(0, 0, ())
    rows = tuple(MemoRow(str(who), last.end, int(worth)) for who, worth, _, _ in found)
    return Memo(int(found[0][2]), int(found[0][3]), rows)


def _step(standing: dict[int, Counts], steps: Sequence[tuple[int, int, Counts]]) -> Mapping[int, Counts]:
    """Each segment's figures of a period; `standing` goes on to the period's end."""
    moved: dict[int, Counts] = defaultdict(lambda: dict.fromkeys(_all_figures(), 0))
    for at, figures in standing.items():
        moved[at] |= {"opening": figures["closing"], "opening_value": figures["closing_value"]}
    for was, segment, figures in steps:
        for figure, counted in _STANDING.items():
            standing[segment][figure] += figures[counted]
            standing[was][figure] -= figures[f"was_{counted}"]
        for figure in _BEFORE:
            moved[was][figure] += figures[figure]
        for figure in _AFTER:
            moved[segment][figure] += figures[figure]
        if was != segment:
            for figure, counted in (("moved{}", "stayed"), ("moved{}_value", "stayed_value")):
                moved[was][figure.format("_out")] += figures[counted]
                moved[segment][figure.format("_in")] += figures[counted]
    for at, figures in standing.items():
        moved[at] |= {figure: figures[figure] for figure in _STANDING}
    return moved


def _all_figures() -> tuple[str, ...]:
    return ("opening", "opening_value", *MOVES, *_STANDING, *_BEFORE, *_AFTER)


def _line(period: Period, segment: str, figures: Counts, known: Sequence[Flag]) -> BridgeLine:
    line = BridgeLine(period.start, period.end, segment, **figures, flags=())
    seen = figure_flags(line.worthless, line.pending)
    return replace(line, flags=(*contradictions(line.customers, line.value), *known, *seen))

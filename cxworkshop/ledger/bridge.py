"""The customer asset bridge of a ledger: period by period, segment by segment, in people and in cents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop.analysis.bridge_flag_words import Flag
from cxworkshop.analysis.bridge_flags import contradictions
from cxworkshop.ledger.boundaries import Boundaries
from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.counting import Counted, count
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.exclusions import Excluded
from cxworkshop.ledger.flagging import figure_flags, known_flags, refund_flags, with_sales_flags
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.line import COLUMNS, BridgeLine
from cxworkshop.ledger.memo import Memo, memo
from cxworkshop.ledger.movements import MOVES
from cxworkshop.ledger.names import ALL
from cxworkshop.ledger.prepared import Prepared, prepared
from cxworkshop.ledger.remarks import bridge_remarks, compared, exclusion_remarks
from cxworkshop.ledger.renewals import Renewals
from cxworkshop.ledger.to_date import same_days_before

__all__ = ["COLUMNS", "Bridge", "BridgeLine", "bridge_of", "compute_bridge"]


@dataclass(frozen=True)
class Bridge:
    """A ledger under a definition: rows by period, each period's segments first and All last; and what stands beside.

    `renewals` has an entry per period for contracts and hybrid, none for purchases; `notes` are sentences.
    `compare` is the line of as many days of the period before, where the last period is only to date.
    """

    definition: BridgeDefinition
    setting: str
    rows: tuple[BridgeLine, ...]
    renewals: tuple[Renewals, ...]
    orphan_refunds: Memo
    worthless: Memo
    notes: tuple[str, ...]
    left_out: tuple[Excluded, ...] = ()
    compare: BridgeLine | None = None

    @property
    def totals(self) -> tuple[BridgeLine, ...]:
        """The rows of all customers, a period each."""
        return tuple(line for line in self.rows if line.segment == ALL)


def compute_bridge(ledger: Ledger, definition: BridgeDefinition) -> Bridge:
    """Bridge a ledger by docs/method.md 2: exact in people and in cents, in total and for every segment.

    Nothing dated after the last period has any influence. What does not depend on window, grace, minimum and periods
    is kept with the ledger, so that another definition is quick. Raises BadValue where there is no period to look at,
    or every row is left out.
    """
    return bridge_of(ledger, definition, prepared(ledger, definition))


def bridge_of(
    ledger: Ledger, definition: BridgeDefinition, ready: Prepared, threads: int | None = None
) -> Bridge:
    """The bridge of a ledger made ready for the definition, on so many threads; raises as `compute_bridge`."""
    periods = definition.periods(ledger)
    counted, found = _lines(ledger, definition, ready, periods, threads)
    lines = with_sales_flags(ledger, periods, found)
    first_day = ledger.first_day.toordinal()
    refunds = memo(counted.orphans, ledger.customers, first_day)
    empty = memo(counted.worthless, ledger.customers, first_day)
    renewed = (
        tuple(Renewals(*(int(figure) for figure in row)) for row in counted.renewals[1:-1])
        if ledger.contract is not None
        else ()
    )
    before = same_days_before(ledger, definition, periods[-1])
    compare = None if before is None else _lines(ledger, definition, ready, (before,), threads)[1][-1]
    return Bridge(
        definition=definition,
        setting=ledger.setting,
        rows=lines,
        renewals=renewed,
        orphan_refunds=refunds,
        worthless=empty,
        notes=(
            *bridge_remarks(ledger, periods, renewed, refunds, empty),
            *exclusion_remarks(ready.left_out),
            *ready.notes,
            *(() if compare is None else compared(lines[-1], compare)),
        ),
        left_out=ready.left_out,
        compare=compare,
    )


def _lines(
    ledger: Ledger,
    definition: BridgeDefinition,
    ready: Prepared,
    periods: Sequence[Period],
    threads: int | None,
) -> tuple[Counted, list[BridgeLine]]:
    boundaries = Boundaries(ledger.first_day.toordinal(), ledger.last_day.toordinal(), periods)
    counted = count(ready.blocks, 1 + len(ledger.segments or ()), definition, boundaries, threads)
    lines = []
    for i, period in enumerate(periods):
        known = known_flags(ledger, definition, period)
        moved = {figure: table[i] for figure, table in counted.figures.items()}
        for number, name in enumerate(ready.segments):
            lines.append(
                _line(period, name, {figure: int(row[number]) for figure, row in moved.items()}, known)
            )
        # Among all customers nobody moves: what one segment loses another gains.
        total = {figure: 0 if figure in MOVES else int(row.sum()) for figure, row in moved.items()}
        refunds = refund_flags(total["orphan_refunds"], total["orphan_value"])
        lines.append(_line(period, ALL, total, (*known, *refunds)))
    return counted, lines


def _line(period: Period, segment: str, figures: dict[str, int], known: tuple[Flag, ...]) -> BridgeLine:
    line = BridgeLine(period.start, period.end, segment, **{**_NO_MOVES, **figures}, flags=())
    seen = figure_flags(line.worthless, line.pending)
    return replace(line, flags=(*contradictions(line.customers, line.value), *known, *seen))


_NO_MOVES = dict.fromkeys(MOVES, 0)

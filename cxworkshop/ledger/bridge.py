"""The customer asset bridge of a ledger: period by period, segment by segment, in people and in cents."""

from dataclasses import dataclass, fields, replace
from datetime import date

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge_flags import Flag, contradictions
from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.cells import Integers
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.flagging import figure_flags, known_flags, refund_flags
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.memo import Memo, orphan_refunds, worthless
from cxworkshop.ledger.movements import MOVES, movements
from cxworkshop.ledger.names import ALL, UNKNOWN
from cxworkshop.ledger.remarks import bridge_remarks
from cxworkshop.ledger.renewals import Renewals, renewals
from cxworkshop.ledger.snapshots import Walk, active_spells


@dataclass(frozen=True)
class BridgeLine:
    """One period of one segment, or of all customers; values in whole cents. The names are the result's columns."""

    period_start: date
    period_end: date
    segment: str
    opening: int
    new: int
    returned: int
    lapsed: int
    moved_in: int
    moved_out: int
    closing: int
    came_and_went: int
    paused: int
    grown: int
    shrunk: int
    opening_value: int
    new_value: int
    returned_value: int
    lapsed_value: int
    grown_value: int
    shrunk_value: int
    moved_in_value: int
    moved_out_value: int
    closing_value: int
    flags: tuple[Flag, ...]
    returned_and_went: int = 0
    """Of those who came and went, who had been here before the period; the others were new."""
    pending: int = 0
    """Counted at closing, with a contract that ended and is within its grace."""
    worthless: int = 0
    """Counted at closing with a value of nothing or less."""
    orphan_refunds: int = 0
    orphan_value: int = 0
    purchases: int = 0
    """Qualifying purchases with a day in the period."""
    revenue: int = 0
    """All money with a day in the period, refunds taken off, in cents."""

    @property
    def customers(self) -> Flows:
        """The line's movement in customers."""
        names = ("opening", "new", "returned", "lapsed", "moved_in", "moved_out", "closing")
        return Flows(**{name: getattr(self, name) for name in names})

    @property
    def value(self) -> Flows:
        """The line's movement in money: cents turned into the ledger's currency."""
        return Flows(**{field.name: getattr(self, f"{field.name}_value") / 100 for field in fields(Flows)})


COLUMNS = tuple(field.name for field in fields(BridgeLine))[
    : [f.name for f in fields(BridgeLine)].index("flags") + 1
]
"""What the command prints: the names are a contract; what stands after `flags` is for the screen."""


@dataclass(frozen=True)
class Bridge:
    """A ledger under a definition: rows by period, each period's segments first and All last; and what stands beside.

    `renewals` has an entry per period for contracts and hybrid, none for purchases; `notes` are sentences.
    """

    definition: BridgeDefinition
    setting: str
    rows: tuple[BridgeLine, ...]
    renewals: tuple[Renewals, ...]
    orphan_refunds: Memo
    worthless: Memo
    notes: tuple[str, ...]

    @property
    def totals(self) -> tuple[BridgeLine, ...]:
        """The rows of all customers, a period each."""
        return tuple(line for line in self.rows if line.segment == ALL)


def compute_bridge(ledger: Ledger, definition: BridgeDefinition) -> Bridge:
    """Bridge a ledger by docs/method.md 2: exact in people and in cents, in total and for every segment.

    Nothing dated after the last period has any influence. Raises BadValue where there is no period to look at.
    """
    periods = definition.periods(ledger)
    active = active_spells(ledger, definition)
    first = active.first_days(len(ledger.customers))
    walk = Walk(ledger, definition, active)
    opening = start = periods[0].start.toordinal() - 1
    before = walk.to(start)
    lines: list[BridgeLine] = []
    renewed: list[Renewals] = []
    for period in periods:
        closing = period.end.toordinal()
        after = walk.to(closing)
        moved = movements(before, after, first, opening, 1 + len(ledger.segments or ()))
        refunds = orphan_refunds(ledger, active, opening, closing)
        known = known_flags(ledger, definition, period)
        lines += _segment_lines(ledger, period, moved, known)
        lines.append(_line(period, ALL, _total(moved), (*known, *refund_flags(refunds))))
        if ledger.contract is not None:
            renewed.append(renewals(ledger, opening, closing, definition.grace))
        before, opening = after, closing
    refunds, empty = orphan_refunds(ledger, active, start, opening), worthless(ledger, before, opening)
    return Bridge(
        definition=definition,
        setting=ledger.setting,
        rows=tuple(lines),
        renewals=tuple(renewed),
        orphan_refunds=refunds,
        worthless=empty,
        notes=bridge_remarks(ledger, periods, renewed, refunds, empty),
    )


def _segment_lines(
    ledger: Ledger, period: Period, moved: dict[str, Integers], known: tuple[Flag, ...]
) -> list[BridgeLine]:
    if ledger.segments is None or ledger.segment is None:
        return []
    names = [*ledger.segments, UNKNOWN] if (ledger.segment < 0).any() else ledger.segments
    return [
        _line(period, name, {figure: int(by_segment[i]) for figure, by_segment in moved.items()}, known)
        for i, name in enumerate(names)
    ]


def _total(moved: dict[str, Integers]) -> dict[str, int]:
    # Among all customers nobody moves: what one segment loses another gains.
    return {figure: 0 if figure in MOVES else int(by_segment.sum()) for figure, by_segment in moved.items()}


def _line(period: Period, segment: str, figures: dict[str, int], known: tuple[Flag, ...]) -> BridgeLine:
    figures = dict(figures)
    seen = figure_flags(figures.pop("worthless"), figures.pop("pending"))
    line = BridgeLine(period.start, period.end, segment, **figures, flags=())
    return replace(line, flags=(*contradictions(line.customers, line.value), *known, *seen))

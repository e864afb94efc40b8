"""The customer asset bridge computed where the ledger lives: one SQL text, and only its sums come back."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.bridge import Bridge, BridgeLine
from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.flagging import with_sales_flags
from cxworkshop.ledger.memo import Memo
from cxworkshop.ledger.remarks import bridge_remarks, compared, exclusion_remarks
from cxworkshop.ledger.remote import text
from cxworkshop.ledger.remote.address import connected
from cxworkshop.ledger.remote.engines import CannotAnswer, Engine
from cxworkshop.ledger.remote.leaving_out import told
from cxworkshop.ledger.remote.look import Look, look
from cxworkshop.ledger.remote.query import Query, query
from cxworkshop.ledger.remote.result import bridge_lines, orphan_memo, renewed, worthless_memo
from cxworkshop.ledger.remote.source import Source, read_source
from cxworkshop.ledger.remote.timeline import timeline
from cxworkshop.ledger.to_date import same_days_before


def bridge_at(
    address: str,
    table: str,
    definition: BridgeDefinition,
    *,
    setting: str = "purchases",
    columns: Mapping[str, str] | None = None,
) -> tuple[tuple[str, ...], Bridge]:
    """What a table at an engine's address has to tell, and its bridge; see `bridge_on` and `connected`."""
    with closing(connected(address)) as engine:
        return bridge_on(engine, table, definition, setting=setting, columns=columns)


def bridge_on(
    engine: Engine,
    table: str,
    definition: BridgeDefinition,
    *,
    setting: str = "purchases",
    columns: Mapping[str, str] | None = None,
) -> tuple[tuple[str, ...], Bridge]:
    """The bridge of docs/method.md 2, with the lines that `compute_bridge` gives for the same rows in a file.

    `columns` names columns by role where the guess is wrong. Nothing is written. Raises NotFound where there is no such
    table, BadValue for a definition that cannot be, BadLedger for a table that cannot be counted.
    """
    source = read_source(engine, table, setting, columns or {})
    try:
        return _computed(engine, source, definition)
    except CannotAnswer as failed:
        # What engines trip over once the names are right is a cell that is no amount, or a day beyond all calendars.
        header = source.picked["amount"].header
        raise BadLedger(
            f"{table}: {str(failed).rstrip('.')}. Look at column {header}: amounts are written as 1234.50, days are between 1900 and 2100."
        ) from failed


def _computed(engine: Engine, source: Source, definition: BridgeDefinition) -> tuple[tuple[str, ...], Bridge]:
    seen = look(engine, source)
    without = told(engine, source, seen.id_role, definition)
    if without is not None:
        seen = replace(seen, unknown=without.unknown)
    periods = definition.periods(seen)
    asked = _asked(source, seen, definition, periods)
    texts = asked.bound.texts
    lines = with_sales_flags(seen, periods, _lines(engine, asked, seen, definition, periods))
    due = (
        ()
        if source.setting == "purchases"
        else renewed(engine.ask(asked.asking(text.RENEWALS), texts), periods)
    )
    nothing = Memo(0, 0, ())
    orphans, worthless = nothing, nothing
    if any(line.orphan_refunds for line in lines):
        orphans = orphan_memo(engine.ask(asked.asking(text.SPELT, text.ORPHANS), texts), lines)
    if lines[-1].worthless:
        found = engine.ask(asked.asking(text.STATES, text.WORTHLESS), texts)
        worthless = worthless_memo(found, periods[-1])
    notes = bridge_remarks(seen, periods, due, orphans, worthless)
    if without is not None:
        notes += (*exclusion_remarks(without.left_out), *without.notes)
    before, compare = same_days_before(seen, definition, periods[-1]), None
    if before is not None:
        compare = _lines(engine, _asked(source, seen, definition, (before,)), seen, definition, (before,))[-1]
        notes += compared(lines[-1], compare)
    return seen.notes, Bridge(
        definition,
        source.setting,
        lines,
        due,
        orphans,
        worthless,
        notes,
        () if without is None else without.left_out,
        compare,
    )


def _asked(source: Source, seen: Look, definition: BridgeDefinition, periods: Sequence[Period]) -> Query:
    return query(source, seen.id_role, timeline(seen.days, periods, definition), definition, seen.codes)


def _lines(
    engine: Engine, asked: Query, seen: Look, definition: BridgeDefinition, periods: Sequence[Period]
) -> tuple[BridgeLine, ...]:
    found = engine.ask(asked.asking(text.STATES, text.MOVES), asked.bound.texts)
    return bridge_lines(found, seen, definition, periods)

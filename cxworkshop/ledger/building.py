"""The ledger of the rows that count, customer by customer and day by day."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Codes, Mask, taken
from cxworkshop.ledger.ledger import Before, Ledger
from cxworkshop.ledger.left_out import LeftOut
from cxworkshop.ledger.names import Named, compacted, segments_apart
from cxworkshop.ledger.order import by_customer_and_day
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.repeats import Ids, count_repeats
from cxworkshop.ledger.roles import FURTHER, OPTIONS
from cxworkshop.ledger.rows import Rows

_MOST_SEGMENTS = 1_000
_SHORT = 30_000


def built(
    reading: Reading,
    setting: str,
    rows: Rows,
    good: Mask,
    id_role: str | None,
    ids: Ids | None,
    groups: tuple[LeftOut, ...],
) -> Ledger:
    """Put the good rows, without the later ones of each repeated id, in the ledger's order.

    Raises BadLedger where there are more segments, or more values to leave out by, than anyone could look at.
    """
    picked = reading.picked
    kept = good
    if ids is not None and len(ids.repeats):
        kept = good.copy()
        kept[ids.repeats] = False
    at: Any = slice(None) if kept.all() else np.flatnonzero(kept)
    # Looking for rows that look alike takes as long as putting all in order, and another core has the time.
    with ThreadPoolExecutor(1) as aside:
        counting = aside.submit(_repeats, rows, at, None if ids is None else ids.blank[at])
        codes, customers = compacted(rows.customer[at], rows.customers)
        order, customer, day = by_customer_and_day(codes, rows.days.day[at])
        repeats = counting.result()

    def sorted_rows(column: npt.NDArray[Any]) -> npt.NDArray[Any]:
        return taken(column[at], order)

    segment, segments = _few(reading, "segment", rows.segment, sorted_rows)
    exclude, exclude_names = _few(reading, "exclude", rows.exclude, sorted_rows)
    first_seen = None
    if rows.first_seen is not None:
        begins = np.flatnonzero(np.diff(customer, prepend=-1))
        first_seen = np.minimum.reduceat(sorted_rows(rows.first_seen), begins)
    roles = [role for role in OPTIONS if role in picked and role != "id"]
    named = [role for role in FURTHER if role in picked]
    return Ledger(
        name=reading.table.name,
        setting=setting,
        columns=tuple((role, picked[role].header) for role in roles)
        + ((("id", picked[id_role].header),) if id_role else ())
        + tuple((role, picked[role].header) for role in named),
        notes=(),
        rows_read=len(rows.has) + len(reading.table.unfit()),
        left_out=groups,
        repeats=repeats,
        customers=customers,
        segments=segments,
        customer=customer,
        day=day,
        cents=sorted_rows(rows.cents),
        segment=segment,
        end=None if rows.days.end is None else sorted_rows(rows.days.end),
        contract=None if rows.days.contract is None else sorted_rows(rows.days.contract),
        value=None if rows.value is None else sorted_rows(rows.value),
        exclude=exclude,
        exclude_names=exclude_names or (),
        first_seen=first_seen,
        before=tuple(Before(*compacted(sorted_rows(one.codes), one.names)) for one in rows.before),
    )


def _repeats(rows: Rows, at: Any, without: Mask | None) -> int:
    """How many of the rows at some places that are without an id look like an earlier one."""
    of = slice(None) if without is None or without.all() else without
    return count_repeats(*(column[at][of] for column in rows.payment))


def _few(
    reading: Reading, role: str, column: Named | None, sorted_rows: Callable[[Codes], Codes]
) -> tuple[Codes | None, tuple[str, ...] | None]:
    """A column of few names in the ledger's order: of segments, or of kinds of rows."""
    if column is None:
        return None, None
    # Of few names the numbers are short, and short ones are put in order faster.
    codes = sorted_rows(column.codes.astype(np.int16) if len(column.names) < _SHORT else column.codes)
    if role == "segment":
        codes, names = segments_apart(codes, column.names)
    else:
        codes, names = compacted(codes, column.names)
    if len(names) > _MOST_SEGMENTS:
        what = "segments" if role == "segment" else "values"
        raise BadLedger(
            f"{reading.table.name}: column {reading.picked[role].header} has {len(names):,} different {what};"
            f" choose a column with at most {_MOST_SEGMENTS:,}."
        )
    return codes, names

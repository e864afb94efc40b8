"""Which column of a table holds the times, the values and the names of series: said by a person, by headers, or by cells."""

from collections.abc import Collection, Sequence
from datetime import date

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import WrongColumn
from cxworkshop.ledger.columns import listed
from cxworkshop.ledger.lists.roles import letters
from cxworkshop.ledger.series.grid import Grid
from cxworkshop.ledger.series.times import is_times, read_times
from cxworkshop.ledger.series.values import is_values

TIMES = (
    *("time", "date", "taken on", "reading date", "measured on", "datetime", "date time", "timestamp", "day"),
    *("week", "month", "quarter", "year", "period", "month end", "week ending", "period end", "when"),
)
IN_ORDER = ("seq", "sequence", "sample", "point", "observation", "order", "index", "nr", "no", "number", "id")
"""Headers of numbers that say in which order points were taken; used where nothing tells the time."""
VALUES = (
    *("value", "amount", "count", "reading", "measurement", "result", "observed", "actual", "score", "rate"),
    *("total", "percent", "share", "y", "x"),
)
SERIES = (
    "series",
    "measure",
    "metric",
    "indicator",
    "kpi",
    "measure name",
    "series name",
    "name",
    "variable",
)


def named(grid: Grid, header: str, option: str) -> int:
    """The column with that header, capitals and signs aside; raises BadLedger where there is none, or where there are two."""
    for same in (str.strip, letters):
        found = [at for at, one in enumerate(grid.headers) if same(one) == same(header)]
        if len(found) > 1:
            raise BadLedger(
                f"{grid.name}: {grid.top} has {len(found)} columns named {header}; give each its own name."
            )
        if found:
            return found[0]
    raise BadLedger(
        f"{grid.name}: {grid.top} has no column {header} ({option}); its columns are {listed(grid.headers)}."
    )


def series_column(grid: Grid, taken: Collection[int] = ()) -> int | None:
    """The column that says of which series each row is: called so, and saying the same on several rows."""
    for at in _called(grid, SERIES, taken):
        filled = [cell for cell in grid.columns[at] if cell]
        if filled and (len(set(filled)) < len(filled) or letters(grid.headers[at]) == "series"):
            return at
    return None


def time_column(grid: Grid, taken: Collection[int] = ()) -> int | None:
    """The column that tells the time, else one of dates, else one of numbers in a row; None where there is none."""
    filled = [at for at in range(len(grid.headers)) if at not in taken and any(grid.columns[at])]
    for at in _called(grid, TIMES, taken):
        if at in filled:
            return at
    dated = [at for at in filled if is_times(grid.columns[at]) and not is_values(grid.columns[at])]
    # Beside a y, an x is what it is drawn over.
    across = ("x",) if _called(grid, ("y",), taken) else ()
    for at in (*dated, *_called(grid, (*IN_ORDER, *across), taken)):
        if at in filled:
            return at
    return None


def value_columns(grid: Grid, taken: Collection[int] = ()) -> list[int]:
    """The columns that may hold the values: the one that is called so, else every one of numbers."""
    for at in _called(grid, VALUES, taken):
        if any(grid.columns[at]):
            return [at]
    order = _called(grid, IN_ORDER, taken)
    return [
        at
        for at in range(len(grid.headers))
        if at not in taken and at not in order and is_values(grid.columns[at], grid.semicolons)
    ]


def dates_across(grid: Grid) -> tuple[int, dict[int, tuple[date, date]]] | None:
    """The column of names and the days of the columns that are headed by them; None where headers are no dates."""
    # Names, units and owners stand beside the dates, however few these are.
    dated = [one if is_times([one]) or is_values([one]) else "" for one in grid.headers]
    try:
        heads = read_times(dated, grid.serial_dates, lambda _: [1])
    except WrongColumn:
        return None
    days = {at: day for at, day in enumerate(heads.days) if day}
    beside = [at for at in range(len(grid.headers)) if at not in days and any(grid.columns[at])]
    if heads.kind != "days" or len(days) < 2 or not beside:
        return None
    of = series_column(grid, list(days))
    return beside[0] if of is None else of, days


def _called(grid: Grid, names: Sequence[str], taken: Collection[int]) -> list[int]:
    """Columns with one of these headers, in the order of the names."""
    return [
        at
        for name in names
        for at, header in enumerate(grid.headers)
        if at not in taken and letters(header) == letters(name)
    ]

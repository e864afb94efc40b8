"""One series of a file: its points in the order of time, told where each of them stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop.analysis.cadence import cadence
from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import WrongColumn
from cxworkshop.ledger.columns import listed
from cxworkshop.ledger.series.grid import Grid, read_grid, told
from cxworkshop.ledger.series.periods import stretch
from cxworkshop.ledger.series.picking import named, series_column, time_column, value_columns
from cxworkshop.ledger.series.times import Times, read_times
from cxworkshop.ledger.series.values import Values, read_values

MOST_NAMED = 12


@dataclass(frozen=True)
class Single:
    """A series in the order of time: what each point's time is called, its day where it has one, and its value.

    `gaps` are the indices of points before which a time or a value is missing.
    """

    file: str
    times: tuple[str, ...]
    days: tuple[date | None, ...]
    values: tuple[float, ...]
    gaps: frozenset[int]
    notes: tuple[str, ...]


def read_single(
    source: Path | bytes,
    file: str | None = None,
    *,
    time: str | None = None,
    value: str | None = None,
    series: str | None = None,
) -> Single:
    """Read one series; `time` and `value` name columns, `series` one of several series.

    Rows come in the order of their dates, those of one date in the file's order; where times are no dates, as in the
    file. Raises NotFound, or BadLedger naming file, row and column.
    """
    grid = read_grid(source, file)
    _headed(grid)
    said = {
        role: named(grid, header, f"--{role}")
        for role, header in (("time", time), ("value", value))
        if header is not None
    }
    grid, of, notes = _one_series(grid, series, list(said.values()))
    taken = {at for at in (*said.values(), of) if at is not None}
    at_time = said.get("time", time_column(grid, taken))
    at_value = said.get("value", -1)
    if at_value < 0:
        at_value = _value(grid, {*taken, *([] if at_time is None else [at_time])})
    where = "no column; the order of the file" if at_time is None else f"column {grid.headers[at_time]}"
    notes += [f"{grid.name}: time: {where}; value: column {grid.headers[at_value]}."]
    times = _times(grid, at_time)
    values = read_values(grid.columns[at_value], grid.semicolons)
    _refuse(grid, at_time, times, at_value, values)
    return _ordered(grid, at_time, times, at_value, values, notes)


def _one_series(grid: Grid, wanted: str | None, taken: Sequence[int]) -> tuple[Grid, int | None, list[str]]:
    """The rows of one series, which column names it, and what there is to tell."""
    notes, at = list(grid.notes), series_column(grid, taken)
    if at is None:
        if wanted is not None:
            raise BadLedger(
                f"{grid.name}: {grid.top} has no column `series` in which {wanted} could be looked up; leave --series out."
            )
        return grid, None, notes
    names = list(dict.fromkeys(cell for cell in grid.columns[at] if cell))
    if wanted is None and len(names) > 1:
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        raise BadLedger(
            f"{grid.name}: column {grid.headers[at]} holds {len(names)} series ({', '.join(names[:MOST_NAMED])}{more});"
            " choose one with --series NAME."
        )
    if wanted is not None:
        found = [name for name in names if name.casefold() == wanted.strip().casefold()]
        if not found:
            raise BadLedger(
                f"{grid.name}: column {grid.headers[at]} holds no series {wanted}; it holds"
                f" {', '.join(names[:MOST_NAMED])}."
            )
        grid = grid.kept([row for row, cell in enumerate(grid.columns[at]) if cell in found])
        notes.append(f"{grid.name}: series {found[0]} of column {grid.headers[at]}.")
    return grid, at, notes


def _value(grid: Grid, taken: set[int]) -> int:
    found = value_columns(grid, taken)
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadLedger(
            f"{grid.name}: no column holds the values, numbers only; name it with --value COLUMN and its wrong cells are"
            " told."
        )
    raise BadLedger(
        f"{grid.name}: several columns may hold the values ({', '.join(grid.headers[at] for at in found[:MOST_NAMED])});"
        " choose one with --value COLUMN."
    )


def _headed(grid: Grid) -> None:
    heads = [header for header in grid.headers if header]
    if all(stretch(header) or read_values([header]).numbers[0] is not None for header in heads):
        raise BadLedger(
            f"{grid.name}: {grid.top} holds {listed(heads)} where headers belong; put a row such as time,value above the"
            " first point."
        )


def _times(grid: Grid, at: int | None) -> Times:
    cells = ("",) * len(grid.numbers) if at is None else grid.columns[at]
    try:
        return read_times(cells, grid.serial_dates, grid.rows)
    except WrongColumn as wrong:
        header = "" if at is None else grid.headers[at]
        raise BadLedger(f"{grid.name}: column {header}: {wrong}.") from wrong


def _refuse(grid: Grid, at_time: int | None, times: Times, at_value: int, values: Values) -> None:
    problems = [(at, at_value, why) for at, why in values.wrong.items()]
    problems += [
        (at, column, why) for (column, at), why in grid.faults.items() if column in (at_value, at_time)
    ]
    if at_time is not None:
        problems += [(at, at_time, why) for at, why in times.wrong.items()]
        if times.kind in ("days", "hours"):
            problems += [
                (at, at_time, "the date is blank; fill it in or take the row out")
                for at, cell in enumerate(grid.columns[at_time])
                if not cell and values.numbers[at] is not None and (at_time, at) not in grid.faults
            ]
    told(grid, problems)


def _ordered(
    grid: Grid, at_time: int | None, times: Times, at_value: int, values: Values, notes: list[str]
) -> Single:
    column = "" if at_time is None else f"{grid.name}: column {grid.headers[at_time]}"
    notes += [f"{column}: {note}." for note in times.notes]
    notes += [f"{grid.name}: column {grid.headers[at_value]}: {note}." for note in values.notes]
    order = sorted(range(len(grid.numbers)), key=times.keys.__getitem__)
    if order != list(range(len(order))):
        notes.append(f"{grid.name}: the rows were put in the order of their times.")
    if at_time is not None and times.kind == "words" and any(grid.columns[at_time]):
        notes.append(f"{column}: holds no dates, so the points stay in the order of the file.")
    again = [at for at, before in zip(order[1:], order, strict=False) if times.keys[at] == times.keys[before]]
    if again and times.kind != "words":
        first = grid.place(grid.numbers[again[0]])
        notes.append(
            f"{column}: {len(again):,} of the rows repeat the time of another, the first in {first}; they are points of"
            " their own, in the order of the file."
        )
    regular = [times.days[at] for at in order] if times.kind == "days" else []
    breaks = cadence([day[1] if day else None for day in regular]).gaps
    points, gaps, blank = list[int](), set[int](), 0
    for number, at in enumerate(order):
        if number in breaks:
            gaps.add(len(points))
        if values.numbers[at] is None:
            blank += 1
            gaps.add(len(points))
        else:
            points.append(at)
    if blank:
        notes.append(
            f"{grid.name}: column {grid.headers[at_value]}: {blank:,} of the rows have no value; they are left out, and no"
            " moving range reaches across them."
        )
    if len(points) < 2:
        raise BadLedger(
            f"{grid.name}: column {grid.headers[at_value]} holds {len(points) or 'no'} value{'' if len(points) == 1 else 's'}; a chart needs two that follow each"
            " other, and six to mean something."
        )
    days = [times.days[at] for at in points] if times.kind == "days" else [None] * len(points)
    return Single(
        grid.name,
        tuple(
            str(number) if at_time is None else grid.columns[at_time][at]
            for number, at in enumerate(points, 1)
        ),
        tuple(day[1] if day else None for day in days),
        tuple(one for at in points if (one := values.numbers[at]) is not None),
        frozenset(gaps - {0, len(points)}),
        tuple(notes),
    )

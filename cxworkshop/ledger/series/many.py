"""All series of a file, long or wide: names down and dates across, a column per series, or a row per point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import WrongColumn
from cxworkshop.ledger.columns import listed
from cxworkshop.ledger.lists.reading import stem
from cxworkshop.ledger.lists.roles import letters
from cxworkshop.ledger.series.grid import Grid, read_grid, told
from cxworkshop.ledger.series.picking import VALUES, dates_across, series_column, time_column, value_columns
from cxworkshop.ledger.series.times import Times, is_times, read_times
from cxworkshop.ledger.series.values import read_values

SHAPES = (
    "give it a column of dates and a column for each measure, or three columns: measure, date and value, or the measures"
    " down and the dates across"
)
_MOSTLY = 0.5


@dataclass(frozen=True)
class Point:
    """One value: the stretch of days that it is of (one day where it is of a day), and the file's row."""

    first: date
    last: date
    value: float
    row: int


@dataclass(frozen=True)
class FileSeries:
    """A series as the file calls it, its points in the order of time."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class SeriesFile:
    """What a file holds, in its order, and what there is to tell."""

    file: str
    series: tuple[FileSeries, ...]
    notes: tuple[str, ...]


# A point on its way: the name of its series, its place (position and column), its days and its value.
_Found = tuple[str, int, int, tuple[date, date], float]


def read_many(source: Path | bytes, file: str | None = None) -> SeriesFile:
    """Every series of a .csv, .csv.gz, .parquet or .xlsx file; cells without a value are no points.

    Raises NotFound, or BadLedger with a problem a line, naming file, row and column.
    """
    grid = read_grid(source, file)
    across = dates_across(grid)
    notes = list(grid.notes)
    if across is not None:
        found = _across(grid, *across, notes)
    else:
        of = series_column(grid)
        at_time = time_column(grid, [] if of is None else [of])
        if at_time is None:
            raise BadLedger(f"{grid.name}: no column holds dates; {SHAPES}.")
        times = _times(grid, at_time, notes)
        found = _down(grid, at_time, times, of, notes)
    series = _gathered(grid, found)
    if not series:
        raise BadLedger(f"{grid.name}: there is not one value beside a date; {SHAPES}.")
    return SeriesFile(grid.name, series, tuple(notes))


def _across(grid: Grid, of: int, days: dict[int, tuple[date, date]], notes: list[str]) -> list[_Found]:
    left = [one for at, one in enumerate(grid.headers) if one and at != of and at not in days]
    if left:
        notes.append(f"{grid.name}: not read, since no date stands above it: {listed(left)}.")
    found, problems = list[_Found](), list[tuple[int, int, str]]()
    for column, day in days.items():
        values = read_values(grid.columns[column], grid.semicolons)
        problems += _wrong(grid, column, values.wrong)
        for at, value in enumerate(values.numbers):
            if value is None:
                continue
            if not grid.columns[of][at]:
                problems.append((at, of, "the name of the measure is blank; fill it in or take the row out"))
            else:
                found.append((grid.columns[of][at], at, column, day, value))
    told(grid, problems)
    return found


def _times(grid: Grid, at: int, notes: list[str]) -> Times:
    if is_times([grid.headers[at]]):
        raise BadLedger(
            f"{grid.name}: {grid.top} holds {listed([one for one in grid.headers if one])} where headers belong; put a row"
            " such as date and the measure's name above the first point."
        )
    try:
        times = read_times(grid.columns[at], grid.serial_dates, grid.rows)
    except WrongColumn as wrong:
        raise BadLedger(f"{grid.name}: column {grid.headers[at]}: {wrong}.") from wrong
    if times.kind not in ("days", "hours"):
        raise BadLedger(
            f"{grid.name}: column {grid.headers[at]} holds no dates; write every date as 2025-03-31, 2025-03, 2025-Q1 or"
            " 2025-W07."
        )
    notes += [f"{grid.name}: column {grid.headers[at]}: {note}." for note in times.notes]
    return times


def _down(grid: Grid, at_time: int, times: Times, of: int | None, notes: list[str]) -> list[_Found]:
    taken = {at_time} if of is None else {at_time, of}
    columns = _measured(grid, taken)
    if of is not None:
        columns = value_columns(grid, taken) or columns
        if len(columns) > 1:
            raise BadLedger(
                f"{grid.name}: several columns may hold the values ({listed([grid.headers[at] for at in columns])}); call"
                " one of them value."
            )
    left = [one for at, one in enumerate(grid.headers) if one and at not in taken and at not in columns]
    if left:
        notes.append(f"{grid.name}: not read, since no numbers stand in it: {listed(left)}.")
    found, problems = list[_Found](), list[tuple[int, int, str]]()
    problems += _wrong(grid, at_time, times.wrong)
    for column in columns:
        values = read_values(grid.columns[column], grid.semicolons)
        notes += [f"{grid.name}: column {grid.headers[column]}: {note}." for note in values.notes]
        problems += _wrong(grid, column, values.wrong)
        header = grid.headers[column]
        own = stem(grid.name) if letters(header) in map(letters, VALUES) else header
        for at, value in enumerate(values.numbers):
            name = own if of is None else grid.columns[of][at]
            if value is None or at in times.wrong:
                continue
            day = times.days[at]
            if day is None:
                problems.append((at, at_time, "the date is blank; fill it in or take the row out"))
            elif not name:
                problems.append(
                    (at, of or 0, "the name of the measure is blank; fill it in or take the row out")
                )
            else:
                found.append((name, at, column, day, value))
    told(grid, list(dict.fromkeys(problems)))
    return found


def _measured(grid: Grid, taken: set[int]) -> list[int]:
    """The columns of which at least half of the filled cells are numbers: what is none among them is told, not passed over."""
    found = []
    for at, cells in enumerate(grid.columns):
        if at in taken or not grid.headers[at]:
            continue
        values = read_values(cells, grid.semicolons)
        numbers = sum(one is not None for one in values.numbers)
        if numbers and numbers >= _MOSTLY * (numbers + len(values.wrong)):
            found.append(at)
    return found


def _wrong(grid: Grid, column: int, wrong: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    yield from ((at, column, why) for at, why in wrong.items())
    yield from ((at, column, why) for (one, at), why in grid.faults.items() if one == column)


def _gathered(grid: Grid, found: Sequence[_Found]) -> tuple[FileSeries, ...]:
    """The points by series; two of one series and the same days are a problem, since nobody knows which one counts."""
    names: dict[str, str] = {}
    points: dict[str, dict[date, Point]] = {}
    problems = []
    for name, at, column, (first, last), value in found:
        key = letters(name) or name
        names.setdefault(key, name)
        there = points.setdefault(key, {})
        if last in there:
            problems.append(
                (at, column, f"{name} has a value of {last} in row {there[last].row} already; keep one")
            )
        else:
            there[last] = Point(first, last, value, grid.numbers[at])
    told(grid, problems)
    return tuple(
        FileSeries(names[key], tuple(sorted(own.values(), key=lambda one: one.last)))
        for key, own in points.items()
    )

"""Files of series, long and wide, become the same points; problems are told by row and column, and nothing is guessed."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from cxworkshop.analysis.readings import compared, likeliest
from cxworkshop.domain.commands import Batch, apply
from cxworkshop.domain.errors import BadFile
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.ledger.series import SeriesFile, read_many
from cxworkshop.ledger.series.periods import stretch
from cxworkshop.ledger.series.values import read_values

ROOT = Path(__file__).resolve().parents[2]
LONG = [
    "measure,date,value",
    "On time,2025-01,91",
    "On time,2025-02,92",
    "Days,2025-01,4.5",
    "Days,2025-02,5",
]
DOWN = ["month,On time,Days", "2025-01,91,4.5", "2025-02,92,5"]
ACROSS = ["Measure,Unit,Jan 2025,Feb 2025", "On time,%,91,92", "Days,days,4.5,5"]


def _read(lines: Sequence[str], name: str = "series.csv") -> SeriesFile:
    return read_many("\n".join(lines).encode(), name)


def _points(found: SeriesFile) -> dict[str, list[tuple[date, float]]]:
    return {one.name: [(point.last, point.value) for point in one.points] for one in found.series}


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025-03", date(2025, 3, 1), date(2025, 3, 31)),
        ("03/2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("202502", date(2025, 2, 1), date(2025, 2, 28)),
        ("Mar 2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("march-25", date(2025, 3, 1), date(2025, 3, 31)),
        ("Sept. 2024", date(2024, 9, 1), date(2024, 9, 30)),
        ("2025 Mar", date(2025, 3, 1), date(2025, 3, 31)),
        ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("Q4 2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("2025H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-W07", date(2025, 2, 10), date(2025, 2, 16)),
        ("week 1, 2026", date(2025, 12, 29), date(2026, 1, 4)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_stretch_of_time_is_read_as_its_days(written: str, first: date, last: date) -> None:
    """Months, quarters, half-years, ISO weeks and years, as spreadsheets write them."""
    assert stretch(written) == (first, last)


@pytest.mark.parametrize(
    "written", ["2025-13", "2025-W54", "2025-Q5", "March", "31.03.2025", "batch 7", "1850", ""]
)
def test_what_is_no_stretch_of_time_is_none(written: str) -> None:
    """A day is no stretch either, and years that nobody means are refused."""
    assert stretch(written) is None


def test_long_and_both_wide_shapes_hold_the_same_points() -> None:
    """Three columns, a column per measure, or dates across: one result."""
    wanted = {
        "On time": [(date(2025, 1, 31), 91.0), (date(2025, 2, 28), 92.0)],
        "Days": [(date(2025, 1, 31), 4.5), (date(2025, 2, 28), 5.0)],
    }
    assert [_points(_read(lines)) for lines in (LONG, DOWN, ACROSS)] == [wanted] * 3


def test_a_block_copied_from_a_spreadsheet_is_a_file_too() -> None:
    """Tabs separate its cells."""
    assert _points(_read([line.replace(",", "\t") for line in ACROSS])) == _points(_read(ACROSS))


def test_an_excel_sheet_with_dates_for_headers_is_read() -> None:
    """Real dates in the first row, real numbers below, a title above it all."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Our numbers",),
        (),
        ("Measure", date(2025, 1, 31), date(2025, 2, 28)),
        ("On time", 91, 92.5),
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    assert _points(read_many(out.getvalue(), "numbers.xlsx")) == {
        "On time": [(date(2025, 1, 31), 91.0), (date(2025, 2, 28), 92.5)]
    }


def test_days_written_with_points_and_blank_cells_are_read() -> None:
    """31.03.2025 is a day; a blank cell is no point; words beside the numbers are told and passed over."""
    found = _read(["Tag;On time;Note", "31.03.2025;91,5;", "30.04.2025;;strike", "31.05.2025;93;"])
    assert _points(found) == {"On time": [(date(2025, 3, 31), 91.5), (date(2025, 5, 31), 93.0)]}
    assert any("Note" in note for note in found.notes)


def test_a_single_series_called_value_takes_the_name_of_its_file() -> None:
    """Date and value say nothing of what is measured; the file's name does."""
    assert list(_points(_read(["date,value", "2025-01-31,4", "2025-02-28,5"], "On time.csv"))) == ["On time"]


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (
            [
                "measure,date,value",
                "On time,2025-01,many",
                "On time,soon,91",
                "On time,2025-03,92",
                "Days,2025-04,1",
            ],
            ["row 2, column value", "row 3, column date"],
        ),
        (
            ["month,On time", "2025-01,91", "2025-02,x", ",93", "2025-04,94"],
            ["row 3, column On time", "row 4, column month"],
        ),
        (
            ["Measure,2025-01,2025-02", "On time,91,x", ",5,6"],
            ["row 2, column 2025-02", "row 3, column Measure"],
        ),
        (["month,On time", "2025-01,91", "2025-01,92"], ["row 3, column On time"]),
    ],
)
def test_problems_are_told_by_file_row_and_column(lines: list[str], places: list[str]) -> None:
    """Long, wide and across: every wrong cell, and two values for one month."""
    with pytest.raises(BadFile) as wrong:
        _read(lines)
    told = wrong.value.problems or (str(wrong.value),)
    assert all(place in line for place, line in zip(places, told, strict=False))
    assert all(line.startswith("series.csv: row ") for line in told)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["name,thing", "a,b", "c,d"], "no column holds dates"),
        (["week,value", "first,3", "second,4"], "column week holds no dates"),
        (["measure,date,sales,cost", "a,2025-01,1,2", "a,2025-02,1,2"], "call one of them value"),
        (["date,value", "2025-01,", "2025-02,"], "not one value beside a date"),
    ],
)
def test_a_file_without_series_says_what_shape_is_wanted(lines: list[str], says: str) -> None:
    """The remedy names the shapes that can be read."""
    with pytest.raises(BadFile, match=says):
        _read(lines)


@given(some.lists(some.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=20))
def test_numbers_survive_being_written_with_marks_of_thousands(numbers: list[float]) -> None:
    """1,234,567.89 is read as what it says, with a percent or currency sign or without."""
    written = [f"{number:,.2f}" for number in numbers]
    wanted = tuple(float(f"{number:.2f}") for number in numbers)
    assert read_values(written).numbers == wanted
    assert read_values([f"{one} %" for one in written]).numbers == wanted
    assert read_values([f"€{one}" for one in written]).numbers == wanted


@pytest.mark.parametrize(
    ("cells", "numbers", "notes"),
    [
        (("1.234,5", "1.300", "12,25"), (1234.5, 1300.0, 12.25), ("a comma is read as the decimal mark",)),
        (("1,234", "2,500.5"), (1234.0, 2500.5), ("a comma is read as a mark of thousands",)),
        (("1.5", "−2", "(", ""), (1.5, -2.0, None, None), ()),
        (("12,5", "1,234.5"), (12.5, None), ("a comma is read as the decimal mark",)),
        (("5 %", "n/a", "–", "1e3"), (5.0, None, None, 1000.0), ()),
    ],
)
def test_a_column_has_one_decimal_mark(
    cells: tuple[str, ...], numbers: tuple[float | None, ...], notes: tuple[str, ...]
) -> None:
    """Points and commas are read as the column shows; what is written the other way is wrong, not guessed."""
    read = read_values(cells)
    assert (read.numbers, read.notes) == (numbers, notes)
    assert sorted(read.wrong) == [at for at, cell in enumerate(cells) if cell in ("(", "1,234.5")]


def test_only_semicolons_between_cells_make_a_lone_comma_the_decimal_mark() -> None:
    """1,234 is a thousand and more, unless the file separates cells as those with decimal commas do."""
    assert read_values(["1,234"]).numbers == (1234.0,)
    assert read_values(["1,234"], semicolons=True).numbers == (1.234,)


def test_a_series_finds_its_measure_by_name_and_not_by_luck() -> None:
    """Capitals and signs do not matter; a part of a name does where only one measure has it."""
    workshop = assemble(
        [
            Measure(id="a", name="Delivered on time"),
            Measure(id="b", name="Delivered on time, abroad"),
            Measure(id="c", name="Days until put right"),
        ]
    )
    assert likeliest(workshop, "DELIVERED_ON-TIME") == "a"
    assert likeliest(workshop, "Days until put right (days)") == "c"
    assert likeliest(workshop, "Delivered on tim") is None
    assert likeliest(workshop, "Days") is None


def _take(workshop: Workshop, measure: str, found: SeriesFile) -> Workshop:
    points = [(point.first, point.last, point.value) for point in found.series[0].points]
    return apply(workshop, Batch(compared(workshop, measure, points).writes))


def test_points_are_new_changed_or_there_already() -> None:
    """A month meets the one reading in it, whatever its day; the same file a second time changes nothing."""
    workshop = assemble(
        [
            Measure(id="m", name="On time"),
            Reading(id="r1", measure="m", taken_on=date(2025, 1, 30), value=91),
            Reading(id="r2", measure="m", taken_on=date(2025, 2, 28), value=90),
            Reading(id="other", measure="n", taken_on=date(2025, 3, 31), value=1),
        ]
    )
    found = _read(["month,On time", "2025-01,91", "2025-02,92", "2025-03,93"])
    points = [(point.first, point.last, point.value) for point in found.series[0].points]
    first = compared(workshop, "m", points)
    assert (first.new, first.changed, first.same) == (1, 1, 1)
    after = _take(workshop, "m", found)
    again = compared(after, "m", points)
    assert (again.new, again.changed, again.same, again.writes) == (0, 0, 3, ())
    readings = sorted(
        (one.taken_on, one.value) for one in after.all(Reading) if one.measure == "m" and one.taken_on
    )
    assert readings == [(date(2025, 1, 30), 91), (date(2025, 2, 28), 92), (date(2025, 3, 31), 93)]


def test_the_samples_file_of_measures_is_the_samples_readings() -> None:
    """Each of its six series finds its measure by name, and each of its 144 points is there already."""
    workshop = workshop_in(
        json.loads((ROOT / "sample_data/finished_workshop.json").read_text(encoding="utf-8"))
    )
    found = read_many(ROOT / "sample_data" / "measures.csv")
    assert len(found.series) == 6
    same = 0
    for series in found.series:
        measure = likeliest(workshop, series.name)
        assert workshop.name_of("measure", measure) == series.name
        told = compared(workshop, measure, [(one.first, one.last, one.value) for one in series.points])
        assert (told.new, told.changed) == (0, 0)
        same += told.same
    assert same == 144

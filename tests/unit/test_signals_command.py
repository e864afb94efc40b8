"""The command `signals`: published limits and signals, which columns are picked, and problems told with their place."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxworkshop.cli import BAD_INPUT, DONE, main

XMR = Path(__file__).parents[2].parent / "shared" / "data" / "xmr_series.csv"
shared = pytest.mark.skipif(not XMR.exists(), reason="../shared/data/xmr_series.csv is absent")

NIST = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
DEFICITS = (
    *(10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6),
    *(10.0, 11.4, 7.9, 9.5, 8.0, 11.8, 10.5, 11.2, 9.2, 10.1, 10.4, 10.5),
)
MONTHS = [f"{1987 + n // 12}-{n % 12 + 1:02d}" for n in range(24)]
HEADER = ["time", "value", "moving_range", "mean", "lower", "upper", "range_limit", "signals"]

Rows = list[dict[str, str]]
Write = Callable[..., Path]


class Told:
    """What one run of the command printed, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def rows(self) -> Rows:
        """The printed rows."""
        return list(csv.DictReader(self.out.splitlines()))

    def completes(self, rule: int) -> list[int]:
        """The 0-based rows that complete a rule."""
        return [at for at, row in enumerate(self.rows) if str(rule) in row["signals"].split("+")]


Run = Callable[..., Told]


@pytest.fixture
def signals(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command and gives what it told."""

    def run(*arguments: object) -> Told:
        try:
            code = main(["signals", *map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return Told(code, out, err)

    return run


@pytest.fixture
def file(tmp_path: Path) -> Write:
    """Writes lines to a file and gives its path."""

    def write(lines: Sequence[str], name: str = "series.csv") -> Path:
        path = tmp_path / name
        text = "\n".join(lines) + "\n"
        path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
        return path

    return write


def test_nist_flow_rates_are_printed_with_their_published_limits(signals: Run, file: Write) -> None:
    """NIST handbook 6.3.2.2: mean 50.81, average moving range 1.8778, limits 55.804 and 45.816, no signal."""
    told = signals(file(["value", *map(str, NIST)]))
    assert told.code == DONE
    assert list(told.rows[0]) == HEADER
    first, second = told.rows[:2]
    assert [float(first[name]) for name in ("mean", "lower", "upper")] == [
        pytest.approx(one, abs=1e-3) for one in (50.81, 45.816, 55.804)
    ]
    ranges = [float(row["moving_range"]) for row in told.rows[1:]]
    assert sum(ranges) / 9 == pytest.approx(1.8778, abs=1e-4)
    assert float(first["range_limit"]) == pytest.approx(3.267 * 1.8778, abs=1e-3)
    assert (first["moving_range"], second["moving_range"], first["time"]) == ("", "2", "1")
    assert {row["signals"] for row in told.rows} == {""}


def test_trade_deficits_locked_on_1987_signal_where_published(signals: Run, file: Write) -> None:
    """Limits from the first twelve months: rule 1 at 14 and 16, rule 2 and rule 3 where the method says."""
    lines = [f"{month},{value}" for month, value in zip(MONTHS, DEFICITS, strict=True)]
    told = signals(file(["time,value", *lines]), "--baseline", 12)
    row = told.rows[-1]
    assert [float(row[name]) for name in ("mean", "upper", "lower", "range_limit")] == [
        pytest.approx(one, abs=1e-3) for one in (12.75, 17.175, 8.325, 5.435)
    ]
    assert told.completes(1) == [14, 16]
    assert told.completes(2) == [15, 16, 17, 18, 21, 22, 23]
    assert told.completes(3) == [17, 18, 19, 20, 21, 22, 23]
    assert (told.rows[16]["time"], told.rows[16]["signals"], told.rows[17]["signals"]) == (
        "1988-05",
        "1+2",
        "2+3",
    )


def test_wheelers_exercise_has_its_printed_moving_range(signals: Run, file: Write) -> None:
    """The last six months of 1988: mean 10.317, limits 12.445 and 8.189."""
    told = signals(file(["deficit", *map(str, DEFICITS[-6:])]))
    assert [float(told.rows[0][name]) for name in ("mean", "upper", "lower")] == [
        pytest.approx(one, abs=1e-3) for one in (10.317, 12.445, 8.189)
    ]
    assert sum(float(row["moving_range"]) for row in told.rows[1:]) / 5 == pytest.approx(0.8)


@shared
def test_published_monthly_counts_are_printed_as_published(signals: Run) -> None:
    """Limits to a thousandth; the published range limit was made with 3.268, ours with 3.267; a run from November 2021."""
    told = signals(XMR, "--series", "spc_plotly_counts")
    rows, first = told.rows, told.rows[0]
    assert len(rows) == 38
    assert [float(first[name]) for name in ("mean", "upper", "lower")] == [
        pytest.approx(one, abs=2e-3) for one in (2820.63, 4341.864, 1299.399)
    ]
    assert float(first["range_limit"]) == pytest.approx(1868.943, rel=1e-3)
    assert float(first["range_limit"]) == pytest.approx(571.892 * 3.267, abs=2e-3)
    outside = [
        row["value"] for row in rows if not float(row["lower"]) <= float(row["value"]) <= float(row["upper"])
    ]
    assert outside == ["4412", "4385", "4699"]
    eighth = told.completes(3)[0]
    assert rows[eighth - 7]["time"] == "2021-11"


@shared
def test_the_shared_nist_series_needs_its_name_and_takes_its_sequence_for_the_time(signals: Run) -> None:
    """Its times are blank, so the column seq says the order; without --series both series are named with the remedy."""
    told = signals(XMR, "--series", "NIST_flowrate")
    assert [float(row["value"]) for row in told.rows] == list(NIST)
    assert "time: column seq; value: column value" in told.err
    refused = signals(XMR)
    assert (refused.code, refused.out) == (BAD_INPUT, "")
    assert refused.err == (
        "xmr_series.csv: column series holds 2 series (nist_flowrate, spc_plotly_counts); choose one with"
        " --series NAME.\n"
    )


def test_the_sample_measures_are_charted_by_name() -> None:
    """The sample's own file of measures needs no option but the measure's name."""
    path = Path(__file__).parents[2] / "sample_data" / "measures.csv"
    assert (
        main(["signals", str(path), "--series", "Days from the first call until everything is put right"])
        == DONE
    )


def test_rows_come_in_the_order_of_their_dates_as_the_file_writes_them(signals: Run, file: Write) -> None:
    """German dates and decimal commas, upside down: put in order and told."""
    lines = ["Datum;Wert", "31.03.2025;12,5", "28.02.2025;11,25", "31.01.2025;1.012,5"]
    told = signals(file(lines), "--time", "Datum", "--value", "wert")
    assert [(row["time"], row["value"]) for row in told.rows] == [
        ("31.01.2025", "1012.5"),
        ("28.02.2025", "11.25"),
        ("31.03.2025", "12.5"),
    ]
    assert "put in the order of their times" in told.err
    assert "a comma is read as the decimal mark" in told.err


def test_every_kind_of_file_gives_the_same_chart(signals: Run, file: Write, tmp_path: Path) -> None:
    """CSV, packed CSV, Parquet with timestamps, and Excel with real dates."""
    days = [date(2025, month, 1) for month in range(1, 8)]
    values = [3.0, 5.0, 4.0, 6.5, 3.5, 5.0, 4.0]
    lines = ["month,score", *(f"{day},{value}" for day, value in zip(days, values, strict=True))]
    times = pa.array([datetime(day.year, day.month, day.day) for day in days], pa.timestamp("us"))
    pq.write_table(pa.table({"month": times, "score": values}), tmp_path / "s.parquet")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("month", "score"), *zip(days, values, strict=True)):
        sheet.append(row)
    book.save(tmp_path / "s.xlsx")
    paths = [file(lines), file(lines, "s.csv.gz"), tmp_path / "s.parquet", tmp_path / "s.xlsx"]
    printed = {signals(path).out for path in paths}
    assert len(printed) == 1
    assert next(iter(printed)).splitlines()[1].startswith("2025-01-01,3,,4.42857142857,")


def test_a_missing_month_and_a_blank_value_break_the_moving_range(signals: Run, file: Write) -> None:
    """April is absent and June has no value: neither step is counted, and both are told."""
    lines = [
        "month,value",
        "2025-01,4",
        "2025-02,5",
        "2025-03,4",
        "2025-05,9",
        "2025-06,n/a",
        "2025-07,5",
        "2025-08,4",
    ]
    told = signals(file(lines))
    assert [row["moving_range"] for row in told.rows] == ["", "1", "1", "", "", "1"]
    assert "1 of the rows have no value" in told.err
    assert "broken in 2 places" in told.err


def test_words_for_times_keep_the_order_of_the_file(signals: Run, file: Write) -> None:
    """Batches have no dates: nothing is sorted, and that is said."""
    told = signals(file(["batch,defects", "zinc,4", "amber,6", "teal,5"]), "--time", "batch")
    assert [row["time"] for row in told.rows] == ["zinc", "amber", "teal"]
    assert "stay in the order of the file" in told.err


def test_points_of_one_date_are_kept_in_the_order_of_the_file(signals: Run, file: Write) -> None:
    """Two readings of one day are two points, and that is told with its row."""
    told = signals(file(["date,value", "2025-01-02,4", "2025-01-01,6", "2025-01-02,9"]))
    assert [row["value"] for row in told.rows] == ["6", "4", "9"]
    assert "1 of the rows repeat the time of another, the first in row 4" in told.err


def test_hours_of_one_day_are_put_in_order(signals: Run, file: Write) -> None:
    """Times of day order the points where days alone do not."""
    lines = ["timestamp,value", "2025-01-01 14:00,3", "2025-01-01 09:30,1", "2025-01-01 10:15,2"]
    assert [row["value"] for row in signals(file(lines)).rows] == ["1", "2", "3"]


def test_every_wrong_cell_is_named_by_row_and_column(signals: Run, file: Write) -> None:
    """All problems in one go, in the order of the rows, and nothing printed."""
    lines = ["month,value", "2025-01,4", "2025-02,many", "soon,5", ",6", "2025-05,7"]
    told = signals(file(lines))
    assert (told.code, told.out) == (BAD_INPUT, "")
    assert [line.split(":")[1].strip() + line.split(":")[2][:18] for line in told.err.splitlines()] == [
        "row 3, column value 'many' is no numb",
        "row 4, column month 'soon' is no date",
        "row 5, column month the date is blank",
    ]


@pytest.mark.parametrize(
    ("lines", "options", "says"),
    [
        (
            ["month,sales,cost", "2025-01,1,2", "2025-02,2,3"],
            [],
            "sales, cost); choose one with --value COLUMN",
        ),
        (["month,note", "2025-01,a", "2025-02,b"], [], "no column holds the values"),
        (
            ["month,value", "2025-01,1", "2025-02,2"],
            ["--value", "sales"],
            "row 1 has no column sales (--value)",
        ),
        (["month,value", "2025-01,1", "2025-02,"], [], "holds 1 value; a chart needs two"),
        (["1,10", "2,11", "3,12"], [], "where headers belong"),
        (["date,value", "01/02/2025,1", "03/04/2025,2"], [], "whether day or month comes first"),
        (["month,value", "2025-01,1", "2025-02,2"], ["--series", "a"], "leave --series out"),
    ],
)
def test_what_cannot_be_charted_is_refused_with_a_remedy(
    signals: Run, file: Write, lines: list[str], options: list[str], says: str
) -> None:
    """Exit 1, the file named, and what to do."""
    told = signals(file(lines), *options)
    assert told.code == BAD_INPUT
    assert told.err.startswith("series.csv: ")
    assert says in told.err


@pytest.mark.parametrize(
    "arguments",
    [("nowhere.csv",), ("x.csv", "--baseline", "1"), ("x.csv", "--variant", "mode"), ()],
    ids=["no such file", "a baseline of one point", "an unknown variant", "no file"],
)
def test_wrong_usage_ends_with_2(signals: Run, arguments: tuple[str, ...]) -> None:
    """What the caller can only put right in the command."""
    assert signals(*arguments).code == 2


def test_the_result_goes_to_a_file_and_never_over_the_series(
    signals: Run, file: Write, tmp_path: Path
) -> None:
    """--output writes what would be printed; naming the series itself is refused and leaves it whole."""
    path = file(["value", "4", "6", "5"])
    printed = signals(path).out
    assert signals(path, "--output", tmp_path / "chart.csv").out == ""
    assert (tmp_path / "chart.csv").read_text() == printed
    assert signals(path, "--output", path).code == 2
    assert path.read_text() == "value\n4\n6\n5\n"


def test_limits_past_a_natural_bound_are_blank_and_so_are_those_without_variation(
    signals: Run, file: Write
) -> None:
    """A share cannot pass 100; a series that never varies has nothing to judge by."""
    told = signals(file(["value", "99", "97", "100", "98"]), "--floor", 0, "--ceiling", 100)
    assert (told.rows[0]["upper"], told.rows[0]["lower"] != "") == ("", True)
    calm = signals(file(["value", "4", "4", "4", "4", "4", "4"]))
    assert [calm.rows[0][name] for name in ("lower", "upper", "range_limit")] == ["", "", ""]
    assert "no variation recorded" in calm.err


def test_the_median_variant_takes_its_own_factors(signals: Run, file: Write) -> None:
    """Median of the values plus and minus 3.14 times the median moving range; 3.87 for the ranges."""
    row = signals(file(["value", "10", "12", "11", "13", "90"]), "--variant", "median").rows[0]
    assert [float(row[name]) for name in ("mean", "lower", "upper", "range_limit")] == [
        pytest.approx(one) for one in (12.0, 12 - 6.28, 12 + 6.28, 7.74)
    ]


def test_help_explains_the_rules_with_an_example(signals: Run) -> None:
    """An analyst learns from --help what the numbers in the last column mean."""
    told = signals("--help")
    assert told.code == DONE
    assert "python -m cxworkshop signals deliveries.csv --baseline 12" in told.out


@pytest.mark.parametrize("bound", ["nan", "inf", "low"])
def test_a_bound_that_is_no_number_is_wrong_usage(signals: Run, file: Write, bound: str) -> None:
    """Nothing is below or above it, so it would bound nothing without a word."""
    assert signals(file(["month,value", "2025-01,1", "2025-02,2"]), "--floor", bound).code == 2

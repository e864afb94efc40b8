"""Process behaviour charts: published limits and signals, and the choices that docs/method.md 3.2 makes."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from cxworkshop.analysis.cadence import cadence
from cxworkshop.analysis.signals import Chart, chart, misses_standard, of_measure
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.domain.workshop import assemble

SERIES = Path(__file__).parents[2].parent / "shared" / "data" / "xmr_series.csv"

NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
DEFICIT_1987 = [10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6]
DEFICIT_1988 = [10.0, 11.4, 7.9, 9.5, 8.0, 11.8, 10.5, 11.2, 9.2, 10.1, 10.4, 10.5]
CALM = [10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0]


def _drawn(*args: object, **options: object) -> Chart:
    found = chart(*args, **options)  # type: ignore[arg-type]
    assert found is not None
    return found


def _completes(found: Chart, rule: int) -> list[int]:
    return [at for at, rules in enumerate(found.signals) if rule in rules]


def _months(count: int, first: date = date(2024, 1, 1)) -> list[date]:
    return [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, first.day)
        for n in range(count)
    ]


def test_nist_flow_rates_have_their_published_limits_and_no_signal() -> None:
    """NIST handbook 6.3.2.2, recomputed with the factor 2.66."""
    found = _drawn(NIST)
    assert found.mean == pytest.approx(50.81)
    assert found.mean_range == pytest.approx(1.8778, abs=5e-5)
    assert found.upper == pytest.approx(55.8049, abs=5e-5)
    assert found.lower == pytest.approx(45.8151, abs=5e-5)
    assert found.upper == pytest.approx(55.8041, abs=1e-3)
    assert found.lower == pytest.approx(45.8159, abs=1e-3)
    assert not any(found.signals)


def test_trade_deficits_locked_on_1987_signal_exactly_where_published() -> None:
    """The change-point example: limits from 1987, signals of all three rules in 1988, none in the ranges."""
    found = _drawn(DEFICIT_1987 + DEFICIT_1988, baseline=12, better="lower")
    assert (found.mean, found.baseline) == (pytest.approx(12.75), 12)
    assert found.mean_range == pytest.approx(1.6636, abs=5e-5)
    assert (found.upper, found.lower) == (pytest.approx(17.175, abs=5e-4), pytest.approx(8.325, abs=5e-4))
    assert found.range_limit == pytest.approx(5.435, abs=5e-4)
    assert _completes(found, 1) == [14, 16]
    assert _completes(found, 2) == [15, 16, 17, 18, 21, 22, 23]
    assert _completes(found, 3) == [17, 18, 19, 20, 21, 22, 23]
    assert all(size is None or size <= found.range_limit for size in found.ranges)


def test_wheelers_exercise_on_six_months_has_its_printed_moving_range() -> None:
    """The last six values of 1988: mean moving range 0.8 as printed, limits recomputed."""
    found = _drawn(DEFICIT_1988[-6:])
    assert found.mean_range == pytest.approx(0.8)
    assert found.mean == pytest.approx(10.317, abs=5e-4)
    assert (found.upper, found.lower) == (pytest.approx(12.445, abs=5e-4), pytest.approx(8.189, abs=5e-4))


@pytest.mark.skipif(not SERIES.exists(), reason="../shared/data/xmr_series.csv is absent")
def test_published_monthly_counts_signal_where_published() -> None:
    """Three points outside the limits, and a run of eight from November 2021."""
    rows = [row for row in csv.DictReader(SERIES.open()) if row["series"] == "spc_plotly_counts"]
    days = [date.fromisoformat(row["time"] + "-01") for row in rows]
    found = _drawn([float(row["value"]) for row in rows], days)
    assert found.mean == pytest.approx(2820.63, abs=5e-3)
    assert found.mean_range == pytest.approx(571.892, abs=5e-4)
    assert found.upper == pytest.approx(4341.864, abs=5e-3)
    assert found.lower == pytest.approx(1299.399, abs=5e-3)
    assert found.range_limit == pytest.approx(1868.943, rel=1e-3)
    outside = [at for at in _completes(found, 1) if not found.lower <= found.values[at] <= found.upper]
    assert [found.values[at] for at in outside] == [4412, 4385, 4699]
    eighth = _completes(found, 3)[0]
    assert found.dates[eighth - 7] == date(2021, 11, 1)


@pytest.mark.skipif(not SERIES.exists(), reason="../shared/data/xmr_series.csv is absent")
def test_the_shared_nist_series_is_the_published_one() -> None:
    """The file holds the same ten values that are typed here."""
    rows = [row for row in csv.DictReader(SERIES.open()) if row["series"] == "nist_flowrate"]
    assert [float(row["value"]) for row in rows] == NIST


def test_a_point_on_the_centre_breaks_a_run() -> None:
    """Seven above, one on the line, seven above: no eight in a row."""
    above, centre = [11.0] * 7, [10.0]
    series = [11.0, 9.0, 11.0, 9.0, 10.0, 10.0, 11.0, 9.0, *above, *centre, *above]
    assert _completes(_drawn(series, baseline=8), 3) == []
    assert _completes(_drawn([*series, 11.0], baseline=8), 3) == [len(series)]


def test_three_of_four_near_one_limit_count_but_not_when_they_are_on_both_sides() -> None:
    """Rule 2 asks for the same limit."""
    same_side = _drawn([*CALM, 14.0, 14.0, 10.6, 14.0], baseline=12)
    both_sides = _drawn([*CALM, 14.0, 7.0, 10.6, 14.0], baseline=12)
    assert _completes(same_side, 2) == [15]
    assert _completes(both_sides, 2) == []


def test_a_large_step_inside_the_limits_is_a_signal_of_the_range() -> None:
    """From near one limit to near the other: rule 1 by its moving range, with no side to call harm."""
    found = _drawn([*CALM, 15.5, 5.5], baseline=12, better="lower")
    assert found.lower < 5.5 < 15.5 < found.upper
    assert found.signals[-1] == (1,)
    assert found.effects[-1] == ""
    assert found.state == "changed"
    assert found.verdict == (
        "This measure has jumped: from 15.5 to 5.5 at point 14, more than chance explains."
    )


def test_equal_values_say_no_variation_recorded_and_signal_nothing() -> None:
    """A mean moving range of 0 draws no limits."""
    found = _drawn([4.2] * 9)
    assert (found.mean_range, found.drawn_lower, found.drawn_upper) == (0, None, None)
    assert not any(found.signals)
    assert found.state == "no variation"
    assert "no variation recorded" in found.verdict


def test_a_missing_month_breaks_the_moving_range() -> None:
    """The step across the gap is unknown: it counts neither in the mean nor against the limit."""
    days = _months(13)
    del days[6]
    values = [10.0, 12.0, 10.0, 12.0, 10.0, 12.0, 50.0, 52.0, 50.0, 52.0, 50.0, 52.0]
    found = _drawn(values, days)
    assert found.ranges[6] is None
    assert found.mean_range == pytest.approx(2.0)
    assert 1 not in _drawn(values, days, baseline=6).signals[5]


@pytest.mark.parametrize(
    ("days", "word", "gaps"),
    [
        (_months(6), "month", set()),
        ([day for n, day in enumerate(_months(8)) if n != 3], "month", {3}),
        ([date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 5, 31)], "month", {3}),
        ([date(2023, 3, 31), date(2023, 6, 30), date(2023, 9, 30), date(2023, 12, 31)], "quarter", set()),
        ([date(2020 + n, 12, 31) for n in range(4)], "year", set()),
        ([date(2024, 1, 1) + timedelta(7 * n) for n in (0, 1, 2, 4, 5, 6)], "week", {3}),
        ([date(2024, 1, 1) + timedelta(14 * n) for n in range(6)], "fortnight", set()),
        ([date(2024, 1, 1) + timedelta(n) for n in (0, 1, 2, 3, 5, 6, 7)], "day", {4}),
        ([date(2024, 1, 1) + timedelta(n) for n in (0, 1, 2, 3, 4, 7, 8, 10, 11)], "day", {7}),
        ([date(2024, 1, n) for n in (1, 4, 5, 17, 30)], "point", set()),
        ([date(2024, 1, 1), None, date(2024, 3, 1), date(2024, 4, 1)], "point", set()),
        ([date(2024, 1, 1), date(2024, 5, 1)], "point", set()),
        ([], "point", set()),
    ],
)
def test_a_gap_is_one_only_in_an_otherwise_regular_series(
    days: list[date | None], word: str, gaps: set[int]
) -> None:
    """Months, quarters, years, weeks, fortnights and days; working days skip weekends without a gap."""
    found = cadence(days)
    assert (found.word, set(found.gaps)) == (word, gaps)


def test_a_limit_past_a_natural_bound_is_not_drawn() -> None:
    """It is still computed; a bound that the limit does not reach changes nothing."""
    found = _drawn([1.0, 9.0, 2.0, 8.0, 1.0, 9.0], floor=0, ceiling=100)
    assert found.lower < 0
    assert found.drawn_lower is None
    assert found.drawn_upper == found.upper
    capped = _drawn([91.0, 99.0, 92.0, 98.0, 91.0, 99.0], floor=0, ceiling=100)
    assert (capped.drawn_lower, capped.drawn_upper) == (capped.lower, None)


@pytest.mark.parametrize(
    ("better", "effect", "state"),
    [("lower", "harm", "worse"), ("higher", "good", "better"), ("", "", "changed")],
)
def test_the_same_signal_is_harm_or_good_by_the_measures_direction(
    better: str, effect: str, state: str
) -> None:
    """Without a direction it is only a change."""
    found = _drawn([*CALM, 30.0], baseline=12, better=better)
    assert (found.effects[-1], found.state) == (effect, state)
    assert set(found.effects[:-1]) == {""}


def test_the_median_variant_is_not_moved_by_one_wild_value() -> None:
    """Medians of 10 and 1 give 10 ± 3.14 and a range limit of 3.87."""
    found = _drawn([10.0, 11.0, 10.0, 9.0, 10.0, 500.0, 10.0, 9.0, 10.0], variant="median")
    assert (found.mean, found.mean_range) == (10, 1)
    assert (found.lower, found.upper, found.range_limit) == (
        pytest.approx(6.86),
        pytest.approx(13.14),
        pytest.approx(3.87),
    )


def test_a_series_that_is_getting_worse_says_so_in_months() -> None:
    """The last eight months above the average, where lower is better."""
    values = [*[4.0, 6.0, 5.0, 3.0] * 4, *[8.0, 9.0, 8.5, 9.5] * 2]
    found = _drawn(values, _months(24), better="lower", name="Complaints answered late")
    assert found.state == "worse"
    assert found.verdict == (
        "Complaints answered late is getting worse: the last eight months all lie above the average."
    )


@pytest.mark.parametrize(
    ("values", "options", "said"),
    [
        (CALM, {}, "Waiting is steady: expect 4.9 to 16.1 until something is changed."),
        (
            CALM,
            {"floor": 6, "ceiling": 15},
            "Waiting is steady: expect anything that is possible until something is changed.",
        ),
        (CALM, {"floor": 6}, "Waiting is steady: expect up to 16.1 until something is changed."),
        (CALM[:5], {}, "Waiting: five points so far; at least six are needed to judge."),
        (
            CALM[:8],
            {},
            "Waiting is steady: expect 4.8 to 16.2 until something is changed. Twelve points would make this surer.",
        ),
        (
            [*CALM, 30.0],
            {"baseline": 12, "better": "lower"},
            "Waiting is getting worse: 30 at point 13 is higher than chance explains.",
        ),
        (
            [*CALM, 14.0, 14.0, 10.6, 14.0],
            {"baseline": 12, "better": "higher"},
            "Waiting is getting better: three of the last four points lie far above the average of the first twelve points.",
        ),
        (
            [*CALM, 30.0, 12.0, 9.0],
            {"baseline": 12},
            "Waiting is steady now, but was not at point 14: ask what happened then.",
        ),
    ],
)
def test_the_verdict_is_one_plain_sentence(
    values: list[float], options: dict[str, object], said: str
) -> None:
    """Steady, too early, worse, better or settled again: said for people who have never seen such a chart."""
    assert _drawn(values, name="waiting", **options).verdict == said


def test_a_signal_of_a_quarter_or_a_year_is_told_by_its_name() -> None:
    """Nobody calls the first quarter March, or a year December."""
    quarters = [date(2022 + at // 4, at % 4 * 3 + 3, 31 if at % 4 in (0, 3) else 30) for at in range(13)]
    assert "30 in Q1 2025 is higher" in _drawn([*CALM, 30.0], quarters, baseline=12).verdict
    years = [date(2001 + at, 12, 31) for at in range(13)]
    assert "30 in 2013 is higher" in _drawn([*CALM, 30.0], years, baseline=12).verdict


def test_there_is_no_chart_without_two_points_in_a_row() -> None:
    """One point has no moving range."""
    assert chart([]) is None
    assert chart([3.0]) is None


def test_a_measures_readings_are_charted_in_date_order() -> None:
    """Rows of other measures, without a value or, once there are dates, without a date are left out."""
    measure = Measure(id="m", name="Days to answer", better="lower", floor=0, baseline=2)
    days = _months(3)
    room = assemble(
        [
            measure,
            Reading(id="c", measure="m", taken_on=days[2], value=7),
            Reading(id="a", measure="m", taken_on=days[0], value=5),
            Reading(id="b", measure="m", taken_on=days[1], value=6),
            Reading(id="x", measure="other", taken_on=days[1], value=60),
            Reading(id="y", measure="m", taken_on=days[1]),
            Reading(id="z", measure="m", value=70),
        ]
    )
    found = of_measure(room, measure)
    assert found is not None
    assert (found.values, found.dates, found.baseline) == ((5, 6, 7), tuple(days), 2)


def test_readings_that_nobody_dated_are_charted_as_entered() -> None:
    """And a measure without readings has no chart."""
    measure = Measure(id="m")
    typed = [Reading(id=str(n), measure="m", value=value) for n, value in enumerate([3.0, 1.0, 2.0])]
    found = of_measure(assemble([measure, *typed]), measure)
    assert found is not None
    assert found.values == (3, 1, 2)
    assert of_measure(assemble([measure]), measure) is None


def test_a_standard_is_missed_on_the_wrong_side_of_the_average() -> None:
    """Standards are promises, not limits: they are compared with the average only."""
    found = _drawn(CALM)
    assert misses_standard(Measure(id="m", standard=12, better="higher"), found) is True
    assert misses_standard(Measure(id="m", standard=12, better="lower"), found) is False
    assert misses_standard(Measure(id="m", standard=12), found) is None
    assert misses_standard(Measure(id="m", better="lower"), found) is None

"""Early warning at its edges: nobody leaves, one person meets a moment, two points, a moment of two groups, large numbers."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from cxworkshop.analysis.customer_values import bridge_value
from cxworkshop.analysis.gather import gathered
from cxworkshop.analysis.risk import pipeline as stretch
from cxworkshop.analysis.risk_words import taken_as_exact, told
from cxworkshop.analysis.xmr import xmr
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BridgeRow, Company, Development, Measure, Reading, Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.lettering import wide
from cxworkshop.drawing.map_signs import SIGNS, written_key, written_signs
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme.rules.early_warning import measures_says, signals_says
from cxworkshop.programme.rules.reliability import innovation_says, risk_says
from cxworkshop.ui.charts.behaviour import behaviour
from cxworkshop.ui.charts.board import board
from cxworkshop.ui.charts.picture import Picture
from cxworkshop.ui.charts.pipeline import pipeline
from cxworkshop.ui.charts.tornado import tornado

WORKED: dict[str, Any] = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20, "value": 450}
CALL = Touchpoint(id="t", name="The call", priority=True)


def _room(*rows: dict[str, Any], others: tuple[Record, ...] = (CALL,)) -> Workshop:
    company = Company(id="company", currency="GBP", customer_word="guests")
    risks = [Risk(id=f"r{at}", **{"touchpoint": "t", **WORKED, **row}) for at, row in enumerate(rows)]
    return assemble([company, *others, *risks])


def _series(*values: float, **fields: Any) -> tuple[Workshop, Measure]:
    measure = Measure(id="m", name="Kept on the day", **fields)
    points = [
        Reading(id=f"p{at}", measure="m", taken_on=date(2025, at + 1, 1), value=value)
        for at, value in enumerate(values)
    ]
    return assemble([measure, *points]), measure


def _picture(found: Picture | None) -> Picture:
    assert found is not None
    return found


def _rows(found: Picture) -> list[dict[str, Any]]:
    """Every row that any part of the picture draws."""
    return [row for rows in found.chart.to_dict()["datasets"].values() for row in rows]


def _words(found: Picture) -> list[str]:
    return [row["words"] for row in _rows(found) if row.get("words")]


@pytest.mark.parametrize("nobody", [{"customers": 0}, {"failure": 0}, {"rescued": 100}, {"leaving": 0}])
def test_where_nobody_leaves_no_moment_is_blamed(nobody: dict[str, Any]) -> None:
    """Neither above the picture nor in the step's own words."""
    room = _room(nobody)
    assert risk_says(room) == "As judged, no moment drives anybody away."
    assert _picture(pipeline(room, LIGHT)).says == "As judged, no moment drives anybody away."


def test_a_single_customer_meets_is_failed_and_leaves() -> None:
    """One of everything, in the words for one."""
    room = _room({"customers": 1, "failure": 100, "rescued": 0, "leaving": 100})
    assert _picture(pipeline(room, LIGHT)).says == (
        "1 guest a year leaves over “The call”: of 1 who meets it, 1 is failed and 0 rescued. That is worth GBP 450."
    )
    (gap,) = (one for one in gathered(room) if one.origin == "reliability.risk/r0")
    assert "0 are rescued and 1 leaves, worth GBP 450" in (gap.because or "")
    assert told(room, stretch(room)[0]).startswith(
        "Of 1 guest who meets it in a year, 1 is failed, 0 rescued"
    )


def test_the_dearest_moment_is_named_apart_only_where_it_is_dearer() -> None:
    """144 at 450 and 72 at 900 are worth the same, so that one of them says it all."""
    bill = Touchpoint(id="b", name="The bill")
    room = _room({"touchpoint": "b", "customers": 6_000, "value": 900}, {}, others=(bill, CALL))
    assert _picture(pipeline(room, LIGHT)).says.endswith("They are worth GBP 64,800.")


def test_two_groups_at_one_moment_are_told_apart_wherever_they_stand() -> None:
    """In the drawing, in its title, in the tornado and in what is taken as exact."""
    room = _room({"leaving_low": 10}, {"population": "Regulars", "customers": 24_000, "leaving_low": 5})
    drawn = _picture(pipeline(room, LIGHT))
    assert "over “Regulars: The call”" in drawn.says
    assert {"All: The call", "Regulars: The call"} <= {one.replace("\n", " ") for one in _words(drawn)}
    blown = _picture(tornado(room, LIGHT))
    assert {row["Moment"] for row in blown.table} == {"All: The call", "Regulars: The call"}
    assert "“All: The call” and “Regulars: The call”" in (taken_as_exact(room) or "")
    assert _picture(pipeline(_room({"population": "Regulars"}), LIGHT)).says.startswith(
        "144 guests a year leave over “The call”"
    )


def test_millions_of_people_are_drawn_short_and_stand_whole_in_the_table() -> None:
    """Their ranges would otherwise run into the money."""
    drawn = _picture(pipeline(_room({"customers": 40_000_000, "leaving_low": 10, "leaving_high": 30}), LIGHT))
    assert {"40 m meet it", "480,000", "240 k to 720 k"} <= set(_words(drawn))
    assert (drawn.table[0]["Leave at least"], drawn.table[0]["Leave at most"]) == (240_000, 720_000)


@pytest.mark.parametrize(
    ("ends_of", "align"),
    [
        ({"leaving_low": 5}, "right"),
        ({"leaving_high": 60}, "left"),
        ({"leaving_low": 10, "leaving_high": 30}, "center"),
    ],
)
def test_what_the_line_of_the_tornado_is_called_keeps_clear_of_the_other_heading(
    ends_of: dict[str, Any], align: str
) -> None:
    """Where all bars run to one side, the line stands at their edge."""
    spec = _picture(tornado(_room(ends_of), LIGHT)).chart.to_dict()
    datasets = spec["datasets"]
    head = next(
        layer
        for layer in spec["layer"]
        if any(str(row.get("words", "")).startswith("as judged") for row in datasets[layer["data"]["name"]])
    )
    assert head["mark"]["align"] == align


def test_billions_beside_the_tornado_are_told_in_millions() -> None:
    """Whole, they would be cut at the edge of the picture; the table has them whole."""
    found = _picture(tornado(_room({"customers": 40_000_000, "leaving_low": 10, "leaving_high": 30}), LIGHT))
    assert "480 k · GBP 216 m" in _words(found)
    assert found.table[0]["Between them"] == pytest.approx(216_000_000)
    assert "144 · GBP 64,800" in _words(
        _picture(tornado(_room({"leaving_low": 10, "leaving_high": 30}), LIGHT))
    )


def test_the_numbers_of_many_rules_do_not_stand_on_each_other() -> None:
    """Of 100 points that are signals nearly all, every third at most carries a number, the last one among them."""
    measure = Measure(id="m", name="Kept on the day", baseline=50)
    values = [10.0 + at % 2 for at in range(50)] + [40.0 + at % 2 for at in range(50)]
    points = [
        Reading(id=f"p{at}", measure="m", taken_on=date(2000 + at // 12, at % 12 + 1, 1), value=value)
        for at, value in enumerate(values)
    ]
    drawn = _picture(behaviour(assemble([measure, *points]), LIGHT, measure))
    signals = [row for row in _rows(drawn) if row.get("size") == 210]
    carrying = [row["on"] for row in signals if row["words"]]
    length = max(row["on"] for row in signals) - min(row["on"] for row in signals)
    assert len(signals) == 50
    assert carrying[-1] == max(row["on"] for row in signals)
    assert all(later - one >= 0.025 * length for one, later in pairwise(carrying))
    assert len(carrying) < 20


def test_ideas_without_a_step_leave_narrower_cards_for_all_names() -> None:
    """Seven lanes in the width of six: a name is broken earlier."""
    name = "Ringing everybody in the second spring and asking how the winter went"

    def longest(*steps: str | None) -> float:
        room = assemble([Development(id=f"d{at}", name=name, step=step) for at, step in enumerate(steps)])
        return max(
            max(map(wide, one.split("\n"))) for one in _words(_picture(board(room, LIGHT))) if "\n" in one
        )

    assert longest("pilot") <= 8.6
    assert longest("pilot", None) <= 8.6 * 6 / 7


def test_a_segment_without_opening_customers_says_whose_value_is_taken_instead() -> None:
    """Not only `all segments`, as if nobody had asked for one."""
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    total = BridgeRow(id="b", **year, opening=100, new=0, lapsed=0, opening_value=1_000)
    new = BridgeRow(id="n", **year, segment="New ones", opening=0, new=5, lapsed=0)
    found = bridge_value(assemble([total, new]), "new ones")
    assert found is not None
    assert found.each == 10
    assert found.says.endswith("2025, all segments, as the bridge has no opening value for that segment")


def test_a_baseline_in_which_no_two_points_follow_each_other_is_passed_over() -> None:
    """Two readings with a month missing between them have no moving range, and the chart would be gone."""
    found = xmr([10, 12, 11, 13, 12, 14], gaps={1}, baseline=2)
    assert found is not None
    assert (found.baseline, found.centre, found.typical) == (6, 12, 1.5)
    assert xmr([10, 12], gaps={1}, baseline=2) is None


def test_with_too_few_readings_the_wall_says_that_it_is_too_early() -> None:
    """A chart hangs there already, so it does not say that one will appear."""
    assert signals_says(_series(1, 2)[0]) == "It is too early to judge: no measure has six readings yet."
    assert signals_says(Workshop()).startswith("A chart of each measure appears here")


def test_the_shade_of_two_points_stays_in_the_picture() -> None:
    """Half a step on either side would be two fifths of all that is shown."""
    room, measure = _series(1, 2)
    drawn = _picture(behaviour(room, LIGHT, measure))
    shade = next(row for row in _rows(drawn) if str(row.get("words", "")).startswith("trial limits"))
    edges = [row["on"] for row in _rows(drawn) if "shape" in row]
    length = max(edges) - min(edges)
    assert min(edges) - 0.16 * length <= shade["on"] < min(edges)
    assert max(edges) < shade["till"] <= max(edges) + 0.24 * length


def test_without_variation_no_limits_are_claimed() -> None:
    """The verdict says that there are none, so nothing says from how many points they are."""
    room, measure = _series(*[5.0] * 8)
    assert not [one for one in _words(_picture(behaviour(room, LIGHT, measure))) if "limits from" in one]


def test_small_values_keep_their_digits() -> None:
    """0.0005 ± 2.66 × 0.00014: a share of errors so small is not nothing, nor are its limits."""
    room, measure = _series(0.0004, 0.0006, 0.0005, 0.0004, 0.0006, 0.0005)
    assert "expect 0.000128 to 0.000872" in _picture(behaviour(room, LIGHT, measure)).says


def test_one_of_one_that_does_not_is_said_plainly() -> None:
    """Not `none of one moment`, and without a rest that there is not."""
    room = assemble([CALL, Measure(id="m", touchpoint="t", name="Rang before")])
    assert measures_says(room) == "No priority moment warns you in time: customers tell you first."
    idea = assemble([Development(id="d", name="Ring again")])
    assert innovation_says(idea) == "No idea rests on a moment that is already reliable."


def test_moments_that_nothing_measures_are_told_and_not_announced() -> None:
    """The grid hangs there already, with a cross in every place."""
    moments = [CALL, Touchpoint(id="u", name="The bill", priority=True)]
    assert measures_says(assemble(moments)) == (
        "None of two priority moments warns you in time: customers tell you first."
    )
    assert measures_says(Workshop()).startswith("Each priority moment appears here")


def test_the_signs_in_words_are_those_of_the_map() -> None:
    """One sign for each mark of a moment that the map has a shape for; a parked moment has none."""
    moment = Touchpoint(id="t", priority=True, truth=True, pressure=True, rescue=True, parked=True)
    assert written_signs(moment) == "★◆▲✚"
    assert written_signs(None) == ""
    assert written_key() == "★ priority · ◆ moment of truth · ▲ pressure point · ✚ rescue moment"
    assert not SIGNS["parked"].written

"""Early warnings and charts on the page: what is not yet a warning says so, limits are locked, files are taken in one go."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.signals import of_measure
from cxworkshop.analysis.watch import watched
from cxworkshop.domain.commands import Put, apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Development, Leader, Measure, Rating, Reading, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import DARK, LIGHT, Palette
from cxworkshop.programme.rules.early_warning import measures_missing, measures_says, signals_says
from cxworkshop.programme.rules.reliability import alike_says, innovation_says, reliable_says
from cxworkshop.store import open_store
from cxworkshop.ui.charts.behaviour import behaviour
from cxworkshop.ui.charts.board import board
from cxworkshop.ui.charts.levels import Level, spread
from cxworkshop.ui.charts.marks import marks
from cxworkshop.ui.charts.picture import Picture
from cxworkshop.ui.charts.wall import wall
from cxworkshop.ui.charts.warnings import warnings

ROOT = Path(__file__).resolve().parents[2]
PAGE = "pages/competencies/reliability.py"
WHOLE = {
    "standard": 95,
    "owner": "ana",
    "trigger": "below 90",
    "response": "Ana calls",
    "rescue": "a new day",
}
CALM = (10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0, 10.0, 12.0, 9.0, 11.0)
Keep = Callable[..., str]
Open = Callable[..., AppTest]

ROOM: tuple[Record, ...] = (
    Leader(id="ana", name="Ana Ruiz", function="Service", present=True),
    Leader(id="tom", name="Tom Berg", function="Sales", present=True),
    Stage(id="s1", order=1, name="I wait"),
    Stage(id="s2", order=2, name="It arrives"),
    Touchpoint(id="t1", stage="s1", name="The call before", priority=True),
    Touchpoint(id="t2", stage="s2", name="The day itself", priority=True),
    Touchpoint(id="t3", stage="s2", name="The box", priority=True),
    Touchpoint(id="t4", stage="s2", name="The bill"),
)


def _series(measure: str, values: tuple[float, ...], start: int = 1) -> list[Record]:
    return [
        Reading(
            id=f"{measure}-{at}", measure=measure, taken_on=date(2024 + at // 12, at % 12 + 1, 1), value=value
        )
        for at, value in enumerate(values, start - 1)
    ]


@pytest.fixture
def room() -> Workshop:
    """Three priority moments: one with a whole warning, one whose measure wakes nobody, one without a measure."""
    return assemble(
        [
            *ROOM,
            Measure(id="m1", touchpoint="t1", name="Called the evening before", **WHOLE),
            Measure(
                id="m2",
                touchpoint="t2",
                name="Kept on the day",
                **{**WHOLE, "owner": "gone", "response": None},
            ),
            Measure(id="m4", touchpoint="t4", name="Bills without a question", **{**WHOLE, "rescue": None}),
        ]
    )


def test_a_measure_without_threshold_owner_or_response_is_not_yet_a_warning(room: Workshop) -> None:
    """What it lacks is told by name; an owner who is gone is none; a standard or rescue that lacks leaves it a warning."""
    assert measures_says(room) == (
        "One of three priority moments warns you in time; at the rest, customers tell you first."
    )
    assert measures_missing(room) == (
        "One priority moment has no measure: “The box”. One measure is not yet a warning: “The day itself” lacks owner and"
        " response."
    )
    half = apply(room, Put("measure", "m1", {"standard": None}))
    assert "One warning is not whole: “The call before” lacks standard." in (measures_missing(half) or "")


def test_the_grid_marks_what_is_there_and_what_is_missing(room: Workshop) -> None:
    """Every priority moment has a row, also without a measure, by sign and by word."""
    found = warnings(room, LIGHT)
    assert found is not None
    assert [(row["Moment"], row["Owner"], row["Response"], row["It is"]) for row in found.table] == [
        ("The call before", "yes", "yes", "a warning"),
        ("The day itself", "missing", "missing", "not yet a warning"),
        ("The box", "missing", "missing", "not yet a warning"),
        ("The bill", "yes", "yes", "a warning"),
    ]


def test_the_page_says_whom_a_warning_wakes_and_what_the_others_lack(
    room: Workshop, code_of: Keep, open_page: Open
) -> None:
    """A line for each measure and each bare moment; one button adds the measure that a moment lacks."""
    code = code_of(*(item.record for item in room.items.values()))
    at = open_page(PAGE, code, "reliability.measures")
    lines = next(one.value for one in at.text if "Not yet a warning" in one.value).splitlines()
    assert lines == [
        "● A warning: “Called the evening before” wakes Ana Ruiz, Service.",
        "✕ Not yet a warning: “Kept on the day” lacks owner and response.",
        "✕ Not yet a warning: nothing measures “The box”.",
        "● A warning: “Bills without a question” wakes Ana Ruiz, Service; it lacks rescue.",
    ]
    at.button(key="measure-for-t3").click().run()
    assert not at.exception
    added = open_store().load(code).all(Measure)[-1]
    assert added.touchpoint == "t3"
    assert any("✕ Not yet a warning: a measure lacks a name" in one.value for one in at.text)


def test_new_limits_leave_earlier_points_in_sight_and_out_of_the_judgement() -> None:
    """A year before and a year after a change: mean, limits and signals are of the second year, the first is kept beside."""
    low = tuple(value / 2 for value in CALM)
    records = [
        Measure(id="m", name="Days", since=date(2025, 1, 1), since_why="Two more vans", better="lower"),
        *_series("m", (*CALM, *low)),
    ]
    found = of_measure(
        assemble(records), Measure(id="m", name="Days", since=date(2025, 1, 1), better="lower")
    )
    assert found is not None
    assert (found.values, len(found.earlier), found.earlier[0]) == (low, 12, (date(2024, 1, 1), 10.0))
    assert (found.mean, found.state) == (pytest.approx(5.25), "steady")
    picture = behaviour(assemble(records), LIGHT, assemble(records).all(Measure)[0])
    assert picture is not None
    assert [row["Signal"] for row in picture.table] == ["before the new limits"] * 12 + [""] * 12
    assert "new limits since 1 January 2025" in str(picture.chart.to_dict())


def test_the_median_variant_of_a_measure_is_drawn_and_named() -> None:
    """A measure that asks for it has its limits from medians, and its line is not called an average."""
    records = [
        Measure(id="m", name="Days", variant="median"),
        *_series("m", (10, 11, 10, 9, 10, 500, 10, 9, 10)),
    ]
    found = of_measure(assemble(records), assemble(records).all(Measure)[0])
    assert found is not None
    assert (found.mean, found.mean_range, found.middle) == (10, 1, "median")
    picture = behaviour(assemble(records), LIGHT, assemble(records).all(Measure)[0])
    assert picture is not None
    assert "median 10" in str(picture.chart.to_dict())


def test_names_of_lines_that_lie_close_do_not_stand_on_each_other() -> None:
    """Three lines within a pixel: their names are a line of letters apart, and none leaves the chart."""
    levels = [Level(name, at, "#000", (1, 0)) for name, at in (("a", 99.8), ("b", 99.9), ("c", 100.0))]
    at = [one.named_at or 0.0 for one in spread(levels, (0, 100), 300, 17)]
    least = 100 * 17 / 300
    assert [later - sooner for sooner, later in pairwise(at)] == [pytest.approx(least)] * 2
    assert at[-1] + least <= 100 + 1e-9


def _wall() -> Workshop:
    worse = (*CALM, *[value - 6 for value in CALM])
    return assemble(
        [
            Measure(id="calm", name="Calm", better="higher", standard=5),
            Measure(id="short", name="Short", better="higher", standard=20),
            Measure(id="worse", name="Worse", better="higher", baseline=12),
            Measure(id="bare", name="Bare"),
            *_series("calm", CALM),
            *_series("short", CALM),
            *_series("worse", worse),
        ]
    )


def test_the_wall_hangs_the_worst_first_and_says_how_many_to_leave_alone() -> None:
    """Worse, then steady but short of the standard, then steady, then what has no series."""
    workshop = _wall()
    assert [one.measure.id for one in watched(workshop)] == ["worse", "short", "calm", "bare"]
    assert signals_says(workshop) == (
        "One of three measures is getting worse: “Worse”. One of three measures is steady and short of the standard:"
        " only other work changes that."
    )
    found = wall(workshop, LIGHT)
    assert found is not None
    assert [row["State"] for row in found.table] == [
        "▼ getting worse",
        "● steady, short of the standard",
        "● steady",
        "… no readings so far",
    ]


def test_limits_are_locked_and_unlocked_by_a_button(code_of: Keep, open_page: Open) -> None:
    """Twelve points or more may be locked; the button names how many, and unlocking takes all points again."""
    code = code_of(Measure(id="m", name="Days"), *_series("m", CALM))
    at = open_page(PAGE, code, "reliability.signals")
    lock = at.button(key="lock-m")
    assert lock.label == "Lock the limits on these twelve points"
    lock.click().run()
    assert open_store().load(code).all(Measure)[0].baseline == 12
    at.button(key="unlock-m").click().run()
    assert open_store().load(code).all(Measure)[0].baseline is None
    assert not at.exception


def test_few_points_are_a_trial_and_offer_no_lock(code_of: Keep, open_page: Open) -> None:
    """Below twelve the page says how many there are, and locks nothing."""
    at = open_page(
        PAGE, code_of(Measure(id="m", name="Days"), *_series("m", CALM[:7])), "reliability.signals"
    )
    assert any("Trial limits: seven points so far" in one.value for one in at.caption)
    assert not [one for one in at.button if one.key == "lock-m"]


def _hand_in(at: AppTest, lines: list[str]) -> AppTest:
    box = next(one for one in at.text_area if one.label.startswith("Or a block"))
    box.input("\n".join(lines))
    return next(one for one in at.button if one.label == "Read this block").click().run()


def test_a_block_of_two_series_is_told_taken_and_undone_in_one_go(code_of: Keep, open_page: Open) -> None:
    """One series finds its measure, the other becomes one; the same block again has nothing to take; one undo."""
    code = code_of(Measure(id="m", name="On time"), *_series("m", (91.0, 92.0)))
    at = open_page(PAGE, code, "reliability.signals")
    block = ["month\tOn-Time\tDays", "2024-02\t93\t4", "2024-03\t94\t5"]
    _hand_in(at, block)
    told = [one.value for one in at.text]
    assert "1 new, 1 changed" in told
    assert "2 new" in told
    assert len(open_store().load(code).all(Reading)) == 2
    at.button(key="take-series").click().run()
    assert not at.exception
    assert any("Three readings added and one reading changed" in one.value for one in at.success)
    after = open_store().load(code)
    assert [one.name for one in after.all(Measure)] == ["On time", "Days"]
    days = after.all(Measure)[1].id
    assert sorted((one.measure == days, one.taken_on, one.value) for one in after.all(Reading)) == [
        (False, date(2024, 1, 1), 91),
        (False, date(2024, 2, 1), 93),
        (False, date(2024, 3, 31), 94),
        (True, date(2024, 2, 29), 4),
        (True, date(2024, 3, 31), 5),
    ]
    _hand_in(at, block)
    assert any("every reading is there already" in one.value for one in at.text)
    next(one for one in at.button if one.label == "Undo").click().run()
    undone = open_store().load(code)
    assert (len(undone.all(Measure)), len(undone.all(Reading))) == (1, 2)
    assert undone.all(Reading)[1].value == 92


def test_the_samples_file_of_measures_is_taken_by_itself(
    sample_records: tuple[Record, ...], code_of: Keep, open_page: Open
) -> None:
    """Without its readings, the sample takes its file of measures as it is: six series, 144 readings, no choice to make."""
    code = code_of(*(one for one in sample_records if not isinstance(one, Reading)))
    at = open_page(PAGE, code, "reliability.signals")
    content = (ROOT / "sample_data" / "measures.csv").read_bytes()
    next(one for one in at.file_uploader if one.label.startswith("A file")).upload("measures.csv", content)
    at.run()
    assert [one.value for one in at.text].count("24 new") == 6
    at.button(key="take-series").click().run()
    assert not at.exception
    taken = {(one.measure, one.taken_on, one.value) for one in open_store().load(code).all(Reading)}
    assert taken == {
        (one.measure, one.taken_on, one.value) for one in sample_records if isinstance(one, Reading)
    }


def test_a_block_with_a_wrong_cell_changes_nothing_and_names_it(code_of: Keep, open_page: Open) -> None:
    """Row and column of the cell stand on the page; nothing is offered to take."""
    code = code_of(Measure(id="m", name="On time"))
    at = _hand_in(
        open_page(PAGE, code, "reliability.signals"),
        ["month\tOn time", "2024-02\t93", "2024-03\tfew", "2024-04\t9"],
    )
    assert any(re.search(r"row 3, column On time", one.value.replace("\\", "")) for one in at.error)
    assert not [one for one in at.button if one.key == "take-series"]
    assert open_store().load(code).all(Reading) == ()


def _rated(*sheet: tuple[str, ...]) -> Workshop:
    ratings = [
        Rating(id=f"{who}-{stage}", stage=stage, leader=who, rating=mark)
        for who, row in zip(("ana", "tom"), sheet, strict=False)
        for stage, mark in zip(("s1", "s2"), row, strict=False)
        if mark
    ]
    return assemble([*ROOM, *ratings])


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        ((), "Nobody has marked a stage from 1 to 5 yet"),
        ((("it depends", "it depends"),), "Nobody has marked a stage from 1 to 5 yet"),
        ((("4", "2"),), "One leader has marked so far"),
        ((("4", ""), ("", "2")), "No stage has marks from two of you yet"),
        ((("3", "3"), ("3", "3")), "All your marks are the same"),
        ((("5", "1"), ("5", "1")), "You see the same stages much alike (Krippendorff's alpha 1.00"),
        ((("1", "5"), ("5", "1")), "You see the same stages less alike than by chance"),
    ],
)
def test_how_far_leaders_see_the_same_stages_alike_is_said_in_words(
    sheet: tuple[tuple[str, ...], ...], says: str
) -> None:
    """Nobody, one leader, nothing in common and all equal give words, not errors; no significance is claimed."""
    said = alike_says(_rated(*sheet))
    assert said.startswith(says)
    assert "significan" not in said


def test_it_depends_is_counted_as_no_and_drawn_apart() -> None:
    """Two fours hold; a four and “it depends” do not; the least agreed stage stands first."""
    workshop = _rated(("4", "4"), ("4", "it depends"))
    assert (
        reliable_says(workshop)
        == "One of two rated stages holds. Least trusted: “It arrives”, at 4 of 5, and one answer says “it depends”."
    )
    found = marks(workshop, LIGHT)
    assert found is not None
    assert [(row["Stage"], row["Reliable"], row["It depends"]) for row in found.table] == [
        ("I wait", "yes", 0),
        ("It arrives", "no", 1),
    ]
    apart = _rated(("1", "3"), ("5", "3"))
    found = marks(apart, LIGHT)
    assert found is not None
    assert [row["Stage"] for row in found.table] == ["I wait", "It arrives"]
    assert marks(assemble(ROOM), LIGHT) is None


def test_ideas_on_a_moment_that_is_not_reliable_yet_are_marked() -> None:
    """By their author's word, or where the leaders' marks of the stage say otherwise; the rest goes through six steps."""
    workshop = _rated(("1", "5"), ("1", "5"))
    ideas = [
        Development(id="d1", name="A seat kept", touchpoint="t2", step="pilot", earned=True),
        Development(id="d2", name="A song", touchpoint="t1", step="define", earned=True),
        Development(id="d3", name="A card", touchpoint="t1", step="define"),
        Development(id="d4", name="A gift"),
    ]
    workshop = assemble([*(item.record for item in workshop.items.values()), *ideas])
    assert innovation_says(workshop) == (
        "One of four ideas rests on a moment that is already reliable. Reliability comes first for “A song” and “A card”."
    )
    found = board(workshop, LIGHT)
    assert found is not None
    assert [(row["Step"], row["Rests on"]) for row in found.table] == [
        ("pilot", "● reliable first"),
        ("define", "? your marks doubt it"),
        ("define", "✕ reliability comes first"),
        ("no step yet", "? reliable first?"),
    ]


HOSTILE = "<img src=x onerror=\"parent.document.title='taken'\"> a.b[c]: 'd' \\ **e**"


@pytest.mark.parametrize("draw", [wall, warnings, marks, board], ids=["wall", "warnings", "marks", "board"])
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_picture_is_whole_and_takes_words_for_words(
    draw: Callable[[Workshop, Palette], Picture | None], colours: Palette
) -> None:
    """A valid chart with a sentence, alternative text and a table; names with signs in them are values and never fields."""
    workshop = assemble(
        [
            Leader(id="ana", name=HOSTILE, function="Service"),
            Stage(id="s1", order=1, name=HOSTILE),
            Stage(id="s2", order=2, name=HOSTILE),
            Touchpoint(id="t1", stage="s1", name=HOSTILE, priority=True),
            Touchpoint(id="t2", stage="s1", name=HOSTILE, priority=True),
            Measure(id="m", touchpoint="t1", name=HOSTILE, **WHOLE),
            *_series("m", (*CALM, 30.0)),
            Rating(id="r1", stage="s1", leader="ana", rating="it depends"),
            Rating(id="r2", stage="s2", leader="ana", rating="2"),
            Development(id="d", name=HOSTILE, touchpoint="t1", step="pilot"),
        ]
    )
    found = draw(workshop, colours)
    assert found is not None
    spec = json.dumps(found.chart.to_dict(), allow_nan=False)
    json.dumps(found.table, allow_nan=False)
    assert all(re.fullmatch("[a-z]+", field) for field in re.findall(r'"field": "([^"]*)"', spec))
    assert re.fullmatch(r"[A-Z0-9“<].*[.!?]", found.says)
    assert found.alt
    assert found.table
    assert draw(assemble([]), colours) is None

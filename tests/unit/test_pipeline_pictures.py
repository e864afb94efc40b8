"""The defector pipeline and the tornado: what they draw is what the figures say, in people before money."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cxworkshop.analysis.risk import pipeline as stretch
from cxworkshop.domain.records import Company, Risk, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.ui.charts.pipe import FORK, OUT, START, THINNEST, stream, turning_off
from cxworkshop.ui.charts.pipeline import pipeline
from cxworkshop.ui.charts.pipeline_rows import GROUND, TALLEST
from cxworkshop.ui.charts.tornado import MOST, tornado

WORKED: dict[str, Any] = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20, "value": 450}


@pytest.fixture(scope="module")
def room() -> Workshop:
    """Two stages, entered in the wrong order; the second moment is failed half as often and captive."""
    marks = {"priority": True, "truth": True, "pressure": True, "rescue": True}
    return assemble(
        [
            Company(id="company", currency="GBP", customer_word="guests"),
            Stage(id="late", name="I leave", order=2),
            Stage(id="early", name="I arrive", order=1),
            Touchpoint(id="bill", name="The bill", stage="late"),
            Touchpoint(id="door", name="The door", stage="early", **marks),
            Risk(
                id="1",
                touchpoint="bill",
                **{**WORKED, "failure": 4},
                captive=10,
                rescued_low=20,
                rescued_high=50,
                evidence="assumption",
            ),
            Risk(id="2", touchpoint="door", **WORKED, leaving_low=10, leaving_high=30),
        ]
    )


def layers(found: Any) -> list[dict[str, Any]]:
    """The layers of a picture's chart, each with its rows under `rows`."""
    spec = found.chart.to_dict()
    return [{**layer, "rows": spec["datasets"][layer["data"]["name"]]} for layer in spec["layer"]]


def said(found: Any) -> list[str]:
    """Every word in a picture, from above to below."""
    texts = [row for layer in layers(found) if layer["mark"]["type"] == "text" for row in layer["rows"]]
    return [row["words"] for row in sorted(texts, key=lambda row: (row["y"], row["x"]))]


def test_the_pipeline_says_in_people_first_over_which_moment_most_leave(room: Workshop) -> None:
    """144 of 12,000, with what became of the others; then what they are worth."""
    found = pipeline(room, LIGHT)
    assert found is not None
    assert found.says == (
        "144 guests a year leave over “The door”: of 12,000 who meet it, 960 are failed and 240 rescued. "
        "They are worth GBP 64,800."
    )
    dear = room.with_items(
        {
            **room.items,
            ("risk", "1"): assemble([room.all(Risk)[0].with_values({"value": 9_000})]).items["risk", "1"],
        }
    )
    other = pipeline(dear, LIGHT)
    assert other is not None
    assert other.says.endswith("The dearest are the 72 of “The bill”: GBP 648,000 (assumption).")


def test_stages_stand_in_the_order_of_the_customers_life_with_their_moments(room: Workshop) -> None:
    """From above to below: the stage, its moment, whom it fails, who leaves, the range, the money, who is rescued."""
    words = said(pipeline(room, LIGHT))
    assert [one for one in words if one.startswith(("I ", "The "))] == [
        "I arrive",
        "The door",
        "I leave",
        "The bill",
    ]
    door = words[words.index("I arrive") : words.index("I leave")]
    assert {
        "12,000 meet it",
        "960",
        "144",
        "72 to 216",
        "GBP 64,800",
        "240, GBP 21,600 saved",
        "★◆▲✚",
    } <= set(door)
    bill = words[words.index("I leave") :]
    assert {"480", "72", "1,200", "48 to 77", "assumption"} <= set(bill)


def test_captive_customers_stand_apart_behind_a_sign_of_their_own(room: Workshop) -> None:
    """One padlock, in the row that has captive customers; they are in no bar."""
    found = pipeline(room, LIGHT)
    assert found is not None
    locks = [layer for layer in layers(found) if str(layer["mark"].get("shape", "")).startswith("M")]
    assert [len(layer["rows"]) for layer in locks] == [1]
    assert [row["Captive"] for row in found.table] == [None, 1_200]
    assert [row["Value at risk"] for row in found.table] == pytest.approx([64_800, 32_400])


def test_the_table_has_people_before_money_and_how_sure_it_is(room: Workshop) -> None:
    """All that the picture shows, for those who cannot see it."""
    found = pipeline(room, LIGHT)
    assert found is not None
    row = found.table[1]
    assert list(row)[:8] == [
        "Stage",
        "Moment",
        "Which customers",
        "Meet it",
        "Fail",
        "Rescued",
        "Nobody rescues",
        "Leave",
    ]
    assert [row[name] for name in ("Fail", "Rescued", "Leave", "At least", "At most")] == pytest.approx(
        [480, 120, 72, 21_600, 34_560]
    )
    assert (row["How sure"], found.table[0]["How sure"]) == ("assumption", "not said")
    assert str(row["Where it comes from"]).startswith("GBP 450, typed")


def test_all_pipes_are_drawn_on_one_scale(room: Workshop) -> None:
    """The moment that fails 960 is the thickest; one that fails half of them is half as thick, and all lie on the ground."""
    areas = [layer for layer in layers(pipeline(room, LIGHT)) if layer["mark"]["type"] == "area"]
    entry = {
        row["id"]: row["under"] - row["y"]
        for row in reversed(areas[1]["rows"])
        if not row["rescued"] and row["x"] == min(one["x"] for one in areas[1]["rows"])
    }
    assert entry == {"2 False": TALLEST, "1 False": TALLEST / 2}


def test_a_pipe_narrows_from_those_failed_to_those_who_leave() -> None:
    """36, then 27 where the rescued turn off, then down to 5, and never wider again."""
    edges = list(stream(GROUND, 36, 27, 5))
    thick = [lower - upper for _, upper, lower in edges]
    assert thick[:3] == [36, 36, 27]
    assert thick == sorted(thick, reverse=True)
    assert thick[-1] == pytest.approx(5)
    assert {lower for _, _, lower in edges} == {GROUND}
    assert (edges[0][0], edges[2][0], edges[-1][0]) == (START, FORK, 1)


def test_few_people_are_still_seen() -> None:
    """Nobody who leaves is too few to be drawn."""
    assert min(lower - upper for _, upper, lower in stream(GROUND, 0.2, 0.1, 0.01)) == THINNEST


def test_the_rescued_turn_off_where_the_pipe_grows_thin_and_come_out_above_it() -> None:
    """As thick as they are many, from the upper edge of the pipe up to where their number stands."""
    edges = list(turning_off(GROUND, 36, 9, 6))
    assert edges[0] == (FORK, GROUND - 36, GROUND - 36 + 9)
    assert edges[-1] == (pytest.approx(OUT), pytest.approx(6), pytest.approx(15))
    assert {round(lower - upper, 9) for _, upper, lower in edges} == {9}


def test_without_a_whole_row_there_is_no_picture() -> None:
    """Nor a tornado without a range."""
    assert pipeline(Workshop(), LIGHT) is None
    assert tornado(assemble([Risk(id="r", **WORKED)]), LIGHT) is None
    assert pipeline(assemble([Risk(id="r", **{**WORKED, "failure": 0})]), LIGHT) is not None


def test_the_tornado_names_the_judgement_that_moves_the_answer_most(room: Workshop) -> None:
    """Leaving at the door, 10 to 30 %: 143.136 people and their money, less those who are lost at the bill anyway."""
    found = tornado(room, LIGHT)
    assert found is not None
    assert found.says == (
        "The judgement that moves the answer most is how many more leave after “The door”: between 10 % and 30 % lie "
        "143 guests and GBP 64,411 a year."
    )
    assert [(row["Moment"], row["Judgement"]) for row in found.table] == [
        ("The door", "how many more leave"),
        ("The bill", "how many are rescued"),
    ]


def test_a_low_rescue_is_on_the_side_where_more_is_lost(room: Workshop) -> None:
    """Its low end stands right of the line, its high end left; for leaving it is the other way round."""
    found = tornado(room, LIGHT)
    bars = next(layer["rows"] for layer in layers(found) if layer["mark"]["type"] == "bar")
    sides = {(row["words"], row["right"], row["value"] > row["base"]) for row in bars}
    assert sides == {
        ("10 %", False, False),
        ("30 %", True, True),
        ("20 %", True, True),
        ("50 %", False, False),
    }


def test_the_smaller_bars_are_only_in_the_table() -> None:
    """Twenty judgements: eight bars, twenty rows, the longest first."""
    rows = [Risk(id=str(at), **WORKED, leaving_high=25 + at) for at in range(20)]
    found = tornado(assemble(rows), LIGHT)
    assert found is not None
    assert len(found.table) == 20
    assert found.table[0]["To"] == "44 %"
    bars = next(layer["rows"] for layer in layers(found) if layer["mark"]["type"] == "bar")
    assert len(bars) == 2 * MOST == 16


def test_peoples_words_are_only_ever_values(room: Workshop) -> None:
    """A name that looks like a path or markup is one text among the rows, and no field."""
    hostile = "<img src=x onerror=1> a.b[c]: 'd'"
    moment = Touchpoint(id="door", name=hostile, stage="early")
    found = pipeline(assemble([moment, *room.all(Stage), *room.all(Risk)]), LIGHT)
    assert found is not None
    assert hostile in {row["Moment"] for row in found.table}
    encoded = [json.dumps(layer.get("encoding", {})) for layer in layers(found)]
    assert not any("onerror" in one for one in encoded)
    assert len(stretch(room)) == 2

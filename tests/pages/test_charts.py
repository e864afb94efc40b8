"""Every picture says what its figures say, is nothing where there is too little to draw, and shows people's words as words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.analysis.bridge_flag_words import SENTENCES
from cxworkshop.analysis.bridge_memo import memo
from cxworkshop.analysis.listening import heat
from cxworkshop.domain.commands import Put, apply
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Category,
    ChoiceVote,
    CountDifference,
    Definition,
    Dot,
    Evidence,
    FunctionCount,
    GrowthChoice,
    Leader,
    LegacyVote,
    Measure,
    PeriodFacts,
    Reading,
    Reason,
    Reveal,
    Risk,
    Rule,
    Segment,
    Slip,
    Source,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.records.frame import INHIBITORS
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.lettering import fitted, short, told_apart, wide, wrapped
from cxworkshop.drawing.map_layout import ROWS, outline
from cxworkshop.drawing.palette import DARK, LIGHT, Palette, contrast, palette
from cxworkshop.ui.charts import (
    assets,
    averages,
    bowls,
    commitments,
    experience,
    feelings,
    frame,
    leadership,
    listening,
    priorities,
    reliability,
    results,
    revenue,
    segments,
)
from cxworkshop.ui.charts.map_nodes import edges, nodes
from cxworkshop.ui.charts.picture import Picture
from cxworkshop.ui.stage_map import map_table, positions

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "<img src=x onerror=\"parent.document.title='taken'\"> a.b[c]: 'd' \\ **e**"
Draw = Callable[[Workshop, Palette], Picture | None]


def behaviour(workshop: Workshop, colours: Palette) -> Picture | None:
    """The behaviour of the measure `m`, there or not."""
    measure = workshop.get(Measure, "m") or Measure(id="m")
    return reliability.behaviour(workshop, colours, measure)


PICTURES: tuple[Draw, ...] = (
    frame.inhibitors,
    frame.growth_path,
    frame.legacy_votes,
    assets.counts,
    assets.walks,
    assets.waterfalls,
    assets.over_periods,
    bowls.bowls,
    segments.by_segments,
    averages.average_customers,
    revenue.revenue,
    assets.reasons,
    feelings.emotion_curve,
    experience.accountability,
    listening.heat,
    listening.volumes,
    behaviour,
    reliability.pipeline,
    reliability.tornado,
    leadership.rules,
    priorities.scores,
    priorities.ranks,
    priorities.bubbles,
    commitments.completeness,
    results.progress,
)
EVERY = pytest.mark.parametrize("draw", PICTURES, ids=[draw.__name__ for draw in PICTURES])


@pytest.fixture(scope="module")
def filled() -> Workshop:
    """A little of everything; its second leader's name and first stage's name would break what is not careful."""
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    half = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    value = {"opening_value": 5e5, "new_value": 9e4, "lapsed_value": 2e5, "shrunk_value": 1e4}
    return assemble(
        [
            Leader(id="l1", name="Ana Ruiz", function="Service", present=True),
            Leader(id="l2", name=HOSTILE, function="Sales [EU]", present=True),
            *(
                Slip(id=f"s{at}", growth_path="random", **dict.fromkeys(INHIBITORS, 3 + at % 3))
                for at in range(3)
            ),
            LegacyVote(id="v1", leader="l1", fingers=5),
            LegacyVote(id="v2", leader="l2", fingers=2),
            FunctionCount(id="f1", function="Finance", total=38_900, revealed=True),
            FunctionCount(id="f2", function="Service", total=44_750, revealed=True),
            CountDifference(
                id="fd1", count="f1", cause="some are missing", customers=1_500, evidence="estimate"
            ),
            Definition(id="definition", agreed=41_000),
            BridgeRow(id="b1", **half, opening=900, new=200, lapsed=100),
            BridgeRow(id="b2", **year, opening=1_000, new=100, returned=20, lapsed=270, closing=840, **value),
            BridgeRow(id="b3", segment=HOSTILE, **year, opening=400, new=10, lapsed=90, moved_out=4),
            BridgeRow(id="b4", segment="Rest", **year, opening=600, new=110, lapsed=180, moved_in=4),
            Segment(id="q1", name=HOSTILE, priority=True),
            PeriodFacts(id="p1", revenue=9e5, orders=4_000, **half),
            PeriodFacts(id="p2", revenue=1e6, orders=4_100, **year),
            Reason(id="r1", reason=HOSTILE, direction="leave", customers=120, rank=1),
            Reason(id="r2", reason="Warm", direction="stay", customers=90),
            Stage(id="g1", order=1, name=HOSTILE, emotion=-2, executive="l1", functions=("Sales [EU]",)),
            Stage(id="g2", order=2, name="I wait", emotion=1),
            *(Touchpoint(id=f"t{at}", stage="g1", name=f"Moment {at}", priority=at == 2) for at in range(3)),
            Source(id="o1", source_kind="survey", name="Survey"),
            Source(id="o2", source_kind="social", name="Reviews"),
            Category(id="c1", name="Late: a.b"),
            Evidence(id="e1", stage="g1", source="o1", category="c1", count=30),
            Evidence(id="e2", stage="g1", source="o2", count=12),
            Measure(id="m", name="On time", standard=95, better="higher", floor=0, ceiling=100),
            *(
                Reading(id=f"x{at}", measure="m", taken_on=date(2025, at + 1, 1), value=v)
                for at, v in enumerate((50, 52, 49, 51, 50, 51, 20))
            ),
            Risk(
                id="k1",
                touchpoint="t1",
                customers=12_000,
                failure=8,
                rescued=20,
                leaving=25,
                leaving_high=30,
                value=450,
            ),
            GrowthChoice(id="w1", will="Call first", will_not="Sell dates"),
            ChoiceVote(id="h1", choice="w1", leader="l1", vote=4),
            ChoiceVote(id="h2", choice="w1", leader="l2", vote=1),
            Rule(id="u1", rule="Two signatures", times=2_400, minutes=25, verdict="kill"),
            Candidate(id="n1", name="Call first", value=1e5, confidence="1", effort=2, verdict="now"),
            Candidate(id="n2", name="An app", value=2e5, confidence="0.5", effort=20),
            Dot(id="d1", candidate="n2", ballot=1, dots=2),
            Dot(id="d2", candidate="n1", ballot=2, dots=1),
            Dot(id="d3", candidate="n2", ballot=3, dots=1),
            Reveal(id="reveal", slips=True, dots=True),
        ]
    )


@EVERY
def test_an_empty_workshop_has_no_picture(draw: Draw) -> None:
    """Where there is too little to draw, there is nothing rather than an empty frame."""
    assert draw(assemble([]), LIGHT) is None


@EVERY
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_filled_workshop_has_every_picture(draw: Draw, colours: Palette, filled: Workshop) -> None:
    """A picture is a valid chart with alternative text, one sentence and a table of plain values."""
    found = draw(filled, colours)
    assert found is not None
    spec = found.chart.to_dict()
    json.dumps(spec, allow_nan=False)
    json.dumps(found.table, allow_nan=False)
    assert spec["description"] == found.alt
    assert "title" not in spec
    assert re.fullmatch(r"[A-Z0-9“<].*[.!?]", found.says), found.says
    assert found.table
    assert found.height > 0


@EVERY
def test_words_are_never_field_names(draw: Draw, filled: Workshop) -> None:
    """Dots, brackets and colons in a person's words stay data: every field that a chart reads has a plain name."""
    found = draw(filled, LIGHT)
    assert found is not None
    fields = re.findall(r'"field": "([^"]*)"', json.dumps(found.chart.to_dict()))
    assert all(re.fullmatch(r"[a-z]+", field) for field in fields), fields


def test_two_slips_show_no_breakdown() -> None:
    """Fewer than three people never share a breakdown."""
    two = assemble(
        [Slip(id=f"s{at}", growth_path="random", mantra=5) for at in range(2)]
        + [Reveal(id="reveal", slips=True)]
    )
    assert frame.inhibitors(two, LIGHT) is None
    assert frame.growth_path(two, LIGHT) is None


def test_the_counts_say_who_counts_how_many_more(filled: Workshop) -> None:
    """44,750 less 38,900 is 5,850 customers."""
    found = assets.counts(filled, LIGHT)
    assert found is not None
    assert found.says == "Service counts 5,850 more customers than Finance."
    assert found.table[-1] == {"Function": "Agreed", "Closing count": 41_000}


def test_a_waterfall_adds_up_and_keeps_its_gap_apart(filled: Workshop) -> None:
    """1,000 + 100 + 20 − 270 − 10 unexplained = 840; the figures in the table carry their signs."""
    found = assets.waterfalls(filled, LIGHT)
    assert found is not None
    steps = {str(row["Step"]): row["Customers"] for row in found.table}
    assert steps == {
        "Opening": 1_000,
        "New": 100,
        "Returned": 20,
        "Lapsed": -270,
        "Shrank": None,
        "Not explained": -10,
        "Closing": 840,
    }
    worth = {str(row["Step"]): row["Value"] for row in found.table}
    assert worth["Closing"] == 5e5 + 9e4 - 2e5 - 1e4


def test_a_waterfall_draws_the_period_that_is_asked_for(filled: Workshop) -> None:
    """The id of an earlier row draws that row; one that is gone draws the latest."""
    earlier, gone = (assets.waterfalls(filled, LIGHT, row=row) for row in ("b1", "nothing"))
    assert earlier is not None
    assert gone is not None
    assert earlier.says == "2024: 200 came, 100 left: 100 more customers than we began with."
    assert gone.says.startswith("2025: 120 came, 270 left: by these figures 150 fewer")


def test_two_bowls_hold_as_many_marbles_as_the_table_says(filled: Workshop) -> None:
    """120 came and 270 left: a marble is 6 customers, 17 new and 3 returned in one bowl, 45 in the other."""
    found = bowls.bowls(filled, LIGHT)
    assert found is not None
    assert [("came", 17), ("came", 3), ("left", 45)] == [(row[""], row["Marbles"]) for row in found.table]
    drawn_words = json.dumps(found.chart.to_dict(), ensure_ascii=False)
    assert "Each marble is 6 customers · −10 not explained" in drawn_words
    assert '"words": "160"' in drawn_words
    drawn = bowls.bowls(filled, LIGHT)
    assert drawn is not None
    assert found.chart.to_dict() == drawn.chart.to_dict()


def test_bowls_tell_what_changes_the_net_and_lies_in_neither() -> None:
    """30 came, 50 left and the count fell by 40: five moved in, and 25 are a gap that has its reason."""
    values = {"opening": 600, "new": 30, "lapsed": 50, "moved_in": 5, "closing": 560}
    row = BridgeRow(id="k", segment="Keen", gap_reason="Two lists were merged", **values)  # type: ignore[arg-type]
    found = bowls.bowls(assemble([row]), LIGHT, row="k")
    assert found is not None
    assert "one of your customers · 5 moved in · −25 gap, explained." in found.alt
    assert '"words": "40"' in json.dumps(found.chart.to_dict())


def test_a_marble_may_be_one_of_the_customers() -> None:
    """Those who stayed lie in no bowl, so nobody says that every customer is a marble."""
    found = bowls.bowls(assemble([BridgeRow(id="b", opening=40, new=2, lapsed=3)]), LIGHT)
    assert found is not None
    assert "Each marble is one of your customers." in found.alt


def test_a_gap_that_has_its_reason_is_not_called_unexplained() -> None:
    """Its bar is called an explained gap and bears no question mark; the gap of the value has the reason too."""
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    heads = {"opening": 10, "new": 1, "lapsed": 0, "closing": 12}
    money = {"opening_value": 100, "new_value": 10, "lapsed_value": 20, "closing_value": 150}
    row = BridgeRow(id="b", **year, **heads, **money, gap_reason="Prices were re-based.")  # type: ignore[arg-type]
    before = BridgeRow(id="a", period_end=date(2024, 12, 31), opening=10, new=1, lapsed=1)
    room = assemble([before, row])
    found, small = assets.waterfalls(room, LIGHT), assets.over_periods(room, LIGHT)
    assert found is not None
    assert small is not None
    assert {"Step": "Explained gap", "Customers": 1, "Value": 60} in found.table
    assert {"Step": "Lapsed", "Customers": 0, "Value": -20} in found.table
    assert "-0.0" not in json.dumps(found.table)
    assert "60 more than the figures add up to; that is put down to “Prices were re-based”." in found.alt
    assert ("explained", 1) == (small.table[-1]["The gap is"], small.table[-1]["Gap"])
    words = re.findall(r'"words": "([^"]*)"', json.dumps([found.chart.to_dict(), small.chart.to_dict()]))
    assert "+60" in words
    assert not any("?" in one for one in words)
    assert any("60 more than the figures add up to" in one for one in memo(room, row))


def test_empty_bowls_are_drawn_too() -> None:
    """Nobody came and nobody left is a picture of its own, in whole customers."""
    found = bowls.bowls(assemble([BridgeRow(id="b", opening=40, new=0, lapsed=0)]), DARK)
    assert found is not None
    assert found.says == "0 came, 0 left: as many customers as we began with."
    assert [0, 0, 0] == [row["Marbles"] for row in found.table]


def test_a_period_that_is_not_whole_is_marked_and_not_scaled_up(filled: Workshop) -> None:
    """Half a year beside two whole ones stands with its own figures and says how long it is; a remark says to date."""
    months = {"period_start": date(2026, 1, 1), "period_end": date(2026, 6, 30)}
    part = BridgeRow(id="b5", **months, opening=840, new=60, lapsed=50)  # type: ignore[arg-type]
    rest = [item.record for item in filled.items.values()]
    ends = "To date: the ledger ends on 2026-06-30, before the period does."
    remarks = (
        (None, "only 181 days"),
        ("Figures kept up to date by Finance.", "only 181 days"),
        (f"Typed by Ana.\n{ends}", "to date"),
        (SENTENCES["part_period"], "cut short"),
    )
    for remark, said in remarks:
        found = assets.over_periods(assemble([*rest, part.with_values({"remarks": remark})]), LIGHT)
        assert found is not None
        assert {"Came": 60, "Left": 50, "Net": 10, "Not whole": said}.items() <= found.table[-1].items()
        assert found.says.endswith(f"in the first half of 2026 it was 10 more customers, {said}.")
        assert "" == found.table[-2]["Not whole"]


def test_what_the_small_bridges_say_never_contradicts_itself() -> None:
    """As many as before is no change, one is one, and where the last period rose an earlier one fell."""

    def says(*lapsed: int) -> str:
        rows = [
            BridgeRow(
                id=f"b{year}",
                period_start=date(year, 1, 1),
                period_end=date(year, 12, 31),
                opening=10,
                new=1,
                lapsed=n,
            )
            for year, n in enumerate(lapsed, start=2024)
        ]
        found = assets.over_periods(assemble(rows), LIGHT)
        assert found is not None
        return found.says

    assert (
        says(0, 1)
        == "None of two periods ended with fewer than it began with; in 2025 it was as many customers as before."
    )
    assert says(3, 0) == (
        "In one of two periods there were fewer at the end than at the start; in 2025 it was 1 more customer."
    )
    assert says(2, 2).startswith("In both periods there were fewer")


def test_a_segment_has_small_bridges_of_its_own(filled: Workshop) -> None:
    """A segment with one period has none to compare; with two its own figures stand in them."""
    assert assets.over_periods(filled, LIGHT, segment="Rest") is None
    before = BridgeRow(
        id="b6", segment="rest", period_end=date(2024, 12, 31), opening=500, new=200, lapsed=100
    )
    found = assets.over_periods(
        assemble([*(i.record for i in filled.items.values()), before]), LIGHT, segment="Rest"
    )
    assert found is not None
    assert [100, -66] == [row["Net"] for row in found.table]


def test_segments_are_marked_and_their_moves_told(filled: Workshop) -> None:
    """The one that matters most is first and has a star; all customers stand above, moves in their own columns."""
    found = segments.by_segments(filled, LIGHT)
    assert found is not None
    assert ["All", HOSTILE, "Rest"] == [row["Segment"] for row in found.table]
    assert ["", "★", ""] == [row["Matters most"] for row in found.table]
    assert [(0, 0), (0, 4), (4, 0)] == [(row["Moved in"], row["Moved out"]) for row in found.table]


def test_the_heat_map_counts_every_voice(filled: Workshop) -> None:
    """The table holds as many voices as the evidence, and names the deaf stage."""
    found = listening.heat(filled, LIGHT)
    assert found is not None
    words = ("Stage", "They feel", "Deaf")
    voices = sum(int(str(n)) for row in found.table for key, n in row.items() if key not in words)
    assert voices == sum(heat(filled).values()) == 42
    assert found.says == "One of two stages speaks through fewer than two kinds of source: “I wait”."


def test_a_signal_has_its_own_shape_and_rule_number(filled: Workshop) -> None:
    """The point that drops out of the limits points down, with a 1, and is called worse: not only another colour."""
    found = behaviour(filled, LIGHT)
    assert found is not None
    assert found.table[-1]["Signal"] == "rule 1: outside the limits, or jumped"
    assert found.table[-1]["It is"] == "worse"
    assert '"shape": "triangle-down", "size": 210' in json.dumps(found.chart.to_dict())


def test_nobody_accountable_is_seen(filled: Workshop) -> None:
    """A stage without a leader is named and marked by a cross in a row of its own."""
    found = experience.accountability(filled, LIGHT)
    assert found is not None
    assert found.says.startswith("Nobody answers for one of two stages: “I wait”.")
    assert "✕" in json.dumps(found.chart.to_dict(), ensure_ascii=False)


def test_every_text_reads_on_its_paper() -> None:
    """Text colours keep 4.5:1 on paper in both themes, and words on a filled box as well."""
    for colours in (LIGHT, DARK):
        for ink in (
            colours.ink,
            colours.muted,
            colours.gain,
            colours.loss,
            colours.neutral,
            *colours.accents,
        ):
            assert contrast(ink, colours.paper) >= 4.5
            assert contrast(colours.on(ink), ink) >= 4.5
    assert palette("dark") is DARK
    assert palette("") is LIGHT


def test_words_are_broken_where_they_fit() -> None:
    """Lines keep to their width, what is cut says so, a long word is broken, and equal labels are told apart."""
    assert (
        wrapped("Waiting for the date that was promised", 8, 3) == "Waiting for the\ndate that was\npromised"
    )
    assert wrapped("one two three four five six", 4, 2) == "one two\nthree…"
    assert all(wide(line) <= 3 for line in wrapped("x" * 40, 3, 9).split("\n"))
    assert fitted("recommendation", 258, 140, (38, 34)) == ("recommendation", 34)
    assert told_apart(["a", "b", "a"]) == ["a", "b", "a (2)"]


def test_figures_on_bars_are_short() -> None:
    """Whole people stay whole, money is told in thousands and millions, and a minus is a minus."""
    assert [short(one) for one in (40_500, 20_600_000, -850_000)] == ["40,500", "20.6 m", "−850 k"]
    assert short(2_550, signed=True) == "+2,550"


def test_the_map_is_the_same_for_the_same_workshop(filled: Workshop) -> None:
    """Nothing on the map is left to chance."""
    assert positions(filled) == positions(filled)


def test_a_new_moment_moves_no_other_stage(filled: Workshop) -> None:
    """Adding a moment to the first stage leaves every box of the second where it was, and the map its size."""
    richer = apply(filled, Put("touchpoint", "t9", {"stage": "g2", "name": "New", "priority": True}))

    def first(workshop: Workshop) -> list[object]:
        return [spot for spot in positions(workshop) if spot.opens in ("g1", "t0", "t1", "t2")]

    assert first(richer) == first(filled)
    assert outline(richer) == outline(filled)


def test_what_does_not_fit_on_the_map_is_told() -> None:
    """Of eighteen moments in one stage as many are drawn as there is room for; the last box says how many are left."""
    moments = [Touchpoint(id=f"t{at}", stage="g", name=f"M{at}", priority=at == 17) for at in range(18)]
    spots = positions(assemble([Stage(id="g", name="I wait"), *moments]))
    column = [spot for spot in spots if spot.kind in ("moment", "more")]
    assert len(column) == ROWS[-1]
    assert column[0].label == "M0"
    assert column[-1].label == "and 4 more"
    assert len(map_table(assemble([Stage(id="g", name="I wait"), *moments]))) == 18


def test_the_map_marks_by_shape_and_words(filled: Workshop) -> None:
    """A priority has a star, an unowned stage a dashed box and the words “nobody yet”."""
    drawn = nodes(positions(filled), outline(filled), LIGHT)
    shapes = {node["id"]: node["shape"] for node in drawn}
    assert shapes["priority:t2"] == "star"
    assert {node["id"]: node["label"] for node in drawn}["box leader:g2"] == "× nobody yet"
    dashed = [node["id"] for node in drawn if node.get("shapeProperties", {}).get("borderDashes")]
    assert dashed == ["box stage:g2", "parked:"]
    assert {edge["to"] for edge in edges(positions(filled), LIGHT)} >= {"box stage:g2", "box moment:t2"}


def test_a_name_reaches_the_map_only_as_a_label(filled: Workshop) -> None:
    """The component turns titles into markup: so no node has one, and words stand in labels alone."""
    drawn = nodes(positions(filled), outline(filled), LIGHT)
    assert not [node for node in drawn if "title" in node]
    without = json.dumps([{**node, "label": ""} for node in drawn])
    assert "img" not in without


def test_the_map_is_also_a_table(filled: Workshop) -> None:
    """A row per moment, one for a stage without any, and the words “nobody yet” where nobody answers."""
    rows = map_table(filled)
    assert len(rows) == 4
    assert rows[-1]["Stage"] == "I wait"
    assert rows[-1]["Accountable"] == "nobody yet"

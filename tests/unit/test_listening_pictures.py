"""The pictures of the listening path: sources that have gone quiet, surveys, what both sides say, what silos hide."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from cxworkshop.analysis.listening import backing, standing, unasked
from cxworkshop.analysis.silos import hidden, reports, silo_of
from cxworkshop.analysis.stage_voices import (
    at_stake,
    feeling,
    felt,
    quotes,
    reasons_here,
    story_of,
    unheard_reasons,
)
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Category,
    CodeMap,
    Company,
    Evidence,
    Leader,
    Reason,
    Risk,
    Source,
    Stage,
    Story,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import DARK, LIGHT, Palette
from cxworkshop.programme.ears import ears_words, unheard_words
from cxworkshop.ui.charts.converging import convergence
from cxworkshop.ui.charts.ears import sources
from cxworkshop.ui.charts.listening import heat
from cxworkshop.ui.charts.picture import Picture
from cxworkshop.ui.charts.silos import loudest, silos
from cxworkshop.ui.charts.survey_share import surveys
from tests.strategies import workshops

HOSTILE = "<img src=x onerror=\"document.title='taken'\"> a.b[c]: 'd' **e**"
DRAWN = (sources, surveys, convergence, silos, heat, loudest)
EVERY = pytest.mark.parametrize("draw", DRAWN, ids=[draw.__name__ for draw in DRAWN])
DAY = date(2026, 1, 10)


def heard(
    id: str, stage: str | None, source: str | None, category: str | None, count: int, **more: object
) -> Evidence:
    """So many voices of a source about a category in a stage."""
    return Evidence(id=id, stage=stage, source=source, category=category, count=count, **more)  # type: ignore[arg-type]


def room(*more: Record) -> Workshop:
    """Three stages, five sources in three functions, and what they hear."""
    return assemble(
        [
            Company(id="company", held_on=DAY, currency="EUR"),
            Leader(id="cmo", name="Ana", function="Marketing"),
            Stage(id="buy", order=1, name="I choose"),
            Stage(id="wait", order=2, name=HOSTILE),
            Stage(id="own", order=3, name="I live with it"),
            Touchpoint(id="late", stage="wait", name="It is late"),
            Touchpoint(id="bill", stage="buy", name="The bill"),
            Source(id="nps", name="Survey", source_kind="survey", aided=True, owner="cmo", cadence_days=30, last_day=date(2026, 1, 1)),
            Source(id="calls", name="Calls", source_kind="volunteered", aided=False, silo="Helpdesk", cadence_days=7, last_day=date(2025, 12, 1)),
            Source(id="posts", name="Reviews", source_kind="social", aided=False, silo="helpdesk"),
            Source(id="lost", name="Those who left", source_kind="lost customer", aided=True, last_day=date(2026, 1, 1)),
            Source(id="box", name="The letter box", silo="Depot"),
            Category(id="slow", name="It took too long"),
            Category(id="dear", name="It cost too much"),
            CodeMap(id="m1", silo="Helpdesk", code="DEL1", category="slow"),
            CodeMap(id="m2", silo="Marketing", code="Q7", category="slow"),
            CodeMap(id="m3", silo="Marketing", code="q7", category="slow"),
            heard("1", "wait", "nps", "slow", 60, quote="It came late.", sentiment=-2),
            heard("2", None, "calls", "slow", 30, touchpoint="late", quote="I rang twice.", sentiment=-1, aloud=True),
            heard("3", "wait", "posts", "dear", 50),
            heard("4", "buy", "nps", "dear", 70, sentiment=1),
            heard("5", "own", "box", None, 5),
            heard("6", None, None, None, 4),
            *more,
        ]
    )  # fmt: skip


@EVERY
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_picture_is_a_chart_with_a_finding_and_a_table(
    draw: Callable[[Workshop, Palette], Picture | None], colours: Palette
) -> None:
    """Valid, with alternative text, one sentence and plain figures; people's words are never names of fields."""
    found = draw(room(), colours)
    assert found is not None
    spec = json.dumps(found.chart.to_dict(), allow_nan=False)
    json.dumps(found.table, allow_nan=False)
    assert found.chart.to_dict()["description"] == found.alt
    assert re.fullmatch(r"[A-Z0-9“].*[.]", found.says), found.says
    assert all(re.fullmatch(r"[a-z]+", name) for name in re.findall(r'"field": "([^"]*)"', spec))
    assert found.table


@EVERY
def test_an_empty_workshop_has_no_picture(draw: Callable[[Workshop, Palette], Picture | None]) -> None:
    """Nothing rather than an empty frame."""
    assert draw(assemble([]), LIGHT) is None


@EVERY
@given(workshops())
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
def test_whatever_was_written_is_drawn_or_not_but_never_breaks(
    draw: Callable[[Workshop, Palette], Picture | None], workshop: Workshop
) -> None:
    """A picture of any workshop is a chart that can be written down, with a finding."""
    found = draw(workshop, LIGHT)
    if found is not None:
        json.dumps(found.chart.to_dict(), allow_nan=False)
        assert found.says


def said(draw: Callable[[Workshop, Palette], Picture | None], workshop: Workshop) -> str:
    """The finding of a picture."""
    found = draw(workshop, LIGHT)
    assert found is not None
    return found.says


def test_a_source_is_fresh_gone_quiet_never_heard_or_without_a_rhythm() -> None:
    """By its rhythm in days, on the day of the workshop."""
    assert [standing(one, DAY) for one in room().all(Source)] == [
        "fresh", "gone quiet", "never heard", "no rhythm agreed", "never heard",
    ]  # fmt: skip
    found = sources(room(), LIGHT)
    assert found is not None
    assert found.says == "One of five ways of listening has gone quiet: “Calls”."
    assert found.table[1] == {
        "Source": "Survey",
        "Kind": "survey",
        "Asked": "asked",
        "Owner": "Ana",
        "Every (days)": 30,
        "Last heard": "2026-01-01",
        "It is": "fresh",
    }


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([Source(id="a", name="A", cadence_days=1, last_day=DAY)], "The one way of listening is fresh."),
        ([Source(id="a", name="A"), Source(id="b", name="B")], "Both ways of listening were never heard: “A” and “B”."),
        ([Source(id="a", name="A", last_day=DAY)], "The one way of listening has no rhythm to judge by: “A”."),
    ],
)  # fmt: skip
def test_the_sources_say_how_they_stand(rows: list[Source], words: str) -> None:
    """Quiet ones first, then those never heard, then those that nobody can judge."""
    assert said(sources, assemble([Company(id="company", held_on=DAY), *rows])) == words


def test_score_addiction_is_said_plainly() -> None:
    """A stage heard mostly through surveys is named; so is the whole, and what came unasked."""
    found = surveys(room(), LIGHT)
    assert found is not None
    assert [(row["Through surveys"], row["Voices"]) for row in found.table] == [(70, 70), (60, 140)]
    assert (
        found.says
        == "One of two stages is heard mostly through surveys: “I choose”. That is score addiction."
    )
    assert unasked(room()) == (80, 210)
    assert ears_words(room()) == (
        "130 of 210 voices (62 %) came through surveys: score addiction, for most of what you know answers a question "
        "that you put. 80 of 210 voices (38 %) came unasked."
    )
    assert ears_words(assemble([])) is None


def test_the_heat_map_drops_no_voice() -> None:
    """Voices without a stage have a row, those without a kind of source a column, and the title says so."""
    found = heat(room(), LIGHT)
    assert found is not None
    words = ("Stage", "They feel", "Deaf")
    assert sum(int(str(n)) for row in found.table for key, n in row.items() if key not in words) == 219
    assert found.table[-1]["Stage"] == "No stage yet"
    assert found.table[-1]["Kind not said"] == 4
    assert [row["They feel"] for row in found.table] == ["pleased", "angry", "", ""]
    assert found.says == (
        "Two of three stages speak through fewer than two kinds of source: “I choose” and “I live with it”; "
        "four voices have no stage yet."
    )


def test_voices_without_a_stage_do_not_pale_those_that_have_one() -> None:
    """Ten thousand comments that no rule sorts yet leave the loudest stage in its full colour."""
    few, many = heat(room(), LIGHT), heat(room(heard("7", None, "calls", None, 10_000)), LIGHT)
    assert few is not None
    assert many is not None
    assert LIGHT.accent(3) == _fill_of(few, 70) == _fill_of(many, 70)
    assert LIGHT.accent(3) == _fill_of(many, 10_000)


def _fill_of(found: Picture, voices: int) -> object:
    return next(
        row["fill"]
        for values in found.chart.to_dict()["datasets"].values()
        for row in values
        if row.get("voices") == voices
    )


def test_what_is_heard_asked_and_unasked_stands_out() -> None:
    """60 answers and 30 calls say that it took too long; the price is asked about in one stage and told in another."""
    assert backing(room()) == {
        ("wait", "slow"): (60, 30),
        ("wait", "dear"): (0, 50),
        ("buy", "dear"): (70, 0),
    }
    found = convergence(room(), LIGHT)
    assert found is not None
    assert found.says.startswith("“It took too long” at “<img")
    assert found.says.endswith("is what customers say both asked and unasked, in 90 voices.")
    assert [row["Heard"] for row in found.table] == [
        "only when asked",
        "only unasked",
        "asked + unasked: act on it",
    ]
    alone = assemble([one for one in (item.record for item in room().items.values()) if one.id != "2"])
    assert said(convergence, alone).startswith("Nothing is confirmed yet")


def test_each_function_has_its_own_report() -> None:
    """As said of the source, or its owner's function, or the source's own name, whatever the capitals."""
    found = room()
    assert [silo_of(found, one) for one in found.all(Source)] == [
        "Marketing", "Helpdesk", "helpdesk", "Those who left", "Depot",
    ]  # fmt: skip
    assert reports(found) == {"Marketing": {"dear": 70, "slow": 60}, "Helpdesk": {"dear": 50, "slow": 30}}


def test_separate_lists_hide_what_is_second_everywhere() -> None:
    """Two functions each put something of their own first; what both put second is the company's loudest."""
    more = [
        Category(id="a", name="Marketing's own"),
        Category(id="b", name="The helpdesk's own"),
        heard("7", "own", "nps", "a", 80),
        heard("8", "own", "calls", "b", 60),
    ]
    found = hidden(room(*more))
    assert found is not None
    assert (found.category.id, found.voices, found.place, found.best, found.leads) == ("dear", 120, 1, 2, 0)
    assert said(silos, room(*more)) == (
        "“It cost too much” is loudest in no function's report, and the company's loudest once the lists are one: 120 voices."
    )


def test_other_findings_of_the_lists_are_said_as_they_are() -> None:
    """All reports agree; only some lead; climbing to second place; and one report is no comparison."""
    assert said(silos, room()) == (
        "Both reports put “It cost too much” first, and so does the company's one list, with 120 voices."
    )
    some = room(heard("7", "own", "calls", "slow", 25))
    assert said(silos, some) == (
        "“It cost too much” leads one of two reports, and no report shows more than 70 of its 120 voices: "
        "only one list shows how large it is."
    )
    lonely = room(
        Category(id="a", name="A"),
        Category(id="b", name="B"),
        Category(id="c", name="C"),
        heard("7", "own", "nps", "a", 200),
        heard("8", "own", "calls", "b", 55),
        heard("9", "own", "nps", "c", 65),
    )
    assert said(silos, lonely) == (
        "“A” is the company's loudest, with 200 voices, and stands in one function's report only."
    )
    hides = [Category(id="d", name="D"), heard("10", "own", "calls", "d", 45)]
    assert said(silos, assemble([*(item.record for item in lonely.items.values()), *hides])) == (
        "“It took too long” comes fourth at best in any function's report; once the lists are one it is the company's "
        "third loudest, with 90 voices, under two names."
    )
    one = assemble([Source(id="s", name="S"), Category(id="c", name="C"), heard("1", None, "s", "c", 3)])
    assert silos(one, LIGHT) is None
    assert said(loudest, one) == "3 of 3 voices speak of “C”, the most of all categories."


def test_voices_without_a_category_stay_in_the_table() -> None:
    """Five of the depot's and four of nobody's belong to no category yet."""
    found = silos(room(), LIGHT)
    assert found is not None
    assert found.table[-1] == {"Category": "not sorted yet", "The company": 9, "Marketing": 0, "Helpdesk": 0}


def test_a_stage_knows_its_quotes_feeling_money_and_leavers() -> None:
    """What most people said comes first; each voice counts once; money is what its moments put at risk."""
    found = room(
        Risk(id="r", touchpoint="late", customers=12_000, failure=8, rescued=25, leaving=20, value=450),
        Reason(id="w1", reason="Always late", direction="leave", touchpoint="late", customers=50, rank=1),
        Reason(
            id="w2", reason="The bill was wrong", direction="leave", touchpoint="bill", customers=9, rank=2
        ),
        Reason(id="w3", reason="We moved", direction="leave", customers=9, rank=3),
        Story(id="s1", stage="wait"),
        Story(id="s2", stage="wait", story="She waited."),
    )
    said_there = quotes(found, "wait")
    assert [one.row.quote for one in said_there] == ["It came late.", "I rang twice."]
    assert feeling(said_there) == (-2 * 60 - 30) / 90
    assert [felt(mean) for mean in (-2.0, -1.5, -0.4, 0.4, 0.5, 2.0)] == [
        "angry", "unhappy", "mixed", "mixed", "pleased", "delighted",
    ]  # fmt: skip
    assert (at_stake(found, "wait"), at_stake(found, "buy")) == (64_800, None)
    assert [one.id for one in reasons_here(found, "wait")] == ["w1"]
    assert [one.id for one in unheard_reasons(found)] == ["w2"]
    assert unheard_words(found) == (
        "Nobody is heard to complain about a top reason to leave: “The bill was wrong”. Open an ear there first."
    )
    assert story_of(found, "wait") == Story(id="s2", stage="wait", story="She waited.")
    assert story_of(found, "own") is None

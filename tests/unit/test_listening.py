"""Who speaks to the company in each stage, through which ears, and where it is deaf."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.listening import (
    convergence,
    deaf,
    heat,
    kinds_of,
    standing,
    survey_share,
    volumes,
)
from cxworkshop.domain.records import Category, Evidence, Source, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble

ROOM = assemble(
    [
        Stage(id="buy", order=1, name="I choose"),
        Stage(id="wait", order=2, name="I wait"),
        Stage(id="own", order=3, name="I live with it"),
        Touchpoint(id="late", stage="wait", name="It is late"),
        Source(id="nps", name="Survey", source_kind="survey", aided=True, cadence_days=30, last_day=date(2025, 5, 1)),
        Source(id="calls", name="Calls", source_kind="volunteered", aided=False, cadence_days=7, last_day=date(2025, 5, 25)),
        Source(id="lost", name="Calls to those who left", source_kind="lost customer", cadence_days=90),
        Source(id="blank", name="A kind nobody named"),
        Category(id="slow", name="It took too long"),
        Category(id="dear", name="It cost too much"),
        Evidence(id="1", stage="wait", source="nps", category="slow", count=90),
        Evidence(id="2", touchpoint="late", source="calls", category="slow", count=10),
        Evidence(id="3", stage="buy", source="nps", category="dear"),
        Evidence(id="4", stage="buy", source="lost", category="dear", count=4),
        Evidence(id="5", stage="own", source="nps", count=5),
        Evidence(id="6", stage="own", source="blank", category="gone", count=7),
        Evidence(id="7", stage="own", source="calls", count=0),
        Evidence(id="8"),
    ]
)  # fmt: skip


def test_heat_counts_voices_by_stage_and_kind_of_source() -> None:
    """A row without a number is one voice; a touchpoint speaks for its stage; no voice leaves no trace."""
    assert heat(ROOM) == {
        ("wait", "survey"): 90,
        ("wait", "volunteered"): 10,
        ("buy", "survey"): 1,
        ("buy", "lost customer"): 4,
        ("own", "survey"): 5,
    }


def test_kinds_come_in_the_order_in_which_they_are_offered() -> None:
    """Volunteered before survey, survey before lost customers."""
    assert kinds_of(ROOM, "wait") == ("volunteered", "survey")
    assert kinds_of(ROOM, "buy") == ("survey", "lost customer")


def test_a_stage_that_one_kind_reaches_is_deaf() -> None:
    """Only surveys speak of living with it."""
    assert [stage.id for stage in deaf(ROOM)] == ["own"]


def test_the_survey_share_is_of_voices_whose_kind_is_known() -> None:
    """96 of 110."""
    assert survey_share(ROOM) == 96 / 110
    assert survey_share(Workshop()) is None


def test_voices_converge_where_customers_say_it_asked_and_unasked() -> None:
    """Waiting does; the price is heard from surveys and from a source that nobody said was asked."""
    assert [(stage.id, category.id) for stage, category in convergence(ROOM)] == [("wait", "slow")]


def test_volumes_rank_categories_and_keep_the_unsorted_apart() -> None:
    """100 voices on waiting, 5 on the price, 13 that nobody has sorted into a known category."""
    found = [(category.id if category else None, count) for category, count in volumes(ROOM)]
    assert found == [("slow", 100), ("dear", 5), (None, 13)]


def test_a_category_nobody_spoke_of_is_there_with_nothing() -> None:
    """So that the bars show the whole list."""
    assert volumes(assemble([Category(id="c", name="Quiet")]))[0][1] == 0


def test_a_source_has_gone_quiet_when_its_cadence_has_passed() -> None:
    """31 days after the last survey of every 30; on the thirtieth it is fresh; without a date nobody was ever heard."""
    nps, calls, lost, _ = ROOM.all(Source)
    assert standing(nps, date(2025, 6, 1)) == "gone quiet"
    assert standing(nps, date(2025, 5, 31)) == standing(calls, date(2025, 6, 1)) == "fresh"
    assert standing(lost, date(2025, 6, 1)) == "never heard"


def test_an_empty_workshop_hears_nothing() -> None:
    """Nothing in, nothing out."""
    assert heat(Workshop()) == {}
    assert (deaf(Workshop()), convergence(Workshop()), volumes(Workshop())) == ((), (), ())

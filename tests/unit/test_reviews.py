"""Coming back: progress in words, the count anew beside the old, measures against the limits of the day."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.analysis.review_count import counted_at, handed_over, moved, older, overlapping, to_take_over
from cxworkshop.analysis.review_signals import of_priorities, since_workshop
from cxworkshop.analysis.reviews import (
    next_after,
    occasion_for,
    planned,
    reviews,
    share_of,
    standing,
    tally,
    tracks,
    way,
)
from cxworkshop.domain.commands import Batch, Command, Put, Remove, apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Definition,
    Leader,
    Measure,
    Progress,
    Reading,
    Review,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme import STEPS
from cxworkshop.programme.rules.review_count import (
    contradictions_at,
    count_cautions,
    moved_says,
    number_moved,
    strangers,
)
from cxworkshop.ui.charts.review_bridges import beside
from cxworkshop.ui.charts.review_history import history, since
from cxworkshop.ui.charts.review_tracks import on_the_way

HELD = date(2026, 1, 13)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
PATHS = {"up": (88.0, 97.0, 94.0), "down": (10.0, 4.0, 11.0), "there": (0.0, 90.0, 90.0)}


def room(*more: Record) -> Workshop:
    """Three priorities with a promise each; last year 36,500 came, 14,600 left; one review of the first quarter."""
    records: list[Record] = [
        Company(
            id="company", customer_word="guests", currency="EUR", held_on=HELD,
            period_start=YEAR[0], period_end=YEAR[1],
        ),
        Leader(id="ana", name="Ana Ruiz"),
        Touchpoint(id="t-up", name="The day"),
        *(Candidate(id=f"c-{key}", name=f"Priority {key}", verdict="now", touchpoint=f"t-{key}") for key in PATHS),
        *(
            Commitment(
                id=f"p-{key}", candidate=f"c-{key}", executive="ana", baseline=begun, target=goal,
                metric="Kept (%)" if key == "up" else "Days", asset_number="lapsed",
                review_day=date(2026, 4, 14),
            )
            for key, (begun, goal, _) in PATHS.items()
        ),
        BridgeRow(
            id="year", period_start=YEAR[0], period_end=YEAR[1], opening=100_000, new=36_500, returned=0,
            lapsed=14_600,
        ),
        Review(
            id="r", held_on=date(2026, 4, 14), occasion="90 days", period_start=QUARTER[0],
            period_end=QUARTER[1], opening=121_900, new=6_000, returned=300, lapsed=3_000,
            next_on=date(2026, 7, 14),
        ),
        *(
            Progress(id=f"r.c-{key}", review="r", candidate=f"c-{key}", value=now, outcome="kept")
            for key, (_, _, now) in PATHS.items()
        ),
        *more,
    ]  # fmt: skip
    return assemble(records)


def the_review(workshop: Workshop) -> Review:
    """The newest review."""
    return reviews(workshop)[0]


def after(workshop: Workshop, *commands: Command) -> Workshop:
    """The workshop after some commands."""
    return apply(workshop, Batch(tuple(commands)))


@pytest.mark.parametrize(
    ("begun", "now", "goal", "share"),
    [
        (88, 94, 97, 2 / 3),
        (10, 7, 4, 0.5),
        (10, 11, 4, -1 / 6),
        (0, 95, 90, 95 / 90),
        (5, 5, 9, 0),
        (5, 7, 5, None),
        (None, 7, 5, None),
        (5, None, 9, None),
        (5, 7, None, None),
    ],
)
def test_the_share_of_the_way_follows_the_sign_of_target_less_baseline(
    begun: float | None, now: float | None, goal: float | None, share: float | None
) -> None:
    """A measure that should fall goes forward by falling; without a way there is no share."""
    assert share_of(begun, now, goal) == (None if share is None else pytest.approx(share))


def test_shares_are_said_in_words() -> None:
    """Exact parts are named, others are about the nearest; beyond and backwards have words of their own."""
    said = {2 / 3: "two thirds of the way", 0.5: "half of the way", 0.3: "about a third of the way"}
    assert {share: way(share) for share in said} == said
    assert [way(one) for one in (-0.2, 0, 0.01, 0.97, 1, 1.2)] == [
        "the wrong way",
        "where it began",
        "hardly begun",
        "almost there",
        "the target is reached",
        "past the target",
    ]


def test_a_measure_stands_in_words_with_its_unit() -> None:
    """Two thirds from 88 to 97; what lacks is said instead."""
    up, down, there = tracks(room(), the_review(room()))
    assert standing(up) == "94 %, from 88 to 97: two thirds of the way"
    assert standing(down) == "11, from 10 to 4: the wrong way"
    assert standing(there) == "90, from 0 to 90: the target is reached"
    bare = after(
        room(),
        Put("commitment", "p-up", {"baseline": None}),
        Put("commitment", "p-down", {"target": None}),
        Put("progress", "r.c-there", {"value": None}),
    )
    assert [standing(one) for one in tracks(bare, the_review(bare))] == [
        "94 %, the target is 97; nobody wrote where it began",
        "11, from 10; there is no target",
        "not measured at this review",
    ]


def test_the_occasion_and_the_next_day_are_proposed_from_the_day_of_the_workshop() -> None:
    """30, 60 and 90 days by the nearest within a fortnight; the next planned day, else ninety days on."""
    workshop = room()
    days = (date(2026, 2, 12), date(2026, 3, 10), date(2026, 4, 14), date(2026, 1, 14), date(2026, 9, 1))
    assert [occasion_for(workshop, day) for day in days] == [
        "30 days",
        "60 days",
        "90 days",
        "another day",
        "another day",
    ]
    assert occasion_for(assemble([]), HELD) == "another day"
    assert planned(workshop) == (date(2026, 4, 14), date(2026, 7, 14))
    assert next_after(workshop, date(2026, 2, 12)) == date(2026, 4, 14)
    assert next_after(workshop, date(2026, 7, 14)) == date(2026, 10, 12)
    assert next_after(assemble([Company(id="company", held_on=HELD)]), HELD) == date(2026, 2, 12)
    assert next_after(workshop, date(2199, 12, 31)) is None


def test_periods_of_different_length_are_compared_by_thirty_days() -> None:
    """36,500 in 365 days are 3,000 in 30; 6,000 in 90 days are 2,000; nothing is scaled to a year."""
    workshop = room()
    review = the_review(workshop)
    before, now = older(workshop, review)[0], counted_at(review)
    assert now is not None
    rows = {one.name: (one.before, one.now, one.per_month) for one in moved(before, now)}
    assert rows["new"] == (3_000, 2_000, True)
    assert rows["lapsed"] == (1_200, 1_000, True)
    assert rows["opening"] == (100_000, 121_900, False)
    assert rows["closing"] == (121_900, 125_200, False)
    assert moved_says(workshop, review) == (
        "1,200 left per 30 days of 2025, 1,000 per 30 days of Q1 2026; 3,000 came for the first time per 30 days of 2025, 2,000"
        " per 30 days of Q1 2026."
        " 3,300 more guests at the end of Q1 2026 than at its start."
    )
    assert count_cautions(workshop, review, before) == (
        "2025 has 365 days and Q1 2026 has 90 days: who came and left is told per 30 days of each, and nothing is scaled to"
        " a year.",
        "They are not the same days of the year: part of the difference may be the season.",
    )


def test_the_same_days_a_year_earlier_come_first() -> None:
    """A bridge of the first quarter of 2025 is better to compare with than the whole year, in plain figures."""
    same = BridgeRow(
        id="q1", period_start=date(2025, 1, 1), period_end=date(2025, 3, 31), opening=100_000, new=8_000,
        returned=0, lapsed=3_500,
    )  # fmt: skip
    workshop = room(same)
    review = the_review(workshop)
    assert [one.key for one in older(workshop, review)] == ["q1", "year"]
    assert moved_says(workshop, review) == (
        "3,500 left in Q1 2025, 3,000 in Q1 2026; 8,000 came for the first time in Q1 2025, 6,000 in Q1 2026."
        " 3,300 more guests at the end of Q1 2026 than at its start, where Q1 2025 had 4,500 more."
    )
    assert count_cautions(workshop, review, older(workshop, review)[0]) == ()
    assert number_moved(workshop, review, older(workshop, review)[0], "lapsed") == (
        "3,500 left in Q1 2025, 3,000 in Q1 2026",
        1,
    )
    assert number_moved(workshop, review, older(workshop, review)[0], "grown value") is None


def test_a_gap_to_the_old_closing_and_shared_days_are_named() -> None:
    """The new count opens with 1,900 fewer than the old one closed with; a period that shares days is told."""
    workshop = after(room(), Put("review", "r", {"opening": 120_000}))
    review = the_review(workshop)
    found = handed_over(workshop, review)
    assert found is not None
    assert (found[0].key, found[1]) == ("year", -1_900)
    assert any(
        "opens with 1,900 fewer than 2025 closed with" in one
        for one in count_cautions(workshop, review, None)
    )
    shared = after(room(), Put("review", "r", {"period_start": date(2025, 12, 1)}))
    now = counted_at(the_review(shared))
    before = older(shared, the_review(shared))[0]
    assert now is not None
    assert overlapping(before, now)
    assert "share days" in count_cautions(shared, the_review(shared), before)[0]


def test_kept_commitments_and_fewer_customers_contradict_each_other() -> None:
    """All three were kept and more left than came: the page asks which of them was to move the number."""
    workshop = after(room(), Put("review", "r", {"lapsed": 7_000}))
    said = contradictions_at(workshop, the_review(workshop), older(workshop, the_review(workshop))[0])
    assert said[0] == (
        "All three commitments were kept, and there are 700 fewer guests: ask which of them was to move this number,"
        " and by when."
    )
    assert any(
        "“Priority up”: its measure goes the right way, and the number that it should move" in one
        for one in said
    )


def test_only_later_bridges_can_be_taken_over() -> None:
    """What ended with the day's own period or before it is the old count."""
    later = BridgeRow(id="q", period_start=QUARTER[0], period_end=QUARTER[1], opening=1, new=1, lapsed=1)
    assert [one.id for one in to_take_over(room(later))] == ["q"]
    assert to_take_over(room()) == ()


def test_a_review_says_what_it_still_lacks() -> None:
    """An outcome for each, a reason and a day where it slipped, the count or why not, and the next day."""
    done = STEPS["results.review"].done
    assert done(room()) is None
    open_ = after(
        room(),
        Put("progress", "r.c-up", {"outcome": None}),
        Put("progress", "r.c-down", {"outcome": "slipped"}),
        Put("review", "r", {"lapsed": None, "next_on": None}),
    )
    assert done(open_) == (
        "One priority has no outcome: “Priority up”. One commitment slipped or was dropped without a reason: “Priority down”."
        " One commitment slipped without a new day: “Priority down”. One figure of the count anew is blank, and nothing says"
        " why: Lapsed. The day on which you look again is blank."
    )
    said = after(open_, Put("review", "r", {"uncounted": "January is too short."}))
    assert "figure" not in (done(said) or "")


def test_before_the_first_review_the_step_says_when_it_is_due() -> None:
    """Nothing is missing while nothing is due; without priorities there is nothing to come back to."""
    before = after(room(), Remove("review", "r"))
    assert STEPS["results.review"].done(before) is None
    assert STEPS["results.review"].reads(before).startswith("The first review is due on 14 April 2026")
    assert "nothing to look at again" in (STEPS["results.review"].done(Workshop()) or "")


def test_the_tally_names_every_outcome() -> None:
    """Two kept, one dropped, none slipped; the sentence leaves out what nobody did."""
    workshop = after(room(), Put("progress", "r.c-down", {"outcome": "dropped", "reason": "No people"}))
    assert tally([one.progress for one in tracks(workshop, the_review(workshop))]) == {
        "kept": 2,
        "slipped": 0,
        "dropped": 1,
    }
    assert (
        STEPS["results.review"]
        .reads(workshop)
        .endswith("Of three commitments, two were kept and one was dropped.")
    )


def _measured(*new: float, better: str = "higher") -> Workshop:
    """A year of points around 10, then new ones after the workshop."""
    calm = (10.0, 11.0, 9.0, 10.0, 11.0, 9.0, 10.0, 11.0, 9.0, 10.0, 11.0, 9.0)
    days = [date(2025, month, 28) for month in range(1, 13)]
    days += [date(2026, at + 1, 28) for at in range(len(new))]
    return room(
        Measure(id="m", name="Kept", touchpoint="t-up", better=better),
        *(
            Reading(id=f"x{at}", measure="m", taken_on=day, value=value)
            for at, (day, value) in enumerate(zip(days, (*calm, *new), strict=True))
        ),
    )


def test_new_points_are_judged_by_the_limits_of_the_day() -> None:
    """Twelve points with mean 10 and moving range 15/11 give limits of 10 ± 3.63; eight above the mean are a run."""
    workshop = _measured(11, 11, 12, 11, 12, 11, 12, 11)
    found = since_workshop(workshop, of_priorities(workshop)[0])
    assert found.chart is not None
    assert (found.chart.baseline, found.chart.mean) == (12, 10)
    assert found.chart.upper == pytest.approx(10 + 2.66 * 15 / 11)
    assert (found.changed, len(found.new)) == ("better", 8)
    assert found.says == (
        "“Kept”: eight new points since the workshop; eight points in a row lie above the old average of 10 since January"
        " 2026: a real change, for the better."
    )


@pytest.mark.parametrize(
    ("new", "better", "changed", "words"),
    [
        ((), "higher", "", "no reading since the workshop"),
        ((10, 11), "higher", "", "chance explains them, nothing has changed yet"),
        (
            (10, 15),
            "higher",
            "better",
            "15 on 28 February 2026 lies above the old limit of 13.6: a real change",
        ),
        ((10, 15), "lower", "worse", "for the worse"),
        ((15, 10), "lower", "better", "the last, 10 on 28 February 2026, is between the old limits"),
    ],
)
def test_what_new_points_say(new: tuple[float, ...], better: str, changed: str, words: str) -> None:
    """No point, chance, outside a limit for better or worse, and back again."""
    workshop = _measured(*new, better=better)
    found = since_workshop(workshop, of_priorities(workshop)[0])
    assert (found.changed, words in found.says) == (changed, True), found.says


def test_new_limits_made_after_the_workshop_do_not_hide_the_change() -> None:
    """A measure whose limits were made anew in February is still judged by those of the day."""
    workshop = after(_measured(15, 15), Put("measure", "m", {"since": date(2026, 1, 20)}))
    found = since_workshop(workshop, of_priorities(workshop)[0])
    assert found.chart is not None
    assert (found.chart.mean, found.changed) == (10, "better")


def test_pictures_of_a_review_say_what_they_show() -> None:
    """Tracks, the counts side by side, the chart and the history have their finding, and a table with the same figures."""
    workshop = _measured(10, 15)
    made = [
        on_the_way(workshop, LIGHT, "r"),
        beside(workshop, LIGHT, "r", "year"),
        since(workshop, LIGHT, of_priorities(workshop)[0]),
        history(workshop, LIGHT),
    ]
    said = [one.says for one in made if one]
    assert (
        said[0]
        == "Of three measures, one has reached its target, one is on its way and one went the wrong way."
    )
    assert said[1].startswith("1,200 left per 30 days of 2025")
    assert said[3] == "All three commitments were kept at the first review."
    tables = [one.table for one in made if one]
    assert tables[1][1] == {
        "Figure": "Came for the first time (per 30 days)",
        "Before": 3_000,
        "Now": 2_000,
        "Moved": -1_000,
    }
    assert tables[3][0]["Net customers"] == 3_300
    assert all(one and one.chart.to_dict() for one in made)


def test_pictures_bear_a_review_without_anything() -> None:
    """A review that was just begun, and one that is gone, draw nothing and raise nothing."""
    bare = assemble([Candidate(id="c", name="x" * 300, verdict="now"), Review(id="r")])
    assert on_the_way(bare, LIGHT, "r") is not None
    assert beside(bare, LIGHT, "r", None) is None
    assert history(bare, LIGHT) is None
    assert on_the_way(bare, LIGHT, "gone") is beside(bare, LIGHT, "gone", None) is None


def test_at_the_pace_of_thirty_days_a_few_people_are_not_nobody() -> None:
    """5 in 365 days are 0.4 in 30, 6 in 90 days are 2; value is told at the same pace, so that a year is no loss of a quarter."""
    day = BridgeRow(
        id="year", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), opening=40, new=5, returned=0,
        lapsed=3, opening_value=4_000, new_value=365,
    )  # fmt: skip
    review = Review(
        id="r", held_on=date(2026, 4, 14), period_start=date(2026, 1, 1), period_end=date(2026, 3, 31), opening=42,
        new=6, returned=0, lapsed=1, opening_value=4_200, new_value=180,
    )  # fmt: skip
    workshop = assemble([day, review])
    said = moved_says(workshop, review) or ""
    assert said.startswith(
        "0.2 left per 30 days of 2025, 0.3 per 30 days of Q1 2026; 0.4 came for the first time"
    )
    moves = number_moved(workshop, review, older(workshop, review)[0], "lapsed")
    assert moves == ("0.2 left per 30 days of 2025, 0.3 per 30 days of Q1 2026", -1)
    drawn = beside(workshop, LIGHT, "r", "year")
    assert drawn is not None
    told = {str(row["Figure"]): (row["Before"], row["Now"], row["Moved"]) for row in drawn.table}
    assert told["Came for the first time (per 30 days)"] == (0.4, 2, 1.6)
    assert told["New value (per 30 days)"] == (30, 60, 30)
    assert told["Opening value"] == (4_000, 4_200, 200)


def test_a_workbook_of_another_company_is_told_before_its_figures_are_taken() -> None:
    """Another name, other money, another definition; where nobody wrote one, nothing is said."""
    ours = assemble(
        [
            Company(id="company", name="Tidewell", currency="EUR"),
            Definition(id="definition", sentence="Paid once"),
        ]
    )
    theirs = assemble(
        [
            Company(id="company", name="Lantern", currency="GBP"),
            Definition(id="definition", sentence="Wrote once"),
        ]
    )
    assert strangers(ours, theirs) == (
        "This workbook is of “Lantern”, and this workshop of “Tidewell”.",
        "Its money is in GBP, and here it is in EUR.",
        "It counts by another definition: the two counts are not of the same people.",
    )
    assert strangers(ours, ours) == strangers(ours, assemble([])) == ()


def test_a_period_that_ends_before_it_begins_is_told_as_that() -> None:
    """Its days are there, so nobody is told that they are missing."""
    late = Review(
        id="r", period_start=date(2026, 3, 31), period_end=date(2026, 1, 1), opening=9, new=1, lapsed=1
    )
    day = BridgeRow(id="y", period_start=YEAR[0], period_end=YEAR[1], opening=9, new=1, lapsed=1)
    workshop = assemble([late, day])
    said = count_cautions(workshop, late, older(workshop, late)[0])
    assert (
        said[0] == "The period between 31 March 2026 and 1 January 2026 ends before it begins: mend its days."
    )

"""The sample ninety days later: a review that is honest, and figures that follow from those of the day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.analysis.bridge import net
from cxworkshop.analysis.bridges import latest, problems
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.review_count import counted_at, handed_over, older
from cxworkshop.analysis.review_signals import of_priorities, since_workshop
from cxworkshop.analysis.reviews import reviews, tally, tracks
from cxworkshop.domain.difference import laid_over
from cxworkshop.domain.records import BridgeRow, Progress, Review, SignOff
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS
from cxworkshop.programme.one_page import one_page
from cxworkshop.programme.progress import is_draft, missing
from cxworkshop.programme.rules.review_count import contradictions_at, count_cautions

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"


@pytest.fixture(scope="module")
def finished() -> Workshop:
    """The day itself."""
    return workshop_in(json.loads((SAMPLE / "finished_workshop.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def later(finished: Workshop) -> Workshop:
    """The day with what ninety days added."""
    added = workshop_in(json.loads((SAMPLE / "reviewed_workshop.json").read_text(encoding="utf-8")))
    return laid_over(finished, added)


def test_ninety_days_add_to_the_day_and_take_nothing_away(finished: Workshop, later: Workshop) -> None:
    """Every row of the day is there; of those that are, only the states of the commitments read otherwise."""
    assert set(finished.items) < set(later.items)
    changed = {key[0] for key in finished.items if finished.items[key].record != later.items[key].record}
    assert changed <= {"commitment"}


def test_the_last_review_is_whole_and_mixed(later: Workshop) -> None:
    """Seven priorities at each of two reviews; four kept, two slipped, one dropped, each with somebody's life."""
    assert STEPS["results.review"].done(later) is None
    assert STEPS["results.round"].done(later) is None
    newest, first = reviews(later)
    assert (first.held_on, newest.held_on) == (date(2026, 2, 12), date(2026, 4, 14))
    told = [one.progress for one in tracks(later, newest)]
    assert tally(told) == {"kept": 4, "slipped": 2, "dropped": 1}
    assert len(later.all(Progress)) == 2 * len(chosen(later)) == 14
    assert all(one.lives for one in later.all(Progress))
    assert all(one.share is not None for one in tracks(later, newest))


def test_the_new_count_opens_with_what_the_day_closed_with(later: Workshop) -> None:
    """21,599 at both ends of the new year; the quarter of 2025 beside it is the ledger's own and adds up."""
    newest = reviews(later)[0]
    now = counted_at(newest)
    day = latest(later)
    assert now is not None
    assert day is not None
    assert (now.customers.opening, net(now.customers)) == (day[0].closing, 566)
    joined = handed_over(later, newest)
    assert joined is not None
    assert joined[1] == 0
    before = older(later, newest)[0]
    assert (before.customers.new, before.customers.lapsed, net(before.customers)) == (2_268, 1_795, 846)
    assert count_cautions(later, newest, before) == ()
    assert any("hears from a person" in one for one in contradictions_at(later, newest, before))


def test_the_bridge_of_the_review_contradicts_nothing_on_the_page_of_the_bridge(later: Workshop) -> None:
    """The day's bridge stays the one that the day is about, and nothing fails to add up."""
    found = latest(later)
    assert found is not None
    assert found[0].period_end == date(2025, 12, 31)
    assert problems(later) == ()
    taken = later.get(BridgeRow, "bridge-2026-q1-all")
    assert taken is not None
    assert (taken.opening, taken.new, taken.returned, taken.lapsed) == (21_599, 1_684, 588, 1_706)


def test_three_measures_really_changed_and_one_came_back(later: Workshop) -> None:
    """Against limits of 2024: advice, evening and put right lie outside for the better, the promised day is inside again."""
    found = {one.id: since_workshop(later, one) for one in of_priorities(later)}
    assert {id: (len(one.new), one.changed) for id, one in found.items()} == {
        "measure-delivery": (3, "better"),
        "measure-put_right": (3, "better"),
        "measure-advice": (3, "better"),
        "measure-evening": (3, "better"),
    }
    assert "is between the old limits" in found["measure-delivery"].says
    assert "a real change, for the better" in found["measure-advice"].says


def test_a_review_that_is_begun_makes_no_draft_of_a_day_that_is_done(later: Workshop) -> None:
    """The page that was sent on stays what it is while the next review is written; without a signature it is a draft."""
    begun = later.with_items({**later.items, **assemble([Review(id="new", held_on=date(2026, 7, 14))]).items})
    assert missing(begun)["results.review"]
    assert not is_draft(missing(begun))
    assert not one_page(begun).draft
    unsigned = begun.with_items({key: item for key, item in begun.items.items() if key[0] != SignOff.kind})
    assert one_page(unsigned).draft

"""Any workshop, however half filled, begins a round in which nothing points nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.carried import CARRIED
from cxworkshop.analysis.review_count import counted_at, moved, older
from cxworkshop.analysis.review_signals import of_priorities, since_workshop
from cxworkshop.analysis.reviews import next_after, occasion_for, reviews, standing, tracks
from cxworkshop.analysis.rounds import next_round, shares
from cxworkshop.domain.record import face_of, fields
from cxworkshop.domain.records import (
    RECORDS,
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Measure,
    Progress,
    Reading,
    Review,
    Round,
    Touchpoint,
)
from cxworkshop.domain.values import FIRST_DAY, LAST_DAY
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme.rules.review_count import contradictions_at, count_cautions, moved_says
from cxworkshop.ui.charts.review_bridges import beside
from cxworkshop.ui.charts.review_history import history
from cxworkshop.ui.charts.review_tracks import on_the_way
from tests.strategies import records, workshops

DAYS = st.dates(FIRST_DAY, LAST_DAY)
patient = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(workshops(), DAYS)
def test_every_reference_of_a_new_round_resolves(workshop: Workshop, on: date) -> None:
    """Rows that stayed behind are pointed at by none that went; the old workshop is what it was."""
    before = dict(workshop.items)
    after = next_round(workshop, on)
    for cls in RECORDS:
        for row in after.all(cls):
            for name in fields(cls):
                refers = face_of(cls, name).refers
                assert not refers or not getattr(row, name) or (refers, getattr(row, name)) in after.items
    assert {cls for cls in RECORDS if after.all(cls)} <= CARRIED | {Round}
    assert all(one.verdict is None for one in after.all(Candidate))
    assert all(one.goes + one.stays == len(workshop.all(one.cls)) for one in shares(workshop, after))
    assert workshop.items == before


@patient
@given(workshops(), DAYS)
def test_carrying_twice_changes_only_the_period_and_the_round(workshop: Workshop, on: date) -> None:
    """What went on once goes on again as it is; the same round comes out of the same workshop."""
    once = next_round(workshop, on)
    assert once.same_as(next_round(workshop, on))
    again = next_round(once, on)
    moving = {(Company.kind, Company.kind), (Round.kind, Round.kind)}

    def rest(found: Workshop) -> Workshop:
        return replace(found, items={key: item for key, item in found.items.items() if key not in moving})

    assert rest(once).same_as(rest(again))


@st.composite
def looked_at_again(draw: st.DrawFn) -> Workshop:
    """A workshop of those tables alone that a review speaks of, so that they meet."""
    tables = (Company, Touchpoint, Candidate, Commitment, BridgeRow, Measure, Reading, Review, Progress)
    known = {
        cls.kind: [cls.kind] if cls.single else [f"{cls.kind}{at}" for at in range(draw(st.integers(1, 3)))]
        for cls in tables
    }
    return assemble([draw(records(cls, id=one, known=known)) for cls in tables for one in known[cls.kind]])


@patient
@given(looked_at_again(), DAYS)
def test_any_review_is_told_in_words(workshop: Workshop, on: date) -> None:
    """Whatever is blank, gone or the wrong way round: pictures draw or stay away, sentences are sentences."""
    occasion_for(workshop, on)
    next_after(workshop, on)
    for measure in (*of_priorities(workshop), *workshop.all(Measure)):
        assert since_workshop(workshop, measure).says.endswith(".")
    history(workshop, LIGHT)
    for review in reviews(workshop):
        assert all(standing(one) for one in tracks(workshop, review))
        on_the_way(workshop, LIGHT, review.id)
        for old in (None, *older(workshop, review)):
            beside(workshop, LIGHT, review.id, old.key if old else None)
            said = moved_says(workshop, review, old)
            assert said is None or said.endswith(".")
            assert all(one.endswith(".") for one in count_cautions(workshop, review, old))
            assert all(contradictions_at(workshop, review, old))
            now = counted_at(review)
            if now and old:
                assert len(moved(old, now)) == 6

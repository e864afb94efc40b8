"""The priorities of a review: each on its way to its target, then what is told of it, one card after the other."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.review_count import older
from cxworkshop.analysis.reviews import Track, earlier, progress_of, standing, tracks
from cxworkshop.domain.records import Commitment, Progress, Review
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.review_count import number_moved
from cxworkshop.programme.rules.reviews import unsaid
from cxworkshop.ui import session
from cxworkshop.ui.charts.review_history import SIGNS
from cxworkshop.ui.charts.review_tracks import on_the_way
from cxworkshop.ui.fields import field, form
from cxworkshop.ui.pictures import finding, picture

TOLD = ("value", "outcome", "next_day", "reason", "lives")


def draw(workshop: Workshop, review: Review) -> None:
    """The tracks of all priorities, and a card for each; the first of which something is still to be told stands open."""
    every = tracks(workshop, review)
    if not every:
        finding("Choose priorities and commit to them first; each of them then has its track here.", "tracks")
        return
    picture(on_the_way, review.id, until="Each priority stands here on its way.", key="on-the-way", wide=True)
    if session.projecting():
        return
    waiting = next((one.candidate.id for one in every if unsaid(one.progress)), None)
    for at, one in enumerate(every, 1):
        id = one.candidate.id
        open_ = session.here().at_arrival(f"review-card-{id}", id == waiting)
        name = session.escape(f"{at}. {one.candidate.name or '—'}")
        with st.expander(name, expanded=open_, icon=":material/flag:"):
            _card(workshop, review, one)


def _card(workshop: Workshop, review: Review, one: Track) -> None:
    made = one.commitment
    leader = workshop.name_of("leader", made.executive)
    st.text(f"{leader or 'Nobody'} answers for it. {_metric(one)}: {standing(one)}.")
    if made.outcome:
        st.text(f"Promised: {made.outcome}")
    for before in earlier(workshop, review):
        told = progress_of(workshop, before, one.candidate.id)
        if told.outcome or told.value is not None:
            st.caption(session.escape(_before(before, told)))
    count = next(iter(older(workshop, review)), None)
    said = number_moved(workshop, review, count, made.asset_number)
    if made.asset_number:
        st.text(f"The customer number that it should move, {made.asset_number}: {_moved(said)}.")
    form(
        Progress,
        one.progress.id,
        only=TOLD,
        given={"review": review.id, "candidate": one.candidate.id},
    )
    field(Commitment, made.id, "state", given={"candidate": one.candidate.id})


def _moved(said: tuple[str, int] | None) -> str:
    if said is None:
        return "not counted anew yet"
    words, direction = said
    return f"{words} ({'the right way' if direction > 0 else 'the wrong way' if direction else 'unchanged'})"


def _metric(one: Track) -> str:
    return one.commitment.metric or "No measure was named"


def _before(review: Review, told: Progress) -> str:
    when = day_label(review.held_on) if review.held_on else "Earlier"
    figure = "" if told.value is None else f", measured {told.value:,.6g}"
    reason = f": {told.reason}" if told.reason else ""
    sign = f"{SIGNS[told.outcome]} {told.outcome}" if told.outcome else "not told"
    return f"{when}: {sign}{figure}{reason}"

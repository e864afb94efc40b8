"""A review on screen: begun with one press, then its priorities, the count anew, the charts and the history."""

from __future__ import annotations

import datetime

import streamlit as st

from cxworkshop.analysis.reviews import next_after, occasion_for, reviews
from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.records import Review
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.reviews import review_says
from cxworkshop.ui import review_count, review_history, review_priorities, review_signals, session
from cxworkshop.ui.charts.review_history import named
from cxworkshop.ui.fields import form
from cxworkshop.ui.one_of import one_of
from cxworkshop.ui.pick import pick
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here

PLACE = "review"
VIEWS = {
    "Priorities": review_priorities.draw,
    "The count anew": review_count.draw,
    "Measures since": review_signals.draw,
    "Kept, slipped, dropped": review_history.draw,
}


def draw() -> None:
    """The review that is chosen, the newest first; before the first one, when it is due and the way to begin it."""
    workshop = session.workshop()
    found = reviews(workshop)
    if not found:
        finding(review_says(workshop), "review")
        _begin("Begin a review", primary=True)
        return
    review = _chosen(found)
    with st.container():
        view = one_of("What you look at", "review-view", tuple(VIEWS))
    VIEWS[view](workshop, review)
    with st.container(border=True, key=f"card-review-{review.id}"):
        form(Review, review.id, only=("learned", "dissent", "held_on", "occasion", "next_on"))


def _chosen(found: tuple[Review, ...]) -> Review:
    choose, begin = st.columns([3, 1.3], vertical_alignment="bottom")
    with choose:
        titles = {one.id: named(one).replace("\n", ", ") for one in found}
        id = pick("Review", PLACE, titles)
        if len(found) == 1 or session.projecting():
            st.caption(f"Review of {session.escape(titles[id])}")
    with begin:
        _begin("Begin another review")
    return next(one for one in found if one.id == id)


def _begin(label: str, *, primary: bool = False) -> None:
    if not session.projecting():
        st.button(
            label,
            key="begin-review",
            type="primary" if primary else "secondary",
            icon=":material/event_repeat:",
            on_click=session.here().trying,
            args=(begin, session.here()),
        )


def begin(here: Here) -> None:
    """Write a review that is held today, with the occasion and the next day that the workshop's own days propose."""
    workshop: Workshop = here.workshop()
    today, id = datetime.date.today(), new_id()
    values: dict[str, object] = {"held_on": today, "occasion": occasion_for(workshop, today)}
    later = next_after(workshop, today)
    here.write(Put(Review.kind, id, values | ({"next_on": later} if later else {})))
    here.chosen[PLACE] = id

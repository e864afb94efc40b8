"""The count anew on screen: beside an older one, with what moved, what cannot be compared, and where figures come from."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.bridges import whose
from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.review_count import counted_at, older, taken_over, to_take_over
from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import NotFound
from cxworkshop.domain.records import BridgeRow, Review
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.review_count import contradictions_at, count_cautions, strangers
from cxworkshop.ui import session
from cxworkshop.ui.charts.review_bridges import beside
from cxworkshop.ui.fields import form
from cxworkshop.ui.pick import pick
from cxworkshop.ui.pictures import finding, picture
from cxworkshop.ui.session import Here
from cxworkshop.ui.workbook_panel import preview

PEOPLE = ("period_start", "period_end", "evidence", "opening", "new", "returned", "lapsed")
VALUES = ("opening_value", "new_value", "returned_value", "grown_value", "shrunk_value", "lapsed_value")


def draw(workshop: Workshop, review: Review) -> None:
    """The two counts side by side; the figures below, typed, taken over from a bridge or from a workbook."""
    found = older(workshop, review)
    before = None
    if found:
        labels = {one.key: sentence(one.label) for one in found}
        before = next(one for one in found if one.key == pick("Set beside", f"beside-{review.id}", labels))
    if counted_at(review) is None:
        finding("Nobody has been counted anew for this review yet.", "count-anew")
    # In a place of its own, so that the fields below stay while the first figures are typed.
    with st.container():
        picture(
            beside,
            review.id,
            before.key if before else None,
            until="With opening, new and lapsed of the period since, both counts stand here side by side.",
            key="count-beside",
            wide=True,
        )
        _say(count_cautions(workshop, review, before), ":material/balance:")
        _say(contradictions_at(workshop, review, before), ":material/warning:")
    if session.projecting():
        return
    st.markdown("**The figures** · the same definition as on the day, in whole customers")
    _take_over(workshop, review)
    form(Review, review.id, only=(*PEOPLE, *VALUES, "source", "uncounted"))


def _say(sentences: tuple[str, ...], icon: str) -> None:
    if sentences:
        st.warning("  \n".join(session.escape(one) for one in sentences), icon=icon)


def _take_over(workshop: Workshop, review: Review) -> None:
    here, rows = session.here(), to_take_over(workshop)
    bridge, book = st.columns(2)
    with bridge, st.expander("Take over a period from the bridge", icon=":material/input:"):
        if rows:
            id = _period_of(rows, "take-over-period")
            st.button(
                "Take over these figures",
                key="take-over-bridge",
                on_click=here.trying,
                args=(_from_bridge, here, review.id, id),
            )
        else:
            st.caption(
                "No bridge ends after the period of the day: count it on the page of the bridge, or type it."
            )
    with book, st.expander("Take over from a workbook", icon=":material/upload_file:"):
        _from_workbook(here, review.id)


def _from_workbook(here: Here, review: str) -> None:
    file = st.file_uploader("A workbook saved by this app", type=["xlsx"], key=f"review-book-{review}")
    opened = preview(file.getvalue(), file.name) if file else None
    if file is None or opened is None or opened.problems:
        return
    day = latest(opened.workshop)
    rows = {row.id: row for row in (*to_take_over(opened.workshop), *((day[0],) if day else ()))}
    if not rows:
        st.caption("This workbook has no bridge.")
        return
    _say(strangers(here.workshop(), opened.workshop), ":material/warning:")
    id = _period_of(rows.values(), "take-over-book-period")
    st.button(
        "Take over these figures",
        key="take-over-book",
        on_click=here.trying,
        args=(_take, here, review, rows[id], f"The workbook {file.name}"),
    )


def _period_of(rows: Iterable[BridgeRow], place: str) -> str:
    named = {row.id: whose(row).removesuffix(": ") or "Undated" for row in rows}
    id = pick("Period", place, named)
    if len(named) == 1:
        st.text(named[id])
    return id


def _from_bridge(here: Here, review: str, row: str) -> None:
    found = next((one for one in to_take_over(here.workshop()) if one.id == row), None)
    if found is None:
        raise NotFound("This period is no longer in the bridge: choose another.")
    _take(here, review, found, "The bridge of this workshop")


def _take(here: Here, review: str, row: BridgeRow, source: str) -> None:
    here.write(Put(Review.kind, review, {**taken_over(row), "source": source[:300], "uncounted": None}))
    here.renew()

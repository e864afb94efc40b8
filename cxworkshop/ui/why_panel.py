"""Why, on screen: the reasons by what they make people do, the top five to read aloud, what nobody knows, who is captive."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import customers, money, quoted
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.reason_words import captive_words, leavers_words, unknown_words
from cxworkshop.analysis.reasons import Place, captive, is_captive, leavers, top_five, unknown
from cxworkshop.domain.records import Reason
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.charts import reasons as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture

ASKED = (
    *("reason", "direction", "cause", "customers", "value", "rank", "evidence", "controllable", "captive"),
    *("what", "how", "touchpoint"),
)


def draw() -> None:
    """The table, the picture, then the findings."""
    workshop = session.workshop()
    if not session.projecting():
        table(Reason, only=ASKED)
    picture(
        charts.reasons,
        until="Reasons with a number of customers stand here, the longest bar first.",
        wide=True,
    )
    _coverage(workshop)
    _top(workshop)
    _unknown(workshop)
    _captive(workshop)


def _coverage(workshop: Workshop) -> None:
    said = leavers_words(workshop)
    if said:
        show = st.warning if leavers(workshop).over else st.info
        show(session.escape(said), icon=":material/logout:")


def _top(workshop: Workshop) -> None:
    places = top_five(workshop)
    if not places:
        return
    st.subheader("The top five, to be read aloud", anchor=False)
    if any(place.proposed for place in places):
        st.caption(
            "Proposed means: nobody has ranked it, and it is the largest of those left. Rank it in the table, or rank another."
        )
    for place in places:
        _card(workshop, place)


def _card(workshop: Workshop, place: Place) -> None:
    one = place.reason
    with st.container(border=True, key=f"card-reason-{one.id}"):
        with st.container(key=f"says-reason-{one.id}"):
            st.text(f"{place.number}. {quoted(one.reason)}{_standing(place)}")
        st.markdown(" · ".join(_signs(workshop, one)))
        what, how = st.columns(2)
        for column, title, words in ((what, "What was done", one.what), (how, "How it was done", one.how)):
            column.caption(title)
            column.text(words or "Not said yet.")


def _standing(place: Place) -> str:
    if place.proposed:
        return " (proposed)"
    return f" (another is number {place.reason.rank} too)" if place.shared else ""


def _signs(workshop: Workshop, one: Reason) -> list[str]:
    """What is known of a reason, in words beside a sign; how sure it is stands in every one."""
    where = workshop.name_of("touchpoint", one.touchpoint)
    hands = {
        True: ":material/back_hand: in our hands",
        False: ":material/do_not_touch: not in our hands",
        None: ":material/question_mark: in our hands or not?",
    }
    size = people(one.customers, customers(workshop)) if one.customers is not None else "not counted"
    worth = money(workshop, one.value) if one.value is not None else "not valued"
    does = one.direction or "direction not said"
    return [
        f"**{session.escape(f'{does}: {size}')}**",
        session.escape(worth),
        one.cause or "cause not said",
        f"_{one.evidence or 'how sure is not said'}_",
        hands[one.controllable],
        *([":material/lock: captive"] if is_captive(one) else []),
        session.escape(f"at: {where}") if where else "where it happens is not said",
    ]


def _unknown(workshop: Workshop) -> None:
    found = unknown(workshop)
    if not found:
        return
    with st.container(border=True, key="card-unknown"):
        with st.container(key="says-unknown"):
            for words in unknown_words(workshop):
                st.text(words)
        st.caption("A finding, not a gap in the table: somebody can ring ten of them this week.")
        for one in found:
            st.text(f"{quoted(one.reason)}: {one.what or 'what happened to them is not said yet.'}")


def _captive(workshop: Workshop) -> None:
    said = captive_words(workshop)
    if said is None:
        return
    with st.container(border=True, key="card-captive"):
        with st.container(key="says-captive"):
            st.text(said)
        st.caption(
            "They stay because leaving is hard. Their loss is delayed, not avoided; do not take it for loyalty."
        )
        for one in captive(workshop):
            st.text(f"{quoted(one.reason)}: {one.how or one.what or 'not said yet how it feels.'}")

"""The next round on screen: where this one came from, what would go on and what stays, and the press that begins it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import streamlit as st

from cxworkshop.analysis.ended import ended, newest, open_priorities
from cxworkshop.analysis.periods import day_label, period_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.reviews import commitment_of, reviews
from cxworkshop.analysis.rounds import next_round, shares
from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.domain.records import RECORDS, Candidate, Company, Round
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.reviews import GOES, STAYS
from cxworkshop.programme.rules.reviews import review_says
from cxworkshop.programme.rules.rounds import round_says
from cxworkshop.ui import session
from cxworkshop.ui.doors import enter_at
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here

REVIEW = "results.review"


def draw() -> None:
    """The rounds before and after this one, the preview of the next, and the button that makes it a new workshop."""
    workshop, here = session.workshop(), session.here()
    finding(round_says(workshop), "round")
    _around(workshop)
    if not chosen(workshop):
        st.caption("A round begins from priorities that were chosen and looked at again.")
        return
    today = datetime.date.today()
    after = here.once(f"next-round|{today}", lambda found: next_round(found, today))
    company = after.one(Company)
    period = period_label(company.period_start, company.period_end)
    number = after.one(Round).number
    st.text(
        f"Round {number} counts {period}. This workshop stays as it is; the new one has a code of its own."
    )
    if not session.projecting():
        st.button(
            f"Begin round {number} as a new workshop",
            type="primary",
            key="begin-round",
            icon=":material/forward:",
            on_click=here.trying,
            args=(_begin, here),
        )
    goes, stays = st.columns(2, gap="large")
    told = shares(workshop, after)
    with goes:
        st.subheader("Goes on", anchor=False)
        _named(workshop, open_priorities(workshop))
        _listed(
            f"**{one.cls.sheet}**, {one.goes:,}{f' of {one.goes + one.stays:,}' if one.stays else ''}: {GOES[one.cls]}"
            for one in told
            if one.goes and one.cls in GOES
        )
    with stays:
        st.subheader("Stays here", anchor=False)
        _named(workshop, ended(workshop))
        _listed(f"**{one.cls.sheet}**, {one.stays:,}: {STAYS[one.cls]}" for one in told if one.cls in STAYS)


def _named(workshop: Workshop, found: Iterable[Candidate]) -> None:
    """Priorities by name, each with its state and what was said of it last."""
    for one in found:
        told = newest(workshop, one.id)
        said = [commitment_of(workshop, one.id).state, told.outcome if told else None]
        st.text(f"● {one.name or '—'} ({', '.join(word for word in said if word) or 'not begun'})")


def _listed(lines: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {line}" for line in lines))


def _around(workshop: Workshop) -> None:
    """Links to the rounds before and after this one, where they are on this computer."""
    now, shelf = workshop.one(Round), session.store().list()
    if now.from_code:
        if now.from_code in {one.code for one in shelf}:
            before = as_shown(session.store().load(now.from_code))
            if reviews(before):
                st.text(f"The round before, at its last review: {review_says(before)}")
            if st.button("Open the round before", key="round-before", icon=":material/history:"):
                enter_at(now.from_code, REVIEW)
        else:
            when = f", carried forward on {day_label(now.carried_on)}" if now.carried_on else ""
            st.caption(f"Workshop {session.escape(now.from_code)}{when}; it is not on this computer.")
    for one in (one for one in shelf if workshop.code and one.from_code == workshop.code):
        if st.button(
            f"Open round {one.round or ''} ({one.code})",
            key=f"round-after:{one.code}",
            icon=":material/arrow_forward:",
        ):
            enter_at(one.code, "room.company")


def _begin(here: Here) -> None:
    # From what is kept, not from what is shown: masks shall not become the data.
    after = next_round(here.kept(), datetime.date.today())
    records = [record for cls in RECORDS for record in after.all(cls)]
    code = session.store().create(after.title, by=here.me, sample=after.sample, records=records)
    here.notice(
        f"Round {after.one(Round).number} is begun as workshop {code}. It stands below, and on the start page."
    )

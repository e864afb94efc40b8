"""One card per priority: who answers for it, from when, measured by what."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import Commitment
from cxworkshop.ui import session
from cxworkshop.ui.charts.commitments import completeness
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import picture

WRITTEN = tuple(name for name in fields(Commitment) if name != "candidate")


def draw() -> None:
    """The commitments of the chosen priorities, each opened by its name."""
    workshop = session.workshop()
    picked = chosen(workshop)
    if not picked:
        st.caption("Choose the priorities first; each of them then gets a card here.")
        return
    picture(completeness, until="How complete each commitment is stands here.", wide=True)
    named = {one.id: f"{number}. {one.name or '—'}" for number, one in enumerate(picked, 1)}
    shown = st.selectbox(
        "Priority", list(named), format_func=lambda id: named.get(id, ""), key="priority-shown"
    )
    if shown is None:
        return
    owned = next((one.id for one in workshop.all(Commitment) if one.candidate == shown), shown)
    with st.container(border=True, key=f"card-commitment-{shown}"):
        with st.container(key=f"says-commitment-{shown}"):
            st.text(named[shown])
        form(Commitment, owned, only=WRITTEN, given={"candidate": shown})

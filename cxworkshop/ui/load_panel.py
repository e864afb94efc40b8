"""The load on screen: what each leader carries, what theirs can give, and where it does not fit."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.records import Governance, Leader
from cxworkshop.programme.rules.commitments import too_much
from cxworkshop.ui import session
from cxworkshop.ui.charts.load import load
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import picture


def draw() -> None:
    """The picture, what is too much in words, and the capacities to write."""
    workshop = session.workshop()
    # The table below keeps its place on screen however much stands above it.
    with st.container():
        picture(load, until="What each of you carries stands here once priorities have leaders.", wide=True)
        crowded = too_much(workshop)
        if crowded:
            st.warning(session.escape(crowded), icon=":material/balance:")
        if not session.projecting():
            form(Governance, only=("capacity",))
    leaders = workshop.all(Leader)
    if leaders and not session.projecting():
        table(Leader, only=("name", "function", "capacity"), rows=leaders)

"""Habits that have to shift: what leaders do today on the left, what people will see instead on the right."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.records import Behaviour
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.behaviours import behaviours_says
from cxworkshop.ui import placards, session
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding


def draw() -> None:
    """The table of habits, and under it the two columns; the projector shows the columns alone."""
    if not session.projecting():
        table(Behaviour)
    workshop = session.workshop()
    finding(behaviours_says(workshop), "behaviours")
    placards.style()
    for row in workshop.all(Behaviour):
        if row.today or row.instead:
            _card(workshop, row)


def _card(workshop: Workshop, row: Behaviour) -> None:
    with st.container(border=True, key=f"card-placard-habit-{row.id}"):
        before, after = st.columns(2, gap="large")
        with before:
            placards.words("What we do today", row.today, f"today-{row.id}")
        with after:
            placards.words("What people will see instead", row.instead, f"instead-{row.id}", large=True)
        who, notices = st.columns(2, gap="large")
        leader = workshop.name_of("leader", row.leader)
        when = f", from {day_label(row.from_day)}" if row.from_day else ", no day yet"
        with who:
            placards.words("Begins", leader and leader + when, f"begins-{row.id}", blank="nobody begins yet")
        with notices:
            placards.words(
                "Ask in a month", row.noticed, f"notices-{row.id}", blank="who would notice first?"
            )

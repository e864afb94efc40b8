"""Keeping at it on screen: the rhythm, the role, everybody's part, and who builds each of the five competencies."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.records import Building, Governance
from cxworkshop.domain.records.commit import COMPETENCIES
from cxworkshop.programme.rules.commitments import keep_says
from cxworkshop.ui import session, troubles
from cxworkshop.ui.fields import beside
from cxworkshop.ui.pictures import colours, finding

LINES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("Who keeps it together", (("role",), ("mandate",), ("maturity", "next_meeting"))),
    ("When you meet over customers", (("monthly", "quarterly", "annual"),)),
    ("Who has a part in it", (("board", "team", "everyone"),)),
    ("How you treat your own people", (("honours",),)),
)
"""Heads, and under each of them its lines of fields."""
ALONE, ACROSS = 90, 190
"""Heights in pixels of words that have the whole width, and of words that share it."""


def draw() -> None:
    """The card of the rhythm and the roles, then what a leader does to build each competency."""
    finding(keep_says(session.workshop()), "keep")
    for head, lines in LINES:
        st.markdown(f"**{head}**")
        for names in lines:
            beside(Governance, Governance.kind, names, tall=ACROSS if len(names) == 3 else ALONE)
    troubles.say(Governance, Governance.kind)
    _builders()


def _builders() -> None:
    """The five, each in its own colour and with its number, so that colour is never alone."""
    said = {row.competency: row for row in reversed(session.workshop().all(Building))}
    found = colours()
    st.markdown("**What a leader does so that the company gets better at each competency**")
    rails = (
        f".st-key-card-building-{number} {{ border-left: 0.3rem solid {found.accent(number)}; padding-left: 1rem; }}"
        for number in range(1, len(COMPETENCIES) + 1)
    )
    st.html(f"<style>{''.join(rails)}</style>")
    for number, name in enumerate(COMPETENCIES, 1):
        row = said.get(name) or Building(id=f"building-{number}", competency=name)
        with st.container(key=f"card-building-{number}", gap="xsmall"):
            st.markdown(f"**{number} · {name.capitalize()}**")
            given = {"competency": name}
            words, who = st.columns([5, 2])
            with words:
                beside(Building, row.id, ("build",), given=given, tall=120)
            with who:
                beside(Building, row.id, ("leader",), given=given)
                beside(Building, row.id, ("by_day",), given=given)
            troubles.say(Building, row.id)

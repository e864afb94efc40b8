"""Keeping at it on screen: the rhythm, the role, everybody's part, and who builds each of the five competencies."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.records import Building, Governance, Leader
from cxworkshop.domain.records.decide import COMPETENCIES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.commitments import keep_says
from cxworkshop.programme.say import called
from cxworkshop.ui import session, troubles
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import beside
from cxworkshop.ui.pictures import colours, finding

LINES: tuple[tuple[str, tuple[str, ...], tuple[float, ...]], ...] = (
    ("Who keeps it together", ("role", "maturity", "next_meeting"), (2, 1, 1)),
    ("What this person may do", ("mandate",), (1,)),
    ("When you meet over customers", ("monthly", "quarterly", "annual"), (1, 1, 1)),
    ("Who has a part in it", ("board", "team", "everyone"), (1, 1, 1)),
    ("How you treat your own people", ("honours",), (1,)),
)


def draw() -> None:
    """The card of the rhythm and the roles, then the five competencies as a page and as a table to write in."""
    workshop = session.workshop()
    with st.container():
        finding(keep_says(workshop), "keep")
        for head, names, widths in LINES:
            st.markdown(f"**{head}**")
            beside(Governance, Governance.kind, names, widths)
        troubles.say(Governance, Governance.kind)
        _builders(workshop)
    table(Building, rows=_rows(workshop))


def _rows(workshop: Workshop) -> tuple[Building, ...]:
    """A row for each of the five competencies: the one that is written, or a blank one."""
    said = {row.competency: row for row in reversed(workshop.all(Building))}
    return tuple(
        said.get(name) or Building(id=f"building-{number}", competency=name)
        for number, name in enumerate(COMPETENCIES, 1)
    )


def _builders(workshop: Workshop) -> None:
    """The five as a page to be read: each in its own colour, with its number, so that colour is never alone."""
    rows = [(number, row) for number, row in enumerate(_rows(workshop), 1) if row.build]
    if not rows:
        return
    found = colours()
    st.html(
        "<style>"
        + "".join(
            f".st-key-card-building-{number} {{ border-left: 0.3rem solid {found.accent(number)}; padding-left: 0.9rem; }}"
            for number, _ in rows
        )
        + "</style>"
    )
    for number, row in rows:
        with st.container(key=f"card-building-{number}"):
            st.markdown(f"**{number} · {COMPETENCIES[number - 1].capitalize()}**")
            st.text(row.build or "")
            leader = workshop.get(Leader, row.leader)
            who = called(workshop, leader) if leader else "nobody yet"
            st.caption(session.escape(f"{who}, by {day_label(row.by_day)}" if row.by_day else who))

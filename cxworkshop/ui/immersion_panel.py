"""A day in their shoes: each leader's task, its day, and what was learned from it."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.records import Company, Immersion
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.leadership import immersion_says
from cxworkshop.ui import placards, session
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding

ABREAST = 2


def draw() -> None:
    """The table of tasks, and under it a card for each; the projector shows the cards alone."""
    if not session.projecting():
        table(Immersion)
    workshop = session.workshop()
    finding(immersion_says(workshop), "immersion")
    placards.style()
    rows = [row for row in workshop.all(Immersion) if row.task]
    for offset in range(0, len(rows), ABREAST):
        for place, row in zip(st.columns(ABREAST), rows[offset : offset + ABREAST], strict=False):
            with place:
                _card(workshop, row)


def _card(workshop: Workshop, row: Immersion) -> None:
    with st.container(border=True, key=f"card-placard-task-{row.id}", height="stretch"):
        who = workshop.name_of("leader", row.leader) or "Nobody yet"
        placards.words(session.escape(who), row.task, f"task-{row.id}", large=True)
        placards.state(*_stands(workshop, row), f"task-state-{row.id}")
        if row.learned:
            placards.words("What I learned", row.learned, f"learned-{row.id}")


def _stands(workshop: Workshop, row: Immersion) -> tuple[str, placards.Mood]:
    """Done and learned from, done without a lesson, dated or not dated; and whether it counts towards pay."""
    pay = ", counts towards pay" if row.pay_linked else ""
    held = workshop.one(Company).held_on
    when = f"{day_label(row.on_day)}" if row.on_day else ""
    if row.learned:
        return f"● done{f', {when}' if when else ''}{pay}", "good"
    if not row.on_day:
        return f"○ no day yet{pay}", "bad"
    if held and row.on_day < held:
        return f"▼ {when} has passed: what was learned?{pay}", "bad"
    return f"◆ {when}{pay}", "quiet"

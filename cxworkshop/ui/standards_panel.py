"""Permission to stop: what must be true before it ships, who may halt it, and whether it helps or interrupts somebody."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.records import Standard
from cxworkshop.domain.records.leadership import IN_LIVES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.leadership import permission_says
from cxworkshop.ui import placards, session
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding

IMPROVES, INTERRUPTS = IN_LIVES
EFFECTS: dict[str | None, tuple[str, placards.Mood]] = {
    IMPROVES: ("▲ improves something in their lives", "good"),
    INTERRUPTS: ("▼ interrupts something in their lives", "bad"),
    None: ("○ improves or interrupts: not said yet", "quiet"),
}


def draw() -> None:
    """The table of standards, and under it a card for each; the projector shows the cards alone."""
    if not session.projecting():
        table(Standard)
    workshop = session.workshop()
    finding(permission_says(workshop), "permission")
    placards.style()
    for row in workshop.all(Standard):
        if row.standard:
            _card(workshop, row)


def _card(workshop: Workshop, row: Standard) -> None:
    with st.container(border=True, key=f"card-placard-standard-{row.id}"):
        true, halt = st.columns([3, 2], gap="large")
        with true:
            placards.words("Before it ships", row.standard, f"true-{row.id}", large=True)
        with halt:
            placards.words(
                "Who may halt",
                row.halt,
                f"halt-{row.id}",
                large=True,
                blank="nobody may stop it for this yet",
            )
        tools, lived = st.columns([3, 2], gap="large")
        with tools:
            placards.words("What people get for it", row.tools, f"tools-{row.id}", blank="nothing yet")
        with lived:
            leader = workshop.name_of("leader", row.leader)
            placards.words("Lived by", leader, f"lived-{row.id}", blank="nobody is seen keeping it yet")
        placards.state(*EFFECTS[row.effect], f"effect-{row.id}")
        if row.effect == INTERRUPTS:
            placards.flags(
                ["What do they get for the interruption, and could you be as sure without troubling them?"]
            )

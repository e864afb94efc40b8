"""What became of the commitments: a list with reasons, then all reviews beside each other."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.reviews import Track, tracks
from cxworkshop.domain.records import Review
from cxworkshop.domain.records.review import OUTCOMES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.reviews import outcomes_says
from cxworkshop.ui.charts.review_history import SIGNS, history
from cxworkshop.ui.pictures import finding, picture


def draw(workshop: Workshop, review: Review) -> None:
    """Dropped and slipped with their reasons, kept with whose life is better; below it the reviews over time."""
    every = tracks(workshop, review)
    said = outcomes_says(workshop, review)
    finding(said or "Nothing was told of any commitment at this review yet.", "tally")
    for outcome in reversed(OUTCOMES):
        found = [one for one in every if one.progress.outcome == outcome]
        if found:
            st.markdown(f"**{SIGNS[outcome]} {sentence(outcome)}: {counted(len(found), 'commitment')}**")
        for one in found:
            with st.container(border=True):
                st.text(f"{one.candidate.name or '—'}{_who(workshop, one)}")
                st.text(_why(one))
    picture(
        history, until="When something is told of a commitment, the reviews stand here in order.", wide=True
    )


def _who(workshop: Workshop, one: Track) -> str:
    leader = workshop.name_of("leader", one.commitment.executive)
    return f" · {leader}" if leader else ""


def _why(one: Track) -> str:
    told = one.progress
    lines = [
        f"Why: {told.reason}" if told.reason else "",
        f"New date: {day_label(told.next_day)}" if told.next_day else "",
        f"Better in a life: {told.lives}" if told.lives else "Whose life is better? Nobody has said.",
    ]
    return "\n".join(line for line in lines if line)

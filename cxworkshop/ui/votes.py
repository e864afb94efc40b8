"""Grids of votes: the room's hands on each pair and its word on each stage."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import ChoiceVote, Feeling, GrowthChoice, Rating
from cxworkshop.programme.rules.reliability import alike_says
from cxworkshop.ui import session
from cxworkshop.ui.charts.marks import marks
from cxworkshop.ui.editor import matrix
from cxworkshop.ui.pictures import picture


def choices() -> None:
    """Each leader's fist-to-five on each will / will-not pair."""
    workshop = session.workshop()
    pairs = {
        pair.id: workshop.name_of("growth_choice", pair.id)
        for pair in workshop.all(GrowthChoice)
        if pair.will
    }
    st.markdown("**Hands up, all at once.** 0 I block it · 3 I can live with it · 5 I will lead it")
    matrix(
        ChoiceVote,
        down=("choice", pairs),
        across=("leader", workshop.labels("leader")),
        value="vote",
        corner="We will ...",
    )


def reliable() -> None:
    """Each leader's word on whether a stage is reliable; “it depends” counts as no."""
    workshop = session.workshop()
    stages = ordered_stages(workshop)
    if not stages:
        st.caption("Name the stages first (page 2); each of you then answers for each of them.")
    _by_stage(Rating, "rating", "Is this stage reliable?")
    picture(
        marks,
        until="Each mark stands here as a dot as soon as one of you has answered; “it depends” counts as a no.",
        wide=True,
    )
    if stages:
        st.text(alike_says(workshop))


def feelings() -> None:
    """Each leader's mark for how a stage feels to the customer who lives it."""
    if not ordered_stages(session.workshop()):
        st.caption("Name the stages first; each of you then says how each of them feels.")
        return
    st.markdown("**Write before you speak.** −2 dread · −1 uneasy · 0 indifferent · 1 glad · 2 delight")
    _by_stage(Feeling, "emotion", "How does it feel?")


def _by_stage(cls: type[Record], value: str, asked: str) -> None:
    """A row for each stage in order, a column for each leader."""
    workshop = session.workshop()
    stages = {stage.id: workshop.name_of("stage", stage.id) for stage in ordered_stages(workshop)}
    leaders = workshop.labels("leader")
    matrix(cls, down=("stage", stages), across=("leader", leaders), value=value, corner=asked)

"""Grids of votes: the room's hands on each pair, its word on each stage, its dots on each candidate."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.leadership import voters
from cxworkshop.analysis.priorities import ballots, candidates, dots_each
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import ChoiceVote, Dot, Feeling, GrowthChoice, Rating
from cxworkshop.programme.rules.reliability import alike_says
from cxworkshop.ui import session
from cxworkshop.ui.charts.marks import marks
from cxworkshop.ui.editor import matrix
from cxworkshop.ui.pictures import picture

FEWEST_BALLOTS = 3


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


def dots() -> None:
    """Ballots without names: one column each, read aloud from paper or typed behind a cover."""
    workshop = session.workshop()
    rows = {one.id: one.name or "—" for one in candidates(workshop)}
    if not rows:
        st.caption("Gather the candidates first; every ballot then has its dots to give.")
        return
    budget = dots_each(len(rows))
    count = max(FEWEST_BALLOTS, voters(workshop), *ballots(workshop))
    st.markdown(
        f"**{budget} dots on each ballot, at most two on one candidate.** Write unseen, then type them in together."
    )
    numbered = {number: f"Ballot {number}" for number in range(1, count + 1)}
    matrix(Dot, down=("candidate", rows), across=("ballot", numbered), value="dots", corner="Candidate")
    over = [number for number, given in ballots(workshop).items() if given.total() > budget]
    for number in sorted(over):
        st.warning(
            f"Ballot {number} has given more than {budget} dots. Take some back, or the count is not fair."
        )

"""The will / will-not wall: each pair side by side, its cost, and whether the leaders stand behind it."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.leadership import united, votes_of
from cxworkshop.domain.records import GrowthChoice
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session


def draw() -> None:
    """A card per pair that has both halves, in the order written."""
    workshop = session.workshop()
    pairs = [pair for pair in workshop.all(GrowthChoice) if pair.will or pair.will_not]
    if not pairs:
        st.caption("The first pair, something you will do and something tempting you give up, stands here.")
    for pair in pairs:
        _card(workshop, pair)


def _card(workshop: Workshop, pair: GrowthChoice) -> None:
    with st.container(border=True, key=f"card-wall-{pair.id}"):
        will, will_not = st.columns(2, gap="large")
        with will:
            st.markdown(":green[**:material/check: We will**]")
            with st.container(key=f"says-will-{pair.id}"):
                st.text(pair.will or "—")
        with will_not:
            st.markdown(":red[**:material/close: We will not**]")
            with st.container(key=f"says-wont-{pair.id}"):
                st.text(pair.will_not or "—")
        cost, votes = st.columns([3, 2], gap="large", vertical_alignment="bottom")
        cost.text(f"It costs us: {pair.cost}" if pair.cost else "It costs us: not said yet.")
        votes.text(_hands(workshop, pair.id))


def _hands(workshop: Workshop, id: str) -> str:
    hands = sorted(votes_of(workshop, id), reverse=True)
    if not hands:
        return "No hands yet"
    verdict = {True: "united", False: "not united", None: "not everyone yet"}[united(workshop, id)]
    return f"{'  '.join(map(str, hands))}   {verdict}"

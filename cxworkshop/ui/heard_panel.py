"""What was heard, in three pictures, one at a time: where you are deaf, which ear is used too much, what is confirmed."""

from __future__ import annotations

import streamlit as st

from cxworkshop.programme.ears import unheard_words
from cxworkshop.ui import session
from cxworkshop.ui.charts.converging import convergence
from cxworkshop.ui.charts.listening import heat
from cxworkshop.ui.charts.survey_share import surveys
from cxworkshop.ui.pictures import Draw, picture
from cxworkshop.ui.session import Here

CHOSEN = "heard-picture"
PICTURES: dict[str, tuple[Draw, str]] = {
    "Where we are deaf": (
        heat,
        "Stages down, kinds of source across: what you hear, and where you are deaf.",
    ),
    "Share of surveys": (
        surveys,
        "Once evidence has a source, the share of surveys in each stage stands here.",
    ),
    "Asked and unasked": (
        convergence,
        "Once evidence has a category and its source says whether it asks, what both agree on stands here.",
    ),
}


def draw() -> None:
    """The chosen picture; then the reasons to leave that nobody is heard to complain of."""
    here = session.here()
    now = here.chosen.get(CHOSEN, next(iter(PICTURES)))
    if not session.projecting():
        key = f"{CHOSEN}|{here.visit}"
        st.segmented_control(
            "Picture",
            tuple(PICTURES),
            default=now,
            required=True,
            key=key,
            on_change=_choose,
            args=(here, key),
            label_visibility="collapsed",
        )
    drawn, until = PICTURES[now]
    picture(drawn, until=until, wide=True)
    said = unheard_words(session.workshop())
    if said:
        st.warning(session.escape(said), icon=":material/hearing_disabled:")


def _choose(here: Here, key: str) -> None:
    here.chosen[CHOSEN] = session.peek(key) or here.chosen.get(CHOSEN, "")

"""What each candidate is worth: one way of weighing at a time to write in, all four side by side to read."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.priorities import agreement_says, dots_open
from cxworkshop.analysis.scores import FORMULAS, INPUTS, METHODS
from cxworkshop.domain.records import Candidate
from cxworkshop.ui import session
from cxworkshop.ui.charts.dots import dotted
from cxworkshop.ui.charts.ranks import ranks
from cxworkshop.ui.editor import table
from cxworkshop.ui.one_of import one_of
from cxworkshop.ui.pictures import colours, picture


def inputs() -> None:
    """The inputs of the chosen way of weighing, a row for each candidate that is still in play or has a verdict.

    The projector has them in the tables of the pictures.
    """
    if session.projecting():
        return
    rows = [one for one in on_the_wall(session.workshop()) if one.name]
    if not rows:
        st.caption("Keep or write candidates first; each of them then has its line here.")
        return
    method = one_of("Way of weighing", "weigh-by", METHODS)
    st.caption(f"{method}: {FORMULAS[method]}. A blank value or reach takes what its moment says.")
    table(Candidate, rows=rows, only=("name", *INPUTS[method]))


def dots_against_score() -> None:
    """How far the ballots agree, and the dots beside one way of weighing, the contested first.

    Only once the ballots are open: until then every number on screen is one to vote by.
    """
    method, opened = METHODS[0], dots_open(session.workshop())
    if opened:
        st.text(agreement_says(session.workshop()))
        if not session.projecting():
            st.caption("Set the dots against the score by")
        method = one_of("Dots against", "dots-against", METHODS)
    until = (
        "With a score on two things that have a name, dots and score stand here side by side."
        if opened
        else "When the ballots are revealed, the dots stand here beside the score."
    )
    picture(ranks, method, until=until)
    if opened and dotted(session.workshop(), colours(), method):
        picture(dotted, method, until="", wide=True)

"""The stage map beside what is open on it: a click shows that stage or moment for writing."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.experience import name_flag, ordered_stages
from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.ui import session
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import colours, figures
from cxworkshop.ui.stage_map import map_table, stage_map


def draw(key: str) -> None:
    """The map, what a click opened, and the same map as a table."""
    workshop = session.workshop()
    if not ordered_stages(workshop):
        st.caption("Name the first stage; the map then grows here from left to right.")
        return
    with st.container(key=f"card-{key}"):
        selected = stage_map(workshop, colours(), key=f"stage-map-{key}")
    stage, moment = workshop.get(Stage, selected), workshop.get(Touchpoint, selected)
    if not session.projecting():
        if stage:
            with st.container(border=True):
                st.caption("Stage")
                form(Stage, stage.id, only=("name", "executive", "emotion", "functions", "goal", "need"))
        elif moment:
            with st.container(border=True):
                st.caption("Moment")
                form(
                    Touchpoint,
                    moment.id,
                    only=(
                        "name",
                        "stage",
                        "category",
                        "decides",
                        "priority",
                        "truth",
                        "metric",
                        "opportunity",
                    ),
                )
        else:
            st.caption("Click a stage or a moment to open it here.")
    with st.expander("The map as a table", expanded=False):
        figures(
            map_table(workshop), "The stage map: stages in order, who answers for each, and their moments"
        )


def name_flags() -> None:
    """Why a stage's name is the company's and not the customer's, and a question that gets a better one."""
    workshop = session.workshop()
    for stage in ordered_stages(workshop):
        why = name_flag(stage.name, workshop) if stage.name else None
        if why:
            st.warning(session.escape(f"“{stage.name}”: {why}"), icon=":material/translate:")

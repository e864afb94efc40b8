"""Priorities: everything that the day brought up, and the five to ten that you start."""

import streamlit as st

from cxworkshop.domain.records import Candidate
from cxworkshop.programme.priorities import CANDIDATES, CHOOSE, DOTS, PRIORITIES, WEIGH
from cxworkshop.ui import (
    ballot_panel,
    choosing_panel,
    gathered_panel,
    merging_panel,
    trail_panel,
    weigh_panel,
)
from cxworkshop.ui.charts import priorities as charts
from cxworkshop.ui.charts.ways import ways
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show

WRITTEN = ("name", "because", "stage", "touchpoint", "functions", "merged_into")


def gather() -> None:
    with st.container():
        gathered_panel.draw()
        merging_panel.twins()
        merging_panel.made_one()
        merging_panel.looked_at_twice()
    table(Candidate, only=WRITTEN)
    trail_panel.folded()


def weigh() -> None:
    with st.container():
        picture(ways, until="Two candidates that two ways have weighed stand here side by side.", wide=True)
    weigh_panel.inputs()
    picture(charts.scores, until="When a candidate has value, confidence and effort, its score stands here.")
    picture(charts.bubbles, until="With value and effort, each candidate is a bubble here.")


def dots() -> None:
    ballot_panel.draw()
    weigh_panel.dots_against_score()


def choose() -> None:
    with st.container():
        choosing_panel.the_gate()
        choosing_panel.turns()
        choosing_panel.tied()
        choosing_panel.flags()
        choosing_panel.lists()
    choosing_panel.verdicts()
    trail_panel.draw()


show(PRIORITIES, {CANDIDATES.key: gather, WEIGH.key: weigh, DOTS.key: dots, CHOOSE.key: choose})

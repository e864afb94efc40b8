"""The frame: what stands in the way, where you stand, and the words you will use from now on."""

import streamlit as st

from cxworkshop.programme.frame import FRAME, INHIBITORS, LEGACY, PATH, WORDS
from cxworkshop.ui import frame_panel, slips_panel
from cxworkshop.ui.charts import frame as charts
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def inhibitors() -> None:
    slips_panel.draw()
    with st.container():
        frame_panel.strips()
    frame_panel.countermoves()
    frame_panel.others()


def path() -> None:
    picture(
        charts.growth_path,
        until="When three slips are in and revealed, each of them is a dot on the ladder here.",
    )


def legacy() -> None:
    with st.container():
        frame_panel.legacy()
    frame_panel.sentence_and_votes()
    picture(charts.legacy_votes, until="Each leader's fist-to-five stands here.")
    frame_panel.hands_and_stakes()


def words() -> None:
    with st.container():
        frame_panel.words()
    frame_panel.swaps()


show(FRAME, {INHIBITORS.key: inhibitors, PATH.key: path, LEGACY.key: legacy, WORDS.key: words})

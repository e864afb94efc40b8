"""Reliability and innovation: know before the customer tells you, and what it costs when you do not."""

import streamlit as st

from cxworkshop.domain.records import Development
from cxworkshop.programme.reliability import INNOVATION, MEASURES, RELIABILITY, RELIABLE, RISK, SIGNALS
from cxworkshop.ui import measure_panel, risk_panel, votes, warning_panel
from cxworkshop.ui.charts.board import board
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def measures() -> None:
    warning_panel.draw()


def signals() -> None:
    measure_panel.draw()


def risk() -> None:
    risk_panel.draw()


def reliable() -> None:
    votes.reliable()


def innovation() -> None:
    with st.container():
        picture(board, until="Each idea hangs here as a card under the step that it has reached.", wide=True)
    table(Development)


show(
    RELIABILITY,
    {
        MEASURES.key: measures,
        SIGNALS.key: signals,
        RISK.key: risk,
        RELIABLE.key: reliable,
        INNOVATION.key: innovation,
    },
)

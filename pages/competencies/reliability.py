"""Reliability and innovation: know before the customer tells you, and what it costs when you do not."""

from cxworkshop.domain.records import Development, Measure
from cxworkshop.programme.reliability import INNOVATION, MEASURES, RELIABILITY, RELIABLE, RISK, SIGNALS
from cxworkshop.ui import measure_panel, risk_panel, votes
from cxworkshop.ui.editor import table
from cxworkshop.ui.steps import show


def measures() -> None:
    table(Measure)


def signals() -> None:
    measure_panel.draw()


def risk() -> None:
    risk_panel.draw()


def reliable() -> None:
    votes.reliable()


def innovation() -> None:
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

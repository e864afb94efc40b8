"""Customers as assets: from rival counts to one that is signed, the bridge behind it, and why."""

from cxworkshop.domain.records import PeriodFacts
from cxworkshop.programme.assets import ASSETS, BESIDE, BRIDGE, COUNTS, DEFINITION, LAB, LISTS, SIGNOFF, WHY
from cxworkshop.ui import (
    beside_panel,
    bridge_panel,
    card_panel,
    counts_panel,
    lab_panel,
    lists_panel,
    signoff_panel,
    why_panel,
)
from cxworkshop.ui.editor import table
from cxworkshop.ui.steps import show


def counts() -> None:
    counts_panel.draw()


def lists() -> None:
    lists_panel.draw()


def lab() -> None:
    lab_panel.draw()


def definition() -> None:
    card_panel.draw()


def sign_off() -> None:
    signoff_panel.draw()


def bridge() -> None:
    bridge_panel.draw()


def beside() -> None:
    table(PeriodFacts)
    beside_panel.draw()


def why() -> None:
    why_panel.draw()


show(
    ASSETS,
    {
        COUNTS.key: counts,
        LISTS.key: lists,
        LAB.key: lab,
        DEFINITION.key: definition,
        SIGNOFF.key: sign_off,
        BRIDGE.key: bridge,
        BESIDE.key: beside,
        WHY.key: why,
    },
)

"""Commitments: who answers for each priority, and how you keep at it."""

from cxworkshop.domain.records import Governance
from cxworkshop.programme.commitments import COMMITMENTS, KEEP, OWN
from cxworkshop.ui import commitment_cards, trail_panel
from cxworkshop.ui.fields import form
from cxworkshop.ui.steps import show


def own() -> None:
    commitment_cards.draw()
    trail_panel.draw()


def keep() -> None:
    form(Governance)


show(COMMITMENTS, {OWN.key: own, KEEP.key: keep})

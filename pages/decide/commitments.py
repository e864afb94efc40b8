"""Commitments: who answers for each priority, and how you keep at it."""

from cxworkshop.domain.records import Governance
from cxworkshop.programme.commitments import COMMITMENTS, KEEP, OWN
from cxworkshop.programme.tell import TELL
from cxworkshop.ui import commitment_cards, messages_panel
from cxworkshop.ui.fields import form
from cxworkshop.ui.steps import show


def own() -> None:
    commitment_cards.draw()


def keep() -> None:
    form(Governance)


show(COMMITMENTS, {OWN.key: own, TELL.key: messages_panel.draw, KEEP.key: keep})

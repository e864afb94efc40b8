"""Commitments: who answers for each priority, whether it fits, and how you keep at it."""

from cxworkshop.programme.commitments import CALENDAR, COMMITMENTS, KEEP, OWN, SIGN
from cxworkshop.programme.tell import TELL
from cxworkshop.ui import (
    commitment_cards,
    keeping_panel,
    load_panel,
    messages_panel,
    pledge_panel,
    promised_panel,
    stage_board_panel,
    trail_panel,
)
from cxworkshop.ui.one_of import one_of
from cxworkshop.ui.steps import show


def own() -> None:
    commitment_cards.draw()
    trail_panel.draw()


def calendar() -> None:
    views = {
        "Does it fit": load_panel.draw,
        "Where it stands": stage_board_panel.draw,
        "When you look": promised_panel.draw,
    }
    views[one_of("What to look at", "fit-and-days", tuple(views))]()


def keep() -> None:
    keeping_panel.draw()


def sign() -> None:
    pledge_panel.draw()


show(
    COMMITMENTS,
    {
        OWN.key: own,
        CALENDAR.key: calendar,
        TELL.key: messages_panel.draw,
        KEEP.key: keep,
        SIGN.key: sign,
    },
)

"""The room: whose customers these are, and who is here to decide."""

from cxworkshop.domain.records import Company, Leader, Segment
from cxworkshop.programme.room import COMPANY, LEADERS, ROOM
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import form
from cxworkshop.ui.steps import show


def company() -> None:
    form(Company)
    table(Segment)


def leaders() -> None:
    table(Leader)


show(ROOM, {COMPANY.key: company, LEADERS.key: leaders})

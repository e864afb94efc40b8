"""What was heard, in pictures, one at a time: where you are deaf, which ear is used too much, what is confirmed or new."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.surges import Months
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import Source
from cxworkshop.ledger.comments import months_heard
from cxworkshop.programme.ears import unheard_words
from cxworkshop.ui import session
from cxworkshop.ui.charts.converging import convergence
from cxworkshop.ui.charts.listening import heat
from cxworkshop.ui.charts.surges import surges
from cxworkshop.ui.charts.survey_share import surveys
from cxworkshop.ui.comments_work import file_now, work
from cxworkshop.ui.one_of import one_of
from cxworkshop.ui.pictures import Draw, picture
from cxworkshop.ui.session import Here

SURGES = "Surges by month"
PICTURES: dict[str, tuple[Draw, str]] = {
    "Where we are deaf": (
        heat,
        "Stages down, kinds of source across: what you hear, and where you are deaf.",
    ),
    "Share of surveys": (
        surveys,
        "Once evidence has a source, the share of surveys in each stage stands here.",
    ),
    "Asked and unasked": (
        convergence,
        "Once evidence has a category and its source says whether it asks, what both agree on stands here.",
    ),
    SURGES: (
        surges,
        "Once a file of comments with days in six whole months is on this computer, a month in which far more customers"
        " speak up than usual stands out here.",
    ),
}


def draw() -> None:
    """The chosen picture; then the reasons to leave that nobody is heard to complain of."""
    here = session.here()
    now = one_of("Picture", "heard-picture", tuple(PICTURES))
    drawn, until = PICTURES[now]
    more = (_months(here),) if now == SURGES else ()
    picture(drawn, *more, until=until, wide=True)
    said = unheard_words(session.workshop())
    if said:
        st.warning(session.escape(said), icon=":material/hearing_disabled:")


def _months(here: Here) -> Months | None:
    """The months of the file of comments that is read now, where it is on this computer."""
    workshop = here.kept()
    said = file_now(workshop, here.chosen.get("comments-file", ""))
    try:
        found = work(workshop, said) if said else None
    except WorkshopError:
        # The panel of files says what is wrong with it.
        return None
    kinds = {one.id: one.source_kind for one in workshop.all(Source)}
    return months_heard(found.comments, found.places, kinds) if found else None

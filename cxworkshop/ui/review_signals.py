"""The measures of the priorities since the workshop: a line for each, one of them large, and its readings."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.review_signals import of_priorities, since_workshop
from cxworkshop.domain.records import Reading, Review
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import series_panel, session
from cxworkshop.ui.charts.review_history import since
from cxworkshop.ui.editor import table
from cxworkshop.ui.pick import pick
from cxworkshop.ui.pictures import finding, picture

SIGNS = {"better": "▲", "worse": "▼", "other": "◆", "": "●"}


def draw(workshop: Workshop, review: Review) -> None:
    """What each measure says of the time since the workshop; the chosen one as a chart, with its readings to type."""
    found = of_priorities(workshop)
    if not found:
        finding(
            "No measure belongs to the moments of your priorities; name one on the page of reliability.",
            "since",
        )
        series_panel.draw()
        return
    names = {one.id: workshop.name_of("measure", one.id) for one in found}
    # In a place of its own, so that the table of readings stays what it is while a first chart appears.
    with st.container():
        id = pick("One of them, large", "review-measure", names)
        measure = next(one for one in found if one.id == id)
        picture(
            since,
            measure,
            until="With two readings, the chart stands here.",
            key=f"since-{id}",
            wide=True,
        )
        for one in (one for one in found if one.id != id):
            told = since_workshop(workshop, one)
            st.text(f"{SIGNS[told.changed]} {sentence(told.says)}")
    if session.projecting():
        return
    st.caption(
        "Type what was read since at the foot of the table, or paste two columns: date and value. "
        "Points after the workshop are judged by the old limits."
    )
    table(Reading, given={"measure": id})
    series_panel.draw()

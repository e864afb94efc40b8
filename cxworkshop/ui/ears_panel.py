"""The ways of listening on screen: the table, which of them are still heard, and which ear is used too much."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.records import Source
from cxworkshop.programme.ears import ears_words
from cxworkshop.ui import session
from cxworkshop.ui.charts.ears import sources
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture


def draw() -> None:
    """The table first; on the projector the picture, which says the same in large letters."""
    if not session.projecting():
        table(Source)
    picture(
        sources,
        until="Each way of listening stands here by kind: fresh, gone quiet, or never heard.",
        wide=True,
        key="sources",
    )
    said = ears_words(session.workshop())
    if said:
        st.info(session.escape(said), icon=":material/hearing:")

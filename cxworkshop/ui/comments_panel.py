"""What was heard, on screen: typed or pasted, brought in as a file, or read comment by comment."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.records import Evidence
from cxworkshop.ui import comments_files, comments_hand_in, comments_reading, session
from cxworkshop.ui.editor import table
from cxworkshop.ui.session import Here

TYPE, BRING, READ = "Type or paste", "Bring a file of comments", "Read by stage"
TYPED = ("stage", "touchpoint", "source", "category", "quote", "count", "sentiment", "heard_on", "aloud")
"""The fields of evidence in the order in which people type them; the file is written by bringing one in."""


def draw() -> None:
    """One of three ways at a time; the projector shows the one that was chosen."""
    here = session.here()
    way = here.chosen.get("evidence-way", TYPE)
    if not session.projecting():
        key = f"evidence-way|{here.visit}"
        st.segmented_control(
            "How evidence comes here",
            (TYPE, BRING, READ),
            default=way,
            required=True,
            key=key,
            on_change=_choose,
            args=(here, key),
            label_visibility="collapsed",
        )
    if way == TYPE:
        table(Evidence, only=TYPED)
    elif way == READ:
        comments_reading.read()
    else:
        if not session.projecting():
            comments_hand_in.hand_in()
        comments_files.files()


def _choose(here: Here, key: str) -> None:
    here.chosen["evidence-way"] = session.peek(key) or TYPE

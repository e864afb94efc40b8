"""The day on one page, who saw it otherwise in full, and what is still missing."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import PARTS
from cxworkshop.programme.dissent import dissent
from cxworkshop.programme.progress import missing, share_done
from cxworkshop.ui import one_page_panel, session
from cxworkshop.ui.charts.results import progress
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import part_page


def draw() -> None:
    """The page that a CEO would forward, every dissent in full, then what is missing per part."""
    one_page_panel.draw()
    if session.projecting():
        return
    _dissent(session.workshop())
    _missing(session.workshop())


def _dissent(workshop: Workshop) -> None:
    """In full, because a sheet of paper has to cut some of it."""
    found = dissent(workshop)
    if not found:
        return
    with st.expander(f"Who sees it otherwise, in full ({len(found)})", icon=":material/forum:"):
        for one in found:
            st.caption(session.escape(one.where))
            st.text(one.words)


def _missing(workshop: Workshop) -> None:
    left = session.here().once("missing", missing)
    st.subheader("What is still missing", anchor=False)
    picture(progress, until="Progress stands here.")
    if not any(words for key, words in left.items()):
        st.success("Nothing. Every step of the day is done.", icon=":material/check_circle:")
        return
    for part in PARTS:
        done, total = share_done(workshop, part)
        if done == total:
            continue
        with st.expander(f"{part.title}: {done} of {total} steps done"):
            for step in part.steps:
                if left[step.key]:
                    words, link = st.columns([4, 2], vertical_alignment="center")
                    words.text(f"{step.title}: {left[step.key]}")
                    file, query = part_page(step)
                    link.page_link(
                        file, label="Go there", icon=":material/arrow_forward:", query_params=query
                    )

"""A story card per stage: the story, and the voices that it stands on, ready for reading aloud."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages, stage_of
from cxworkshop.analysis.listening import kinds_of, voices
from cxworkshop.domain.records import Evidence, Story
from cxworkshop.ui import session

QUOTES = 3


def story_cards() -> None:
    """One card per stage in order; a stage without a story says so."""
    workshop = session.workshop()
    told = {story.stage: story for story in workshop.all(Story)}
    for stage in ordered_stages(workshop):
        heard = [
            row
            for row in workshop.all(Evidence)
            if stage_of(workshop, row.stage, row.touchpoint) == stage and row.quote
        ]
        with st.container(border=True, key=f"card-story-{stage.id}"):
            st.caption(session.escape(workshop.name_of("stage", stage.id)))
            story = told.get(stage.id)
            with st.container(key=f"says-story-{stage.id}"):
                st.text((story and story.story) or "No story yet.")
            for row in sorted(heard, key=voices, reverse=True)[:QUOTES]:
                st.text(f"“{row.quote}”  ({voices(row):,})")
            kinds = kinds_of(workshop, stage.id)
            st.caption(f"Heard through: {', '.join(kinds)}" if kinds else "Nobody has been heard here yet.")

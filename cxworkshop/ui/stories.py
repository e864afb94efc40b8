"""The story of each stage, written beside what was heard there; one stage at a time, and read aloud on the projector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.listening import Heard, deaf
from cxworkshop.analysis.stage_voices import (
    quotes,
    story_of,
)
from cxworkshop.domain.records import Evidence, Stage, Story
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.stories import NOTHING, facts, signs_of, story_words
from cxworkshop.ui import privacy_panel, session, troubles
from cxworkshop.ui.fields import field, form
from cxworkshop.ui.pictures import colours, finding
from cxworkshop.ui.session import Here

QUOTES, MORE = 5, 20
TALL = 300
CHOSEN = "story-stage"


def draw() -> None:
    """The stages to pick from, then the story of one beside its evidence."""
    workshop = session.workshop()
    stages = ordered_stages(workshop)
    if not stages:
        return
    finding(story_words(workshop), "stories")
    stage = _pick(workshop, stages)
    if session.projecting():
        _aloud(workshop, stage)
        return
    left, right = st.columns([6, 7], gap="large")
    with left:
        _write(workshop, stage)
        _known(workshop, stage)
    with right:
        _said(workshop, stage)
    _homeless(workshop)
    privacy_panel.draw()


def _pick(workshop: Workshop, stages: Sequence[Stage]) -> Stage:
    here, named = session.here(), workshop.labels("stage")
    by_id, told = {stage.id: stage for stage in stages}, _told(workshop)
    first = next((one for one in stages if one.id not in told), stages[0])
    now = by_id.get(here.chosen.get(CHOSEN, ""), first)
    # What was opened stays open, though its story is told meanwhile.
    here.chosen[CHOSEN] = now.id
    key = f"{CHOSEN}|{here.visit}|{'|'.join(by_id)}"
    numbers = {stage.id: at for at, stage in enumerate(stages, start=1)}
    signs = {stage.id: "check_circle" if stage.id in told else "edit_note" for stage in stages}
    st.pills(
        "Stage",
        list(by_id),
        default=now.id,
        required=True,
        format_func=lambda id: f":material/{signs[id]}: {numbers[id]} · {session.escape(named[id])}",
        key=key,
        on_change=_choose,
        args=(here, key),
        label_visibility="collapsed",
    )
    return now


def _choose(here: Here, key: str) -> None:
    here.chosen[CHOSEN] = session.peek(key) or here.chosen.get(CHOSEN, "")


def _told(workshop: Workshop) -> set[str]:
    """The stages whose story is told and rests on enough kinds of source."""
    thin = {stage.id for stage in deaf(workshop)}
    return {one.stage for one in workshop.all(Story) if one.stage and one.story} - thin


def _write(workshop: Workshop, stage: Stage) -> None:
    story = story_of(workshop, stage.id)
    id = story.id if story else f"story-{stage.id}"
    given = {"stage": stage.id}
    st.subheader(session.escape(workshop.name_of("stage", stage.id)), anchor=False)
    field(Story, id, "story", given=given, widget=_tall)
    field(Story, id, "teller", given=given)
    troubles.say(Story, id)


def _tall(title: str, value: Any, common: dict[str, Any]) -> object:
    return st.text_area(title, value or "", height=TALL, **common)


def _known(workshop: Workshop, stage: Stage) -> None:
    """What stands behind the story, and what it lacks."""
    for icon, words in facts(workshop, stage.id):
        st.markdown(f":material/{icon}: {session.escape(words)}")


def _said(workshop: Workshop, stage: Stage) -> None:
    said = quotes(workshop, stage.id)
    st.subheader("What customers said here", anchor=False)
    if not said:
        st.caption(f":material/hearing_disabled: {NOTHING}")
    for one in said[:QUOTES]:
        _quote(workshop, one)
    more, rest = said[QUOTES : QUOTES + MORE], len(said) - QUOTES - MORE
    if more:
        with st.expander(sentence(counted(len(more), "more quote"))):
            for one in more:
                _quote(workshop, one)
            if rest > 0:
                st.caption(f"{rest:,} more stand in the evidence of the step before.")
    troubles.say(Evidence)


def _quote(workshop: Workshop, one: Heard) -> None:
    with st.container(border=True, key=f"card-quote-{one.row.id}"):
        st.text(f"“{one.row.quote}”")
        words, aloud = st.columns([3, 2], vertical_alignment="center")
        words.caption(session.escape(signs_of(workshop, one)))
        with aloud:
            field(Evidence, one.row.id, "aloud", widget=_toggle, place=":story")


def _toggle(title: str, value: Any, common: dict[str, Any]) -> object:
    return st.toggle(title, value=bool(value), **common)


def _aloud(workshop: Workshop, stage: Stage) -> None:
    """The story large, and under it the quotes that were marked for reading aloud."""
    accent, story = colours().accent(3), story_of(workshop, stage.id)
    st.html(
        "<style>.st-key-aloud [data-testid=stText] { font-size: 1.45rem; line-height: 1.45; }"
        f"[class*=st-key-aloud-quote] {{ border-left: 0.35rem solid {accent}; padding-left: 1rem; }}"
        "[class*=st-key-aloud-quote] [data-testid=stText] { font-weight: 650; }</style>"
    )
    teller = workshop.name_of("leader", story.teller) if story else ""
    with st.container(key="aloud"):
        st.subheader(session.escape(workshop.name_of("stage", stage.id)), anchor=False)
        st.text((story and story.story) or "No story yet.")
        if teller:
            st.caption(session.escape(f"Told by {teller}"))
        for one in quotes(workshop, stage.id):
            if one.row.aloud:
                with st.container(key=f"aloud-quote-{one.row.id}"):
                    st.text(f"“{one.row.quote}”")
                    st.caption(session.escape(signs_of(workshop, one)))


def _homeless(workshop: Workshop) -> None:
    """Stories without a stage, and second ones of a stage: they are shown, so that nothing written is lost from sight."""
    for story in workshop.all(Story):
        stage = workshop.get(Stage, story.stage)
        first = story_of(workshop, stage.id) if stage else None
        if story.filled and (first is None or first.id != story.id):
            with st.container(border=True, key=f"card-homeless-{story.id}"):
                why = "Another story of a stage" if stage else "A story without a stage"
                st.caption(f":material/wrong_location: {why}: say where it belongs.")
                form(Story, story.id)

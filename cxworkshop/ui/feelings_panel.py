"""Settling on how a stage feels, after each leader has said so: one number a stage, beside the middle of the marks."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cxworkshop.analysis.feelings import Felt, felt, in_words
from cxworkshop.domain.records import Stage
from cxworkshop.ui import fields, session, troubles

EMOTIONS = (-2, -1, 0, 1, 2)


def settle() -> None:
    """A row a stage: its name, the middle of its marks, and the number that the room settles on."""
    found = felt(session.workshop())
    if not found or session.projecting():
        return
    st.markdown(
        "**Settled** · the one number for each stage that goes on the map and into the day's decisions"
    )
    for one in found:
        name, middle, number = st.columns([5, 3, 4], vertical_alignment="center")
        name.text(session.workshop().name_of("stage", one.stage.id))
        middle.caption(_middle(one))
        with number:
            fields.field(Stage, one.stage.id, "emotion", widget=_choice, place="settled")
    troubles.say(Stage)


def _middle(one: Felt) -> str:
    median = one.opinion.median
    return "no marks yet" if median is None else f"middle of the marks: {in_words(median)}"


def _choice(title: str, value: int | None, common: dict[str, object]) -> object:
    draw: Callable[..., object] = st.segmented_control
    return draw(title, EMOTIONS, default=value, label_visibility="collapsed", **common)

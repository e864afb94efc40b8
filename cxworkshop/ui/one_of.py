"""A choice between a few views of the same thing: remembered, and only carried out where controls are shown."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxworkshop.ui import session
from cxworkshop.ui.session import Here


def one_of(title: str, place: str, ways: Sequence[str]) -> str:
    """The way chosen at a place, the first unless somebody chose another; the projector shows what was chosen."""
    here = session.here()
    now = here.chosen.get(place, ways[0])
    if not session.projecting():
        key = f"{place}|{here.visit}"
        st.segmented_control(
            title,
            ways,
            default=now,
            required=True,
            key=key,
            on_change=_choose,
            args=(here, place, key),
            label_visibility="collapsed",
        )
    return now


def _choose(here: Here, place: str, key: str) -> None:
    chosen = session.peek(key)
    if chosen:
        here.chosen[place] = chosen

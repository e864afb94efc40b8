"""A choice between views or rows: remembered, and only carried out where controls are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


def row_of(title: str, place: str, named: Mapping[str, str]) -> str:
    """The id chosen at a place among rows by name, the first while the chosen one is gone or none was chosen."""
    here, ids = session.here(), list(named)
    now = here.chosen.get(place, "")
    now = now if now in named else ids[0]
    if not session.projecting():
        key = f"{place}|{here.visit}|{len(ids)}|{now}"
        st.selectbox(
            title,
            ids,
            index=ids.index(now),
            format_func=lambda id: named.get(id, ""),
            key=key,
            on_change=_choose,
            args=(here, place, key),
        )
    return now


def _choose(here: Here, place: str, key: str) -> None:
    chosen = session.peek(key)
    if chosen:
        here.chosen[place] = chosen

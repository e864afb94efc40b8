"""A choice of one among many by name: remembered, and shown on the projector as it was made."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cxworkshop.ui import session
from cxworkshop.ui.session import Here


def pick(title: str, place: str, named: Mapping[str, str]) -> str:
    """The key chosen at a place, the first unless somebody chose another that is still there; `named` is not empty."""
    here = session.here()
    now = here.chosen.get(place, "")
    now = now if now in named else next(iter(named))
    if len(named) > 1 and not session.projecting():
        # Names in the key: a choice that came or went makes the box anew, so that it never shows what is gone.
        key = f"{place}|{here.token}|{here.visit}|{hash(tuple(named))}"
        st.selectbox(
            title,
            list(named),
            index=list(named).index(now),
            format_func=lambda one: named.get(one, ""),
            key=key,
            on_change=_choose,
            args=(here, place, key),
        )
    return now


def _choose(here: Here, place: str, key: str) -> None:
    if chosen := session.peek(key):
        here.chosen[place] = chosen
